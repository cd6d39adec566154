import { REPORT_KINDS } from '@/lib/domain/vocabulary';
import { formatCount } from '@/lib/search/describe';
import type { Count, YearRow } from '@/lib/site/browse/counts';

/** A bar as long as its share of the largest; the number beside it says the same. */
function Bar({ count, max }: { count: number; max: number }) {
  const width = max > 0 ? (100 * count) / max : 0;
  return (
    <svg aria-hidden="true" width="100%" height="10" className="block min-w-10 text-accent">
      {count > 0 && (
        <rect width={`${Math.max(width, 1).toFixed(1)}%`} height="10" rx="1.5" fill="currentColor" />
      )}
    </svg>
  );
}

/** A count that leads to the search for it; a dot for nothing, which no search would find. */
export function CountLink({ count, href, what }: Count & { what: string }) {
  if (count === 0) {
    return (
      <>
        <span aria-hidden="true" className="text-soft">
          ·
        </span>
        <span className="sr-only">0</span>
      </>
    );
  }
  return (
    <a
      href={href}
      className="inline-flex min-h-6 min-w-6 items-center justify-end no-underline hover:underline"
    >
      {formatCount(count)}
      <span className="sr-only"> báo cáo, {what}</span>
    </a>
  );
}

/** Reports by year, as bars with their numbers; with the kinds of conference in columns where there is room. */
export function YearTable({
  rows,
  caption,
  kinds = true,
}: {
  rows: readonly YearRow[];
  caption: string;
  kinds?: boolean;
}) {
  const max = rows.reduce((most, { count }) => Math.max(most, count), 0);
  return (
    <table className="mt-3 w-full max-w-results text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-soft">
        <tr className="border-b border-line align-bottom">
          <th scope="col" className="py-1 pr-3 text-left font-normal">
            Năm
          </th>
          <th scope="col" className="w-full py-1 text-left font-normal" colSpan={2}>
            Báo cáo
          </th>
          {kinds &&
            REPORT_KINDS.map(({ value, label }) => (
              <th
                key={value}
                scope="col"
                className="py-1 pl-2 text-right font-normal sm:whitespace-nowrap sm:pl-4"
              >
                {label}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ year, count, href, kinds: ofKind }) => {
          const name = year === null ? 'không rõ năm' : `năm ${year}`;
          return (
            <tr key={year ?? 'khong-ro'} className="border-b border-line/60">
              <th scope="row" className="whitespace-nowrap py-0.5 pr-3 text-left font-normal">
                {year ?? 'Không rõ'}
              </th>
              <td className="w-full">
                <Bar count={count} max={max} />
              </td>
              <td className="pl-2 text-right font-semibold">
                <CountLink count={count} href={href} what={name} />
              </td>
              {kinds &&
                ofKind.map((one, i) => (
                  <td key={REPORT_KINDS[i]?.value} className="pl-2 text-right sm:pl-4">
                    <CountLink {...one} what={`${REPORT_KINDS[i]?.label.toLowerCase()}, ${name}`} />
                  </td>
                ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface BarListProps {
  rows: readonly (Count & { value: string; label: string; path?: string; detail?: string })[];
  caption: string;
  /** What the first column holds. */
  heading: string;
}

/** Counts under names, as bars; the name leads to its page, the number to the search. */
export function BarTable({ rows, caption, heading }: BarListProps) {
  const max = rows.reduce((most, { count }) => Math.max(most, count), 0);
  return (
    <table className="mt-3 w-full max-w-results text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" colSpan={2}>
            Báo cáo
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value, label, path, detail, count, href }) => (
          <tr key={value} className="border-b border-line/60">
            <th scope="row" className="w-3/5 py-1 pr-3 text-left font-normal">
              {path ? (
                <a href={path} className="inline-flex min-h-6 items-center">
                  {label}
                </a>
              ) : (
                label
              )}
              {detail && <span className="line-clamp-2 text-xs text-soft">{detail}</span>}
            </th>
            <td className="w-2/5">
              <Bar count={count} max={max} />
            </td>
            <td className="pl-2 text-right font-semibold">
              <CountLink count={count} href={href} what={label} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
