import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sqlite from 'node-sqlite3-wasm';
import { expect, test } from 'vitest';
import { REPORT_KINDS } from '../../domain/vocabulary';
import { HOLDINGS, REPORT, SITE } from '../outputs/fixtures';
import { BULK_NAMES, bulkFiles, PACKAGE_FILE } from './bulk';
import { escaped, llmsText, markdownOf, twinNames } from './markdown';
import { openApi } from './openapi';
import { directiveRecords, placeRecords, reportRecord } from './records';
import { directiveSchema, placeSchema, reportSchema } from './schemas';

const IDS = HOLDINGS.all.map(({ report }) => report.id);

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('records are what the schemas say, and hold nothing of the page’s own words', () => {
  const record = reportRecord(REPORT, HOLDINGS, SITE);
  expect(reportSchema.strict().parse(record)).toEqual(record);
  expect(JSON.stringify(record)).not.toContain('Toàn văn không được mang đi');
  const directives = directiveRecords(HOLDINGS, SITE);
  for (const one of directives) expect(directiveSchema.strict().parse(one)).toEqual(one);
  expect(directives.find(({ id }) => id === '05-CT/TW@XII')?.reports).toBe(IDS.length);
  const places = placeRecords(HOLDINGS, SITE);
  for (const one of places) expect(placeSchema.strict().parse(one)).toEqual(one);
  expect(places.find(({ value }) => value === 'gia-lai.binh-dinh')).toMatchObject({
    partOf: 'gia-lai',
    reports: IDS.length,
  });
});

test('the description names every schema once, and every reference leads to one', () => {
  const description = openApi(SITE);
  const json = JSON.stringify(description);
  const { schemas } = description.components as { schemas: Record<string, object> };
  const references = [...json.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name);
  expect(references.length).toBeGreaterThan(8);
  expect(new Set(references)).toEqual(new Set(Object.keys(schemas)));
  expect(json).not.toContain('$defs');
  expect(description.servers).toEqual([{ url: 'https://bao-cao.example/api/v1' }]);
});

test('filters of a closed vocabulary name their values, as a list in one parameter', () => {
  const { paths } = openApi(SITE) as {
    paths: Record<string, { get: { parameters: Record<string, unknown>[] } }>;
  };
  const parameter = (path: string, name: string) =>
    paths[path]?.get.parameters.find((one) => one.name === name);
  for (const path of ['/search', '/counts'])
    expect(parameter(path, 'loai')).toMatchObject({
      style: 'form',
      explode: false,
      schema: { type: 'array', items: { enum: REPORT_KINDS.map(({ value }) => value) } },
    });
  expect(parameter('/search', 'tinh')).toMatchObject({ schema: { items: { type: 'string' } } });
});

test('every file is described with its size and hash', async () => {
  const files = await bulkFiles(HOLDINGS);
  expect(files.map(({ name }) => name)).toEqual(BULK_NAMES);
  const description = JSON.parse(text(files.at(-1)?.bytes ?? new Uint8Array()));
  expect(description.licenses).toEqual([
    { title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  ]);
  for (const { name, bytes } of files) {
    if (name === PACKAGE_FILE) continue;
    expect(description.resources).toContainEqual(
      expect.objectContaining({
        path: name,
        bytes: bytes.length,
        hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      }),
    );
  }
  const lines = text(files.find(({ name }) => name === 'bao-cao.jsonl')?.bytes ?? new Uint8Array()).trimEnd();
  expect(lines.split('\n').map((line) => JSON.parse(line).id)).toEqual(IDS);
});

test('the SQLite file is found in with and without marks, and is the same each time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  const [first, second] = await Promise.all(
    [{ ...HOLDINGS }, { ...HOLDINGS }].map(async (holdings) =>
      (await bulkFiles(holdings)).find(({ name }) => name === 'tra-cuu.sqlite'),
    ),
  );
  expect(first?.hash).toBe(second?.hash);
  const file = join(folder, 'a.sqlite');
  writeFileSync(file, first?.bytes ?? '');
  const database = new sqlite.Database(file, { readOnly: true });
  const found = (words: string) =>
    database.all(
      'SELECT r.id FROM reports_fts JOIN reports r ON r.rowid = reports_fts.rowid WHERE reports_fts MATCH ?',
      [words],
    );
  for (const words of ['tuyên giáo', 'tuyen giao', '"công tác tuyên giáo"'])
    expect(found(words)).toEqual(IDS.map((id) => ({ id })));
  expect(found('covid')).toEqual([]);
  expect(database.all('SELECT directive_id FROM report_directives')).toContainEqual({
    directive_id: '05-CT/TW@XII',
  });
  database.close();
  rmSync(folder, { recursive: true });
});

test('each page has a Markdown twin, and what it shows is text, not markup', () => {
  for (const { section, name } of twinNames(HOLDINGS)) {
    expect(markdownOf(section, name, HOLDINGS, SITE), `${section}/${name}`).toMatch(/^# .+\n\n<https:/);
  }
  const report = markdownOf('bao-cao', IDS[0] ?? '', HOLDINGS, SITE) ?? '';
  expect(report).toContain('\\<kế hoạch\\>');
  expect(report).toContain('## Tóm tắt\n\nĐoạn một.\n\nĐoạn hai.');
  expect(report).not.toContain('Toàn văn không được mang đi');
  expect(markdownOf('bao-cao', 'khong-co', HOLDINGS, SITE)).toBeNull();
  expect(llmsText(HOLDINGS, SITE)).toMatch(/^# Tra cứu báo cáo\n\n> /);
});

test('no text can open an element, a link or a heading', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const plain = escaped(any).replace(/\\[\\`*_[\]<>#|~]/g, '');
      expect(plain).not.toMatch(/[\\`*_[\]<>#|~\n]/);
    }),
  );
});
