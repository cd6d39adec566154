/**
 * The judged queries of the frozen catalogue, answered as the app answers them: floors stand just below what was measured.
 * `npm run eval` answers all of them over the catalogue as it is.
 */
import { beforeAll, expect, test } from 'vitest';
import { loadCorpusOrThrow } from '../lib/catalogue/load';
import { contextOf } from '../lib/search/build';
import { find } from '../lib/search/find';
import { parseQuery } from '../lib/search/query';
import type { SearchContext } from '../lib/search/search';
import { type JudgedQuery, readQueries, score } from './judged';

let context: SearchContext;
const answers = new Map<string, { found: string[]; near: string[] }>();
let queries: JudgedQuery[];

beforeAll(async () => {
  context = contextOf(await loadCorpusOrThrow('data/judged/frozen'));
  const held = new Set(context.catalogue.entries.map(({ id }) => id));
  queries = readQueries('data/judged/queries.jsonl').filter(({ relevant }) =>
    relevant.every((id) => held.has(id)),
  );
});

function answer(text: string): { found: string[]; near: string[] } {
  const known = answers.get(text);
  if (known) return known;
  const { catalogue } = context;
  const { query } = parseQuery(new URLSearchParams({ q: text }), catalogue.vocabulary);
  const { documents, near } = find(query, catalogue);
  const id = (doc: number) => catalogue.entries[doc]?.id ?? '';
  const ids = { found: documents.map(id), near: near.map(({ doc }) => id(doc)) };
  answers.set(text, ids);
  return ids;
}

const idsOf = (text: string): string[] => {
  const { found, near } = answer(text);
  return [...found, ...near];
};

test('a right report stands first, or nearly', () => {
  const { mrr10, recall10 } = score(
    queries.filter(({ relevant }) => relevant.length > 0),
    idsOf,
  );
  expect(queries.length).toBeGreaterThan(300);
  expect(mrr10).toBeGreaterThanOrEqual(0.98);
  expect(recall10).toBeGreaterThanOrEqual(0.995);
});

test('a known report comes first, else among three', () => {
  const places = queries
    .filter(({ known }) => known)
    .map(({ text, relevant }: JudgedQuery) => idsOf(text).findIndex((id) => relevant.includes(id)));
  const within = (depth: number) => places.filter((at) => at >= 0 && at < depth).length / places.length;
  expect(within(1)).toBeGreaterThanOrEqual(0.965);
  expect(within(3)).toBeGreaterThanOrEqual(0.99);
});

test('what is in no report is answered with none found', () => {
  const absent = queries.filter(({ relevant }) => relevant.length === 0);
  const wrong = absent.filter(({ text }) => answer(text).found.length > 0).map(({ text }) => text);
  expect(wrong).toEqual([]);
});
