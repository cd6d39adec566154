import { Fragment } from 'react';
import { formatDate } from '@/lib/search/describe';
import { type Query, serialiseQuery, withFilter } from '@/lib/search/query';
import type { Result, ResultDirective } from '@/lib/search/result';
import { Marked } from './marked';
import { SearchLink } from './search-link';

/** Documents that fit in the margin beside a result; more of them stand below it. */
const IN_MARGIN = 3;

interface ResultItemProps {
  result: Result;
  /** The search that the list answers: the report's page leads back to it. */
  query: Query;
  /** What it lacks, where it only comes near. */
  missing?: readonly string[];
}

/**
 * One report found: title; organisation · place · date · period · source; snippet; directives, which on a wide
 * screen stand in the margin.
 */
export function ResultItem({ result, query, missing }: ResultItemProps) {
  const from = serialiseQuery(query);
  const { id, title, titleMarks, snippet, why } = result;
  const directives = unlike(result.directives);
  const inMargin = directives.length <= IN_MARGIN;
  return (
    <li className="border-b border-line py-2 lg:py-[0.4375rem] print:break-inside-avoid">
      <article
        aria-labelledby={`bc-${id}`}
        className={inMargin ? 'gap-x-8 xl:grid xl:grid-cols-[43rem_1fr] print:block' : ''}
      >
        <div className="relative lg:max-w-[43rem]">
          <h2 className={`text-lg font-semibold ${why.length > 0 ? 'pr-8 xl:pr-0' : ''}`}>
            <a
              id={`bc-${id}`}
              href={from === '' ? `/bao-cao/${id}` : `/bao-cao/${id}?tu=${encodeURIComponent(from)}`}
              className="no-underline hover:underline"
            >
              <Marked text={title} marks={titleMarks} />
            </a>
          </h2>
          <Facts result={result} />
          {missing && (
            <p className="text-sm text-soft">
              {missing.length > 0 ? `Thiếu: ${missing.join(', ')}` : 'Có đủ, nhưng viết khác'}
            </p>
          )}
          {snippet.text !== '' && (
            <p className="line-clamp-3 text-[0.9688rem] leading-[1.48] lg:line-clamp-2 print:line-clamp-none">
              <Marked {...snippet} />
            </p>
          )}
          {result.conference.others.length > 0 && <Others ids={result.conference.others} from={from} />}
          {why.length > 0 && <Why why={why} />}
        </div>
        {directives.length > 0 && (
          <ul
            aria-label="Văn bản được nhắc tới"
            className={`mt-0.5 flex flex-wrap gap-x-3.5 text-sm text-soft ${inMargin ? 'xl:block xl:text-xs print:flex' : 'lg:max-w-[43rem]'}`}
          >
            {directives.map((directive) => (
              <li key={directive.slug ?? directive.label}>
                <DirectiveChip directive={directive} query={query} />
              </li>
            ))}
          </ul>
        )}
      </article>
    </li>
  );
}

/** Further reports of the same conference, folded. */
function Others({ ids, from }: { ids: readonly string[]; from: string }) {
  return (
    <details className="text-sm text-soft print:hidden">
      <summary className="min-h-6">và {ids.length} bài khác về hội nghị này</summary>
      <ul className="flex flex-wrap gap-x-3">
        {ids.map((id, i) => (
          <li key={id}>
            <a href={from === '' ? `/bao-cao/${id}` : `/bao-cao/${id}?tu=${encodeURIComponent(from)}`}>
              Bài {i + 2}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A page may cite one document in several words. */
function unlike(directives: readonly ResultDirective[]): ResultDirective[] {
  return [...new Map(directives.map((one) => [one.slug ?? one.label, one])).values()];
}

/** The second line: what is known, in one order; what is not known is left out. */
function Facts({
  result: { organization, place, heldOn, publishedOn, period, source, url },
}: {
  result: Result;
}) {
  const held = heldOn ? formatDate(heldOn) : publishedOn ? `đăng ${formatDate(publishedOn)}` : '';
  const facts = [organization ?? '', place.label, held, period.label].filter((part) => part !== '');
  return (
    <p className="text-sm text-soft">
      {facts.map((fact) => (
        <Fragment key={fact}>
          <span className={fact.length < 24 ? 'whitespace-nowrap' : ''}>{fact} ·</span>{' '}
        </Fragment>
      ))}
      {url ? (
        // Alone on its line it is no link within a text: then it must be large enough to be hit.
        <a
          href={url}
          rel="noopener"
          className={`text-soft ${facts.length === 0 ? 'inline-flex min-h-6 items-center' : ''}`}
        >
          <span className="sr-only">Xem nguồn: </span>
          {source}
        </a>
      ) : (
        source
      )}
    </p>
  );
}

/** What answers each word of the search, behind a quiet disclosure at the end of the title's line. */
function Why({ why }: Pick<Result, 'why'>) {
  return (
    <details className="text-sm text-soft print:hidden">
      <summary className="has-hint has-hint-right absolute right-0 top-0 xl:-right-7 flex size-6 items-center justify-center rounded-full border border-line text-xs">
        <span aria-hidden="true">?</span>
        <span className="hint">Vì sao có kết quả này</span>
      </summary>
      <ul className="mt-1 border-l-2 border-line pl-3">
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
  );
}

/** The number of a document, its subject on hover, on focus and to screen readers; chosen, it filters. */
function DirectiveChip({ directive, query }: { directive: ResultDirective; query: Query }) {
  const { slug, label, title } = directive;
  if (slug === null) return <span>{label}</span>;
  const filtered = withFilter(query, 'vb', [...query.filters.vb, slug]);
  return (
    <SearchLink
      query={serialiseQuery(filtered)}
      className="has-hint xl:has-hint-right inline-flex min-h-6 items-center"
    >
      {label}
      {title !== '' && <span className="hint">{title}</span>}
    </SearchLink>
  );
}
