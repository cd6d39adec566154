/**
 * `npm run bench:pages`: what the pages cost on a mid-range phone, beside an empty page of the same build in the same
 * run. 390 × 844, Slow 4G, a processor four times slower; the median of five. Needs `npm run build` and a quiet
 * machine. Prints tables that can be pasted.
 *
 *   npm run bench:pages -- [--runs N] [--port N] [--json]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { Command } from 'commander';
import { ensureBrowser } from './ensure-browser';

const options = new Command('bench:pages')
  .description('Measures the pages in a browser')
  .option('--runs <n>', 'runs of each page, of which the median is told', Number, 5)
  .option('--port <n>', 'port for the server it starts', Number, 3199)
  .option('--json', 'print JSON')
  .parse()
  .opts<{ runs: number; port: number; json?: boolean }>();

/** No such address: the frame of the site and nothing in it. */
const EMPTY = '/trang-trong-de-do';
const PAGES = [
  EMPTY,
  '/',
  '/?q=tuyen+giao',
  '/?q=tuyen+giao&xem=bang',
  '/bao-cao/lang-son-nhieu-nam-2015-bf3710',
  '/van-ban',
  '/tong-quan',
  '/tro-giup',
];
const TYPED = 'tuyen giao hn';
/** Lighthouse's Slow 4G as the browser applies it: bytes a second, milliseconds. */
const NETWORK = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const SLOWER = 4;
/** A task longer than this blocks. */
const LONG = 50;

interface Loaded {
  shift: number;
  blocking: number;
  /** Kilobytes as sent: all, and of them what fonts weigh. */
  bytes: number;
  fonts: number;
}

interface Typed {
  shift: number;
  task: number;
  event: number;
  /** Kilobytes until the first answer of the browser's own index, fonts apart. */
  bytes: number;
  lost: number;
}

/** What the page itself observes, from its first moment. */
interface Seen {
  shifts: { value: number; at: number }[];
  tasks: { duration: number; at: number }[];
  events: { duration: number; at: number }[];
  paint: number;
}

const server = await serve();
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const loaded = new Map(PAGES.map((path): [string, Loaded[]] => [path, []]));
  const typed: Typed[] = [];
  // Interleaved, so that a busy moment of the machine falls on all.
  for (let run = 0; run < options.runs; run++) {
    for (const path of PAGES) loaded.get(path)?.push(await load(browser, path));
    typed.push(await type(browser));
  }
  report(
    new Map([...loaded].map(([path, runs]) => [path, medians(runs)])),
    medians(typed),
    Math.max(...typed.map(({ lost }) => lost)),
  );
} finally {
  await browser.close();
  server.kill();
}

async function serve(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    // Behind the guard, as people meet it: without it the content policy lets no script of a page run.
    ['scripts/serve/index.js', '-p', String(options.port)],
    { stdio: 'ignore', env: { ...process.env, RATE_LIMIT: '0' } },
  );
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(address('/')).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return child;
    await wait(200);
  }
  child.kill();
  throw new Error('bench:pages: the server does not answer; run "npm run build" first');
}

function address(path: string): string {
  return `http://localhost:${options.port}${path}`;
}

/** A new phone with nothing in its cache. */
async function phone(
  of: Browser,
): Promise<{ page: Page; sent: { url: string; type: string; bytes: number }[] }> {
  const context = await of.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'vi-VN',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    const seen: Seen = { shifts: [], tasks: [], events: [], paint: 0 };
    (window as unknown as { seen: Seen }).seen = seen;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.shifts.push({ value: (entry as unknown as { value: number }).value, at: entry.startTime });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries()) seen.tasks.push({ duration, at: startTime });
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries()) seen.events.push({ duration, at: startTime });
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      seen.paint = list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? seen.paint;
    }).observe({ type: 'paint', buffered: true });
  });
  const sent: { url: string; type: string; bytes: number }[] = [];
  page.on('requestfinished', async (request) => {
    const sizes = await request.sizes().catch(() => null);
    if (sizes) {
      const bytes = sizes.responseBodySize + sizes.responseHeadersSize;
      sent.push({ url: request.url(), type: request.resourceType(), bytes });
    }
  });
  return { page, sent };
}

function seenBy(page: Page): Promise<Seen> {
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}

function kilobytes(sent: readonly { bytes: number }[]): number {
  return sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}

async function load(of: Browser, path: string): Promise<Loaded> {
  const { page, sent } = await phone(of);
  await page.goto(address(path), { waitUntil: 'load' });
  // The page itself, before the index is fetched ahead.
  const atLoad = [...sent];
  await page.waitForLoadState('networkidle');
  await wait(1500);
  const seen = await seenBy(page);
  await page.context().close();
  return {
    shift: seen.shifts.reduce((sum, { value }) => sum + value, 0),
    blocking: seen.tasks
      .filter(({ at }) => at >= seen.paint)
      .reduce((sum, { duration }) => sum + duration - LONG, 0),
    bytes: kilobytes(atLoad),
    fonts: kilobytes(atLoad.filter(({ type }) => type === 'font')),
  };
}

async function type(of: Browser): Promise<Typed> {
  const { page, sent } = await phone(of);
  // Typed before anything listens: it must not be lost.
  await page.goto(address('/'), { waitUntil: 'commit' });
  const field = page.locator('#o-tim');
  await field.waitFor();
  await field.pressSequentially('bao', { delay: 60 });
  const early = await field.inputValue();
  await page.waitForURL(/q=bao/, { timeout: 60_000 });
  const kept = (await field.inputValue()) === early;
  await page.waitForLoadState('networkidle');
  await field.fill('');
  await wait(2500);
  const bytes = kilobytes(sent.filter(({ type: kind, url }) => kind !== 'font' && !url.includes('/api/')));
  const start = await page.evaluate(() => performance.now());
  await field.pressSequentially(TYPED, { delay: 120 });
  await wait(2000);
  const seen = await seenBy(page);
  const found = new URL(page.url()).searchParams.get('q') === TYPED;
  await page.context().close();
  const since = <T extends { at: number }>(list: T[]) => list.filter(({ at }) => at >= start);
  return {
    shift: since(seen.shifts).reduce((sum, { value }) => sum + value, 0),
    task: Math.max(0, ...since(seen.tasks).map(({ duration }) => duration)),
    event: Math.max(0, ...since(seen.events).map(({ duration }) => duration)),
    bytes,
    lost: kept && found ? 0 : 1,
  };
}

function medians<T extends object>(runs: readonly T[]): T {
  const [first] = runs;
  if (!first) throw new RangeError('no runs');
  const names = Object.keys(first) as (keyof T)[];
  return Object.fromEntries(
    names.map((name) => {
      const sorted = runs.map((run) => Number(run[name])).sort((a, b) => a - b);
      return [name, sorted[Math.floor(sorted.length / 2)]];
    }),
  ) as T;
}

function report(loaded: ReadonlyMap<string, Loaded>, typed: Typed, lost: number): void {
  if (options.json) {
    console.log(JSON.stringify({ loaded: Object.fromEntries(loaded), typed, lost }, null, 1));
    return;
  }
  const empty = loaded.get(EMPTY) as Loaded;
  console.log(
    '| page | layout shift | blocking ms | above the empty page | KB | of it fonts | times the empty page |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const [path, { shift, blocking, bytes, fonts }] of loaded) {
    console.log(
      `| ${path === EMPTY ? 'empty' : `\`${path}\``} | ${shift.toFixed(3)} | ${blocking.toFixed(0)} | ${(blocking - empty.blocking).toFixed(0)} | ${bytes.toFixed(0)} | ${fonts.toFixed(0)} | ${(bytes / empty.bytes).toFixed(2)} |`,
    );
  }
  console.log('\n| while typing 13 letters | |\n|---|---|');
  console.log(`| layout shift | ${typed.shift.toFixed(3)} |`);
  console.log(`| longest task | ${typed.task === 0 ? `under ${LONG}` : typed.task.toFixed(0)} ms |`);
  console.log(`| slowest input event | ${typed.event.toFixed(0)} ms |`);
  console.log(
    `| page, scripts, index and texts until the first local answer, without fonts | ${typed.bytes.toFixed(0)} KB |`,
  );
  console.log(`| runs in which typing was lost | ${lost === 0 ? 'none' : 'some'} |`);
}
