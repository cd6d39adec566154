import { expect, test } from '@playwright/test';

test('addresses that lead nowhere answer 404 with near matches, never 500', async ({ request }) => {
  const near: [string, string][] = [
    ['/bao-cao/lang-son-nhieu-nam-2015', '/bao-cao/lang-son-nhieu-nam-2015-bf3710'],
    ['/van-ban/05-ct-tw-xiii', '/van-ban/05-ct-tw-xii'],
    ['/dia-phuong/gia-lia', '/dia-phuong/gia-lai'],
  ];
  for (const [asked, meant] of near) {
    const response = await request.get(asked);
    expect(response.status(), asked).toBe(404);
    const html = await response.text();
    expect(html, asked).toContain(`href="${meant}"`);
    expect(html, asked).toContain('name="robots" content="noindex"');
  }
  for (const odd of [
    '/bao-cao/%00',
    '/bao-cao/..%2f..%2fpackage.json',
    `/bao-cao/${'a'.repeat(5000)}`,
    '/van-ban/<script>alert(1)</script>',
    '/dia-phuong/__proto__',
    '/dia-phuong/ha-noi.x',
  ]) {
    const response = await request.get(odd);
    expect(response.status(), odd).toBe(404);
    expect(await response.text(), odd).not.toContain('<script>alert');
  }
  // No address at all: not in UTF-8.
  expect((await request.get('/van-ban/%E0%A4%A')).status()).toBe(400);
});

test('other names of a page lead to it for good', async ({ request }) => {
  for (const [asked, to] of [
    ['/dia-phuong/binh-dinh', '/dia-phuong/gia-lai.binh-dinh'],
    ['/dia-phuong/ha-noi.ha-noi', '/dia-phuong/ha-noi'],
    ['/van-ban/05-CT-TW', '/van-ban/05-ct-tw-xii'],
  ] as const) {
    const response = await request.get(asked, { maxRedirects: 0 });
    expect(response.status(), asked).toBe(308);
    expect(new URL(response.headers().location ?? '', 'http://x').pathname, asked).toBe(to);
  }
});

test('parameters that mean nothing do no harm', async ({ request }) => {
  for (const path of [
    '/so-lieu?sap=x&nhom=y&tinh=z&trang=-1',
    '/so-lieu?sap=a&sap=b&trang=1e9',
    '/so-lieu?tinh=%E0%A4%A',
    '/so-sanh?bc=',
    '/so-sanh?bc=x,y,z',
    '/so-sanh?bc=<script>alert(1)</script>',
    `/so-sanh?bc=${'a,'.repeat(2000)}`,
  ]) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    expect(await response.text(), path).not.toContain('<script>alert');
  }
});

test('each page has a title, description, address and preview of its own', async ({ request }) => {
  const seen = new Set<string>();
  for (const path of [
    '/bao-cao/lang-son-nhieu-nam-2015-bf3710',
    '/van-ban',
    '/van-ban/05-ct-tw-xii',
    '/van-ban/18-nq-tw',
    '/dia-phuong',
    '/dia-phuong/gia-lai',
    '/dia-phuong/gia-lai.gia-lai',
    '/tong-quan',
    '/so-lieu',
  ]) {
    const html = await (await request.get(path)).text();
    const head = html.slice(0, html.indexOf('</head>'));
    const title = /<title>([^<]+)<\/title>/.exec(head)?.[1] ?? '';
    expect(title, path).toMatch(/.+ · Tra cứu báo cáo$/);
    expect(seen.has(title), title).toBe(false);
    seen.add(title);
    expect(head, path).toMatch(/<meta name="description" content="[^"]{20,}"/);
    expect(/rel="canonical" href="https?:\/\/[^/"]+([^"]*)"/.exec(head)?.[1], path).toBe(path);
    expect(head, path).toMatch(/property="og:title" content="[^"]+"/);
    const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
      ([, json = '']) => JSON.parse(json)['@type'],
    );
    expect(data, path).toContain('BreadcrumbList');
  }
});

test('a report tells machines what it is, and text in it cannot end the element', async ({ request }) => {
  const html = await (await request.get('/bao-cao/lang-son-nhieu-nam-2015-bf3710')).text();
  const reports = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].flatMap(
    ([, json = '']) => {
      expect(json).not.toContain('<');
      const data = JSON.parse(json);
      return data['@type'] === 'Report' ? [data] : [];
    },
  );
  expect(reports).toHaveLength(1);
  expect(reports[0]).toMatchObject({
    inLanguage: 'vi',
    headline: 'Tổng kết công tác tuyên truyền miệng và hoạt động báo cáo viên nhiệm kỳ 2015-2020',
    publisher: { name: 'Báo Lạng Sơn' },
  });
});
