/**
 * The facets, one table. For each: how a value typed into an address becomes canonical, which values a report
 * falls under, what a value is called, and which value stands above it in the list. Filtering, counting,
 * labels and addresses follow from these four.
 */

import { periodYear } from '../domain/period';
import type { Period } from '../domain/report';
import {
  LEVELS,
  NATIONAL,
  PERIOD_KINDS,
  type PeriodKind,
  REPORT_KINDS,
  type Term,
  TOPICS,
  UNKNOWN,
} from '../domain/vocabulary';
import { slugify } from '../vietnamese/fold';
import type { Entry } from './catalogue';
import type { Notice } from './notice';
import type { Vocabulary } from './vocabulary';

export const FACET_NAMES = ['tinh', 'ky', 'vb', 'cap', 'loai', 'chu-de'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

export interface Facet {
  /** Parameter of the address. */
  name: FacetName;
  label: string;
  /** Canonical values of one raw value: none when it means nothing, several when it is ambiguous. */
  canonical(raw: string, vocabulary: Vocabulary): { values: string[]; notice?: Notice };
  /** Every value the report falls under, parents included, without repeats. */
  valuesOf(entry: Entry): string[];
  /** The name of a canonical value, plain words. */
  labelOf(value: string, vocabulary: Vocabulary): string;
  /** The value under which this one is listed; null at the top. */
  parentOf(value: string): string | null;
  /** The values that a canonical value stands for, no report under two of them: itself, but for a span of years. */
  partsOf(value: string): string[];
}

const itself = (value: string): string[] => [value];

export const FACETS: readonly Facet[] = [
  {
    name: 'tinh',
    label: 'Địa phương',
    canonical(raw, { places }) {
      const value = raw.toLowerCase();
      if (value === NATIONAL.value || value === UNKNOWN.value) return { values: [value] };
      const [head = '', tail] = value.split('.');
      const today = places.find((place) => place.slug === head);
      if (tail !== undefined) {
        if (!today?.formerly.some((former) => former.slug === tail)) return { values: [] };
        return { values: [today.formerly.length > 1 ? value : head] };
      }
      if (today) return { values: [head] };
      const heir = places.find((place) => place.formerly.some((former) => former.slug === head));
      return { values: heir ? [`${heir.slug}.${head}`] : [] };
    },
    valuesOf({ currentProvince, province, level, parts }) {
      if (!currentProvince) return [level === NATIONAL.value ? NATIONAL.value : UNKNOWN.value];
      return province && parts > 1 ? [currentProvince, `${currentProvince}.${province}`] : [currentProvince];
    },
    labelOf(value, { places }) {
      if (value === NATIONAL.value) return NATIONAL.label;
      if (value === UNKNOWN.value) return 'Không rõ địa phương';
      const [head, tail] = value.split('.');
      const today = places.find((place) => place.slug === head);
      if (!today) return value;
      if (tail === undefined) return today.name;
      const former = today.formerly.find((one) => one.slug === tail);
      return former ? `${former.name} (cũ)` : value;
    },
    parentOf(value) {
      const dot = value.indexOf('.');
      return dot < 0 ? null : value.slice(0, dot);
    },
    partsOf: itself,
  },
  {
    name: 'ky',
    label: 'Kỳ báo cáo',
    canonical(raw) {
      const years = parseYears(raw);
      if (years) return { values: [yearsValue(...years)] };
      const span = parsePeriodValue(raw.toLowerCase());
      return { values: span ? [formatPeriodValue(span)] : [] };
    },
    valuesOf({ period }) {
      const kind = period?.kind;
      const year = periodYear(period) ?? null;
      const values = year === null ? [UNKNOWN.value] : [String(year)];
      if (kind) values.push(kind);
      if (kind && year !== null) values.push(`${year}-${kind}`);
      if (kind === 'thang' && year !== null && period?.month) values.push(`${year}-thang-${period.month}`);
      return values;
    },
    labelOf(value) {
      if (value === UNKNOWN.value) return 'Không rõ năm';
      const years = parseYears(value);
      if (years) return `Năm ${years.join('–')}`;
      const span = parsePeriodValue(value);
      if (!span) return value;
      return span === UNKNOWN_PERIOD ? 'Không rõ năm' : periodValueLabel(span);
    },
    parentOf(value) {
      const span = parsePeriodValue(value);
      if (!span || span === UNKNOWN_PERIOD || span.year === undefined || !span.kind) return null;
      return span.month ? `${span.year}-${span.kind}` : String(span.year);
    },
    partsOf(value) {
      const years = parseYears(value);
      if (!years) return [value];
      return Array.from({ length: years[1] - years[0] + 1 }, (_, i) => String(years[0] + i));
    },
  },
  {
    name: 'vb',
    label: 'Văn bản',
    canonical(raw, { directives }) {
      const slug = unpadNumber(slugify(raw));
      const exact = directives.find((one) => unpadNumber(one.slug) === slug);
      if (exact) return { values: [exact.slug] };
      const sharing = directives.filter((one) => unpadNumber(one.keySlug) === slug);
      if (sharing.length < 2) return { values: sharing.map((one) => one.slug) };
      return {
        values: sharing.map((one) => one.slug),
        notice: {
          code: 'ambiguous-directive',
          text: `Số ${sharing[0]?.key} thuộc ${sharing.length} văn bản (khóa ${sharing.map((one) => one.term).join(', ')}): đang lọc theo tất cả.`,
        },
      };
    },
    valuesOf: ({ directives }) => [...new Set(directives.flatMap((one) => (one.slug ? [one.slug] : [])))],
    labelOf: (value, { directives }) => directives.find((one) => one.slug === value)?.label ?? value,
    parentOf: () => null,
    partsOf: itself,
  },
  closed('cap', 'Cấp', LEVELS, (entry) => [entry.level]),
  closed('loai', 'Loại hội nghị', REPORT_KINDS, (entry) => [entry.kind]),
  closed('chu-de', 'Chủ đề', TOPICS, (entry) => [...entry.topics]),
];

/** The facet of a name. */
export function facetNamed(name: FacetName): Facet {
  const facet = FACETS.find((one) => one.name === name);
  if (!facet) throw new RangeError(`no facet is named ${name}`);
  return facet;
}

/** A facet over a closed vocabulary. */
function closed(
  name: FacetName,
  label: string,
  terms: readonly Term[],
  valuesOf: (entry: Entry) => string[],
): Facet {
  const labels = new Map(terms.map((term) => [term.value, term.label]));
  return {
    name,
    label,
    canonical: (raw) => ({ values: labels.has(raw.toLowerCase()) ? [raw.toLowerCase()] : [] }),
    valuesOf,
    labelOf: (value) => labels.get(value) ?? value,
    parentOf: () => null,
    partsOf: itself,
  };
}

/** Reads a span of years, `2018..2020`, first and last in order; null for anything else. */
export function parseYears(value: string): [first: number, last: number] | null {
  const match = /^((?:19|20)\d\d)\.\.((?:19|20)\d\d)$/.exec(value);
  if (!match) return null;
  const [a, b] = [Number(match[1]), Number(match[2])];
  return [Math.min(a, b), Math.max(a, b)];
}

/** The value of a span of years; of one year where it begins and ends in the same. */
export function yearsValue(first: number, last: number): string {
  return first === last ? String(first) : `${first}..${last}`;
}

/** What a value of the period facet names: a year, a kind, both, or both with a month. */
export interface PeriodValue {
  year?: number;
  kind?: PeriodKind;
  month?: number;
}

const UNKNOWN_PERIOD: PeriodValue = {};

/** Reads `2020`, `6-thang-dau-nam`, `2020-6-thang-dau-nam`, `2018-thang-5`, `khong-ro`; null for anything else. */
export function parsePeriodValue(value: string): PeriodValue | null {
  if (value === UNKNOWN.value) return UNKNOWN_PERIOD;
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

function formatPeriodValue(span: PeriodValue): string {
  if (span === UNKNOWN_PERIOD) return UNKNOWN.value;
  return [span.year, span.kind, span.month].filter((part) => part !== undefined).join('-');
}

function periodValueLabel({ year, kind, month }: PeriodValue): string {
  if (!kind) return `Năm ${year}`;
  const name = PERIOD_KINDS.find((one) => one.value === kind)?.label ?? kind;
  if (month) return `Tháng ${month}/${year}`;
  if (year === undefined) return kind === 'thang' ? 'Báo cáo tháng' : name;
  if (kind === 'nam') return `Cả năm ${year}`;
  if (kind === 'thang') return `Các tháng năm ${year}`;
  if (kind === 'nhieu-nam') return `Nhiều năm, đến ${year}`;
  return `${name} năm ${year}`.replace('đầu năm năm', 'đầu năm').replace('cuối năm năm', 'cuối năm');
}

/** A period in plain words: `6 tháng đầu năm 2020`, `Quý I/2019`, `2016-2021`; empty if nothing is known. */
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
  const name = PERIOD_KINDS.find((one) => one.value === kind)?.label ?? kind;
  if (!year) return name;
  return /năm$/.test(name) ? `${name} ${year}` : `${name}/${year}`;
}

/** `5-ct-tw` and `05-ct-tw` are one number. */
function unpadNumber(slug: string): string {
  return slug.replace(/^0+(?=\d)/, '');
}
