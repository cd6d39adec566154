/** Queries as people type them, judged by reading every report: what the tiers, the order and the offers are worth. */

import { find } from '../lib/search/find';
import { parseQuery } from '../lib/search/query';
import { type SearchContext, search } from '../lib/search/search';
import { readLines } from './judged';

export interface PeopleQuery {
  q: string;
  type: string;
  /** Ids of right reports. */
  relevant: string[];
  /** The list holds every right report. */
  complete: boolean;
}

/** What one query came to. */
export interface PeopleRow {
  query: PeopleQuery;
  /** Place of the first right report among found, then near; -1 for none. */
  rank: number;
  found: string[];
  near: string[];
  /** First offer leads to nothing. */
  deadOffer: boolean;
}

/** Answers every query of a file over a catalogue. */
export async function answerPeople(file: string, context: SearchContext): Promise<PeopleRow[]> {
  const { catalogue } = context;
  const rows: PeopleRow[] = [];
  for (const query of readLines<PeopleQuery>(file)) {
    const parsed = parseQuery(new URLSearchParams({ q: query.q }), catalogue.vocabulary);
    const result = await search(parsed, context);
    const idOf = (doc: number): string => catalogue.entries[doc]?.id ?? '';
    const whole = parseQuery(result.query, catalogue.vocabulary).query;
    const found =
      result.total > result.results.length
        ? find(whole, catalogue).documents.map(idOf)
        : result.results.flatMap((one) => [one.id, ...one.conference.others]);
    const near = result.near.map((one) => one.id);
    const offer = result.understood[0] ?? result.onward[0];
    const led = offer && find(parseQuery(offer.query, catalogue.vocabulary).query, catalogue);
    rows.push({
      query,
      rank: [...found, ...near].findIndex((id) => query.relevant.includes(id)),
      found,
      near,
      deadOffer: led !== undefined && led.documents.length === 0,
    });
  }
  return rows;
}

/** By type and over all: the table that `npm run eval -- --people FILE` prints. */
export function peopleTable(rows: readonly PeopleRow[]): string {
  const types = [...new Set(rows.map(({ query }) => query.type))];
  const lines = types.map((type) =>
    line(
      type,
      rows.filter(({ query }) => query.type === type),
    ),
  );
  return [
    '| type | queries | right first | right in three | complete | precision of found | recall of found | recall of found + near | nothing to find: 0 found | dead offers |',
    `|${'---|'.repeat(10)}`,
    ...lines,
    line('all', rows),
  ].join('\n');
}

function line(name: string, rows: readonly PeopleRow[]): string {
  const answered = rows.filter(({ query }) => query.relevant.length > 0);
  const within = (depth: number) =>
    share(answered.filter(({ rank }) => rank >= 0 && rank < depth).length, answered.length);
  const complete = rows.filter(({ query }) => query.complete && query.relevant.length > 0);
  const mean = (of: (row: PeopleRow) => number) =>
    complete.length ? (complete.reduce((sum, row) => sum + of(row), 0) / complete.length).toFixed(3) : '–';
  const hits = ({ query }: PeopleRow, ids: readonly string[]) =>
    ids.filter((id) => query.relevant.includes(id)).length;
  const nothing = rows.filter(({ query }) => query.complete && query.relevant.length === 0);
  const cells = [
    name,
    rows.length,
    within(1),
    within(3),
    complete.length,
    // A search that finds nothing finds nothing wrong; its recall says the rest.
    mean((row) => (row.found.length ? hits(row, row.found) / row.found.length : 1)),
    mean((row) => hits(row, row.found) / row.query.relevant.length),
    mean((row) => hits(row, [...row.found, ...row.near]) / row.query.relevant.length),
    `${nothing.filter(({ found }) => found.length === 0).length} of ${nothing.length}`,
    rows.filter(({ deadOffer }) => deadOffer).length,
  ];
  return `| ${cells.join(' | ')} |`;
}

function share(part: number, whole: number): string {
  return whole ? (part / whole).toFixed(3) : '–';
}
