import { expect, test } from 'vitest';
import { EMPTY_QUERY, type Query, withFilter } from './query';
import type { FacetValue } from './result';
import { timelineOf, withYears } from './timeline';

const value = (name: string, count: number, children: FacetValue[] = []): FacetValue => ({
  value: name,
  label: name,
  count,
  selected: false,
  children,
});
const KY = [
  value('2020', 9, [
    value('2020-nam', 2),
    value('2020-6-thang-dau-nam', 1),
    value('2020-quy-3', 1),
    value('2020-thang', 4, [value('2020-thang-5', 3), value('2020-thang-12', 1)]),
  ]),
  value('2018', 1),
  value('khong-ro', 5),
  value('nam', 2),
];
const facets = { ky: KY };
const for_ = (...ky: string[]): Query => withFilter(EMPTY_QUERY, 'ky', ky);

test('every year of the span has its place, halves counted from their periods', () => {
  expect(timelineOf({ facets, state: EMPTY_QUERY, span: { first: 2018, last: 2020 } })).toEqual([
    { year: 2018, count: 1, halves: [0, 0], chosen: false },
    { year: 2019, count: 0, halves: [0, 0], chosen: false },
    { year: 2020, count: 9, halves: [4, 2], chosen: false },
  ]);
  expect(timelineOf({ facets, state: EMPTY_QUERY, span: null })).toEqual([]);
});

test.each<[string[], number[]]>([
  [['2018..2019'], [2018, 2019]],
  [['2020-6-thang-dau-nam', 'khong-ro'], [2020]],
  [['nam'], []],
])('the search for %j is for the years %j', (ky, years) => {
  const bars = timelineOf({ facets, state: for_(...ky), span: { first: 2018, last: 2020 } });
  expect(bars.flatMap(({ year, chosen }) => (chosen ? [year] : []))).toEqual(years);
});

test('years take the place of what was chosen, and go when chosen again', () => {
  expect(withYears(for_('2016', 'nam'), 2020, 2018).filters.ky).toEqual(['2018..2020']);
  expect(withYears(for_('2018..2020'), 2018, 2020).filters.ky).toEqual([]);
  expect(withYears(for_('2018..2020'), 2019, 2019).filters.ky).toEqual(['2019']);
});
