/**
 * The closed vocabularies of the catalogue, each said once. The front matter, the address, the parser, the
 * labels, the facets and the exports all read these tables; their order is the order of display.
 */

import { DOCUMENT_KINDS } from '../vietnamese/document-kinds';

/** One entry of a vocabulary: what stands in data and addresses, and what people read. */
export interface Term {
  value: string;
  label: string;
}

/** The name of a value in a closed vocabulary; the value itself where it is not in it. */
export function labelOf(value: string, terms: readonly Term[]): string {
  return terms.find((term) => term.value === value)?.label ?? value;
}

/** Level of the body whose work is reviewed. */
export const LEVELS = [
  { value: 'trung-uong', label: 'Trung ương' },
  { value: 'tinh', label: 'Tỉnh, thành phố' },
  { value: 'huyen', label: 'Quận, huyện' },
  { value: 'xa', label: 'Xã, phường' },
  { value: 'khac', label: 'Cấp khác' },
] as const satisfies readonly Term[];
export type Level = (typeof LEVELS)[number]['value'];

/** Kind of conference. */
export const REPORT_KINDS = [
  { value: 'tong-ket', label: 'Tổng kết' },
  { value: 'so-ket', label: 'Sơ kết' },
  { value: 'giao-ban', label: 'Giao ban' },
  { value: 'chuyen-de', label: 'Chuyên đề' },
] as const satisfies readonly Term[];
export type ReportKind = (typeof REPORT_KINDS)[number]['value'];

/** Subjects a report deals with. */
export const TOPICS = [
  { value: 'tuyen-truyen', label: 'Tuyên truyền' },
  { value: 'bao-chi-xuat-ban', label: 'Báo chí, xuất bản' },
  { value: 'hoc-tap-lam-theo-bac', label: 'Học tập và làm theo Bác' },
  { value: 'du-luan-xa-hoi', label: 'Dư luận xã hội' },
  { value: 'hoc-tap-nghi-quyet', label: 'Học tập nghị quyết' },
  { value: 'thi-dua-khen-thuong', label: 'Thi đua, khen thưởng' },
  { value: 'bau-cu-dai-hoi', label: 'Bầu cử, đại hội' },
  { value: 'bao-ve-nen-tang-tu-tuong', label: 'Bảo vệ nền tảng tư tưởng' },
  { value: 'covid-19', label: 'Covid-19' },
  { value: 'van-hoa-van-nghe', label: 'Văn hóa, văn nghệ' },
  { value: 'khoa-giao', label: 'Khoa giáo' },
  { value: 'ly-luan-chinh-tri', label: 'Lý luận chính trị' },
  { value: 'thong-tin-doi-ngoai', label: 'Thông tin đối ngoại' },
  { value: 'lich-su-dang', label: 'Lịch sử Đảng' },
  { value: 'bien-dao', label: 'Biển, đảo' },
  { value: 'dan-van', label: 'Dân vận' },
] as const satisfies readonly Term[];
export type Topic = (typeof TOPICS)[number]['value'];

/** Types of Party document that the registry holds. */
export const DIRECTIVE_TYPES = DOCUMENT_KINDS.filter((kind) => 'value' in kind);
export type DirectiveType = (typeof DIRECTIVE_TYPES)[number]['value'];

/** How one directive stands to another. */
export const DIRECTIVE_RELATIONS = [
  { value: 'continues', label: 'Tiếp tục' },
  { value: 'replaces', label: 'Thay thế' },
  { value: 'reviews', label: 'Sơ kết, tổng kết' },
  { value: 'implements', label: 'Thực hiện' },
  { value: 'amends', label: 'Sửa đổi, bổ sung' },
] as const satisfies readonly Term[];
export type DirectiveRelation = (typeof DIRECTIVE_RELATIONS)[number]['value'];

/** What stands for a year or a place that is not known. */
export const UNKNOWN = { value: 'khong-ro', label: 'Không rõ' } as const satisfies Term;
/** What stands for the whole country in the place facet. */
export const NATIONAL = { value: 'trung-uong', label: 'Trung ương (toàn quốc)' } as const satisfies Term;
