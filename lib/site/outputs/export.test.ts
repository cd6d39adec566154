import { expect, test } from 'vitest';
import type { Report } from '../../domain/report';
import { contentDisposition, EXPORTS, exportText } from './export';
import { REPORT, SITE, VOCABULARY } from './fixtures';
import { type ExportFormat, exportHref } from './links';

/** Forty reports, in pieces. */
const MANY = Array.from({ length: 40 }, (_, i): Report => ({ ...REPORT, id: `r-${i}` })).reverse();

async function text(format: ExportFormat, reports: readonly Report[]): Promise<string> {
  const search = { path: '/?tinh=gia-lai', words: 'Gia Lai', total: reports.length };
  const pieces = [reports.slice(0, 32), reports.slice(32)];
  const texts: string[] = [];
  for await (const one of exportText(EXPORTS[format], search, pieces, VOCABULARY, SITE)) texts.push(one);
  return texts.join('');
}

const ids = MANY.map(({ id }) => id);

test('every report, once, in the order of the search', async () => {
  const json = JSON.parse(await text('json', MANY));
  expect(json.reports.map((report: Report) => report.id)).toEqual(ids);
  expect(json).toMatchObject({
    address: 'https://bao-cao.example/?tinh=gia-lai',
    search: 'Gia Lai',
    total: 40,
  });
  expect([...(await text('ris', MANY)).matchAll(/^ID {2}- (.+)\r$/gm)].map(([, id]) => id)).toEqual(ids);
  expect([...(await text('bib', MANY)).matchAll(/^@misc\{(.+),$/gm)].map(([, id]) => id)).toEqual(ids);
  const csl: { id: string; accessed: unknown }[] = JSON.parse(await text('csl.json', MANY));
  expect(csl.map(({ id }) => id)).toEqual(ids);
  expect(csl[0]?.accessed).toEqual({
    'date-parts': [[expect.any(Number), expect.any(Number), expect.any(Number)]],
  });
});

test('JSON names what its codes mean and leaves the page’s own text out', async () => {
  const [report] = JSON.parse(await text('json', MANY.slice(0, 1))).reports;
  expect(report).toMatchObject({
    id: 'r-39',
    url: REPORT.url,
    address: 'https://bao-cao.example/bao-cao/r-39',
    year: 2020,
    periodInWords: '6 tháng đầu năm 2020',
    directives: [
      { label: 'Chỉ thị 05-CT/TW', id: '05-CT/TW@XII' },
      { label: 'Chỉ thị 10-CT/TW', id: null },
    ],
  });
  expect(report).not.toHaveProperty('fullText');
});

test('nothing found is a valid, empty export', async () => {
  expect(JSON.parse(await text('json', []))).toMatchObject({ reports: [] });
  expect((await text('csv', [])).split('\r\n')).toHaveLength(2);
  expect(await text('ris', [])).toBe('');
  expect(await text('bib', [])).toBe('');
  expect(JSON.parse(await text('csl.json', []))).toEqual([]);
});

test('files are named in words, once in ASCII and once with marks', () => {
  expect(contentDisposition('csv', '“tuyên giáo” · Hải Phòng')).toBe(
    `attachment; filename="bao-cao-tuyen-giao-hai-phong.csv"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20tuy%C3%AAn%20gi%C3%A1o%2C%20H%E1%BA%A3i%20Ph%C3%B2ng.csv`,
  );
  expect(contentDisposition('bib', '')).toContain('filename="bao-cao.bib"');
  const odd = contentDisposition('csv', `“../../"; x\r\nSet-Cookie: a=b ${'đ'.repeat(600)}`);
  expect(odd).toMatch(/^attachment; filename="[a-z0-9.-]+"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/);
  expect(odd.length).toBeLessThan(700);
});

test('addresses of exports', () => {
  expect(exportHref('csv', '')).toBe('/xuat/bao-cao.csv');
  expect(exportHref('ris', 'q=a&tinh=hue')).toBe('/xuat/bao-cao.ris?q=a&tinh=hue');
});
