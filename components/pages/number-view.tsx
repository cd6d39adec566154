import { directivePath, reportPath } from '@/lib/domain/paths';
import { formatDate } from '@/lib/search/describe';
import type { DocumentPage } from '@/lib/site/browse/documents';
import type { Holdings } from '@/lib/site/browse/holdings';
import { filteredSearch } from '@/lib/site/browse/links';
import { Page, Section } from './page';

/** The page of a number that no one document settles: what is known of it, and who cites it. */
export function NumberView({
  page: { number, slug, documents, citations },
}: {
  page: Extract<DocumentPage, { kind: 'number' }>;
  holdings: Holdings;
}) {
  return (
    <Page
      steps={[
        { label: 'Văn bản', path: '/van-ban' },
        { label: number, path: directivePath(slug) },
      ]}
      title={`Văn bản số ${number}`}
      lead={
        documents.length > 1
          ? 'Số văn bản đánh lại từ đầu ở mỗi khóa, nên nhiều văn bản cùng mang số này.'
          : documents.length === 1
            ? 'Danh mục của trang này có một văn bản mang số này; cũng có báo cáo nhắc tới số này mà chưa rõ là văn bản nào.'
            : 'Danh mục của trang này chưa có văn bản mang số này. Sau đây là những gì biết được từ các báo cáo nhắc tới nó.'
      }
    >
      {documents.length > 0 && (
        <Section title="Văn bản mang số này">
          <ul className="mt-2 max-w-results">
            {documents.map(({ slug: one, label, title, date }) => (
              <li key={one} className="border-b border-line/60 py-1.5">
                <a href={directivePath(one)} className="inline-flex min-h-6 items-center font-semibold">
                  {label}
                </a>
                {date && <span className="text-sm text-soft"> · {formatDate(date)}</span>}
                <p className="text-sm">{title}</p>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-sm">
            <a href={filteredSearch({ vb: slug })}>Tìm báo cáo nhắc tới bất kỳ văn bản nào trong số này</a>
          </p>
        </Section>
      )}
      {citations.length > 0 && (
        <Section title="Báo cáo nhắc tới, chưa rõ là văn bản nào">
          <ul className="mt-2 max-w-results">
            {citations.map(({ citation, holding: { report } }) => (
              <li key={report.id} className="border-b border-line/60 py-1.5">
                <a href={reportPath(report.id)} className="font-semibold no-underline hover:underline">
                  {report.title}
                </a>
                <p className="text-sm">
                  <span className="text-soft">Viết là:</span> “{citation.asWritten}”
                  {citation.date && (
                    <span className="text-soft"> · ghi ngày {formatDate(citation.date)}</span>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
