/** Requests that nobody sends by mistake, over every route. */
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Chance } from './chance';
import { type Answer, askRaw, Client } from './client';
import { quantile, type Row } from './row';
import type { Site } from './site';

/** On a quiet machine; on a busy one the figure is printed and not held against the site. */
const SLOWEST_MS = 1000;
const CONNECTIONS = 8;
/** One request in so many goes out byte by byte. */
const RAW = 40;

const MARK = 'x(13579)';
const NASTY: readonly string[] = [
  `"><script>${MARK}</script>`,
  `'><img src=x onerror=${MARK}>`,
  `</script><script>${MARK}</script>`,
  `javascript:${MARK}`,
  '{{7*7}}',
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%00',
  '%',
  '%ff%fe',
  '%E0%A4',
  '\u202e',
  'a'.repeat(5000),
  'đ'.repeat(500),
  '"'.repeat(300),
  '-'.repeat(300),
  "' OR 1=1 --",
  '9999999999999999999',
  '-1',
  'NaN',
  '1e309',
  '__proto__',
  'constructor',
  'toString',
  '\r\nSet-Cookie: a=b',
  '2020..1',
  'giao ban báo chí',
  'so ket 6 thang dau nam 2021',
  '“”',
  '́̀̉',
  '',
];
const NAMES = [
  'q',
  'tinh',
  'ky',
  'van-ban',
  'loai',
  'cap',
  'nguon',
  'chu-de',
  'trang',
  'sap-xep',
  'nguyen-van',
  'ke-thua',
  '_rsc',
  '__proto__',
  'x',
];
const HEADERS: readonly Record<string, string>[] = [
  {},
  {},
  {},
  { RSC: '1' },
  { RSC: '1', 'Next-Router-State-Tree': '%5B%22' },
  { RSC: '1', 'Next-Router-Prefetch': '9', 'Next-Router-Segment-Prefetch': '/_tree' },
  { 'Next-Action': '0'.repeat(42) },
  { 'Accept-Encoding': 'br;q=0' },
  { 'Accept-Encoding': 'br;q=0, gzip;q=0, identity;q=0' },
  { 'Accept-Encoding': 'x'.repeat(2000) },
  { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'javascript' },
  { Host: 'evil.example' },
  { Host: '"><script>' },
  { Range: 'bytes=0-0,-1,5-2' },
  { 'If-None-Match': '*' },
  { 'If-Modified-Since': 'never' },
  { Accept: 'application/xml;q=x' },
  { Cookie: '=;'.repeat(500) },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-nextjs-data': '1', purpose: 'prefetch' },
  { 'X-Forwarded-For': `127.0.0.1, ${'1.2.3.4, '.repeat(300)}` },
];
const METHODS = [
  'GET',
  'GET',
  'GET',
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PATCH',
];

export async function hostileRequests(site: Site, count: number, seed: number): Promise<Row[]> {
  const chance = new Chance(seed);
  const routes = routesOf('app');
  const names = await knownNames(site);
  const client = new Client(site.port, CONNECTIONS);
  const times: number[] = [];
  const faults = new Map<string, string[]>();
  const fault = (kind: string, what: string) =>
    faults.set(kind, [...(faults.get(kind) ?? []), what.slice(0, 300)]);
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const path = pathOf(chance.of(routes), chance, names);
      const method = chance.of(METHODS);
      const headers = chance.of(HEADERS);
      const what = `${method} ${path} ${JSON.stringify(headers)}`;
      if (left % RAW === 0) {
        const status = await askRaw(site.port, rawRequest(method, path, chance));
        if (status >= 500) fault('5xx', `raw ${status} ${what}`);
        continue;
      }
      const answer = await client.ask(path, headers, method);
      times.push(answer.ms);
      if (answer.status >= 500) fault('5xx', `${answer.status} ${what}`);
      if (answer.status === 0) fault('no answer', `${answer.type} after ${Math.round(answer.ms)} ms ${what}`);
      if (answer.ms > SLOWEST_MS) fault('slow', `${Math.round(answer.ms)} ms ${what}`);
      if (reflects(answer)) fault('reflected', what);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  client.close();
  const number = (kind: string) => faults.get(kind)?.length ?? 0;
  for (const [kind, list] of faults)
    for (const what of list.slice(0, 8)) console.error(`requests: ${kind}: ${what}`);
  const how = `${count} hostile requests over ${routes.length} routes`;
  return [
    {
      promise: 'no answer of 5xx',
      how,
      figure: `${number('5xx')} of 5xx, ${number('no answer')} without an answer`,
      holds: number('5xx') + number('no answer') === 0,
    },
    {
      promise: 'nothing sent is reflected unescaped',
      how,
      figure: `${number('reflected')}`,
      holds: number('reflected') === 0,
    },
    {
      promise: 'every answer within a second (on a quiet machine)',
      how,
      figure: `p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms, ${number('slow')} above a second, slowest ${Math.max(...times).toFixed(0)} ms`,
      holds: number('slow') === 0,
    },
  ];
}

/** Route patterns, read off the folders of the app: `/bao-cao/[id]`. */
function routesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|[\\/])(?:page|route)\.tsx?$/.test(name))
    .map(
      (name) =>
        `/${name
          .split(sep)
          .slice(0, -1)
          .filter((part) => !part.startsWith('('))
          .join('/')}`,
    )
    .concat(
      '/_next/image',
      '/_next/static/x.js',
      '/_next/data/x/index.json',
      '/khong-co-duong-nay',
      '/robots.txt',
      '/sitemap.xml',
    );
}

/** Names that lead somewhere, so that half of the requests get past the door. */
async function knownNames(site: Site): Promise<string[]> {
  const folder = join(site.dataDir, 'reports');
  const ids = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.split(sep).at(-1)?.replace('.md', '') as string);
  return [...ids.slice(0, 200), 'gia-lai', 'hai-phong', '05-ct-tw-xii', 'bao-cao.csv', 'ket-qua.json'];
}

function pathOf(route: string, chance: Chance, names: readonly string[]): string {
  const path = route.replace(/\[\[?(?:\.\.\.)?[^\]]+\]\]?/g, () => {
    const roll = chance.next();
    const name = roll < 0.4 ? chance.of(names) : chance.of(NASTY);
    return roll < 0.7 ? encodeURIComponent(name.toWellFormed()) : escaped(name);
  });
  const pairs = Array.from({ length: chance.next() < 0.9 ? chance.below(4) : chance.below(400) }, () => {
    const value = chance.next() < 0.7 ? encodeURIComponent(chance.of(NASTY)) : escaped(chance.of(NASTY));
    return `${chance.of(NAMES)}=${value}`;
  });
  return (pairs.length > 0 ? `${path}?${pairs.join('&')}` : path).slice(0, 12_000);
}

/** Sent as it is, but for what no request line can hold. */
function escaped(text: string): string {
  return text.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character.toWellFormed()));
}

function rawRequest(method: string, path: string, chance: Chance): Buffer {
  const whole = Buffer.from(
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${chance.of(NASTY)}\r\nConnection: close\r\n\r\n`,
    'latin1',
  );
  for (let flips = chance.below(3); flips > 0; flips--) whole[chance.below(whole.length)] = chance.below(256);
  return whole;
}

/** What was sent stands in an answer that a browser would run. */
function reflects({ type, body }: Answer): boolean {
  if (!/html|xml|svg/.test(type)) return false;
  const text = body.toString('utf8');
  return (
    text.includes(`<script>${MARK}`) ||
    /<img src=x onerror=/.test(text) ||
    /(?:href|src|action)="?javascript:/i.test(text) ||
    /root:.*:0:0:/.test(text)
  );
}
