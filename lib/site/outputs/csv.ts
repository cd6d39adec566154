/**
 * A search as a table for spreadsheets: RFC 4180 (comma, CRLF, quotes doubled), with a byte order mark, without
 * which spreadsheets take UTF-8 for another encoding and break every Vietnamese mark.
 */

import { conferenceOf } from '../../domain/conference';
import { figureInWords } from '../../domain/figure';
import { reportPath } from '../../domain/paths';
import { periodLabel, whenOf } from '../../domain/period';
import type { ReportFacts } from '../../domain/report';
import { placeLabel } from '../../search/search';
import type { Vocabulary } from '../../search/vocabulary';
import { licenceInWords, siteSettings } from '../settings';
import { directiveLabels, kindLabel, levelLabel, provinceNames, topicLabels } from './report-facts';
import { addressOf } from './site';

/** What joins several values in one cell. */
const JOIN = '; ';

/** Which date gave the year. */
const YEAR_FROM = { period: 'kỳ báo cáo', held: 'ngày tổ chức', published: 'ngày đăng', none: '' } as const;

type Cell = string | number | null | undefined;

/** The columns, fixed, new ones at the end: a sheet built on an earlier download still fits. Days are ISO dates, which sheets know. */
const COLUMNS: readonly [
  name: string,
  cell: (report: ReportFacts, vocabulary: Vocabulary, site: URL) => Cell,
][] = [
  ['Mã báo cáo', (report) => report.id],
  ['Tiêu đề', (report) => report.title],
  ['Cơ quan', (report) => report.organization],
  ['Địa phương', placeLabel],
  ['Tỉnh, thành phố hiện nay', (report, vocabulary) => provinceNames(report, vocabulary).today],
  ['Tỉnh, thành phố trước 1/7/2025', (report, vocabulary) => provinceNames(report, vocabulary).former],
  ['Quận, huyện', (report) => report.district],
  ['Cấp', levelLabel],
  ['Loại hội nghị', kindLabel],
  ['Ngày tổ chức', (report) => report.heldOn],
  ['Ngày đăng', (report) => report.publishedOn],
  ['Kỳ báo cáo', (report) => periodLabel(report.period)],
  ['Năm báo cáo', (report) => whenOf(report)?.year],
  ['Chủ trì', (report) => report.chair],
  ['Văn bản được nhắc tới', (report, vocabulary) => directiveLabels(report, vocabulary).join(JOIN)],
  ['Văn bản của địa phương', (report) => report.localDocuments.join(JOIN)],
  ['Chủ đề', (report) => topicLabels(report).join(JOIN)],
  ['Số liệu', (report) => report.figures.map(figureInWords).join(JOIN)],
  ['Tóm tắt', (report) => report.abstract],
  ['Nguồn', (report) => report.source],
  ['Địa chỉ nguồn', (report) => report.url],
  ['Địa chỉ trên trang này', (report, _, site) => addressOf(reportPath(report.id), site)],
  ['Mã hội nghị', conferenceOf],
  ['Năm tính theo', (report) => YEAR_FROM[whenOf(report)?.from ?? 'none']],
  ['Ngày thêm vào', (report) => report.addedOn],
  ['Ngày sửa', (report) => report.modifiedOn],
  ['Giấy phép', () => licenceInWords(siteSettings().licence)],
];

/** The byte order mark and the names of the columns. */
export function csvHead(): string {
  return `\ufeff${line(COLUMNS.map(([name]) => name))}`;
}

/** One report as one line. */
export function csvLine(report: ReportFacts, vocabulary: Vocabulary, site: URL): string {
  return line(COLUMNS.map(([, cell]) => cell(report, vocabulary, site)));
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * One cell. Text that a spreadsheet would run as a formula (it begins with = + - @ or with white space that some
 * programs skip before one) gets an apostrophe in front: the words of web pages stand here.
 */
export function csvCell(value: Cell): string {
  const text = typeof value === 'string' ? inert(value) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function inert(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
