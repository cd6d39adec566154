/**
 * `npm start`: builds what is missing or out of date (the app after a change of its sources, the index after a change
 * of the data) and serves.
 *
 *   PORT, HOST    where to listen: 3000, on every address of this machine
 *   DATA_DIR      another data folder of the same form; INDEX_DIR: where its index goes
 *   BASE_PATH     the path under which the site lies: another one is another build
 *   LOG           access log: json, text or off
 *   SITE_URL      the address under which others reach the site
 *   SEARCH_BACKEND=opensearch   searches are answered by a cluster (settings: lib/search/opensearch/cluster.ts)
 *   WATCH=1       build the index anew whenever the data folder changes
 *   EDIT=1        with the desk, for this machine alone (`npm run desk`)
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants, watch } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataDirectory } from '../lib/catalogue/directory';
import { formatFault } from '../lib/catalogue/fault';
import { logForm } from '../lib/site/access-log';
import { loadSettings } from '../lib/site/settings';
import { APP_STAMP_FILE, isIndexCurrent, stampOfApp } from './stamp';

const EDITING = process.env.EDIT === '1';
/** An edit is several events: the index is built once they have been still for so long, in milliseconds. */
const STILL = 300;
/** Requests that are under way may end within so long after the signal to stop, in milliseconds. */
const DRAIN = 10_000;

const { settings, faults } = loadSettings(dataDirectory());
for (const fault of faults) console.error(`start: ${formatFault(fault)}`);
if (!settings) process.exit(1);
try {
  logForm(process.env.LOG);
} catch (error) {
  console.error(`start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
process.env.BASE_PATH = settings.basePath;
process.env.EDITION = 'server';

let child: ChildProcess | null = null;
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));

await buildWhatIsStale();
const { PORT = '3000', HOST } = process.env;
if (EDITING) openDesk();
else if (!settings.address) {
  console.warn(
    'start: SITE_URL is not set: links in feeds, exports and previews are relative, or name localhost where they must be whole.',
  );
}
if (process.env.SEARCH_BACKEND === 'opensearch') await lookAtCluster();
if (process.env.WATCH === '1') watchData();
await run(process.execPath, [
  join('scripts', 'serve', 'index.js'),
  '-p',
  PORT,
  ...(HOST ? ['-H', HOST] : []),
  ...process.argv.slice(2),
  // Last, so that it holds.
  ...(EDITING ? ['-p', PORT, '-H', '127.0.0.1'] : []),
]);

/** Makes the token of this run and prints the address that holds it. */
function openDesk(): void {
  process.env.DESK_TOKEN = randomBytes(24).toString('hex');
  console.log(`desk: http://127.0.0.1:${PORT}/ban-bien-tap/vao?khoa=${process.env.DESK_TOKEN}`);
}

async function buildWhatIsStale(): Promise<void> {
  if (!(await isIndexCurrent())) await run('npm', ['run', '--silent', 'index']);
  const built = await readFile(APP_STAMP_FILE, 'utf8').catch(() => '');
  if (built === stampOfApp()) return;
  await access('.', constants.W_OK).catch(() => {
    const { BASE_PATH = '' } = process.env;
    console.error(
      `start: what was built is of other sources or another base path than ${JSON.stringify(BASE_PATH)}, and this folder cannot be written to: run "BASE_PATH=${BASE_PATH} npm run build" where it can`,
    );
    process.exit(1);
  });
  await run('npm', ['run', '--silent', 'build:app']);
}

/** Builds the index in a process of its own when the data change; the server sees it by itself. */
function watchData(): void {
  let timer: NodeJS.Timeout | undefined;
  let building = false;
  const build = async () => {
    if (building) {
      timer = setTimeout(build, STILL);
      return;
    }
    building = true;
    const index = spawn('npm', ['run', '--silent', 'index'], { stdio: 'inherit' });
    await new Promise((resolve) => index.on('exit', resolve).on('error', resolve));
    building = false;
  };
  watch(dataDirectory(), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(build, STILL);
  });
}

/** Says at once what keeps the cluster from answering; the site starts, for its other pages need none. */
async function lookAtCluster(): Promise<void> {
  const { clusterBackend } = await import('../lib/search/opensearch/backend');
  try {
    console.log(`start: searches are answered by ${(await clusterBackend()).version}`);
  } catch (error) {
    console.error(
      `start: ${error instanceof Error ? error.message : error}; searches say so until it is back`,
    );
  }
}

/** Hands a signal on to what runs, and ends it where it does not end by itself. */
function stop(signal: NodeJS.Signals): void {
  if (!child) process.exit(0);
  child.kill(stopping ? 'SIGKILL' : signal);
  stopping = true;
  setTimeout(() => child?.kill('SIGKILL'), DRAIN).unref();
}

/** Runs a command in this terminal; ends this process with it where it fails or was told to stop. */
function run(command: string, args: string[]): Promise<void> {
  const running = spawn(command, args, { stdio: 'inherit' });
  child = running;
  return new Promise((resolve) => {
    running.on('error', (error) => {
      console.error(`start: cannot run ${command}: ${error.message}`);
      process.exit(1);
    });
    running.on('exit', (code) => {
      child = null;
      if (stopping) process.exit(0);
      if (code !== 0) process.exit(code ?? 1);
      resolve();
    });
  });
}
