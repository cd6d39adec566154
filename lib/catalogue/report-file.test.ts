import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERIOD_KINDS } from '../domain/period';
import { anyReport } from './arbitrary';
import { formatReport, lineOfField, parseOnce, parseReport, reportFile } from './report-file';
import { reportSchema } from './schema';

const FILE = 'reports/2020/ha-nam-nam-2020-1.md';
const SHORT = `---
id: ha-nam-nam-2020-1
title: Tổng kết công tác tuyên giáo
source: Báo Hà Nam
heldOn: 2020-12-30
province: ha-nam
currentProvince: ninh-binh
level: tinh
kind: tong-ket
period: { kind: nam, year: 2020 }
directives:
  - asWritten: Chỉ thị 05
    id: 05-CT/TW@XII
topics: [ tuyen-truyen ]
seen: whole
---

Tóm tắt của chúng tôi.
`;

function faultsOf(text: string): string[] {
  return parseReport(text, FILE).faults.map(({ line, field, reason }) => `${line} ${field}: ${reason}`);
}

describe('a report file', () => {
  it('gives back any report it was written from', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(parseReport(formatReport(report), FILE)).toEqual({ report, faults: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('is written the same way again', () => {
    const { report } = parseReport(SHORT, FILE);
    expect(report && formatReport(report)).toBe(SHORT);
  });

  it('fills in what is left out', () => {
    const { report } = parseReport(SHORT, FILE);
    expect(report).toMatchObject({
      url: null,
      titleIs: 'page',
      status: 'published',
      rights: 'reserved',
      directives: [{ asWritten: 'Chỉ thị 05', id: '05-CT/TW@XII', certain: true }],
      localDocuments: [],
      abstract: 'Tóm tắt của chúng tôi.',
      fullText: null,
    });
  });

  it('keeps the full text after its heading, to the letter', () => {
    const fullText = '  Dòng một\r\n\r\n## Toàn văn\nDòng cuối \n';
    const { report } = parseReport(`${SHORT}\n## Toàn văn\n\n${fullText}\n`, FILE);
    expect(report?.fullText).toBe(fullText);
    expect(report?.abstract).toBe('Tóm tắt của chúng tôi.');
  });

  it('may be saved with CRLF and a byte order mark', () => {
    expect(parseReport(`\uFEFF${SHORT.replaceAll('\n', '\r\n')}`, FILE)).toEqual(parseReport(SHORT, FILE));
  });

  it('lies under the year its period ends', () => {
    const dates = { id: 'a', heldOn: null, publishedOn: '2022-01-01' };
    expect(reportFile({ ...dates, period: { kind: 'nhieu-nam', year: 2016, toYear: 2021 } })).toBe(
      'reports/2021/a.md',
    );
    expect(reportFile({ ...dates, period: null })).toBe('reports/2022/a.md');
    expect(reportFile({ id: 'a', heldOn: null, publishedOn: null, period: null })).toBe(
      'reports/khong-ro/a.md',
    );
  });
});

describe('parsing once', () => {
  it('reads what stands in the file now, whatever stood there before', () => {
    const texts = [SHORT, SHORT.replace('Hà Nam', 'Nam Hà'), SHORT.replace('kind: tong-ket', 'kind: gi')];
    const reads = fc.array(fc.tuple(fc.constantFrom(...texts), fc.constantFrom(FILE, 'other.md')));
    fc.assert(
      fc.property(reads, (given) => {
        const parse = parseOnce();
        for (const [text, file] of given) expect(parse(text, file)).toEqual(parseReport(text, file));
      }),
    );
  });
});

describe('a faulty report file', () => {
  it('says the line, the field and the reason of every fault', () => {
    const text = SHORT.replace('2020-12-30', '2020-02-30')
      .replace('kind: nam,', 'kind: nam, month: 3,')
      .replace('level: tinh', 'level: province')
      .replace('seen: whole', 'seen: whole\nsorce: Báo');
    expect(faultsOf(text)).toEqual([
      '5 heldOn: is not a real day, written YYYY-MM-DD',
      expect.stringMatching(/^8 level: /),
      '10 period.month: goes with kind thang only',
      '16 sorce: is not a field of this shape',
    ]);
  });

  it('says which field is missing', () => {
    expect(faultsOf(SHORT.replace('source: Báo Hà Nam\n', ''))).toEqual([
      expect.stringMatching(/^undefined source: is missing/),
    ]);
  });

  it('says where its YAML breaks', () => {
    expect(faultsOf(SHORT.replace('source: Báo', 'source: "Báo'))).toEqual([
      expect.stringMatching(/^\d+ front matter: /),
    ]);
    expect(faultsOf(SHORT.replace('title: Tổng kết', 'title: Hà Nam: Tổng kết'))).toEqual([
      expect.stringMatching(/^3 front matter: .*put a value that holds “: ” in quotes$/),
    ]);
    expect(faultsOf(SHORT.replace('level: tinh', 'level: tinh\nlevel: xa'))).toEqual([
      expect.stringMatching(/^9 front matter: .*unique/),
    ]);
  });

  it.each([
    ['no front matter', 'Chỉ có chữ.', '1 front matter: is missing or not closed by ---'],
    ['one not closed', '---\nid: a\n', '1 front matter: is missing or not closed by ---'],
    ['an empty file', '', '1 front matter: is missing or not closed by ---'],
    ['a list for facts', '---\n- a\n---\n', '1 front matter: is not a list of fields'],
    ['no facts at all', '---\n---\n', '1 front matter: is not a list of fields'],
  ])('with %s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it('may not keep its abstract in the front matter', () => {
    expect(faultsOf(SHORT.replace('seen: whole', 'seen: whole\nabstract: Tóm tắt'))).toEqual([
      '16 abstract: belongs in the body, not in the front matter',
    ]);
  });

  it('never makes the parser throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(SHORT.length), (noise, at) => {
        parseReport(SHORT.slice(0, at) + noise + SHORT.slice(at), FILE);
      }),
    );
  });
});

describe('the line of a field', () => {
  it('is that of its value, or of the nearest part there is', () => {
    expect(lineOfField(SHORT, ['period', 'year'])).toBe(10);
    expect(lineOfField(SHORT, ['directives', 0, 'id'])).toBe(13);
    expect(lineOfField(SHORT, ['directives', 0, 'date'])).toBe(12);
    expect(lineOfField(SHORT, ['url'])).toBeUndefined();
  });
});

describe('the schema', () => {
  const { report } = parseReport(SHORT, FILE);
  const reasons = (change: object): string[] =>
    reportSchema
      .safeParse({ ...report, ...change })
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const PERIOD_KIND = `period.kind: Invalid option: expected one of ${PERIOD_KINDS.map(({ value }) => `"${value}"`).join('|')}`;
  const MODIFIED = 'modifiedOn: is before addedOn 2026-11-25';
  const CONFERENCE = 'conference: is not a slug (a-z, 0-9 and single hyphens)';
  const ahead = (years: number) => `${new Date().getUTCFullYear() + years}-06-30`;

  it.each<[string, object, string | null]>([
    ['the page on the day of the conference', { publishedOn: '2020-12-30' }, null],
    [
      'the page before the conference',
      { publishedOn: '2020-12-29' },
      'heldOn: is after publishedOn 2020-12-29',
    ],
    ['a day far ahead', { publishedOn: ahead(3) }, 'publishedOn: lies more than a year ahead'],
    ['a year of the wrong century', { heldOn: '0202-01-01' }, 'heldOn: is before 1945'],
    ['a leap day', { heldOn: '2020-02-29' }, null],
    [
      'a leap day of a common year',
      { heldOn: '2019-02-29' },
      'heldOn: is not a real day, written YYYY-MM-DD',
    ],
    ['a date of another form', { heldOn: '30/12/2020' }, 'heldOn: is not a real day, written YYYY-MM-DD'],
    ['an address of another scheme', { url: 'javascript:alert(1)' }, 'url: is not an http or https address'],
    ['an address with a space', { url: 'http://a b' }, 'url: is not an http or https address'],
    ['an id with capitals', { id: 'Ha-Nam' }, 'id: is not a slug (a-z, 0-9 and single hyphens)'],
    ['an id that climbs', { id: '../x' }, 'id: is not a slug (a-z, 0-9 and single hyphens)'],
    ['spaces around a title', { title: ' Hội nghị' }, 'title: has spaces at its beginning or end'],
    [
      'a span that ends before it begins',
      { period: { kind: 'nhieu-nam', year: 2020, toYear: 2019 } },
      'period.toYear: is before year 2020',
    ],
    [
      'a span of another kind',
      { period: { kind: 'nam', year: 2019, toYear: 2020 } },
      'period.toYear: goes with kind nhieu-nam only',
    ],
    [
      'a thirteenth month',
      { period: { kind: 'thang', month: 13 } },
      'period.month: Too big: expected number to be <=12',
    ],
    ['an empty period', { period: {} }, 'period.kind: the period is empty: leave it out'],
    ['a kind of period outside the table', { period: { kind: 'quy-5', year: 2020 } }, PERIOD_KIND],
    [
      'another address beside none',
      { url: null, alsoAt: ['https://a.vn/1'] },
      'url: is missing beside alsoAt',
    ],
    ['a change before the record came in', { addedOn: '2026-11-25', modifiedOn: '2026-11-24' }, MODIFIED],
    [
      'a change of a record that never came in',
      { modifiedOn: '2026-11-24' },
      'addedOn: is missing beside modifiedOn',
    ],
    ['a change on the day it came in', { addedOn: '2026-11-24', modifiedOn: '2026-11-24' }, null],
    ['a conference that is no slug', { conference: 'Hải Phòng' }, CONFERENCE],
    ['withdrawal without a reason', { status: 'withdrawn' }, 'withdrawnReason: is missing'],
    [
      'a reason without withdrawal',
      { withdrawnReason: 'Trùng' },
      'withdrawnReason: goes with status withdrawn only',
    ],
    ['a code without a district', { districtCode: '001' }, 'district: is missing beside districtCode'],
    ['a former province alone', { currentProvince: null }, 'currentProvince: is missing beside province'],
    [
      'evidence that ends before it starts',
      { evidence: { heldOn: { text: '', start: 2, end: 1 } } },
      'evidence.heldOn.end: is before start',
    ],
    [
      'the heading within the abstract',
      { abstract: 'a\n## Toàn văn\nb' },
      'abstract: contains the line ## Toàn văn',
    ],
  ])('judges %s', (_, change, reason) => {
    expect(reasons(change)).toEqual(reason === null ? [] : [reason]);
  });
});

describe('a hostile report file', () => {
  const SECRET = '\u001b]0;tiêu đề\u0007';
  it.each<[string, (text: string) => string, string]>([
    [
      'aliases',
      (text) => text.replace('source: Báo Hà Nam', 'source: &a Báo\nchair: *a'),
      '5 front matter: refers to another value (*name): write the value out',
    ],
    [
      'aliases of aliases',
      (text) =>
        text.replace(
          'source: Báo Hà Nam',
          `source: &a0 x\n${Array.from({ length: 30 }, (_, n) => `x${n}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}`,
        ),
      '5 front matter: refers to another value (*name): write the value out',
    ],
    [
      'nesting without end',
      (text) => text.replace('source: Báo Hà Nam', `source: ${'['.repeat(90_000)}`),
      '4 front matter: is nested too deeply',
    ],
    [
      'front matter without end',
      (text) => text.replace('source: Báo Hà Nam', `source: ${'a'.repeat(200_000)}`),
      '1 front matter: has more than 200000 characters',
    ],
    [
      'a long title',
      (text) => text.replace('Tổng kết', 'Tổng kết '.repeat(12_000)),
      '3 title: is longer than 2000 characters',
    ],
    ['an escape', (text) => text.replace('Báo Hà Nam', SECRET), '4 text: has the control character U+001B'],
    [
      'a written escape',
      (text) => text.replace('Báo Hà Nam', '"\\e]0;x"'),
      '4 source: has control characters',
    ],
    [
      'a zero in its body',
      (text) => text.replace('của chúng tôi', '\0'),
      '18 text: has the control character U+0000',
    ],
  ])('with %s is named with its line', (_, spoil, fault) => {
    expect(faultsOf(spoil(SHORT))).toEqual([fault]);
  });

  it.each([200, 500, 800, 1100, 1500, 2000, 3000])('nested %d deep has one fault', (depth) => {
    const text = SHORT.replace('source: Báo Hà Nam', `source: ${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect(faultsOf(text)).toHaveLength(1);
  });
});
