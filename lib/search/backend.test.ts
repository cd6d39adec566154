/**
 * What every backend keeps, over a frozen catalogue: the same suite for each of them. The local one is always asked; one
 * in a cluster where OPENSEARCH_URL names it (`npm run test:opensearch` starts one), and then both must say the same.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCorpusOrThrow } from '../catalogue/load';
import type { Corpus, ReportFacts } from '../domain/report';
import { type SearchBackend, someReports } from './backend';
import { contextOf } from './build';
import { FACET_NAMES } from './facets';
import { localBackend } from './local-backend';
import { backendOf, openIndex } from './opensearch/backend';
import { Cluster, clusterSettings } from './opensearch/cluster';
import { createIndex, dropIndex, loadIndex } from './opensearch/load';
import { parseQuery } from './query';
import type { FacetValue, SearchResult } from './result';

const SEARCHES = [
  '',
  'q=tuyen+giao',
  'q=tuyên+giáo+hải+phòng',
  'q="công+tác+tuyên+giáo"+-dân+vận',
  'q=tin+giả',
  'q=chi+thi+05+hai+phong',
  'q=hải+phòng+6+tháng+đầu+năm+2020',
  'q=gia+lai',
  'q=dai+hoi+OR+bau+cu',
  'q=hội+nghị+giao+ban+báo+chí&sap-xep=moi-nhat',
  'q=tuyen+giao&sap-xep=cu-nhat&trang=3',
  'q=tuyen+giao&trang=4',
  'q=tuyne+giao',
  'q=tuyeen+giaso',
  'q=xứ+Lạng',
  'q=zzzzqqqq',
  'q=quốc+hội+xyzzy&tinh=ha-noi',
  'q=tuyen+giao&ky=2018..2020&cap=tinh',
  'tinh=gia-lai.binh-dinh,ha-noi&ky=2020',
  'vb=05-ct-tw-xii&ke-thua=1&xem=bang',
  'ky=khong-ro',
  'q=-hội',
  'q=🙂🙂🙂',
  'q=nghị+quyết+về+an+ninh+mạng',
  'q=thanh+trì+nghị+quyết+-"nghị+quyết+23"+chính+luận',
  'q=mạng+xã+hội&xem=ban-do',
  'trang=999999',
];

interface Made {
  backend: SearchBackend;
  end(): Promise<void>;
}

const ends: (() => Promise<void>)[] = [];
let corpus: Corpus;
const loaded = async () => {
  corpus ??= await loadCorpusOrThrow('data/judged/frozen');
  return corpus;
};

async function makeLocal(): Promise<Made> {
  const all = await loaded();
  const reports = all.reports.filter(({ status }) => status === 'published');
  const context = contextOf(all);
  const byId = new Map(reports.map((report) => [report.id, report]));
  const ordered = context.catalogue.entries.flatMap(({ id }) => byId.get(id) ?? []);
  const backend = localBackend({
    ...context,
    hash: 'local',
    packed: () => new Uint8Array(0),
    report: (doc) => ordered[doc] as ReportFacts,
  });
  return { backend, end: async () => {} };
}

async function makeCluster(): Promise<Made> {
  const cluster = new Cluster({
    ...clusterSettings(),
    alias: `contract-${process.pid}`,
    timeout: 30_000,
  });
  const name = await createIndex(cluster);
  await loadIndex(cluster, name, await loaded());
  return {
    backend: backendOf(cluster, await openIndex(cluster, name)),
    end: () => dropIndex(cluster, name),
  };
}

const makers = [
  { name: 'local', make: makeLocal },
  ...(process.env.OPENSEARCH_URL ? [{ name: 'opensearch', make: makeCluster }] : []),
];

async function idsOf(backend: SearchBackend, search: string, from?: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of backend.ids(parseQuery(search, backend.vocabulary), from)) ids.push(id);
  return ids;
}

const answerOf = (backend: SearchBackend, search: string) =>
  backend.answer(parseQuery(search, backend.vocabulary));

const backends = new Map<string, SearchBackend>();

beforeAll(async () => {
  for (const { name, make } of makers) {
    const { backend, end } = await make();
    backends.set(name, backend);
    ends.push(end);
  }
}, 400_000);

afterAll(async () => {
  for (const end of ends) await end();
}, 60_000);

describe.each(makers)('$name', ({ name }) => {
  const backend = () => backends.get(name) as SearchBackend;

  test.each(SEARCHES)(
    'ids of "%s": all of them, once, as the pages show them',
    { timeout: 60_000 },
    async (search) => {
      const answer = await answerOf(backend(), search);
      const ids = await idsOf(backend(), search);
      expect(ids).toHaveLength(answer.total);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id, conference } of answer.results) {
        for (const one of [id, ...conference.others]) expect(ids).toContain(one);
      }
      expect(await idsOf(backend(), search, 7)).toEqual(ids.slice(7));
      const reports = await someReports(backend(), parseQuery(search, backend().vocabulary), { most: 30 });
      expect(reports.map(({ id }) => id)).toEqual(ids.slice(0, 30));
    },
  );

  test('pages hold every report once', { timeout: 120_000 }, async () => {
    for (const search of ['q=tuyen+giao+tinh+uy', 'tinh=gia-lai,ha-noi']) {
      const seen: string[] = [];
      const { pages, total } = await answerOf(backend(), search);
      for (let page = 1; page <= pages; page++) {
        const { results } = await answerOf(backend(), `${search}&trang=${page}`);
        for (const { id, conference } of results) seen.push(id, ...conference.others);
      }
      expect(new Set(seen).size).toBe(total);
      expect(seen).toHaveLength(total);
    }
  });

  test.each(['', 'q=tuyen+giao&tinh=ha-noi&ky=2020', 'q=dai+hoi+OR+bau+cu'])(
    'each count of "%s" is the total of its search',
    { timeout: 240_000 },
    async (search) => {
      const { facets, state } = await answerOf(backend(), search);
      for (const facet of FACET_NAMES) {
        for (const { value, count } of facets[facet].slice(0, 3)) {
          const params = new URLSearchParams(search);
          params.set(facet, value);
          const { total } = await answerOf(backend(), params.toString());
          // A value beside others that are chosen would add to them: alone it is counted.
          if (state.filters[facet].length === 0) expect(total, `${facet}=${value}`).toBe(count);
        }
      }
    },
  );

  test('counts by two facets add up', { timeout: 60_000 }, async () => {
    const parsed = parseQuery('q=tuyen+giao', backend().vocabulary);
    const { total } = await backend().answer(parsed);
    const { rows, columns, cells, total: all } = await backend().tally(parsed, 'cap', 'loai');
    const sum = (counts: Iterable<number>) => [...counts].reduce((a, b) => a + b, 0);
    expect(all).toBe(total);
    expect(sum(rows.values())).toBe(total);
    expect(sum(columns.values())).toBe(total);
    for (const [row, inRow] of cells) expect(sum(inRow.values())).toBe(rows.get(row));
  });

  test.each(['q=tuyen+gi', 'q=chi+thi+3', 'q=hai+ph', 'q=hoi+nghi+giao+ban+bao', 'q=zzqq'])(
    'suggestions for "%s" find what they say',
    { timeout: 60_000 },
    async (search) => {
      const offers = await backend().suggest(parseQuery(search, backend().vocabulary).query);
      if (search !== 'q=zzqq') expect(offers.length).toBeGreaterThan(0);
      for (const { query, count } of offers) expect((await answerOf(backend(), query)).total).toBe(count);
    },
  );

  test('an id, a link and a source address open their report; of ids that are none nothing comes', {
    timeout: 60_000,
  }, async () => {
    const [id = ''] = await idsOf(backend(), 'q=tuyen+giao');
    const [report] = await backend().reports([id]);
    for (const text of [id, `https://x.example/bao-cao/${id}`, report?.url ?? id]) {
      const { results, total } = await answerOf(backend(), new URLSearchParams({ q: text }).toString());
      expect(results.map((one) => one.id)).toEqual([id]);
      expect(total).toBe(1);
    }
    expect(await backend().reports(['khong-co-dau', id, 'khong-co-dau-2'])).toEqual([report]);
  });
});

/**
 * Where more is found than a cluster has scored by the engine, or filters keep some of it out, the order may differ in
 * places: of so many the best are read again, and one process counts those that filters keep out among them.
 */
const ALL_SCORED = 150;

/** What must be the same wherever a search is answered: all but the order of very many, and their scores. */
function plain({ results, near, ...rest }: SearchResult) {
  const facets = (values: readonly FacetValue[]): unknown[] =>
    values.map(({ value, count, children }) => [value, count, facets(children ?? [])]);
  return {
    ...rest,
    facets: FACET_NAMES.map((name) => facets(rest.facets[name])),
    results: (rest.total > ALL_SCORED || (rest.state.text !== '' && rest.chips.length > 0)
      ? []
      : results
    ).map(({ id, snippet, titleMarks, why, conference }) => ({
      id,
      snippet,
      titleMarks,
      why,
      conference,
    })),
    near: near.map(({ id, missing }) => ({ id, missing })),
  };
}

if (makers.length > 1) {
  test.each(SEARCHES)('"%s" has one answer, whoever is asked', { timeout: 60_000 }, async (search) => {
    const [one, other] = await Promise.all(
      ['local', 'opensearch'].map(async (name) => answerOf(backends.get(name) as SearchBackend, search)),
    );
    expect(plain(other as SearchResult)).toEqual(plain(one as SearchResult));
    const [first, others] = [one, other].map(
      (answer) => answer?.results.slice(0, 10).map(({ id }) => id) ?? [],
    );
    const same = first?.filter((id) => others?.includes(id)) ?? [];
    if (one?.page === 1) expect(same.length).toBeGreaterThanOrEqual(0.8 * (first?.length ?? 0));
  });
}
