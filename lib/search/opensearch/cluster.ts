/**
 * Talking to the cluster: by its official client, each call with a deadline, and every failure as one plain line
 * (`ClusterTrouble`).
 *
 *   OPENSEARCH_URL         nodes, comma-separated: https://reader:secret@search-1:9200,https://…
 *   OPENSEARCH_CA          file with the certificate that signed theirs, where it is not a public one
 *   OPENSEARCH_INDEX       name under which the catalogue is found (an alias): `bao-cao`
 *   OPENSEARCH_SHARDS, OPENSEARCH_REPLICAS, OPENSEARCH_REFRESH   of a new index: 3, 1, 30s
 *   OPENSEARCH_TIMEOUT     deadline of a search, milliseconds: 5000
 */
import { readFileSync } from 'node:fs';
import { Client } from '@opensearch-project/opensearch';

/** What keeps the cluster from answering, fit for a log and a start message. */
export class ClusterTrouble extends Error {
  override name = 'ClusterTrouble';

  constructor(...given: ConstructorParameters<typeof Error>) {
    super(...given);
    // For the server before the pages, which sees of a page that failed no more than that (scripts/serve/guard.js).
    (globalThis as { clusterTroubleAt?: number }).clusterTroubleAt = Date.now();
  }
}

export interface ClusterSettings {
  nodes: string[];
  ca: string | null;
  alias: string;
  shards: number;
  replicas: number;
  refresh: string;
  timeout: number;
}

/** @throws ClusterTrouble that names the setting that is missing or means nothing */
export function clusterSettings(
  env: Readonly<Record<string, string | undefined>> = process.env,
): ClusterSettings {
  const nodes = (env.OPENSEARCH_URL ?? '').split(',').flatMap((one) => one.trim() || []);
  if (nodes.length === 0)
    throw new ClusterTrouble('OPENSEARCH_URL is not set: where are the nodes of the cluster?');
  for (const node of nodes) {
    if (!URL.canParse(node) || !/^https?:$/.test(new URL(node).protocol))
      throw new ClusterTrouble(`OPENSEARCH_URL: “${withoutSecret(node)}” is not an http(s) address`);
  }
  const alias = env.OPENSEARCH_INDEX || 'bao-cao';
  if (!/^[a-z][a-z0-9-]{0,60}$/.test(alias))
    throw new ClusterTrouble('OPENSEARCH_INDEX: a name of small letters, digits and hyphens');
  const refresh = env.OPENSEARCH_REFRESH || '30s';
  if (!/^\d{1,5}(?:ms|s|m)$/.test(refresh)) throw new ClusterTrouble('OPENSEARCH_REFRESH: a time, as 30s');
  return {
    nodes,
    ca: env.OPENSEARCH_CA || null,
    alias,
    shards: whole(env, 'OPENSEARCH_SHARDS', 3, 1, 100),
    replicas: whole(env, 'OPENSEARCH_REPLICAS', 1, 0, 10),
    refresh,
    timeout: whole(env, 'OPENSEARCH_TIMEOUT', 5000, 50, 600_000),
  };
}

function whole(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  const given = env[name];
  if (given === undefined || given === '') return otherwise;
  const value = /^\d{1,7}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new ClusterTrouble(`${name}: a whole number from ${least} to ${most}`);
}

function withoutSecret(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//');
}

/** One hit of a search, as far as we read it. */
export interface Hit<Source> {
  _id: string;
  _source: Source;
  sort?: (string | number)[];
}

export interface SearchBody<Source> {
  timed_out?: boolean;
  _shards?: { failed: number };
  error?: { reason?: string };
  pit_id?: string;
  hits: { total?: { value: number }; hits: Hit<Source>[] };
  // Each asker knows the shape of what it asked for.
  aggregations?: Record<string, Aggregation>;
}

export interface Aggregation {
  doc_count?: number;
  value?: number;
  buckets?: (Aggregation & { key: string; doc_count: number })[];
  [name: string]: Aggregation | number | string | unknown[] | undefined;
}

type Path = `/${string}`;

export class Cluster {
  readonly client: Client;

  constructor(readonly settings: ClusterSettings) {
    const { nodes, ca } = settings;
    let certificate: Buffer | undefined;
    try {
      if (ca) certificate = readFileSync(ca);
    } catch (error) {
      throw new ClusterTrouble(`OPENSEARCH_CA: ${error instanceof Error ? error.message : error}`);
    }
    this.client = new Client({
      nodes,
      requestTimeout: settings.timeout,
      maxRetries: Math.max(3, nodes.length),
      ...(certificate ? { ssl: { ca: certificate } } : {}),
    });
  }

  /**
   * One call, ended at its deadline whatever the nodes do.
   * @throws ClusterTrouble; with `missing` a 404 gives null instead
   */
  async call<T>(
    method: string,
    path: Path,
    body?: object | string,
    { deadline = this.settings.timeout, missing = false, lines = false } = {},
  ): Promise<T> {
    const asking = lines
      ? this.client.transport.request(
          { method, path, bulkBody: body as string },
          { requestTimeout: deadline, headers: { 'content-type': 'application/x-ndjson' } },
        )
      : this.client.transport.request(
          { method, path, ...(body === undefined ? {} : { body: body as Record<string, unknown> }) },
          { requestTimeout: deadline },
        );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        asking.abort?.();
        reject(new ClusterTrouble(`the cluster did not answer within ${deadline} ms`));
      }, deadline);
    });
    try {
      const { body: answer } = await Promise.race([asking, late]);
      return answer as T;
    } catch (error) {
      if (missing && statusOf(error) === 404) return null as T;
      throw troubleOf(error, this.settings);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Several searches of one index in one call; each is answered whole or none is. */
  async searches<Source>(index: string, bodies: readonly object[]): Promise<SearchBody<Source>[]> {
    if (bodies.length === 0) return [];
    const { timeout } = this.settings;
    const head = JSON.stringify({
      index,
      allow_partial_search_results: false,
      search_type: 'dfs_query_then_fetch',
    });
    const text = bodies
      .map((body) => `${head}\n${JSON.stringify({ timeout: `${timeout}ms`, ...body })}\n`)
      .join('');
    const until = Date.now() + timeout;
    for (;;) {
      const { responses } = await this.call<{ responses: SearchBody<Source>[] }>('POST', '/_msearch', text, {
        lines: true,
      });
      if (responses.some(isLackingShards) && Date.now() + PROMOTION < until) {
        await new Promise((done) => setTimeout(done, PROMOTION));
        continue;
      }
      for (const { error, timed_out, _shards } of responses) {
        if (error)
          throw new ClusterTrouble(`a search failed: ${error.reason ?? JSON.stringify(error).slice(0, 200)}`);
        if (timed_out || (_shards?.failed ?? 0) > 0)
          throw new ClusterTrouble('a search was answered in part only');
      }
      return responses;
    }
  }
}

/** So long until a search is tried again whose shards were lost with their node, ms: copies of them take over. */
const PROMOTION = 250;

function isLackingShards({ error, timed_out, _shards }: SearchBody<unknown>): boolean {
  if (error) return /^partial shards failure/i.test(error.reason ?? '');
  return !timed_out && (_shards?.failed ?? 0) > 0;
}

function statusOf(error: unknown): number | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}

/** Any failure of the client as one line. */
function troubleOf(error: unknown, { nodes }: ClusterSettings): ClusterTrouble {
  if (error instanceof ClusterTrouble) return error;
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const causes: string[] = [];
  type Cause = { reason?: string; caused_by?: Cause };
  const body = (error as { body?: { error?: Cause } } | null)?.body;
  for (let cause = body?.error; cause; cause = cause.caused_by) if (cause.reason) causes.push(cause.reason);
  const where = nodes.map(withoutSecret).join(', ');
  const status = statusOf(error);
  const said =
    status === 401 || status === 403
      ? `${where}: the user is not allowed to (${status})`
      : /certificate|self.signed|altnames|unable to verify/i.test(message)
        ? `${where}: its certificate is not one to trust (${message}): set OPENSEARCH_CA`
        : /ECONN|ENOTFOUND|EAI_AGAIN|socket hang up|No Living/i.test(message)
          ? `no cluster at ${where}: ${message}`
          : `${where}: ${(causes.join(': ') || message).slice(0, 500)}`;
  return new ClusterTrouble(said, { cause: error });
}
