import { directivePath } from '@/lib/domain/paths';
import { formatDate } from '@/lib/search/describe';
import type { DocumentPage } from '@/lib/site/browse/documents';
import type { Holdings } from '@/lib/site/browse/holdings';
import { CitingReports } from './citing-reports';
import { Page, Section } from './page';

/** The page of a plenum, whose resolutions are cited together under its name. */
export function PlenumView({
  page: { name, plenum, documents },
  holdings,
}: {
  page: Extract<DocumentPage, { kind: 'plenum' }>;
  holdings: Holdings;
}) {
  return (
    <Page
      steps={[
        { label: 'Văn bản', path: '/van-ban' },
        { label: name.label, path: directivePath(name.slug) },
      ]}
      title={name.label}
      lead={`Tên gọi chung các văn bản của Hội nghị lần thứ ${plenum.number} Ban Chấp hành Trung ương khóa ${plenum.term}.`}
    >
      <Section title="Các văn bản">
        {documents.length === 0 ? (
          <p className="mt-2">Danh mục của trang này chưa ghi văn bản nào của hội nghị.</p>
        ) : (
          <ul className="mt-2 max-w-results">
            {documents.map(({ slug, label, title, date }) => (
              <li key={slug} className="border-b border-line/60 py-1.5">
                <a href={directivePath(slug)} className="inline-flex min-h-6 items-center font-semibold">
                  {label}
                </a>
                {date && <span className="text-sm text-soft"> · {formatDate(date)}</span>}
                <p className="text-sm">{title}</p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <CitingReports slug={name.slug} holdings={holdings} />
    </Page>
  );
}
