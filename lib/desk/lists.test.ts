import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../catalogue/gazetteer';
import { loadRegistry } from '../catalogue/registry';
import { deskLists, entriesFor } from './lists';

const [{ gazetteer }, { directives, plenums }] = await Promise.all([
  loadGazetteer('data'),
  loadRegistry('data'),
]);
const lists = deskLists(gazetteer, directives, plenums);
const found = (entries: Parameters<typeof entriesFor>[0], typed: string) =>
  entriesFor(entries, typed).map(({ value }) => value);

describe('entriesFor', () => {
  it.each([
    ['hai phong', 'hai-phong'],
    ['Hải Phòng', 'hai-phong'],
    ['tphcm', 'tp-ho-chi-minh'],
    ['thai ng', 'thai-nguyen'],
    ['thừa thiên', 'hue'],
  ])('%s is %s', (typed, value) => expect(found(lists.provinces, typed)[0]).toBe(value));

  it('tells a province of today from a former one of the same name', () => {
    expect(found(lists.provinces, 'gia lai')).toEqual(['gia-lai', 'nay:gia-lai']);
    expect(found(lists.provinces, 'hung yen')).toEqual(['hung-yen', 'nay:hung-yen']);
  });

  it.each([
    ['05-ct/tw', '05-CT/TW@XII'],
    ['chỉ thị 05', '05-CT/TW@XII'],
    ['trung uong 4 khoa xii', 'NQTW4-XII'],
    ['ly luan trong giai doan hien nay', '01-NQ/TW@VII'],
  ])('%s is %s', (typed, value) => expect(found(lists.documents, typed)).toContain(value));

  it('offers the beginning of the list for nothing typed, nothing for what is not there', () => {
    expect(found(lists.provinces, '').length).toBeGreaterThan(5);
    expect(found(lists.provinces, 'zzz')).toEqual([]);
    expect(() => found(lists.provinces, '(((*+?')).not.toThrow();
  });
});
