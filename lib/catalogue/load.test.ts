import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatFault } from './fault';
import { loadGazetteer } from './gazetteer';
import { loadCorpus, loadCorpusOrThrow, loadReport } from './load';

/** The smallest data folder there can be: two provinces of today, one of them of two former ones. */
const FOLDER: Record<string, string> = {
  'directives.yaml': `- id: 05-CT/TW@XII
  type: chi-thi
  issuer: Bộ Chính trị
  date: 2016-05-15
  title: về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh
  topic: hoc-tap-lam-theo-bac
- id: 04-NQ/TW@XII
  type: nghi-quyet
  issuer: Ban Chấp hành Trung ương
  title: về xây dựng, chỉnh đốn Đảng
  shortName: Nghị quyết Trung ương 4 khóa XII
  relations:
    - { rel: continues, to: 05-CT/TW@XII }
  topic: xay-dung-dang
  verified: false
`,
  'plenums.yaml': 'NQTW4-XII: [04-NQ/TW@XII]\n',
  'places/provinces.yaml': `- slug: ha-noi
  name: Hà Nội
  fullName: thành phố Hà Nội
  code: "01"
  region: Đồng bằng sông Hồng
- slug: ninh-binh
  name: Ninh Bình
  fullName: tỉnh Ninh Bình
  code: "37"
  region: Đồng bằng sông Hồng
  formerly:
    - { slug: ninh-binh, name: Ninh Bình, fullName: tỉnh Ninh Bình, code: "37", region: Đồng bằng sông Hồng }
    - { slug: ha-nam, name: Hà Nam, fullName: tỉnh Hà Nam, code: "35", region: Đồng bằng sông Hồng }
`,
  'places/districts.json': `[
{"name":"Ba Đình","fullName":"quận Ba Đình","province":"ha-noi","code":"001"}
]
`,
  'places/communes.json': '[\n["Phúc Xá","p","001"]\n]\n',
  'places/communes-new.json': '[\n["Ba Đình","p","ha-noi","001"]\n]\n',
  'places/historical.json': `{"provinces": [], "districts": [
{"name":"Từ Liêm","fullName":"huyện Từ Liêm","province":"ha-noi","until":2014,"code":"000"}
], "communes": []}`,
  'reports/2020/ha-nam-nam-2020-1.md': report('ha-nam-nam-2020-1'),
};

function report(id: string, facts = 'province: ha-nam\ncurrentProvince: ninh-binh'): string {
  return `---
id: ${id}
url: https://baohanam.com.vn/${id}
title: Tổng kết công tác tuyên giáo năm 2020
source: Báo Hà Nam
level: tinh
kind: tong-ket
period: { kind: nam, year: 2020 }
seen: whole
${facts}
---

Tóm tắt.
`;
}

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'corpus-'));
  for (const [file, text] of Object.entries(FOLDER)) await put(file, text);
});
afterEach(() => rm(dataDir, { recursive: true }));

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(dataDir, file)), { recursive: true });
  await writeFile(join(dataDir, file), text);
}

async function faults(): Promise<string[]> {
  return (await loadCorpus(dataDir)).faults.map(formatFault);
}

describe('a sound data folder', () => {
  it('is loaded whole, with what its ids say', async () => {
    const corpus = await loadCorpusOrThrow(dataDir);
    expect(corpus.reports.map(({ id }) => id)).toEqual(['ha-nam-nam-2020-1']);
    expect(corpus.directives).toMatchObject([
      {
        id: '05-CT/TW@XII',
        key: '05-CT/TW',
        number: 5,
        term: 'XII',
        shortName: 'Chỉ thị 05',
        verified: true,
      },
      { id: '04-NQ/TW@XII', shortName: 'Nghị quyết Trung ương 4 khóa XII', date: null, verified: false },
    ]);
    expect(corpus.plenums).toEqual([
      { id: 'NQTW4-XII', number: 4, term: 'XII', documents: ['04-NQ/TW@XII'] },
    ]);
    expect(corpus.provinces.map(({ slug, formerly }) => [slug, formerly.map((one) => one.slug)])).toEqual([
      ['ha-noi', ['ha-noi']],
      ['ninh-binh', ['ninh-binh', 'ha-nam']],
    ]);
  });

  it('takes from the shared folder what it does not hold itself', async () => {
    for (const own of ['places', 'directives.yaml', 'plenums.yaml', 'reports/2020'])
      await rm(join(dataDir, own), { recursive: true });
    const { corpus, faults } = await loadCorpus(dataDir);
    expect(faults).toEqual([]);
    expect(corpus.reports).toEqual([]);
    expect(corpus.provinces).toHaveLength(34);
    expect(corpus.directives.some(({ id }) => id === '05-CT/TW@XII')).toBe(true);
    await put('plenums.yaml', 'NQTW4-XII: []\n');
    expect((await loadCorpusOrThrow(dataDir)).plenums).toHaveLength(1);
  });

  it('gives the places', async () => {
    const { gazetteer, faults } = await loadGazetteer(dataDir);
    expect(faults).toEqual([]);
    expect(gazetteer.communes).toEqual([{ name: 'Phúc Xá', type: 'p', districtCode: '001' }]);
    expect(gazetteer.newCommunes).toEqual([
      { name: 'Ba Đình', type: 'p', formerProvince: 'ha-noi', districtCode: '001' },
    ]);
  });

  it('gives its reports in the order of their ids', async () => {
    await put('reports/2019/z-1.md', report('z-1').replace('year: 2020', 'year: 2019'));
    await put('reports/2020/b-1.md', report('b-1'));
    expect((await loadCorpusOrThrow(dataDir)).reports.map(({ id }) => id)).toEqual([
      'b-1',
      'ha-nam-nam-2020-1',
      'z-1',
    ]);
  });

  it('may cite plenums and lie in a district dissolved earlier', async () => {
    const facts = `province: ha-noi
currentProvince: ha-noi
district: huyện Từ Liêm
districtCode: "000"
directives:
  - { asWritten: Nghị quyết Trung ương 4 khóa XII, id: NQTW4-XII }
  - { asWritten: Chỉ thị 99 }`;
    await put('reports/2020/a-1.md', report('a-1', facts));
    expect(await faults()).toEqual([]);
  });

  it('may hold hidden files', async () => {
    await put('reports/.DS_Store', '');
    await put('reports/2020/.x.md.swp', '');
    expect(await faults()).toEqual([]);
  });
});

describe('faults', () => {
  it('of a report against the rest', async () => {
    const facts = `province: ha-nam
currentProvince: ha-noi
district: quận Ba Đình
districtCode: "001"
directives:
  - asWritten: Chỉ thị 05
    id: 05-CT/TW@XI`;
    await put('reports/2020/a-1.md', report('a-1', facts));
    expect(await faults()).toEqual([
      'reports/2020/a-1.md:10 province: ha-nam lies in ninh-binh, not in ha-noi',
      'reports/2020/a-1.md:13 districtCode: 001 lies in ha-noi, not in ha-nam',
      'reports/2020/a-1.md:16 directives[0].id: 05-CT/TW@XI is not in the registry',
    ]);
  });

  it('of unknown places', async () => {
    const facts = 'province: ha-tay\ncurrentProvince: ha-nam\ndistrict: X\ndistrictCode: "999"';
    await put('reports/2020/a-1.md', report('a-1', facts));
    expect(await faults()).toEqual([
      'reports/2020/a-1.md:10 province: ha-tay is not one of the 63 provinces of before 2025-07-01',
      "reports/2020/a-1.md:11 currentProvince: ha-nam is not one of today's provinces",
      'reports/2020/a-1.md:13 districtCode: 999 is not a district',
    ]);
  });

  it('of ids and addresses that stand twice', async () => {
    await put('reports/2020/a-1.md', report('ha-nam-nam-2020-1'));
    await put(
      'reports/2020/b-1.md',
      report('b-1').replace(
        'https://baohanam.com.vn/b-1',
        'http://www.baohanam.com.vn/ha-nam-nam-2020-1/#top',
      ),
    );
    expect(await faults()).toEqual([
      'reports/2020/a-1.md:2 id: differs from the name of the file',
      'reports/2020/b-1.md:3 url: stands in reports/2020/a-1.md too',
      'reports/2020/ha-nam-nam-2020-1.md:2 id: stands in reports/2020/a-1.md too',
      'reports/2020/ha-nam-nam-2020-1.md:3 url: stands in reports/2020/a-1.md too',
    ]);
  });

  it('of an address that is another report’s, or listed twice', async () => {
    const also =
      'alsoAt: [ "https://baohanam.com.vn/in/b-1", "http://baohanam.com.vn/ha-nam-nam-2020-1" ]\ntitle:';
    await put('reports/2020/b-1.md', report('b-1').replace('title:', also));
    await put(
      'reports/2020/c-1.md',
      report('c-1').replace('title:', 'alsoAt: [ "https://www.baohanam.com.vn/c-1/" ]\ntitle:'),
    );
    expect(await faults()).toEqual([
      'reports/2020/c-1.md:4 alsoAt[0]: stands twice',
      'reports/2020/ha-nam-nam-2020-1.md:3 url: stands in reports/2020/b-1.md too',
    ]);
  });

  it('of a report in the folder of another year, and of stray files', async () => {
    await put('reports/2021/a-1.md', report('a-1'));
    await put('reports/2021/notes.txt', '');
    await put('reports/b-1.md', report('b-1'));
    expect(await faults()).toEqual([
      'reports/2021/a-1.md:8 period: the file belongs at reports/2020/a-1.md',
      'reports/2021/notes.txt file: is not a report: they lie at reports/<year>/<id>.md',
      'reports/b-1.md file: is not a report: they lie at reports/<year>/<id>.md',
    ]);
  });

  it('of a broken report leave the others in', async () => {
    await put('reports/2020/a-1.md', 'nothing');
    const { corpus, faults } = await loadCorpus(dataDir);
    expect(corpus.reports).toHaveLength(1);
    expect(faults.map(formatFault)).toEqual([
      'reports/2020/a-1.md:1 front matter: is missing or not closed by ---',
    ]);
  });

  it('of the registry', async () => {
    await put(
      'directives.yaml',
      `${FOLDER['directives.yaml']}- id: 05-CT/TW@XII
  type: chi-thi
  issuer: Bộ Chính trị
  title: hai lần
  relations:
    - { rel: replaces, to: 99-CT/TW@X }
  topic: khac
`,
    );
    await put('plenums.yaml', 'NQTW4-XII: [04-NQ/TW@XII, 98-NQ/TW@XII]\n');
    expect(await faults()).toEqual([
      'directives.yaml:16 [2].id: 05-CT/TW@XII stands twice',
      'directives.yaml:21 [2].relations[0].to: 99-CT/TW@X is not in directives.yaml',
      'plenums.yaml:1 NQTW4-XII[1]: 98-NQ/TW@XII is not in directives.yaml',
    ]);
  });

  it('of a registry that cannot be read do not make every citation one', async () => {
    await put('directives.yaml', '- id: [\n');
    await put('reports/2020/a-1.md', report('a-1', 'directives:\n  - { asWritten: a, id: 05-CT/TW@XII }'));
    expect(await faults()).toEqual([expect.stringMatching(/^directives\.yaml:\d+ file: /)]);
  });

  it('of the places', async () => {
    await put(
      'places/districts.json',
      '[\n{"name":"X","fullName":"huyện X","province":"ha-tay","code":"001"},\n{"name":"Y"}\n]',
    );
    await put('places/communes.json', '[\n["Phúc Xá","p","002"]\n');
    await put('places/historical.json', '{}');
    expect(await faults()).toEqual([
      expect.stringMatching(/^places\/communes\.json file: /),
      expect.stringMatching(/^places\/districts\.json:3 \[1\]\.fullName: is missing/),
      expect.stringMatching(/^places\/districts\.json:3 \[1\]\.province: is missing/),
      expect.stringMatching(/^places\/districts\.json:3 \[1\]\.code: /),
      'places/historical.json provinces: is missing or not array',
      'places/historical.json districts: is missing or not array',
      'places/historical.json communes: is missing or not array',
    ]);
  });

  it('of communes in no district', async () => {
    await put('places/communes-new.json', '[\n["Ba Đình","p","ha-noi","001"],\n["X","x","ha-tay","777"]\n]');
    expect(await faults()).toEqual([
      'places/communes-new.json:3 [1].formerProvince: ha-tay is not known',
      'places/communes-new.json:3 [1].districtCode: 777 is not known',
    ]);
  });

  it('stop those who need a sound catalogue', async () => {
    await put('reports/2020/a-1.md', 'nothing');
    await expect(loadCorpusOrThrow(dataDir)).rejects.toThrow(
      /1 fault\(s\):\nreports\/2020\/a-1\.md:1 front matter/,
    );
  });

  it('of a folder that is not there are one clear message', async () => {
    await expect(loadCorpus(join(dataDir, 'nowhere'))).rejects.toThrow(/There is no data folder .*nowhere/);
    await rm(join(dataDir, 'reports'), { recursive: true });
    expect(await faults()).toEqual(['reports folder: is missing']);
  });
});

describe('one report', () => {
  it('is found by its id alone', async () => {
    expect((await loadReport(dataDir, 'ha-nam-nam-2020-1'))?.title).toBe(
      'Tổng kết công tác tuyên giáo năm 2020',
    );
    expect(await loadReport(dataDir, 'khong-co')).toBeNull();
    expect(await loadReport(join(dataDir, 'nowhere'), 'khong-co')).toBeNull();
  });
  it('is never looked for outside the folder', async () => {
    await put('secret.md', report('secret'));
    expect(await loadReport(dataDir, '../../secret')).toBeNull();
    expect(await loadReport(dataDir, '')).toBeNull();
  });
  it('throws its faults', async () => {
    await put('reports/2020/a-1.md', 'nothing');
    await expect(loadReport(dataDir, 'a-1')).rejects.toThrow(/front matter: is missing/);
  });
});

describe('the catalogue of this repository', () => {
  it('has no fault', async () => {
    const { corpus, faults } = await loadCorpus('data');
    expect(faults).toEqual([]);
    expect(corpus.provinces).toHaveLength(34);
    expect(corpus.provinces.flatMap(({ formerly }) => formerly)).toHaveLength(63);
    expect(corpus.reports.length).toBeGreaterThanOrEqual(372);
  });
});

describe('a hostile file', () => {
  const FILE = 'reports/2020/ha-nam-nam-2020-1.md';
  const spoiled = async (bytes: Buffer): Promise<string[]> => {
    await writeFile(join(dataDir, FILE), bytes);
    return (await loadCorpus(dataDir)).faults.map(formatFault);
  };

  it('that is not UTF-8 is named with the line of the first wrong byte', async () => {
    const text = report('ha-nam-nam-2020-1');
    const at = Buffer.byteLength(text.slice(0, text.indexOf('Tổng kết')));
    const bytes = Buffer.from(text);
    bytes[at] = 0xff;
    expect(await spoiled(bytes)).toEqual([
      `${FILE}:4 file: is not UTF-8: save the file again in that encoding`,
    ]);
  });

  it('of 60 MB is named unread', async () => {
    expect(await spoiled(Buffer.alloc(60 * 1024 * 1024, 'a'))).toEqual([
      `${FILE} file: has 60 MB, more than 24`,
    ]);
  });

  it('cannot reach the terminal', async () => {
    const text = report('ha-nam-nam-2020-1').replace('source:', '"\\e[2J": 1\nsource:');
    const [fault = ''] = await spoiled(Buffer.from(text));
    expect(fault).toBe(`${FILE}:5 \\u001b[2J: is not a field of this shape`);
  });
});
