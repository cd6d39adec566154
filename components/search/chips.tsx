import { CloseIcon } from '@/components/layout/icons';
import { NO_FILTERS, type Query, serialiseQuery } from '@/lib/search/query';
import type { SearchResult } from '@/lib/search/result';
import { SearchLink } from './search-link';

/** What is set, or read in the words and taken as set, each with a way to take it away. */
export function Chips({ chips, applied, query }: Pick<SearchResult, 'chips' | 'applied'> & { query: Query }) {
  if (chips.length + applied.length === 0) return null;
  return (
    <ul aria-label="Bộ lọc đang đặt" className="flex flex-wrap items-center gap-2 pb-2 print:hidden">
      {applied.map(({ facet, value, label, query: letter }) => (
        <Chip key={`read ${facet} ${value}`} label={label} without={letter} />
      ))}
      {chips.map(({ facet, value, label, query: without }) => (
        <Chip key={`${facet} ${value}`} label={label} without={without} />
      ))}
      {query.lineage && (
        <Chip label="Cả dòng kế thừa" without={serialiseQuery({ ...query, lineage: false, page: 1 })} />
      )}
      <li>
        <SearchLink
          query={serialiseQuery({ ...query, filters: NO_FILTERS, lineage: false, page: 1 })}
          className="flex min-h-8 items-center px-1 text-sm"
        >
          Xóa tất cả
        </SearchLink>
      </li>
    </ul>
  );
}

function Chip({ label, without }: { label: string; without: string }) {
  return (
    <li>
      <SearchLink
        query={without}
        aria-label={`Bỏ lọc: ${label}`}
        className="flex min-h-8 items-center gap-1.5 rounded-full bg-accent-wash px-3 text-sm text-ink no-underline hover:text-accent"
      >
        {label}
        <CloseIcon />
      </SearchLink>
    </li>
  );
}
