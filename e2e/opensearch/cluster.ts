/**
 * A cluster of three real OpenSearch nodes on loopback, for the tests: from the published jars (pom.xml), by the
 * Java and Maven of this machine. Nodes run as nobody where the tests run as root, as OpenSearch wants it.
 *
 *   const cluster = await startCluster();   cluster.urls, stopNode(1), startNode(1)   await cluster.stop();
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Heap of a node, megabytes: three fit beside a build on a small machine. */
const HEAP = 512;
/** A node that has not answered by then will not: milliseconds. */
const START_LIMIT = 420_000;
/** The user `nobody` of Linux. */
const NOBODY = 65534;
/** The jars, fetched once a checkout. */
const JARS = resolve('node_modules', '.cache', 'opensearch');

export interface Cluster {
  /** Addresses of the nodes, `http://127.0.0.1:PORT`. */
  urls: string[];
  /** Ends one node, as `kill` does unless `signal` says otherwise. */
  stopNode(node: number, signal?: NodeJS.Signals): Promise<void>;
  /** Starts a stopped node again with the data it had. @throws Error when it does not answer in time */
  startNode(node: number): Promise<void>;
  /** Waits until every shard has its copies. @throws Error when that takes too long */
  green(): Promise<void>;
  /** Ends all nodes and removes what they wrote. */
  stop(): Promise<void>;
}

/** What is missing to start a cluster here, in words; null when nothing is. */
export function missingForCluster(): string | null {
  const absent = ['java', 'javac', 'mvn'].filter((command) => spawnSync('which', [command]).status !== 0);
  return absent.length === 0 ? null : `${absent.join(', ')} not found`;
}

/**
 * Starts the nodes (three: the fewest of which one may end and a majority is left) and waits until the cluster is green.
 * @throws Error with the end of the log when the jars cannot be had or a node does not start
 */
export async function startCluster(nodeCount = 3): Promise<Cluster> {
  fetchJars();
  const folder = mkdtempSync(join(tmpdir(), 'opensearch-'));
  chmodSync(folder, 0o755);
  const ports = await freePorts(2 * nodeCount);
  const http = ports.slice(0, nodeCount);
  const transport = ports.slice(nodeCount);
  const urls = http.map((port) => `http://127.0.0.1:${port}`);
  const nodes: (ChildProcess | null)[] = [];

  const begin = async (node: number): Promise<void> => {
    const home = join(folder, `n${node}`);
    mkdirSync(home, { recursive: true });
    const root = process.getuid?.() === 0;
    if (root) chownSync(home, NOBODY, NOBODY);
    const settings = {
      'path.home': home,
      'cluster.name': `test-${process.pid}`,
      'node.name': `n${node}`,
      'network.host': '127.0.0.1',
      'http.port': http[node],
      'transport.port': transport[node],
      'discovery.seed_hosts': transport.map((port) => `127.0.0.1:${port}`).join(','),
      'cluster.initial_cluster_manager_nodes': http.map((_, i) => `n${i}`).join(','),
      'transport.type': 'netty4',
      'http.type': 'netty4',
      'node.store.allow_mmap': false,
      // A disk that is nearly full elsewhere is no matter of these tests.
      'cluster.routing.allocation.disk.threshold_enabled': false,
    };
    const child = spawn(
      'java',
      [
        `-Xms${HEAP}m`,
        `-Xmx${HEAP}m`,
        '-XX:+UseSerialGC',
        // A test ends before the better compiler has paid for itself.
        '-XX:TieredStopAtLevel=1',
        '-cp',
        `${join(JARS, '*')}:${JARS}`,
        'TestNode',
        ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
      ],
      { cwd: home, stdio: ['ignore', 'pipe', 'pipe'], ...(root ? { uid: NOBODY, gid: NOBODY } : {}) },
    );
    nodes[node] = child;
    await started(child);
  };
  const end = (node: number, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    const child = nodes[node];
    nodes[node] = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((done) => {
      child.once('exit', () => done());
      child.kill(signal);
    });
  };
  const cluster: Cluster = {
    urls,
    stopNode: end,
    startNode: begin,
    green: () => waitForGreen(urls),
    async stop() {
      await Promise.all(nodes.map((_, node) => end(node, 'SIGKILL')));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  process.once('exit', () => {
    for (const child of nodes) child?.kill('SIGKILL');
  });
  try {
    await Promise.all(http.map((_, node) => begin(node)));
    await cluster.green();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster;
}

function fetchJars(): void {
  if (existsSync(join(JARS, '.whole'))) return;
  mkdirSync(JARS, { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    'mvn',
    [
      '-q',
      '-B',
      '-f',
      resolve('e2e', 'opensearch', 'pom.xml'),
      'dependency:copy-dependencies',
      `-DoutputDirectory=${JARS}`,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0)
    throw new Error(`the jars of OpenSearch cannot be had: ${`${stdout}${stderr}`.slice(-2000)}`);
  const source = resolve('e2e', 'opensearch', 'TestNode.java');
  const compiled = spawnSync('javac', ['-cp', join(JARS, '*'), '-d', JARS, source], { encoding: 'utf8' });
  if (compiled.status !== 0) throw new Error(`${source} cannot be compiled: ${compiled.stderr}`);
  mkdirSync(join(JARS, '.whole'));
}

/** Waits for the node's own word; its log's end stands in the error. */
function started(child: ChildProcess): Promise<void> {
  let log = '';
  return new Promise((done, failed) => {
    const timer = setTimeout(
      () => failed(new Error(`a node did not start in time:\n${log.slice(-2000)}`)),
      START_LIMIT,
    );
    const read = (chunk: Buffer) => {
      log = (log + chunk).slice(-20_000);
      if (!/^started$/m.test(log)) return;
      clearTimeout(timer);
      done();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`a node ended with ${code}:\n${log.slice(-2000)}`));
    });
  });
}

async function waitForGreen(urls: readonly string[]): Promise<void> {
  const until = Date.now() + START_LIMIT;
  while (Date.now() < until) {
    for (const url of urls) {
      const answer = await fetch(`${url}/_cluster/health?wait_for_status=green&timeout=5s`, {
        signal: AbortSignal.timeout(8000),
      }).catch(() => null);
      const health = answer?.ok ? ((await answer.json()) as { status: string }) : null;
      if (health?.status === 'green') return;
    }
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('the cluster is not green in time');
}

/** Ports that nothing listens on at this moment. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((done, failed) => {
          const server = createServer().once('error', failed);
          server.listen(0, '127.0.0.1', () => done(server));
        }),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
