import { expect, test, titles, total } from './test';

test('the form searches, filters and sorts without scripts', async ({ page }) => {
  await page.goto('/');
  await page.locator('#o-tim').fill('tuyen giao');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(page.locator('#o-tim')).toHaveValue('tuyen giao');
  const all = await total(page);
  expect(all).toBeGreaterThan(0);

  await page.getByRole('link', { name: 'Bộ lọc', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Địa phương' })).toBeInViewport();
  await page.getByRole('checkbox', { name: /^Năm 2020/ }).check();
  await page.getByRole('checkbox', { name: /^Năm 2019/ }).check();
  await page.getByRole('button', { name: 'Áp dụng bộ lọc' }).click();
  const some = await total(page);
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  await expect(page.getByRole('checkbox', { name: /^Năm 2020/ })).toBeChecked();

  await page.getByRole('combobox', { name: 'Sắp xếp' }).selectOption('cu-nhat');
  await page.getByRole('button', { name: 'Xếp', exact: true }).click();
  expect(await total(page)).toBe(some);

  await page.getByRole('link', { name: 'Bỏ lọc: Năm 2019' }).click();
  expect(await total(page)).toBeLessThan(some);
});

test('pages, former provinces and all values can be reached without scripts', async ({ page }) => {
  await page.goto('/');
  const first = await titles(page);
  await page.getByRole('link', { name: 'Trang sau' }).click();
  expect(await titles(page)).not.toEqual(first);
  await expect(page.getByRole('checkbox', { name: /^Vĩnh Long/ })).toBeVisible();
});

test('a shared link shows its reports under a title in words', async ({ page }) => {
  await page.goto('/?tinh=hai-phong&ky=2020-6-thang-dau-nam');
  await expect(page).toHaveTitle(/^\d+ báo cáo · Hải Phòng · 6 tháng đầu năm 2020 · Tra cứu báo cáo$/);
  expect((await titles(page)).length).toBe(await total(page));
});
