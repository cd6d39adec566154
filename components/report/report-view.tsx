import type { Report } from '@/lib/corpus/model';
import { kindLabel, levelLabel, topicLabels } from '@/lib/outputs/report-facts';
import { formatDate } from '@/lib/search/describe';
import { entryOf } from '@/lib/search/documents';
import { periodLabel } from '@/lib/search/facets';
import { placeLabel } from '@/lib/search/search';
import type { Vocabulary } from '@/lib/search/vocabulary';

/** One report: its facts, our summary, the documents it cites, and the way to its source. */
export function ReportView({ report, vocabulary }: { report: Report; vocabulary: Vocabulary }) {
  const { title, abstract, heldOn, publishedOn, organization, chair, period, source, url } = report;
  const facts = [
    ['Cơ quan', organization ?? ''],
    ['Địa phương', placeLabel(entryOf(report, vocabulary), vocabulary)],
    ['Ngày họp', heldOn ? formatDate(heldOn) : ''],
    ['Kỳ báo cáo', periodLabel(period)],
    ['Chủ trì', chair ?? ''],
    ['Cấp', levelLabel(report)],
    ['Loại hội nghị', kindLabel(report)],
    ['Chủ đề', topicLabels(report).join(', ')],
    ['Đăng ngày', publishedOn ? formatDate(publishedOn) : ''],
  ].filter(([, value]) => value !== '');
  return (
    <article className="max-w-prose py-8">
      <h1 className="text-2xl font-semibold">{title}</h1>
      <dl className="mt-6 grid gap-x-6 border-y border-line py-3 sm:grid-cols-[9rem_1fr] sm:gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="max-sm:py-1 sm:contents">
            <dt className="text-sm text-soft sm:pt-px">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className="mt-8 text-xl font-semibold">Tóm tắt</h2>
      <p className="text-sm text-soft">Do dự án này viết, không phải nguyên văn.</p>
      {abstract.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} className="mt-3">
          {paragraph}
        </p>
      ))}
      {report.directives.length > 0 && (
        <>
          <h2 className="mt-8 text-xl font-semibold">Văn bản được nhắc tới</h2>
          <ul className="mt-2">
            {report.directives.map(({ id, asWritten }) => {
              const directive = vocabulary.directives.find((one) => one.id === id);
              return (
                <li key={asWritten} className="py-1">
                  {directive ? (
                    <>
                      <a href={`/?vb=${directive.slug}`}>{directive.label}</a>
                      {directive.title !== '' && <span className="text-soft"> {directive.title}</span>}
                    </>
                  ) : (
                    asWritten
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      <p className="mt-8">
        {url ? (
          <>
            Toàn văn:{' '}
            <a href={url} rel="noopener">
              Xem nguồn tại {source}
            </a>
          </>
        ) : (
          `Nguồn: ${source}`
        )}
      </p>
    </article>
  );
}
