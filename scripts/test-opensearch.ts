/**
 * `npm run test:opensearch`: the contract of the backends against a real cluster, and a node of it stopped under searches
 * and a load. The cluster is the one of OPENSEARCH_URL (then nothing is stopped), else three nodes of its own, from the
 * published artefacts, by Java and Maven. Where neither can be had it says what is missing and ends with 77: not tested.
 */
import { spawn } from 'node:child_process';
import { missingForCluster, type Cluster as Nodes, startCluster } from '../e2e/opensearch/cluster';
import { loadGazetteer } from '../lib/catalogue/gazetteer';
import { generateReports } from '../lib/catalogue/generate';
import { loadCorpusOrThrow } from '../lib/catalogue/load';
import type { Corpus } from '../lib/domain/report';
import { backendOf, openIndex } from '../lib/search/opensearch/backend';
import { Cluster, clusterSettings } from '../lib/search/opensearch/cluster';
import { checksumOf, createIndex, digestsIn, loadIndex } from '../lib/search/opensearch/load';
import { parseQuery } from '../lib/search/query';

const NOT_TESTED = 77;
/** Made-up reports loaded while a node is stopped: enough that it happens in the middle. */
const LOADED = 3000;
/** Between two searches, in milliseconds. */
const SEARCH_EVERY = 200;

const { OPENSEARCH_URL } = process.env;
process.exit(OPENSEARCH_URL ? await contract(OPENSEARCH_URL) : await withOwnNodes());

async function withOwnNodes(): Promise<number> {
  const missing = missingForCluster();
  if (missing) return notTested(missing);
  let nodes: Nodes;
  try {
    nodes = await startCluster();
  } catch (error) {
    return notTested(error instanceof Error ? error.message : String(error));
  }
  try {
    const failed = await contract(nodes.urls.join(','));
    await stopUnderLoad(nodes);
    return failed;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await nodes.stop();
  }
}

function notTested(why: string): number {
  console.log(`test:opensearch: ${why}. Nothing was tested; OPENSEARCH_URL may name a cluster.`);
  return NOT_TESTED;
}

/** The suite of the backends, the cluster among them; its exit status. */
function contract(urls: string): Promise<number> {
  const env = { ...process.env, OPENSEARCH_URL: urls };
  const running = spawn('npx', ['vitest', 'run', 'lib/search/backend.test.ts'], { stdio: 'inherit', env });
  return new Promise((done) => running.on('exit', (code) => done(code ?? 1)));
}

/**
 * A node is killed while reports are loaded and others are searched: every search is answered as before, every report
 * is there, and is there still when the node is back.
 * @throws Error where anything was lost
 */
async function stopUnderLoad({ urls, stopNode, startNode, green }: Nodes): Promise<void> {
  const cluster = new Cluster(
    clusterSettings({
      OPENSEARCH_URL: urls.join(','),
      OPENSEARCH_INDEX: 'under-load',
      OPENSEARCH_TIMEOUT: '30000',
    }),
  );
  const corpus = await loadCorpusOrThrow('data');
  const standing = await createIndex(cluster);
  const before = await loadIndex(cluster, standing, corpus);
  const backend = backendOf(cluster, await openIndex(cluster, standing));
  const totals = new Map<string, number>();
  let answered = 0;
  let loading = true;
  const searching = (async () => {
    const texts = ['q=tuyen+giao', 'tinh=ha-noi', 'q=hai+phong+2020', 'q="bao+chi"'];
    for (let turn = 0; loading; turn++) {
      const text = texts[turn % texts.length] as string;
      // Each another page, so that none is remembered.
      const { total } = await backend.answer(parseQuery(`${text}&trang=${turn + 1}`, backend.vocabulary));
      if ((totals.get(text) ?? total) !== total)
        throw new Error(`${text}: ${total}, not ${totals.get(text)}`);
      totals.set(text, total);
      answered++;
      await new Promise((done) => setTimeout(done, SEARCH_EVERY));
    }
  })();
  searching.catch(() => {});

  const index = await createIndex(cluster);
  const made = await madeUp(corpus);
  await green();
  let stopped: Promise<void> | null = null;
  const { reports, checksum } = await loadIndex(cluster, index, made, ({ sent }) => {
    if (sent < LOADED) stopped ??= stopNode(1, 'SIGKILL');
  });
  if (!stopped) throw new Error('the load was over before a node was stopped');
  await stopped;
  loading = false;
  await searching;
  console.log(
    `a node killed in the load: ${reports} reports there, checksum ${checksum}, ${answered} searches answered`,
  );
  if (reports !== LOADED) throw new Error(`${reports} reports for ${LOADED}`);
  await startNode(1);
  await green();
  for (const [name, expected] of [
    [index, checksum],
    [standing, before.checksum],
  ] as const) {
    const digests = await digestsIn(cluster, name);
    const now = checksumOf(digests);
    console.log(`green again: ${name} holds ${digests.size} reports, checksum ${now}`);
    if (now !== expected) throw new Error(`${name}: checksum ${now}, not ${expected}`);
  }
}

async function madeUp(corpus: Corpus): Promise<Corpus> {
  const { gazetteer } = await loadGazetteer('data');
  const stock = {
    reports: corpus.reports,
    provinces: corpus.provinces,
    districts: gazetteer.districts,
    documentDays: new Map(corpus.directives.map(({ id, date }) => [id, date])),
  };
  return { ...corpus, reports: [...generateReports(stock, LOADED)] };
}
