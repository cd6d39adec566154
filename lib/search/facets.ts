/**
 * The facets, one table: a facet is a row. How a value typed into an address becomes canonical, which values a report
 * falls under, what a value is called, where it stands in the list, how the list is shown. Filtering, counting,
 * labels, grouping, addresses and the boxes on the page follow from it.
 */
import {
  formatPeriodValue,
  parsePeriodValue,
  periodValueLabel,
  periodValueRank,
  periodValues,
} from '../domain/period';
import { LEVELS, NATIONAL, REPORT_KINDS, type Term, TOPICS, UNKNOWN } from '../domain/vocabulary';
import { compareVietnamese } from '../vietnamese/collate';
import { slugify } from '../vietnamese/fold';
import type { Entry } from './catalogue';
import type { Notice } from './notice';
import type { FacetValue } from './result';
import type { Vocabulary } from './vocabulary';

interface FacetRow {
  label: string;
  /** All its values, where they are a closed vocabulary. */
  vocabulary?: readonly string[];
  /** How its list is shown: open from the start, so many values before "Xem thêm", with a box to find one in it. */
  list: { open: boolean; shown: number; findLabel?: string; findHint?: string };
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
  /** Heading under which a value is listed, and further words about it, where the facet has such. */
  describe(value: string, vocabulary: Vocabulary): Pick<FacetValue, 'group' | 'detail' | 'also'>;
  /** The order of the list, children under one parent likewise. */
  order(vocabulary: Vocabulary): (a: FacetValue, b: FacetValue) => number;
}

const itself = (value: string): string[] => [value];

/** The rows by their parameter in the address, in the order of display. */
const ROWS = {
  tinh: {
    label: 'Địa phương',
    list: {
      open: true,
      shown: 8,
      findLabel: 'Lọc danh sách địa phương',
      findHint: 'Tên tỉnh, thành phố',
    },
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
    describe(value, { places }) {
      const aliases = places.find((place) => place.slug === value.split('.')[0])?.aliases ?? [];
      const also = aliases.flatMap(([alias, of]) => (of === value ? [alias] : []));
      return also.length > 0 ? { also } : {};
    },
    // By use; what is not known stands last.
    order() {
      const edge = ({ value }: FacetValue) => (value === UNKNOWN.value ? 1 : 0);
      return (a, b) => edge(a) - edge(b) || b.count - a.count || compareVietnamese(a.label, b.label);
    },
  },
  ky: {
    label: 'Kỳ báo cáo',
    list: { open: true, shown: 6 },
    canonical(raw) {
      const span = parsePeriodValue(raw.toLowerCase());
      return { values: span ? [formatPeriodValue(span)] : [] };
    },
    valuesOf: periodValues,
    labelOf(value) {
      const span = parsePeriodValue(value);
      return span ? periodValueLabel(span) : value;
    },
    parentOf(value) {
      const span = parsePeriodValue(value);
      if (!span?.kind || span.year === undefined) return null;
      return formatPeriodValue(span.month ? { year: span.year, kind: span.kind } : { year: span.year });
    },
    describe: (value) => ({ group: parsePeriodValue(value)?.kind ? 'Theo loại kỳ' : 'Theo năm' }),
    order() {
      const rank = ({ value }: FacetValue) => periodValueRank(parsePeriodValue(value) ?? {});
      return (a, b) => rank(a) - rank(b);
    },
    partsOf(value) {
      const { year, toYear } = parsePeriodValue(value) ?? {};
      if (year === undefined || toYear === undefined) return [value];
      return Array.from({ length: toYear - year + 1 }, (_, i) => formatPeriodValue({ year: year + i }));
    },
  },
  vb: {
    label: 'Văn bản',
    list: { open: true, shown: 6, findLabel: 'Lọc danh sách văn bản', findHint: 'Số hoặc nội dung văn bản' },
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
    describe(value, { directives }) {
      const directive = directives.find((one) => one.slug === value);
      return directive?.title ? { detail: directive.title } : {};
    },
    // By use.
    order: () => (a, b) => b.count - a.count || compareVietnamese(a.label, b.label),
  },
  cap: closed('Cấp', LEVELS, (entry) => [entry.level]),
  loai: closed('Loại hội nghị', REPORT_KINDS, (entry) => [entry.kind]),
  'chu-de': closed('Chủ đề', TOPICS, (entry) => [...entry.topics]),
} satisfies Record<string, FacetRow>;

export type FacetName = keyof typeof ROWS;

export interface Facet extends FacetRow {
  /** Parameter of the address. */
  name: FacetName;
}

export const FACET_NAMES = Object.keys(ROWS) as FacetName[];
export const FACETS: readonly Facet[] = FACET_NAMES.map((name) => ({ name, ...ROWS[name] }));
const BY_NAME = facetRecord((facet) => facet);

/** The facet of a name. */
export function facetNamed(name: FacetName): Facet {
  return BY_NAME[name];
}

/** Something for each facet. */
export function facetRecord<T>(make: (facet: Facet, place: number) => T): Record<FacetName, T> {
  return Object.fromEntries(FACETS.map((facet, i) => [facet.name, make(facet, i)])) as Record<FacetName, T>;
}

/** A facet over a closed vocabulary: the values found most stand first. */
function closed(label: string, terms: readonly Term[], valuesOf: (entry: Entry) => string[]): FacetRow {
  const labels = new Map(terms.map((term) => [term.value, term.label]));
  return {
    label,
    vocabulary: [...labels.keys()],
    list: { open: false, shown: 6 },
    canonical: (raw) => ({ values: labels.has(raw.toLowerCase()) ? [raw.toLowerCase()] : [] }),
    valuesOf,
    labelOf: (value) => labels.get(value) ?? value,
    parentOf: () => null,
    partsOf: itself,
    describe: () => ({}),
    order: () => (a, b) => b.count - a.count || compareVietnamese(a.label, b.label),
  };
}

/** `5-ct-tw` and `05-ct-tw` are one number. */
function unpadNumber(slug: string): string {
  return slug.replace(/^0+(?=\d)/, '');
}
