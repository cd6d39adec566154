import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { Agent, type ClientRequest, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { keptForOffline, takeUp } from './offline';
import { field, titles, total } from './test';

/** A server of its own on data of its own: the index is built anew while it runs. */
const PORT = Number(process.env.PORT ?? 3111) + 7;
const BASE = `http://127.0.0.1:${PORT}`;
/** Two seconds on a quiet machine; that is a matter of measuring, not of a test on a busy one. */
const SEEN_WITHIN = 15_000;

let folder: string;
let server: ChildProcess;
let env: NodeJS.ProcessEnv;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await mkdtemp(join(tmpdir(), 'live-'));
  await cp('data', join(folder, 'data'), { recursive: true });
  await appendFile(join(folder, 'data', 'site.yaml'), '\ncontact: mailto:thu@bao.example\n');
  env = {
    ...process.env,
    DATA_DIR: join(folder, 'data'),
    INDEX_DIR: join(folder, 'index'),
    PORT: String(PORT),
    HOST: '127.0.0.1',
  };
  await buildIndex();
  // As whoever runs the site starts it: signals must come through all of it.
  server = spawn('npm', ['start'], { env, stdio: 'inherit' });
  await expect
    .poll(
      () =>
        fetch(`${BASE}/healthz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200);
});

test.afterAll(async () => {
  server.kill();
  await rm(folder, { recursive: true, force: true });
});

async function buildIndex(): Promise<void> {
  await promisify(execFile)(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/build-index.ts'], {
    env,
  });
}

async function statusOf(path: string): Promise<number> {
  return (await fetch(BASE + path, { redirect: 'manual' })).status;
}

async function textOf(path: string): Promise<string> {
  return (await fetch(BASE + path)).text();
}

/** A report like one that is there, under another name. */
async function addReport(id: string, change: (text: string) => string): Promise<string> {
  const years = join(folder, 'data', 'reports');
  const year = join(years, '2020');
  const [model = ''] = await readdir(year);
  const text = await readFile(join(year, model), 'utf8');
  const file = join(year, `${id}.md`);
  const own = text
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^url: .*$/m, `url: https://bao.example/${id}`)
    .replace(/^title: .*$/m, 'title: Hội nghị thử xập xình');
  await writeFile(file, change(own));
  return file;
}

const ID = 'bao-cao-moi-nhat-thu';

test('a report added is everywhere in seconds, without a restart', async () => {
  // Asked for before it is there: no "there is no such report" may survive.
  expect(await statusOf(`/bao-cao/${ID}`)).toBe(404);
  expect(await statusOf(`/anh/bao-cao/${ID}`)).toBe(404);
  expect(await textOf('/tong-quan')).not.toContain(ID);
  await addReport(ID, (text) => text);
  await buildIndex();
  await expect.poll(() => statusOf(`/bao-cao/${ID}`), { timeout: SEEN_WITHIN }).toBe(200);
  expect(await textOf(`/bao-cao/${ID}`)).toContain('xập xình');
  expect(await textOf('/api/search?q=xap+xinh')).toContain(ID);
  expect(await textOf('/?q=xap+xinh')).toContain(ID);
  expect(await textOf('/sitemap.xml')).toContain(ID);
  expect(await textOf('/tin.atom?q=xap+xinh')).toContain(ID);
  expect(await textOf('/xuat/bao-cao.csv?q=xap+xinh')).toContain(ID);
  expect(await statusOf(`/anh/bao-cao/${ID}`)).toBe(200);
});

test('who keeps the site is named where finders of holes look', async () => {
  const lines = (await textOf('/.well-known/security.txt')).trim().split('\n');
  expect(lines).toContain('Contact: mailto:thu@bao.example');
  const expires = Date.parse(lines.find((line) => line.startsWith('Expires: '))?.slice(9) ?? '');
  expect(expires).toBeGreaterThan(Date.now());
});

test('an open tab goes on with the index it has, and the pages are of the new one', async ({ browser }) => {
  const page: Page = await browser.newPage();
  await page.goto(`${BASE}/`);
  const html = await page.content();
  const before = /\/chi-muc\/([0-9a-f]{16})\//.exec(html)?.[1] ?? '';
  expect(before).not.toBe('');
  await addReport('bao-cao-moi-hon', (text) => text.replace('xập xình', 'lốc cốc'));
  await buildIndex();
  await expect.poll(() => statusOf('/bao-cao/bao-cao-moi-hon'), { timeout: SEEN_WITHIN }).toBe(200);
  expect(await statusOf(`/chi-muc/${before}/catalogue.bin`)).toBe(200);
  expect(JSON.parse(await textOf(`/chi-muc/${before}/texts.json?d=0,1`)).rows).toHaveLength(2);
  await page.close();
});

test('what is kept for use without a network is of one version: new data wait until they are taken up', async ({
  browser,
}) => {
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const page = await context.newPage();
  await page.goto(`${BASE}/`);
  await keptForOffline(page);
  const before = await total(page);
  await addReport('bao-cao-sau-cung', (text) => text.replace('xập xình', 'leng keng'));
  await buildIndex();
  await expect.poll(() => statusOf('/bao-cao/bao-cao-sau-cung'), { timeout: SEEN_WITHIN }).toBe(200);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready).update());
  const offer = page.getByRole('status').filter({ hasText: 'Đã có bản mới' });
  await expect(offer).toBeVisible({ timeout: SEEN_WITHIN });

  // The page that is open, and one opened without a network, are of the data of before.
  await context.setOffline(true);
  await field(page).fill('leng keng');
  await expect.poll(() => total(page)).not.toBe(before);
  expect(await titles(page)).not.toContain('Hội nghị thử leng keng');
  await page.goto(`${BASE}/`);
  expect(await total(page)).toBe(before);

  await context.setOffline(false);
  await page.reload();
  await takeUp(page, offer);
  await context.setOffline(true);
  await page.goto(`${BASE}/?q=leng+keng`);
  await expect.poll(() => titles(page)).toContain('Hội nghị thử leng keng');
  await context.close();
});

test('a report withdrawn is gone at once, with its reason', async () => {
  const file = join(folder, 'data', 'reports', '2020', `${ID}.md`);
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace(/^source: /m, 'status: withdrawn\nwithdrawnReason: Nguồn xin rút.\nsource: '),
  );
  await buildIndex();
  await expect.poll(() => statusOf(`/bao-cao/${ID}`), { timeout: SEEN_WITHIN }).toBe(410);
  expect(await textOf(`/bao-cao/${ID}`)).toContain('Nguồn xin rút.');
  expect(await textOf('/api/search?q=xap+xinh')).not.toContain(ID);
});

test('a folder that is damaged or gone stops nothing; the health page says so', async () => {
  const index = join(folder, 'index');
  const pointer = join(index, 'current.json');
  const whole = await readFile(pointer, 'utf8');
  await writeFile(pointer, whole.slice(0, 20));
  await expect.poll(() => textOf('/healthz'), { timeout: 5000 }).toMatch(/current\.json/);
  expect(await statusOf('/?q=tuyen+giao')).toBe(200);
  await rename(index, `${index}-away`);
  await expect.poll(() => textOf('/healthz'), { timeout: 5000 }).toMatch(/no search index/);
  expect(await statusOf('/bao-cao/bao-cao-moi-hon')).toBe(200);
  expect(await textOf('/api/search?q=loc+coc')).toContain('bao-cao-moi-hon');
  await rename(`${index}-away`, index);
  await writeFile(pointer, whole);
  await expect.poll(() => textOf('/healthz'), { timeout: 5000 }).toMatch(/"trouble":null/);
});

// Last: the server ends with it.
test('told to stop, the server ends what is under way, closes idle connections, and is gone', async () => {
  const idle = new Agent({ keepAlive: true });
  await text(get(`${BASE}/healthz`, { agent: idle }));
  // Nobody reads yet: it stays under way, whatever its size.
  const asked = get(`${BASE}/xuat/bao-cao.csv`, { headers: { 'Accept-Encoding': 'identity' } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await expect.poll(() => statusOf('/healthz').catch(() => 0), { timeout: SEEN_WITHIN }).toBe(0);
  const rows = (await read(answer)).split('\r\n');
  expect(rows.length).toBeGreaterThan(900);
  expect(await gone).toEqual([0, null]);
  idle.destroy();
});

async function text(asked: ClientRequest): Promise<string> {
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return read(answer);
}

async function read(answer: IncomingMessage): Promise<string> {
  let all = '';
  for await (const part of answer.setEncoding('utf8')) all += part;
  return all;
}
