import { comparisonPath, reportPath } from '@/lib/domain/paths';
import { periodLabel } from '@/lib/domain/period';
import { formatCount, formatDate } from '@/lib/search/describe';
import type { Vocabulary } from '@/lib/search/vocabulary';
import { type Holding, placeName } from '@/lib/site/browse/holdings';

interface ReportListProps {
  holdings: readonly Holding[];
  vocabulary: Vocabulary;
  /** Smaller, for a list beside the text. */
  small?: boolean;
  /** Id of the report that each can be set beside. */
  compareWith?: string;
}

/** Reports in two lines each: title; place · date · period. */
export function ReportList({ holdings, vocabulary, small = false, compareWith }: ReportListProps) {
  return (
    <ul className="mt-2">
      {holdings.map((holding) => {
        const { id, title, heldOn, publishedOn, period } = holding.report;
        const held = heldOn ? formatDate(heldOn) : publishedOn ? `đăng ${formatDate(publishedOn)}` : '';
        const facts = [placeName(holding, vocabulary), held, periodLabel(period)].filter(Boolean);
        return (
          <li key={id} className={`max-w-results border-b border-line/60 ${small ? 'py-1.5' : 'py-2'}`}>
            <a
              href={reportPath(id)}
              className={`inline-block min-h-6 no-underline hover:underline ${small ? 'text-sm' : 'font-semibold'}`}
            >
              {title}
            </a>
            <p className="facts text-xs text-soft">
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
              {compareWith && (
                <span>
                  <a
                    href={comparisonPath([compareWith, id])}
                    className="inline-flex min-h-6 items-center text-soft"
                  >
                    So sánh<span className="sr-only"> với “{title}”</span>
                  </a>
                </span>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** The way from a short list to the search that finds all of them. */
export function SeeAll({ href, count }: { href: string; count: number }) {
  return (
    <p className="mt-2 text-sm">
      <a href={href} className="inline-flex min-h-6 items-center">
        Xem cả {formatCount(count)} báo cáo trong trang tìm
      </a>
    </p>
  );
}
