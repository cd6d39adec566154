import type { Metadata } from 'next';
import { directivePath } from '@/lib/domain/paths';
import { formatCount, formatDate } from '@/lib/search/describe';
import type { DirectiveName } from '@/lib/search/vocabulary';
import {
  ARRANGEMENTS,
  type Arrangement,
  arrangedDocuments,
  citationCounts,
  numberPages,
} from '@/lib/site/browse/documents';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { filteredSearch } from '@/lib/site/browse/links';
import { slugify } from '@/lib/vietnamese/fold';
import { Unverified } from './directive-name';
import { Page, pageMetadata } from './page';

/** The list in its first arrangement. */
const ROOT = '/van-ban';

/** Title and address of the list of documents in one arrangement. */
export function documentListMetadata(by: Arrangement): Metadata {
  const { label, path } = arrangement(by);
  return pageMetadata({
    title: path === ROOT ? 'Văn bản' : `Văn bản ${label.toLowerCase()}`,
    description:
      'Nghị quyết, chỉ thị, kết luận, quy định của Đảng, có báo cáo nhắc tới hay chưa: số, ngày, cơ quan ban hành, chủ đề và số báo cáo nhắc tới.',
    path,
  });
}

/** Every document of the registry under headings: by type, by term or by subject. */
export async function DocumentList({ by }: { by: Arrangement }) {
  const holdings = await currentHoldings();
  const groups = arrangedDocuments(holdings, by);
  const cited = citationCounts(holdings);
  const open = [...numberPages(holdings).values()].filter(({ citations }) => citations.length > 0);
  const steps = [
    { label: 'Văn bản', path: ROOT },
    ...(arrangement(by).path === ROOT ? [] : [{ label: arrangement(by).label, path: arrangement(by).path }]),
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
          <Documents documents={documents.filter(({ slug }) => cited.has(slug))} cited={cited} />
          <Uncited documents={documents.filter(({ slug }) => !cited.has(slug))} cited={cited} />
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

interface DocumentsProps {
  documents: readonly DirectiveName[];
  cited: ReadonlyMap<string, number>;
}

function Documents({ documents, cited }: DocumentsProps) {
  if (documents.length === 0) return null;
  return (
    <ul className="mt-2 border-t border-line text-sm [&>li]:border-b [&>li]:border-line/60 [&>li]:py-1.5 [&_a]:inline-block [&_a]:min-h-6">
      {documents.map(({ slug, label: name, title, date, term, verified }) => {
        const count = cited.get(slug) ?? 0;
        return (
          <li key={slug}>
            <p className="facts">
              <span>
                <a href={directivePath(slug)} className="text-base font-semibold">
                  {term && !name.includes(term) ? `${name} (khóa ${term})` : name}
                </a>
              </span>
              {date && <span>{formatDate(date)}</span>}
              {count > 0 && (
                <span>
                  <a href={filteredSearch({ vb: slug })}>{formatCount(count)} báo cáo</a>
                </span>
              )}
              {!verified && (
                <span>
                  <Unverified />
                </span>
              )}
            </p>
            {title && <p>{title}</p>}
          </li>
        );
      })}
    </ul>
  );
}

/** Documents that no report here cites, folded: most come for those that some does. */
function Uncited({ documents, cited }: DocumentsProps) {
  if (documents.length === 0) return null;
  return (
    <details className="mt-2">
      <summary className="flex min-h-8 w-fit items-center text-sm text-soft underline decoration-line-strong underline-offset-4">
        {formatCount(documents.length)} văn bản chưa báo cáo nào ở đây nhắc tới
      </summary>
      <Documents documents={documents} cited={cited} />
    </details>
  );
}

function arrangement(by: Arrangement): (typeof ARRANGEMENTS)[number] {
  return ARRANGEMENTS.find(({ value }) => value === by) ?? ARRANGEMENTS[0];
}
