import { expect, test } from '@playwright/test';

test('a search is shared, carried away and followed without scripts', async ({ page }) => {
  await page.goto('/?tinh=hai-phong');
  await page.locator('summary', { hasText: 'Chia sẻ' }).click();
  const address = new URL('/?tinh=hai-phong', page.url()).href;
  await expect(page.getByLabel('Liên kết tới đúng trang này')).toHaveValue(address);
  await expect(page.getByRole('img', { name: `Mã QR của ${address}` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Gửi e-mail' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Sao chép/ })).toHaveCount(0);
  const links = page.getByRole('region', { name: 'Lưu, tải và theo dõi' });
  for (const [name, href] of [
    ['CSV cho bảng tính', '/xuat/bao-cao.csv?tinh=hai-phong'],
    ['BibTeX', '/xuat/bao-cao.bib?tinh=hai-phong'],
    ['Tin Atom cho trình đọc tin', '/tin.atom?tinh=hai-phong'],
  ] as const) {
    await expect(links.getByRole('link', { name })).toHaveAttribute('href', href);
  }
  await expect(page.getByRole('button', { name: 'Lưu lượt tìm này' })).toHaveCount(0);
});

test('citations are read without scripts, those for programs unfolded', async ({ page }) => {
  await page.goto('/?tinh=hai-phong');
  await page.locator('main ol > li h2 a').first().click();
  await expect(page.getByText(/\(n\.d\.\)\.|\(\d{4}, \w+ \d+\)\./)).toBeVisible();
  await page.locator('summary', { hasText: 'BibTeX' }).click();
  await expect(page.getByText('@misc{')).toBeVisible();
});

test('the page of what is kept says that it needs scripts', async ({ page }) => {
  await page.goto('/cua-toi');
  await expect(page.getByText('Trang này cần JavaScript')).toBeVisible();
  await expect(page.getByText('Đang mở…')).toBeHidden();
});
