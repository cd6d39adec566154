/** A site of its own for the tests: a copy of the data, an index of its own, a port of its own, on this machine alone. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 60_000;

export interface Site {
  port: number;
  dataDir: string;
  /** What it writes to its log, line by line. */
  log: string[];
  /** Resident memory of the process that answers, MB. */
  memory(): number;
  /** `npm run index` over its data, in a process of its own. */
  index(): Promise<void>;
  /** Changes the title of one report, as an editor would. */
  edit(mark: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on the app as it was built (or builds it, where it never was) and waits until it answers. */
export async function startSite(settings: Record<string, string> = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  const dataDir = join(folder, 'data');
  await cp('data', dataDir, { recursive: true, filter: (path) => !path.includes('ingest-gold') });
  const port = await freePort();
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    INDEX_DIR: join(folder, 'index'),
    ...settings,
  };
  const log: string[] = [];
  const index = () =>
    ended(spawn(process.execPath, ['--import', 'tsx', 'scripts/build-index.ts'], { env, stdio: 'ignore' }));
  if (!existsSync(join('.next', 'BUILD_ID')))
    await ended(spawn('npm', ['run', '--silent', 'build:app'], { stdio: 'ignore' }));
  await index();
  const child = spawn(process.execPath, ['scripts/serve/index.js', '-p', String(port), '-H', '127.0.0.1'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text) => log.push(...String(text).split('\n').filter(Boolean)));
  await answers(port, child, log);
  const years = (await readdir(join(dataDir, 'reports'))).filter((name) => !name.startsWith('.')).sort();
  const year = join(dataDir, 'reports', years.at(-2) as string);
  const edited = join(year, (await readdir(year)).sort()[0] as string);
  return {
    port,
    dataDir,
    log,
    memory: () =>
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    index,
    edit: async (mark) => {
      const text = await readFile(edited, 'utf8');
      await writeFile(
        edited,
        text.replace(
          /^(title: )(?:"?)(.*?)(?: \(lần \d+\))?("?)$/m,
          (_, head, title) => `${head}${JSON.stringify(`${title.replace(/"/g, '')} (lần ${mark})`)}`,
        ),
      );
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended(child).catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

async function answers(port: number, child: ChildProcess, log: string[]): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the site did not start:\n${log.slice(-20).join('\n')}`);
    const well = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (well) return;
    await new Promise((done) => setTimeout(done, 300));
  }
  throw new Error(`the site did not answer within a minute`);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    child.on('exit', (code) =>
      code === 0 || code === null ? resolve() : reject(new Error(`ended with ${code}`)),
    );
    child.on('error', reject);
  });
}
