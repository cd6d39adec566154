import { CloseIcon } from '@/components/layout/icons';
import { formatCount } from '@/lib/search/describe';
import { NO_FILTERS, type Query, serialiseQuery } from '@/lib/search/query';
import type { FacetValue, SearchResult } from '@/lib/search/result';
import { OneStop } from './one-stop';
import { SearchLink } from './search-link';

interface ChipsProps extends Pick<SearchResult, 'chips' | 'applied' | 'facets'> {
  query: Query;
}

/** What is set, or read in the words and taken as set, each with how many it finds and a way to take it away. */
export function Chips({ chips, applied, facets, query }: ChipsProps) {
  if (chips.length + applied.length === 0) return null;
  return (
    <OneStop label="Bộ lọc đang đặt" className="print:hidden">
      <ul className="flex flex-wrap items-center gap-2 pb-2">
        {applied.map(({ facet, value, label, query: letter }) => (
          <Chip
            key={`read ${facet} ${value}`}
            label={label}
            count={countOf(value, facets[facet])}
            without={letter}
          />
        ))}
        {chips.map(({ facet, value, label, query: without }) => (
          <Chip
            key={`${facet} ${value}`}
            label={label}
            count={countOf(value, facets[facet])}
            without={without}
          />
        ))}
        {query.lineage && (
          <Chip label="Cả dòng kế thừa" without={serialiseQuery({ ...query, lineage: false, page: 1 })} />
        )}
        {chips.length + applied.length + Number(query.lineage) > 1 && (
          <li>
            <SearchLink
              query={serialiseQuery({ ...query, filters: NO_FILTERS, lineage: false, page: 1 })}
              className="flex min-h-8 items-center px-1 text-sm"
            >
              Xóa tất cả
            </SearchLink>
          </li>
        )}
      </ul>
    </OneStop>
  );
}

/** The count of a value in its facet; of a span of years (`2018..2020`) that of its years together. */
function countOf(wanted: string, values: readonly FacetValue[]): number | undefined {
  const [, first, last] = /^(\d{4})\.\.(\d{4})$/.exec(wanted) ?? [];
  if (!first || !last) return countOfOne(wanted, values);
  return values
    .filter(({ value }) => /^\d{4}$/.test(value) && value >= first && value <= last)
    .reduce((sum, { count }) => sum + count, 0);
}

function countOfOne(wanted: string, values: readonly FacetValue[]): number | undefined {
  for (const { value, count, children = [] } of values) {
    const found = value === wanted ? count : countOfOne(wanted, children);
    if (found !== undefined) return found;
  }
  return undefined;
}

function Chip({ label, count, without }: { label: string; count?: number; without: string }) {
  return (
    <li>
      <SearchLink
        query={without}
        className="flex min-h-8 items-center gap-1.5 rounded-full bg-accent-wash px-3 text-sm text-ink no-underline hover:text-accent"
      >
        <span>
          <span className="sr-only">Bỏ lọc: </span>
          {label}
        </span>{' '}
        {count !== undefined && <span className="text-soft">{formatCount(count)}</span>}
        <CloseIcon />
      </SearchLink>
    </li>
  );
}
