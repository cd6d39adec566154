import { readFile } from 'node:fs/promises';
import { copyLink, expect, test } from './test';

const KEPT = 'tra-cuu-bao-cao';

test('sharing a search: its link copied, its code, its e-mail', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/?trang=1&tinh=hai-phong&utm_source=x');
  const menu = page.locator('summary', { hasText: 'Chia sẻ' });
  await menu.click();
  const address = new URL('/?tinh=hai-phong', page.url()).href;
  await expect(page.getByLabel('Liên kết tới đúng trang này')).toHaveValue(address);
  await copyLink(page);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  const code = page.getByRole('img', { name: `Mã QR của ${address}` });
  await expect(code).toHaveJSProperty('complete', true);
  expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const mail = await page.getByRole('link', { name: 'Gửi e-mail' }).getAttribute('href');
  expect(decodeURIComponent(mail ?? '')).toContain(address);
  await page.keyboard.press('Escape');
  await expect(code).toBeHidden();
  await expect(menu).toBeFocused();
});

test('a saved search tells of new reports until it is visited', async ({ page }) => {
  await page.goto('/?tinh=hai-phong');
  await page.getByRole('button', { name: 'Lưu lượt tìm này' }).click();
  await page.getByRole('link', { name: 'Xem những gì đã lưu' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Hải Phòng' });
  await expect(row).toContainText('báo cáo · lưu ngày');
  await expect(row).not.toContainText('báo cáo mới');

  // As if the last visit had been before three reports came.
  await page.evaluate((key) => {
    const device = JSON.parse(localStorage.getItem(key) ?? '');
    device.searches[0].total -= 3;
    device.searches[0].newest.splice(0, 3);
    localStorage.setItem(key, JSON.stringify(device));
  }, KEPT);
  await page.reload();
  await expect(row).toContainText('3 báo cáo mới');
  await row.getByRole('link').click();
  await expect(page.getByRole('button', { name: 'Bỏ lưu lượt tìm này' })).toBeVisible();
  await page.goto('/cua-toi');
  await expect(row).toContainText('báo cáo · lưu ngày');
  await expect(page.getByText('báo cáo mới')).toHaveCount(0);
  await row.getByRole('button', { name: 'Bỏ lưu: Hải Phòng' }).click();
  await expect(row).toHaveCount(0);
});

test('reports seen are remembered, carried to another device by a file, and forgotten', async ({
  page,
  browser,
}, { project }) => {
  await page.goto('/?tinh=hai-phong');
  const title = await page.locator('main ol > li h2 a').first().textContent();
  await page.locator('main ol > li h2 a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  // Noted once the page's scripts run.
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), KEPT)).toContain(title);
  await page.goto('/cua-toi');
  await expect(page.getByRole('link', { name: title ?? '' })).toBeVisible();

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải về một tệp' }).click();
  const file = await readFile(await (await saving).path());

  const elsewhere = await browser.newContext({ baseURL: project.use.baseURL });
  const other = await elsewhere.newPage();
  await other.goto('/cua-toi');
  const field = other.getByLabel('Nhập từ tệp');
  await field.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(other.getByText('không phải tệp tải về')).toBeVisible();
  await field.setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: file });
  await expect(other.getByRole('link', { name: title ?? '' })).toBeVisible();
  await elsewhere.close();

  await page.getByRole('button', { name: 'Xóa danh sách này' }).click();
  await expect(page.getByRole('link', { name: title ?? '' })).toHaveCount(0);
});

test('what this device kept before and cannot be read is no trouble', async ({ page }) => {
  await page.goto('/cua-toi');
  await page.evaluate((key) => localStorage.setItem(key, '{"version":1,"searches":[{"query":7}]'), KEPT);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Lượt tìm đã lưu' })).toBeVisible();
});

test('a citation is copied by one tap', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/?tinh=hai-phong');
  await page.locator('main ol > li h2 a').first().click();
  for (const style of ['Kiểu Việt Nam', 'APA', 'BibTeX', 'RIS']) {
    await page.getByRole('button', { name: `Sao chép: ${style}` }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied, style).toMatch(
      {
        'Kiểu Việt Nam': / \((\d{4}|không rõ ngày đăng)\), [“[]/,
        APA: /\((\d{4}, \w+ \d+|n\.d\.)\)\. /,
        BibTeX: /^@misc\{/,
        RIS: /^TY {2}- ELEC/,
      }[style] ?? /^$/,
    );
  }
});
