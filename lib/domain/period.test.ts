import { describe, expect, it } from 'vitest';
import {
  parsePeriodValue,
  periodInWords,
  periodValueLabel,
  periodValues,
  periodYear,
  whenOf,
} from './period';

describe('the year of a period', () => {
  it('is the year a review of several years ends', () => {
    expect(periodYear({ kind: 'nhieu-nam', year: 2016, toYear: 2021 })).toBe(2021);
  });
  it('is unknown where the period has none', () => {
    expect(periodYear({ kind: 'thang', month: 10 })).toBeUndefined();
    expect(periodYear(null)).toBeUndefined();
  });
});

describe('when a report belongs', () => {
  const dates = { heldOn: '2020-01-10', publishedOn: '2021-02-01' };
  it('is told by the period, else by the day held, else by the day published', () => {
    expect(whenOf({ period: { kind: 'nam', year: 2019 }, ...dates })).toEqual({ year: 2019, from: 'period' });
    expect(whenOf({ period: { kind: 'thang', month: 1 }, ...dates })).toEqual({ year: 2020, from: 'held' });
    expect(whenOf({ period: null, ...dates, heldOn: null })).toEqual({ year: 2021, from: 'published' });
  });
  it('is unknown only where nothing is dated', () => {
    expect(whenOf({ period: { kind: 'quy-1' }, heldOn: null, publishedOn: null })).toBeNull();
  });
  it('is said with its period, and why it counts under a year that the period does not give', () => {
    expect(periodInWords({ period: { kind: 'quy-1', year: 2019 }, ...dates })).toBe('Quý I/2019');
    expect(periodInWords({ period: { kind: 'quy-1' }, ...dates })).toBe('Quý I (họp năm 2020)');
    expect(periodInWords({ period: null, heldOn: null, publishedOn: '2026-02-11' })).toBe('Đăng năm 2026');
    expect(periodInWords({ period: null, heldOn: null, publishedOn: null })).toBe('');
  });
  it('is found under that year, not under a quarter of it that nothing names', () => {
    expect(periodValues({ period: { kind: 'quy-1' }, ...dates })).toEqual(['2020', 'quy-1']);
    expect(periodValues({ period: null, ...dates, heldOn: null })).toEqual(['2021']);
    expect(periodValues({ period: null, heldOn: null, publishedOn: null })).toEqual(['khong-ro']);
  });
});

describe('a span of years is called', () => {
  it.each([
    ['2018..2020', 'Năm 2018–2020'],
    ['1930..2009', 'Trước năm 2010'],
  ])('%s: %s', (value, label) => expect(periodValueLabel(parsePeriodValue(value) ?? {})).toBe(label));
});
