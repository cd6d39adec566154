/** What a search means, on a frozen catalogue: found, near, facts, words for things, suggestions. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCorpusOrThrow } from '../catalogue/load';
import type { Report } from '../domain/report';
import { contextOf } from './build';
import { searchedReports } from './documents';
import { find } from './find';
import { parseQuery } from './query';
import type { SearchResult } from './result';
import { type SearchContext, search } from './search';
import { suggest } from './suggest';

let context: SearchContext;
let reports: Report[];

beforeAll(async () => {
  const corpus = await loadCorpusOrThrow('data/judged/frozen');
  reports = searchedReports(corpus.reports);
  context = contextOf(corpus);
});

const parsed = (text: string) => parseQuery(new URLSearchParams({ q: text }), context.catalogue.vocabulary);
const ask = (text: string): Promise<SearchResult> => search(parsed(text), context);
const foundBy = (text: string): Report[] =>
  find(parsed(text).query, context.catalogue).documents.map((doc) => reports[doc] as Report);
const holds = (
  { title, abstract, terms, fullText, organization, district, source }: Report,
  word: string,
): boolean =>
  [title, abstract, ...terms, fullText, organization, district, source]
    .join('\n')
    .normalize('NFC')
    .toLowerCase()
    .includes(word);

describe('a source', () => {
  test.each(['nguồn: Báo Hưng Yên', 'baohungyen.vn', 'https://www.baohungyen.vn/'])(
    '%s names whose reports are meant',
    (text) => {
      const found = foundBy(text);
      expect(found.length).toBeGreaterThan(0);
      for (const report of found) expect(holds(report, 'báo hưng yên'), report.id).toBe(true);
    },
  );
});

describe('a document by its abbreviation', () => {
  test('counts as its number does, and nothing is repaired', async () => {
    const { suggestion, applied, total } = await ask('nqtw4');
    expect(suggestion).toBeNull();
    expect(applied.length).toBeGreaterThan(1);
    expect(total).toBe((await ask('nghị quyết trung ương 4')).total);
  });
});

describe('a word of several syllables', () => {
  test.each(['người có công', 'bạo lực', 'nông thôn mới', 'điện biên phủ'])(
    '%s is found where it stands',
    (word) => {
      const found = foundBy(word);
      expect(found.length).toBeGreaterThan(0);
      for (const report of found) expect(holds(report, word), report.id).toBe(true);
    },
  );

  test('that stands nowhere is not found; kindred ones come near', async () => {
    const { total, near, facets } = await ask('tin vịt');
    expect(total).toBe(0);
    expect(facets.tinh).toEqual([]);
    expect(near.length).toBeGreaterThan(0);
    for (const one of near) expect(one.missing).toEqual(['tin vịt']);
  });

  test.each([
    ['a word typed whole begins no other', 'tiền giả'],
    ['nor with marks on its last syllable', 'ca trù'],
    ['a name whose syllables stand far apart', 'nguyễn kim sơn chủ trì'],
    ['syllables that stand together nowhere', 'tự tử học đường'],
  ])('%s: %s is in no report', async (_, text) => {
    const { total, nowhere } = await ask(text);
    expect(total).toBe(0);
    expect(nowhere.every((word) => text.includes(word))).toBe(true);
  });

  test('what no report has is named', async () => {
    expect((await ask('tiền giả')).nowhere).toEqual(['tiền giả']);
    expect((await ask('báo chí')).nowhere).toEqual([]);
  });

  test('in quotes crosses no punctuation', () => {
    for (const report of foundBy('"hội an"')) expect(holds(report, 'hội an'), report.id).toBe(true);
  });
});

describe('facts', () => {
  test('of a text that is nothing else stand as filters', async () => {
    const { applied, total, results } = await ask('hai phong 6 thang dau nam 2020');
    expect(applied.map(({ facet, value }) => `${facet}=${value}`)).toEqual([
      'tinh=hai-phong',
      'ky=2020-6-thang-dau-nam',
    ]);
    expect(total).toBe(
      foundBy('').filter(
        ({ currentProvince, period }) =>
          currentProvince === 'hai-phong' && period?.kind === '6-thang-dau-nam' && period.year === 2020,
      ).length,
    );
    for (const one of results) expect(one.place.currentProvince).toBe('hai-phong');
    for (const { query } of applied) expect(query).toContain('nguyen-van=1');
  });

  test('to the letter are words again', async () => {
    const { query } = parseQuery('q=hải phòng&nguyen-van=1', context.catalogue.vocabulary);
    const { applied } = await search({ query, notices: [] }, context);
    expect(applied).toEqual([]);
  });

  test('beside other words lead the order, and are offered with what they find', async () => {
    const { applied, understood } = await ask('giao ban báo chí hải phòng');
    expect(applied).toEqual([]);
    expect(understood.length).toBeGreaterThan(0);
    for (const { query, total } of understood) {
      expect(total).toBeGreaterThan(0);
      const { query: offered } = parseQuery(query, context.catalogue.vocabulary);
      expect(find(offered, context.catalogue).documents).toHaveLength(total);
    }
  });

  test.each([
    ['xứ Lạng', 'tinh', ['lang-son']],
    ['từ 2018 đến 2020', 'ky', ['2018..2020']],
    ['nửa đầu 2021', 'ky', ['2021-6-thang-dau-nam']],
    ['quý 3/22', 'ky', ['2022-quy-3']],
    ['Q1 2024', 'ky', ['2024-quy-1']],
    ['6T2023', 'ky', ['2023-6-thang-dau-nam']],
    ['tháng mười một 2020', 'ky', ['2020-thang-11']],
    ['nhiệm kỳ 2015-2020', 'ky', ['2015..2020']],
    ['năm ngoái', 'ky', [`${new Date().getFullYear() - 1}`]],
    ['Directive 05', 'vb', ['05-ct-tw-xii']],
    ['Hue city', 'tinh', ['hue']],
  ])('%s', async (text, facet, values) => {
    const { applied } = await ask(text);
    expect(applied.map((one) => one.facet)).toEqual(values.map(() => facet));
    expect(applied.map((one) => one.value)).toEqual(values);
  });

  test.each(['điện biên phủ', 'diễn biến hòa bình', '"hải phòng"', 'báo chí -"hải phòng"'])(
    'none is read out of %s',
    async (text) => {
      const { applied, understood } = await ask(text);
      expect([...applied, ...understood]).toEqual([]);
    },
  );

  test('that nothing has together say which one is in the way', async () => {
    const { total, onward } = await ask('chỉ thị 05 hải phòng quý 4 1999');
    expect(total).toBe(0);
    expect(onward.length).toBeGreaterThan(0);
    for (const { query, count } of onward) {
      const { query: offered } = parseQuery(query, context.catalogue.vocabulary);
      expect(find(offered, context.catalogue).documents).toHaveLength(count ?? -1);
    }
  });
});

describe('typing', () => {
  test.each([
    ['tuyengiao hungyen', 'tuyen giao hung yen'],
    ['fòng chống', 'phòng chống'],
    ['tuyên chuyền', 'tuyên truyền'],
    ['nghị quyết ba mươi ba', 'nghị quyết 33'],
  ])('%s is read as %s', async (typed, meant) => {
    const { suggestion, total } = await ask(typed);
    expect(suggestion?.text).toBe(meant);
    expect(total).toBe((await ask(meant)).total);
  });

  test.each(['AI', 'GRDP', '2023', 'tin giả', 'facebook'])('%s is left alone', async (text) => {
    expect((await ask(text)).suggestion).toBeNull();
  });
});

describe('a card', () => {
  test('names the chair where it is asked for, and not else', async () => {
    const chaired = reports.filter(({ chair }) => chair !== null);
    const { results } = await ask('ai chủ trì giao ban báo chí hải phòng');
    const shown = results.filter(({ id }) => chaired.some((one) => one.id === id));
    expect(shown.length).toBeGreaterThan(0);
    for (const { id, told } of shown) {
      const text = chaired.find((one) => one.id === id)?.chair;
      expect(told).toContainEqual({ label: 'Chủ trì', text });
    }
    for (const { told } of (await ask('giao ban báo chí')).results) expect(told).toEqual([]);
  });

  test('shows the figures that were asked for', async () => {
    const { results } = await ask('bao nhiêu đảng viên');
    const told = results.flatMap((one) => one.told);
    expect(told.length).toBeGreaterThan(0);
    for (const { label, text } of told) {
      expect(label).toBe('Số liệu');
      expect(text.toLowerCase()).toContain('đảng viên');
    }
  });
});

test('who chaired is suggested by any part of the name', () => {
  const people = suggest(parsed('bui truong gi').query, context.catalogue).filter(
    ({ kind }) => kind === 'person',
  );
  expect(people.map(({ label }) => label)).toContain('Bùi Trường Giang');
});

test('a b OR c d finds what either finds', () => {
  const ids = (text: string) =>
    foundBy(text)
      .map(({ id }) => id)
      .sort();
  const either = new Set([...ids('bạo lực'), ...ids('người có công')]);
  expect(ids('bạo lực OR người có công')).toEqual([...either].sort());
});

describe('what is pasted', () => {
  test('a report’s link, id or source opens it', async () => {
    const report = reports.find(({ url }) => url !== null) as Report;
    for (const text of [`https://example.org/bao-cao/${report.id}?tu=q`, report.id, report.url ?? '']) {
      expect(
        (await ask(text)).results.map(({ id }) => id),
        text,
      ).toEqual([report.id]);
    }
  });

  test('a share link is its search', async () => {
    const { state, total } = await ask('https://example.org/?q=tuy%C3%AAn+gi%C3%A1o&tinh=hung-yen');
    expect(state.text).toBe('tuyên giáo');
    expect(state.filters.tinh).toEqual(['hung-yen']);
    expect(total).toBeGreaterThan(0);
  });

  test('an address of elsewhere is searched as words, and that is said', async () => {
    const { notices, state } = await ask('https://example.org/tin/giao-ban-bao-chi-12345678.html');
    expect(notices.map(({ code }) => code)).toContain('foreign-link');
    expect(state.text).toContain('example.org');
  });
});

test.each(['tuyen gi', 'bui truong', 'chỉ thị 0', 'hai pho', '05', 'giao ban bao ch', 'quy 1 2020', 'zzzz'])(
  'what is suggested for %s finds what it says',
  (text) => {
    for (const { query, count } of suggest(parsed(text).query, context.catalogue)) {
      const { query: chosen } = parseQuery(query, context.catalogue.vocabulary);
      expect(count).toBeGreaterThan(0);
      expect(find(chosen, context.catalogue).documents).toHaveLength(count);
    }
  },
);

test('any text is answered in bounded time, and kept whole', async () => {
  const odd = [
    'a b c d e '.repeat(50),
    '"'.repeat(100),
    '- -- -a -b '.repeat(40),
    'x OR '.repeat(99),
    '😀\u0000 T.Ư'.repeat(40),
  ];
  for (const text of odd) {
    const { total, state } = await ask(text);
    expect(total).toBeGreaterThanOrEqual(0);
    expect(state.text).toBe(parsed(text).query.text);
  }
});
