import { keptForOffline, worksOffline } from './offline';
import { expect, test } from './test';

test.use({ serviceWorkers: 'allow' });

test('with the network cut after a visit search and pages still work', async ({ page, context, baseURL }) => {
  await worksOffline(page, context, baseURL ?? '', async () => {});
});

test('of the pages seen the newest are kept, not all', async ({ page }) => {
  test.slow();
  await page.goto('/');
  await keptForOffline(page);
  const kept = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('da-xem-'));
      const pages = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return pages.flat().map(({ url }) => new URL(url).search);
    });
  for (let i = 1; i <= 62; i++) await page.goto(`/tro-giup?lan=${i}`, { waitUntil: 'commit' });
  await expect.poll(async () => (await kept()).length).toBe(60);
  expect(await kept()).toContain('?lan=62');
  expect(await kept()).not.toContain('?lan=1');
});

test('what failed is not kept', async ({ page, context, baseURL }) => {
  await page.goto('/');
  await keptForOffline(page);
  await page.goto('/bao-cao/khong-co-bao-cao-nay');
  await context.setOffline(true);
  const response = await page.goto(`${baseURL}/bao-cao/khong-co-bao-cao-nay`);
  expect(response?.status()).toBe(503);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trang này cần mạng');
});
