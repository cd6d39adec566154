/** Many at once: how much the site answers, and that an index built meanwhile disturbs nobody. */
import { Client } from './client';
import { quantile, type Row } from './row';
import type { Site } from './site';

interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
  errors: number;
}

/** As many requests as `connections` can send, for so long, as a browser sends them. `path` is asked for anew each time. */
export async function press(
  site: Pick<Site, 'port'>,
  connections: number,
  seconds: number,
  path: () => string,
  address?: string,
): Promise<Measured> {
  const client = new Client(site.port, connections, address);
  const times: number[] = [];
  let errors = 0;
  const until = performance.now() + seconds * 1000;
  const worker = async () => {
    while (performance.now() < until) {
      const { status, ms } = await client.ask(path(), { 'accept-encoding': 'gzip, deflate, br' });
      if (status !== 200) errors++;
      times.push(ms);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  client.close();
  return { perSecond: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), errors };
}

/** Before memory is watched: about as many as the small run then sends. */
const WARMING_REQUESTS = 76;

const WORDS = [
  'giao ban',
  'so ket 6 thang',
  'hai phong',
  'chi thi 05',
  'bao chi',
  'tong ket nam 2020',
  'dinh huong',
  'quy 3',
  'du luan xa hoi',
  'hoc tap bac',
];

/** Searches in turn, as many as there are words and years: what is asked for again and again. */
function searches(path: string): () => string {
  let number = 0;
  return () => `${path}?q=${encodeURIComponent(`${WORDS[number % WORDS.length]} ${2015 + (number++ % 11)}`)}`;
}

/** Searches of two subjects and a page each, none of them asked for twice in some thousands. */
function newSearches(path: string, start = 0): () => string {
  let number = start;
  return () => {
    const [first, second] = [number % WORDS.length, Math.floor(number / WORDS.length)];
    const year = 2015 + (Math.floor(second / WORDS.length) % 11);
    const page = 1 + Math.floor(second / WORDS.length / 11);
    number++;
    return `${path}?q=${encodeURIComponent(`${WORDS[first]} ${WORDS[second % WORDS.length]} ${year}`)}&trang=${page}`;
  };
}

export async function throughput(site: Pick<Site, 'port'>, seconds: number, report: string): Promise<Row[]> {
  const rows: Row[] = [];
  const targets: [string, () => string, number][] = [
    ['/api/search', searches('/api/search'), 300],
    ['/', searches('/'), 120],
    ['a report page', () => `/bao-cao/${report}`, 400],
  ];
  for (const [name, path, target] of targets) {
    await press(site, 10, 3, path);
    const { perSecond, p99, errors } = await press(site, 10, seconds, path);
    rows.push({
      promise: `${name}: ${target} requests a second, p99 within 250 ms`,
      how: `10 connections for ${seconds} s${name === 'a report page' ? '' : ', 110 searches in turn'}`,
      figure: `${perSecond.toFixed(0)} a second, p99 ${p99.toFixed(0)} ms, ${errors} errors`,
      holds: perSecond >= target && p99 <= 250 && errors === 0,
    });
  }
  for (const path of ['/api/search', '/']) {
    const { perSecond, p50, p99, errors } = await press(site, 10, seconds / 2, newSearches(path));
    rows.push({
      promise: `${path}, never asked before: no errors`,
      how: `10 connections for ${seconds / 2} s, no search twice`,
      figure: `${perSecond.toFixed(0)} a second, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${errors} errors`,
      holds: errors === 0,
    });
  }
  const crowd = await press(site, 100, seconds, searches('/api/search'));
  rows.push({
    promise: '100 at once: no errors, p99 within 2 s',
    how: `/api/search, 100 connections for ${seconds} s`,
    figure: `${crowd.perSecond.toFixed(0)} a second, p99 ${crowd.p99.toFixed(0)} ms, ${crowd.errors} errors`,
    holds: crowd.errors === 0 && crowd.p99 <= 2000,
  });
  const [, bystander] = await Promise.all([
    press(site, 20, seconds, newSearches('/api/search', 5000)),
    press(site, 1, seconds, newSearches('/', 10_000), '127.0.0.2'),
  ]);
  rows.push({
    promise: "another user's median within 150 ms during an attack",
    how: `20 connections of one address against one of another, no search twice, ${seconds} s`,
    figure: `median ${bystander.p50.toFixed(0)} ms, p99 ${bystander.p99.toFixed(0)} ms, ${bystander.errors} errors`,
    holds: bystander.p50 <= 150 && bystander.errors === 0,
  });
  return rows;
}

/** Steady requests while the index is built again and again over data that change. */
export async function indexWhileServing(
  site: Site,
  seconds: number,
  perSecond: number,
  every: number,
): Promise<Row[]> {
  const client = new Client(site.port, 50);
  const path = searches('/api/search');
  await warm(site, client, path);
  const memory: number[] = [];
  let sent = 0;
  /** By status; 0: no answer within half a minute. */
  const errors = new Map<number, number>();
  let mixed = 0;
  const waiting: Promise<void>[] = [];
  const started = performance.now();
  let builds = 0;
  let building: Promise<void> = Promise.resolve();
  let nextBuild = 1000;
  let failedBuilds = 0;
  for (;;) {
    const elapsed = performance.now() - started;
    if (elapsed > seconds * 1000) break;
    if (elapsed > nextBuild) {
      nextBuild += every * 1000;
      building = building
        .then(() => site.edit(String(++builds)))
        .then(() => site.index())
        .catch(() => {
          failedBuilds++;
        });
    }
    // One reading depends on when garbage was last collected: many are taken, and the middle one counts.
    if (elapsed > (memory.length + 1) * 1000) memory.push(site.memory());
    for (; sent < (elapsed / 1000) * perSecond; sent++)
      waiting.push(
        client.ask(path()).then(({ status, body }) => {
          if (status !== 200) errors.set(status, (errors.get(status) ?? 0) + 1);
          else if (isMixed(body)) mixed++;
        }),
      );
    await new Promise((done) => setTimeout(done, 10));
  }
  await Promise.all([...waiting, building]);
  client.close();
  const half = Math.floor(memory.length / 2);
  const [early, late] = [quantile(memory.slice(0, half), 0.5), quantile(memory.slice(half), 0.5)];
  return [
    {
      promise: 'an index built meanwhile: no error, no mixed answer',
      how: `${sent} requests, ${perSecond} a second for ${seconds} s, ${builds} builds`,
      figure: `${[...errors].map(([status, count]) => `${count} of ${status}`).join(', ') || 'no error'}, ${mixed} mixed, ${failedBuilds} failed builds`,
      holds: errors.size + mixed + failedBuilds === 0,
    },
    {
      promise: 'memory stays flat under it',
      how: 'the same requests',
      figure: `median ${early.toFixed(0)} MB in the first half, ${late.toFixed(0)} MB in the second`,
      holds: late <= early * 1.25,
    },
  ];
}

/**
 * What a process takes once (compiled code, the second snapshot beside the first, filled caches) is taken before memory is
 * watched: otherwise the first half of a short run measures the start, and the second looks like a leak.
 */
async function warm(site: Site, client: Client, path: () => string): Promise<void> {
  for (const mark of ['8', '9']) {
    await site.edit(mark);
    await site.index();
    for (let left = WARMING_REQUESTS / 2; left > 0; left--) await client.ask(path());
  }
}

/** A total that differs from the rows there are, those of the same conference under one row counted. */
function isMixed(body: Buffer): boolean {
  const { total, pages, results } = JSON.parse(body.toString('utf8')) as {
    total: number;
    pages: number;
    results: { conference: { others: string[] } | null }[];
  };
  const reports = results.reduce((sum, { conference }) => sum + 1 + (conference?.others.length ?? 0), 0);
  return pages > 1 ? reports > total : reports !== total;
}

/** Many different addresses, none asked for twice. */
export async function distinctRequests(site: Site, count: number): Promise<Row> {
  const client = new Client(site.port, 10);
  let left = count;
  const worker = async () => {
    while (left-- > 0) await client.ask(`/?q=${encodeURIComponent(`${WORDS[left % WORDS.length]} ${left}`)}`);
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  client.close();
  const memory = site.memory();
  return {
    promise: 'memory under 400 MB with the default heap',
    how: `${count} distinct requests`,
    figure: `${memory.toFixed(0)} MB`,
    holds: memory < 400,
  };
}
