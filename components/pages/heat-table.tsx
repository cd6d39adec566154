import { formatCount } from '@/lib/search/describe';
import { type Grid, shade, shadeRanges } from '@/lib/site/browse/grid';
import { ScrollRegion } from './page';
import './heat.css';

interface HeatTableProps {
  grid: Grid;
  caption: string;
  /** What the rows are. */
  heading: string;
}

/**
 * Rows by years: a heat map that is a table, so that it can be read aloud, copied and followed cell by cell. The
 * names stay in sight while it scrolls sideways.
 */
export function HeatTable({ grid, caption, heading }: HeatTableProps) {
  return (
    <>
      <ScrollRegion label={caption}>
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="text-soft">
              <th scope="col" className="sticky left-0 bg-paper pr-3 text-left font-normal">
                {heading}
              </th>
              <th scope="col" className="px-2 text-right font-normal">
                Tất cả
              </th>
              {grid.years.map((year) => (
                <th key={year} scope="col" className="min-w-9 px-1 text-center font-normal">
                  {year}
                </th>
              ))}
              <th scope="col" className="min-w-14 px-1 text-center font-normal">
                Không rõ
              </th>
            </tr>
          </thead>
          <tbody className="heat-cells">
            {grid.rows.map(({ value, label, detail, path, cells, total }) => (
              <tr key={value}>
                <th
                  scope="row"
                  className="sticky left-0 min-w-28 max-w-28 bg-paper pr-2 text-left font-normal max-sm:text-xs sm:min-w-44 sm:max-w-72"
                >
                  <a href={path} title={detail}>
                    {label}
                  </a>
                </th>
                <td>
                  {total.count === 0 ? (
                    0
                  ) : (
                    <a href={total.href} aria-label={`${label}: tất cả ${total.count} báo cáo`}>
                      {formatCount(total.count)}
                    </a>
                  )}
                </td>
                {cells.map(({ count, href }, i) => {
                  const year = grid.years[i];
                  return (
                    <td key={year ?? 'khong-ro'}>
                      {count > 0 && (
                        <a
                          href={href}
                          aria-label={`${label}, ${year ?? 'không rõ năm'}: ${count} báo cáo`}
                          className={`shade-${shade(count, grid.max)}`}
                        >
                          {formatCount(count)}
                        </a>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Legend max={grid.max} />
    </>
  );
}

/** Which counts each shade stands for. */
export function Legend({ max }: { max: number }) {
  return (
    <ul aria-label="Chú giải" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
      {shadeRanges(max).map(({ shade: level, from, to }) => (
        <li key={level} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={`inline-block size-4 shade-${level}`} />
          {from === to ? from : `${from}–${to}`} báo cáo
        </li>
      ))}
    </ul>
  );
}
