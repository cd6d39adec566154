import { expect, test } from './test';

test('a frame holds box, filters and results, and no script', async ({ request }) => {
  const response = await request.get('/nhung?tinh=hung-yen');
  expect(response.status()).toBe(200);
  const html = await response.text();
  expect(html).not.toMatch(/<script|\son\w+=|javascript:/i);
  expect(html).toContain('name="q"');
  expect(html).toMatch(/name="tinh" value="hung-yen" checked/);
  expect(html.match(/<li>/g)?.length).toBeGreaterThan(0);
  const whole = await (await request.get('/api/search?tinh=hung-yen')).json();
  expect(html).toContain(`${whole.total} báo cáo`);
});

test('what is typed is text in it, whatever it holds', async ({ request }) => {
  const html = await (
    await request.get(`/nhung?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  ).text();
  expect(html).not.toContain('<script');
});

test('it alone may be framed, and may do nothing but search', async ({ request }) => {
  const policies = (response: { headersArray(): { name: string; value: string }[] }) =>
    response.headersArray().filter(({ name }) => name.toLowerCase() === 'content-security-policy');
  const embed = policies(await request.get('/nhung'));
  expect(embed).toHaveLength(1);
  expect(embed[0]?.value).toContain('frame-ancestors *');
  expect(embed[0]?.value).toContain("default-src 'none'");
  for (const path of ['/', '/tro-giup', '/tong-quan', '/nhung/x', '/du-lieu-mo']) {
    const found = policies(await request.get(path));
    expect(found, path).toHaveLength(1);
    expect(found[0]?.value, path).toContain("frame-ancestors 'none'");
  }
});
