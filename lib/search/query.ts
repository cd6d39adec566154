/**
 * A search is a query string. This file is its one definition: the table of parameters, the parser that never
 * throws, and the canonical serialiser. Page, links, API, command line, feeds and exports all use it.
 *
 *   "q=tuyên+giáo&tinh=binh-dinh,xyz"  --parseQuery-->  Query + notices  --serialiseQuery-->  canonical string
 *
 * Four rules: the string is the single source of truth; serialising is lossless; defaults are never written;
 * a value that means nothing is dropped with a notice.
 */
import { searchPath } from '../domain/paths';
import { FACET_NAMES, FACETS, type FacetName, facetRecord } from './facets';
import type { Notice } from './notice';
import type { Vocabulary } from './vocabulary';

/** Orders of results; `defaultSort` says which one goes without saying. */
export const SORTS = [
  { value: 'lien-quan', label: 'Liên quan nhất' },
  { value: 'moi-nhat', label: 'Mới nhất' },
  { value: 'cu-nhat', label: 'Cũ nhất' },
] as const;
export type Sort = (typeof SORTS)[number]['value'];

/** Ways to look at what was found; the list goes without saying. */
export const VIEWS = [
  { value: 'danh-sach', label: 'Danh sách' },
  { value: 'bang', label: 'Nơi và năm' },
  { value: 'bang-tinh-cu', label: 'Tỉnh cũ và năm' },
  { value: 'ban-do', label: 'Bản đồ' },
] as const;
export type View = (typeof VIEWS)[number]['value'];

/** Longest text searched, in UTF-16 units; the rest is cut with a notice. */
export const MAX_TEXT = 500;
/** Most values read of all facets together; one may stand for several (a range, a number of several documents). */
const MAX_VALUES = 100;
/** Most parameters read: the form has a dozen, a link with every box ticked one a facet. */
const MAX_PARAMETERS = 50;
const MAX_PAGE = 1_000_000;

export type Filters = Readonly<Record<FacetName, readonly string[]>>;

/** A search, in canonical form: what `parseQuery` gives and `serialiseQuery` takes. */
export interface Query {
  /** NFC, trimmed, inner spaces single, at most MAX_TEXT units. */
  text: string;
  /** Canonical values of each facet, sorted, without repeats. */
  filters: Filters;
  /** A directive asked for brings the documents of its lineage along. */
  lineage: boolean;
  sort: Sort;
  /** From 1. */
  page: number;
  /** The text is searched to the letter: broken typing is not repaired. */
  verbatim: boolean;
  view: View;
}

export const NO_FILTERS: Filters = facetRecord(() => []);

export const EMPTY_QUERY: Query = {
  text: '',
  filters: NO_FILTERS,
  lineage: false,
  sort: 'moi-nhat',
  page: 1,
  verbatim: false,
  view: 'danh-sach',
};

/** The order a search has when the address names none: by relevance with words, else newest first. */
export function defaultSort(text: string): Sort {
  return text === '' ? 'moi-nhat' : 'lien-quan';
}

/** Text as it is searched: NFC, no control characters, spaces single, ends trimmed. */
export function normaliseText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zs}\u2028\u2029\u200b\ufeff]+/gu, ' ')
    .trim();
}

/**
 * Reads a query string (with or without `?`), a whole share link, or URLSearchParams.
 * Never throws. Unknown parameters are ignored in silence (trackers add them to links); unknown values of
 * known parameters are ignored with a notice.
 */
export function parseQuery(
  input: string | URLSearchParams,
  vocabulary: Vocabulary,
): { query: Query; notices: Notice[] } {
  const all = typeof input === 'string' ? new URLSearchParams(queryPart(input)) : input;
  const params = new URLSearchParams([...all].slice(0, MAX_PARAMETERS));
  const notices: Notice[] = [];

  let text = normaliseText(params.get('q') ?? '');
  if (text.length > MAX_TEXT) {
    text = normaliseText(text.slice(0, MAX_TEXT));
    notices.push({
      code: 'text-cut',
      text: `Câu tìm quá dài: chỉ dùng ${MAX_TEXT} ký tự đầu.`,
    });
  }

  let room = MAX_VALUES;
  let tooMany = all.size > MAX_PARAMETERS;
  const filters: Record<FacetName, readonly string[]> = { ...NO_FILTERS };
  for (const facet of FACETS) {
    const values = new Set<string>();
    const asked = params.getAll(facet.name).flatMap((value) => value.split(','));
    for (const raw of new Set(asked.map(normaliseText))) {
      if (raw === '') continue;
      if (room <= 0) {
        tooMany = true;
        break;
      }
      const { values: canonical, notice } = facet.canonical(raw, vocabulary);
      for (const value of canonical.slice(0, room)) values.add(value);
      room -= Math.max(1, canonical.length);
      if (notice) notices.push(notice);
      if (canonical.length === 0) {
        notices.push({
          code: 'unknown-value',
          text: `Bỏ qua “${clip(raw)}” ở bộ lọc ${facet.label}: không có giá trị này.`,
        });
      }
    }
    filters[facet.name] = [...values].sort();
  }

  if (tooMany)
    notices.push({
      code: 'too-many',
      text: `Liên kết có quá nhiều bộ lọc: chỉ dùng ${MAX_VALUES} giá trị đầu.`,
    });

  const sortAsked = params.get('sap-xep')?.trim() ?? '';
  const sort = SORTS.find((one) => one.value === sortAsked)?.value;
  if (sortAsked !== '' && !sort) notices.push(unknownParameter('thứ tự sắp xếp', sortAsked));

  const pageAsked = params.get('trang')?.trim() ?? '';
  const page = /^\d+$/.test(pageAsked) ? Number(pageAsked) : 0;
  if (pageAsked !== '' && page < 1) notices.push(unknownParameter('số trang', pageAsked));

  const viewAsked = params.get('xem')?.trim() ?? '';
  const view = VIEWS.find((one) => one.value === viewAsked)?.value;
  if (viewAsked !== '' && !view) notices.push(unknownParameter('cách xem', viewAsked));

  return {
    query: {
      text,
      filters,
      lineage: filters.vb.length > 0 && params.get('ke-thua') === '1',
      // Relevance means nothing without words: the newest come first.
      sort: sort && !(sort === 'lien-quan' && text === '') ? sort : defaultSort(text),
      page: Math.min(Math.max(page, 1), MAX_PAGE),
      verbatim: text !== '' && params.get('nguyen-van') === '1',
      view: view ?? 'danh-sach',
    },
    notices,
  };
}

/** The canonical query string, without `?`; empty for the empty search. Fixed order, defaults left out. */
export function serialiseQuery(query: Query): string {
  const parts: string[] = [];
  if (query.text !== '') parts.push(`q=${encode(query.text)}`);
  for (const name of FACET_NAMES) {
    const values = query.filters[name];
    if (values.length > 0) parts.push(`${name}=${[...values].sort().map(encode).join(',')}`);
  }
  if (query.lineage && query.filters.vb.length > 0) parts.push('ke-thua=1');
  if (query.sort !== defaultSort(query.text)) parts.push(`sap-xep=${query.sort}`);
  if (query.page > 1) parts.push(`trang=${query.page}`);
  if (query.verbatim) parts.push('nguyen-van=1');
  if (query.view !== 'danh-sach') parts.push(`xem=${query.view}`);
  return parts.join('&');
}

/** The address of a search on this site: `/` or `/?…`. */
export function searchHref(query: Query): string {
  return searchPath(serialiseQuery(query));
}

/** The same search with other words; from the first page on, in the order that fits. */
export function withText(query: Query, text: string): Query {
  const normal = normaliseText(text).slice(0, MAX_TEXT);
  const sort = query.sort === defaultSort(query.text) ? defaultSort(normal) : query.sort;
  return {
    ...query,
    text: normal,
    sort: sort === 'lien-quan' && normal === '' ? 'moi-nhat' : sort,
    page: 1,
    verbatim: false,
  };
}

/** The same search with the values of one facet replaced; from the first page on. */
export function withFilter(query: Query, facet: FacetName, values: readonly string[]): Query {
  const filters = { ...query.filters, [facet]: [...new Set(values)].sort() };
  return { ...query, filters, lineage: query.lineage && filters.vb.length > 0, page: 1 };
}

/** A search whose text is nothing but facts, with the facts as filters in the text's place; any other as it is. */
export function factsAsFilters({
  state,
  applied,
}: {
  state: Query;
  applied: readonly { facet: FacetName; value: string }[];
}): Query {
  if (applied.length === 0) return state;
  const bare = { ...withText(state, ''), page: state.page };
  return applied.reduce(
    (query, { facet, value }) => withFilter(query, facet, [...query.filters[facet], value]),
    bare,
  );
}

/** The same search with one value of a facet set or taken away; from the first page on. */
export function toggleFilter(query: Query, facet: FacetName, value: string): Query {
  const values = query.filters[facet];
  return withFilter(
    query,
    facet,
    values.includes(value) ? values.filter((one) => one !== value) : [...values, value],
  );
}

/** How many filter values are set. */
export function countFilters(query: Query): number {
  return FACET_NAMES.reduce((sum, name) => sum + query.filters[name].length, 0);
}

/** What stands after `?` and before `#`; a string without `?` is taken for a query string itself. */
function queryPart(input: string): string {
  const hash = input.indexOf('#');
  const whole = hash >= 0 ? input.slice(0, hash) : input;
  const mark = whole.indexOf('?');
  if (mark >= 0) return whole.slice(mark + 1);
  return /^[a-z]+:\/\//i.test(whole) ? '' : whole;
}

/** Percent-encoding as `URLSearchParams` reads it back, with spaces as `+`. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%20', '+').replaceAll("'", '%27');
}

function unknownParameter(what: string, value: string): Notice {
  return { code: 'unknown-parameter-value', text: `Bỏ qua “${clip(value)}”: không phải ${what}.` };
}

/** Keeps a strange value short enough to be shown. */
function clip(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40).toWellFormed()}…` : value;
}
