import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare } from '../page/text';
import { addDays, daysBetween, isoDate, readDates } from './dates';

function read(text: string): string[] {
  return readDates(bare(text)).map(({ day, month, year, toDay }) =>
    [day, month, year, toDay].join(' ').trim(),
  );
}

describe('readDates', () => {
  it.each([
    ['Ngày 5-5', '5 5'],
    ['15.12', '15 12'],
    ['24.6.2014', '24 6 2014'],
    ['ngày 1.11. 2011', '1 11 2011'],
    ['18/1/2014', '18 1 2014'],
    ['29-1-2015', '29 1 2015'],
    ['hai ngày 24 và 25-3', '24 3  25'],
    ['Ngày 23 và 24/3/2017', '23 3 2017 24'],
    ['từ ngày 21-23/4', '21 4  23'],
    ['ngày 08 tháng 01 năm 2020', '8 1 2020'],
    ['11 Th1, 2019 lúc 7:39', '11 1 2019'],
    ['18 October 2019', '18 10 2019'],
    ['2025-06-08', '8 6 2025'],
    ['31/2', '31 2'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each(['1.200 hội nghị', '109/109 xã', '0225.3821.055', '98,04%', '6 tháng đầu năm 2020'])(
    'sees no date in %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('isoDate', () => {
  it('knows the calendar', () => {
    expect(isoDate(2020, 2, 29)).toBe('2020-02-29');
    expect(isoDate(2021, 2, 29)).toBeNull();
    expect(isoDate(2014, 9, 31)).toBeNull();
  });

  it('agrees with counting days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        expect(daysBetween('2020-01-01', addDays('2020-01-01', days))).toBe(days);
      }),
    );
  });
});
