import { describe, expect, it } from 'vitest';
import { periodYear, reportYear } from './period';

describe('the year of a period', () => {
  it('is the year a review of several years ends', () => {
    expect(periodYear({ kind: 'nhieu-nam', year: 2016, toYear: 2021 })).toBe(2021);
  });
  it('is unknown where the period has none', () => {
    expect(periodYear({ kind: 'thang', month: 10 })).toBeUndefined();
    expect(periodYear(null)).toBeUndefined();
  });
});

describe('the year a report is filed under', () => {
  const dates = { heldOn: '2020-01-10', publishedOn: '2021-02-01' };
  it('is that of the period, else of the conference, else of the page', () => {
    expect(reportYear({ period: { kind: 'nam', year: 2019 }, ...dates })).toBe(2019);
    expect(reportYear({ period: { kind: 'thang', month: 1 }, ...dates })).toBe(2020);
    expect(reportYear({ period: null, ...dates, heldOn: null })).toBe(2021);
    expect(reportYear({ period: null, heldOn: null, publishedOn: null })).toBeUndefined();
  });
});
