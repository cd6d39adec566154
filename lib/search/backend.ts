/**
 * Who answers searches on the server. Pages, outputs and the open API ask a `SearchBackend` and nothing else, so that
 * they do not notice whether one process holds the catalogue or a cluster does.
 *
 *   local        the packed index, in the memory of this process (local-backend.ts): the default, no service needed
 *   opensearch   an index of a cluster (opensearch/): SEARCH_BACKEND=opensearch, OPENSEARCH_URL=…
 */
import type { ReportFacts } from '../domain/report';
import type { Tally } from './cross-counts';
import type { FacetName } from './facets';
import { localBackend } from './local-backend';
import type { Query } from './query';
import type { SearchResult } from './result';
import type { Asked } from './search';
import { currentSnapshot, snapshotHealth } from './snapshot';
import type { Suggestion } from './suggest';
import type { Vocabulary } from './vocabulary';

/** One version of the catalogue, ready to be asked: what it says is of that version, whatever is built meanwhile. */
export interface SearchBackend {
  /** Another catalogue has another version. */
  version: string;
  vocabulary: Vocabulary;
  /** Folder from which the browser loads the index, to answer by itself; null where it is too large for that. */
  download: string | null;
  /** The answer to a search: one page of it. */
  answer(asked: Asked): Promise<SearchResult>;
  /** What a text that is being typed might become. */
  suggest(query: Query): Promise<Suggestion[]>;
  /** The ids of all that a search finds, in its order, from the one of the given number on; its page does not matter. */
  ids(asked: Asked, from?: number): AsyncIterable<string>;
  /** The reports of these ids, in this order; those that are not there are left out. */
  reports(ids: readonly string[]): Promise<ReportFacts[]>;
  /** What a search finds, counted by the values of two facets. */
  tally(asked: Asked, rowFacet: FacetName, columnFacet: FacetName): Promise<Tally>;
}

/**
 * The backend to answer from.
 * @throws what `currentSnapshot` throws; ClusterTrouble where the cluster cannot be asked
 */
export async function currentBackend(): Promise<SearchBackend> {
  // Loaded where it is wanted: no other server needs the client.
  if (isInCluster()) return (await import('./opensearch/backend')).clusterBackend();
  return localBackend(await currentSnapshot());
}

/** @throws Error where SEARCH_BACKEND means nothing */
function isInCluster(): boolean {
  const asked = process.env.SEARCH_BACKEND || 'local';
  if (asked !== 'local' && asked !== 'opensearch')
    throw new Error(`SEARCH_BACKEND is “${asked}”: it is local or opensearch`);
  return asked === 'opensearch';
}

/** What the running server answers from, for its health page: 503 where `failure` is set. */
export async function backendHealth(): Promise<{ health: object; failure: string | null }> {
  const failure = await currentBackend().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const local = snapshotHealth();
  if (failure !== null) return { health: { ...local, trouble: failure }, failure };
  if (!isInCluster()) return { health: local, failure };
  const [{ version }, { clusterTrouble }] = await Promise.all([
    currentBackend(),
    import('./opensearch/backend'),
  ]);
  return { health: { ...local, backend: version, trouble: clusterTrouble() ?? local.trouble }, failure };
}

/** Reports asked for in one go. */
const IN_ONE_GO = 200;

/** The reports that a search finds, in its order, at most so many, piece by piece. */
export async function* reportsFound(
  backend: SearchBackend,
  asked: Asked,
  { from = 0, most = Number.POSITIVE_INFINITY }: { from?: number; most?: number } = {},
): AsyncGenerator<ReportFacts[]> {
  let left = most;
  let ids: string[] = [];
  if (left <= 0) return;
  for await (const id of backend.ids(asked, from)) {
    ids.push(id);
    if (--left > 0 && ids.length < IN_ONE_GO) continue;
    yield await backend.reports(ids);
    if (left <= 0) return;
    ids = [];
  }
  if (ids.length > 0) yield await backend.reports(ids);
}

/** So many of the reports that a search finds, in its order, from the one of the given number on. */
export async function someReports(
  backend: SearchBackend,
  asked: Asked,
  range: { from?: number; most: number },
): Promise<ReportFacts[]> {
  const reports: ReportFacts[] = [];
  for await (const piece of reportsFound(backend, asked, range)) reports.push(...piece);
  return reports;
}
