'use client';

import { useLinkClicks } from '@/components/search/search-link';
import { directivePath, placePath, searchPath } from '@/lib/domain/paths';
import { UNKNOWN } from '@/lib/domain/vocabulary';
import { type CrossCounts, type CrossHead, cellQuery } from '@/lib/search/cross-counts';
import { formatCount } from '@/lib/search/describe';
import type { Query } from '@/lib/search/query';
import { shade } from '@/lib/site/browse/shade';
import { Legend } from './legend';

interface CrossTableProps {
  /** The search that was counted: each count is a link to it, narrowed. */
  state: Query;
  cross: CrossCounts;
  caption: string;
  /** What the rows are. */
  heading: string;
}

/**
 * Rows by years: a heat map that is a table, so that it can be read aloud, copied and followed cell by cell. Names
 * and years stay in sight while it scrolls in its frame.
 */
export function CrossTable({ state, cross, caption, heading }: CrossTableProps) {
  const onClick = useLinkClicks();
  const { rows, columns, counts, total } = cross;
  const max = counts.flat().reduce((most, count) => Math.max(most, count), 0);
  const href = (row: CrossHead | null, column: CrossHead | null) => {
    const query = cellQuery(state, cross, row, column);
    return query === null ? undefined : searchPath(query);
  };
  return (
    <>
      <section
        aria-label={caption}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        tabIndex={0}
        className="heat-frame scroll-edge relative mt-3 overflow-auto border-y border-line print:max-h-none print:overflow-visible print:border-0"
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click too */}
        <table onClick={onClick} className="heat-cells w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              <th scope="col">Tất cả</th>
              {columns.map(({ value, label, total: sum }) => (
                <th key={value} scope="col" title={`${formatCount(sum)} báo cáo`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cross.rowFacet !== 'vb' && (
              <tr>
                <th scope="row">Tất cả</th>
                <td>{formatCount(total)}</td>
                {columns.map((column) => (
                  <td key={column.value} className="font-semibold">
                    <Count
                      count={column.total}
                      href={href(null, column)}
                      label={`Tất cả, ${column.label.toLowerCase()}`}
                    />
                  </td>
                ))}
              </tr>
            )}
            {rows.map((row, y) => (
              <tr key={row.value}>
                <th scope="row">
                  <RowName row={row} of={cross.rowFacet} />
                </th>
                <td>
                  <Count count={row.total} href={href(row, null)} label={`${row.label}, tất cả`} />
                </td>
                {columns.map((column, x) => {
                  const count = counts[y]?.[x] ?? 0;
                  return (
                    <td key={column.value}>
                      {count > 0 && (
                        <Count
                          count={count}
                          href={href(row, column)}
                          label={`${row.label}, ${column.label.toLowerCase()}`}
                          className={`shade-${shade(count, max)}`}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Legend max={max} />
    </>
  );
}

function RowName({ row: { value, label, detail }, of }: { row: CrossHead; of: CrossCounts['rowFacet'] }) {
  if (value === UNKNOWN.value) return label;
  return (
    <a href={of === 'vb' ? directivePath(value) : placePath(value)} title={detail}>
      {label}
    </a>
  );
}

function Count({
  count,
  href,
  label,
  className = '',
}: {
  count: number;
  href: string | undefined;
  label: string;
  className?: string;
}) {
  if (href === undefined) return <span className={className}>{formatCount(count)}</span>;
  return (
    <a href={href} aria-label={`${label}: ${formatCount(count)} báo cáo`} className={className}>
      {formatCount(count)}
    </a>
  );
}
