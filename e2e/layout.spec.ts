import { expect, field, openFilters, test } from './test';

const PAGES = ['/', '/?q=tuyen+giao&tinh=hai-phong', '/?q=zzzz+qqqq', '/tro-giup', '/khong-co-trang-nay'];

test('nothing is wider than a 320 px screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const report = await firstReport(page);
  for (const path of [...PAGES, report]) {
    await page.goto(path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, path).toBeLessThanOrEqual(0);
  }
});

test('results are seen without scrolling: six on a desk, three on a phone', async ({ page, isMobile }) => {
  await page.goto('/?q=tuyen+giao');
  const seen = await page
    .locator('main ol > li h2')
    .evaluateAll(
      (all) => all.filter((one) => one.getBoundingClientRect().bottom < window.innerHeight).length,
    );
  expect(seen).toBeGreaterThanOrEqual(isMobile ? 3 : 6);
});

test('the field stays in reach while scrolling', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => window.scrollTo(0, 1500));
  await expect(field(page)).toBeInViewport();
});

test('the sheet keeps the focus, closes on Escape and gives it back', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'a wide screen has no sheet');
  await page.goto('/');
  await openFilters(page);
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  await page.getByRole('searchbox', { name: 'Lọc danh sách địa phương' }).fill('da nang');
  const place = page.getByRole('checkbox', { name: /^Đà Nẵng/ }).first();
  const row = page.locator('label', { has: place });
  const promised = /(\d+) báo cáo/.exec((await row.textContent()) ?? '')?.[1];
  await place.check();
  await expect(sheet.getByRole('button', { name: `Xem ${promised} báo cáo`, exact: true })).toBeVisible();
  await expect(sheet.getByRole('heading', { name: 'Bộ lọc (1)' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Bộ lọc (1)' })).toBeFocused();
});

/** Address of the first report of the list. */
async function firstReport(page: import('@playwright/test').Page): Promise<string> {
  await page.goto('/');
  return (await page.locator('main ol > li h2 a').first().getAttribute('href')) ?? '';
}
