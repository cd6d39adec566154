import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Device,
  EMPTY_DEVICE,
  isNewer,
  MOST,
  merged,
  newReports,
  parseDevice,
  type SavedSearch,
  withoutSearch,
  withPick,
  withReport,
  withSearch,
  withVisit,
} from './device';

const AT = '2026-11-22T06:00:00.000Z';
const search = (query: string, rest: Partial<SavedSearch> = {}): SavedSearch => ({
  query,
  words: query,
  savedAt: AT,
  total: 3,
  newest: ['c', 'b', 'a'],
  ...rest,
});
const report = (id: string) => ({ id, title: id, detail: '', seenAt: AT });
const device = [search('tinh=hue'), search('q=a')].reduce(withSearch, EMPTY_DEVICE);

test('what is kept comes back, whatever the texts', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 80 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.nat(), (texts, total) => {
      const kept = texts.reduce<Device>(
        (all, one, i) => withReport(withSearch(all, search(one, { words: one, total })), report(`r-${i}`)),
        EMPTY_DEVICE,
      );
      expect(parseDevice(JSON.stringify(kept))).toEqual(kept);
    }),
  );
});

test('strange texts are nothing of ours; strange items are left out', () => {
  for (const json of ['', 'x', 'null', '[]', '{}', '{"version":2,"searches":[]}']) {
    expect(parseDevice(json), json).toBeNull();
  }
  const odd = {
    version: 1,
    searches: [
      null,
      1,
      { query: 5 },
      { ...search('a'), total: -1 },
      { ...search('b'), newest: ['../x', 'ok'] },
    ],
    reports: [{ ...report('x'), id: 'javascript:alert(1)' }, report('y'), 'z'],
    picks: [{ id: '../p', title: 'x' }, { id: 'p', title: 'P' }, { id: 'q' }],
    more: true,
  };
  expect(parseDevice(JSON.stringify(odd))).toEqual({
    version: 1,
    searches: [search('b', { newest: ['ok'] })],
    reports: [report('y')],
    picks: [{ id: 'p', title: 'P' }],
  });
  fc.assert(
    fc.property(fc.json(), (json) => {
      const read = parseDevice(json);
      if (read) expect(parseDevice(JSON.stringify(read))).toEqual(read);
    }),
  );
});

test('saved last and seen last stand first, each once, so many at most', () => {
  expect(device.searches.map(({ query }) => query)).toEqual(['q=a', 'tinh=hue']);
  expect(withSearch(device, search('tinh=hue')).searches.map(({ query }) => query)).toEqual([
    'tinh=hue',
    'q=a',
  ]);
  expect(withoutSearch(device, 'q=a').searches.map(({ query }) => query)).toEqual(['tinh=hue']);
  const many = Array.from({ length: MOST.reports + 5 }, (_, i) => report(`r-${i}`)).reduce(
    withReport,
    device,
  );
  expect(many.reports).toHaveLength(MOST.reports);
  expect(
    withReport(many, report('r-20'))
      .reports.slice(0, 2)
      .map(({ id }) => id),
  ).toEqual(['r-20', 'r-54']);
});

test('an import adds and never replaces', () => {
  const other = [search('q=a', { total: 99 }), search('q=b')].reduce(withSearch, EMPTY_DEVICE);
  expect(merged(device, other).searches.map(({ query, total }) => [query, total])).toEqual([
    ['q=a', 3],
    ['tinh=hue', 3],
    ['q=b', 3],
  ]);
  expect(merged(device, device)).toEqual(device);
});

test('new since the last visit', () => {
  const known = search('q=a');
  expect(newReports(known, { total: 3, newest: ['c', 'b', 'a'] })).toBe(0);
  expect(newReports(known, { total: 5, newest: ['e', 'd', 'c', 'b', 'a'] })).toBe(2);
  // An old report came in: the newest are as they were.
  expect(newReports(known, { total: 4, newest: ['c', 'b', 'a'] })).toBe(1);
  // One came, one went.
  expect(newReports(known, { total: 3, newest: ['d', 'c', 'b'] })).toBe(1);
  // One went, so that an older one moved up into the page.
  expect(newReports(known, { total: 2, newest: ['c', 'a', 'z'] })).toBe(0);
  // Never asked for before: the total alone tells.
  expect(newReports({ ...known, newest: [] }, { total: 3, newest: ['d', 'c', 'b'] })).toBe(0);
});

test('a visit makes what is found now known; without change the device stays the same', () => {
  const visited = withVisit(device, 'q=a', { total: 5, newest: ['e'] });
  expect(visited.searches[0]).toEqual(search('q=a', { total: 5, newest: ['e'] }));
  expect(withVisit(visited, 'q=a', { total: 5, newest: ['e'] })).toBe(visited);
  expect(withVisit(device, 'q=none', { total: 5, newest: [] })).toBe(device);
});

test('what a newer version kept is told apart from what is damaged', () => {
  expect(isNewer(JSON.stringify({ version: 2, searches: {} }))).toBe(true);
  for (const json of [JSON.stringify(device), '{"version":"9"}', '[]', '{', 'null'])
    expect(isNewer(json)).toBe(false);
});

test('a report is picked, kept and put back', () => {
  const [a, b] = [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ];
  const picked = withPick(withPick(device, a, true), b, true);
  expect(parseDevice(JSON.stringify(picked))).toEqual(picked);
  expect(picked.picks).toEqual([a, b]);
  expect(withPick(picked, a, false).picks).toEqual([b]);
  expect(merged(withPick(device, b, true), picked).picks).toEqual([b, a]);
  expect(picked.searches).toEqual(device.searches);
});
