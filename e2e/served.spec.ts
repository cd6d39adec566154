import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { LEEWAY, routeScripts } from '../scripts/bundle';

const AGENTS = [
  'facebookexternalhit/1.1',
  'meta-externalagent/1.1',
  'Mozilla/5.0 (compatible; Zalo/1.0)',
  'TelegramBot (like TwitterBot)',
  'Viber/13.0',
  'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0',
];

for (const agent of AGENTS) {
  test(`${agent} gets the preview before </head>, and the reports`, async ({ request }) => {
    const response = await request.get('/?tinh=hai-phong&ky=2020-6-thang-dau-nam', {
      headers: { 'User-Agent': agent },
    });
    const html = await response.text();
    const head = html.slice(0, html.indexOf('</head>'));
    expect(head).toMatch(/<title>\d+ báo cáo · Hải Phòng · 6 tháng đầu năm 2020 · Tra cứu báo cáo<\/title>/);
    expect(head).toMatch(/property="og:title" content="\d+ báo cáo · Hải Phòng · 6 tháng đầu năm 2020"/);
    expect(head).toMatch(/property="og:description" content="[^"]{20,}"/);
    expect(head).toMatch(
      /rel="canonical" href="http:\/\/[^"]*\/\?tinh=hai-phong&amp;ky=2020-6-thang-dau-nam"/,
    );
    expect(html.slice(html.indexOf('<body'))).toMatch(/<h2[^>]*><a id="bc-/);
  });
}

test('searches for free text are not indexed, their links are followed; filters alone are', async ({
  request,
}) => {
  expect(await (await request.get('/?q=abc')).text()).toContain('name="robots" content="noindex, follow"');
  expect(await (await request.get('/?tinh=hai-phong')).text()).not.toContain('noindex');
});

test('odd addresses get a proper page', async ({ request }) => {
  const odd = [
    '/?q=%',
    '/?q=%E0%A4%A',
    '/?q=%00',
    '/?q=%F0%9F%98%80',
    '/?q=<script>alert(1)</script>',
    '/?q="><img src=x onerror=alert(1)>',
    `/?q=${'a'.repeat(8000)}`,
    '/?q=a&q=b&tinh=x&tinh=y',
    '/?tinh=khong-co&ky=3020&vb=..%2F..&cap=1&loai=%0a&chu-de=__proto__',
    '/?trang=99999',
    '/?trang=-1',
    '/?trang=1e9',
    '/?sap-xep=x',
    '/?__proto__=1&constructor=2',
    '/?q=%22%22%22+-+--+%22',
    '/?',
    '/?&&==&=',
    '/api/search?q=%&tinh=x',
  ];
  for (const path of odd) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    expect(await response.text(), path).not.toMatch(/<script>alert|<img src=x/);
  }
});

test('a text of 10,000 characters is cut, with a word about it', async ({ request }) => {
  const html = await (await request.get(`/?q=${'a'.repeat(10_000)}`)).text();
  expect(html).toContain('Câu tìm quá dài');
});

test('what is ignored is said', async ({ request }) => {
  const html = await (await request.get('/?tinh=khong-co&trang=99999')).text();
  expect(html).toContain('Bỏ qua “khong-co” ở bộ lọc Địa phương');
  expect(html).toMatch(/Không có trang 99999/);
});

test('no such page or report: 404', async ({ request }) => {
  for (const path of [
    '/khong-co',
    '/bao-cao/khong-co',
    '/bao-cao/%3Cscript%3E',
    '/chi-muc/x/catalogue.bin',
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test('the search page runs only scripts of its own', async ({ request }) => {
  const response = await request.get('/');
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy).not.toContain('unsafe');
  const html = await response.text();
  // Those that the build's own hand signed, and they alone, are named by their hashes.
  const nonce = /<script\b[^>]*\snonce="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(nonce.length).toBeGreaterThan(20);
  const named = new Set<string>();
  for (const [, tag = '', script = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    expect(tag).toContain(`nonce="${nonce}"`);
    if (/\bsrc=|\btype="application\//.test(tag)) continue;
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy).toContain(`'sha256-${hash}'`);
    named.add(hash);
  }
  expect(policy.match(/'sha256-/g)).toHaveLength(named.size);
  expect(html).not.toMatch(/\sstyle="/);
});

test('a page asked for again is the same, down to its headers', async ({ request }) => {
  const [first, second] = [await request.get('/?q=giao+ban+quy'), await request.get('/?q=giao+ban+quy')];
  expect(await second.text()).toBe(await first.text());
  const { date: _, ...headers } = first.headers();
  expect(second.headers()).toMatchObject(headers);
});

test('the index is sent compressed, to be kept for ever', async ({ request }) => {
  const html = await (await request.get('/')).text();
  const address = /\/chi-muc\/[0-9a-f]+\//.exec(html)?.[0];
  for (const encoding of ['br', 'gzip']) {
    const response = await request.get(`${address}catalogue.bin`, {
      headers: { 'Accept-Encoding': encoding },
    });
    expect(response.headers()['content-encoding']).toBe(encoding);
    expect(response.headers()['cache-control']).toContain('immutable');
    expect((await response.body()).subarray(0, 2).toString()).toBe('TC');
  }
});

test('pictures asked for faster than they can be drawn: each asker gets one, and what stands in is not kept', async ({
  request,
}) => {
  // What finds nothing has the picture of the site.
  const ofSite = await (await request.get('/anh/tim?q=qwrtpsdf')).body();
  const page = await (await request.get('/api/v1/search?size=100')).json();
  const asked = page.reports.map(({ id }: { id: string }) => `/anh/bao-cao/${id}`);
  const answers = await Promise.all(
    // As many people: one alone would be held to his share.
    asked.map((path: string, i: number) =>
      request.get(path, { headers: { 'X-Forwarded-For': `198.18.${i >> 7}.${(i & 127) + 1}` } }),
    ),
  );
  const standIns = answers.filter((answer) => answer.headers()['cache-control'] === 'no-store');
  for (const answer of answers) {
    expect(answer.status(), answer.url()).toBe(200);
    expect((await answer.body()).subarray(1, 4).toString()).toBe('PNG');
  }
  expect(standIns.length).toBeGreaterThan(0);
  for (const answer of standIns) expect((await answer.body()).equals(ofSite)).toBe(true);
});

test('pages load no more script than their budget', () => {
  const routes: { route: string; firstLoadChunkPaths: string[] }[] = JSON.parse(
    readFileSync('.next/diagnostics/route-bundle-stats.json', 'utf8'),
  );
  const kilobytes = ({ firstLoadChunkPaths }: { firstLoadChunkPaths: string[] }) =>
    firstLoadChunkPaths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length / 1024, 0);
  /** What Next itself loads on an empty page, in KiB gzip. */
  const floor = 132;
  for (const route of routes) {
    const budget = route.route === '/' ? 35 : 10;
    expect(kilobytes(route) - floor, route.route).toBeLessThanOrEqual(budget);
  }
});

test('no page loads more script than when its figure was last taken', () => {
  for (const { route, size, measured } of routeScripts()) {
    expect(measured, `${route} has a figure in bundle-budget.json`).not.toBeNull();
    expect(size, route).toBeLessThanOrEqual((measured ?? 0) * LEEWAY);
  }
});
