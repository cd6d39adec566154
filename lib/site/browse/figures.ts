/** The numbers that reports give, as one table to read, narrow and order by address parameters. */
import { periodEnd, periodLabel } from '../../domain/period';
import type { Figure, ReportFacts } from '../../domain/report';
import { facetNamed } from '../../search/facets';
import { compareVietnamese } from '../../vietnamese/collate';
import { fold } from '../../vietnamese/fold';
import { type Holding, type Holdings, placeName, placeValue } from './holdings';

export interface FigureRow {
  report: ReportFacts;
  figure: Figure;
  group: FigureGroup;
  place: string;
  /** Value of the facet `tinh`. */
  placeValue: string;
  period: string;
}

/**
 * What people look for. A figure stands in the first group whose words its unit, or else what was counted, holds;
 * words are folded.
 */
export const FIGURE_GROUPS = [
  { value: 'khen-thuong', label: 'Khen thưởng', words: /khen|bieu duong|tuyen duong|huan chuong|huy chuong/ },
  {
    value: 'van-ban',
    label: 'Văn bản, kế hoạch',
    words: /van ban|ke hoach|huong dan|cong van|de an|chuong trinh|nghi quyet|chi thi|van kien|chuyen de/,
  },
  {
    value: 'hoi-nghi',
    label: 'Hội nghị, lớp, cuộc',
    words: /hoi nghi|lop|buoi|(?<![a-z])cuoc|diem cau|hoi thi|toa dam|dot|ki hop/,
  },
  {
    value: 'tin-bai',
    label: 'Tin, bài, ấn phẩm',
    words: /(?<![a-z])bai|ban tin|tin,|tac pham|quyen|cuon|so bao|an pham/,
  },
  {
    value: 'nguoi',
    label: 'Người dự, lượt người',
    words:
      /luot|nguoi|dai bieu|can bo|dang vien|doan vien|hoc vien|hoi vien|cong tac vien|bao cao vien|tuyen truyen vien|quan chung/,
  },
  { value: 'ti-le', label: 'Tỷ lệ', words: /%/ },
  { value: 'khac', label: 'Số liệu khác', words: /(?:)/ },
] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number]['value'];

/** Orders of the table; the parameter `sap` holds one, with `-` before it for the other way round. */
export const FIGURE_SORTS = [
  { value: 'gia-tri', label: 'Giá trị' },
  { value: 'don-vi', label: 'Đơn vị' },
  { value: 'dia-phuong', label: 'Địa phương' },
  { value: 'ky', label: 'Kỳ báo cáo' },
] as const;
export type FigureSort = (typeof FIGURE_SORTS)[number]['value'];

export interface FigureQuery {
  group: FigureGroup | null;
  /** Value of the facet `tinh`, canonical; null for all. */
  place: string | null;
  sort: FigureSort | null;
  descending: boolean;
  page: number;
}

/** Rows on one page. */
export const FIGURES_PER_PAGE = 100;

/** Every figure of the published reports, newest report first. Spans of years told as figures are left out. */
export function figureRows({ all, vocabulary }: Holdings): FigureRow[] {
  return all.flatMap((holding) =>
    holding.report.figures.filter(isCount).map((figure) => ({
      report: holding.report,
      figure,
      group: groupOf(figure),
      place: placeName(holding, vocabulary),
      placeValue: placeValue(holding),
      period: periodLabel(holding.report.period),
    })),
  );
}

/** `10 năm thực hiện Chỉ thị 05` tells how long, which the period says already. */
function isCount({ unit }: Figure): boolean {
  return fold(unit) !== 'nam';
}

export function groupOf({ unit, what }: Figure): FigureGroup {
  const texts = [unit === '%' ? '%' : `${fold(unit)}`, fold(what ?? '')];
  const praised = FIGURE_GROUPS[0].words.test(texts.join(' '));
  if (praised && unit !== '%') return FIGURE_GROUPS[0].value;
  for (const text of texts) {
    const group = FIGURE_GROUPS.find(
      ({ value, words }) => value !== 'khac' && text !== '' && words.test(text),
    );
    if (group) return group.value;
  }
  return 'khac';
}

/** Reads the parameters `nhom`, `tinh`, `sap` and `trang`; a value that means nothing is as if not given. */
export function parseFigureQuery(params: URLSearchParams, { vocabulary }: Holdings): FigureQuery {
  const sap = params.get('sap') ?? '';
  const sort = FIGURE_SORTS.find(({ value }) => value === sap.replace(/^-/, ''))?.value ?? null;
  const group = FIGURE_GROUPS.find(({ value }) => value === params.get('nhom'))?.value ?? null;
  const place = params.get('tinh')
    ? facetNamed('tinh').canonical(params.get('tinh') ?? '', vocabulary).values[0]
    : null;
  const page = Number(params.get('trang'));
  return {
    group,
    place: place ?? null,
    sort,
    descending: sort !== null && sap.startsWith('-'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The query string of a figure table, canonical, without `?`. */
export function serialiseFigureQuery({ group, place, sort, descending, page }: FigureQuery): string {
  const params = new URLSearchParams();
  if (group) params.set('nhom', group);
  if (place) params.set('tinh', place);
  if (sort) params.set('sap', `${descending ? '-' : ''}${sort}`);
  if (page > 1) params.set('trang', String(page));
  return params.toString();
}

/** The rows that fit, in order; rows alike keep the order of the reports, newest first. */
export function selectFigures(rows: readonly FigureRow[], query: FigureQuery): FigureRow[] {
  const fitting = rows.filter(
    (row) =>
      (!query.group || row.group === query.group) &&
      (!query.place || row.placeValue === query.place || row.placeValue.startsWith(`${query.place}.`)),
  );
  if (!query.sort) return fitting;
  const compare = COMPARE[query.sort];
  const sign = query.descending ? -1 : 1;
  return fitting.sort((a, b) => sign * compare(a, b));
}

const COMPARE: Record<FigureSort, (a: FigureRow, b: FigureRow) => number> = {
  'gia-tri': (a, b) => a.figure.value - b.figure.value,
  'don-vi': (a, b) => compareVietnamese(a.figure.unit, b.figure.unit) || b.figure.value - a.figure.value,
  'dia-phuong': (a, b) => compareVietnamese(a.place, b.place),
  ky: (a, b) => monthOf(a.report) - monthOf(b.report),
};

/** The month a report's period ends, else the one it is dated in, as a number to order by; 0 where neither is known. */
function monthOf({ period, heldOn, publishedOn }: ReportFacts): number {
  return Number((periodEnd(period) ?? heldOn ?? publishedOn ?? '').slice(0, 7).replace('-', ''));
}

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** A value as Vietnamese writes it, with what the page put before it: `hơn 3.800`, `93,24`. */
export function formatFigure({ value, qualifier }: Pick<Figure, 'value' | 'qualifier'>): string {
  return [qualifier, number.format(value)].filter(Boolean).join(' ');
}

/** The figures of one report, counts before spans of years. */
export function figuresOf(holding: Pick<Holding, 'report'>): Figure[] {
  const { figures } = holding.report;
  return [...figures.filter(isCount), ...figures.filter((figure) => !isCount(figure))];
}
