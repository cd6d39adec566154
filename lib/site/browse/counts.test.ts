import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../search/query';
import { byDirective, byPlace, byYear, citedTogether, citing, inPlace, yearsBetween } from './counts';
import { CORPUS } from './fixtures';
import { holdingsOf } from './holdings';

const holdings = holdingsOf(CORPUS);

describe('byYear', () => {
  it('leaves out no year between, and puts the unknown last', () => {
    expect(byYear(holdings.all).map(({ year, count }) => [year, count])).toEqual([
      [2021, 1],
      [2020, 2],
      [2019, 0],
      [2018, 1],
      [null, 1],
    ]);
  });

  it('counts kinds in the order of their table, and sums to the year', () => {
    for (const { count, kinds } of byYear(holdings.all)) {
      expect(kinds.reduce((sum, kind) => sum + kind.count, 0)).toBe(count);
    }
    expect(byYear(holdings.all)[1]?.kinds.map(({ count }) => count)).toEqual([2, 0, 0, 0]);
  });

  it('links to searches that mean the same year, kind and place', () => {
    const row = byYear(inPlace(holdings, 'ha-noi'), { tinh: 'ha-noi' }).find(({ year }) => year === 2018);
    const { query } = parseQuery(row?.kinds[1]?.href ?? '', holdings.vocabulary);
    expect(query.filters).toMatchObject({ tinh: ['ha-noi'], ky: ['2018'], loai: ['so-ket'] });
  });

  it('is empty for no reports', () => {
    expect(byYear([])).toEqual([]);
    expect(yearsBetween([])).toEqual([]);
  });
});

describe('counts of places and documents', () => {
  it('rank, most first, under today’s provinces', () => {
    expect(byPlace(holdings.all, holdings).map(({ value, count }) => [value, count])).toEqual([
      ['ha-noi', 2],
      ['gia-lai', 1],
      ['khong-ro', 1],
      ['trung-uong', 1],
    ]);
  });

  it('count a document once for each report', () => {
    const [first] = byDirective(holdings.all, holdings);
    expect(first).toMatchObject({ slug: '05-ct-tw-xii', count: 3 });
    expect(citing(holdings, '05-ct-tw-xii')).toHaveLength(3);
  });

  it('find what is cited together, not the document itself', () => {
    expect(citedTogether('05-ct-tw-xii', holdings).map(({ slug, count }) => [slug, count])).toEqual([
      ['18-nq-tw-xii', 1],
      ['nqtw6-xii', 1],
    ]);
  });
});
