import { describe, expect, it } from 'vitest';
import { comparisonPath } from '../../domain/paths';
import { compareReports, parseComparison } from './comparison';
import { CORPUS } from './fixtures';
import { holdingsOf } from './holdings';

const holdings = holdingsOf(CORPUS);

describe('parseComparison', () => {
  it('reads ids with commas, given again, and whole addresses, each once', () => {
    expect(parseComparison(['a,b', 'b', 'https://x.vn/bao-cao/c-1?tu=q%3Dd#trich-dan'])).toEqual([
      'a',
      'b',
      'c-1',
    ]);
    expect(parseComparison([' , ', ''])).toEqual([]);
  });

  it('reads back its own address', () => {
    expect(parseComparison([comparisonPath(['a', 'b']).replace('/so-sanh?bc=', '')])).toEqual(['a', 'b']);
    expect(comparisonPath([])).toBe('/so-sanh');
  });
});

describe('compareReports', () => {
  it('keeps the order asked for and says what it does not know', () => {
    const { holdings: shown, unknown } = compareReports(
      ['binh-dinh-nam-2020-c', 'x', 'rut-f', 'ha-noi-nam-2020-a'],
      holdings,
    );
    expect(shown.map(({ report }) => report.id)).toEqual(['binh-dinh-nam-2020-c', 'ha-noi-nam-2020-a']);
    expect(unknown).toEqual(['x', 'rut-f']);
  });

  it('puts shared documents first and says which report cites which', () => {
    const { directives } = compareReports(['ha-noi-nam-2020-a', 'binh-dinh-nam-2020-c'], holdings);
    expect(directives.map(({ slug, cited }) => [slug, ...cited])).toEqual([
      ['05-ct-tw-xii', true, true],
      ['18-nq-tw-xii', true, false],
      ['nqtw6-xii', false, true],
    ]);
  });

  it('compares four and tells of the rest', () => {
    const { holdings: shown, left } = compareReports([...holdings.byId.keys()], holdings);
    expect(shown).toHaveLength(4);
    expect(left).toEqual(['khong-ro-e']);
  });
});
