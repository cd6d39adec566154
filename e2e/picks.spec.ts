import { expect, test } from './test';

test('reports are picked in the list and on their page, kept, and shared as a link', async ({ page }) => {
  await page.goto('/?q=tuyen+giao');
  const bar = page.getByRole('region', { name: 'Báo cáo đã chọn' });
  await expect(bar).toHaveCount(0);
  const boxes = page.getByRole('checkbox', { name: /^Chọn: / });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await expect(bar).toContainText('2 đã chọn');
  await page.locator('main ol > li h2 a').nth(2).click();
  await expect(page).toHaveURL(/bao-cao/);
  await page.getByRole('checkbox', { name: 'Chọn', exact: true }).check();
  await expect(bar).toContainText('3 đã chọn');
  await bar.getByRole('link').click();
  await expect(page).toHaveURL(/\/da-chon\?bc=[a-z0-9-]+,[a-z0-9-]+,[a-z0-9-]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Báo cáo đã chọn');
  await expect(page.getByRole('link', { name: 'So sánh', exact: true })).toBeVisible();
  const csv = await page.getByRole('link', { name: 'CSV cho bảng tính' }).getAttribute('href');
  const lines = (await (await page.request.get(csv ?? '')).text()).trim().split('\r\n');
  expect(lines.length).toBeGreaterThanOrEqual(4);
  await bar.getByRole('button', { name: 'Bỏ chọn' }).click();
  await expect(bar).toHaveCount(0);
});
