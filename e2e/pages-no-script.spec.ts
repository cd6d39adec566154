import { expect, test } from './test';

test('the table of figures is narrowed and ordered', async ({ page }) => {
  await page.goto('/so-lieu');
  await page.getByLabel('Nội dung').selectOption('nguoi');
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(page).toHaveURL(/nhom=nguoi/);
  await page.getByRole('link', { name: /^Giá trị/ }).click();
  await expect(page.getByRole('columnheader', { name: /^Giá trị/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const values = (await page.locator('tbody tr td:first-child').allTextContents()).map((text) =>
    Number(text.replace(/[^\d,]/g, '').replace(',', '.')),
  );
  expect(values.length).toBeGreaterThan(10);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
});

test('a report, its documents, its lineage and its place are read and followed', async ({ page }) => {
  await page.goto('/van-ban');
  await page.getByRole('link', { name: 'Chỉ thị 05-CT/TW (khóa XII)' }).click();
  await expect(page.getByRole('heading', { name: 'Nguồn gốc và tiếp nối' })).toBeVisible();
  await page.getByRole('link', { name: '03-CT/TW (XI)' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chỉ thị 03-CT/TW (khóa XI)');
  await page.locator('#bao-cao li a').first().click();
  await expect(page.getByRole('heading', { name: 'Tóm tắt' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Chỉ thị 03-CT/TW', exact: true })).toBeVisible();
});

test('a mistyped address offers what it may have meant', async ({ page }) => {
  await page.goto('/dia-phuong/gia-lia');
  await page.getByRole('link', { name: 'tỉnh Gia Lai', exact: true }).click();
  await expect(page).toHaveURL(/\/dia-phuong\/gia-lai$/);
});

test('reports are compared', async ({ page }) => {
  await page.goto('/so-sanh?bc=lang-son-nhieu-nam-2015-bf3710');
  await page.getByLabel('Thêm báo cáo').fill('vinh-long-nam-2022-483c8f');
  await page.getByRole('button', { name: 'Thêm' }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(2);
});
