/**
 * `npm run opensearch -- create|load|swap|drop|status|compare`: the catalogue of DATA_DIR in a cluster of OpenSearch.
 *
 *   create           the template, and a new index beside the one in use
 *   load [index]     the reports into the newest index (which is made where there is none); goes on where it was cut short
 *   swap [index]     the newest whole index, or the one named, takes the place of the one in use
 *   drop <index>     one that is not in use
 *   status           which indexes there are
 *   compare <files>  asks the cluster and the built index the judged queries of files, and says how far they agree
 */
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { CorpusError } from '../lib/catalogue/fault';
import { loadCorpusOrThrow, NoDataFolder } from '../lib/catalogue/load';
import { localBackend } from '../lib/search/local-backend';
import { clusterBackend } from '../lib/search/opensearch/backend';
import { Cluster, ClusterTrouble, clusterSettings } from '../lib/search/opensearch/cluster';
import { compareBackends, percentile } from '../lib/search/opensearch/compare';
import {
  createIndex,
  dropIndex,
  indexes,
  indexInUse,
  loadIndex,
  swapTo,
} from '../lib/search/opensearch/load';
import { currentSnapshot } from '../lib/search/snapshot';

/** Between two lines of progress, in milliseconds. */
const TELL_EVERY = 2000;

const program = new Command('opensearch').description(
  'The catalogue in a cluster (settings: OPENSEARCH_URL …)',
);
program
  .command('create')
  .description('a new, empty index')
  .action(() => run(create));
program
  .command('load')
  .description('the reports into an index')
  .argument('[index]')
  .action((index?: string) => run((cluster) => load(cluster, index)));
program
  .command('swap')
  .description('answer from another index')
  .argument('[index]')
  .action((index?: string) => run((cluster) => swap(cluster, index)));
program
  .command('drop')
  .description('remove an index that is not in use')
  .argument('<index>')
  .action((index: string) =>
    run(async (cluster) => {
      await dropIndex(cluster, index);
      console.log(`${index} is gone`);
    }),
  );
program
  .command('compare')
  .description('how far the cluster and the built index give one answer')
  .argument('<files...>', 'judged queries, a line of JSON each, with `text` or `q`')
  .option('--most <n>', 'so many queries, spread over the files', Number)
  .option('--each', 'name every query whose answers differ')
  .action((files: string[], options: { most?: number; each?: boolean }) =>
    run(() => compare(files, options)),
  );
program
  .command('status')
  .description('which indexes there are')
  .action(() => run(status));
await program.parseAsync();

async function run(action: (cluster: Cluster) => Promise<void>): Promise<void> {
  try {
    await action(new Cluster(clusterSettings()));
  } catch (error) {
    const known = [ClusterTrouble, CorpusError, NoDataFolder].some((kind) => error instanceof kind);
    if (!known) throw error;
    console.error(`opensearch: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

async function create(cluster: Cluster): Promise<void> {
  console.log(`${await createIndex(cluster)}: made, empty`);
}

async function load(cluster: Cluster, named: string | undefined): Promise<void> {
  const inUse = await indexInUse(cluster);
  const newest = (await indexes(cluster)).find(({ name }) => name !== inUse)?.name;
  const index = named ?? newest ?? (await createIndex(cluster));
  if (index === inUse) throw new ClusterTrouble(`${index} is in use: load into a new one ("create")`);
  const corpus = await loadCorpusOrThrow(dataDirectory());
  const from = Date.now();
  let told = 0;
  const { reports, checksum } = await loadIndex(cluster, index, corpus, ({ sent, kept, reports: all }) => {
    if (Date.now() - told < TELL_EVERY) return;
    told = Date.now();
    const seconds = (told - from) / 1000;
    console.log(`${index}: ${sent + kept} of ${all}, ${Math.round(sent / seconds)} a second`);
  });
  const seconds = (Date.now() - from) / 1000;
  console.log(`${index}: whole, ${reports} reports, checksum ${checksum}, ${seconds.toFixed(1)} s`);
}

async function swap(cluster: Cluster, named: string | undefined): Promise<void> {
  const index = named ?? (await indexes(cluster)).find(({ meta }) => meta?.loaded)?.name;
  if (!index) throw new ClusterTrouble('no index is whole: load one first');
  const { before } = await swapTo(cluster, index);
  console.log(
    `${cluster.settings.alias} is ${index}${before && before !== index ? `, no longer ${before}` : ''}`,
  );
}

async function compare(files: string[], { most, each }: { most?: number; each?: boolean }): Promise<void> {
  const cluster = await clusterBackend();
  const local = localBackend(await currentSnapshot());
  const lines = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).flatMap((text) =>
    text.split('\n').filter(Boolean),
  );
  const texts = lines.flatMap((line) => {
    const { text, q } = JSON.parse(line) as { text?: string; q?: string };
    return text ?? q ?? [];
  });
  const step = most ? Math.max(1, Math.floor(texts.length / most)) : 1;
  const result = await compareBackends(
    local,
    cluster,
    texts.filter((_, i) => i % step === 0),
  );
  const of = (count: number) =>
    `${count} of ${result.queries} (${((100 * count) / result.queries).toFixed(1)} %)`;
  if (each) for (const one of result.differing) console.log(one);
  console.log(
    `first ten: ${(100 * result.firstTen).toFixed(2)} % of places; first result: ${of(result.first)}`,
  );
  console.log(`totals: ${of(result.totals)}; facet counts: ${of(result.facets)}`);
  for (const [i, name] of ['local', 'cluster'].entries()) {
    const times = result.times[i] ?? [];
    console.log(
      `${name}: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
    );
  }
  process.exit();
}

async function status(cluster: Cluster): Promise<void> {
  const inUse = await indexInUse(cluster);
  for (const { name, meta } of await indexes(cluster)) {
    const state = meta?.loaded
      ? `${meta.loaded.reports} reports, checksum ${meta.loaded.checksum}`
      : 'not whole';
    console.log(`${name}: ${state}${name === inUse ? ', in use' : ''}`);
  }
}
