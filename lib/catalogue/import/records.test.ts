import { describe, expect, it } from 'vitest';
import { type DirectiveRecord, directiveEntry, provinceEntry } from './records';

const RECORD: DirectiveRecord = {
  key: '05-CT/TW',
  id: '05-CT/TW@XII',
  type: 'chi-thi',
  number: 5,
  suffix: 'CT/TW',
  issuer: 'Bộ Chính trị',
  term: 'XII',
  date: '2016-05-15',
  title: 'về đẩy mạnh học tập',
  short_name: 'Chỉ thị 05',
  aliases: [],
  relations: [],
  topic: 'hoc-tap-lam-theo-bac',
  evidence_url: null,
  verified: true,
  date_verified: false,
  note: null,
  aliases_seen: [],
  number_seen: true,
  ambiguous_aliases: [],
  number_collides_with: [],
};

describe('a directive of the registry', () => {
  it('leaves out what its id says', () => {
    expect(directiveEntry(RECORD)).toEqual({
      id: '05-CT/TW@XII',
      type: 'chi-thi',
      issuer: 'Bộ Chính trị',
      date: '2016-05-15',
      title: 'về đẩy mạnh học tập',
      aliases: [],
      relations: [],
      topic: 'hoc-tap-lam-theo-bac',
      evidenceUrl: null,
      verified: true,
      dateVerified: false,
      note: null,
    });
    expect(directiveEntry({ ...RECORD, short_name: 'Chỉ thị về học Bác' }).shortName).toBe(
      'Chỉ thị về học Bác',
    );
  });

  it.each([
    'Chỉ thị số 05-CT/TW',
    '05-CT/TƯ',
    '05 - CT/TW',
    '05/CT-TW',
    'Chỉ thị 5',
    'CT05',
    'Chỉ thị số 05-CT/TW, ngày 15/5/2016',
    'Chỉ thị số 05-CT/TW ngày 15 tháng 5 năm 2016',
    'Chỉ thị 05 của Bộ Chính trị khóa XII',
    'Nghị quyết Trung ương 4 khóa XII',
    'Directive 05-CT/TW',
    'ngày 15-5-2016',
  ])('drops %s', (alias) => {
    expect(directiveEntry({ ...RECORD, aliases: [alias] }).aliases).toEqual([]);
  });

  it.each(['Chỉ thị số 05-CT/TW, ngày 16/5/2016', 'Chỉ thị 05 về nêu gương', '105-CT/TW', '05-CTr/TU'])(
    'keeps %s',
    (alias) => {
      expect(directiveEntry({ ...RECORD, aliases: [alias] }).aliases).toEqual([alias]);
    },
  );

  it('is refused where its parts differ from its id', () => {
    expect(() => directiveEntry({ ...RECORD, term: 'XI' })).toThrow(
      '05-CT/TW@XII: number, suffix or term differ',
    );
  });
});

describe('a province of the gazetteer', () => {
  const former = {
    slug: 'hue',
    name: 'Huế',
    fullName: 'thành phố Huế',
    code: '46',
    region: 'Bắc Trung Bộ',
    aliases: [],
    weakAliases: [],
    type: 'thành phố',
  };
  const { type: _type, ...plain } = former;

  it('that never merged has no formerly', () => {
    expect(provinceEntry({ ...former, seat: 'Thuận Hóa', formerly: [former] })).toEqual({
      ...plain,
      capital: 'Thuận Hóa',
    });
    expect(provinceEntry({ ...former, formerly: [{ ...former, capital: 'Huế' }] })).toEqual({
      ...plain,
      capital: 'Huế',
    });
  });
  it('keeps a former self that was another, and all its parts', () => {
    const tinh = { ...former, fullName: 'tỉnh Thừa Thiên Huế' };
    expect(provinceEntry({ ...former, formerly: [tinh] }).formerly).toHaveLength(1);
    expect(provinceEntry({ ...former, formerly: [former, tinh] }).formerly).toHaveLength(2);
  });
});
