import { expect, test } from '@playwright/test';

const SEARCH = 'q=tuy%C3%AAn+gi%C3%A1o&ky=2020';

test('exports hold every report of the search, in its order', async ({ request }) => {
  const lines: string[] = [];
  /** Further reports of a conference, which the page folds under its first. */
  const folded = new Set<string>();
  let total = 0;
  for (let page = 1, pages = 1; page <= pages; page++) {
    const answer = await (await request.get(`/api/search?${SEARCH}&trang=${page}`)).json();
    ({ pages, total } = answer);
    for (const { id, conference } of answer.results) {
      lines.push(id);
      for (const other of conference.others) folded.add(other);
    }
  }
  expect(lines.length).toBeGreaterThan(20);

  const json = await (await request.get(`/xuat/bao-cao.json?${SEARCH}`)).json();
  const ids: string[] = json.reports.map(({ id }: { id: string }) => id);
  expect(ids).toHaveLength(total);
  expect(ids.filter((id) => !folded.has(id))).toEqual(lines);
  const ris = await (await request.get(`/xuat/bao-cao.ris?${SEARCH}`)).text();
  expect([...ris.matchAll(/^ID {2}- (.+)\r$/gm)].map(([, id]) => id)).toEqual(ids);
  const bib = await (await request.get(`/xuat/bao-cao.bib?${SEARCH}`)).text();
  expect([...bib.matchAll(/^@misc\{(.+),$/gm)].map(([, id]) => id)).toEqual(ids);

  const csv = await request.get(`/xuat/bao-cao.csv?${SEARCH}`);
  const text = (await csv.body()).toString('utf8');
  expect(text.startsWith('\ufeffMã báo cáo,Tiêu đề,')).toBe(true);
  expect([...text.matchAll(/^([a-z0-9-]+),/gm)].map(([, id]) => id)).toEqual(ids);
  const { origin } = new URL(csv.url());
  expect(text).toContain(`,${origin}/bao-cao/${ids[0]},`);
  expect(csv.headers()['content-disposition']).toContain('filename="bao-cao-tuyen-giao-nam-2020.csv"');
});

test('nothing found: valid and empty', async ({ request }) => {
  const nothing = 'q=%22zzzz+qqqq%22';
  const csv = await (await request.get(`/xuat/bao-cao.csv?${nothing}`)).text();
  expect(csv.split('\r\n')).toHaveLength(2);
  expect(await (await request.get(`/xuat/bao-cao.json?${nothing}`)).json()).toMatchObject({
    total: 0,
    reports: [],
  });
  const feed = await request.get(`/tin.atom?${nothing}`);
  expect(feed.status()).toBe(200);
  expect(await feed.text()).toMatch(/^<\?xml [^>]+>\n<feed [^>]+>(?!.*<entry>).*<\/feed>\n$/s);
});

test('the feed of a search names itself, its page and its reports by whole addresses', async ({
  request,
}) => {
  const feed = await request.get(`/tin.atom?${SEARCH}&trang=2&utm_source=x`, {
    headers: { 'X-Forwarded-Host': 'bao-cao.example', 'X-Forwarded-Proto': 'https' },
  });
  expect(feed.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
  const text = await feed.text();
  expect(text).toContain('<title>Tra cứu báo cáo: “tuyên giáo” · Năm 2020</title>');
  const escaped = SEARCH.replace('&', '&amp;');
  expect(text).toContain(
    `rel="self" type="application/atom+xml" href="https://bao-cao.example/tin.atom?${escaped}"`,
  );
  expect(text).toContain('href="https://bao-cao.example/bao-cao/');
  const times = [...text.matchAll(/<updated>(.+)<\/updated>/g)].map(([, time]) => time ?? '');
  // The newest of its entries, first, is its own too.
  expect(times[0]).toBe(times.slice(1).toSorted().at(-1));

  const again = await request.get(`/tin.atom?${SEARCH}`);
  const known = { 'If-None-Match': again.headers().etag ?? '' };
  expect((await request.get(`/tin.atom?${SEARCH}`, { headers: known })).status()).toBe(304);
});

test('a search page links to its feed, its picture and the search of the address bar', async ({
  request,
}) => {
  const html = await (await request.get(`/?${SEARCH}`)).text();
  const head = html.slice(0, html.indexOf('</head>'));
  const escaped = SEARCH.replace('&', '&amp;');
  expect(head).toMatch(/rel="alternate" type="application\/atom\+xml"/);
  expect(head).toContain(`/tin.atom?${escaped}"`);
  expect(head).toMatch(/property="og:image" content="http/);
  expect(head).toContain(`/anh/tim?${escaped}"`);
  expect(html).toMatch(/rel="search"[^>]+href="\/opensearch\.xml"/);
  const description = await (await request.get('/opensearch.xml')).text();
  expect(description).toMatch(/type="text\/html" template="http:\/\/[^"]+\/\?q=\{searchTerms\}"/);
});

test('the site map lists pages that are there; robots are told of it', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toMatch(/^Sitemap: http:\/\/.+\/sitemap\.xml$/m);
  expect(robots).toMatch(/^Disallow: \/xuat\/$/m);
  const map = await (await request.get('/sitemap.xml')).text();
  const paths = [...map.matchAll(/<loc>(.+)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname);
  expect(new Set(paths).size).toBe(paths.length);
  for (const section of ['bao-cao', 'van-ban', 'dia-phuong']) {
    const some = paths.filter((path) => path.startsWith(`/${section}/`));
    expect(some.length, section).toBeGreaterThan(50);
    for (const path of [some.at(0), some.at(-1)])
      expect((await request.get(path ?? '')).status(), path).toBe(200);
  }
  for (const path of paths.filter((one) => one.split('/').length === 2)) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
});

test('pictures: 1200 × 630, of canonical searches and pages of this site only', async ({ request }) => {
  const report = (await (await request.get('/api/search?tinh=hai-phong')).json()).results[0].id;
  const pictures = new Set<string>();
  for (const path of [
    '/anh/tim',
    '/anh/tim?tinh=hai-phong',
    `/anh/bao-cao/${report}`,
    '/anh/van-ban/05-ct-tw-xii',
    '/anh/dia-phuong/hai-phong',
  ]) {
    const response = await request.get(path);
    expect(response.headers()['content-type'], path).toBe('image/png');
    expect(response.headers()['cache-control'], path).toContain('max-age=');
    const png = await response.body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);
    pictures.add(png.toString('base64'));
  }
  expect(pictures.size).toBe(5);

  const other = await request.get('/anh/tim?trang=3&tinh=hai-phong&utm_source=x', { maxRedirects: 0 });
  expect([other.status(), other.headers().location]).toEqual([308, '/anh/tim?tinh=hai-phong']);
  const several = await request.get('/anh/tim?q="hội+nghị"&tinh=hai-phong,gia-lai&ky=2020,2019', {
    maxRedirects: 1,
  });
  expect(several.headers()['content-type']).toBe('image/png');
  for (const path of ['/anh/bao-cao/khong-co', '/anh/van-ban/khong-co', '/anh/khac/x']) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test('words that find nothing are not drawn', async ({ request }) => {
  const [one, two] = await Promise.all(
    ['%22zzzz+qqqq%22', '%22qqqq+zzzz%22'].map(async (q) => (await request.get(`/anh/tim?q=${q}`)).body()),
  );
  expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
});

test('QR codes are drawn of pages of this site only', async ({ request }) => {
  const code = (path: string) => request.get(`/anh/qr.svg?trang=${encodeURIComponent(path)}`);
  for (const path of ['/', `/?${SEARCH}`, '/van-ban/05-ct-tw-xii']) {
    const response = await code(path);
    expect(response.headers()['content-type'], path).toBe('image/svg+xml');
    expect(await response.text()).toMatch(/^<svg .+<\/svg>\n$/);
  }
  for (const path of ['https://example.org/', '//example.org', '/khong-co', `/?q=${'ề'.repeat(500)}`, '']) {
    expect((await code(path)).status(), path).toBe(404);
  }
});

test('odd parameters never fail', async ({ request }) => {
  for (const query of [
    'q=%',
    'q=%00%FF',
    `q=${'a'.repeat(8000)}`,
    'tinh=..%2F..&ky=9999&vb=%0a',
    '__proto__=1',
  ]) {
    for (const path of ['/tin.atom', '/xuat/bao-cao.csv', '/xuat/bao-cao.bib', '/anh/tim', '/anh/qr.svg']) {
      const response = await request.get(`${path}?${query}`);
      expect(response.status(), `${path}?${query.slice(0, 40)}`).toBeLessThan(500);
    }
  }
  for (const path of ['/xuat/khac.csv', '/anh/bao-cao/%00'])
    expect((await request.get(path)).status(), path).toBe(404);
  // Not in UTF-8: no address at all.
  for (const path of ['/xuat/%ff', '/anh/van-ban/%ff', '/anh/%ff/x'])
    expect((await request.get(path)).status(), path).toBe(400);
});
