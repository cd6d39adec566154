/** What must work without a network after one visit: the same in both editions. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, field, titles, total } from './test';

/** Waits until the service worker has all it keeps and answers this page. */
export async function keptForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
  });
}

/**
 * Takes up the version that is offered, and waits until it is in charge. Opening a page anew may leave the version before
 * without any page: then the next one is in charge already, and there is nothing to offer.
 */
export async function takeUp(page: Page, offer: Locator): Promise<void> {
  // What is asked of a page that is being left fails, and is asked again.
  await expect(async () => {
    if (await offer.isVisible())
      await Promise.all([
        page.waitForEvent('load', { timeout: 20_000 }),
        offer.getByRole('button').click({ timeout: 10_000 }),
      ]);
    const waits = await page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting));
    expect(waits).toBe(false);
  }).toPass();
}

/** Visits `home` once, cuts the network, and uses the site. `cut` stops the server for good. */
export async function worksOffline(
  page: Page,
  context: BrowserContext,
  home: string,
  cut: () => Promise<void>,
): Promise<void> {
  await page.goto(`${home}/`);
  const all = await total(page);
  const report = await page.locator('main ol > li h2 a').nth(3).getAttribute('href');
  await keptForOffline(page);
  await cut();
  await context.setOffline(true);

  // A new page of a shared search, never asked for before.
  await page.goto(`${home}/?q=tuyen+giao+hung+yen`);
  await expect(field(page)).toHaveValue('tuyen giao hung yen');
  await expect.poll(() => total(page)).toBeLessThan(all);
  expect((await titles(page)).length).toBeGreaterThan(0);
  // Snippets come from the texts that are kept.
  await expect(page.locator('main ol > li mark').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Đang ngoại tuyến' })).toContainText(
    'cập nhật ngày',
  );

  const origin = new URL(home).origin;
  await page.goto(origin + report);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
  await expect(page.locator('main')).toContainText('ngoại tuyến');
  await expect(page.getByRole('link', { name: 'Tra cứu báo cáo' })).toBeVisible();
  for (const path of ['/tong-quan', '/van-ban', '/dia-phuong', '/dia-phuong/hung-yen']) {
    await page.goto(home + path);
    await expect(page.getByRole('heading', { level: 1 }), path).not.toBeEmpty();
  }
}
