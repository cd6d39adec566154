import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../domain/report';
import { ACCESSED, type CitationStyle, dayOf, withAccess } from './accessed';
import { bibtexRecord, escapeBibtex } from './bibtex';
import { apa, citationsOf, vietnamese } from './citation';
import { cslRecord } from './csl';
import { REPORT } from './fixtures';
import { risRecord } from './ris';

const ADDRESS = `https://bao-cao.example/bao-cao/${REPORT.id}`;
const SHORT: Report = { ...REPORT, title: 'Sơ kết công tác tuyên giáo', url: 'https://nguon.example/1' };
const BARE: Report = { ...SHORT, publishedOn: null, heldOn: null, url: null, titleIs: 'composed' };
const SIGNED: Report = { ...SHORT, author: 'Thu Hà' };

test('the Vietnamese style', () => {
  expect(vietnamese(SHORT, ADDRESS)).toBe(
    `Báo Bình Định (2020), “Sơ kết công tác tuyên giáo”, hội nghị ngày 13/7/2020, đăng ngày 14/7/2020, https://nguon.example/1${ACCESSED}`,
  );
  expect(vietnamese(SIGNED, ADDRESS)).toBe(
    `Thu Hà (2020), “Sơ kết công tác tuyên giáo”, Báo Bình Định, hội nghị ngày 13/7/2020, đăng ngày 14/7/2020, https://nguon.example/1${ACCESSED}`,
  );
  expect(vietnamese(BARE, ADDRESS)).toBe(
    `Báo Bình Định (không rõ ngày đăng), [Sơ kết công tác tuyên giáo], ${ADDRESS}${ACCESSED}`,
  );
});

test('APA', () => {
  expect(apa(SHORT, ADDRESS)).toBe(
    `Báo Bình Định. (2020, July 14). Sơ kết công tác tuyên giáo [Conference held July 13, 2020]. ${ACCESSED}https://nguon.example/1`,
  );
  expect(apa({ ...SIGNED, title: 'Vì sao?', heldOn: null }, ADDRESS)).toBe(
    `Thu Hà. (2020, July 14). Vì sao? Báo Bình Định. ${ACCESSED}https://nguon.example/1`,
  );
  expect(apa(BARE, ADDRESS)).toBe(
    `Báo Bình Định. (n.d.). [Sơ kết công tác tuyên giáo]. ${ACCESSED}${ADDRESS}`,
  );
});

test('the day of the conference never stands for the day of publication', () => {
  const held: Report = { ...BARE, heldOn: '2019-01-02' };
  expect(vietnamese(held, ADDRESS)).toMatch(
    /^Báo Bình Định \(không rõ ngày đăng\), .*hội nghị ngày 2\/1\/2019/,
  );
  expect(vietnamese(held, ADDRESS)).not.toContain('đăng ngày');
  expect(apa(held, ADDRESS)).toMatch(
    /^Báo Bình Định\. \(n\.d\.\)\. .* \[Conference held January 2, 2019\]\./,
  );
  expect(JSON.parse(withAccess(cslRecord(held, ADDRESS), 'csl', null))).not.toHaveProperty('issued');
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
      `${ACCESSED}  language = {vietnamese}`,
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
      'KW  - Tuyên truyền',
      'KW  - Covid-19',
      `${ACCESSED}LA  - vi`,
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

test('CSL-JSON', () => {
  expect(JSON.parse(withAccess(cslRecord(SIGNED, ADDRESS), 'csl', '2026-01-05'))).toEqual({
    id: SIGNED.id,
    type: 'webpage',
    author: [{ literal: 'Thu Hà' }],
    title: 'Sơ kết công tác tuyên giáo',
    'container-title': 'Báo Bình Định',
    issued: { 'date-parts': [[2020, 7, 14]] },
    'event-date': { 'date-parts': [[2020, 7, 13]] },
    URL: 'https://nguon.example/1',
    note: 'Hội nghị ngày 13/7/2020',
    accessed: { 'date-parts': [[2026, 1, 5]] },
    language: 'vi',
  });
});

test('each style says the day of access in its own words, once, and none where it is not known', () => {
  const said: Record<CitationStyle, string> = {
    vi: 'https://nguon.example/1, truy cập ngày 5/1/2026',
    apa: 'Retrieved January 5, 2026, from https://nguon.example/1',
    bib: '},\n  urldate = {2026-01-05},\n  language',
    ris: '\r\nY2  - 2026/01/05\r\nLA',
    csl: '"accessed": {"date-parts":[[2026,1,5]]},\n  "language"',
  };
  for (const { style, text } of citationsOf(SHORT, ADDRESS)) {
    expect(withAccess(text, style, '2026-01-05')).toContain(said[style]);
    expect(withAccess(text, style, null)).not.toContain(ACCESSED);
    expect(withAccess(text, style, null)).not.toContain('2026');
  }
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

test('our summary is never given out as the abstract of the source', () => {
  for (const { text } of citationsOf(REPORT, ADDRESS)) expect(text).not.toContain('Đoạn một');
});

test('five styles', () => {
  expect(citationsOf(REPORT, ADDRESS).map(({ name }) => name)).toEqual([
    'Kiểu Việt Nam',
    'APA',
    'BibTeX',
    'RIS',
    'CSL-JSON',
  ]);
});
