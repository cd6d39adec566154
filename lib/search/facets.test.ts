import { describe, expect, test } from 'vitest';
import { parsePeriodValue, periodLabel } from '../domain/period';
import type { Period } from '../domain/report';
import { facetNamed } from './facets';
import { VOCABULARY } from './fixtures';

const periodValues = (period: Period | null) =>
  facetNamed('ky').valuesOf({ period } as Parameters<ReturnType<typeof facetNamed>['valuesOf']>[0]);

describe('a report falls under every value of its period', () => {
  test.each<[Period | null, string[]]>([
    [null, ['khong-ro']],
    [{ kind: 'thang', month: 5, year: 2018 }, ['2018', 'thang', '2018-thang', '2018-thang-5']],
    [{ kind: 'nhieu-nam', year: 2016, toYear: 2021 }, ['2021', 'nhieu-nam', '2021-nhieu-nam']],
    [{ kind: 'nhieu-nam', year: 2016 }, ['2016', 'nhieu-nam', '2016-nhieu-nam']],
    [{ kind: 'thang', month: 5 }, ['khong-ro', 'thang']],
    [{ year: 2018 }, ['2018']],
  ])('%j', (period, values) => {
    expect(periodValues(period)).toEqual(values);
  });

  test('every value of a report can be asked for, and its parents are its values too', () => {
    const facet = facetNamed('ky');
    for (const value of periodValues({ kind: 'thang', month: 5, year: 2018 })) {
      expect(facet.canonical(value, VOCABULARY).values).toEqual([value]);
      const parent = facet.parentOf(value);
      if (parent) expect(periodValues({ kind: 'thang', month: 5, year: 2018 })).toContain(parent);
    }
  });
});

describe('a span of years', () => {
  const { canonical, labelOf, partsOf } = facetNamed('ky');

  test.each([
    ['2018..2020', '2018..2020'],
    ['2020..2018', '2018..2020'],
    ['2019..2019', '2019'],
  ])('%s is the value %s', (raw, value) => {
    expect(canonical(raw, VOCABULARY).values).toEqual([value]);
  });

  test.each(['2018..', '..2020', '2018...2020', '2018..20', '1800..1900', '2018..nam'])(
    '%s is none',
    (raw) => {
      expect(canonical(raw, VOCABULARY).values).toEqual([]);
    },
  );

  test('stands for its years and is called by its ends', () => {
    expect(partsOf('2018..2020')).toEqual(['2018', '2019', '2020']);
    expect(labelOf('2018..2020', VOCABULARY)).toBe('Năm 2018–2020');
    expect(partsOf('2018-nam')).toEqual(['2018-nam']);
  });
});

test.each<[Period | null, string]>([
  [null, ''],
  [{ kind: '6-thang-dau-nam', year: 2020 }, '6 tháng đầu năm 2020'],
  [{ kind: 'quy-1', year: 2019 }, 'Quý I/2019'],
  [{ kind: 'nam', year: 2019 }, 'Năm 2019'],
  [{ kind: 'thang', year: 2018, month: 5 }, 'Tháng 5/2018'],
  [{ kind: 'thang', month: 10 }, 'Tháng 10'],
  [{ kind: 'nhieu-nam', year: 2016, toYear: 2021 }, '2016–2021'],
  [{ kind: 'nhieu-nam', toYear: 2021 }, 'Nhiều năm (đến 2021)'],
  [{ kind: 'quy-4' }, 'Quý IV'],
  [{ year: 2018 }, 'Năm 2018'],
])('the period %j reads %s', (period, label) => {
  expect(periodLabel(period)).toBe(label);
});

test.each(['', '-', 'nam-2020', '2020-thang-', '2020-quy-5', '2020-2021'])('%j is no period', (value) => {
  expect(parsePeriodValue(value)).toBeNull();
});
