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
  const seen = async () => {
    // Loaded anew until the fonts are there: those that come after the page are kept for the next.
    await page.goto('/?q=tuyen+giao');
    return page
      .locator('main ol > li h2')
      .evaluateAll(
        (all) => all.filter((one) => one.getBoundingClientRect().bottom < window.innerHeight).length,
      );
  };
  await expect.poll(seen, { timeout: 40_000 }).toBeGreaterThanOrEqual(isMobile ? 3 : 6);
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

test('on the narrowest screens no control is cut: order, field, names on the map', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/?q=bao+chi&tinh=hai-phong');
  const order = page.getByRole('combobox', { name: 'Sắp xếp' });
  // As wide as it would be with all the room there is.
  const [wide, wanted] = await order.evaluate((select) => {
    const free = select.cloneNode(true) as HTMLElement;
    free.style.cssText = 'position:absolute;max-width:none';
    document.body.append(free);
    return [select.getBoundingClientRect().width, free.getBoundingClientRect().width];
  });
  expect(wide).toBeGreaterThanOrEqual(wanted);
  await page.goto('/?q=bao+chi&xem=ban-do');
  const broken = await page.locator('.tile').evaluateAll((tiles) =>
    tiles.flatMap((tile) => {
      const [name] = tile.children;
      // A name of one-line words has no more lines than words.
      const lines = name ? name.getClientRects().length : 0;
      const words = name?.textContent?.split(' ').length ?? 0;
      return lines > words ? [name?.textContent] : [];
    }),
  );
  expect(broken).toEqual([]);
});

test('with colours of one’s own the chosen view, bars and tiles keep their meaning', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/?q=bao+chi&xem=ban-do');
  const edge = (one: import('@playwright/test').Locator) =>
    one.evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth));
  const most = page.locator('.tile.shade-4').first();
  expect(await edge(most)).toBeGreaterThan(await edge(page.locator('.tile.shade-1').first()));
  const colours = (one: import('@playwright/test').Locator) =>
    one.evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return [color, backgroundColor];
    });
  for (const one of [most, page.getByRole('button', { name: 'Tìm', exact: true })]) {
    const [ink, ground] = await colours(one);
    expect(ink).not.toBe(ground);
  }
  const line = (one: import('@playwright/test').Locator) =>
    one.evaluate((element) => getComputedStyle(element).borderBottomColor);
  const views = page.getByRole('navigation', { name: 'Cách xem' });
  expect(await line(views.getByText('Bản đồ'))).not.toBe(await line(views.getByText('Danh sách')));
});

test('on paper the table of places is whole, and nothing lies over it', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/tong-quan');
  const frames = await page
    .locator('.heat-frame')
    .evaluateAll((all) => all.map((frame) => frame.scrollHeight - frame.clientHeight));
  expect(frames.length).toBeGreaterThan(0);
  expect(Math.max(...frames)).toBeLessThanOrEqual(1);
});

test('where nothing is found there is no empty chart', async ({ page }) => {
  await page.goto('/?q=zzzz+qqqq');
  await expect(page.getByRole('table', { name: 'Số báo cáo theo năm' })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Cách xem' })).toBeVisible();
});

/** Address of the first report of the list. */
async function firstReport(page: import('@playwright/test').Page): Promise<string> {
  await page.goto('/');
  return (await page.locator('main ol > li h2 a').first().getAttribute('href')) ?? '';
}
