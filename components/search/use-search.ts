import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { at, pathWithin } from '@/lib/domain/edition';
import { searchPath } from '@/lib/domain/paths';
import { FACET_NAMES } from '@/lib/search/facets';
import {
  defaultSort,
  normaliseText,
  type Query,
  SORTS,
  serialiseQuery,
  toggleFilter,
  withText,
} from '@/lib/search/query';
import type { SearchResult } from '@/lib/search/result';
import type { Suggestion } from '@/lib/search/suggest';
import { Answers, ASK_SERVER_AFTER, SearchDown } from './answers';
import { placeOf, rememberPlace, storePlaces } from './places';

/** Wait before typing is written to the address: Safari refuses more than 100 writes in 10 seconds. */
const WRITE_AFTER = 300;
/** Wait before the list is shown as waiting: most answers come sooner. */
const BUSY_AFTER = 150;
/** Answers kept for back and forward. */
const KEPT = 40;
const TOLD = 'index-failure-told';

/** `late`: nobody has answered in time, and the last way is still waited for; `down`: the server's search does not answer. */
export type Trouble = 'index' | 'offline' | 'late' | 'down' | null;

/** What should be in view, and focused, once the answer is shown. */
type After = 'results' | 'top' | 'stay' | 'restore';

export interface Search {
  /** What the controls show: the newest search asked for. */
  query: Query;
  /** What the list shows: the newest answer. */
  result: SearchResult;
  /** The list is older than the controls, and has been for a moment. */
  pending: boolean;
  /** The list came by typing: most lists that do are passed over unread. */
  typed: boolean;
  trouble: Trouble;
  answers: Answers;
  /** Searches for text as it is typed. */
  type(text: string): void;
  /** Goes to a query string by a new entry of the history; `after` says what comes into view. */
  go(query: string, after?: After): void;
  /** The same for a change of the search that the controls should show at once. */
  set(change: (query: Query) => Query): void;
  /** The text typed is a search of its own: what is typed next is another step of the history. */
  commit(): void;
  /** The page has gone on from the search it was opened with, by more than typing. */
  left: boolean;
  /** What the text typed last might become. */
  suggest(): Promise<Suggestion[]>;
  /** Asks again for what could not be answered. */
  retry(): void;
  dismiss(): void;
}

/**
 * The state of the search page. The address is the single source of truth: a filter, an order, a page adds
 * an entry to the history; the first letter typed after one does too, those after it replace that entry until the text
 * is committed; back and forward bring results, scroll and focus again.
 *
 *   type ─┐                     ┌─ worker ─┐
 *   go   ─┼─> ask(query string) ┤          ├─> show, unless something newer was asked
 *   back ─┘                     └─ server ─┘
 *
 * @param initial what the server rendered
 * @param asked the query string it was rendered for, as it was asked
 * @param indexAddress folder of the built index; null where the server alone answers
 * @param field the search field: its value is set when the search comes from elsewhere, never while typing
 * @param heading gets the focus when the results are what was asked for
 */
export function useSearch(
  initial: SearchResult,
  asked: string,
  indexAddress: string | null,
  field: React.RefObject<HTMLInputElement | null>,
  heading: React.RefObject<HTMLElement | null>,
): Search {
  const [query, setQuery] = useState(initial.state);
  const [result, setResult] = useState(initial);
  const [pending, setPending] = useState(false);
  const [typed, setTyped] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [answers] = useState(
    () =>
      new Answers(indexAddress, () => {
        if (tellOnce()) setTrouble((known) => known ?? 'index');
      }),
  );

  const newest = useRef({ query: initial.state, string: initial.query });
  const asking = useRef<AbortController | null>(null);
  const timers = useRef({ write: 0, ask: 0, busy: 0 });
  const kept = useRef(new Map([[initial.query, initial]]));
  const after = useRef<After>('stay');
  const address = useRef('');
  /** The newest entry of the history is a text still being typed. */
  const draft = useRef(false);
  const [left, setLeft] = useState(false);
  const scrolled = useRef(0);

  /** Shows the list as waiting, if it still is after a moment. */
  const wait = useCallback(() => {
    clearTimeout(timers.current.busy);
    timers.current.busy = window.setTimeout(() => setPending(true), BUSY_AFTER);
  }, []);

  const waited = useCallback(() => {
    clearTimeout(timers.current.busy);
    setPending(false);
  }, []);

  const show = useCallback(
    (answer: SearchResult, asked: string, byTyping = false) => {
      keep(kept.current, asked, answer);
      keep(kept.current, answer.query, answer);
      newest.current = { query: answer.state, string: asked };
      setQuery(answer.state);
      setResult(answer);
      setTyped(byTyping);
      waited();
      setTrouble((known) => (known === 'index' ? known : null));
    },
    [waited],
  );

  const ask = useCallback(
    (string: string, byTyping = false) => {
      asking.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      asking.current = controller;
      newest.current = { ...newest.current, string };
      wait();
      const onLate = () => {
        if (!signal.aborted) setTrouble('late');
      };
      answers.search(string, signal, onLate).then(
        (answer) => {
          if (!signal.aborted) startTransition(() => show(answer, string, byTyping));
        },
        (error) => {
          if (signal.aborted) return;
          waited();
          setTrouble(error instanceof SearchDown ? 'down' : 'offline');
        },
      );
    },
    [answers, show, wait, waited],
  );

  /** Writes what was typed last into the address, at once. */
  const write = useCallback(() => {
    if (timers.current.write === 0) return;
    clearTimeout(timers.current.write);
    timers.current.write = 0;
    const string = serialiseQuery(newest.current.query);
    if (string === address.current) return;
    if (draft.current) window.history.replaceState(null, '', at(searchPath(string)));
    else {
      rememberPlace(address.current, scrolled.current);
      window.history.pushState(null, '', at(searchPath(string)));
    }
    draft.current = true;
    address.current = string;
  }, []);

  const commit = useCallback(() => {
    write();
    draft.current = false;
  }, [write]);

  const type = useCallback(
    (text: string) => {
      const next = withText(newest.current.query, text);
      after.current = 'top';
      // Nothing is drawn for a letter: the field shows it, and the controls change with the answer.
      newest.current = { ...newest.current, query: next };
      clearTimeout(timers.current.write);
      timers.current.write = window.setTimeout(write, WRITE_AFTER);
      clearTimeout(timers.current.ask);
      // An answer to something older must not come in between.
      asking.current?.abort();
      if (answers.local) ask(serialiseQuery(next), true);
      else {
        wait();
        timers.current.ask = window.setTimeout(() => ask(serialiseQuery(next), true), ASK_SERVER_AFTER);
      }
    },
    [answers, ask, wait, write],
  );

  const go = useCallback(
    (string: string, then: After = 'results') => {
      clearTimeout(timers.current.ask);
      write();
      rememberPlace(address.current, window.scrollY);
      after.current = then;
      setField(field.current, string);
      if (string !== address.current) window.history.pushState(null, '', at(searchPath(string)));
      draft.current = false;
      setLeft(true);
      address.current = string;
      ask(string);
    },
    [ask, field, write],
  );

  const set = useCallback(
    (change: (query: Query) => Query) => {
      const next = change(newest.current.query);
      newest.current = { ...newest.current, query: next };
      setQuery(next);
      go(serialiseQuery(next), 'top');
    },
    [go],
  );

  useEffect(() => {
    address.current = window.location.search.slice(1);
    const fits = new URLSearchParams(window.location.search).toString() === asked;
    if (fits) keep(kept.current, address.current, initial);
    else {
      // The page was made for another search: a file, or kept from before. The address decides, and over its text what
      // was typed before this code ran.
      const { current: input } = field;
      const typed = input && input.value !== input.defaultValue ? input.value : null;
      setLeft(true);
      if (typed === null) {
        setField(input, address.current);
        ask(address.current);
      } else go(withTyped(address.current, typed), 'top');
      // Nothing is left of it that would have to be told (`Early`).
      if (input) input.defaultValue = input.value;
    }
    const chosen = chosenEarly(field.current?.form ?? null, initial.state);
    if (chosen) set(chosen);

    const navigation = performance.getEntriesByType('navigation')[0];
    if (navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward') {
      focusAgain(placeOf(address.current)?.focus);
    }

    const onScroll = () => {
      scrolled.current = window.scrollY;
    };
    const onPop = () => {
      const string = window.location.search.slice(1);
      if (pathWithin(window.location.pathname) !== '/' || string === address.current) return;
      clearTimeout(timers.current.ask);
      clearTimeout(timers.current.write);
      timers.current.write = 0;
      rememberPlace(address.current, scrolled.current);
      draft.current = false;
      address.current = string;
      after.current = 'restore';
      setField(field.current, string);
      const known = kept.current.get(string);
      asking.current?.abort();
      // At once where it is known, so that the browser finds the old height to scroll in.
      if (known) flushSync(() => show({ ...known }, string));
      else ask(string);
    };
    const onLeave = () => {
      write();
      rememberPlace(address.current, window.scrollY);
      storePlaces();
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('popstate', onPop);
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('popstate', onPop);
      window.removeEventListener('pagehide', onLeave);
    };
  }, [ask, asked, field, go, initial, set, show, write]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each answer shown, not for each render
  useLayoutEffect(() => {
    const then = after.current;
    after.current = 'stay';
    if (then === 'restore') {
      const place = placeOf(address.current);
      window.scrollTo(0, place?.scroll ?? 0);
      focusAgain(place?.focus);
    } else if (then !== 'stay') {
      // Asking the window itself would force a layout here.
      if (scrolled.current > 0) window.scrollTo(0, 0);
      if (then === 'results') heading.current?.focus({ preventScroll: true });
    }
  }, [result]);

  const retry = useCallback(() => ask(newest.current.string), [ask]);
  const dismiss = useCallback(() => setTrouble(null), []);

  return {
    query,
    result,
    pending,
    typed,
    trouble,
    answers,
    type,
    go,
    set,
    commit,
    left,
    suggest: () => answers.suggest(serialiseQuery(newest.current.query)),
    retry,
    dismiss,
  };
}

function setField(field: HTMLInputElement | null, string: string): void {
  const text = normaliseText(new URLSearchParams(string).get('q') ?? '');
  if (field && normaliseText(field.value) !== text) field.value = text;
}

/**
 * What a person chose of the form before it was listened to; null where nothing. Read, not told by events as `Early` does: an
 * event from within an effect makes React show what its state was, and the person's own event, which may be the one by which
 * React came to run, then brings that.
 */
function chosenEarly(form: HTMLFormElement | null, state: Query): ((query: Query) => Query) | null {
  const controls = [...(form?.elements ?? [])];
  const order = controls.find((one) => one instanceof HTMLSelectElement && one.name === 'sap-xep');
  const asked = order instanceof HTMLSelectElement ? order.value || defaultSort(state.text) : null;
  const sort = SORTS.find(({ value }) => value === asked)?.value ?? state.sort;
  const boxes = controls.filter(
    (one): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === 'checkbox' && one.checked !== one.defaultChecked,
  );
  const lineage = boxes.some(({ name }) => name === 'ke-thua');
  const toggled = FACET_NAMES.flatMap((name) =>
    boxes.filter((box) => box.name === name).map(({ value }) => ({ name, value })),
  );
  if (toggled.length === 0 && !lineage && sort === state.sort) return null;
  return (query) =>
    toggled.reduce((now, { name, value }) => toggleFilter(now, name, value), {
      ...query,
      sort,
      lineage: lineage ? !query.lineage : query.lineage,
      page: 1,
    });
}

/** A query string with another text. */
function withTyped(string: string, text: string): string {
  const params = new URLSearchParams(string);
  params.set('q', text);
  return params.toString();
}

function focusAgain(id: string | undefined): void {
  if (id) document.getElementById(id)?.focus({ preventScroll: true });
}

/** Adds to a map that forgets its oldest. */
function keep(kept: Map<string, SearchResult>, string: string, answer: SearchResult): void {
  kept.delete(string);
  kept.set(string, answer);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

/** True the first time in this tab. */
function tellOnce(): boolean {
  try {
    if (sessionStorage.getItem(TOLD)) return false;
    sessionStorage.setItem(TOLD, '1');
  } catch {
    // Storage closed: told once a page.
  }
  return true;
}
