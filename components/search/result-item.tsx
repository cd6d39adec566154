import { PickBox } from '@/components/outputs/picks';
import { reportPath } from '@/lib/domain/paths';
import { formatDate } from '@/lib/search/describe';
import { type Query, serialiseQuery, withFilter } from '@/lib/search/query';
import type { Result, ResultDirective } from '@/lib/search/result';
import { Marked } from './marked';
import { SearchLink } from './search-link';

interface ResultItemProps {
  result: Result;
  /** The search that the list answers: the report's page leads back to it. */
  query: Query;
  /** What it lacks, where it only comes near. */
  missing?: readonly string[];
}

/** One report found: who and when, with its documents; title; snippet. */
export function ResultItem({ result, query, missing }: ResultItemProps) {
  const from = serialiseQuery(query);
  const { id, title, titleMarks, snippet, why } = result;
  const directives = unlike(result.directives);
  return (
    <li className="border-b border-line py-2 lg:py-[3px] print:break-inside-avoid">
      <article aria-labelledby={`bc-${id}`} className="relative flex flex-col">
        {/* First to a screen reader and the keyboard, second to the eye. */}
        <h2 className="text-lg font-semibold">
          <a id={`bc-${id}`} href={reportPath(id, from)} className="no-underline hover:underline">
            <Marked text={title} marks={titleMarks} />
          </a>
        </h2>
        <div
          className={`order-first flex flex-wrap items-baseline gap-x-4 text-sm ${why.length > 0 ? 'pr-24' : 'pr-17'} noscript:pr-8`}
        >
          <Facts result={result} />
          {result.conference.others.length > 0 && <Others conference={result.conference} from={from} />}
          {directives.length > 0 && (
            <ul aria-label="Văn bản được nhắc tới" className="flex flex-wrap gap-x-3.5 max-sm:hidden">
              {directives.map((directive) => (
                <li key={directive.slug ?? directive.label}>
                  <DirectiveChip directive={directive} query={query} />
                </li>
              ))}
            </ul>
          )}
        </div>
        <span className="absolute top-0 right-0">
          <PickBox id={id} title={title} />
        </span>
        {snippet.text !== '' && (
          <p className="lines-3 max-w-results text-[0.9688rem] leading-[1.48] lg:lines-2 print:max-h-none">
            <Marked {...snippet} />
          </p>
        )}
        {result.told.map(({ label, text }) => (
          <p key={label} className="max-w-results text-[0.9688rem]">
            <span className="text-soft">{label}:</span> {text}
          </p>
        ))}
        {missing && (
          <p className="text-sm text-soft">
            {missing.length > 0 ? `Thiếu: ${missing.join(', ')}` : 'Có đủ, nhưng viết khác'}
          </p>
        )}
        {why.length > 0 && <Why why={why} />}
      </article>
    </li>
  );
}

/** Further reports of the same conference, folded. */
function Others({
  conference: { others: ids, titles },
  from,
}: {
  conference: Result['conference'];
  from: string;
}) {
  return (
    <details className="mb-1 text-sm text-soft open:w-full print:hidden">
      <summary className="flex min-h-6 w-fit items-center underline decoration-line-strong underline-offset-4">
        và {ids.length} bài khác về hội nghị này
      </summary>
      <ul>
        {ids.map((id, i) => (
          <li key={id}>
            <a href={reportPath(id, from)} className="inline-flex min-h-6 items-center">
              {titles[i]}
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

/** The first line: place and period lead, then the day, the body, the source; what is not known is left out. */
function Facts({ result }: { result: Result }) {
  const { place, heldOn, publishedOn, period, source, url } = result;
  const held = heldOn ? `họp ${formatDate(heldOn)}` : publishedOn ? `đăng ${formatDate(publishedOn)}` : '';
  const facts = [
    [place.label, 'font-semibold text-ink'],
    [period.label, 'font-semibold text-ink whitespace-nowrap'],
    [held, 'whitespace-nowrap'],
    // Where documents stand in the line there is no room for it.
    [result.directives.length + result.conference.others.length === 0 ? bodyOf(result) : '', 'max-lg:hidden'],
  ].filter(([fact]) => fact !== '');
  return (
    <p className="facts text-soft">
      {facts.map(([fact, look]) => (
        <span key={fact} className={look}>
          {fact}
        </span>
      ))}
      <span>
        {url ? (
          <a href={url} rel="noopener" className="inline-flex min-h-6 items-center text-soft">
            <span className="sr-only">Xem nguồn: </span>
            {source}
          </a>
        ) : (
          source
        )}
      </span>
    </p>
  );
}

/** The body that reported, without the name of its place: that leads the line already. */
function bodyOf({ organization, place }: Result): string {
  if (!organization) return '';
  const names = place.label
    .split(/, | \(nay thuộc |\)/)
    .filter(Boolean)
    // `Huyện ủy Bình Giang` of `huyện Bình Giang` too.
    .flatMap((one) => [one, one.replace(/^(\p{Ll}+ )+/u, '')]);
  const said = organization.toLowerCase();
  const name = names.find((one) => said.endsWith(` ${one.toLowerCase()}`));
  return name ? organization.slice(0, -name.length - 1) : organization;
}

/** What answers each word of the search, behind a quiet disclosure at the end of the title's line. */
function Why({ why }: Pick<Result, 'why'>) {
  return (
    <details className="text-sm text-soft print:hidden">
      <summary className="has-hint has-hint-right absolute right-17 top-0 flex size-6 noscript:right-0 items-center justify-center rounded-full border border-line text-xs">
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
      className="has-hint inline-flex min-h-6 items-center text-soft"
    >
      {label}
      {title !== '' && <span className="hint">{title}</span>}
    </SearchLink>
  );
}
