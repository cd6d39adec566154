import type { Metadata } from 'next';
import { formatCount, formatDate } from '@/lib/search/describe';
import { ARRANGEMENTS, type Arrangement, arrangedDocuments, numberPages } from '@/lib/site/browse/documents';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { directivePath, filteredSearch } from '@/lib/site/browse/links';
import { slugify } from '@/lib/vietnamese/fold';
import { Unverified } from './directive-name';
import { Page, pageMetadata } from './page';

/** Title and address of the list of documents in one arrangement. */
export function documentListMetadata(by: Arrangement): Metadata {
  const { label, path } = arrangement(by);
  return pageMetadata({
    title: by === 'loai' ? 'Văn bản' : `Văn bản ${label.toLowerCase()}`,
    description:
      'Nghị quyết, chỉ thị, kết luận, quy định của Đảng, có báo cáo nhắc tới hay chưa: số, ngày, cơ quan ban hành, chủ đề và số báo cáo nhắc tới.',
    path,
  });
}

/** Every document of the registry under headings: by type, by term or by subject. */
export async function DocumentList({ by }: { by: Arrangement }) {
  const holdings = await currentHoldings();
  const groups = arrangedDocuments(holdings, by);
  const cited = new Map<string, number>();
  for (const { directives } of holdings.all) {
    for (const slug of directives) cited.set(slug, (cited.get(slug) ?? 0) + 1);
  }
  const open = [...numberPages(holdings).values()].filter(({ citations }) => citations.length > 0);
  const steps = [
    { label: 'Văn bản', path: '/van-ban' },
    ...(by === 'loai' ? [] : [{ label: arrangement(by).label, path: arrangement(by).path }]),
  ];
  return (
    <Page
      steps={steps}
      title="Văn bản"
      lead={`${formatCount(cited.size)} văn bản có báo cáo nhắc tới. Danh mục còn ghi ${formatCount(holdings.vocabulary.directives.length - cited.size)} văn bản khác, chưa báo cáo nào ở đây nhắc tới.`}
    >
      <nav aria-label="Cách sắp xếp" className="mt-4 flex flex-wrap gap-x-5 text-sm print:hidden">
        {ARRANGEMENTS.map(({ value, label, path }) =>
          value === by ? (
            <strong key={value} aria-current="page" className="inline-flex min-h-8 items-center">
              {label}
            </strong>
          ) : (
            <a key={value} href={path} className="inline-flex min-h-8 items-center">
              {label}
            </a>
          ),
        )}
      </nav>
      <nav aria-label="Các nhóm" className="mt-1 flex max-w-results flex-wrap gap-x-4 text-sm print:hidden">
        {groups.map(({ value, label, documents }) => (
          <a key={value} href={`#${slugify(value)}`} className="inline-flex min-h-8 items-center">
            {label}&nbsp;
            <span className="text-soft">
              ({documents.filter(({ slug }) => cited.has(slug)).length}/{documents.length})
            </span>
          </a>
        ))}
      </nav>
      {groups.map(({ value, label, documents }) => (
        <section key={value} id={slugify(value)} className="mt-8 max-w-[56rem]">
          <h2 className="text-xl font-semibold">{label}</h2>
          <ul className="mt-2 border-t border-line text-sm [&>li]:border-b [&>li]:border-line/60 [&>li]:py-1.5 [&_a]:inline-block [&_a]:min-h-6">
            {documents.map(({ slug, label: name, title, date, term, verified }) => {
              const count = cited.get(slug) ?? 0;
              return (
                <li key={slug}>
                  <a href={directivePath(slug)} className="text-base font-semibold">
                    {term && !name.includes(term) ? `${name} (khóa ${term})` : name}
                  </a>
                  {date && ` · ${formatDate(date)}`}
                  {' · '}
                  {count > 0 ? (
                    <a href={filteredSearch({ vb: slug })}>{formatCount(count)} báo cáo</a>
                  ) : (
                    <span className="text-soft">chưa báo cáo nào nhắc tới</span>
                  )}
                  {!verified && ' '}
                  {!verified && <Unverified />}
                  {title && <p>{title}</p>}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {open.length > 0 && (
        <section className="mt-8 max-w-[56rem]">
          <h2 className="text-xl font-semibold">Số văn bản chưa xác định được</h2>
          <p className="mt-1 text-sm text-soft">
            Có báo cáo nhắc tới, nhưng danh mục của trang này chưa có văn bản hoặc chưa rõ là văn bản nào.
          </p>
          <ul className="mt-2 flex flex-wrap gap-x-5">
            {open.map(({ slug, number }) => (
              <li key={slug}>
                <a href={directivePath(slug)} className="inline-flex min-h-8 items-center">
                  {number}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function arrangement(by: Arrangement): (typeof ARRANGEMENTS)[number] {
  return ARRANGEMENTS.find(({ value }) => value === by) ?? ARRANGEMENTS[0];
}
