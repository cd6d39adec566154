import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCatalogue } from '../lib/catalogue/import/import';
import { loadCorpus } from '../lib/catalogue/load';

const RECORD = {
  id: 'hue-nam-2020-1',
  url: 'https://huengaynay.vn/1',
  title: 'Tổng kết công tác tuyên giáo năm 2020',
  titleIs: 'page',
  source: 'Huế ngày nay',
  publishedOn: '2021-01-05',
  heldOn: null,
  province: 'hue',
  currentProvince: 'hue',
  district: null,
  districtCode: null,
  level: 'tinh',
  organization: 'Ban Tuyên giáo Tỉnh ủy',
  kind: 'tong-ket',
  period: { kind: 'nam', year: 2020 },
  directives: [],
  localDocuments: [],
  figures: [{ value: 90, unit: 'văn bản', what: 'ban hành (trên)' }],
  chair: null,
  topics: ['tuyen-truyen'],
  abstract: 'Tóm tắt.',
  terms: [],
  seen: 'part',
};
const HUE = {
  slug: 'hue',
  name: 'Huế',
  fullName: 'thành phố Huế',
  type: 'thành phố',
  code: '46',
  region: 'Bắc Trung Bộ',
  aliases: [],
};

/** Documents the added relations and plenums speak of, so that the small registry is whole. */
const NUMBERS = [
  '25-NQ/TW@X',
  '25-NQ/TW@XI',
  '27-NQ/TW@X',
  '04-NQ/TW@X',
  '16-NQ/TW@X',
  '15-NQ/TW@XI',
  '60-NQ/TW@XIII',
];
const directive = (id: string, type = 'nghi-quyet') => {
  const [key = '', term = null] = id.split('@');
  return {
    key,
    id,
    type,
    number: Number.parseInt(key, 10),
    suffix: key.replace(/^\d+-/, ''),
    issuer: 'Bộ Chính trị',
    term,
    date: null,
    title: 'về một việc',
    short_name: 'Tên riêng',
    aliases: [],
    relations: [],
    topic: 'khac',
    evidence_url: null,
    verified: true,
    date_verified: true,
    note: null,
    aliases_seen: [],
    number_seen: true,
    ambiguous_aliases: [],
    number_collides_with: [],
  };
};

let root: string;
let from: string;
let to: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'import-'));
  [from, to] = [join(root, 'shared'), join(root, 'data')];
  const lines = (rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const registry = [...NUMBERS.map((id) => directive(id)), directive('21-KL/TW@XI', 'ket-luan')];
  await put('catalogue/reports.jsonl', lines([RECORD]));
  await put('registry/directives.jsonl', lines(registry));
  await put('registry/plenums.json', '{}');
  await put('gazetteer/provinces.json', JSON.stringify([{ ...HUE, formerly: [HUE] }]));
  await put(
    'gazetteer/districts.json',
    '[{"name":"Phú Vang","fullName":"huyện Phú Vang","province":"hue","code":"478"}]',
  );
  await put('gazetteer/communes.json', '[["Vinh Xuân","x","478"]]');
  await put('gazetteer/communes_new.json', '[["Phú Vinh","x","hue","478"]]');
  await put(
    'gazetteer/historical.json',
    '{"provinces":[{"name":"Bình Trị Thiên","fullName":"tỉnh Bình Trị Thiên","years":"1976–1989","province":["hue"]}],"districts":[],"communes":[]}',
  );
});
afterEach(() => rm(root, { recursive: true }));

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(from, file)), { recursive: true });
  await writeFile(join(from, file), text);
}

function run(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/import-catalogue.ts', ...options],
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('the import', () => {
  it('makes a sound data folder and tells its mends', async () => {
    const { code, out } = await run('--from', from, '--to', to);
    expect(code).toBe(0);
    expect(out).toMatch(/: 9 written, 0 unchanged, 0 kept as they are\n$/);
    const { corpus, faults } = await loadCorpus(to);
    expect(faults).toEqual([]);
    expect(corpus.reports).toMatchObject([
      { ...RECORD, figures: [{ value: 90, unit: 'văn bản', what: 'ban hành', qualifier: 'trên' }] },
    ]);
    expect(await readFile(join(to, 'MENDS.md'), 'utf8')).toContain(
      '| hue-nam-2020-1 | ban hành (trên) → trên |',
    );
  });

  it('writes the same bytes again', async () => {
    expect(await importCatalogue(from)).toEqual(await importCatalogue(from));
  });

  it('leaves a file edited by hand, also one that moved, unless told otherwise', async () => {
    await run('--from', from, '--to', to);
    const [first, moved] = ['2020', '2019'].map((year) => join(to, 'reports', year, 'hue-nam-2020-1.md'));
    if (!first || !moved) throw new Error('no paths');
    const text = await readFile(first, 'utf8');
    await mkdir(dirname(moved));
    await rename(first, moved);
    await writeFile(moved, text.replace('year: 2020', 'year: 2019'));

    const { out } = await run('--from', from, '--to', to);
    expect(out).toContain(`kept ${moved}: it differs`);
    expect(out).toMatch(/: 0 written, 8 unchanged, 1 kept as they are\n$/);
    await expect(readFile(first, 'utf8')).rejects.toThrow('ENOENT');

    expect((await run('--from', from, '--to', to, '--force')).out).toMatch(
      /: 1 written, 8 unchanged, 0 kept/,
    );
    expect(await readFile(first, 'utf8')).toBe(text);
    await expect(readFile(moved, 'utf8')).rejects.toThrow('ENOENT');
  });

  it('names the line of a record it cannot read', async () => {
    await put('catalogue/reports.jsonl', `${JSON.stringify(RECORD)}\n{"id": "a"\n`);
    const { code, err } = await run('--from', from, '--to', to);
    expect(code).toBe(1);
    expect(err).toMatch(/^catalogue\/reports\.jsonl:2: SyntaxError/);
    await put('catalogue/reports.jsonl', JSON.stringify({ ...RECORD, kind: 'hop' }));
    expect((await run('--from', from, '--to', to)).err).toMatch(/^catalogue\/reports\.jsonl:1: [\s\S]*kind/);
  });

  it('needs a folder to read', async () => {
    expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('--from') });
    expect(await run('--from', join(root, 'nowhere'), '--to', to)).toMatchObject({
      code: 1,
      err: expect.stringContaining('ENOENT'),
    });
  });
});
