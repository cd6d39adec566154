import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { z } from 'zod';
import {
  countsSchema,
  directivesSchema,
  placesSchema,
  problemSchema,
  reportSchema,
  searchSchema,
} from '../lib/site/open/schemas';
import { expect, test } from './test';

const answers: [path: string, schema: z.ZodType][] = [
  ['/api/v1/search', searchSchema],
  ['/api/v1/search?q=tuyen+giao&tinh=hung-yen&size=100', searchSchema],
  ['/api/v1/search?q=zzzzqqqq&trang=9', searchSchema],
  ['/api/v1/directives', directivesSchema],
  ['/api/v1/places', placesSchema],
  ['/api/v1/counts?rows=tinh&columns=ky&q=tuyen+giao', countsSchema],
];
for (const [path, schema] of answers) {
  test(`${path} is as described, for any origin, and not sent twice`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    expect(response.headers()['access-control-allow-origin']).toBe('*');
    schema.parse(await response.json());
    const { etag } = response.headers();
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    const again = await request.get(path, { headers: { 'If-None-Match': etag ?? '' } });
    expect(again.status()).toBe(304);
  });
}

test('the API tells what lacks something, and what was read as a filter, apart as the site does', async ({
  request,
}) => {
  const words = 'q=tin+giả+quảng+ninh';
  const page = await (await request.get(`/api/search?${words}`)).json();
  expect(page.near.length).toBeGreaterThan(0);
  const answer = searchSchema.parse(await (await request.get(`/api/v1/search?${words}`)).json());
  expect(answer.near.map(({ id, missing }) => ({ id, missing }))).toEqual(
    page.near.map(({ id, missing }: { id: string; missing: string[] }) => ({ id, missing })),
  );
  const place = searchSchema.parse(await (await request.get('/api/v1/search?q=quảng+ninh')).json());
  expect(place.applied).toEqual([{ facet: 'tinh', value: 'quang-ninh', label: 'Quảng Ninh' }]);
});

test('pages of the API hold what the site finds, in its order, without gaps', async ({ request }) => {
  const first = searchSchema.parse(await (await request.get('/api/v1/search?q=tuyen+giao&size=7')).json());
  expect(first.reports).toHaveLength(7);
  expect(first.total).toBeGreaterThan(14);
  const second = searchSchema.parse(
    await (await request.get('/api/v1/search?q=tuyen+giao&size=7&trang=2')).json(),
  );
  const whole = searchSchema.parse(await (await request.get('/api/v1/search?q=tuyen+giao&size=14')).json());
  expect([...first.reports, ...second.reports].map(({ id }) => id)).toEqual(
    whole.reports.map(({ id }) => id),
  );
  const page = await (await request.get('/api/search?q=tuyen+giao')).json();
  expect(whole.total).toBe(page.total);
  expect(whole.reports[0]?.id).toBe(page.results[0].id);
  const one = await request.get(`/api/v1/reports/${whole.reports[0]?.id}`);
  expect(reportSchema.parse(await one.json())).toEqual(whole.reports[0]);
});

for (const [path, status, type] of [
  ['/api/v1/reports/khong-co-bao-cao-nay', 404, '/du-lieu-mo#khong-co'],
  ['/api/v1/search?size=101', 400, '/du-lieu-mo#tham-so-sai'],
  ['/api/v1/search?size=0', 400, '/du-lieu-mo#tham-so-sai'],
  ['/api/v1/search?trang=x', 400, '/du-lieu-mo#tham-so-sai'],
  ['/api/v1/counts?rows=tinh&columns=x', 400, '/du-lieu-mo#tham-so-sai'],
] as const) {
  test(`${path} is a problem with a stable name that its page explains`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(status);
    expect(response.headers()['content-type']).toContain('application/problem+json');
    expect(problemSchema.parse(await response.json())).toMatchObject({ type, status });
    const page = await (await request.get('/du-lieu-mo')).text();
    expect(page).toContain(`id="${type.split('#')[1]}"`);
  });
}

test('each count of two facets is that of the search for both', async ({ request }) => {
  const { rows, columns, counts } = countsSchema.parse(
    await (await request.get('/api/v1/counts?rows=tinh&columns=cap')).json(),
  );
  const [row, column] = [rows[0]?.value, columns[0]?.value];
  const both = await (await request.get(`/api/v1/search?tinh=${row}&cap=${column}`)).json();
  expect(counts[0]?.[0]).toBe(both.total);
});

test('the description is OpenAPI 3.1 and names every route that answers', async ({ request }) => {
  const description = await (await request.get('/api/v1/openapi.json')).json();
  expect(description.openapi).toBe('3.1.0');
  for (const path of Object.keys(description.paths)) {
    const asked = path.replace('{id}', 'x') + (path === '/counts' ? '?rows=tinh&columns=ky' : '');
    const response = await request.get(`/api/v1${asked}`);
    expect(response.headers()['content-type'], path).toMatch(/^application\/(problem\+)?json/);
  }
});

test('a browser may ask ahead', async ({ request }) => {
  const response = await request.fetch('/api/v1/search', { method: 'OPTIONS' });
  expect(response.status()).toBe(204);
  expect(response.headers()['access-control-allow-methods']).toContain('GET');
});

test('the files are what their description says', async ({ request }) => {
  const description = await (await request.get('/du-lieu/datapackage.json')).json();
  expect(description.resources.length).toBeGreaterThan(5);
  for (const { path, bytes, hash } of description.resources) {
    const body = await (await request.get(`/du-lieu/${path}`)).body();
    expect(body.length, path).toBe(bytes);
    expect(`sha256:${createHash('sha256').update(body).digest('hex')}`, path).toBe(hash);
  }
  expect((await request.get('/du-lieu/khong-co.csv')).status()).toBe(404);
});

test('sqlite3 itself opens the file and finds tuyên giáo', async ({ request }, info) => {
  test.skip(spawnSync('sqlite3', ['--version']).status !== 0, 'there is no sqlite3 on this machine');
  const file = info.outputPath('tra-cuu.sqlite');
  writeFileSync(file, await (await request.get('/du-lieu/tra-cuu.sqlite')).body());
  const count = (words: string) =>
    Number(
      execFileSync('sqlite3', [file, `SELECT count(*) FROM reports_fts WHERE reports_fts MATCH '${words}'`], {
        encoding: 'utf8',
      }),
    );
  expect(count('tuyên giáo')).toBeGreaterThan(100);
  expect(count('tuyên giáo')).toBe(count('tuyen giao'));
});

test('Markdown twins, llms.txt and the days in the sitemap', async ({ request }) => {
  const { reports } = await (await request.get('/api/v1/search?size=1')).json();
  const twin = await request.get(`/md/bao-cao/${reports[0].id}.md`);
  expect(twin.headers()['content-type']).toBe('text/markdown; charset=utf-8');
  expect(await twin.text()).toMatch(/^# /);
  expect((await request.get('/md/bao-cao/khong-co.md')).status()).toBe(404);
  expect(await (await request.get('/llms.txt')).text()).toContain('/du-lieu/bao-cao.jsonl');
  const sitemap = await (await request.get('/sitemap.xml')).text();
  expect(sitemap).toContain('/du-lieu-mo</loc>');
});
