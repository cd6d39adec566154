import { expect, test } from '@playwright/test';

test('every page runs its own scripts under a policy that allows no other', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  for (const path of [
    '/',
    '/bao-cao',
    '/van-ban',
    '/dia-phuong',
    '/tong-quan',
    '/tro-giup',
    '/cua-toi',
    '/so-sanh',
    '/so-lieu',
  ]) {
    const response = await page.goto(path);
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy, path).toMatch(/script-src 'self' '(?:nonce|sha256)-/);
    expect(policy, path).not.toContain('unsafe');
    await page.waitForLoadState('load');
  }
  expect(violations).toEqual([]);
});

test('a damaged index in the cache is fetched once more, past the cache', async ({ page }) => {
  let asked = 0;
  await page.route('**/catalogue.bin', async (route) => {
    asked++;
    const response = await route.fetch();
    const body = await response.body();
    if (asked === 1) body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
    const { 'content-encoding': _, 'content-length': __, ...headers } = response.headers();
    await route.fulfill({ response, headers, body });
  });
  const answered: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/search')) answered.push(request.url());
  });
  await page.goto('/');
  await page.getByRole('combobox').or(page.getByRole('searchbox')).first().click();
  await expect.poll(() => asked, { timeout: 20_000 }).toBe(2);
  // The browser itself answers from then on.
  await expect
    .poll(
      async () => {
        const before = answered.length;
        await page
          .getByRole('combobox')
          .or(page.getByRole('searchbox'))
          .first()
          .fill(`giao ban ${Math.random()}`.slice(0, 12));
        await page.waitForTimeout(700);
        return answered.length - before;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
  await expect(page.getByText('Không dùng được chỉ mục')).toHaveCount(0);
});
