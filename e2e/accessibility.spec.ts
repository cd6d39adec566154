import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { expect, field, indexOpen, openFilters, suggestions, test } from './test';

const { source } = createRequire(import.meta.url)('axe-core') as typeof axe;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`no violations in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    for (const path of [
      '/',
      '/?q=tuyen+giao+hai+phong&tinh=hai-phong&ky=2020',
      '/?q=zzzz+qqqq',
      '/?tinh=xyz&trang=99999',
      '/tro-giup',
      '/cua-toi',
      '/khong-co-trang-nay',
    ]) {
      test(path, async ({ page }) => {
        await page.goto(path);
        expect(await violations(page)).toEqual([]);
      });
    }

    test('a report', async ({ page }) => {
      await page.goto('/');
      await page.locator('main ol > li h2 a').first().click();
      await expect(page).toHaveURL(/bao-cao/);
      expect(await violations(page)).toEqual([]);
    });

    test('open reasons and filters', async ({ page }) => {
      await page.goto('/?q=tuyen+giao');
      await page.locator('summary', { hasText: 'Vì sao có kết quả này' }).first().click();
      await openFilters(page);
      expect(await violations(page)).toEqual([]);
    });

    test('suggestions', async ({ page }) => {
      await page.goto('/');
      await indexOpen(page);
      await field(page).pressSequentially('hai pho');
      await expect(suggestions(page).first()).toBeVisible();
      // The list below is the answer to the last letter: one that still waits is dimmed while it is looked at.
      await expect(page).toHaveTitle(/hai pho/);
      expect(await violations(page)).toEqual([]);
    });

    test('the list of keys', async ({ page }) => {
      await page.goto('/');
      await expect(async () => {
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog')).toBeVisible({ timeout: 300 });
      }).toPass();
      expect(await violations(page)).toEqual([]);
    });
  });
}

/** What axe finds wrong, in short. Evaluated, not added as a script: the content policy allows no other. */
async function violations(page: Page): Promise<string[]> {
  // A list that waits for its answer is dimmed for the moment.
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate(source);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
