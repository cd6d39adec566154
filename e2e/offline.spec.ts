import { keptForOffline, worksOffline } from './offline';
import { expect, test } from './test';

test.use({ serviceWorkers: 'allow' });

test('with the network cut after a visit search and pages still work', async ({ page, context, baseURL }) => {
  await worksOffline(page, context, baseURL ?? '', async () => {});
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
