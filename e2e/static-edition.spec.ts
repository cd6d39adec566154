/**
 * The static edition on a plain file server under a sub-path. `npm run test:static` writes it to STATIC_OUT with
 * BASE_PATH and runs these; they know of no server of the site.
 */
import type { Server } from 'node:http';
import { serveFiles } from './file-server';
import { keptForOffline, takeUp, worksOffline } from './offline';
import { expect, field, openFilters, test, titles, total } from './test';

test.use({ serviceWorkers: 'allow' });

const OUT = process.env.STATIC_OUT ?? 'out';
const BASE = '/bao-cao-tg';
let server: Server;
let home: string;

test.beforeAll(async () => {
  server = await serveFiles(OUT, BASE, 0);
  const address = server.address();
  home = `http://localhost:${typeof address === 'object' ? address?.port : ''}${BASE}`;
});
test.afterAll(() => server.close());

test('a search is answered in the browser, and its address brings it again', async ({ page }) => {
  await page.goto(`${home}/`);
  const all = await total(page);
  await field(page).fill('tuyen giao hung yen');
  await expect.poll(() => page.url()).toContain('q=tuyen+giao+hung+yen');
  await expect.poll(() => total(page)).toBeLessThan(all);
  // While typing only the top of the list is drawn; its pages come with the rest.
  await expect(page.getByRole('navigation', { name: 'Trang kết quả' })).toBeVisible();
  const found = await titles(page);
  expect(found.length).toBeGreaterThan(0);

  const shared = page.url();
  expect(shared.startsWith(`${home}/?q=`)).toBe(true);
  await page.goto('about:blank');
  await page.goto(shared);
  await expect.poll(() => titles(page)).toEqual(found);
  await expect(field(page)).toHaveValue('tuyen giao hung yen');
});

test('a report opened from a search leads back to it and on to the next, by the index alone', async ({
  page,
}) => {
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });
  await page.goto(`${home}/?q=tuyen+giao+hung+yen`);
  await expect(page.locator('main ol > li mark').first()).toBeVisible();
  await page.locator('main ol > li h2 a').first().click();
  const context = page.getByRole('navigation', { name: 'Trong kết quả tìm' });
  await expect(context).toContainText('báo cáo 1 trên');
  await context.getByRole('link', { name: /^Sau:/ }).click();
  await expect(context).toContainText('báo cáo 2 trên');
  await context.getByRole('link', { name: /^Về kết quả tìm/ }).click();
  await expect(field(page)).toHaveValue('tuyen giao hung yen');
  expect(failed).toEqual([]);
});

test('a link to a search within the search page is answered in place', async ({ page }) => {
  await page.goto(`${home}/?q=tuyen+giao`);
  await expect(page.locator('main ol > li mark').first()).toBeVisible();
  await page.evaluate(() => Object.assign(window, { samePage: true }));
  await page.getByRole('link', { name: 'Trang sau' }).click();
  await expect(page).toHaveURL(/trang=2/);
  expect(await page.evaluate(() => 'samePage' in window)).toBe(true);
});

test('an index that did not come is asked for again with the next search', async ({ page }) => {
  const INDEX = '**/catalogue.bin';
  await page.route(INDEX, (route) => route.abort());
  await page.goto(`${home}/`);
  const all = await total(page);
  await field(page).fill('tuyen giao hung yen');
  await expect(page.getByRole('alert').filter({ hasText: 'Không kết nối được' })).toBeVisible();
  await page.unroute(INDEX);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect.poll(() => total(page)).toBeLessThan(all);
});

test('filters narrow, are in the address, and back undoes them', async ({ page }) => {
  await page.goto(`${home}/`);
  const all = await total(page);
  await page.goto(`${home}/?q=tuyen+giao`);
  await expect(field(page)).toHaveValue('tuyen giao');
  await expect.poll(() => total(page)).toBeLessThan(all);
  const before = await total(page);
  await openFilters(page);
  await page.locator('input[type=checkbox][name=ky]').first().check();
  await expect.poll(() => page.url()).toContain('ky=');
  await expect.poll(() => total(page)).toBeLessThan(before);
  await page.goBack();
  await expect.poll(() => total(page)).toBe(before);
});

test('a report, a document, a place, the overview: each opens from a link and stays under the sub-path', async ({
  page,
}) => {
  await page.goto(`${home}/`);
  await page.locator('main ol > li h2 a').first().click();
  await expect(page).toHaveURL(new RegExp(`${BASE}/bao-cao/`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const path of ['/van-ban', '/dia-phuong', '/tong-quan', '/du-lieu-mo', '/tro-giup', '/cua-toi']) {
    const response = await page.goto(home + path);
    expect(response?.status(), path).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // No detour: links and search engines name the folder that a file server shows.
    const named = await page
      .locator('link[rel=canonical]')
      .getAttribute('href', { timeout: 1000 })
      .catch(() => null);
    if (named) expect(new URL(named).pathname).toBe(new URL(page.url()).pathname);
    const outside = await page
      .locator('a[href^="/"]')
      .evaluateAll(
        (links, base) =>
          links.map((one) => one.getAttribute('href') ?? '').filter((href) => !href.startsWith(base)),
        BASE,
      );
    expect(outside, path).toEqual([]);
  }
  await page.goto(`${home}/dia-phuong`);
  await page.locator(`main a[href^="${BASE}/dia-phuong/"]`).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('nothing is shown that only a server could do', async ({ page }) => {
  await page.goto(`${home}/?tinh=hung-yen`);
  await expect.poll(() => total(page)).toBeGreaterThan(0);
  for (const path of ['/xuat', '/api', '/so-sanh', '/anh/qr'])
    await expect(
      page.locator(`a[href^="${BASE}${path}"]:visible, img[src^="${BASE}${path}"]:visible`),
    ).toHaveCount(0);
});

test('feeds, pictures, files and the site map lie where pages say', async ({ page, request }) => {
  await page.goto(`${home}/dia-phuong/hung-yen`);
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
  expect(feed).toContain('/tin/tinh/hung-yen.atom');
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
  for (const address of [feed, picture]) {
    const path = new URL(address ?? '').pathname;
    expect(path.startsWith(BASE)).toBe(true);
    expect((await request.get(home + path.slice(BASE.length))).status()).toBe(200);
  }
  for (const path of [
    '/du-lieu/tra-cuu.sqlite',
    '/du-lieu/bao-cao.csv',
    '/sitemap.xml',
    '/llms.txt',
    '/md/dia-phuong/hung-yen.md',
  ])
    expect((await request.get(home + path)).status(), path).toBe(200);
  expect((await request.get(`${home}/bao-cao/khong-co`)).status()).toBe(404);
});

test('with the network cut after a visit all of it still works', async ({ page, context }) => {
  const other = await serveFiles(OUT, BASE, 0);
  const address = other.address();
  const there = `http://localhost:${typeof address === 'object' ? address?.port : ''}${BASE}`;
  await worksOffline(page, context, there, async () => {
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  });
});

test('?sw=off takes away what was kept, and keeps it away', async ({ page }) => {
  await page.goto(`${home}/`);
  await keptForOffline(page);
  await page.goto(`${home}/?sw=off`);
  const left = () =>
    page.evaluate(
      async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length,
    );
  await expect.poll(left).toBe(0);
  await page.goto(`${home}/tro-giup`);
  await page.waitForLoadState('networkidle');
  expect(await left()).toBe(0);
});

test('another version waits beside the one in use, is offered, and taken up when asked for', async ({
  page,
}) => {
  let suffix = '';
  const changing = await serveFiles(OUT, BASE, 0, (path) => (path.endsWith('/sw.js') ? suffix : ''));
  const address = changing.address();
  await page.goto(`http://localhost:${typeof address === 'object' ? address?.port : ''}${BASE}/`);
  await keptForOffline(page);
  suffix = '\n// the same worker with another word in it is another version to the browser';
  await page.evaluate(async () => void (await navigator.serviceWorker.ready).update());
  const offer = page.getByRole('status').filter({ hasText: 'Đã có bản mới' });
  await expect(offer).toBeVisible();
  expect(await page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting))).toBe(true);
  await takeUp(page, offer);
  await expect(offer).toBeHidden();
  changing.close();
});
