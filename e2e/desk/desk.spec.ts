import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { PAGES } from './pages';
import { type Desk, expect, test } from './server';

// A save builds the whole index: on a busy machine that takes its time.
test.setTimeout(300_000);

const { source } = createRequire(import.meta.url)('axe-core') as typeof axe;

const block = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name}`) });
const queue = (page: Page) => page.getByRole('region', { name: 'Hàng đợi' });
const status = (page: Page) => page.locator('[data-save] + [role=status]');

async function open(page: Page, desk: Desk): Promise<void> {
  await page.goto(desk.entrance);
  await expect(page.getByRole('heading', { name: 'Bàn biên tập' })).toBeVisible();
}

async function give(page: Page, pages: typeof PAGES): Promise<void> {
  await page.setInputFiles(
    'input[type=file]',
    pages.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
  );
  await expect(page.getByText(`Đã đọc ${pages.length}/${pages.length}`)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('button', { name: 'Lưu', exact: true })).toBeVisible();
}

/** One made-up page that no other test gives. */
function pageAbout(place: string, day: string): typeof PAGES {
  const text = (PAGES[2]?.text ?? '').replaceAll('Yên Bái', place).replace('Chiều 14/1', `Chiều ${day}`);
  return [{ name: `${place}.txt`, text }];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('is not there without the printed address, by another name, or for another site', async ({
  desk,
  request,
}) => {
  const refused = async (path: string, options: Parameters<typeof request.fetch>[1], code: number) =>
    expect((await request.fetch(desk.origin + path, { maxRedirects: 0, ...options })).status(), path).toBe(
      code,
    );
  await refused('/ban-bien-tap', {}, 404);
  await refused('/ban-bien-tap/vao?khoa=x', {}, 404);
  await refused(desk.entrance.slice(desk.origin.length), { headers: { Host: 'example.vn' } }, 404);
  const Cookie = `ban-bien-tap=${desk.entrance.split('=')[1]}`;
  const post = { method: 'POST', data: '{}' };
  await refused('/ban-bien-tap/viec/lists', { ...post, headers: { Origin: desk.origin } }, 403);
  await refused('/ban-bien-tap/viec/lists', { ...post, headers: { Cookie } }, 403);
  await refused(
    '/ban-bien-tap/viec/lists',
    { ...post, headers: { Cookie, Origin: 'http://example.vn' } },
    403,
  );
  await refused('/ban-bien-tap/viec/lists', { ...post, headers: { Cookie, Origin: desk.origin } }, 200);
  await refused('/ban-bien-tap/viec/khac', { ...post, headers: { Cookie, Origin: desk.origin } }, 404);
});

test('files five pages by keyboard, each found on the site at once', async ({ page, desk }) => {
  test.setTimeout(400_000);
  await open(page, desk);
  await give(page, PAGES);
  for (let done = 0; done < PAGES.length; done++) {
    const doubts = page.getByText(/^Cần xem: còn \d+ mục$/);
    for (let step = 0; step < 20 && (await doubts.isVisible()); step++)
      await page.keyboard.press(step === 0 ? 'F8' : 'Control+Enter');
    await expect(page.getByText('Đã xem hết các mục cần xem')).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(status(page)).toContainText('Đã lưu', { timeout: 90_000 });
    const link = await status(page).getByRole('link', { name: 'Xem báo cáo' }).getAttribute('href');
    const answer = await page.request.get(`${desk.origin}/api/search?q=tuyen+giao`);
    expect(answer.ok()).toBe(true);
    await expect.poll(async () => (await page.request.get(desk.origin + link)).status()).toBe(200);
    await page.keyboard.press('F9');
  }
  await expect(queue(page).getByText('đã lưu')).toHaveCount(PAGES.length);
  const year = join(desk.folder, 'data/reports/2023');
  const file = (await readdir(year)).find((name) => name.startsWith('lam-dong-9-thang-2023-'));
  const text = await readFile(join(year, file ?? ''), 'utf8');
  expect(text).toContain('district: huyện Bảo Lâm');
  expect(text).toContain('21-KL/TW@XIII');
});

test('shows every value with its words, sure or not, doubts first', async ({ page, desk }) => {
  await open(page, desk);
  await give(page, pageAbout('Sơn La', '12/1'));
  const held = block(page, 'Ngày họp');
  await held.getByLabel('Ngày họp').focus();
  await expect(held).toContainText('Từ: “12/1');
});

test('keeps what was typed over a reload', async ({ page, desk }) => {
  await open(page, desk);
  await give(page, pageAbout('Cao Bằng', '11/1'));
  await block(page, 'Chủ trì').getByLabel('Chủ trì').fill('Nông Văn Thử');
  await page.reload();
  await expect(block(page, 'Chủ trì').getByLabel('Chủ trì')).toHaveValue('Nông Văn Thử');
});

test('takes a name without marks from the gazetteer and the registry', async ({ page, desk }) => {
  await open(page, desk);
  await give(page, pageAbout('Bắc Kạn', '10/1'));
  const place = page.getByRole('combobox', { name: 'Tỉnh, thành phố' });
  await place.fill('bac giang');
  await page.keyboard.press('Enter');
  await expect(place).toHaveValue('Bắc Giang (nay thuộc Bắc Ninh)');
  await block(page, 'Văn bản được dẫn').getByRole('button', { name: 'Thêm văn bản' }).click();
  const document = page.getByRole('combobox', { name: 'Văn bản 2, trong sổ' });
  await document.fill('chi thi 05 ct tw');
  await page.keyboard.press('Enter');
  await expect(document).toHaveValue(/^Chỉ thị 05-CT\/TW/);
  // One that the registry lacks is kept as it was typed, and may be added.
  await block(page, 'Văn bản được dẫn').getByRole('button', { name: 'Thêm văn bản' }).click();
  await page.getByRole('combobox', { name: 'Văn bản 3, trong sổ' }).fill('Kế hoạch 999-KH/TW');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Văn bản 3, như trang viết')).toHaveValue('Kế hoạch 999-KH/TW');
  await expect(page.getByRole('button', { name: 'Chưa có trong sổ: thêm vào' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(status(page)).toContainText('Đã lưu', { timeout: 90_000 });
});

test('warns of words copied from the page', async ({ page, desk }) => {
  await open(page, desk);
  await give(page, pageAbout('Lạng Sơn', '9/1'));
  const abstract = page.getByRole('textbox', { name: 'Tóm tắt' });
  await expect(block(page, 'Tóm tắt')).not.toContainText('Trùng nguyên văn');
  await abstract.fill('Các huyện miền cao làm phim ngắn bằng tiếng Mông, tiếng Dao.');
  await expect(block(page, 'Tóm tắt')).toContainText('Trùng nguyên văn');
});

test('shows what someone else wrote meanwhile, and undoes', async ({ page, desk }) => {
  await open(page, desk);
  await give(page, pageAbout('Tuyên Quang', '8/1'));
  await page.keyboard.press('Control+s');
  await expect(status(page)).toContainText('Đã lưu', { timeout: 90_000 });
  const year = join(desk.folder, 'data/reports/2020');
  const name = (await readdir(year)).find((one) => one.startsWith('tuyen-quang-nam-2020-')) ?? '';
  const saved = await readFile(join(year, name), 'utf8');
  await writeFile(join(year, name), saved.replace('level: tinh', 'level: khac'));
  await block(page, 'Chủ trì').getByLabel('Chủ trì').fill('Hà Thị Thử');
  await page.keyboard.press('Control+s');
  await expect(status(page)).toContainText('đã bị sửa ở nơi khác');
  await expect(page.getByRole('row', { name: /^Cấp/ })).toContainText('khac');
  await page.getByRole('button', { name: 'Lấy bản trong kho' }).click();
  await block(page, 'Chủ trì').getByLabel('Chủ trì').fill('Hà Thị Thử');
  await page.keyboard.press('Control+s');
  await expect(status(page)).toContainText('Đã lưu', { timeout: 90_000 });
  expect(await readFile(join(year, name), 'utf8')).toContain('chair: Hà Thị Thử');
  await status(page).getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(status(page)).toContainText('Đã hoàn tác', { timeout: 90_000 });
  expect(await readFile(join(year, name), 'utf8')).toBe(saved.replace('level: tinh', 'level: khac'));
});

test('edits a report of the catalogue and withdraws it with a reason', async ({ page, desk }) => {
  await open(page, desk);
  await page.getByRole('searchbox', { name: 'Sửa báo cáo đã có trong kho' }).fill('hải phòng tuyên giáo');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Báo cáo tìm thấy' }).getByRole('button').first().click();
  await page.getByRole('checkbox', { name: 'Rút khỏi trang' }).check();
  await page.keyboard.press('Control+s');
  await expect(block(page, 'Công bố').getByRole('alert')).toContainText('còn trống');
  await page.getByRole('textbox', { name: 'Lý do rút' }).fill('Trang gốc đã gỡ.');
  await page.keyboard.press('Control+s');
  await expect(status(page)).toContainText('Đã lưu', { timeout: 90_000 });
  const address =
    desk.origin + (await status(page).getByRole('link', { name: 'Xem báo cáo' }).getAttribute('href'));
  const standing = async () => (await page.request.get(address)).status();
  await expect.poll(standing).toBe(410);
  await status(page).getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(status(page)).toContainText('Đã hoàn tác', { timeout: 90_000 });
  await expect.poll(standing).toBe(200);
  // A page that was written at the build shows the change too.
  await block(page, 'Chủ trì').getByLabel('Chủ trì').fill('Phạm Văn Thử');
  await page.keyboard.press('Control+s');
  await expect(status(page)).toContainText('Đã lưu', { timeout: 90_000 });
  await expect.poll(async () => (await page.request.get(address)).text()).toContain('Phạm Văn Thử');
});

test('lists the pages of a feed, and reads those that are chosen', async ({ page, desk }) => {
  const asked: string[] = [];
  // The desk asks no address of this machine: what its server answers of a feed is given here.
  await page.route('**/ban-bien-tap/viec/address', async (route) => {
    const { address } = route.request().postDataJSON() as { address: string };
    asked.push(address);
    const links = [
      { url: 'https://example.vn/1.html', title: 'Giao ban công tác tuyên giáo' },
      { url: 'https://example.vn/2.html', title: 'Ra quân làm thủy lợi' },
    ];
    await route.fulfill({ json: asked.length === 1 ? { links, held: 3 } : { failure: 'Chưa tới được.' } });
  });
  await open(page, desk);
  await page.getByRole('textbox', { name: /^Thả tệp/ }).fill('https://example.vn/rss');
  await page.getByRole('button', { name: 'Đọc', exact: true }).click();
  const feed = page.getByRole('region', { name: 'Trang trong nguồn tin' });
  await expect(feed).toContainText('2 trang chưa có trong kho, 3 trang đã có');
  expect(await violations(page)).toEqual([]);
  await feed.getByRole('searchbox').fill('tuyen giao');
  await expect(feed.getByRole('checkbox')).toHaveCount(1);
  await feed.getByRole('checkbox', { name: 'Giao ban công tác tuyên giáo' }).check();
  await feed.getByRole('button', { name: 'Đọc 1 trang' }).click();
  await expect(queue(page).getByText('https://example.vn/1.html')).toBeVisible();
  await expect.poll(() => asked).toEqual(['https://example.vn/rss', 'https://example.vn/1.html']);
});

test('says in one line what is wrong with what it was given', async ({ page, desk }) => {
  await open(page, desk);
  await page.getByRole('textbox', { name: /^Thả tệp/ }).fill('http://127.0.0.1:1/tin\nhttp://10.0.0.1/tin');
  await page.getByRole('button', { name: 'Đọc', exact: true }).click();
  await expect(queue(page).getByText('Địa chỉ nằm trong mạng nội bộ nên không mở.')).toHaveCount(2, {
    timeout: 90_000,
  });
  await page.setInputFiles('input[type=file]', {
    name: 'anh.png',
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]),
  });
  await expect(queue(page).getByText('Đây là ảnh chụp, không có chữ.')).toBeVisible({ timeout: 90_000 });
});

for (const [name, viewport] of [
  ['a small screen', { width: 1024, height: 768 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });
    test('nothing hangs over the edge, and axe finds nothing', async ({ page, desk }) => {
      await open(page, desk);
      expect(await violations(page)).toEqual([]);
      await give(page, PAGES.slice(1, 2));
      await page.keyboard.press('F8');
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
      expect(await violations(page)).toEqual([]);
    });
  });
}
