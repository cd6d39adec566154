import { type Query, serialiseQuery } from '@/lib/search/query';
import { SearchLink } from './search-link';

/** Links to the other pages of results: first, last, and those next to this one. */
export function Pagination({ query, pages }: { query: Query; pages: number }) {
  if (pages < 2) return null;
  const { page } = query;
  const to = (target: number) => serialiseQuery({ ...query, page: target });
  return (
    <nav aria-label="Trang kết quả" className="mt-6 flex flex-wrap items-center gap-1 print:hidden">
      {page > 1 && (
        <SearchLink query={to(page - 1)} rel="prev" className="flex min-h-11 items-center px-2">
          Trang trước
        </SearchLink>
      )}
      {around(page, pages).map((target, at, all) => (
        <span key={target} className="flex items-center">
          {target - (all[at - 1] ?? target) > 1 && <span className="px-1 text-soft">…</span>}
          <SearchLink
            query={to(target)}
            aria-label={`Trang ${target}`}
            aria-current={target === page ? 'page' : undefined}
            className="flex size-11 items-center justify-center rounded-md aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {target}
          </SearchLink>
        </span>
      ))}
      {page < pages && (
        <SearchLink query={to(page + 1)} rel="next" className="flex min-h-11 items-center px-2">
          Trang sau
        </SearchLink>
      )}
    </nav>
  );
}

/** The pages worth a link, ascending. */
function around(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages];
  return [...new Set(near)].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b);
}
