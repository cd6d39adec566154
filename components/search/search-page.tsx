'use client';

import {
  memo,
  type ReactNode,
  type SyntheticEvent,
  startTransition,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { Frame } from '@/components/layout/frame';
import { FilterIcon } from '@/components/layout/icons';
import { useSite } from '@/components/layout/site-face';
import { ResultOutputs } from '@/components/outputs/result-outputs';
import { ShareMenu } from '@/components/outputs/share-menu';
import { CrossTable, TileMap, Timeline } from '@/components/views/lazy';
import { at } from '@/lib/domain/edition';
import type { CrossCounts } from '@/lib/search/cross-counts';
import { formatCount, formatDate } from '@/lib/search/describe';
import type { FacetName } from '@/lib/search/facets';
import {
  countFilters,
  defaultSort,
  factsAsFilters,
  NO_FILTERS,
  type Query,
  SORTS,
  type Sort,
  searchHref,
  serialiseQuery,
  toggleFilter,
  VIEWS,
} from '@/lib/search/query';
import type { SearchResult } from '@/lib/search/result';
import { timelineOf } from '@/lib/search/timeline';
import { Chips } from './chips';
import { Dialog } from './dialog';
import { Facets } from './facets';
import { FirstVisit } from './first-visit';
import { FORM } from './form';
import { KeysDialog } from './keys-dialog';
import { NothingFound } from './nothing-found';
import { Notices } from './notices';
import { OneStop } from './one-stop';
import { Pagination } from './pagination';
import { ResultItem } from './result-item';
import { SearchBox } from './search-box';
import { GoContext, SearchLink } from './search-link';
import { Suggestions } from './suggestions';
import { documentTitle, pageTitle } from './titles';
import { useSearch } from './use-search';

/** Wait before a screen reader is told the count: who types on does not want each one. */
const ANNOUNCE_AFTER = 800;
/** From here on facets have a column of their own: Tailwind's `lg`. */
const WIDE = '(min-width: 64rem)';

interface SearchPageProps {
  /** The answer to the address, as the server found it. */
  initial: SearchResult;
  /** The query string it answers, as it was asked. */
  madeFor: string;
  /** Folder of the built index; null where it is too large for the browser: then the server alone answers. */
  indexAddress: string | null;
  /** `https://host` under which the server was asked. */
  origin: string;
  /** The facet that the plain form asked to be shown whole; empty for none. */
  whole: string;
  /** ISO date of the newest addition, where it is known; asked for only where nothing was searched. */
  lastAdded?: string;
  /** What follows the list where nothing was asked for. */
  about?: ReactNode;
}

/**
 * The search page. The server renders it whole, as one GET form that works without scripts; in the browser the
 * same components take over and answer at once.
 */
export function SearchPage({
  initial,
  madeFor,
  indexAddress,
  origin,
  whole,
  lastAdded,
  about,
}: SearchPageProps) {
  const site = useSite();
  const field = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const search = useSearch(initial, madeFor, indexAddress, field, heading);
  const { query, result, answers } = search;
  const [sheet, setSheet] = useState(false);
  const wide = useWide();
  const live = useLive();
  // What this site is stays while the first words are typed: the list must not jump.
  const home = initial.query === '' && !search.left;
  // While one types the list comes first; bars and facets in a task of their own, the rest once the answer stands.
  const counted = useCounted(result, search.typed);
  const standing = useStanding(result, search.typed);

  usePreparation(() => answers.prepare());
  useEffect(() => {
    document.title = documentTitle(result, site);
  }, [result, site]);

  const { set } = search;
  const onToggle = useCallback(
    (name: FacetName, value: string) => set((now) => toggleFilter(now, name, value)),
    [set],
  );
  const onLineage = useCallback(() => set((now) => ({ ...now, lineage: !now.lineage, page: 1 })), [set]);
  const asSent = useAsSent();
  function openSheet(event: SyntheticEvent) {
    event.preventDefault();
    setSheet(true);
    if (location.hash === '') return;
    // The link was followed before it was a button.
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  }
  const list = (
    <Facets
      facets={counted.facets}
      filters={query.filters}
      lineage={query.lineage}
      whole={whole}
      onToggle={onToggle}
      onLineage={onLineage}
    />
  );

  return (
    <GoContext value={search.go}>
      <Frame
        path={result.query === '' ? '/' : ''}
        skip={{ to: 'ket-qua', label: 'Tới kết quả' }}
        search={
          <SearchBox
            field={field}
            text={initial.state.text}
            onIntent={() => answers.prepare()}
            onCommit={search.commit}
          >
            <Suggestions
              field={field}
              onType={search.type}
              suggest={search.suggest}
              onChoose={(suggestion) => search.go(suggestion.query, 'top')}
            />
          </SearchBox>
        }
      >
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 lg:grid-cols-[17rem_minmax(0,1fr)] print:block">
          <section aria-labelledby="so-bao-cao" className="lg:col-start-2">
            {home && <Intro total={initial.total} span={initial.span} lastAdded={lastAdded} />}
            <div className="toolbar flex items-center gap-1.5 py-1 sm:gap-2 lg:py-0.5">
              <h1
                id="so-bao-cao"
                ref={heading}
                tabIndex={-1}
                className="mr-auto text-base leading-tight font-semibold outline-none max-sm:max-w-28 max-sm:shrink-0 max-sm:grow"
              >
                <Found result={result} />
                {result.words !== '' && <span className="sr-only print:not-sr-only"> · {result.words}</span>}
              </h1>
              <ShareMenu
                path={searchHref(result.state)}
                text={pageTitle(result) || site.name}
                origin={origin}
              />
              <SortSelect query={query} onSort={(sort) => set((now) => ({ ...now, sort, page: 1 }))} />
              {/* Without scripts, or before they run, the same link leads to the filters below the list. */}
              {/* biome-ignore lint/a11y/useValidAnchor: a button leads nowhere without scripts */}
              <a
                id="mo-bo-loc"
                href="#bo-loc"
                data-early=""
                role={live ? 'button' : undefined}
                aria-haspopup={live ? 'dialog' : undefined}
                onClick={openSheet}
                onKeyDown={(event) => {
                  if (event.key === ' ') openSheet(event);
                }}
                className="control flex items-center gap-2 px-2 text-sm whitespace-nowrap text-ink no-underline sm:px-3 lg:hidden print:hidden"
              >
                <span className="max-sm:hidden">
                  <FilterIcon />
                </span>
                {filterLabel(query)}
              </a>
            </div>
            <p className="hidden pb-2 text-sm break-all print:block">
              {origin}
              {at(searchHref(result.state))}
            </p>
            <Chips chips={result.chips} applied={result.applied} facets={result.facets} query={query} />
            <Overview
              result={counted}
              trouble={search.trouble}
              onRetry={search.retry}
              onDismiss={search.dismiss}
            />
            <div
              id="ket-qua"
              tabIndex={-1}
              aria-busy={search.pending}
              className={`outline-none ${search.typed ? 'passing' : ''} ${
                search.pending ? 'opacity-55 transition-opacity duration-0 motion-safe:duration-150' : ''
              }`}
            >
              <Results
                result={result}
                typed={search.typed}
                stands={standing === result}
                first={search.typed && !wide ? FIRST.narrow : FIRST.wide}
              />
            </div>
            {result.query === '' && about}
            {result.total > 0 && <Outputs result={standing} />}
          </section>
          <aside
            id="bo-loc"
            aria-label="Bộ lọc"
            className={`facet-panel lg:col-start-1 lg:row-start-1 print:hidden ${live ? 'max-lg:hidden' : ''}`}
            suppressHydrationWarning={asSent}
            {...(asSent
              ? { dangerouslySetInnerHTML: { __html: '' } }
              : {
                  children: (
                    <>
                      <a href="#chan-trang" className="skip-link">
                        Bỏ qua bộ lọc
                      </a>
                      {(wide || !live) && !sheet && list}
                      {!live && (
                        <button type="submit" form={FORM} className="control-primary my-4 w-full">
                          Áp dụng bộ lọc
                        </button>
                      )}
                    </>
                  ),
                })}
          />
        </div>
        <Announcement text={announced(result)} />
        {sheet && (
          <Dialog
            title={filterLabel(query)}
            shape="sheet"
            onClose={() => setSheet(false)}
            footer={
              <>
                <button
                  type="button"
                  disabled={countFilters(query) === 0}
                  onClick={() => set((now) => ({ ...now, filters: NO_FILTERS, page: 1 }))}
                  className="control px-3 disabled:text-soft"
                >
                  Xóa tất cả
                </button>
                <button type="button" onClick={() => setSheet(false)} className="control-primary flex-1 px-3">
                  Xem {formatCount(result.total)} báo cáo
                </button>
              </>
            }
          >
            {list}
          </Dialog>
        )}
        <KeysDialog />
      </Frame>
    </GoContext>
  );
}

/** What this is, in a sentence, for who comes for the first time. */
function Intro({
  total,
  span,
  lastAdded,
}: Pick<SearchResult, 'total' | 'span'> & Pick<SearchPageProps, 'lastAdded'>) {
  const { purpose } = useSite();
  return (
    <p className="max-w-results pt-3 text-sm">
      {purpose} {formatCount(total)} báo cáo{span && `, ${span.first}–${span.last}`}
      {lastAdded && `, thêm gần nhất ngày ${formatDate(lastAdded)}`}: tìm trong tóm tắt và dữ kiện do trang
      này viết; toàn văn ở các nguồn được dẫn.
    </p>
  );
}

/** `8 báo cáo, 6 hội nghị`; the conferences only where they are fewer. */
function foundInWords({ total, conferences }: SearchResult): string[] {
  const reports = `${formatCount(total)} báo cáo`;
  return conferences < total ? [`${reports},`, `${formatCount(conferences)} hội nghị`] : [reports];
}

/** The same; on a phone it breaks between the two. */
function Found({ result }: { result: SearchResult }) {
  const [reports, conferences] = foundInWords(result);
  return (
    <>
      <span className="whitespace-nowrap">{reports}</span>
      {conferences && (
        <>
          {' '}
          <span className="whitespace-nowrap">{conferences}</span>
        </>
      )}
    </>
  );
}

/** What a screen reader is told of an answer: how many, of what text if it was repaired, in which order. */
function announced(result: SearchResult): string {
  const { suggestion, near, total, state } = result;
  return [
    foundInWords(result).join(' '),
    suggestion ? `đang hiển thị kết quả cho ${suggestion.text}` : '',
    total < FEW && near.length > 0 ? `${formatCount(near.length)} báo cáo gần đúng` : '',
    state.sort === defaultSort(state.text)
      ? ''
      : (SORTS.find(({ value }) => value === state.sort)?.label ?? ''),
  ]
    .filter(Boolean)
    .join(', ');
}

type OverviewProps = { result: SearchResult } & Omit<React.ComponentProps<typeof Notices>, 'result'>;

/** The found reports by year, the ways to look at them, and what is to be told of the answer. */
const Overview = memo(function Overview({ result, ...told }: OverviewProps) {
  const asked = factsAsFilters(result);
  return (
    <Timeline years={timelineOf({ ...result, state: asked })} state={asked} note={noteOf(result, told)}>
      {result.query !== '' && <ViewLinks query={result.state} />}
    </Timeline>
  );
});

/** What is to be told beside the ways to look: notices, or searches to try for who asked nothing yet. */
function noteOf(result: SearchResult, told: Omit<OverviewProps, 'result'>) {
  const { notices, suggestion, understood, words, page } = result;
  if (told.trouble || suggestion || notices.length + understood.length > 0) {
    return <Notices result={result} {...told} />;
  }
  return words === '' && page === 1 ? <FirstVisit /> : undefined;
}

/** `ResultOutputs`, drawn anew only for another answer. */
const Outputs = memo(ResultOutputs);

interface ResultsProps {
  result: SearchResult;
  typed: boolean;
  /** The answer has stood for a moment. */
  stands: boolean;
  /** Results drawn of one that came by typing, until it stands. */
  first: number;
}

/** The list, apart from the controls: what is typed does not draw it anew, only an answer does. */
const Results = memo(function Results({ result, typed, stands, first }: ResultsProps) {
  const near = result.total < FEW ? result.near : [];
  const most = result.results.length + near.length;
  const drawn = useDrawn(result, typed ? first : most, stands ? most : first);
  const whole = stands && drawn >= most;
  if (result.total > 0 && result.cross) return <Counts result={result} cross={result.cross} />;
  return (
    <>
      {result.results.length === 0 ? (
        <NothingFound result={result} />
      ) : (
        // As high as the screen from the start: what follows the list must not come into view and go.
        <ol className={`border-t border-line ${whole ? '' : 'min-h-dvh'}`}>
          {result.results.slice(0, drawn).map((one) => (
            <ResultItem key={one.id} result={one} query={result.state} />
          ))}
        </ol>
      )}
      {whole && <Pagination query={result.state} pages={result.pages} />}
      {drawn > result.results.length && near.length > 0 && (
        <Near near={near.slice(0, drawn - result.results.length)} query={result.state} />
      )}
    </>
  );
});

/** Results drawn with each letter: those of the first screen, of a phone and of a desk. */
const FIRST = { narrow: 3, wide: 6 };
/** The rest comes so many at a time: laying out all of it at once would hold up the next letter. */
const STEP = 2;
/** Wait before the rest is drawn: whoever types on never sees it. */
const REST_AFTER = 400;

/** The answer whose counts are shown: of one that came by typing, once its list has been painted. */
function useCounted(result: SearchResult, typed: boolean): SearchResult {
  const [counted, setCounted] = useState(result);
  useEffect(() => {
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => startTransition(() => setCounted(result)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [result]);
  return typed ? counted : result;
}

/** How many of an answer's results are drawn: `from` at first, then more, a step in a task of its own, up to `to`. */
function useDrawn(result: SearchResult, from: number, to: number): number {
  const [grown, setGrown] = useState({ of: result, drawn: from });
  const drawn = grown.of === result ? Math.max(grown.drawn, from) : from;
  useEffect(() => {
    if (drawn >= to) return;
    const timer = setTimeout(() => startTransition(() => setGrown({ of: result, drawn: drawn + STEP })));
    return () => clearTimeout(timer);
  }, [result, drawn, to]);
  return drawn;
}

/** The last answer that has stood for a moment; one that came otherwise than by typing does so at once. */
function useStanding(result: SearchResult, typed: boolean): SearchResult {
  const [standing, setStanding] = useState(result);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setStanding(result)), REST_AFTER);
    return () => clearTimeout(timer);
  }, [result]);
  return typed ? standing : result;
}

/** Fewer found than this: what comes near is shown below. */
const FEW = 10;

/** Reports that lack something, below a line that says so, each with what it lacks. */
function Near({ near, query }: { near: SearchResult['near']; query: Query }) {
  return (
    <section aria-labelledby="gan-dung" className="mt-6">
      <h2 id="gan-dung" className="pb-1 text-base font-semibold">
        Gần đúng: thiếu một phần điều bạn tìm
      </h2>
      <ol className="border-t border-line">
        {near.map((one) => (
          <ResultItem key={one.id} result={one} query={query} missing={one.missing} />
        ))}
      </ol>
    </section>
  );
}

/** The found reports as a table of places by years, or as a map. */
function Counts({ result, cross }: { result: SearchResult; cross: CrossCounts }) {
  const { words } = result;
  const state = factsAsFilters(result);
  if (state.view === 'ban-do') return <TileMap state={state} cross={cross} />;
  const fine = state.view === 'bang-tinh-cu';
  return (
    <>
      <p className="mt-2 text-sm print:hidden">
        <SearchLink
          query={serialiseQuery({ ...result.state, view: fine ? 'bang' : 'bang-tinh-cu', page: 1 })}
        >
          {fine ? 'Gộp theo 34 tỉnh, thành phố' : 'Tách riêng các tỉnh trước sáp nhập'}
        </SearchLink>
      </p>
      <CrossTable
        state={state}
        cross={cross}
        caption={`Số báo cáo theo địa phương và năm${words && `: ${words}`}`}
        heading="Địa phương"
      />
    </>
  );
}

/** The ways to look at what was found; the one in use is no link. */
function ViewLinks({ query }: { query: Query }) {
  const now = query.view === 'bang-tinh-cu' ? 'bang' : query.view;
  return (
    <nav aria-label="Cách xem" className="print:hidden">
      <OneStop className="flex gap-x-1 text-sm">
        {VIEWS.filter(({ value }) => value !== 'bang-tinh-cu').map(({ value, label }) =>
          value === now ? (
            <strong key={value} aria-current="page" className="view-tab border-accent">
              {label}
            </strong>
          ) : (
            <SearchLink
              key={value}
              query={serialiseQuery({ ...query, view: value, page: 1 })}
              className="view-tab border-transparent no-underline hover:border-line-strong"
            >
              {label}
            </SearchLink>
          ),
        )}
      </OneStop>{' '}
    </nav>
  );
}

/** Whether facets stand beside the list. True on the server: the form without scripts needs them anywhere. */
function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(WIDE);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(WIDE).matches,
    () => true,
  );
}

/** True once scripts run: what the plain form needs can go. */
function useLive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}

/**
 * True while a phone's page becomes live: the filters below its list, of use without scripts only, go then, and are not
 * taken over first, node by node. (React leaves what the server wrote where it is told that it is not its own.)
 */
function useAsSent(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => false,
    () => typeof document !== 'undefined' && !matchMedia(WIDE).matches,
  );
}

function filterLabel(query: Query): string {
  const set = countFilters(query);
  return set === 0 ? 'Bộ lọc' : `Bộ lọc (${set})`;
}

function SortSelect({ query, onSort }: { query: Query; onSort(sort: Sort): void }) {
  const byDefault = defaultSort(query.text);
  return (
    <>
      <select
        id="sap-xep"
        form={FORM}
        name="sap-xep"
        aria-label="Sắp xếp"
        value={query.sort === byDefault ? '' : query.sort}
        onChange={(event) => onSort((event.target.value || byDefault) as Sort)}
        className="control min-w-0 px-1 text-sm max-sm:max-w-34 sm:px-2 print:hidden"
      >
        {SORTS.filter(({ value }) => value !== 'lien-quan' || query.text !== '').map(({ value, label }) => (
          // The plain form must not ask for the order that goes without saying: with other words it is another.
          <option key={value} value={value === byDefault ? '' : value}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" form={FORM} className="control hidden px-3 text-sm noscript:block">
        Xếp
      </button>
    </>
  );
}

/** Tells a screen reader what the list became, once it stands still. */
function Announcement({ text }: { text: string }) {
  const [told, setTold] = useState('');
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return;
    first.current = '';
    const timer = setTimeout(() => setTold(text), ANNOUNCE_AFTER);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p role="status" className="sr-only">
      {told}
    </p>
  );
}

/** Calls `prepare` once the page is idle, unless the person asked to save data. */
function usePreparation(prepare: () => void): void {
  const call = useRef(prepare);
  useEffect(() => {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (connection?.saveData) return;
    // Safari has no requestIdleCallback.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => call.current(), 1500);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(() => call.current(), { timeout: 4000 });
    return () => cancelIdleCallback(handle);
  }, []);
}
