import { test as base, expect, type Page } from '@playwright/test';

/** A page on which an error, or a breach of the content policy, fails the test. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      const text = message.text();
      if (/Content Security Policy|Minified React error|hydrat/i.test(text)) faults.push(text);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };

/** The titles of the reports shown, in order. */
export function titles(page: Page): Promise<string[]> {
  return page.locator('main ol > li h2').allTextContents();
}

/** The number the page gives of reports found. */
export async function total(page: Page): Promise<number> {
  const text = await page.getByRole('heading', { level: 1 }).textContent();
  return Number(/^([\d.]+) báo cáo/.exec(text ?? '')?.[1]?.replaceAll('.', ''));
}

/** The suggestions under the field. */
export const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Gợi ý' }).getByRole('option');

export const field = (page: Page) => page.getByRole('combobox', { name: 'Tìm báo cáo' });

/** Opens the filters: a sheet on a phone, always there on a wide screen. */
export async function openFilters(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^Bộ lọc/ });
  // Wide screens have them in the margin: no button.
  if ((page.viewportSize()?.width ?? 0) >= 1024) return;
  // Before the page listens a tap is lost: a person taps again.
  await expect(async () => {
    if (!(await page.getByRole('dialog').isVisible())) await button.click({ timeout: 1000 });
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1000 });
  }).toPass();
}

/** Closes the sheet, where there is one. */
export async function closeFilters(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^Xem [\d.]+ báo cáo$/ });
  if (await button.isVisible()) await button.click();
}

/** Copies the link of the page that is shared. Before the page listens a tap is lost: a person taps again. */
export async function copyLink(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: 'Sao chép liên kết', exact: true }).click();
    await expect(page.getByText('Đã sao chép')).toBeVisible({ timeout: 1000 });
  }).toPass();
}

/** Waits until the browser answers by itself: suggestions come, and the server is not asked for them. */
export async function indexOpen(page: Page): Promise<void> {
  await expect(async () => {
    await field(page).fill('');
    const asked = page.waitForRequest(/\/api\/suggest/, { timeout: 1000 }).then(
      () => true,
      () => false,
    );
    await field(page).fill('tuyen');
    await expect(suggestions(page).first()).toBeVisible();
    expect(await asked).toBe(false);
  }).toPass();
  await field(page).fill('');
}
