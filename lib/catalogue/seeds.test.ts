/**
 * The five pages the project was made for: every fact that a reader of the page would write down stands in its record.
 * The facts are said here again, field by field, and not the pages' text.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../domain/report';
import { dataDirectory } from './directory';
import { loadCorpusOrThrow } from './load';

/** A figure as the page has it: value, unit, qualifier. */
type Figure = readonly [value: number, unit: RegExp, qualifier?: string];

interface Seed {
  facts: Partial<Report>;
  organization: RegExp;
  /** Id and, where the page gives one, date of every document cited; no other may stand there. */
  documents: Record<string, string | undefined>;
  figures: readonly Figure[];
  /** What stands on the page and belongs to no field: captions, furniture, anniversaries. */
  absent: readonly string[];
}

const SEEDS: Record<string, Seed> = {
  'hai-phong-6-thang-dau-nam-2020-ccfeff': {
    facts: {
      title: 'Sơ kết công tác Tuyên giáo 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2020',
      publishedOn: '2020-07-13',
      heldOn: '2020-07-13',
      province: 'hai-phong',
      currentProvince: 'hai-phong',
      district: null,
      level: 'tinh',
      kind: 'so-ket',
      period: { kind: '6-thang-dau-nam', year: 2020 },
      nextPeriod: { kind: '6-thang-cuoi-nam', year: 2020 },
      chair: null,
      author: 'Phương Trang',
    },
    organization: /^Ban Tuyên giáo Thành ủy Hải Phòng$/,
    documents: { '05-CT/TW@XII': undefined },
    figures: [[8, /^nhóm nhiệm vụ, giải pháp$/]],
    absent: ['Quang cảnh', 'QR', '1/8/1930'],
  },
  'hai-phong-nam-2021-4bdc5b': {
    facts: {
      title: 'Tổng kết công tác tuyên giáo năm 2021, triển khai nhiệm vụ năm 2022',
      publishedOn: null,
      heldOn: '2021-12-16',
      province: 'hai-phong',
      currentProvince: 'hai-phong',
      district: null,
      level: 'tinh',
      kind: 'tong-ket',
      period: { kind: 'nam', year: 2021 },
      nextPeriod: { kind: 'nam', year: 2022 },
      chair: 'Đào Khánh Hà',
      author: 'Hoàng Tùng',
    },
    organization: /^Ban Tuyên giáo Thành ủy Hải Phòng$/,
    documents: {
      '01-KL/TW@XIII': '2021-05-18',
      '05-CT/TW@XII': undefined,
      'NQTW4-XII': undefined,
      'NQTW4-XIII': undefined,
      'NQĐH-XIII': undefined,
    },
    figures: [
      [1200, /^hội nghị trực tiếp$/, 'trên'],
      [72000, /^cán bộ, đảng viên$/, 'gần'],
      [430, /^điểm cầu trực tuyến$/],
      [98962, /^lượt cán bộ đảng viên$/],
      [8, /^nhóm nhiệm vụ, giải pháp$/],
      [16, /^tập thể$/],
    ],
    absent: ['Quang cảnh', 'Các đại biểu dự', 'Trần Huy Kiên', '0225'],
  },
  'hung-yen-nam-2020-e59245': {
    facts: {
      title: 'Hưng Yên tổng kết công tác tuyên giáo và thông tin đối ngoại năm 2020',
      publishedOn: '2021-01-15',
      heldOn: '2021-01-14',
      province: 'hung-yen',
      currentProvince: 'hung-yen',
      district: null,
      level: 'tinh',
      kind: 'tong-ket',
      period: { kind: 'nam', year: 2020 },
      nextPeriod: { kind: 'nam', year: 2021 },
      chair: null,
      author: 'PV',
    },
    organization: /^Ban Tuyên giáo Tỉnh ủy Hưng Yên$/,
    documents: { '41-CT/TW@XII': '2020-03-24', '05-CT/TW@XII': '2016-05-15', 'NQĐH-XIII': undefined },
    figures: [
      [645, /^văn bản$/],
      [68, /^văn bản$/],
      [577, /^văn bản$/],
      [10, /^nhiệm vụ trọng tâm$/],
      [9, /^tập thể$/],
      [12, /^cá nhân$/],
    ],
    absent: ['leftcenterrightdel', 'Ý kiến bình luận'],
  },
  'thai-nguyen-6-thang-dau-nam-2020-9fb719': {
    facts: {
      title: 'Cụm thi đua số 3: Giao ban công tác tuyên giáo 6 tháng đầu năm 2020',
      source: 'tuyengiaothainguyen.org.vn',
      publishedOn: null,
      heldOn: '2020-06-19',
      province: 'thai-nguyen',
      currentProvince: 'thai-nguyen',
      district: null,
      level: 'tinh',
      kind: 'so-ket',
      period: { kind: '6-thang-dau-nam', year: 2020 },
      nextPeriod: { kind: '6-thang-cuoi-nam', year: 2020 },
      chair: null,
      author: 'Hoàng Nhung',
    },
    organization: /^Cụm thi đua số 3 – Ban Tuyên giáo Tỉnh ủy Thái Nguyên$/,
    documents: {},
    figures: [],
    absent: ['Trả lời', '1/8/1930'],
  },
  'lam-dong-9-thang-2023-167752': {
    facts: {
      title: 'Sơ kết công tác tuyên giáo 9 tháng đầu năm 2023',
      publishedOn: '2023-09-29',
      heldOn: '2023-09-28',
      province: 'lam-dong',
      currentProvince: 'lam-dong',
      district: 'huyện Bảo Lâm',
      districtCode: '680',
      level: 'huyen',
      kind: 'so-ket',
      period: { kind: '9-thang', year: 2023 },
      nextPeriod: { kind: 'quy-4', year: 2023 },
      chair: 'Phan Anh Tuấn',
      author: 'Hữu Thống',
    },
    organization: /^Ban Tuyên giáo Huyện ủy/,
    documents: { '01-KL/TW@XIII': undefined, '21-KL/TW@XIII': '2021-10-25' },
    figures: [],
    absent: ['Hội Cựu chiến binh', 'Toàn cảnh', 'Lượt xem', 'In trang'],
  },
};

describe('the five given pages', () => {
  let reports: ReadonlyMap<string, Report>;
  beforeAll(async () => {
    reports = new Map(
      (await loadCorpusOrThrow(dataDirectory())).reports.map((report) => [report.id, report]),
    );
  });

  describe.each(Object.entries(SEEDS))('%s', (id, { facts, organization, documents, figures, absent }) => {
    const record = () => reports.get(id) as Report;

    it.each(Object.entries(facts))('says %s', (field, value) => {
      expect(record()[field as keyof Report]).toEqual(value);
    });
    it('says who held it', () => {
      expect(record().organization).toMatch(organization);
    });
    it('cites its documents, with their dates, for certain, and no others', () => {
      const cited = record().directives.map(({ id, date }) => [id, date]);
      expect(Object.fromEntries(cited)).toEqual(documents);
      expect(cited).toHaveLength(Object.keys(documents).length);
      expect(record().directives.every(({ certain }) => certain)).toBe(true);
    });
    it('gives its figures with their qualifiers, and no others', () => {
      expect(record().figures).toHaveLength(figures.length);
      figures.forEach(([value, unit, qualifier], index) => {
        expect(record().figures[index]).toMatchObject({ value, unit: expect.stringMatching(unit) });
        expect(record().figures[index]?.qualifier).toBe(qualifier);
      });
    });
    it('holds nothing of captions and furniture', () => {
      const said = JSON.stringify(record());
      for (const words of absent) expect(said).not.toContain(words);
    });
    it('was read whole', () => {
      expect(record().seen).toBe('whole');
    });
  });
});

it('every record says when it came into the catalogue', async () => {
  const { reports } = await loadCorpusOrThrow(dataDirectory());
  expect(reports.filter(({ addedOn }) => !addedOn).map(({ id }) => id)).toEqual([]);
});
