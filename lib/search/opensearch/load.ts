/**
 * The catalogue put into the cluster: always into a new index beside the one that answers, which takes its place in one
 * step once every report is there.
 *
 *   create ─> bao-cao-<time>, empty ─ load ─> whole, counted, marked ─ swap ─> alias bao-cao ─ drop the old
 *
 * A load that was cut short goes on where it ended: the numbers of words are made anew from the same reports in the same
 * order, and what the index already holds is not sent again.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Corpus } from '../../domain/report';
import { CollectionBuilder } from '../../engine/collection';
import { placeAliases, searchedReports, vocabularyOf } from '../documents';
import { withTitlesOf } from '../vocabulary';
import { type Cluster, ClusterTrouble } from './cluster';
import { documentMaker, FORMAT, type ReportDocument, templateOf } from './layout';

/** What an index says of itself, in `_meta` of its mapping. */
export interface IndexMeta {
  format: number;
  /** Set once every report is there. */
  loaded?: {
    reports: number;
    /** Of all ids and digests, in order: another catalogue has another. */
    checksum: string;
  };
}

export interface Progress {
  sent: number;
  kept: number;
  reports: number;
}

/** Documents sent in one request. */
const BATCH = 400;
/** Requests under way at once. */
const AT_ONCE = 3;
/** A request for many documents may take so long, in milliseconds. */
const BULK_DEADLINE = 60_000;
/** A batch that a node refuses or takes with it is sent again for so long, in milliseconds. */
const KEEP_TRYING = 180_000;
/** Bytes of one piece of what is known of all reports. */
const PIECE = 4_000_000;

/** Every index of the catalogue, the newest first. */
export async function indexes(cluster: Cluster): Promise<{ name: string; meta: IndexMeta | null }[]> {
  const { alias } = cluster.settings;
  const found = await cluster.call<Record<string, { mappings: { _meta?: IndexMeta } }> | null>(
    'GET',
    `/${alias}-*/_mapping`,
    undefined,
    { missing: true },
  );
  return Object.entries(found ?? {})
    .map(([name, { mappings }]) => ({ name, meta: mappings._meta ?? null }))
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** The index behind the alias; null where there is none. */
export async function indexInUse(cluster: Cluster): Promise<string | null> {
  const { alias } = cluster.settings;
  const found = await cluster.call<Record<string, unknown> | null>('GET', `/_alias/${alias}`, undefined, {
    missing: true,
  });
  const names = Object.keys(found ?? {});
  if (names.length > 1) throw new ClusterTrouble(`${alias} stands for several indexes: ${names.join(', ')}`);
  return names[0] ?? null;
}

/** Makes the template and a new, empty index; gives its name. */
export async function createIndex(cluster: Cluster): Promise<string> {
  const { settings } = cluster;
  await cluster.call('PUT', `/_index_template/${settings.alias}`, templateOf(settings));
  const name = `${settings.alias}-${new Date().toISOString().replace(/\D/g, '').slice(0, 17)}`;
  const meta: IndexMeta = { format: FORMAT };
  await cluster.call('PUT', `/${name}`, { mappings: { _meta: meta } }, { deadline: BULK_DEADLINE });
  return name;
}

/**
 * Loads every report into an index, or those that it does not hold yet, and marks it as whole.
 * @throws ClusterTrouble where a report cannot be stored, or the index does not hold what was sent
 */
export async function loadIndex(
  cluster: Cluster,
  index: string,
  corpus: Corpus,
  onProgress: (progress: Progress) => void = () => {},
): Promise<NonNullable<IndexMeta['loaded']>> {
  const vocabulary = vocabularyOf(corpus);
  const reports = searchedReports(corpus.reports);
  const standing = await digestsIn(cluster, index);
  await cluster.call('PUT', `/${index}/_settings`, { index: { refresh_interval: '-1' } });
  const builder = new CollectionBuilder();
  const documentFor = documentMaker(corpus, vocabulary, builder, reports.length);
  const expected = new Map<string, string>();
  const cited = new Set<string | null>();
  const progress: Progress = { sent: 0, kept: 0, reports: reports.length };

  const sending = new Set<Promise<void>>();
  let failure: unknown = null;
  let batch: [id: string, document: object][] = [];
  const send = async (): Promise<void> => {
    const lines = batch;
    batch = [];
    const under = sendBatch(cluster, index, lines)
      .then(() => {
        progress.sent += lines.length;
        onProgress(progress);
      })
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => sending.delete(under));
    sending.add(under);
    if (sending.size >= AT_ONCE) await Promise.race(sending);
    if (failure) throw failure;
  };
  for (const [ord, report] of reports.entries()) {
    const document = documentFor(report, ord);
    expected.set(report.id, document.digest);
    for (const { id } of document.entry.directives) cited.add(id);
    if (standing.get(report.id) === document.digest) progress.kept++;
    else batch.push([report.id, document]);
    if (batch.length >= BATCH) await send();
  }
  const known = Buffer.from(builder.finish(placeAliases(corpus)));
  for (let at = 0, piece = 0; at < known.length; at += PIECE, piece++) {
    batch.push([
      `.words-${piece}`,
      { piece: `words-${piece}`, bytes: known.subarray(at, at + PIECE).toString('base64') },
    ]);
    await send();
  }
  batch.push([
    '.vocabulary',
    {
      piece: 'vocabulary',
      bytes: Buffer.from(JSON.stringify(withTitlesOf(cited, vocabulary))).toString('base64'),
    },
  ]);
  await send();
  await Promise.all(sending);
  if (failure) throw failure;

  // What another state of the data left behind.
  for (const id of standing.keys()) {
    if (!expected.has(id)) await cluster.call('DELETE', `/${index}/_doc/${encodeURIComponent(id)}`);
  }
  await cluster.call('POST', `/${index}/_refresh`, undefined, { deadline: BULK_DEADLINE });
  const stored = await digestsIn(cluster, index);
  const missing = [...expected].filter(([id, digest]) => stored.get(id) !== digest);
  if (missing.length > 0 || stored.size !== expected.size) {
    throw new ClusterTrouble(
      `${index} holds ${stored.size} reports for ${expected.size}, ${missing.length} of them missing or other: load again`,
    );
  }
  const loaded = { reports: stored.size, checksum: checksumOf(stored) };
  await cluster.call('PUT', `/${index}/_settings`, {
    index: { refresh_interval: cluster.settings.refresh },
  });
  await cluster.call('PUT', `/${index}/_mapping`, { _meta: { format: FORMAT, loaded } satisfies IndexMeta });
  return loaded;
}

/** One number for ids and digests, in whatever order they come. */
export function checksumOf(digests: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [id, digest] of [...digests].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    hash.update(`${id} ${digest}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** Digest of every report in an index, by id: read to the last one. */
export async function digestsIn(cluster: Cluster, index: string): Promise<Map<string, string>> {
  await cluster.call('POST', `/${index}/_refresh`, undefined, { deadline: BULK_DEADLINE });
  const digests = new Map<string, string>();
  for (let after = -1; ; ) {
    const [page] = await cluster.searches<Pick<ReportDocument, 'ord' | 'digest'>>(index, [
      {
        size: 5000,
        query: { range: { ord: { gt: after } } },
        sort: [{ ord: 'asc' }],
        _source: ['ord', 'digest'],
      },
    ]);
    const hits = page?.hits.hits ?? [];
    for (const { _id, _source } of hits) digests.set(_id, _source.digest);
    const last = hits.at(-1)?._source.ord;
    if (last === undefined) return digests;
    after = last;
  }
}

interface BulkAnswer {
  errors: boolean;
  items: { index: { _id: string; status: number; error?: { type: string; reason: string } } }[];
}

/** Sends documents until each is stored: a node that is busy or gone makes it wait, a document that is refused ends it. */
async function sendBatch(
  cluster: Cluster,
  index: string,
  batch: readonly (readonly [id: string, document: object])[],
): Promise<void> {
  const until = Date.now() + KEEP_TRYING;
  let left = batch;
  for (let wait = 200; left.length > 0; wait = Math.min(5000, 2 * wait)) {
    let trouble: string;
    try {
      const lines = left.map(
        ([id, document]) => `${JSON.stringify({ index: { _id: id } })}\n${JSON.stringify(document)}\n`,
      );
      const { items } = await cluster.call<BulkAnswer>('POST', `/${index}/_bulk`, lines.join(''), {
        deadline: BULK_DEADLINE,
        lines: true,
      });
      const failed = new Set<string>();
      for (const { index: item } of items) {
        if (item.status < 300) continue;
        if (item.status !== 429 && item.status < 500)
          throw new ClusterTrouble(`report ${item._id} was refused: ${item.error?.reason ?? item.status}`);
        failed.add(item._id);
      }
      trouble = items.find(({ index: item }) => item.error)?.index.error?.reason ?? '';
      left = left.filter(([id]) => failed.has(id));
      if (left.length === 0) return;
    } catch (error) {
      if (
        error instanceof ClusterTrouble &&
        /was refused|is not one to trust|not allowed/.test(error.message)
      )
        throw error;
      trouble = error instanceof Error ? error.message : String(error);
    }
    if (Date.now() > until)
      throw new ClusterTrouble(`${left.length} reports could not be stored: ${trouble}`);
    await pause(wait);
  }
}

/**
 * Has the alias stand for a whole index, in one step.
 * @throws ClusterTrouble where the index is not whole or of another format
 */
export async function swapTo(cluster: Cluster, index: string): Promise<{ before: string | null }> {
  const { alias } = cluster.settings;
  const meta = (await indexes(cluster)).find(({ name }) => name === index)?.meta;
  if (!meta) throw new ClusterTrouble(`there is no index ${index} of ours`);
  if (meta.format !== FORMAT)
    throw new ClusterTrouble(`${index} is of format ${meta.format}, not ${FORMAT}: load anew`);
  if (!meta.loaded) throw new ClusterTrouble(`${index} is not whole: load it first`);
  const before = await indexInUse(cluster);
  await cluster.call('POST', '/_aliases', {
    actions: [
      ...(before && before !== index ? [{ remove: { index: before, alias } }] : []),
      { add: { index, alias } },
    ],
  });
  return { before };
}

/** Drops an index that is not in use. @throws ClusterTrouble where it is */
export async function dropIndex(cluster: Cluster, index: string): Promise<void> {
  if ((await indexInUse(cluster)) === index)
    throw new ClusterTrouble(`${index} is in use: swap to another first`);
  if (!(await indexes(cluster)).some(({ name }) => name === index))
    throw new ClusterTrouble(`there is no index ${index} of ours`);
  await cluster.call('DELETE', `/${index}`);
}
