/**
 * The catalogue in a cluster. The index behind the alias is opened once (what is known of all reports is held here, the
 * reports are not), looked at every few seconds, and changed for another in one step.
 */
import type { ReportFacts } from '../../domain/report';
import { OpenCollection } from '../../engine/collection';
import type { SearchBackend } from '../backend';
import { parseQuery } from '../query';
import type { SearchResult } from '../result';
import { answerFrom, withoutAddress } from '../search';
import { SUGGESTIONS, type Suggestion } from '../suggest';
import type { Vocabulary } from '../vocabulary';
import { Cluster, ClusterTrouble, clusterSettings } from './cluster';
import { clusterCandidates, clusterChoice, clusterFinder, type OpenedIndex, sortOf } from './finder';
import { FORMAT } from './layout';
import { indexes, indexInUse } from './load';
import { type Clause, REPORTS } from './phrases';

/** Between two looks at the alias, in milliseconds. */
const LOOK_EVERY = 2000;
/** The first opening may take so long, in milliseconds. */
const OPEN_DEADLINE = 60_000;
/** Reports asked for in one go. */
const PAGE = 1000;
/** Answers kept: who types a word asks for its beginnings again and again. */
const MOST_KEPT = 300;

interface Live {
  backend: SearchBackend | null;
  opening: Promise<SearchBackend> | null;
  lookedAt: number;
  trouble: string | null;
}

/** On `globalThis`, because a bundler may give each page its own copy of this module within one process. */
const memory = globalThis as { clusterLive?: Live };

/**
 * The backend of the index behind the alias.
 * @throws ClusterTrouble where there is none that can be read, and none was opened before
 */
export async function clusterBackend(): Promise<SearchBackend> {
  memory.clusterLive ??= { backend: null, opening: null, lookedAt: 0, trouble: null };
  const live = memory.clusterLive;
  if (!live.backend) {
    live.opening ??= openCurrent(null).finally(() => {
      live.opening = null;
    });
    live.backend = await live.opening;
    live.lookedAt = Date.now();
    return live.backend;
  }
  if (!live.opening && Date.now() - live.lookedAt > LOOK_EVERY) {
    live.lookedAt = Date.now();
    live.opening = openCurrent(live.backend);
    live.opening
      .then(
        (backend) => {
          live.backend = backend;
          live.trouble = null;
        },
        (error: unknown) => {
          const trouble = error instanceof Error ? error.message : String(error);
          if (trouble !== live.trouble) console.error(`opensearch: ${trouble}`);
          live.trouble = trouble;
        },
      )
      .finally(() => {
        live.opening = null;
      });
  }
  return live.backend;
}

/** What keeps the newest index from being read; null where all is well. */
export function clusterTrouble(): string | null {
  return memory.clusterLive?.trouble ?? null;
}

let cluster: Cluster | null = null;

async function openCurrent(known: SearchBackend | null): Promise<SearchBackend> {
  cluster ??= new Cluster(clusterSettings());
  const name = await indexInUse(cluster);
  if (name === null)
    throw new ClusterTrouble(
      `no index stands behind ${cluster.settings.alias}: run "npm run opensearch -- load" and "swap"`,
    );
  return known?.version === name ? known : backendOf(cluster, await openIndex(cluster, name));
}

/**
 * Opens an index: what is known of all its reports, and the names that addresses use.
 * @throws ClusterTrouble where it is not whole, not ours, of another format, or has shards that cannot be read
 */
export async function openIndex(cluster: Cluster, name: string): Promise<OpenedIndex> {
  const { version } = await cluster.call<{ version: { number: string; distribution?: string } }>('GET', '/');
  if (version.distribution !== 'opensearch' || !/^[23]\./.test(version.number))
    throw new ClusterTrouble(
      `the cluster is ${version.distribution ?? 'no OpenSearch'} ${version.number}; 2 or 3 is needed`,
    );
  const meta = (await indexes(cluster)).find((one) => one.name === name)?.meta;
  if (!meta) throw new ClusterTrouble(`${name} is no index of ours: its mapping says nothing of a format`);
  if (meta.format !== FORMAT)
    throw new ClusterTrouble(`${name} is of format ${meta.format}, not ${FORMAT}: load it anew`);
  if (!meta.loaded) throw new ClusterTrouble(`${name} is not whole: load it to its end first`);
  const { status } = await cluster.call<{ status: string }>('GET', `/_cluster/health/${name}`);
  if (status === 'red') throw new ClusterTrouble(`${name} is red: some of its shards are on no node`);
  const { hits } = await cluster.call<{ hits: { hits: { _id: string; _source: { bytes: string } }[] } }>(
    'POST',
    `/${name}/_search`,
    { size: 1000, query: { exists: { field: 'piece' } } },
    { deadline: OPEN_DEADLINE },
  );
  const pieces = new Map(hits.hits.map(({ _id, _source }) => [_id, Buffer.from(_source.bytes, 'base64')]));
  const vocabulary = pieces.get('.vocabulary');
  const words: Buffer[] = [];
  for (let piece = 0; pieces.has(`.words-${piece}`); piece++)
    words.push(pieces.get(`.words-${piece}`) as Buffer);
  if (!vocabulary || words.length === 0)
    throw new ClusterTrouble(`${name} lacks what is known of all its reports`);
  const collection = new OpenCollection(Buffer.concat(words));
  if (collection.documents !== meta.loaded.reports)
    throw new ClusterTrouble(
      `${name} is not whole: ${collection.documents} reports for ${meta.loaded.reports}`,
    );
  const [years] = await cluster.searches(name, [
    { size: 0, query: REPORTS, aggs: { years: { terms: { field: 'facets.ky', size: 10_000 } } } },
  ]);
  const known = (years?.aggregations?.years?.buckets ?? []).flatMap(({ key }) =>
    /^\d{4}$/.test(key) ? [Number(key)] : [],
  );
  return {
    name,
    collection,
    vocabulary: JSON.parse(vocabulary.toString('utf8')) as Vocabulary,
    span: known.length === 0 ? null : { first: Math.min(...known), last: Math.max(...known) },
    counts: new Map(),
  };
}

/** The backend of an opened index. */
export function backendOf(cluster: Cluster, index: OpenedIndex): SearchBackend {
  const finder = clusterFinder(cluster, index);
  const kept = new Map<string, Promise<unknown>>();
  /** Gives what was answered before; a failure is not kept. */
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key) as Promise<T> | undefined;
    const making = known ?? make();
    kept.delete(key);
    kept.set(key, making);
    making.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return making;
  };
  return {
    version: index.name,
    download: null,
    vocabulary: index.vocabulary,
    answer: (asked): Promise<SearchResult> =>
      once(`a ${JSON.stringify(asked)}`, () => answerFrom(asked, finder)),
    suggest: (query) =>
      once(`s ${JSON.stringify(query)}`, async () => {
        const offered = await clusterCandidates(cluster, index, query);
        const counted = await Promise.all(
          offered.map(async (one): Promise<Suggestion> => {
            const asked = parseQuery(one.query, index.vocabulary).query;
            return { ...one, count: await finder.count(asked) };
          }),
        );
        return counted.filter(({ count }) => count > 0).slice(0, SUGGESTIONS);
      }),
    async *ids(parsed, from = 0) {
      const { asked } = await withoutAddress(parsed, finder);
      const { clause, scored, total } = await clusterChoice(cluster, index, asked);
      let at = 0;
      for (const id of scored) if (at++ >= from) yield id;
      if (total <= scored.length) return;
      const rest = { bool: { must: [clause], must_not: [{ ids: { values: scored } }] } };
      for await (const id of idsIn(cluster, index.name, rest, sortOf(asked.sort))) if (at++ >= from) yield id;
    },
    async reports(ids) {
      const found = new Map<string, ReportFacts>();
      for (let at = 0; at < ids.length; at += PAGE) {
        const some = ids.slice(at, at + PAGE);
        const [answer] = await cluster.searches<{ report: ReportFacts }>(index.name, [
          {
            size: some.length,
            query: { bool: { filter: [REPORTS, { ids: { values: some } }] } },
            _source: ['report'],
          },
        ]);
        for (const { _id, _source } of answer?.hits.hits ?? []) found.set(_id, _source.report);
      }
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    async tally(parsed, rowFacet, columnFacet) {
      const { asked } = await withoutAddress(parsed, finder);
      const { session, found } = await clusterChoice(cluster, index, asked);
      return session.tally(found, rowFacet, columnFacet);
    },
  };
}

/** The ids of all that a query finds, in order, read page by page from one point in time. */
async function* idsIn(
  cluster: Cluster,
  index: string,
  query: Clause,
  sort: object[],
): AsyncGenerator<string> {
  const { pit_id } = await cluster.call<{ pit_id: string }>(
    'POST',
    `/${index}/_search/point_in_time?keep_alive=2m`,
  );
  try {
    for (let after: (string | number)[] | undefined; ; ) {
      const { hits } = await cluster.call<{ hits: { hits: { _id: string; sort: (string | number)[] }[] } }>(
        'POST',
        '/_search',
        {
          size: PAGE,
          query,
          sort,
          pit: { id: pit_id, keep_alive: '2m' },
          _source: false,
          track_total_hits: false,
          ...(after ? { search_after: after } : {}),
        },
      );
      for (const { _id } of hits.hits) yield _id;
      after = hits.hits.at(-1)?.sort;
      if (!after) return;
    }
  } finally {
    await cluster.call('DELETE', '/_search/point_in_time', { pit_id: [pit_id] }).catch(() => null);
  }
}
