import {
  closeFilters,
  copyLink,
  expect,
  field,
  indexOpen,
  openFilters,
  suggestions,
  test,
  titles,
  total,
} from './test';

test('typing without marks finds the reports at once and writes the address', async ({ page }) => {
  await page.goto('/');
  await field(page).pressSequentially('tuyen giao hung yen');
  await expect(page).toHaveURL('/?q=tuyen+giao+hung+yen');
  await expect(page).toHaveTitle(/^\d+ báo cáo · “tuyen giao hung yen” · Tra cứu báo cáo$/);
  expect(await total(page)).toBeGreaterThan(0);
  for (const title of (await titles(page)).slice(0, 3)) expect(title).toMatch(/Hưng Yên/);
  await expect(page.locator('mark').first()).toBeVisible();
});

test('the field keeps what is typed, to the letter', async ({ page }) => {
  await page.goto('/');
  await field(page).pressSequentially('  Tuyên   giáo ');
  await expect(page).toHaveURL(/q=Tuy%C3%AAn\+gi%C3%A1o$/);
  await expect(field(page)).toHaveValue('  Tuyên   giáo ');
});

test('marks or none, composed or not: the same reports', async ({ page }) => {
  const found: string[][] = [];
  for (const text of ['hòa bình', 'hoà bình', 'hòa bình'.normalize('NFD')]) {
    await page.goto(`/?q=${encodeURIComponent(text)}`);
    found.push(await titles(page));
  }
  expect(found[0]?.length).toBeGreaterThan(0);
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});

test('the example searches of the first visit find reports', async ({ page }) => {
  await page.goto('/');
  const examples = page.getByText(/^Thử tìm/).getByRole('link');
  const count = await examples.count();
  expect(count).toBe(3);
  for (let at = 0; at < count; at++) {
    await page.goto('/');
    await examples.nth(at).click();
    await expect(page).toHaveURL(/q=/);
    expect(await total(page)).toBeGreaterThan(0);
  }
});

test('filters count live, narrow, show as chips and are taken away again', async ({ page }) => {
  await page.goto('/?q=tuyen+giao');
  const before = await total(page);
  await openFilters(page);
  await page.getByRole('searchbox', { name: 'Lọc danh sách địa phương' }).fill('da nang');
  const place = page.getByRole('checkbox', { name: /^Đà Nẵng/ }).first();
  const row = page.locator('label', { has: place });
  const promised = Number(/(\d+) báo cáo/.exec((await row.textContent()) ?? '')?.[1]);
  await place.check();
  await expect(page).toHaveURL(/tinh=da-nang/);
  await expect.poll(() => total(page)).toBe(promised);
  expect(promised).toBeLessThan(before);
  await closeFilters(page);

  await page.getByRole('link', { name: 'Bỏ lọc: Đà Nẵng' }).click();
  await expect(page).toHaveURL('/?q=tuyen+giao');
  await expect.poll(() => total(page)).toBe(before);
});

test('one facet is "or", two are "and"', async ({ page }) => {
  const totalOf = async (query: string) => {
    await page.goto(`/?${query}`);
    return total(page);
  };
  const one = await totalOf('ky=2019');
  const other = await totalOf('ky=2020');
  expect(await totalOf('ky=2019,2020')).toBe(one + other);
  expect(await totalOf('ky=2019&loai=giao-ban')).toBeLessThan(one);
});

test('the lineage of a document can be brought along', async ({ page }) => {
  await page.goto('/?vb=05-ct-tw-xii');
  const alone = await total(page);
  await openFilters(page);
  await page.getByRole('checkbox', { name: /cùng dòng kế thừa/ }).check();
  await expect(page).toHaveURL('/?vb=05-ct-tw-xii&ke-thua=1');
  await expect.poll(() => total(page)).toBeGreaterThan(alone);
});

test('a place is found in its list without marks, and opens to its former parts', async ({ page }) => {
  await page.goto('/');
  await openFilters(page);
  await page.getByRole('searchbox', { name: 'Lọc danh sách địa phương' }).fill('binh dinh');
  await expect(page.getByRole('checkbox', { name: /^Gia Lai , / })).toBeVisible();
  await page.getByRole('checkbox', { name: /^Bình Định \(cũ\)/ }).check();
  await expect(page).toHaveURL('/?tinh=gia-lai.binh-dinh');
});

test('a shared link shows the same reports in the same order to someone else', async ({ page, browser }) => {
  await page.goto('/');
  await field(page).fill('tuyên giáo');
  await openFilters(page);
  const periods = page.getByRole('group', { name: 'Kỳ báo cáo' });
  await periods
    .getByRole('button', { name: /^Xem thêm/ })
    .first()
    .click();
  await periods.getByRole('checkbox', { name: /^Năm 2020/ }).check();
  await expect(page).toHaveURL('/?q=tuy%C3%AAn+gi%C3%A1o&ky=2020');
  await page.locator('summary', { hasText: 'Loại hội nghị' }).click();
  await page.getByRole('checkbox', { name: /^Sơ kết/ }).check();
  await expect(page).toHaveURL('/?q=tuy%C3%AAn+gi%C3%A1o&ky=2020&loai=so-ket');
  await closeFilters(page);
  // The address changes with the tick, the list and the title with the answer.
  await expect(page).toHaveTitle(/Sơ kết/i);
  const mine = await titles(page);
  expect(mine.length).toBeGreaterThan(3);

  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await other.goto(page.url());
  expect(await titles(other)).toEqual(mine);
  expect(await other.title()).toBe(await page.title());
  await other.close();
});

test('the canonical link is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/?tinh=binh-dinh&utm_source=x&sap-xep=moi-nhat');
  await page.locator('summary', { hasText: 'Chia sẻ' }).click();
  await copyLink(page);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).search).toBe('?tinh=gia-lai.binh-dinh');
});

test('back and forward bring results, scroll and focus again', async ({ page }) => {
  await page.goto('/');
  const first = await titles(page);
  await page.getByRole('link', { name: 'Trang 2', exact: true }).click();
  await expect(page).toHaveURL('/?trang=2');
  await expect.poll(() => titles(page)).not.toEqual(first);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  const second = await titles(page);

  await page.evaluate(() => window.scrollTo(0, 700));
  await page.getByRole('link', { name: 'Trang 3', exact: true }).click();
  await expect(page).toHaveURL('/?trang=3');
  await page.goBack();
  await expect(page).toHaveURL('/?trang=2');
  await expect.poll(() => titles(page)).toEqual(second);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
  await page.goBack();
  await expect.poll(() => titles(page)).toEqual(first);
  await page.goForward();
  await expect.poll(() => titles(page)).toEqual(second);
});

test('back from a report finds the list, and the report in it, as they were left', async ({ page }) => {
  await page.goto('/?q=tuyen+giao');
  const list = await titles(page);
  const link = page.locator('main ol > li h2 a').nth(8);
  const id = await link.getAttribute('id');
  await link.focus();
  await link.click();
  await expect(page).toHaveURL(/\/bao-cao\//);
  await page.goBack();
  await expect(page).toHaveURL('/?q=tuyen+giao');
  await expect(page.locator('main ol > li h2')).toHaveText(list);
  await expect(page.locator(`[id="${id}"]`)).toBeFocused();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
});

test('back takes the text of the field along', async ({ page }) => {
  await page.goto('/?q=bao+chi');
  await page.getByRole('combobox', { name: 'Sắp xếp' }).selectOption('moi-nhat');
  await expect(page).toHaveURL('/?q=bao+chi&sap-xep=moi-nhat');
  await field(page).fill('du luan');
  await expect(page).toHaveURL('/?q=du+luan&sap-xep=moi-nhat');
  await page.goBack();
  // The order chosen was a step of its own, and typing did not take it away.
  await expect(page).toHaveURL('/?q=bao+chi&sap-xep=moi-nhat');
  await expect(field(page)).toHaveValue('bao chi');
  await page.goBack();
  await expect(page).toHaveURL('/?q=bao+chi');
  await expect(field(page)).toHaveValue('bao chi');
});

test('each committed search is a step of the history, letters in between are none', async ({ page }) => {
  await page.goto('/');
  await field(page).pressSequentially('bao chi');
  await field(page).press('Enter');
  await expect(page).toHaveURL('/?q=bao+chi');
  await field(page).fill('');
  await field(page).pressSequentially('du luan');
  await field(page).press('Enter');
  await expect(page).toHaveURL('/?q=du+luan');
  await page.goBack();
  await expect(page).toHaveURL('/?q=bao+chi');
  await expect(field(page)).toHaveValue('bao chi');
  await page.goBack();
  await expect(page).toHaveURL('/');
});

test('nothing found says what to drop and what that gives', async ({ page }) => {
  await page.goto('/?q=hung+yen&tinh=ca-mau');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^0 báo cáo/);
  const offer = page.getByRole('link', { name: /^Bỏ lọc Địa phương · \d+ báo cáo/ });
  const promised = Number(/(\d+) báo cáo/.exec((await offer.textContent()) ?? '')?.[1]);
  await offer.click();
  await expect.poll(() => total(page)).toBe(promised);
});

test('broken typing is repaired and says so, with a way back', async ({ page }) => {
  await page.goto('/?q=tuyeen+giaos');
  await expect(page.getByText(/Đang hiển thị kết quả cho/)).toBeVisible();
  expect(await total(page)).toBeGreaterThan(0);
  await page.getByRole('link', { name: /^Tìm đúng/ }).click();
  await expect(page).toHaveURL(/nguyen-van=1/);
  await expect(page.getByText(/Đang hiển thị kết quả cho/)).toHaveCount(0);
});

test('filters read out of the words are offered, not forced', async ({ page }) => {
  await page.goto('/?q=bao+chi+hai+phong');
  await page
    .getByText('Lọc theo:')
    .getByRole('link', { name: /Hải Phòng/ })
    .click();
  await expect(page).toHaveURL('/?q=bao+chi&tinh=hai-phong');
  await expect(field(page)).toHaveValue('bao chi');
});

test('each result says why it is there', async ({ page }) => {
  await page.goto('/?q=tuyen+giao+hung+yen');
  await page.locator('summary', { hasText: 'Vì sao có kết quả này' }).first().click();
  await expect(page.locator('main ol > li').first().getByText(/hưng/i).last()).toBeVisible();
});

test('suggestions follow the combobox pattern', async ({ page }) => {
  await page.goto('/');
  await indexOpen(page);
  const box = field(page);
  await box.pressSequentially('hai pho');
  const options = suggestions(page);
  await expect(options.first()).toBeVisible();
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await box.press('ArrowDown');
  const id = await options.first().getAttribute('id');
  await expect(box).toHaveAttribute('aria-activedescendant', id ?? '');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await box.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(box).toHaveValue('hai pho');
  await box.press('Escape');
  await expect(box).not.toBeFocused();
});

test('a place among the suggestions becomes a filter', async ({ page }) => {
  await page.goto('/');
  await indexOpen(page);
  await field(page).pressSequentially('hai pho');
  await page
    .getByRole('option', { name: /Hải Phòng/ })
    .filter({ hasText: 'Địa phương' })
    .click();
  await expect(page).toHaveURL('/?tinh=hai-phong');
  await expect(field(page)).toHaveValue('');
  await expect(page.getByRole('link', { name: 'Bỏ lọc: Hải Phòng' })).toBeVisible();
});

test('keys of an input method are left to it', async ({ page }) => {
  await page.goto('/');
  await indexOpen(page);
  await field(page).pressSequentially('tuyen');
  await expect(suggestions(page).first()).toBeVisible();
  await field(page).dispatchEvent('keydown', { key: 'ArrowDown', keyCode: 229, bubbles: true });
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
});

test('slash goes to the field, a question mark lists the keys', async ({ page }) => {
  await page.goto('/');
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused({ timeout: 300 });
  }).toPass();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Phím tắt' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the count is told to screen readers once it stands', async ({ page }) => {
  await page.goto('/');
  await field(page).fill('hung yen');
  await expect(page.getByRole('status').filter({ hasText: /^\d+ báo cáo/ })).toHaveCount(1);
});

test('the list of suggestions closes with Enter, and when a mouse turns to the results it covers', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a finger does not point');
  await page.goto('/');
  await indexOpen(page);
  await field(page).pressSequentially('hai phong');
  await expect(suggestions(page).first()).toBeVisible();
  await page.mouse.move(700, 600);
  await page.mouse.move(710, 620);
  await expect(suggestions(page)).toHaveCount(0);
  await expect(field(page)).toBeFocused();

  await field(page).fill('');
  await field(page).pressSequentially('tuyen');
  await expect(suggestions(page).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(suggestions(page)).toHaveCount(0);
});

test('where scripts are blocked, not off, the form still searches and opens its facets', async ({ page }) => {
  await page.route(/\.js(\?|$)/, (route) => route.abort());
  await page.goto('/?q=tuyen+giao');
  await page
    .getByRole('button', { name: /^Xem thêm/ })
    .first()
    .click();
  await page.getByRole('checkbox', { name: /^Vĩnh Long/ }).check();
  await page.getByRole('button', { name: 'Áp dụng bộ lọc' }).click();
  await expect(page).toHaveURL(/tinh=vinh-long/);
  await expect(page.getByRole('link', { name: 'Bỏ lọc: Vĩnh Long' })).toBeVisible();
});

test('what follows typing comes too: the whole list, the bars, the exports', async ({ page }) => {
  await page.goto('/');
  await indexOpen(page);
  await field(page).pressSequentially('bao chi');
  await expect(page.locator('main ol > li h2')).toHaveCount(20);
  await expect(page.getByRole('link', { name: 'CSV cho bảng tính' })).toHaveAttribute('href', /q=bao\+chi/);
  const found = await total(page);
  // Counts of the bars on this screen, all years together.
  await expect
    .poll(async () => {
      const bars = await page.getByRole('link', { name: /^(Năm|Đến năm) \d{4}: [\d.]+ báo cáo$/ }).all();
      const counts = await Promise.all(
        bars.map(async (bar) => /: ([\d.]+)/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1]),
      );
      return counts.reduce((sum, count) => sum + Number(count?.replaceAll('.', '')), 0) <= found;
    })
    .toBe(true);
});

for (const path of ['/', '/?q=tuyen+giao', '/?q=tuyen+giao&tinh=hai-phong&ky=2018..2020']) {
  test(`at most fifteen stops lead to the first result: ${path}`, async ({ page, isMobile }) => {
    test.skip(isMobile, 'no keyboard');
    await page.goto(path);
    // One bar of the timeline is a stop once scripts run.
    await expect(
      page.getByRole('table', { name: 'Số báo cáo theo năm' }).locator('a:not([tabindex])'),
    ).toHaveCount(1);
    let stops = 0;
    do {
      await page.keyboard.press('Tab');
      stops++;
    } while (stops < 40 && !(await page.evaluate(() => document.activeElement?.id.startsWith('bc-'))));
    expect(stops).toBeLessThanOrEqual(15);
  });
}

test('arrows lead through the filters set, which are one stop', async ({ page, isMobile }) => {
  test.skip(isMobile, 'no keyboard');
  await page.goto('/?q=tuyen+giao&tinh=hai-phong&ky=2018..2020');
  const place = page.getByRole('link', { name: /^Bỏ lọc: Hải Phòng/ });
  const years = page.getByRole('link', { name: /^Bỏ lọc: Năm 2018–2020/ });
  await expect(years).toHaveAttribute('tabindex', '-1');
  await place.focus();
  await page.keyboard.press('ArrowRight');
  await expect(years).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(years).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/?q=tuyen+giao&tinh=hai-phong');
  await expect(place).toHaveAttribute('tabindex', '0');
});
