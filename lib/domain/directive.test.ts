import { describe, expect, it } from 'vitest';
import { partsOfId, plenumOf, readTerm, termBegins, termEnds, termOf, usualShortName } from './directive';

describe('an id of the registry', () => {
  it.each([
    ['05-CT/TW@XII', { key: '05-CT/TW', number: 5, suffix: 'CT/TW', term: 'XII' }],
    ['08-QĐi/TW@XII', { key: '08-QĐi/TW', number: 8, suffix: 'QĐi/TW', term: 'XII' }],
    ['16/CT-TTg', { key: '16/CT-TTg', number: 16, suffix: 'CT-TTg', term: null }],
    ['NQĐH-XIII', { key: 'NQĐH-XIII', number: null, suffix: null, term: 'XIII' }],
  ])('%s says its parts', (id, parts) => {
    expect(partsOfId(id)).toEqual(parts);
  });
  it('says the number and term of a plenum', () => {
    expect(plenumOf('NQTW13-XII', [])).toEqual({ id: 'NQTW13-XII', number: 13, term: 'XII', documents: [] });
  });
});

describe('the usual short name', () => {
  it('is the type and the number in two digits', () => {
    expect(usualShortName({ id: '05-CT/TW@XII', type: 'chi-thi' })).toBe('Chỉ thị 05');
    expect(usualShortName({ id: '1209/QĐ-TTg', type: 'quyet-dinh' })).toBe('Quyết định 1209');
  });
  it('is not there without a number', () => {
    expect(usualShortName({ id: 'NQĐH-XIII', type: 'nghi-quyet' })).toBeUndefined();
  });
});

describe('a term', () => {
  it.each([
    ['XI', '2011-01-12', '2016-01-19'],
    ['XII', '2016-01-20', '2021-01-24'],
    ['XIII', '2021-01-25', '2026-01-18'],
  ])('%s begins with its congress and ends the day before the next', (term, first, last) => {
    expect([termOf(first), termOf(last)]).toEqual([term, term]);
    expect([termBegins(term), termEnds(term)]).toEqual([first, last]);
    const after = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
    expect(termOf(after)).not.toBe(term);
  });
  it('is not known before the first congress of the table', () => {
    expect(termOf('1991-06-23')).toBeNull();
  });
  it.each([
    ['12', 'XII'],
    ['xiv', 'XIV'],
    ['0', null],
    ['16', null],
    ['iiii', null],
  ])('%s reads %s', (written, term) => {
    expect(readTerm(written)).toBe(term);
  });
});
