import type { ReactNode } from 'react';
import { formatCount } from '@/lib/search/describe';
import type { SearchResult } from '@/lib/search/result';
import { SearchLink } from './search-link';
import type { Trouble } from './use-search';

interface NoticesProps {
  result: SearchResult;
  trouble: Trouble;
  onRetry(): void;
  onDismiss(): void;
}

const UNANSWERED = {
  offline: 'Không kết nối được tới máy chủ.',
  late: 'Chưa có trả lời: mạng hoặc máy chủ đang chậm, trang vẫn đợi.',
  down: 'Máy tìm kiếm đang không trả lời.',
};

/** Everything to be told about the search, each with its next step. */
export function Notices({ result, trouble, onRetry, onDismiss }: NoticesProps) {
  const { notices, suggestion, understood, state } = result;
  return (
    <div className="text-sm text-ink">
      {trouble !== null && trouble !== 'index' && (
        <Line alert>
          {UNANSWERED[trouble]} Kết quả bên dưới là của lần tìm trước.{' '}
          <button type="button" onClick={onRetry} className="link-button min-h-6">
            Thử lại
          </button>
        </Line>
      )}
      {trouble === 'index' && (
        <Line alert>
          Chưa tải được chỉ mục về máy: máy chủ trả lời thay, kết quả vẫn như nhau.{' '}
          <button type="button" onClick={onDismiss} className="link-button min-h-6">
            Đã hiểu
          </button>
        </Line>
      )}
      {suggestion && (
        <Line>
          Đang hiển thị kết quả cho <strong className="font-semibold">{suggestion.text}</strong>.{' '}
          <SearchLink query={suggestion.query}>Tìm đúng “{state.text}”</SearchLink>
        </Line>
      )}
      {notices.map(({ code, text }) => (
        <Line key={`${code} ${text}`}>{text}</Line>
      ))}
      {understood.length > 0 && (
        <Line>
          Lọc theo:{' '}
          {understood.map(({ label, query, count }) => (
            <SearchLink key={query} query={query} className="mr-3 inline-flex min-h-6 items-center">
              {label}
              {count !== undefined && ` (${formatCount(count)})`}
            </SearchLink>
          ))}
        </Line>
      )}
    </div>
  );
}

function Line({ alert, children }: { alert?: boolean; children: ReactNode }) {
  return (
    <p
      role={alert ? 'alert' : undefined}
      // Above the suggestions: its button is wanted while they are open.
      className={`print:hidden ${alert ? 'relative z-30 bg-paper text-alert' : ''}`}
    >
      {children}
    </p>
  );
}
