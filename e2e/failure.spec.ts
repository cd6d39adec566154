import { expect, field, indexOpen, test, titles, total } from './test';

const INDEX = '**/catalogue.bin';

test('a missing index: the server answers, and the person is told once', async ({ page }) => {
  await page.route(INDEX, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/');
  await field(page).focus();
  await expect(page.getByText(/máy chủ trả lời thay/)).toBeVisible();
  await field(page).fill('tuyen giao hung yen');
  await expect(page).toHaveURL('/?q=tuyen+giao+hung+yen');
  await expect.poll(async () => (await titles(page))[0]).toMatch(/Hưng Yên/);
  await page.getByRole('button', { name: 'Đã hiểu' }).click();
  await page.goto('/?q=du+luan');
  await field(page).focus();
  await page.waitForResponse(INDEX);
  await expect(page.getByText(/máy chủ trả lời thay/)).toHaveCount(0);
});

for (const [name, damage] of [
  ['cut short', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.7))],
  [
    'changed in one byte',
    (bytes: Buffer) => {
      const changed = Buffer.from(bytes);
      const at = changed.length - 100;
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      return changed;
    },
  ],
] as const) {
  test(`an index ${name} is refused, and the server answers`, async ({ page }) => {
    await page.route(INDEX, async (route) => {
      const response = await route.fetch();
      const headers = { 'content-type': 'application/octet-stream' };
      await route.fulfill({ status: 200, headers, body: damage(await response.body()) });
    });
    await page.goto('/');
    await field(page).focus();
    await expect(page.getByText(/máy chủ trả lời thay/)).toBeVisible();
    await field(page).fill('hai phong');
    await expect(page).toHaveURL('/?q=hai+phong');
    // The place stands beside the title, which need not name it.
    await expect(page.locator('main ol > li').first()).toContainText('Hải Phòng');
  });
}

test('a worker that no longer answers: the server is asked instead, and with neither a person may try again', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message: { kind?: string }, ...rest: []) {
      if (message.kind !== 'search') post.call(this, message, ...rest);
    };
  });
  await page.goto('/');
  await indexOpen(page);
  const asked = page.waitForRequest(/\/api\/search\?q=hai/);
  await field(page).fill('hai phong');
  await asked;
  await expect(page).toHaveTitle(/hai phong/);
  const found = await total(page);
  await context.setOffline(true);
  await field(page).fill('hung yen');
  await expect(page.getByRole('button', { name: 'Thử lại' })).toBeVisible({ timeout: 30_000 });
  expect(await total(page)).toBe(found);
});

test('no connection at all: the old results stay, with a way to try again', async ({ page, context }) => {
  await page.route(INDEX, (route) => route.abort());
  await page.goto('/');
  const before = await total(page);
  await context.setOffline(true);
  await field(page).fill('hai phong');
  await expect(page.getByText(/Không kết nối được tới máy chủ/)).toBeVisible();
  expect(await total(page)).toBe(before);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect.poll(() => total(page)).toBeLessThan(before);
  await expect(page.getByText(/Không kết nối được tới máy chủ/)).toHaveCount(0);
});

test('nobody answers in time: that is said while the last way is waited for, and goes when its answer comes', async ({
  page,
}) => {
  await page.route(INDEX, (route) => route.abort());
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/search?q=hai*', async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await page.goto('/');
  const before = await total(page);
  await field(page).fill('hai phong');
  await expect(page.getByText(/Chưa có trả lời/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Thử lại' })).toBeVisible();
  expect(await total(page)).toBe(before);
  answer();
  await expect.poll(() => total(page)).toBeLessThan(before);
  await expect(page.getByText(/Chưa có trả lời/)).toHaveCount(0);
});

test('the search of the server does not answer: that is said, the page stays, and it can be tried again', async ({
  page,
}) => {
  await page.route(INDEX, (route) => route.abort());
  let down = true;
  await page.route('**/api/search?*', (route) =>
    down ? route.fulfill({ status: 503, json: { error: 'x' } }) : route.continue(),
  );
  await page.goto('/?ky=2020');
  const before = await total(page);
  await field(page).fill('hai phong');
  await expect(page.getByText(/Máy tìm kiếm đang không trả lời/)).toBeVisible({ timeout: 20_000 });
  await expect(page).toHaveURL('/?q=hai+phong&ky=2020');
  expect(await total(page)).toBe(before);
  down = false;
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect.poll(() => total(page)).toBeLessThan(before);
});

test('an answer that comes late does not overwrite a newer one', async ({ page }) => {
  await page.route(INDEX, (route) => route.abort());
  await page.route('**/api/search?q=hung*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => {});
  });
  await page.goto('/');
  await field(page).fill('hung yen');
  await page.waitForRequest('**/api/search?q=hung*');
  await field(page).fill('hai phong');
  await expect(page).toHaveTitle(/hai phong/);
  await page.waitForTimeout(1800);
  await expect(page).toHaveTitle(/hai phong/);
});
