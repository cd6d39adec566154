import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, field, suggestions, test, titles, total } from './test';

/** The other tiers (docs/scale.md) from where a person stands: each a server of its own on the index of the site. */
async function serve(port: number, env: Record<string, string>): Promise<{ base: string; stop(): void }> {
  const server: ChildProcess = spawn(
    process.execPath,
    ['scripts/serve/index.js', '-p', String(port), '-H', '127.0.0.1'],
    { env: { ...process.env, ...env }, stdio: 'inherit' },
  );
  const base = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${base}/tro-giup`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200);
  return { base, stop: () => server.kill() };
}

const PORT = Number(process.env.PORT ?? 3111);

test.describe('an index too large for a phone: the server answers each letter', () => {
  test.describe.configure({ mode: 'serial' });
  let site: Awaited<ReturnType<typeof serve>>;
  test.beforeAll(async () => {
    test.setTimeout(90_000);
    site = await serve(PORT + 11, { BROWSER_INDEX_LIMIT: '0' });
  });
  test.afterAll(() => site.stop());

  test('typing, suggestions, filters and the address work, and the index is not loaded', async ({ page }) => {
    const loaded: string[] = [];
    page.on('request', (request) => {
      if (/\/chi-muc\//.test(request.url())) loaded.push(request.url());
    });
    await page.goto(`${site.base}/`);
    const all = await total(page);
    await field(page).pressSequentially('hai pho');
    await expect(suggestions(page).first()).toBeVisible();
    await field(page).pressSequentially('ng');
    await expect(page).toHaveURL(`${site.base}/?q=hai+phong`);
    await expect.poll(() => total(page)).toBeLessThan(all);
    await expect(page.locator('main ol > li').first()).toContainText('Hải Phòng');
    const found = await total(page);
    await page.keyboard.press('Escape');

    await page.locator('#bo-loc input[name=ky]:visible').first().check();
    await expect(page).toHaveURL(/q=hai\+phong&ky=/);
    await expect.poll(() => total(page)).toBeLessThan(found);
    const [shared, shown] = [page.url(), await titles(page)];

    const other = await page.context().newPage();
    await other.goto(shared);
    expect(await titles(other)).toEqual(shown);
    await page.goBack();
    await expect.poll(() => total(page)).toBe(found);
    expect(loaded).toEqual([]);
  });
});

test.describe('a cluster that does not answer', () => {
  test.describe.configure({ mode: 'serial' });
  let site: Awaited<ReturnType<typeof serve>>;
  test.beforeAll(async () => {
    test.setTimeout(90_000);
    // An address of this machine at which nobody listens.
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => silent.once('listening', done));
    const { port } = silent.address() as AddressInfo;
    await new Promise((done) => silent.close(done));
    site = await serve(PORT + 12, {
      SEARCH_BACKEND: 'opensearch',
      OPENSEARCH_URL: `http://127.0.0.1:${port}`,
      OPENSEARCH_TIMEOUT: '1000',
    });
  });
  test.afterAll(() => site.stop());

  test('the search says so in a sentence, and keeps what was asked for', async ({ page }) => {
    await page.goto(`${site.base}/?q=du+luan&tinh=hai-phong&ky=2020`);
    await expect(page.getByRole('heading', { name: 'Chưa tìm được' })).toBeVisible();
    await expect(page.getByText('Máy tìm kiếm đang không trả lời')).toBeVisible();
    await expect(page.getByText(/Đang tìm: .*dư luận|Đang tìm: .*du luan/)).toContainText('Hải Phòng');
    await expect(field(page)).toHaveValue('du luan');
    await expect(page.getByRole('link', { name: 'Thử lại' })).toHaveAttribute(
      'href',
      '/?q=du+luan&tinh=hai-phong&ky=2020',
    );
    await field(page).fill('bao chi');
    await field(page).press('Enter');
    await expect(page).toHaveURL(/\?q=bao\+chi&tinh=hai-phong&ky=2020$/);
    await expect(page.getByRole('heading', { name: 'Chưa tìm được' })).toBeVisible();
  });

  test('other pages stay, and no answer is a fault of the server', async ({ request }) => {
    for (const path of ['/bao-cao', '/dia-phuong', '/van-ban', '/?q=du+luan', '/so-sanh?tim=du+luan'])
      expect((await request.get(`${site.base}${path}`)).status(), path).toBe(200);
    // These are nothing but what the search says.
    for (const path of [
      '/tong-quan',
      '/tin.atom',
      '/xuat/bao-cao.csv',
      '/nhung?q=du+luan',
      '/api/v1/search',
    ]) {
      const said = await request.get(`${site.base}${path}`);
      expect(said.status(), path).toBe(503);
      expect(await said.text(), path).toContain('Máy tìm kiếm đang không trả lời');
    }
    const answer = await request.get(`${site.base}/api/search?q=du+luan`);
    expect(answer.status()).toBe(503);
    expect((await answer.json()).error).toMatch(/^Máy tìm kiếm/);
    expect((await request.get(`${site.base}/healthz`)).status()).toBe(503);
  });
});
