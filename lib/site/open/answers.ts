/** The answers of the open API: each a plain object of `schemas.ts`, or a problem. */

import { reportPath, searchPath } from '../../domain/paths';
import { currentBackend, someReports } from '../../search/backend';
import { FACET_NAMES, type FacetName, facetNamed } from '../../search/facets';
import { parseQuery } from '../../search/query';
import type { FacetValue } from '../../search/result';
import type { Vocabulary } from '../../search/vocabulary';
import { standingOf, withdrawalReason } from '../browse/address';
import { currentHoldings } from '../browse/holdings';
import { addressOf } from '../outputs/site';
import { DEFAULT_SIZE, MAX_SIZE } from './openapi';
import { directiveRecords, placeRecords, reportRecord } from './records';
import type {
  CountsAnswer,
  DirectiveRecord,
  PlaceRecord,
  Problem,
  ReportRecord,
  SearchAnswer,
} from './schemas';

/** The fragments of `/du-lieu-mo` that tell of each problem: stable names. */
const PROBLEMS = {
  'khong-co': { title: 'Không có báo cáo này', status: 404 },
  'da-rut': { title: 'Báo cáo đã được rút', status: 410 },
  'tham-so-sai': { title: 'Tham số không hợp lệ', status: 400 },
} as const;

export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(name: keyof typeof PROBLEMS, detail: string) {
    super(detail);
    this.problem = { type: `/du-lieu-mo#${name}`, ...PROBLEMS[name], detail };
  }
}

/**
 * A page of the found reports, with the counts of the facets.
 * @throws ProblemError where `size` is not a number from 1 to MAX_SIZE; what is wrong with the search itself is a notice.
 */
export async function searchAnswer(params: URLSearchParams, site: URL): Promise<SearchAnswer> {
  const size = wholeNumber(params, 'size', DEFAULT_SIZE, MAX_SIZE);
  const asked = wholeNumber(params, 'trang', 1, Number.MAX_SAFE_INTEGER);
  const search = new URLSearchParams(params);
  // Pages of the site have a size of their own: here `size` and `trang` choose.
  search.delete('trang');
  const backend = await currentBackend();
  const parsed = parseQuery(search, backend.vocabulary);
  const result = await backend.answer(parsed);
  const pages = Math.max(1, Math.ceil(result.total / size));
  const page = Math.min(asked, pages);
  const shown = await someReports(backend, parsed, { from: (page - 1) * size, most: size });
  const missing = new Map(result.near.map((one) => [one.id, one.missing]));
  const near = await backend.reports([...missing.keys()]);
  return {
    query: result.query,
    address: addressOf(searchPath(result.query), site),
    words: result.words,
    notices: result.notices.map(({ code, text }) => ({ code, text })),
    total: result.total,
    page,
    size,
    pages,
    reports: shown.map((report) => reportRecord(report, backend, site)),
    near: near.map((report) => ({
      ...reportRecord(report, backend, site),
      missing: [...(missing.get(report.id) ?? [])],
    })),
    applied: result.applied.map(({ facet, value, label }) => ({ facet, value, label })),
    facets: Object.fromEntries(
      Object.entries(result.facets).map(([name, values]) => [name, flat(values, null)]),
    ) as SearchAnswer['facets'],
  };
}

/**
 * The found reports counted by the values of two facets. A report counts under every value it falls under, parents
 * included, as in the lists of the search: rows and columns do not add up.
 * @throws ProblemError where `rows` or `columns` is no facet.
 */
export async function countsAnswer(params: URLSearchParams): Promise<CountsAnswer> {
  const [rowFacet, columnFacet] = [facetOf(params, 'rows'), facetOf(params, 'columns')];
  const backend = await currentBackend();
  const parsed = parseQuery(params, backend.vocabulary);
  const { query } = await backend.answer(parsed);
  const tally = await backend.tally(parsed, rowFacet, columnFacet);
  const rows = headsOf(rowFacet, tally.rows, backend.vocabulary);
  const columns = headsOf(columnFacet, tally.columns, backend.vocabulary);
  return {
    query,
    rowFacet,
    columnFacet,
    total: tally.total,
    rows,
    columns,
    counts: rows.map((row) => columns.map((column) => tally.cells.get(row.value)?.get(column.value) ?? 0)),
  };
}

function facetOf(params: URLSearchParams, name: string): FacetName {
  const asked = params.get(name);
  const facet = FACET_NAMES.find((one) => one === asked);
  if (!facet) throw new ProblemError('tham-so-sai', `${name} phải là một trong: ${FACET_NAMES.join(', ')}.`);
  return facet;
}

/** The values that the reports fall under, most reports first. */
function headsOf(
  facet: FacetName,
  totals: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): CountsAnswer['rows'] {
  return [...totals]
    .map(([value, total]) => ({ value, label: facetNamed(facet).labelOf(value, vocabulary), total }))
    .sort((a, b) => b.total - a.total || (a.value < b.value ? -1 : 1));
}

/** @throws ProblemError where there is no such report, or where it was withdrawn. */
export async function reportAnswer(id: string, site: URL): Promise<ReportRecord> {
  const holdings = await currentHoldings();
  const holding = holdings.byId.get(id);
  if (holding) return reportRecord(holding.report, holdings, site);
  const reason = withdrawalReason(id, holdings);
  if (reason !== null) throw new ProblemError('da-rut', reason);
  const standing = standingOf('bao-cao', id, holdings);
  const hint = standing.is === 'moved' ? ` Có lẽ là ${standing.to.slice(reportPath('').length)}.` : '';
  throw new ProblemError('khong-co', `Danh mục không có báo cáo mang mã này.${hint}`);
}

export async function directivesAnswer(site: URL): Promise<{ total: number; directives: DirectiveRecord[] }> {
  const directives = directiveRecords(await currentHoldings(), site);
  return { total: directives.length, directives };
}

export async function placesAnswer(site: URL): Promise<{ total: number; places: PlaceRecord[] }> {
  const places = placeRecords(await currentHoldings(), site);
  return { total: places.length, places };
}

function wholeNumber(params: URLSearchParams, name: string, without: number, most: number): number {
  const given = params.get(name);
  if (given === null || given === '') return without;
  const value = /^\d{1,15}$/.test(given) ? Number(given) : 0;
  if (value >= 1 && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? 'từ 1 trở lên' : `từ 1 đến ${most}`;
  throw new ProblemError('tham-so-sai', `${name} phải là số nguyên ${range}.`);
}

/** A tree of values as a list: parents before children. */
function flat(values: readonly FacetValue[], parent: string | null): SearchAnswer['facets']['tinh'] {
  return values.flatMap(({ value, label, count, children }) => [
    { value, label, count, parent },
    ...flat(children ?? [], value),
  ]);
}
