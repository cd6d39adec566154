import { formatDate } from '@/lib/search/describe';
import { type Query, serialiseQuery, withFilter } from '@/lib/search/query';
import type { Result, ResultDirective } from '@/lib/search/result';
import { Marked } from './marked';
import { SearchLink } from './search-link';

/** One report found: title; organisation · place · date · period; snippet; directives, source and why. */
export function ResultItem({ result, query }: { result: Result; query: Query }) {
  const { id, title, titleMarks, snippet, directives, url, source, why } = result;
  return (
    <li className="border-b border-line py-3 print:break-inside-avoid">
      <article aria-labelledby={`bc-${id}`}>
        <h2 className="text-lg font-semibold">
          <a
            id={`bc-${id}`}
            href={`/bao-cao/${id}`}
            className="no-underline visited:text-soft hover:underline"
          >
            <Marked text={title} marks={titleMarks} />
          </a>
        </h2>
        <p className="text-sm text-soft">{facts(result).join(' · ')}</p>
        {snippet.text !== '' && (
          <p className="mt-0.5 line-clamp-3 text-[0.9688rem] leading-[1.5] lg:line-clamp-2 print:line-clamp-none">
            <Marked {...snippet} />
          </p>
        )}
        <ul className="mt-0.5 flex flex-wrap items-center gap-x-3.5 text-sm text-soft">
          {directives.map((directive) => (
            <li key={directive.slug ?? directive.label}>
              <DirectiveChip directive={directive} query={query} />
            </li>
          ))}
          <li>
            {url ? (
              <a href={url} rel="noopener" className="inline-flex min-h-6 items-center text-soft">
                {source}
              </a>
            ) : (
              source
            )}
          </li>
          {why.length > 0 && (
            <li className="has-[[open]]:basis-full print:hidden">
              <details>
                <summary className="inline-flex min-h-6 items-center underline decoration-line-strong decoration-dotted underline-offset-4">
                  Vì sao có kết quả này
                </summary>
                <ul className="mb-1 border-l-2 border-line pl-3">
                  {why.map(({ word, found, where }) => (
                    <li key={word}>
                      {word}
                      {found !== word && (
                        <>
                          {' '}
                          → <span className="font-semibold text-ink">{found}</span>
                        </>
                      )}
                      : {where.join(', ')}
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          )}
        </ul>
      </article>
    </li>
  );
}

/** What stands on the second line; unknown parts are left out. */
function facts({ organization, place, heldOn, publishedOn, period }: Result): string[] {
  const held = heldOn ? formatDate(heldOn) : publishedOn ? `đăng ${formatDate(publishedOn)}` : '';
  return [organization ?? '', place.label, held, period.label].filter((part) => part !== '');
}

/** The number of a document, its subject on hover, on focus and to screen readers; chosen, it filters. */
function DirectiveChip({ directive, query }: { directive: ResultDirective; query: Query }) {
  const { slug, label, title } = directive;
  if (slug === null) return <span>{label}</span>;
  const filtered = withFilter(query, 'vb', [...query.filters.vb, slug]);
  return (
    <SearchLink
      query={serialiseQuery(filtered)}
      className="has-hint inline-flex min-h-6 items-center whitespace-nowrap"
    >
      {label}
      {title !== '' && <span className="hint">{title}</span>}
    </SearchLink>
  );
}
