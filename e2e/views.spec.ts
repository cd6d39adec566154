import { expect, field, test, total } from './test';

const bar = (page: import('@playwright/test').Page, year: number) =>
  page.getByRole('link', { name: new RegExp(`^Năm ${year}: [\\d.]+ báo cáo$`) });

test('a bar of the timeline promises what its year finds, and takes the year away again', async ({
  page,
}) => {
  await page.goto('/?q=tuyen+giao');
  const promised = Number(/: (\d+)/.exec((await bar(page, 2020).getAttribute('aria-label')) ?? '')?.[1]);
  await bar(page, 2020).click();
  await expect(page).toHaveURL('/?q=tuyen+giao&ky=2020');
  await expect.poll(() => total(page)).toBe(promised);
  await bar(page, 2020).click();
  await expect(page).toHaveURL('/?q=tuyen+giao');
});

test('a drag across the timeline takes a span of years', async ({ page }) => {
  await page.goto('/');
  // Listened to once only one bar is a stop of the keyboard.
  await expect(bar(page, 2019)).toHaveAttribute('tabindex', '-1');
  const [from, to] = [await bar(page, 2018).boundingBox(), await bar(page, 2020).boundingBox()];
  if (!from || !to) throw new Error('no bars');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height - 5);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 5, { steps: 8 });
  await expect(page.getByText(/^2018–2020: \d+ báo cáo$/)).toBeVisible();
  await page.mouse.up();
  await expect(page).toHaveURL('/?ky=2018..2020');
  await expect(page.getByRole('link', { name: 'Bỏ lọc: Năm 2018–2020' })).toBeVisible();
});

test('the keyboard chooses a year and a span of years', async ({ page }) => {
  await page.goto('/');
  await expect(bar(page, 2019)).toHaveAttribute('tabindex', '-1');
  await bar(page, 2025).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(bar(page, 2024)).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/?ky=2022..2024');
});

test('one tap from the list: places by years, each cell counting what it finds', async ({ page }) => {
  await page.goto('/?q=chuyen+doi+so');
  await page.getByRole('navigation', { name: 'Cách xem' }).getByRole('link', { name: 'Nơi và năm' }).click();
  await expect(page).toHaveURL('/?q=chuyen+doi+so&xem=bang');
  const table = page.getByRole('table', { name: /^Số báo cáo theo địa phương và năm/ });
  const cell = table.getByRole('link', { name: /^(?!Tất cả).*, \d{4}: \d+ báo cáo$/ }).first();
  const promised = Number(await cell.textContent());
  await cell.click();
  await expect(page).toHaveURL(/^[^?]*\?q=chuyen\+doi\+so&tinh=[a-z-]+&ky=\d{4}$/);
  await expect.poll(() => total(page)).toBe(promised);
});

test('typing goes on in the table, and it follows', async ({ page }) => {
  await page.goto('/?xem=bang');
  const table = page.getByRole('table', { name: /^Số báo cáo theo địa phương và năm/ });
  const rows = await table.getByRole('row').count();
  await field(page).pressSequentially('hung yen');
  await expect(page).toHaveURL('/?q=hung+yen&xem=bang');
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(rows);
  // The suggestions lie over what is below the field.
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Tách riêng các tỉnh trước sáp nhập' }).click();
  await expect(page).toHaveURL('/?q=hung+yen&xem=bang-tinh-cu');
  await expect(table.getByRole('rowheader', { name: 'Hưng Yên (cũ)' })).toBeVisible();
});

test('a tile of the map leads to the search, narrowed to its place', async ({ page }) => {
  await page.goto('/?q=bao+chi&xem=ban-do');
  const tile = page.getByRole('link', { name: /^Đà Nẵng\s*\d+\s*báo cáo$/ });
  const promised = Number(/(\d+)/.exec((await tile.textContent()) ?? '')?.[1]);
  await tile.click();
  await expect(page).toHaveURL('/?q=bao+chi&tinh=da-nang');
  await expect.poll(() => total(page)).toBe(promised);
});
