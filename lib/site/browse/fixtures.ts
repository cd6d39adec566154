/** A catalogue small enough to count by hand, for the tests of this folder. */
import type { Corpus, Directive, FormerProvince, Report } from '../../domain/report';

const place = (slug: string, name: string): FormerProvince => ({
  slug,
  name,
  fullName: `tỉnh ${name}`,
  code: '',
  region: 'Miền',
  aliases: [],
  weakAliases: [],
});

export function directive(id: string, rest: Partial<Directive> = {}): Directive {
  const [key = id, term = null] = id.split('@');
  return {
    id,
    key,
    type: key.includes('NQ') ? 'nghi-quyet' : 'chi-thi',
    number: Number.parseInt(key, 10),
    suffix: key.replace(/^\d+-/, ''),
    issuer: 'Bộ Chính trị',
    term,
    date: null,
    title: `về ${id}`,
    shortName: key,
    aliases: [],
    relations: [],
    topic: 'khac',
    evidenceUrl: null,
    verified: true,
    dateVerified: true,
    note: null,
    ...rest,
  };
}

export function report(id: string, rest: Partial<Report> = {}): Report {
  return {
    id,
    url: `https://nguon.example/${id}`,
    alsoAt: [],
    title: id,
    titleIs: 'page',
    source: 'Báo',
    publishedOn: null,
    heldOn: null,
    province: null,
    currentProvince: null,
    district: null,
    districtCode: null,
    level: 'tinh',
    organization: null,
    kind: 'tong-ket',
    conference: null,
    period: null,
    nextPeriod: null,
    directives: [],
    localDocuments: [],
    figures: [],
    chair: null,
    author: null,
    topics: ['tuyen-truyen'],
    terms: [],
    seen: 'whole',
    rights: 'reserved',
    status: 'published',
    withdrawnReason: null,
    addedOn: null,
    modifiedOn: null,
    abstract: '',
    fullText: null,
    evidence: {},
    ingest: null,
    ...rest,
  };
}

export const cites = (...ids: string[]): Report['directives'] =>
  ids.map((id) => ({ asWritten: id, id, certain: true }));

/** Gia Lai of today is Gia Lai and Bình Định; Hà Nội kept its borders; Cao Bằng has no report. */
export const CORPUS: Corpus = {
  provinces: [
    { ...place('ha-noi', 'Hà Nội'), formerly: [place('ha-noi', 'Hà Nội')] },
    { ...place('cao-bang', 'Cao Bằng'), formerly: [place('cao-bang', 'Cao Bằng')] },
    {
      ...place('gia-lai', 'Gia Lai'),
      formerly: [place('gia-lai', 'Gia Lai'), place('binh-dinh', 'Bình Định')],
    },
  ],
  directives: [
    directive('06-CT/TW@X', { date: '2006-11-07' }),
    directive('03-CT/TW@XI', { date: '2011-05-14', relations: [{ rel: 'continues', to: '06-CT/TW@X' }] }),
    directive('05-CT/TW@XII', { date: '2016-05-15', relations: [{ rel: 'continues', to: '03-CT/TW@XI' }] }),
    directive('03-KH/TW@XII', { date: '2016-07-25', relations: [{ rel: 'implements', to: '05-CT/TW@XII' }] }),
    directive('43-NQ/TW@XIII'),
    directive('18-NQ/TW@XII'),
    directive('18-NQ/TW@XIII'),
  ],
  plenums: [{ id: 'NQTW6-XII', number: 6, term: 'XII', documents: ['18-NQ/TW@XII'] }],
  reports: [
    report('ha-noi-nam-2020-a', {
      province: 'ha-noi',
      currentProvince: 'ha-noi',
      period: { kind: 'nam', year: 2020 },
      heldOn: '2020-12-30',
      directives: cites('05-CT/TW@XII', '18-NQ/TW@XII'),
      abstract: 'Hội nghị bàn về đội ngũ báo cáo viên và bản tin nội bộ.',
    }),
    report('ha-noi-nam-2018-b', {
      province: 'ha-noi',
      currentProvince: 'ha-noi',
      kind: 'so-ket',
      period: { kind: 'nam', year: 2018 },
      heldOn: '2018-12-20',
      directives: cites('05-CT/TW@XII'),
      abstract: 'Đội ngũ báo cáo viên được cấp bản tin nội bộ hằng tháng.',
    }),
    report('binh-dinh-nam-2020-c', {
      province: 'binh-dinh',
      currentProvince: 'gia-lai',
      period: { kind: 'nam', year: 2020 },
      heldOn: '2020-12-10',
      directives: [
        ...cites('05-CT/TW@XII', 'NQTW6-XII'),
        { asWritten: 'Nghị quyết 43-NQ/TW ngày 24/01/2019', id: null, certain: false },
        { asWritten: 'Kế hoạch 68-KH/TU', id: null, certain: false },
      ],
      abstract: 'Thu ngân sách vượt kế hoạch.',
    }),
    report('trung-uong-nam-2021-d', {
      level: 'trung-uong',
      kind: 'giao-ban',
      period: { kind: 'nhieu-nam', year: 2016, toYear: 2021 },
      publishedOn: '2021-05-01',
    }),
    report('khong-ro-e', { level: 'khac', kind: 'chuyen-de' }),
    report('rut-f', { status: 'withdrawn', withdrawnReason: 'Nguồn xin rút.', period: { year: 2020 } }),
  ],
};
