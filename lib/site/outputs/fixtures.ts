/** A report, and a search that found it, for the tests of this folder. */

import type { Directive, FormerProvince, Report } from '../../domain/report';
import { VOCABULARY } from '../../search/fixtures';
import { searchInWords } from '../../search/in-words';
import { parseQuery, serialiseQuery } from '../../search/query';
import type { SearchResult } from '../../search/result';
import { type Holdings, holdingsOf } from '../browse/holdings';

export { VOCABULARY };

export const SITE = new URL('https://bao-cao.example');

export const REPORT: Report = {
  id: 'binh-dinh-6-thang-dau-nam-2020-0a1b2c',
  url: 'https://nguon.example/tin/{1}?a=1&b=2%20x',
  alsoAt: [],
  title: 'Sơ kết công tác tuyên giáo 6 tháng đầu năm, "đạt & vượt" 100% <kế hoạch>',
  titleIs: 'page',
  source: 'Báo Bình Định',
  publishedOn: '2020-07-14',
  heldOn: '2020-07-13',
  province: 'binh-dinh',
  currentProvince: 'gia-lai',
  district: 'huyện Tuy Phước',
  districtCode: null,
  level: 'huyen',
  organization: 'Ban Tuyên giáo Huyện ủy Tuy Phước',
  kind: 'so-ket',
  conference: null,
  period: { kind: '6-thang-dau-nam', year: 2020 },
  nextPeriod: null,
  directives: [
    { asWritten: 'Chỉ thị 05', id: '05-CT/TW@XII', certain: true },
    { asWritten: 'Chỉ thị 10-CT/TW', id: null, certain: false },
  ],
  localDocuments: ['Kế hoạch 57-KH/TU'],
  figures: [
    { value: 1234.5, unit: 'lượt người', what: 'dự học tập nghị quyết', qualifier: 'hơn' },
    { value: 100, unit: '%', what: 'số xã', qualifier: '13/13' },
  ],
  chair: null,
  author: null,
  topics: ['tuyen-truyen', 'covid-19'],
  terms: [],
  seen: 'whole',
  rights: 'reserved',
  status: 'published',
  withdrawnReason: null,
  addedOn: null,
  modifiedOn: null,
  abstract: 'Đoạn một.\n\nĐoạn hai.',
  fullText: 'Toàn văn không được mang đi.',
  evidence: {},
  ingest: null,
};

/** The result of a search over `total` reports, as far as outputs read it. */
export function resultOf(queryString: string, total: number): SearchResult {
  const { query } = parseQuery(queryString, VOCABULARY);
  return {
    query: serialiseQuery(query),
    state: query,
    words: searchInWords(query, VOCABULARY),
    total,
    page: 1,
    pageSize: 20,
    pages: 1,
    results: [],
    conferences: 0,
    near: [],
    applied: [],
    facets: { tinh: [], ky: [], vb: [], cap: [], loai: [], 'chu-de': [] },
    chips: [],
    span: null,
    cross: null,
    notices: [],
    suggestion: null,
    understood: [],
    nowhere: [],
    onward: [],
  };
}

function province(slug: string, name: string): FormerProvince {
  return { slug, name, fullName: `tỉnh ${name}`, code: '', region: '', aliases: [], weakAliases: [] };
}

const DIRECTIVE: Directive = {
  id: '05-CT/TW@XII',
  key: '05-CT/TW',
  type: 'chi-thi',
  number: 5,
  suffix: 'CT/TW',
  issuer: 'Bộ Chính trị',
  term: 'XII',
  date: '2016-05-15',
  title: 'về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  shortName: 'Chỉ thị 05',
  aliases: [],
  relations: [],
  topic: 'hoc-tap-lam-theo-bac',
  evidenceUrl: null,
  verified: true,
  dateVerified: true,
  note: null,
};

/** Reports a-1 … e-5 of one united province, each citing one directive of the registry and one beyond it. */
export const HOLDINGS: Holdings = holdingsOf({
  reports: ['a-1', 'b-2', 'c-3', 'd-4', 'e-5'].map((id) => ({ ...REPORT, id })),
  directives: [DIRECTIVE],
  plenums: [],
  provinces: [
    {
      ...province('gia-lai', 'Gia Lai'),
      formerly: [province('gia-lai', 'Gia Lai'), province('binh-dinh', 'Bình Định')],
    },
    { ...province('hue', 'Huế'), formerly: [province('hue', 'Huế')] },
  ],
});
