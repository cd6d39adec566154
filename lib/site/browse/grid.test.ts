import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORPUS } from './fixtures';
import { directivesByYear, formerProvinces, gapsOf, placesByYear, shade, shadeRanges } from './grid';
import { holdingsOf } from './holdings';

const holdings = holdingsOf(CORPUS);

describe('placesByYear', () => {
  const grid = placesByYear(holdings);

  it('has a row for every province, with reports or not, and for the country and the unknown', () => {
    expect(grid.rows.map(({ value, total }) => [value, total.count])).toEqual([
      ['ha-noi', 2],
      ['cao-bang', 0],
      ['gia-lai', 1],
      ['trung-uong', 1],
      ['khong-ro', 1],
    ]);
    expect(grid.years).toEqual([2021, 2020, 2019, 2018]);
  });

  it('counts every report in exactly one cell', () => {
    const cells = grid.rows.flatMap((row) => row.cells);
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(holdings.all.length);
    for (const { cells: own, total } of grid.rows) {
      expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(total.count);
    }
  });

  it('links a cell to its place and year', () => {
    expect(grid.rows[0]?.cells[1]).toEqual({ count: 1, href: '/?tinh=ha-noi&ky=2020' });
    expect(grid.rows[4]?.cells.at(-1)).toEqual({ count: 1, href: '/?tinh=khong-ro&ky=khong-ro' });
  });
});

it('directivesByYear follows a document over the years', () => {
  const [row] = directivesByYear(holdings, ['05-ct-tw-xii']).rows;
  expect(row?.cells.map(({ count }) => count)).toEqual([0, 2, 0, 1, 0]);
});

it('formerProvinces tells of each province of before the merger what it lacks', () => {
  expect(formerProvinces(holdings)).toEqual([
    {
      value: 'ha-noi',
      name: 'Hà Nội',
      count: 2,
      years: ['2016–2017', '2019', '2021–2025'],
      kinds: ['giao ban', 'chuyên đề'],
      noDistrict: true,
    },
    {
      value: 'cao-bang',
      name: 'Cao Bằng',
      count: 0,
      years: ['2016–2025'],
      kinds: ['tổng kết', 'sơ kết', 'giao ban', 'chuyên đề'],
      noDistrict: true,
    },
    expect.objectContaining({ value: 'gia-lai.gia-lai', count: 0 }),
    expect.objectContaining({ value: 'gia-lai.binh-dinh', count: 1, years: ['2016–2019', '2021–2025'] }),
  ]);
});

it('gapsOf says what is lacking', () => {
  expect(gapsOf(holdings)).toEqual({
    provinces: [{ value: 'cao-bang', label: 'Cao Bằng' }],
    formerProvinces: [{ value: 'gia-lai.gia-lai', label: 'Gia Lai (cũ)' }],
    years: [2019],
    noYear: { count: 1, href: '/?ky=khong-ro' },
    noPlace: { count: 1, href: '/?tinh=khong-ro' },
    unresolved: 2,
    citations: 7,
  });
});

describe('shades', () => {
  it('grow with the count, from none for nothing to the darkest for the most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(1000), fc.nat(1000), (max, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(shade(low, max)).toBeLessThanOrEqual(shade(high, max));
        expect(shade(0, max)).toBe(0);
        expect(shade(max, max)).toBe(4);
      }),
    );
  });

  it('have a legend that agrees and covers every count once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (max) => {
        const ranges = shadeRanges(max);
        const covered = ranges.flatMap(({ shade: level, from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => {
            expect(shade(from + i, max)).toBe(level);
            return from + i;
          }),
        );
        expect(covered).toEqual(Array.from({ length: max }, (_, i) => i + 1));
      }),
    );
  });
});
