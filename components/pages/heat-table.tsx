import { type Grid, shade, shadeRanges } from '@/lib/browse/grid';
import { formatCount } from '@/lib/search/describe';
import { ScrollRegion } from './page';

/** Shades are doubled by the number in each cell, so that nothing rests on colour alone. */
export const SHADES = [
  'bg-paper text-ink',
  'bg-accent/8 text-ink',
  'bg-accent/20 text-ink',
  'bg-accent/40 text-ink',
  'bg-accent text-accent-ink',
] as const;

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
          <tbody>
            {grid.rows.map(({ value, label, detail, path, cells, total }) => (
              <tr key={value}>
                <th
                  scope="row"
                  className="sticky left-0 min-w-28 max-w-28 bg-paper pr-2 text-left font-normal max-sm:text-xs sm:min-w-44 sm:max-w-72"
                >
                  <a href={path} title={detail} className="inline-flex min-h-7 items-center leading-tight">
                    {label}
                  </a>
                </th>
                <td className="px-2 text-right font-semibold">
                  {total.count === 0 ? (
                    0
                  ) : (
                    <a
                      href={total.href}
                      aria-label={`${label}: tất cả ${total.count} báo cáo`}
                      className="inline-flex h-7 min-w-6 items-center justify-end"
                    >
                      {formatCount(total.count)}
                    </a>
                  )}
                </td>
                {cells.map(({ count, href }, i) => {
                  const year = grid.years[i];
                  return (
                    <td key={year ?? 'khong-ro'} className="border-b border-r border-paper p-0">
                      {count === 0 ? (
                        <span className="flex h-7 items-center justify-center bg-wash/60">
                          <span className="sr-only">0</span>
                        </span>
                      ) : (
                        <a
                          href={href}
                          aria-label={`${label}, ${year ?? 'không rõ năm'}: ${count} báo cáo`}
                          className={`flex h-7 items-center justify-center no-underline hover:underline ${SHADES[shade(count, grid.max)]}`}
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
          <span aria-hidden="true" className={`inline-block size-4 ${SHADES[level]}`} />
          {from === to ? from : `${from}–${to}`} báo cáo
        </li>
      ))}
    </ul>
  );
}
