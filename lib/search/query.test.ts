import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS, REPORT_KINDS, TOPICS } from '../domain/vocabulary';
import { KINDS_OF_PERIOD_VALUES, VOCABULARY } from './fixtures';
import {
  defaultSort,
  EMPTY_QUERY,
  MAX_TEXT,
  NO_FILTERS,
  normaliseText,
  parseQuery,
  type Query,
  SORTS,
  searchHref,
  serialiseQuery,
  toggleFilter,
  VIEWS,
  withText,
} from './query';

const parse = (input: string) => parseQuery(input, VOCABULARY);

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 }).map((list) => list.sort());

/** Any canonical search. */
const queries: fc.Arbitrary<Query> = fc
  .record({
    text: fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((text) => normaliseText(text).slice(0, MAX_TEXT).trim()),
    filters: fc.record({
      tinh: some(['gia-lai', 'gia-lai.binh-dinh', 'gia-lai.gia-lai', 'ha-noi', 'trung-uong', 'khong-ro']),
      ky: some(KINDS_OF_PERIOD_VALUES),
      vb: some(['05-ct-tw-xii', '35-ct-tw-xii', '35-ct-tw-xiii', 'nqtw4-xii', '08-qdi-tw-xii']),
      cap: some(LEVELS.map((one) => one.value)),
      loai: some(REPORT_KINDS.map((one) => one.value)),
      'chu-de': some(TOPICS.map((one) => one.value)),
    }),
    sort: fc.constantFrom(...SORTS.map((one) => one.value)),
    page: fc.integer({ min: 1, max: 1000 }),
    lineage: fc.boolean(),
    verbatim: fc.boolean(),
    view: fc.constantFrom(...VIEWS.map((one) => one.value)),
  })
  .map((query) => ({
    ...query,
    text: normaliseText(query.text),
    sort: query.sort === 'lien-quan' && normaliseText(query.text) === '' ? defaultSort('') : query.sort,
    lineage: query.lineage && query.filters.vb.length > 0,
    verbatim: query.verbatim && normaliseText(query.text) !== '',
  }));

describe('a search is a query string', () => {
  test('parse(serialise(s)) = s for every search, without a notice', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(parse(serialiseQuery(query))).toEqual({ query, notices: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('serialising what was parsed is stable, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (input) => {
        const once = serialiseQuery(parse(input).query);
        expect(serialiseQuery(parse(once).query)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test('parsing never throws, parameters repeated, malformed or unknown', () => {
    const names = fc.constantFrom(
      'q',
      'tinh',
      'ky',
      'vb',
      'cap',
      'loai',
      'chu-de',
      'sap-xep',
      'trang',
      'xem',
      'utm',
      '',
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', '%E0%A4%A', '\u0000', '-1', '1e9', ',,', '..'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, value)), (pairs) => {
        expect(() => parse(pairs.map(([name, one]) => `${name}=${one}`).join('&'))).not.toThrow();
      }),
    );
  });
});

describe('canonical form', () => {
  test('parameters stand in the order of the table, values sorted, defaults left out', () => {
    const { query } = parse('trang=1&sap-xep=lien-quan&loai=so-ket,giao-ban&tinh=ha-noi&q=tuyen++giao');
    expect(serialiseQuery(query)).toBe('q=tuyen+giao&tinh=ha-noi&loai=giao-ban,so-ket');
  });

  test('the empty search is the bare address', () => {
    expect(parse('')).toEqual({ query: EMPTY_QUERY, notices: [] });
    expect(searchHref(EMPTY_QUERY)).toBe('/');
  });

  test('a whole share link is read as its query', () => {
    expect(parse('https://example.org/?q=a&tinh=ha-noi#top').query.filters.tinh).toEqual(['ha-noi']);
    expect(parse('https://example.org/').query).toEqual(EMPTY_QUERY);
  });

  test('the same text in NFD and with odd spaces is one search', () => {
    const nfd = encodeURIComponent('  tuyên\u00a0 giáo\u0000'.normalize('NFD'));
    expect(parse(`q=${nfd}`).query.text).toBe('tuyên giáo');
  });

  test('repeated parameters add up, as a plain form sends them', () => {
    expect(parse('tinh=ha-noi&tinh=gia-lai').query.filters.tinh).toEqual(['gia-lai', 'ha-noi']);
  });

  test('order by relevance means nothing without words', () => {
    expect(parse('sap-xep=lien-quan').query.sort).toBe('moi-nhat');
    expect(withText(parse('q=a').query, '').sort).toBe('moi-nhat');
    expect(serialiseQuery(withText(parse('').query, 'a'))).toBe('q=a');
  });
});

describe('places', () => {
  test.each([
    ['hung-yen', ['hung-yen']],
    ['gia-lai.binh-dinh', ['gia-lai.binh-dinh']],
    ['gia-lai.gia-lai', ['gia-lai.gia-lai']],
    ['binh-dinh', ['gia-lai.binh-dinh']],
    ['gia-lai', ['gia-lai']],
    ['ha-noi.ha-noi', ['ha-noi']],
    ['trung-uong', ['trung-uong']],
    ['Gia-Lai', ['gia-lai']],
    ['ha-noi.binh-dinh', []],
    ['atlantis', []],
  ])('%s', (raw, canonical) => {
    expect(parse(`tinh=${raw}`).query.filters.tinh).toEqual(canonical);
  });
});

describe('periods', () => {
  test.each([
    ['2020', '2020'],
    ['6-thang-dau-nam', '6-thang-dau-nam'],
    ['2020-6-thang-dau-nam', '2020-6-thang-dau-nam'],
    ['2018-thang', '2018-thang'],
    ['2018-thang-05', '2018-thang-5'],
    ['2021-nhieu-nam', '2021-nhieu-nam'],
    ['khong-ro', 'khong-ro'],
  ])('%s is %s', (raw, canonical) => {
    expect(parse(`ky=${raw}`).query.filters.ky).toEqual([canonical]);
  });

  test.each(['2020-', '20', 'thang-5', '2018-thang-13', '2018-thang-0', '2020-x', '1820'])(
    '%s means nothing',
    (raw) => {
      const { query, notices } = parse(`ky=${raw}`);
      expect(query.filters.ky).toEqual([]);
      expect(notices.map((notice) => notice.code)).toEqual(['unknown-value']);
    },
  );
});

describe('directives', () => {
  test.each([
    ['05-ct-tw-xii', ['05-ct-tw-xii']],
    ['5-ct-tw-xii', ['05-ct-tw-xii']],
    ['05-CT/TW@XII', ['05-ct-tw-xii']],
    ['08-qdi-tw-xii', ['08-qdi-tw-xii']],
    ['nqtw4-xii', ['nqtw4-xii']],
  ])('%s', (raw, canonical) => {
    expect(parse(`vb=${encodeURIComponent(raw)}`)).toEqual({
      query: { ...EMPTY_QUERY, filters: { ...NO_FILTERS, vb: canonical } },
      notices: [],
    });
  });

  test('a number that one document bears is that document', () => {
    expect(parse('vb=05-ct-tw').query.filters.vb).toEqual(['05-ct-tw-xii']);
  });

  test('a number that several bear means all of them, and says so', () => {
    const { query, notices } = parse('vb=35-ct-tw');
    expect(query.filters.vb).toEqual(['35-ct-tw-xii', '35-ct-tw-xiii']);
    expect(notices).toEqual([{ code: 'ambiguous-directive', text: expect.stringContaining('XII, XIII') }]);
  });
});

describe('bad input is told, not dropped in silence', () => {
  test('unknown values', () => {
    const { query, notices } = parse('tinh=xyz&cap=vua&trang=abc&sap-xep=dep&trang=2');
    expect(query).toEqual(EMPTY_QUERY);
    expect(notices.map((notice) => notice.code)).toEqual([
      'unknown-value',
      'unknown-value',
      'unknown-parameter-value',
      'unknown-parameter-value',
    ]);
    expect(notices[0]?.text).toContain('xyz');
  });

  test('text past the limit is cut', () => {
    const { query, notices } = parse(`q=${'a'.repeat(10_000)}`);
    expect(query.text).toHaveLength(MAX_TEXT);
    expect(notices.map((notice) => notice.code)).toEqual(['text-cut']);
  });

  test('a cut never splits a character in two', () => {
    const { query } = parse(`q=${'😀'.repeat(400)}`);
    expect(query.text.isWellFormed()).toBe(true);
  });

  test('reads fifty parameters and a hundred filter values, and says so', () => {
    const places = Array.from({ length: 60 }, (_, i) => `tinh=x${i}`).join('&');
    expect(parse(`${places}&q=a`).query.text).toBe('');
    const many = parse(`tinh=${Array.from({ length: 200 }, (_, i) => `x${i}`).join(',')}&ky=2020`);
    expect(many.query.filters.ky).toEqual([]);
    expect(many.notices.at(-1)?.code).toBe('too-many');
    expect(parse('ky=2020').notices).toEqual([]);
  });

  test('an endless list of values is bounded', () => {
    const years = Array.from({ length: 5000 }, (_, i) => `${1950 + (i % 100)}-thang-${1 + (i % 12)}`);
    expect(parse(`ky=${years.join(',')}`).query.filters.ky.length).toBeLessThanOrEqual(100);
  });
});

test('toggling a filter twice gives the search back, on its first page', () => {
  fc.assert(
    fc.property(queries, fc.constantFrom('ha-noi', 'gia-lai', 'khong-ro'), (query, value) => {
      expect(toggleFilter(toggleFilter(query, 'tinh', value), 'tinh', value)).toEqual({ ...query, page: 1 });
    }),
  );
});
