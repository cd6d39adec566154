import { expect, it } from 'vitest';
import { CORPUS } from './fixtures';
import { formerProvinces, gapsOf } from './gaps';
import { holdingsOf } from './holdings';

const holdings = holdingsOf(CORPUS);

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
