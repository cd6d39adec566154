import { expect, test, total } from './test';

test('timeline, table and map are the same without scripts', async ({ page }) => {
  await page.goto('/?q=tuyen+giao');
  const bar = page.getByRole('link', { name: /^Năm 2020: \d+ báo cáo$/ });
  const promised = Number(/: (\d+)/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1]);
  await bar.click();
  expect(await total(page)).toBe(promised);

  await page.getByRole('link', { name: 'Nơi và năm' }).click();
  const cell = page.getByRole('link', { name: /, 2020: \d+ báo cáo$/ }).nth(1);
  const count = Number(await cell.textContent());
  await cell.click();
  expect(await total(page)).toBe(count);

  await page.goto('/?q=tuyen+giao&xem=ban-do');
  await expect(page.getByRole('link', { name: /^Đà Nẵng\s*\d+\s*báo cáo$/ })).toBeVisible();
});
