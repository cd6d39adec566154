/**
 * `npm run export [-- --out DIR] [--force]`: the static edition, files for any web host. The app is built for it, asked
 * for every page by its own server, and what it answers is written down:
 *
 *   settings ─> index, build (EDITION=static) ─> next start on this machine ─> every page reached from the first ─> out/
 *
 * A link that leads to no file fails the export.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { formatFault } from '../lib/catalogue/fault';
import { loadSettings } from '../lib/site/settings';

/** Names every file of an export, so that the next one can take its place whole. */
const FILES = 'export-files.txt';
/** Requests under way at one time: one for each core of a small machine, and one waiting. */
const AT_ONCE = 3;

const { out, force } = new Command('export')
  .description('Writes the static edition')
  .option('--out <folder>', 'where to', 'out')
  .option('--force', 'take the place of an earlier export; other files there stay')
  .parse()
  .opts<{ out: string; force?: boolean }>();

const { settings, faults } = loadSettings(dataDirectory());
for (const fault of faults) console.error(formatFault(fault));
if (!settings) process.exit(1);
const there = existsSync(out) ? await readdir(out).catch(() => null) : [];
if (there === null) {
  console.error(`export: ${out} is not a folder that can be read: name another with --out`);
  process.exit(1);
}
if (there.length > 0 && !force) {
  console.error(
    `export: ${out} is not empty: name another folder with --out, or take its place with --force`,
  );
  process.exit(1);
}
if (!settings.address) {
  console.warn(
    'export: no address is set (site.yaml or SITE_URL): feeds, site map and previews name localhost',
  );
}
process.env.EDITION = 'static';
process.env.BASE_PATH = settings.basePath;
process.env.NEXT_TELEMETRY_DISABLED = '1';

await run('npm', ['run', '--silent', 'build']);
// Both read the settings above when they are loaded.
const { seeds, serverPath } = await import('./export-paths');
const { at, isServed, pathWithin } = await import('../lib/domain/edition');

const port = await freePort();
const server = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
process.on('exit', () => server.kill());
const site = `http://127.0.0.1:${port}`;
await answering(server);

const written = new Set<string>();
/** Where a path was found first: for the message about one that leads nowhere. */
const found = new Map<string, string>((await seeds()).map((path) => [path, 'the list of pages']));
const waiting = [...found.keys()];
const broken: string[] = [];
await Promise.all(Array.from({ length: AT_ONCE }, work));
await write('404.html', await page('/khong-co-trang-nay', 404));
await cp(join('.next', 'static'), join(out, '_next', 'static'), { recursive: true });
for (const name of await readdir(join('.next', 'static'), { recursive: true, withFileTypes: true })) {
  if (name.isFile()) written.add(join('_next', join(name.parentPath, name.name).slice('.next/'.length)));
}
// GitHub Pages leaves out folders that begin with _ unless told.
await write('.nojekyll', new Uint8Array());
await removeEarlier();
await writeFile(join(out, FILES), `${[...written].sort().join('\n')}\n`);
server.kill();

for (const line of broken) console.error(`export: ${line}`);
console.log(
  `${out}: ${written.size} files${settings.basePath ? `, to be served under ${settings.basePath}` : ''}`,
);
process.exit(broken.length > 0 ? 1 : 0);

async function work(): Promise<void> {
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const response = await ask(serverPath(path));
    if (response.status !== 200) {
      broken.push(`${path} answers ${response.status}; it is linked from ${found.get(path)}`);
      continue;
    }
    const body = new Uint8Array(await response.arrayBuffer());
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    await write(fileOf(path, isPage), body);
    if (isPage) follow(new TextDecoder().decode(body), path);
  }
}

/** Asks the server; once more where the connection breaks, as kept ones do. */
async function ask(path: string): Promise<Response> {
  const address = site + at(path);
  const options: RequestInit = { headers: { 'Accept-Encoding': 'identity' }, redirect: 'manual' };
  return fetch(address, options).catch(() => fetch(address, options));
}

/** Puts the addresses of this site that a page links to on the list. */
function follow(html: string, from: string): void {
  for (const [, address = ''] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
    if (!address.startsWith('/') || address.startsWith('//')) continue;
    const [whole = ''] = address.replaceAll('&amp;', '&').split(/[?#]/);
    if (!whole.startsWith(at('/').replace(/\/$/, ''))) {
      broken.push(`${whole} lies outside ${at('/')}; it is linked from ${from}`);
      continue;
    }
    const path = decodeURIComponent(pathWithin(whole)).replace(/(?<=.)\/$/, '');
    if (path.startsWith('/_next/') || !isServed(path) || found.has(path)) continue;
    found.set(path, from);
    waiting.push(path);
  }
}

async function page(path: string, status: number): Promise<Uint8Array> {
  const response = await ask(path);
  if (response.status !== status) broken.push(`${path} answers ${response.status}, not ${status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Pages are folders, which every file server opens by its index. */
function fileOf(path: string, isPage: boolean): string {
  return isPage ? join(path.slice(1), 'index.html') : path.slice(1);
}

async function write(file: string, body: Uint8Array): Promise<void> {
  const to = join(out, file);
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, body);
  written.add(file);
}

/** What an earlier export wrote and this one did not: last, so that a site that is served from there is never without its files. */
async function removeEarlier(): Promise<void> {
  const list = await readFile(join(out, FILES), 'utf8').catch(() => '');
  for (const file of list.split('\n'))
    if (file !== '' && !file.includes('..') && !written.has(file)) await rm(join(out, file), { force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Waits until the server answers; ends with it where it ends before. */
async function answering(child: ChildProcess): Promise<void> {
  child.on('exit', (code) => {
    if (code) {
      console.error('export: the server ended before the export did');
      process.exit(1);
    }
  });
  for (let tries = 0; tries < 300; tries++) {
    const up = await ask('/robots.txt').then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  console.error('export: the server did not answer');
  process.exit(1);
}

/** Runs a command in this terminal; ends this process where it fails. */
function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve) => {
    spawn(command, args, { stdio: 'inherit' }).on('exit', (code) =>
      code === 0 ? resolve() : process.exit(code ?? 1),
    );
  });
}
