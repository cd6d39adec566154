import { placePath, reportPath } from '@/lib/domain/paths';
import { UNKNOWN } from '@/lib/domain/vocabulary';
import {
  FIGURE_SORTS,
  type FigureQuery,
  type FigureRow,
  type FigureSort,
  formatFigure,
  serialiseFigureQuery,
} from '@/lib/site/browse/figures';
import { ScrollRegion } from './page';

/** Columns in order; those with a sort can be ordered by. */
const COLUMNS: readonly { label: string; sort?: FigureSort }[] = [
  { label: 'Giá trị', sort: 'gia-tri' },
  { label: 'Đơn vị', sort: 'don-vi' },
  { label: 'Nội dung' },
  { label: 'Địa phương', sort: 'dia-phuong' },
  { label: 'Kỳ báo cáo', sort: 'ky' },
  { label: 'Báo cáo' },
];

/** Figures as a table whose heads order it: each head is a link to the other order. */
export function FigureTable({ rows, query }: { rows: readonly FigureRow[]; query: FigureQuery }) {
  return (
    <ScrollRegion label="Bảng số liệu">
      <table className="stacked w-full text-sm sm:min-w-[52rem]">
        <caption className="sr-only">Số liệu trong các báo cáo</caption>
        <thead>
          <tr className="border-b border-line-strong">
            {COLUMNS.map(({ label, sort }) => (
              <th
                key={label}
                scope="col"
                aria-sort={
                  sort && sort === query.sort ? (query.descending ? 'descending' : 'ascending') : undefined
                }
                className={`py-1 pr-4 font-semibold ${sort === 'gia-tri' ? 'text-right' : 'text-left'}`}
              >
                {sort ? <SortLink label={label} sort={sort} query={query} /> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ report, figure, place, placeValue, period }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report may give one figure twice, and rows never move
            <tr key={`${report.id} ${i}`} className="border-b border-line/60 align-top">
              <td className="whitespace-nowrap py-1.5 pr-4 font-semibold sm:text-right">
                {formatFigure(figure)}
              </td>
              <td className="py-1.5 pr-4">{figure.unit}</td>
              <td className="py-1.5 pr-4 sm:max-w-80">{figure.what}</td>
              <td className="py-1.5 pr-4">
                {placeValue !== UNKNOWN.value && (
                  <a href={placePath(placeValue)} className="inline-block min-h-6">
                    {place}
                  </a>
                )}
              </td>
              <td className="py-1.5 pr-4">{period}</td>
              <td className="py-1.5 sm:max-w-72">
                <a href={reportPath(report.id)} className="line-clamp-2 min-h-6">
                  {report.title}
                </a>
                {report.url ? (
                  <a
                    href={report.url}
                    rel="noopener"
                    className="inline-flex min-h-6 items-center text-xs text-soft"
                  >
                    Xem nguồn: {report.source}
                  </a>
                ) : (
                  <span className="text-xs text-soft">{report.source}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Orders by a column; figures first from the largest, words from A. Chosen again it turns round. */
function SortLink({ label, sort, query }: { label: string; sort: FigureSort; query: FigureQuery }) {
  const current = query.sort === sort;
  const descending = current ? !query.descending : sort === 'gia-tri' || sort === 'ky';
  const string = serialiseFigureQuery({ ...query, sort, descending, page: 1 });
  const name = FIGURE_SORTS.find(({ value }) => value === sort)?.label ?? label;
  return (
    <a href={`/so-lieu?${string}`} className="inline-flex min-h-7 items-center gap-1">
      {label}
      <span aria-hidden="true">{current ? (query.descending ? '↓' : '↑') : '↕'}</span>
      <span className="sr-only">
        : xếp theo {name.toLowerCase()} {descending ? 'giảm dần' : 'tăng dần'}
      </span>
    </a>
  );
}
