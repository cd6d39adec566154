import { describe, expect, it } from 'vitest';
import { conferenceOf } from './conference';

const REPORT = {
  id: 'hai-phong-nam-2021-1',
  conference: null,
  province: 'hai-phong',
  currentProvince: 'hai-phong',
  level: 'tinh',
  district: null,
  heldOn: '2021-12-16',
  kind: 'tong-ket',
} as const;

describe('the conference of a report', () => {
  it('is told by place, day, kind and district', () => {
    expect(conferenceOf(REPORT)).toBe('hai-phong-2021-12-16-tong-ket');
    expect(conferenceOf({ ...REPORT, id: 'another' })).toBe(conferenceOf(REPORT));
    expect(conferenceOf({ ...REPORT, district: 'huyện An Lão' })).toBe(
      'hai-phong-huyen-an-lao-2021-12-16-tong-ket',
    );
    for (const other of [{ kind: 'so-ket' }, { heldOn: '2021-12-17' }, { province: 'hai-duong' }] as const)
      expect(conferenceOf({ ...REPORT, ...other })).not.toBe(conferenceOf(REPORT));
  });
  it('takes today’s province where the former one is not known, and the whole country for a national one', () => {
    expect(conferenceOf({ ...REPORT, province: null })).toBe('hai-phong-2021-12-16-tong-ket');
    expect(conferenceOf({ ...REPORT, province: null, currentProvince: null, level: 'trung-uong' })).toBe(
      'trung-uong-2021-12-16-tong-ket',
    );
  });
  it('is the report’s own where place or day is not known', () => {
    expect(conferenceOf({ ...REPORT, heldOn: null })).toBe(REPORT.id);
    expect(conferenceOf({ ...REPORT, province: null, currentProvince: null })).toBe(REPORT.id);
  });
  it('is what the file says, where it says it', () => {
    expect(conferenceOf({ ...REPORT, conference: 'hai-phong-2021-12-16-sang' })).toBe(
      'hai-phong-2021-12-16-sang',
    );
  });
});
