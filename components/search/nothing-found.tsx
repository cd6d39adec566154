import { formatCount } from '@/lib/search/describe';
import { FACET_NAMES } from '@/lib/search/facets';
import type { SearchResult } from '@/lib/search/result';
import { SearchLink } from './search-link';

/** `Không báo cáo nào có cụm “tin giả”.`: exactly what no report has, or that none has all of it. */
function whatIsMissing({ nowhere, state, onward }: SearchResult): string {
  const filtered = FACET_NAMES.some((name) => state.filters[name].length > 0);
  if (nowhere.length > 0) {
    const named = nowhere.map((text) => `${/\s/.test(text) ? 'cụm' : 'từ'} “${text.replace(/["“”]/g, '')}”`);
    return `Không báo cáo nào có ${named.join(', cũng không có ')}.`;
  }
  const all = `Không báo cáo nào có đủ những gì bạn tìm: “${state.text}”`;
  return filtered && onward.length > 0 ? `${all}, trong các bộ lọc này.` : `${all}.`;
}

/** In place of an empty list: what to change, and what that would give. */
export function NothingFound({ result }: { result: SearchResult }) {
  const { onward, state } = result;
  if (result.query === '') {
    return (
      <p className="max-w-prose border-t border-line py-6">
        Danh mục này chưa có báo cáo nào. Khi có, báo cáo mới nhất đứng ở đây.
      </p>
    );
  }
  return (
    <div className="max-w-prose border-t border-line py-6">
      <p>{state.text === '' ? 'Không có báo cáo nào khớp với các bộ lọc này.' : whatIsMissing(result)}</p>
      {onward.length > 0 && (
        <ul className="mt-3">
          {onward.map(({ label, query, count }) => (
            <li key={query}>
              <SearchLink query={query} className="inline-flex min-h-8 items-center">
                {label}
                {count !== undefined && ` · ${formatCount(count)} báo cáo`}
              </SearchLink>
            </li>
          ))}
        </ul>
      )}
      {state.text !== '' && (
        <p className="mt-3 text-soft">
          Thử ít từ hơn, hoặc số văn bản như 05-CT/TW, hoặc tên địa phương. Dấu không bắt buộc.
        </p>
      )}
      <p className="mt-3">
        <SearchLink query="">Xem báo cáo mới nhất</SearchLink>
      </p>
    </div>
  );
}
