/** The whole way from files of a frozen catalogue to an answered search, without a server. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCorpusOrThrow } from '../catalogue/load';
import type { Corpus, Report } from '../domain/report';
import { IndexDamaged } from '../engine';
import { fold, slugify } from '../vietnamese/fold';
import { indexFiles } from './build';
import { openCatalogue } from './catalogue';
import { searchedReports, textOf } from './documents';
import { find } from './find';
import { parseQuery } from './query';
import type { FacetValue, SearchResult } from './result';
import { PAGE_SIZE, type SearchContext, search } from './search';

let corpus: Corpus;
let reports: Report[];
let bytes: Uint8Array;
let context: SearchContext;

beforeAll(async () => {
  corpus = await loadCorpusOrThrow('data/judged/frozen');
  reports = searchedReports(corpus.reports);
  bytes = indexFiles(corpus).get('catalogue.bin') as Uint8Array;
  context = {
    catalogue: openCatalogue(bytes),
    texts: async (documents) => documents.map((doc) => textOf(reports[doc] as Report)),
  };
});

const ask = (string: string): Promise<SearchResult> =>
  search(parseQuery(string, context.catalogue.vocabulary), context);
const idsOf = (string: string): string[] => {
  const { query } = parseQuery(string, context.catalogue.vocabulary);
  return find(query, context.catalogue).documents.map((doc) => reports[doc]?.id ?? '');
};
const flat = (values: readonly FacetValue[]): FacetValue[] =>
  values.flatMap((value) => [value, ...flat(value.children ?? [])]);

test('the same reports give the same bytes', () => {
  expect(Buffer.compare(bytes, indexFiles(corpus).get('catalogue.bin') as Uint8Array)).toBe(0);
});

test('every report is found by its own title typed without marks, first or second', () => {
  // Reports may share a title to the letter; then they share the first places.
  const titles = reports.map((report) => fold(report.title));
  const late = reports.flatMap((report, doc) => {
    const title = titles[doc] ?? '';
    const rank = idsOf(`q=${encodeURIComponent(title)}`).indexOf(report.id);
    const twins = titles.filter((other) => other === title).length;
    return rank >= 0 && rank < Math.max(2, twins) ? [] : [`${report.id}: ${rank}`];
  });
  expect(late).toEqual([]);
  // Nine hundred searches of a dozen words each, on a machine that may be busy.
}, 240_000);

describe('the five given pages are found by words of theirs, under their place, period and documents', () => {
  test.each([
    [
      'hai phong 05-ct/tw 2020',
      'hai-phong-6-thang-dau-nam-2020-ccfeff',
      'tinh=hai-phong&ky=2020-6-thang-dau-nam&vb=05-ct-tw-xii',
    ],
    [
      'tong ket tuyen giao hai phong 2021',
      'hai-phong-nam-2021-4bdc5b',
      'tinh=hai-phong&ky=2021-nam&vb=01-kl-tw-xiii,nqtw4-xiii',
    ],
    [
      'hung yen thong tin doi ngoai 2020',
      'hung-yen-nam-2020-e59245',
      'tinh=hung-yen&ky=2020-nam&vb=05-ct-tw-xii',
    ],
    [
      'cum thi dua so 3',
      'thai-nguyen-6-thang-dau-nam-2020-9fb719',
      'tinh=thai-nguyen&ky=2020-6-thang-dau-nam',
    ],
    [
      'bao lam 9 thang 2023',
      'lam-dong-9-thang-2023-167752',
      'tinh=lam-dong&ky=2023-9-thang&vb=21-kl-tw-xiii',
    ],
  ])('%s', (words, id, filters) => {
    expect(idsOf(`q=${encodeURIComponent(words)}`).slice(0, 3)).toContain(id);
    expect(idsOf(filters)).toContain(id);
    expect(idsOf(`q=${encodeURIComponent(words)}&${filters}`)[0]).toBe(id);
  });
});

test('a span of years finds what its years find, and is counted so', async () => {
  expect(idsOf('ky=2018..2020')).toEqual(idsOf('ky=2018,2019,2020'));
  const { facets, chips, total } = await ask('ky=2018..2020&q=tuyen+giao');
  expect(chips.map(({ label, query }) => [label, query])).toEqual([['Năm 2018–2020', 'q=tuyen+giao']]);
  expect(flat(facets.ky).find(({ value }) => value === '2018..2020')?.count).toBe(total);
});

test('counts of the facets are those of the files', async () => {
  const { facets, total } = await ask('');
  expect(total).toBe(reports.length);
  const counted = (name: keyof SearchResult['facets']) =>
    Object.fromEntries(flat(facets[name]).map(({ value, count }) => [value, count]));
  const tally = (values: (report: Report) => string[]) => {
    const sums: Record<string, number> = {};
    for (const report of reports)
      for (const value of new Set(values(report))) sums[value] = (sums[value] ?? 0) + 1;
    return sums;
  };
  const parts = new Map(corpus.provinces.map((one) => [one.slug, one.formerly.length]));

  expect(counted('cap')).toEqual(tally((report) => [report.level]));
  expect(counted('loai')).toEqual(tally((report) => [report.kind]));
  expect(counted('chu-de')).toEqual(tally((report) => report.topics));
  expect(counted('vb')).toEqual(
    tally((report) => report.directives.flatMap(({ id }) => (id ? [slugify(id)] : []))),
  );
  expect(counted('tinh')).toEqual(
    tally(({ province, currentProvince, level }) => {
      if (!currentProvince) return [level === 'trung-uong' ? 'trung-uong' : 'khong-ro'];
      const split = province && (parts.get(currentProvince) ?? 0) > 1;
      return split ? [currentProvince, `${currentProvince}.${province}`] : [currentProvince];
    }),
  );
  expect(counted('ky')).toEqual(
    tally(({ period, heldOn, publishedOn }) => {
      const year = period?.toYear ?? period?.year;
      const values = [`${year ?? (heldOn ?? publishedOn)?.slice(0, 4) ?? 'khong-ro'}`];
      if (period?.kind) values.push(period.kind, ...(year ? [`${year}-${period.kind}`] : []));
      if (period?.kind === 'thang' && year && period.month) values.push(`${year}-thang-${period.month}`);
      return values;
    }),
  );
});

describe('filters', () => {
  test('OR inside a facet, AND across facets', () => {
    const haiPhong = idsOf('tinh=hai-phong');
    const daNang = idsOf('tinh=da-nang');
    expect(idsOf('tinh=hai-phong,da-nang').sort()).toEqual([...haiPhong, ...daNang].sort());
    const giaoBan = new Set(idsOf('loai=giao-ban'));
    expect(idsOf('tinh=hai-phong&loai=giao-ban')).toEqual(haiPhong.filter((id) => giaoBan.has(id)));
  });

  test('a facet counts without its own selection, the others with it', async () => {
    const all = await ask('loai=giao-ban');
    const one = await ask('loai=giao-ban&tinh=hai-phong');
    expect(one.facets.tinh.map(({ value, count }) => [value, count])).toEqual(
      all.facets.tinh.map(({ value, count }) => [value, count]),
    );
    const years = one.facets.ky.filter((value) => /^\d{4}$|khong/.test(value.value));
    expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(one.total);
  });

  test('the count beside a value is what choosing it finds', async () => {
    const { facets } = await ask('q=tuyen giao&ky=2020');
    for (const value of flat(facets.tinh)) {
      expect(idsOf(`q=tuyen giao&ky=2020&tinh=${value.value}`), value.value).toHaveLength(value.count);
    }
  });

  test('a selected value that finds nothing stays visible', async () => {
    const { facets, total } = await ask('tinh=cao-bang&q=zzzzqqq');
    expect(total).toBe(0);
    expect(facets.tinh).toContainEqual(
      expect.objectContaining({ value: 'cao-bang', count: 0, selected: true }),
    );
  });

  test('a former province is part of the present one', () => {
    const whole = new Set(idsOf('tinh=lam-dong'));
    const former = idsOf('tinh=lam-dong.dak-nong');
    expect(former.length).toBeGreaterThan(0);
    expect(former.every((id) => whole.has(id))).toBe(true);
    expect(idsOf('tinh=dak-nong')).toEqual(former);
  });

  test('a directive brings its lineage along when asked to', () => {
    const alone = idsOf('vb=05-ct-tw-xii');
    const line = idsOf('vb=05-ct-tw-xii&ke-thua=1');
    const union = new Set([
      ...alone,
      ...idsOf('vb=03-ct-tw-xi'),
      ...idsOf('vb=01-kl-tw-xiii'),
      ...idsOf('vb=06-ct-tw-x'),
    ]);
    expect(line.length).toBeGreaterThan(alone.length);
    expect([...union].every((id) => line.includes(id))).toBe(true);
  });
});

describe('order and pages', () => {
  test('without words the newest come first, the undated last, either way round', () => {
    const year = (id: string) => {
      const report = reports.find((one) => one.id === id);
      const day = report?.heldOn ?? report?.publishedOn;
      return day ? Number(day.slice(0, 4)) : (report?.period?.toYear ?? report?.period?.year ?? null);
    };
    const newest = idsOf('').map(year);
    const dated = newest.filter((one) => one !== null);
    expect(newest.slice(0, dated.length)).toEqual(dated);
    expect(dated).toEqual(dated.toSorted((a, b) => b - a));
    expect(idsOf('sap-xep=cu-nhat').map(year)).toEqual([
      ...dated.toReversed(),
      ...newest.slice(dated.length),
    ]);
  });

  test('pages share out the whole result, once each', async () => {
    const first = await ask('q=tuyen giao');
    const seen: string[] = [];
    for (let page = 1; page <= first.pages; page++) {
      const { results } = await ask(`q=tuyen giao&trang=${page}`);
      seen.push(...results.flatMap((one) => [one.id, ...one.conference.others]));
    }
    expect(seen.toSorted()).toEqual(idsOf('q=tuyen giao').toSorted());
    expect(first.conferences).toBeLessThan(first.total);
    expect(first.results).toHaveLength(PAGE_SIZE);
  });

  test('a page past the end shows the last one and says so', async () => {
    const { page, pages, notices, results } = await ask('trang=99999');
    expect(page).toBe(pages);
    expect(results.length).toBeGreaterThan(0);
    expect(notices.map((notice) => notice.code)).toEqual(['page-past-end']);
  });
});

test('with nothing found, each filter to drop says how many that gives', async () => {
  const { total, onward } = await ask('tinh=hai-phong&ky=1999');
  expect(total).toBe(0);
  for (const offer of onward) expect(idsOf(offer.query)).toHaveLength(offer.count ?? -1);
  expect(onward.length).toBeGreaterThan(0);
});

test('a damaged catalogue is refused', () => {
  expect(() => openCatalogue(bytes.subarray(0, bytes.length >> 1))).toThrow(IndexDamaged);
  expect(() => openCatalogue(bytes.subarray(0, 10))).toThrow(IndexDamaged);
  for (const at of [0, 4, 5, 6, 7, 8, 12, 20, 3000, bytes.length - 5]) {
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    expect(() => openCatalogue(flipped), `byte ${at}`).toThrow(IndexDamaged);
  }
});
