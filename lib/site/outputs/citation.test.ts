import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../domain/report';
import { bibtexRecord, escapeBibtex } from './bibtex';
import { apa, citationsOf, vietnamese } from './citation';
import { REPORT } from './fixtures';
import { risRecord } from './ris';

const ADDRESS = `https://bao-cao.example/bao-cao/${REPORT.id}`;
const SHORT: Report = { ...REPORT, title: 'Sơ kết công tác tuyên giáo', url: 'https://nguon.example/1' };
const BARE: Report = { ...SHORT, publishedOn: null, heldOn: null, url: null, titleIs: 'composed' };
const SIGNED: Report = { ...SHORT, author: 'Thu Hà' };

test('the Vietnamese style', () => {
  expect(vietnamese(SHORT, ADDRESS)).toBe(
    'Báo Bình Định (2020), “Sơ kết công tác tuyên giáo”, đăng ngày 14/7/2020, https://nguon.example/1',
  );
  expect(vietnamese(SIGNED, ADDRESS)).toBe(
    'Thu Hà (2020), “Sơ kết công tác tuyên giáo”, Báo Bình Định, đăng ngày 14/7/2020, https://nguon.example/1',
  );
  expect(vietnamese(BARE, ADDRESS)).toBe(
    `Báo Bình Định (không rõ ngày đăng), [Sơ kết công tác tuyên giáo], ${ADDRESS}`,
  );
});

test('APA', () => {
  expect(apa(SHORT, ADDRESS)).toBe(
    'Báo Bình Định. (2020, July 14). Sơ kết công tác tuyên giáo. https://nguon.example/1',
  );
  expect(apa({ ...SIGNED, title: 'Vì sao?' }, ADDRESS)).toBe(
    'Thu Hà. (2020, July 14). Vì sao? Báo Bình Định. https://nguon.example/1',
  );
  expect(apa(BARE, ADDRESS)).toBe(`Báo Bình Định. (n.d.). [Sơ kết công tác tuyên giáo]. ${ADDRESS}`);
});

test('the day of the conference never stands for the day of publication', () => {
  const held: Report = { ...BARE, heldOn: '2019-01-02' };
  expect(vietnamese(held, ADDRESS) + apa(held, ADDRESS)).not.toContain('2019');
  expect(bibtexRecord(held, ADDRESS)).toContain('note = {Hội nghị ngày 2/1/2019}');
  expect(bibtexRecord(held, ADDRESS)).not.toContain('year =');
  expect(risRecord(held, ADDRESS)).toContain('N1  - Hội nghị ngày 2/1/2019\r\n');
  expect(risRecord(held, ADDRESS)).not.toMatch(/^(PY|DA)/m);
});

test('BibTeX', () => {
  expect(bibtexRecord(REPORT, ADDRESS)).toBe(
    [
      '@misc{binh-dinh-6-thang-dau-nam-2020-0a1b2c,',
      '  author = {{Báo Bình Định}},',
      '  title = {{Sơ kết công tác tuyên giáo 6 tháng đầu năm, "đạt \\& vượt" 100\\% <kế hoạch>}},',
      '  year = {2020},',
      '  month = jul,',
      '  day = {14},',
      '  url = {https://nguon.example/tin/%7B1%7D?a=1&b=2%20x},',
      '  note = {Hội nghị ngày 13/7/2020},',
      '  abstract = {Đoạn một. Đoạn hai.},',
      '  language = {vietnamese}',
      '}',
      '',
    ].join('\n'),
  );
  expect(bibtexRecord(SIGNED, ADDRESS)).toContain('howpublished = {Báo Bình Định}');
});

/** What TeX sets for escaped text. */
function set(text: string): string {
  const names: Record<string, string> = {
    backslash: '\\',
    braceleft: '{',
    braceright: '}',
    asciitilde: '~',
    asciicircum: '^',
  };
  return text.replace(/\\text(\w+)\{\}|\\([$&#%_])/g, (_, name, sign) => sign ?? names[name]);
}

test('any text stays balanced in BibTeX and is set to the letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'ơ', ...'\\{}~^$&#%_"@, ') }), (text) => {
      const escaped = escapeBibtex(text);
      let depth = 0;
      for (const sign of escaped) {
        depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(set(escaped)).toBe(text);
    }),
  );
});

test('RIS', () => {
  expect(risRecord(REPORT, ADDRESS)).toBe(
    [
      'TY  - ELEC',
      'ID  - binh-dinh-6-thang-dau-nam-2020-0a1b2c',
      'AU  - Báo Bình Định',
      'TI  - Sơ kết công tác tuyên giáo 6 tháng đầu năm, "đạt & vượt" 100% <kế hoạch>',
      'PY  - 2020',
      'DA  - 2020/07/14',
      'UR  - https://nguon.example/tin/{1}?a=1&b=2%20x',
      'N1  - Hội nghị ngày 13/7/2020',
      'AB  - Đoạn một. Đoạn hai.',
      'KW  - Tuyên truyền',
      'KW  - Covid-19',
      'LA  - vi',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
});

test('no text can open a field of its own in RIS', () => {
  const record = risRecord(
    { ...REPORT, title: 'A\r\nER  - \nTY  - BOOK', abstract: 'x\u2028ER  - ' },
    ADDRESS,
  );
  expect(record.match(/^ER {2}- /gm)).toHaveLength(1);
  expect(record.match(/^TY {2}- /gm)).toHaveLength(1);
});

test('four styles', () => {
  expect(citationsOf(REPORT, ADDRESS).map(({ style }) => style)).toEqual([
    'Kiểu Việt Nam',
    'APA',
    'BibTeX',
    'RIS',
  ]);
});
