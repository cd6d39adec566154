import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { fold } from '../lib/vietnamese/fold';
import { expect, test } from './test';

const { source } = createRequire(import.meta.url)('axe-core') as typeof axe;

const PAGES = [
  '/bao-cao/lang-son-nhieu-nam-2015-bf3710',
  '/van-ban',
  '/van-ban/theo-khoa',
  '/van-ban/05-ct-tw-xii',
  '/van-ban/45-ct-tw-xiii',
  '/van-ban/nqtw6-xii',
  '/van-ban/18-nq-tw',
  '/dia-phuong',
  '/dia-phuong/gia-lai',
  '/dia-phuong/gia-lai.binh-dinh',
  '/dia-phuong/cao-bang',
  '/dia-phuong/trung-uong',
  '/tong-quan',
  '/so-lieu?sap=-gia-tri',
  '/so-sanh',
  '/so-sanh?bc=lang-son-nhieu-nam-2015-bf3710,vinh-long-nam-2022-483c8f,khong-co',
  '/van-ban/khong-co-so-nay',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`no violations in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    for (const path of PAGES) {
      test(path, async ({ page }) => {
        await page.goto(path);
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  for (const path of PAGES) {
    test(`${path} does not scroll sideways`, async ({ page }) => {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  }
});

test('every kind of page is reached from the home page by links', async ({ page, request }) => {
  const reached = new Set<string>(['/']);
  let edge = ['/'];
  for (let step = 0; step < 3; step++) {
    const found = new Set<string>();
    for (const path of edge) {
      const html = await (await request.get(path)).text();
      for (const [, href = ''] of html.matchAll(/<a [^>]*?href="(\/[^"#?]*)/g)) {
        const kind = href.replace(/^(\/(?:bao-cao|van-ban|dia-phuong))\/(?!theo-).*$/, '$1/…');
        if (!reached.has(kind)) found.add(href);
        reached.add(kind);
      }
    }
    edge = [...found];
  }
  expect([...reached]).toEqual(
    expect.arrayContaining([
      '/van-ban',
      '/van-ban/theo-loai',
      '/van-ban/theo-khoa',
      '/van-ban/theo-chu-de',
      '/van-ban/…',
      '/dia-phuong',
      '/dia-phuong/…',
      '/tong-quan',
      '/so-lieu',
      '/moi-them',
      '/so-sanh',
      '/bao-cao/…',
    ]),
  );
  await page.goto('/tong-quan');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tổng quan');
});

test('a report leads back to its search, on to the next in it, and marks its words', async ({ page }) => {
  const search = 'q=du+luan+xa+hoi&ky=2019';
  const { results, total } = await (await page.request.get(`/api/search?${search}`)).json();
  const [first, second] = results;
  await page.goto(`/bao-cao/${first.id}?tu=${encodeURIComponent(search)}`);
  const context = page.getByRole('navigation', { name: 'Trong kết quả tìm' });
  await expect(context).toContainText(`báo cáo 1 trên ${total}`);
  await expect(context.getByRole('link', { name: /Trước/ })).toHaveCount(0);
  const marked = await page.evaluate(() =>
    [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString()),
  );
  expect(marked.length).toBeGreaterThan(0);
  // The words are one thing, marked where they stand together: a lone `đủ` or `hội` is another word.
  expect(new Set(marked.map(fold))).toEqual(new Set(['du luan xa hoi']));

  await context.getByRole('link', { name: /Sau/ }).click();
  await expect(page).toHaveURL(new RegExp(`/bao-cao/${second.id}\\?tu=`));
  await expect(context).toContainText(`báo cáo 2 trên ${total}`);
  await context.getByRole('link', { name: /Về kết quả tìm/ }).click();
  await expect(page).toHaveURL(/\/\?q=du\+luan\+xa\+hoi&ky=2019$/);
});

test('without a search, or with one that does not find it, a report shows none', async ({ page }) => {
  for (const from of ['', '?tu=', '?tu=q%3Dzzzzzzzz', '?tu=%E0%A4%A']) {
    await page.goto(`/bao-cao/lang-son-nhieu-nam-2015-bf3710${from}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    if (from !== '?tu=')
      await expect(page.getByRole('navigation', { name: 'Trong kết quả tìm' })).toHaveCount(0);
  }
});

test('two reports are compared in two steps, and one is taken away again', async ({ page }) => {
  await page.goto('/bao-cao/lang-son-nhieu-nam-2015-bf3710');
  await page
    .getByRole('complementary')
    .getByRole('link', { name: /^So sánh với/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/so-sanh\?bc=lang-son-nhieu-nam-2015-bf3710,/);
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  await page.getByLabel('Thêm báo cáo').fill('https://x.example/bao-cao/vinh-long-nam-2022-483c8f?tu=a');
  await page.getByRole('button', { name: 'Thêm' }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(3);
  await page.getByRole('link', { name: /^Bỏ / }).first().click();
  await expect(page.getByRole('columnheader')).toHaveCount(2);
});

test('a report to compare is found by typing', async ({ page }) => {
  await page.goto('/so-sanh?bc=lang-son-nhieu-nam-2015-bf3710');
  await expect(async () => {
    await page.getByLabel('Thêm báo cáo').fill('');
    await page.getByLabel('Thêm báo cáo').fill('vinh long 2022');
    await expect(page.locator('form[action="/so-sanh"] li a').first()).toBeVisible({ timeout: 3000 });
  }).toPass();
  await page.locator('form[action="/so-sanh"] li a').first().click();
  await expect(page).toHaveURL(/\/so-sanh\?bc=lang-son-nhieu-nam-2015-bf3710,/);
  await expect(page.locator('table thead a[href^="/bao-cao/"]')).toHaveCount(2);
});

test('the search box of any page suggests, and the navigation shows where one is', async ({ page }) => {
  await page.goto('/van-ban/05-ct-tw-xii');
  await expect(page.locator('header nav a[aria-current="true"]').first()).toHaveText('Văn bản');
  await expect(async () => {
    await page.locator('#o-tim').fill('');
    await page.locator('#o-tim').pressSequentially('hai phong');
    await expect(page.getByRole('option').first()).toBeVisible({ timeout: 3000 });
  }).toPass();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/\?tinh=hai-phong$/);
});

test('a cell of the heat map counts what its search finds', async ({ page }) => {
  await page.goto('/tong-quan');
  const cell = page.getByRole('link', { name: /^Hải Phòng, 2019: \d+ báo cáo$/ });
  const count = (await cell.textContent())?.trim();
  await cell.click();
  await expect(page).toHaveURL(/\?tinh=hai-phong&ky=2019$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${count} báo cáo`);
});

/** What axe finds wrong, in short. Evaluated, not added as a script: the content policy allows no other. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`);
}
