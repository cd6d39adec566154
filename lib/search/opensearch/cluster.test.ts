/** What keeps a cluster from answering is one plain line, and comes in time. The nodes are made up; real ones: backend.test.ts. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openIndex } from './backend';
import { Cluster, ClusterTrouble, clusterSettings } from './cluster';
import { FORMAT } from './layout';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A node that gives these answers by path; `null` keeps silent, a number is a status. */
async function nodeOf(answers: Record<string, object | number | null>): Promise<Cluster> {
  const server = createServer((request, response) => {
    const answer = answers[request.url?.split('?')[0] ?? ''];
    if (answer === null) return;
    response.statusCode = typeof answer === 'number' ? answer : answer ? 200 : 404;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(typeof answer === 'object' ? answer : {}));
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return new Cluster(
    clusterSettings({ OPENSEARCH_URL: `http://127.0.0.1:${port}`, OPENSEARCH_TIMEOUT: '400' }),
  );
}

const VERSION = { version: { distribution: 'opensearch', number: '2.19.6' } };
const mapping = (meta: object) => ({ 'bao-cao-1': { mappings: { _meta: meta } } });
const WHOLE = mapping({ format: FORMAT, loaded: { reports: 1, checksum: 'x' } });

test.each([
  [{}, /OPENSEARCH_URL is not set/],
  [{ OPENSEARCH_URL: 'search-1:9200' }, /not an http/],
  [{ OPENSEARCH_URL: 'ftp://u:secret@x' }, /^(?!.*secret).*not an http/],
  [{ OPENSEARCH_URL: 'http://x', OPENSEARCH_INDEX: '*' }, /OPENSEARCH_INDEX/],
  [{ OPENSEARCH_URL: 'http://x', OPENSEARCH_SHARDS: '0' }, /OPENSEARCH_SHARDS/],
  [{ OPENSEARCH_URL: 'http://x', OPENSEARCH_REFRESH: 'soon' }, /OPENSEARCH_REFRESH/],
  [{ OPENSEARCH_URL: 'http://x', OPENSEARCH_TIMEOUT: '1e9' }, /OPENSEARCH_TIMEOUT/],
])('settings that mean nothing are named: %j', (env, said) => {
  expect(() => clusterSettings(env)).toThrow(said);
});

test('a certificate that is not there is named', () => {
  const settings = clusterSettings({ OPENSEARCH_URL: 'https://x', OPENSEARCH_CA: '/no/such/file' });
  expect(() => new Cluster(settings)).toThrow(/OPENSEARCH_CA/);
});

test('nobody there, and a node that keeps silent', { timeout: 20_000 }, async () => {
  const nobody = new Cluster(
    clusterSettings({ OPENSEARCH_URL: 'http://127.0.0.1:9', OPENSEARCH_TIMEOUT: '2000' }),
  );
  await expect(nobody.call('GET', '/')).rejects.toThrow(/no cluster at http:\/\/127\.0\.0\.1:9/);
  const silent = await nodeOf({ '/': null });
  const from = performance.now();
  await expect(silent.call('GET', '/')).rejects.toThrow(ClusterTrouble);
  // The deadline is 400 ms; the rest is what a busy machine adds.
  expect(performance.now() - from).toBeLessThan(10_000);
});

test.each([
  ['another engine', { '/': { version: { number: '7.10.2' } } }, /2 or 3 is needed/],
  [
    'another version',
    { '/': { version: { distribution: 'opensearch', number: '1.3.0' } } },
    /2 or 3 is needed/,
  ],
  ['a user without rights', { '/': 403 }, /not allowed|allowed to/],
  [
    'an index of others',
    { '/': VERSION, '/bao-cao-*/_mapping': { 'bao-cao-1': { mappings: {} } } },
    /no index of ours/,
  ],
  ['another format', { '/': VERSION, '/bao-cao-*/_mapping': mapping({ format: 0 }) }, /format 0/],
  ['half loaded', { '/': VERSION, '/bao-cao-*/_mapping': mapping({ format: FORMAT }) }, /not whole/],
  [
    'red',
    { '/': VERSION, '/bao-cao-*/_mapping': WHOLE, '/_cluster/health/bao-cao-1': { status: 'red' } },
    /is red/,
  ],
  [
    'without its words',
    {
      '/': VERSION,
      '/bao-cao-*/_mapping': WHOLE,
      '/_cluster/health/bao-cao-1': { status: 'green' },
      '/bao-cao-1/_search': { hits: { hits: [] } },
    },
    /lacks what is known/,
  ],
])('%s is refused in one line', async (_, answers, said) => {
  const cluster = await nodeOf(answers as Record<string, object | number>);
  const opening = openIndex(cluster, 'bao-cao-1');
  await expect(opening).rejects.toThrow(said);
  await expect(opening).rejects.toSatisfy((error: Error) => !error.message.includes('\n'));
});

test('an answer in part is none', async () => {
  const cluster = await nodeOf({
    '/_msearch': { responses: [{ hits: { hits: [] }, _shards: { failed: 1 } }] },
  });
  await expect(cluster.searches('x', [{}])).rejects.toThrow(/in part/);
});
