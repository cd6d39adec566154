/**
 * The period under review: its kinds, and everything that follows from one. Order, labels, the values of an address,
 * the period before and the one after, and the words that search and ingest read (period-words.ts) all derive from one
 * table: a new kind that spans fixed months of a year is a new row.
 */
import type { Period, Report } from './report';
import { type ReportKind, type Term, UNKNOWN } from './vocabulary';

interface KindRow extends Term {
  /** First and last month within the year; null where the kind alone does not say (a month, several years). */
  months: readonly [number, number] | null;
  /** The conference that usually reviews it; null where none does. */
  conference: ReportKind | null;
  /** Where no year is written: the last month of the next year in which a conference still reviews this period. */
  reviewedUntil: number;
  /** Reviewed where only this period is named as planned; without it, the kind of the same length before. */
  before?: string;
}

/** Kinds of period, in the order of display. */
export const PERIOD_KINDS = [
  { value: 'nam', label: 'Cả năm', months: [1, 12], conference: 'tong-ket', reviewedUntil: 6 },
  {
    value: '6-thang-dau-nam',
    label: '6 tháng đầu năm',
    months: [1, 6],
    conference: 'so-ket',
    reviewedUntil: 0,
    before: 'nam',
  },
  {
    value: '6-thang-cuoi-nam',
    label: '6 tháng cuối năm',
    months: [7, 12],
    conference: null,
    reviewedUntil: 4,
  },
  { value: '9-thang', label: '9 tháng đầu năm', months: [1, 9], conference: 'so-ket', reviewedUntil: 3 },
  { value: 'quy-1', label: 'Quý I', months: [1, 3], conference: 'giao-ban', reviewedUntil: 0 },
  { value: 'quy-2', label: 'Quý II', months: [4, 6], conference: 'giao-ban', reviewedUntil: 0 },
  { value: 'quy-3', label: 'Quý III', months: [7, 9], conference: 'giao-ban', reviewedUntil: 0 },
  { value: 'quy-4', label: 'Quý IV', months: [10, 12], conference: 'giao-ban', reviewedUntil: 4 },
  { value: 'thang', label: 'Tháng', months: null, conference: 'giao-ban', reviewedUntil: 0 },
  { value: 'nhieu-nam', label: 'Nhiều năm', months: null, conference: null, reviewedUntil: 0 },
] as const satisfies readonly KindRow[];
export type PeriodKind = (typeof PERIOD_KINDS)[number]['value'];

const ROWS: readonly (KindRow & { value: PeriodKind; before?: PeriodKind })[] = PERIOD_KINDS;
const BY_VALUE = new Map(ROWS.map((row) => [row.value, row]));
const QUARTER = 3;
const WHOLE_YEAR = 12;

/** The row of a kind. */
export function periodKind(kind: PeriodKind): KindRow {
  const row = BY_VALUE.get(kind);
  if (!row) throw new RangeError(`no kind of period is named ${kind}`);
  return row;
}

/** Length of a kind in months; a month is 1, several years are more than one year. */
export function monthsLong(kind: PeriodKind): number {
  if (kind === 'thang') return 1;
  const { months } = periodKind(kind);
  return months ? months[1] - months[0] + 1 : 2 * WHOLE_YEAR;
}

/** First and last month, within its (last) year, of a period; null where its kind or its month is not known. */
export function monthsOf({ kind, month }: Period): readonly [number, number] | null {
  if (kind === undefined) return null;
  if (kind === 'thang') return month === undefined ? null : [month, month];
  return periodKind(kind).months ?? [1, WHOLE_YEAR];
}

/** The year a period belongs to: the last one of a span of several years. Undefined where it has no year. */
export function periodYear(period: Period | null): number | undefined {
  return period?.toYear ?? period?.year;
}

/** The year of a report, and which of its dates gave it. */
export interface When {
  year: number;
  from: 'period' | 'held' | 'published';
}

/** What of a report tells when it belongs. */
export type Dated = Pick<Report, 'period' | 'heldOn' | 'publishedOn'>;

/**
 * When a report belongs: the year its period ends, else the year it was held, else the year it was published. Null
 * only for a report without any date.
 */
export function whenOf({ period, heldOn, publishedOn }: Dated): When | null {
  const year = periodYear(period);
  if (year !== undefined) return { year, from: 'period' };
  if (heldOn) return { year: yearOfDay(heldOn), from: 'held' };
  return publishedOn ? { year: yearOfDay(publishedOn), from: 'published' } : null;
}

function yearOfDay(day: string): number {
  return Number(day.slice(0, 4));
}

/** The month a period ends, `2020-06`, to order by; a year alone ends in December. Undefined without a year. */
export function periodEnd(period: Period | null): string | undefined {
  const year = periodYear(period);
  if (year === undefined) return undefined;
  const last = (period && monthsOf(period)?.[1]) ?? WHOLE_YEAR;
  return `${year}-${String(last).padStart(2, '0')}`;
}

/** The period that follows naturally: what such a conference plans for. */
export function successor({ kind, year, month }: Period): Period | null {
  if (kind === undefined || kind === 'nhieu-nam') return null;
  const nextYear = year === undefined ? undefined : year + 1;
  if (kind === 'thang') {
    return month === WHOLE_YEAR
      ? { kind, month: 1, year: nextYear }
      : { kind, month: (month ?? 0) + 1, year };
  }
  const last = periodKind(kind).months?.[1] ?? WHOLE_YEAR;
  const first = (last % WHOLE_YEAR) + 1;
  const following = ROWS.filter(({ months }) => months?.[0] === first);
  const next =
    following.find(({ value }) => monthsLong(value) === monthsLong(kind)) ??
    following.find(({ months }) => months?.[1] === WHOLE_YEAR);
  return next ? { kind: next.value, year: last === WHOLE_YEAR ? nextYear : year } : null;
}

/** The period before: what a conference reviewed that names only what it plans. */
export function predecessor({ kind, year, month }: Period): Period | null {
  if (kind === undefined || kind === 'nhieu-nam') return null;
  const lastYear = year === undefined ? undefined : year - 1;
  if (kind === 'thang') {
    return month === 1
      ? { kind, month: WHOLE_YEAR, year: lastYear }
      : { kind, month: (month ?? 2) - 1, year };
  }
  const { months, before } = ROWS.find(({ value }) => value === kind) ?? {};
  const first = months?.[0] ?? 1;
  const last = first === 1 ? WHOLE_YEAR : first - 1;
  const previous =
    before ??
    ROWS.find(({ value, months }) => months?.[1] === last && monthsLong(value) === monthsLong(kind))?.value;
  return previous ? { kind: previous, year: first === 1 ? lastYear : year } : null;
}

/** The kind that is so many months at the beginning or the end of a year: 6 at the end is `6-thang-cuoi-nam`. */
export function kindOfMonths(count: number, atEnd: boolean): PeriodKind | undefined {
  if (count === WHOLE_YEAR) return undefined;
  return ROWS.find(
    ({ value, months }) =>
      monthsLong(value) === count && (atEnd ? months?.[1] === WHOLE_YEAR : months?.[0] === 1),
  )?.value;
}

/** The kind of a quarter from 1 to 4. */
export function kindOfQuarter(quarter: number): PeriodKind | undefined {
  return ROWS.find(({ value, months }) => monthsLong(value) === QUARTER && months?.[1] === QUARTER * quarter)
    ?.value;
}

/** A period in plain words: `6 tháng đầu năm 2020`, `Quý I/2019`, `2016–2021`; empty if nothing is known. */
export function periodLabel(period: Period | null): string {
  if (!period) return '';
  const { kind, year, toYear, month } = period;
  if (kind === 'nhieu-nam') {
    if (year && toYear && year !== toYear) return `${year}–${toYear}`;
    const one = toYear ?? year;
    return one ? `Nhiều năm (${toYear ? 'đến' : 'từ'} ${one})` : 'Nhiều năm';
  }
  if (kind === 'nam') return year ? `Năm ${year}` : 'Cả năm';
  if (kind === 'thang')
    return month ? `Tháng ${month}${year ? `/${year}` : ''}` : year ? `Các tháng năm ${year}` : 'Tháng';
  if (!kind) return year ? `Năm ${year}` : '';
  const { label } = periodKind(kind);
  if (!year) return label;
  return /năm$/.test(label) ? `${label} ${year}` : `${label}/${year}`;
}

/**
 * The period of a report in plain words; where it has no year, the year it counts under and why: `Quý I (họp năm
 * 2019)`, `Đăng năm 2026`. Empty for a report without any date.
 */
export function periodInWords(report: Dated): string {
  const label = periodLabel(report.period);
  const when = whenOf(report);
  if (!when || when.from === 'period') return label;
  const dated = `${when.from === 'held' ? 'họp' : 'đăng'} năm ${when.year}`;
  return label ? `${label} (${dated})` : dated.replace(/^./u, (letter) => letter.toUpperCase());
}

/** A period inside a sentence: `6 tháng đầu năm 2020`, `quý III/2016`, `tháng 10/2018`, `giai đoạn 2016 - 2021`. */
export function periodWords(period: Period): string {
  const { kind, year, toYear } = period;
  if (kind === 'nhieu-nam')
    return year !== undefined && toYear !== undefined ? `giai đoạn ${year} - ${toYear}` : 'nhiều năm';
  if ((kind === 'nam' || kind === undefined) && year === undefined) return '';
  const label = periodLabel(period);
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/**
 * What a value of the period facet names: a year, years to `toYear`, a kind, a year and a kind, these with a month;
 * nothing at all is `khong-ro`.
 */
export interface PeriodValue {
  year?: number;
  /** Last year of a span, later than `year`. */
  toYear?: number;
  kind?: PeriodKind;
  month?: number;
}

/**
 * Every value of the period facet that a report falls under. The year held or published is not taken for the year of a
 * quarter or a month: what the period leaves open stays open.
 */
export function periodValues(report: Dated): string[] {
  const { kind } = report.period ?? {};
  const month = kind === 'thang' ? report.period?.month : undefined;
  const year = periodYear(report.period);
  return [
    formatPeriodValue({ year: whenOf(report)?.year }),
    ...(kind ? [formatPeriodValue({ kind })] : []),
    ...(kind && year !== undefined ? [formatPeriodValue({ year, kind })] : []),
    ...(kind && year !== undefined && month ? [formatPeriodValue({ year, kind, month })] : []),
  ];
}

/** Reads `2020`, `2018..2020`, `6-thang-dau-nam`, `2020-6-thang-dau-nam`, `2018-thang-5`, `khong-ro`; null for anything else. */
export function parsePeriodValue(value: string): PeriodValue | null {
  if (value === UNKNOWN.value) return {};
  const span = /^((?:19|20)\d\d)\.\.((?:19|20)\d\d)$/.exec(value);
  if (span) {
    const [year = 0, toYear = 0] = [Number(span[1]), Number(span[2])].sort((a, b) => a - b);
    return year === toYear ? { year } : { year, toYear };
  }
  const match = /^(?:((?:19|20)\d\d)(?:-|$))?(.*)$/.exec(value);
  if (!match || value === '' || value.endsWith('-')) return null;
  const year = match[1] === undefined ? undefined : Number(match[1]);
  const rest = match[2] ?? '';
  if (rest === '') return { year };
  const kind = PERIOD_KINDS.find((one) => one.value === rest)?.value;
  if (kind) return { year, kind };
  const month = /^thang-(0?[1-9]|1[0-2])$/.exec(rest)?.[1];
  return month && year !== undefined ? { year, kind: 'thang', month: Number(month) } : null;
}

export function formatPeriodValue({ year, toYear, kind, month }: PeriodValue): string {
  if (year !== undefined && toYear !== undefined) return `${year}..${toYear}`;
  return [year, kind, month].filter((part) => part !== undefined).join('-') || UNKNOWN.value;
}

/** Before the first year that any report is about: a span from here has no beginning. */
export const BEFORE_ALL = 1930;

/** The name of a value of the period facet. */
export function periodValueLabel({ year, toYear, kind, month }: PeriodValue): string {
  if (toYear !== undefined && year === BEFORE_ALL) return `Trước năm ${toYear + 1}`;
  if (toYear !== undefined) return `Năm ${year}–${toYear}`;
  if (!kind) return year === undefined ? 'Không rõ năm' : `Năm ${year}`;
  const { label } = periodKind(kind);
  if (month) return `Tháng ${month}/${year}`;
  if (year === undefined) return kind === 'thang' ? 'Báo cáo tháng' : label;
  if (kind === 'thang') return `Các tháng năm ${year}`;
  if (kind === 'nhieu-nam') return `Nhiều năm, đến ${year}`;
  return /năm$/.test(label) ? `${label} ${year}` : `${label} năm ${year}`;
}

/** Where a value stands in a list: spans, years newest first, the unknown, kinds in order; months within their kind. */
export function periodValueRank({ year, toYear, kind, month }: PeriodValue): number {
  const LATEST = 3000;
  if (toYear !== undefined) return -toYear;
  const at = PERIOD_KINDS.findIndex((one) => one.value === kind);
  if (kind) return year === undefined ? 2 * LATEST + at : at * 100 + (month ?? 0);
  return year === undefined ? LATEST : LATEST - year;
}
