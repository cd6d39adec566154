import type { ReactNode } from 'react';
import { comparisonPath, directivePath, reportPath } from '@/lib/domain/paths';
import { periodLabel } from '@/lib/domain/period';
import { formatDate } from '@/lib/search/describe';
import type { Vocabulary } from '@/lib/search/vocabulary';
import type { Comparison } from '@/lib/site/browse/comparison';
import { figuresOf, formatFigure } from '@/lib/site/browse/figures';
import { type Holding, placeName } from '@/lib/site/browse/holdings';
import { kindLabel, levelLabel, topicLabels } from '@/lib/site/outputs/report-facts';
import { ScrollRegion } from './page';

/** Least widths by the number of reports, from the width on at which they stand side by side. */
const WIDTHS = ['', 'max-w-results', 'sm:min-w-[32rem]', 'sm:min-w-[46rem]', 'sm:min-w-[60rem]'] as const;

/**
 * Reports as columns, what is known of each in rows. On a phone each fact is a heading with the reports' values under it,
 * every value under the name of its report.
 */
export function ComparisonTable({
  comparison: { holdings, directives },
  vocabulary,
}: {
  comparison: Comparison;
  vocabulary: Vocabulary;
}) {
  const ids = holdings.map(({ report }) => report.id);
  const several = holdings.length > 1;
  const names = holdings.map((holding, i) =>
    [`${i + 1}. ${placeName(holding, vocabulary) || 'Không rõ nơi'}`, periodLabel(holding.report.period)]
      .filter(Boolean)
      .join(' · '),
  );
  const shared = directives.filter(({ cited }) => cited.every(Boolean)).length;
  return (
    <ScrollRegion label="Bảng so sánh">
      <table className={`compared w-full table-fixed text-sm ${WIDTHS[holdings.length] ?? ''}`}>
        <caption className="sr-only">So sánh {holdings.length} báo cáo</caption>
        <colgroup>
          <col className="w-28 sm:w-40" />
          {ids.map((id) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr className="border-b border-line-strong align-top">
            <td className="max-sm:hidden" />
            {holdings.map(({ report }, i) => (
              <th key={report.id} scope="col" className="py-2 pr-4 text-left font-normal">
                {several && <span className="text-soft sm:hidden">{i + 1}. </span>}
                <a href={reportPath(report.id)} className="text-base font-semibold leading-snug">
                  {report.title}
                </a>
                <p className="mt-1 print:hidden">
                  <a
                    href={comparisonPath(ids.filter((id) => id !== report.id))}
                    className="inline-flex min-h-6 items-center text-soft"
                  >
                    Bỏ<span className="sr-only"> {report.title}</span>
                  </a>
                </p>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FACTS.map(([name, fact]) => (
            <tr key={name} className="border-b border-line/60 align-top">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal text-soft">
                {name}
              </th>
              {holdings.map((holding, i) => (
                <td key={holding.report.id} className="py-1.5 pr-4">
                  {several && <Bearer name={names[i]} />}
                  {fact(holding, vocabulary) || '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {directives.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={holdings.length + 1} className="pb-1 pt-5 text-left text-base">
                Văn bản được nhắc tới{' '}
                {holdings.length > 1 && (
                  <span className="text-sm font-normal text-soft">
                    {shared > 0 ? `${shared} văn bản chung` : 'không có văn bản chung'}
                  </span>
                )}
              </th>
            </tr>
            {directives.map(({ slug, label, title, cited }) => (
              <tr key={slug} className="border-b border-line/60 align-top">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                  <a href={directivePath(slug)} title={title}>
                    {label}
                  </a>
                </th>
                {cited.map((yes, i) => (
                  <td key={ids[i]} className="py-1.5 pr-4">
                    {several && <Bearer name={names[i]} />}
                    {yes ? (
                      'Có'
                    ) : (
                      <>
                        <span aria-hidden="true">—</span>
                        <span className="sr-only">Không</span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        )}
        <tbody>
          <tr className="align-top">
            <th scope="row" className="py-1.5 pr-3 pt-5 text-left font-normal text-soft">
              Số liệu
            </th>
            {holdings.map((holding, i) => (
              <td key={holding.report.id} className="py-1.5 pr-4 sm:pt-5">
                {several && <Bearer name={names[i]} />}
                <Figures holding={holding} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Whose value it is, where it does not stand under its report. */
function Bearer({ name }: { name: string | undefined }) {
  return (
    <span aria-hidden="true" className="block text-xs text-soft sm:hidden">
      {name}
    </span>
  );
}

const FACTS: readonly (readonly [string, (holding: Holding, vocabulary: Vocabulary) => ReactNode])[] = [
  ['Kỳ báo cáo', ({ report }) => periodLabel(report.period)],
  ['Địa phương', (holding, vocabulary) => placeName(holding, vocabulary)],
  ['Ngày họp', ({ report }) => report.heldOn && formatDate(report.heldOn)],
  ['Cơ quan', ({ report }) => report.organization],
  ['Chủ trì', ({ report }) => report.chair],
  ['Cấp', ({ report }) => levelLabel(report)],
  ['Loại hội nghị', ({ report }) => kindLabel(report)],
  ['Chủ đề', ({ report }) => topicLabels(report).join(', ')],
  ['Tóm tắt', ({ report }) => report.abstract],
];

function Figures({ holding }: { holding: Holding }) {
  const figures = figuresOf(holding);
  if (figures.length === 0) return '—';
  return (
    <ul>
      {figures.map((figure) => (
        <li key={JSON.stringify(figure)} className="py-0.5">
          <strong>{formatFigure(figure)}</strong> {figure.unit}
          {figure.what && <span className="text-soft">, {figure.what}</span>}
        </li>
      ))}
    </ul>
  );
}
