import { describe, expect, it } from 'vitest';
import type { DirectiveEntry } from '../schema';
import { formatMends, type MendContext, mendRegistry, mendReports } from './mends';
import { type IncomingReport, reportRecord } from './records';

function directive(id: string, change: Partial<DirectiveEntry> = {}): DirectiveEntry {
  return {
    id,
    type: 'chi-thi',
    issuer: 'Bộ Chính trị',
    date: null,
    title: 'về việc khác',
    aliases: [],
    relations: [],
    topic: 'khac',
    evidenceUrl: null,
    verified: true,
    dateVerified: true,
    note: null,
    ...change,
  };
}

const province = (slug: string, name: string) => ({
  slug,
  name,
  fullName: name,
  code: '01',
  region: 'x',
  aliases: [],
  weakAliases: [],
});

const CONTEXT: MendContext = {
  directives: [
    directive('01-KL/TW@XII', { type: 'ket-luan', date: '2016-04-04', topic: 'kinh-te' }),
    directive('01-KL/TW@XIII', {
      type: 'ket-luan',
      date: '2021-05-18',
      topic: 'hoc-tap-lam-theo-bac',
      relations: [{ rel: 'continues', to: '05-CT/TW@XII' }],
    }),
    directive('05-CT/TW@XII', { date: '2016-05-15', topic: 'hoc-tap-lam-theo-bac' }),
    directive('35-CT/TW@XII', { date: '2019-05-30', topic: 'bau-cu-dai-hoi' }),
    directive('35-CT/TW@XIII', { date: '2024-06-14', topic: 'bau-cu-dai-hoi' }),
    directive('43-NQ/TW@XII', {
      type: 'nghi-quyet',
      date: '2019-01-24',
      title: 'về xây dựng thành phố Đà Nẵng',
    }),
    directive('43-NQ/TW@XIII', {
      type: 'nghi-quyet',
      date: '2023-11-24',
      issuer: 'Ban Chấp hành Trung ương',
    }),
  ],
  plenums: [
    { id: 'NQTW6-XII', number: 6, term: 'XII', documents: [] },
    { id: 'NQTW7-XII', number: 7, term: 'XII', documents: [] },
  ],
  provinces: [
    { slug: 'da-nang', formerly: [province('da-nang', 'Đà Nẵng'), province('quang-nam', 'Quảng Nam')] },
    { slug: 'hue', formerly: [province('hue', 'Huế')] },
  ],
  districts: [
    { name: 'Hội An', fullName: 'thành phố Hội An', province: 'quang-nam', code: '503' },
    { name: 'Châu Thành', fullName: 'huyện Châu Thành', province: 'quang-nam', code: '801' },
    { name: 'Châu Thành', fullName: 'thị xã Châu Thành', province: 'quang-nam', code: '802' },
  ],
};

function mend(change: Partial<IncomingReport>) {
  const record = reportRecord.parse({
    id: 'a-1',
    title: 'Hội nghị',
    source: 'Báo',
    level: 'tinh',
    kind: 'giao-ban',
    seen: 'part',
    abstract: '',
    period: {},
    directives: [],
    ...change,
  });
  const { reports, mends } = mendReports([record], CONTEXT);
  const [report] = reports;
  if (!report) throw new Error('the report is gone');
  return { report, kinds: mends.map(({ kind }) => kind) };
}

/** How one citation comes out: its ids with a ? where they are not certain, or `local`, or `open`. */
function cite(
  asWritten: string,
  key: string | null,
  change: Partial<IncomingReport> = {},
  citation: { id?: string; date?: string } = {},
): string {
  const { report } = mend({
    publishedOn: '2022-01-01',
    ...change,
    directives: [...(change.directives ?? []), { asWritten, key, id: null, certain: false, ...citation }],
  });
  const own = report.directives.filter((one) => one.asWritten === asWritten);
  if (own.length === 0) return report.localDocuments.includes(asWritten) ? 'local' : 'lost';
  return own.map(({ id, certain }) => (id ? `${id}${certain ? '' : '?'}` : 'open')).join(' ');
}

describe('a citation without a document', () => {
  it('finds it by the term, the date or the issuer in its words', () => {
    expect(cite('Kết luận 01 (khoá XII)', '01-KL/TW')).toBe('01-KL/TW@XII');
    expect(cite('Kết luận 01 khóa 13', '01-KL/TW')).toBe('01-KL/TW@XIII');
    expect(cite('Kết luận 01, ngày 4/4/2016', '01-KL/TW', {}, { date: '2016-04-04' })).toBe('01-KL/TW@XII');
    const later = { publishedOn: '2024-01-01' };
    expect(cite('Nghị quyết 43 của Bộ Chính trị', '43-NQ/TW', later)).toBe('43-NQ/TW@XII?');
  });

  it('cannot mean one newer than the report', () => {
    expect(cite('Chỉ thị 35', '35-CT/TW', { publishedOn: '2020-01-01' })).toBe('35-CT/TW@XII?');
    expect(cite('Chỉ thị 35', '35-CT/TW', { publishedOn: '2025-01-01' })).toBe('open');
    expect(cite('Chỉ thị 35', '35-CT/TW', { publishedOn: null, period: { kind: 'nam', year: 2020 } })).toBe(
      '35-CT/TW@XII?',
    );
  });

  it('is not given one whose number its words do not have', () => {
    expect(cite('chỉ thị về đại hội đảng', '35-CT/TW')).toBe('open');
    expect(cite('Chỉ thị 135', '35-CT/TW')).toBe('open');
  });

  it('may name several plenums', () => {
    expect(cite('nghị quyết Hội nghị Trung ương 6 và 7 (khóa XII)', null)).toBe('NQTW6-XII NQTW7-XII');
    expect(cite('Nghị quyết Trung ương 6', null)).toBe('open');
    expect(cite('Nghị quyết Trung ương 9 khóa XII', null)).toBe('open');
  });

  it('may name a document of a province or the State', () => {
    expect(cite('Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV', null)).toBe('local');
    expect(cite('Kế hoạch 68 của Ban Thường vụ Tỉnh ủy', null)).toBe('local');
    expect(cite('Nghị quyết số 119/2020/QH14', '119/2020/QH14')).toBe('local');
  });
});

describe('a citation that the year alone decided', () => {
  const conclusion = (change: Partial<IncomingReport> = {}) =>
    cite('Kết luận 01', '01-KL/TW', change, { id: '01-KL/TW@XIII' });

  it('becomes certain by its subject, its province or a document it belongs to', () => {
    expect(conclusion()).toBe('01-KL/TW@XIII?');
    expect(conclusion({ topics: ['hoc-tap-lam-theo-bac'] })).toBe('01-KL/TW@XIII');
    const directives = [{ asWritten: 'Chỉ thị 05', key: '05-CT/TW', id: '05-CT/TW@XII', certain: true }];
    expect(conclusion({ directives })).toBe('01-KL/TW@XIII');
    const danang = { publishedOn: '2024-01-01', province: 'da-nang', currentProvince: 'da-nang' };
    expect(cite('Nghị quyết 43', '43-NQ/TW', danang, { id: '43-NQ/TW@XII' })).toBe('43-NQ/TW@XII');
  });

  it('becomes certain by the year a review begins with', () => {
    const period = { kind: 'nhieu-nam', year: 2021, toYear: 2024 } as const;
    expect(conclusion({ kind: 'tong-ket', period })).toBe('01-KL/TW@XIII');
    expect(conclusion({ kind: 'giao-ban', period })).toBe('01-KL/TW@XIII?');
  });

  it('stays doubtful where rivals share the subject, or the words name another issuer', () => {
    const topics: IncomingReport['topics'] = ['bau-cu-dai-hoi'];
    const later = { publishedOn: '2025-01-01', topics };
    expect(cite('Chỉ thị 35', '35-CT/TW', later, { id: '35-CT/TW@XIII' })).toBe('35-CT/TW@XIII?');
    const before = { publishedOn: '2020-01-01', topics };
    expect(cite('Chỉ thị 35', '35-CT/TW', before, { id: '35-CT/TW@XII' })).toBe('35-CT/TW@XII');
    expect(cite('Chỉ thị 35 của Ban Bí thư', '35-CT/TW', before, { id: '35-CT/TW@XII' })).toBe(
      '35-CT/TW@XII?',
    );
  });
});

describe('facts', () => {
  it('lose a former province only after the merger, and only where it merged', () => {
    const danang = { province: 'da-nang', currentProvince: 'da-nang' };
    expect(mend({ ...danang, heldOn: '2025-07-01' }).report.province).toBeNull();
    expect(mend({ ...danang, heldOn: '2025-06-30' }).report.province).toBe('da-nang');
    expect(mend({ province: 'hue', currentProvince: 'hue', heldOn: '2026-01-01' }).report.province).toBe(
      'hue',
    );
  });

  it('gain the code of a district that only one can be', () => {
    const quangNam = { province: 'quang-nam', currentProvince: 'da-nang' };
    expect(mend({ ...quangNam, district: 'thị xã Hội An' }).report.districtCode).toBe('503');
    expect(mend({ ...quangNam, district: 'huyện Châu Thành' }).report.districtCode).toBeNull();
    expect(
      mend({ province: 'hue', currentProvince: 'hue', district: 'Hội An' }).report.districtCode,
    ).toBeNull();
  });

  it.each([
    ['Ban Tuyên giáo Thành ủy TPHCM', 'Ban Tuyên giáo Thành ủy TP. Hồ Chí Minh'],
    ['Ban Tuyên giáo Thành ủy TP.HCM', 'Ban Tuyên giáo Thành ủy TP. Hồ Chí Minh'],
    ['Ban Tuyên giáo Thành ủy TP. Hồ Chí Minh', 'Ban Tuyên giáo Thành ủy TP. Hồ Chí Minh'],
    ['Tỉnh ủy Bà Rịa – Vũng Tàu', 'Tỉnh ủy Bà Rịa - Vũng Tàu'],
  ])('spell %s one way', (organization, mended) => {
    expect(mend({ organization }).report.organization).toBe(mended);
  });

  it('spell a site one way', () => {
    expect(mend({ source: 'Quân đội nhân dân' }).report.source).toBe('Báo Quân đội nhân dân');
    expect(mend({ source: 'Báo Hà Nam' }).kinds).toEqual([]);
  });

  it.each([
    [{ value: 90, what: 'văn bản chỉ đạo (trên)' }, 'văn bản chỉ đạo', 'trên'],
    [{ value: 1500, what: 'báo cáo viên (gần 1.500)' }, 'báo cáo viên', 'gần'],
    [{ value: 741, what: 'có nhà văn hóa (trên 775)' }, 'có nhà văn hóa', '741/775'],
    [{ value: 85, what: 'đạt chuẩn (85/85)' }, 'đạt chuẩn', '85/85'],
    [{ value: 861, what: 'văn hóa (96,95%)' }, 'văn hóa (96,95%)', undefined],
  ])('read the qualifier of %j', (figure, what, qualifier) => {
    expect(mend({ figures: [{ unit: 'x', ...figure }] }).report.figures).toEqual([
      { value: figure.value, unit: 'x', what, ...(qualifier ? { qualifier } : {}) },
    ]);
  });

  it('that are right are left alone', () => {
    const { report, kinds } = mend({ province: 'hue', currentProvince: 'hue', organization: 'Tỉnh ủy' });
    expect(kinds).toEqual([]);
    expect(report).toMatchObject({ id: 'a-1', period: null, organization: 'Tỉnh ủy' });
  });
});

describe('the registry', () => {
  it('gains what it lacks, unverified, and keeps what it has', () => {
    const own = directive('43-NQ/TW@XII');
    const { directives, mends } = mendRegistry({ directives: [own], plenums: [] });
    expect(directives.filter(({ id }) => id === own.id)).toEqual([own]);
    const added = directives.filter(({ id }) => id !== own.id);
    expect(added.length).toBeGreaterThan(0);
    expect(added.every(({ verified }) => !verified)).toBe(true);
    expect(mends.map(({ where }) => where)).toEqual(expect.arrayContaining(added.map(({ id }) => id)));
  });
});

describe('the account of the mends', () => {
  it('counts them by kind and keeps a bar out of the table', () => {
    const page = formatMends([
      { kind: 'one', where: 'a', what: 'x | y', why: 'z' },
      { kind: 'two', where: 'b', what: 'x', why: 'z' },
      { kind: 'one', where: 'c', what: 'x', why: 'z' },
    ]);
    expect(page).toContain('## one (2)');
    expect(page).toContain('| a | x \\| y | z |');
    expect(page).toContain('3 in all');
  });
});
