/** How far two backends give one answer, and how long each takes. */
import type { SearchBackend } from '../backend';
import { FACET_NAMES } from '../facets';
import { parseQuery } from '../query';
import type { FacetValue, SearchResult } from '../result';

export interface Agreement {
  queries: number;
  /** Of the first ten places, how many hold the same report; of the first places alone. */
  firstTen: number;
  first: number;
  /** Answers with the same total, and with the same count of every facet value. */
  totals: number;
  facets: number;
  /** Milliseconds of each answer, in the order asked. */
  times: [one: number[], other: number[]];
  /** Texts whose answers differ, with what differs. */
  differing: string[];
}

/** Asks both the same, in turn. */
export async function compareBackends(
  one: SearchBackend,
  other: SearchBackend,
  texts: readonly string[],
): Promise<Agreement> {
  const agreement: Agreement = {
    queries: texts.length,
    firstTen: 0,
    first: 0,
    totals: 0,
    facets: 0,
    times: [[], []],
    differing: [],
  };
  let [places, same] = [0, 0];
  for (const text of texts) {
    const [ours, theirs] = [
      await timed(one, text, agreement.times[0]),
      await timed(other, text, agreement.times[1]),
    ];
    const [left, right] = [ours, theirs].map(({ results }) => results.slice(0, 10).map(({ id }) => id)) as [
      string[],
      string[],
    ];
    const agreeing = left.filter((id, i) => right[i] === id).length;
    const longest = Math.max(left.length, right.length);
    places += longest;
    same += agreeing;
    const differs = [
      agreeing < longest && `order ${agreeing}/${longest}`,
      ours.total !== theirs.total && `total ${ours.total} ${theirs.total}`,
      countsOf(ours) !== countsOf(theirs) && 'facets',
    ].filter(Boolean);
    if (left[0] === right[0]) agreement.first++;
    if (ours.total === theirs.total) agreement.totals++;
    if (countsOf(ours) === countsOf(theirs)) agreement.facets++;
    if (differs.length > 0) agreement.differing.push(`${text}: ${differs.join(', ')}`);
  }
  agreement.firstTen = places === 0 ? 1 : same / places;
  return agreement;
}

async function timed(backend: SearchBackend, text: string, times: number[]): Promise<SearchResult> {
  const parsed = parseQuery(new URLSearchParams({ q: text }), backend.vocabulary);
  const from = performance.now();
  const answer = await backend.answer(parsed);
  times.push(performance.now() - from);
  return answer;
}

function countsOf({ facets }: SearchResult): string {
  const flat = (values: readonly FacetValue[]): unknown[] =>
    values.map(({ value, count, children }) => [value, count, flat(children ?? [])]);
  return JSON.stringify(FACET_NAMES.map((name) => flat(facets[name])));
}

/** The time that so great a share of the times do not exceed. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
