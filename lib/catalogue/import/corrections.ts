/**
 * What reading the catalogue's records one by one showed to be wrong or missing, and no rule could say. Each is
 * proved by the record itself or by its neighbours in the catalogue; `why` says how.
 */
import type { Report } from '../../domain/report';

export interface Correction {
  report: string;
  set: Partial<Pick<Report, 'period' | 'heldOn' | 'kind'>>;
  why: string;
}

const secondHalf = (year: number) => ({ kind: '6-thang-cuoi-nam', year }) as const;
const span = (year: number, toYear: number) => ({ kind: 'nhieu-nam', year, toYear }) as const;

export const CORRECTIONS: readonly Correction[] = [
  // Meetings on the second half of a year, which the records had as the whole year or as no kind at all.
  {
    report: 'an-giang-nam-2019-76ae15',
    set: { period: secondHalf(2019) },
    why: 'its terms and abstract say 6 tháng cuối năm 2019, not the whole year',
  },
  {
    report: 'ninh-thuan-khac-2019-e87c02',
    set: { period: secondHalf(2019) },
    why: 'the title says 6 tháng cuối năm 2019',
  },
  {
    report: 'trung-uong-khac-2018-ecae4d',
    set: { period: secondHalf(2018) },
    why: 'the title says 6 tháng cuối năm 2018',
  },
  {
    report: 'trung-uong-khac-66b431',
    set: { period: secondHalf(2019) },
    why: 'its terms say 6 tháng cuối năm 2019',
  },

  // Reviews of "N years of" a document: from the document's year, to the year it was held or N years on.
  {
    report: 'can-tho-nhieu-nam-2008-c0ff75',
    set: { period: span(2008, 2023) },
    why: '15 years of 27-NQ/TW of 2008; plans for 2023-2030',
  },
  {
    report: 'da-nang-nhieu-nam-59fb9a',
    set: { period: span(2014, 2024) },
    why: 'ten years of 100-KL/TW of 2014, with the tasks of 2024',
  },
  {
    report: 'da-nang-nhieu-nam-a886be',
    set: { period: span(2016, 2019) },
    why: '3 years of 05-CT/TW of 2016, held in 2019',
  },
  {
    report: 'da-nang-nhieu-nam-ea4269',
    set: { period: span(2016, 2019) },
    why: 'three years of 05-CT/TW of 2016, held in 2019',
  },
  {
    report: 'da-nang-nhieu-nam-fc06a6',
    set: { period: span(2008, 2023) },
    why: '15 years of 23-NQ/TW (literature and the arts) of 2008',
  },
  {
    report: 'gia-lai-nhieu-nam-4dee83',
    set: { period: span(2016, 2019) },
    why: '3 years of 05-CT/TW of 2016',
  },
  {
    report: 'khanh-hoa-nhieu-nam-da56c0',
    set: { period: span(2000, 2010) },
    why: '10 years of 76-QĐ/TW of 2000',
  },
  {
    report: 'phu-yen-nhieu-nam-58affd',
    set: { period: span(2000, 2010) },
    why: '10 years of 59-CT/TW of December 2000',
  },
  {
    report: 'thai-nguyen-nhieu-nam-2018-0efa62',
    set: { period: span(2018, 2022), kind: 'so-ket' },
    why: 'a sơ kết by its title; article 89977 stands between those of June (89174) and September 2022 (90168) of the same site',
  },
  {
    report: 'tp-ho-chi-minh-nhieu-nam-2008-1ace2c',
    set: { period: span(2008, 2023) },
    why: 'fifteen years of 27-NQ/TW of 2008',
  },
  {
    report: 'trung-uong-nhieu-nam-2003-05cc16',
    set: { period: span(2003, 2013) },
    why: '10 years of the resolution of plenum 8, term IX, of 2003',
  },
  {
    report: 'trung-uong-nhieu-nam-2004-bd4f8a',
    set: { period: span(2004, 2007) },
    why: 'three years of 42-CT/TW of 2004',
  },
  {
    report: 'trung-uong-nhieu-nam-2013-00fb56',
    set: { period: span(2013, 2022) },
    why: 'article 708492 stands between those of April 2022 (694616) and of the review of 2022 (715175) of the same site',
  },
  {
    report: 'trung-uong-nhieu-nam-2018-d92efd',
    set: { period: span(2018, 2023) },
    why: '5 years of a strategy of 2018',
  },
  {
    report: 'trung-uong-nhieu-nam-37face',
    set: { period: span(2012, 2017) },
    why: '5 years of 16-KL/TW of 2012, published in 2017',
  },
  {
    report: 'trung-uong-nhieu-nam-b956b0',
    set: { period: span(2016, 2025) },
    why: '10 years of 05-CT/TW of 2016, held in 2025',
  },

  {
    report: 'thai-nguyen-khac-a7c6d2',
    set: { period: { kind: 'thang', month: 9, year: 2020 } },
    why: 'broadcast on 30/9; article 81431 stands between those of June (79785) and November 2020 (82423) of the same site',
  },
  {
    report: 'lao-cai-thang-2024-b40a53',
    set: { heldOn: '2024-05-06' },
    why: 'the abstract says 6/5, the terms giao ban báo chí tháng 5, the period April 2024',
  },

  // The title says what kind of conference it was.
  {
    report: 'ha-noi-nhieu-nam-2014-1d59cf',
    set: { kind: 'tong-ket' },
    why: 'the title says Hội nghị tổng kết 10 năm',
  },
  {
    report: 'hai-phong-khac-b0a9a6',
    set: { kind: 'tong-ket' },
    why: 'the title says Tổng kết 10 năm',
  },
  {
    report: 'lang-son-nhieu-nam-2008-a21b75',
    set: { kind: 'tong-ket' },
    why: 'the title says Hội nghị tổng kết 15 năm',
  },
];

/** A citation that the rules cannot resolve, or that the catalogue resolved to the wrong document. */
export interface CitationCorrection {
  report: string;
  asWritten: string;
  /** The documents it names. */
  ids: readonly string[];
  certain: boolean;
  why: string;
}

export const CITATION_CORRECTIONS: readonly CitationCorrection[] = [
  {
    report: 'tp-ho-chi-minh-nam-2019-4105f1',
    asWritten: 'Chỉ thị số 42-CT/TW của Bộ chính trị',
    ids: ['42-CT/TW@X'],
    certain: true,
    why: 'issued by Bộ Chính trị and about Liên hiệp các hội khoa học và kỹ thuật, as the abstract has it; that of term XI is of Ban Bí thư',
  },
  {
    report: 'trung-uong-nam-2021-8824fa',
    asWritten: 'Quy chế 238',
    ids: ['238-QĐ/TW@XII'],
    certain: false,
    why: 'the Quy chế issued with decision 238 of 2020; no other document of the number is known',
  },
  {
    report: 'quang-binh-quy-1-b6b83a',
    asWritten: 'Nghị quyết Trung ương 4 (khóa XII, khóa XIII)',
    ids: ['NQTW4-XII', 'NQTW4-XIII'],
    certain: true,
    why: 'the words name two terms',
  },
];

/** Names of sites that the catalogue writes in two ways: as written → as the others of the same site have it. */
export const SOURCE_NAMES: Readonly<Record<string, string>> = {
  'Báo Chính phủ (Chinhphu.vn)': 'Báo Chính phủ',
  'Báo cáo viên (baocaovien.vn)': 'Báo cáo viên',
  'Báo Mới (dẫn báo Lào Cai)': 'Báo Mới (dẫn Báo Lào Cai)',
  'Bộ Thông tin và Truyền thông (mic.gov.vn)': 'Bộ Thông tin và Truyền thông',
  'Công an Nhân dân': 'Báo Công an nhân dân',
  'Hội Văn học nghệ thuật tỉnh Bắc Kạn': 'Hội Văn học Nghệ thuật tỉnh Bắc Kạn',
  'Nhân Dân (qua Báo Mới)': 'Báo Nhân Dân (qua Báo Mới)',
  'Pháp luật TP.HCM': 'Báo Pháp luật TP.HCM',
  'Phụ nữ Thủ đô (phunuthudo.com.vn)': 'Phụ nữ Thủ đô',
  'Quân đội nhân dân': 'Báo Quân đội nhân dân',
  'Sài Gòn Giải Phóng': 'Báo Sài Gòn Giải Phóng',
  'Sở TT&TT Quảng Bình': 'Sở Thông tin và Truyền thông Quảng Bình',
  'Sở TT&TT Quảng Ngãi': 'Sở Thông tin và Truyền thông Quảng Ngãi',
  'VietnamPlus (TTXVN)': 'VietnamPlus',
  'Đài PT-TH Tiền Giang (THTG)': 'Đài Phát thanh và Truyền hình Tiền Giang',
};
