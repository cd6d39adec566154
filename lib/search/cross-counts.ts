/**
 * The found reports of a search counted by two facets at once: who reported, and when.
 *
 *                2025  2024  2023   all
 *   Hải Phòng      2     .     5     7      each count is a search of its own (`cellQuery`)
 *   Lai Châu       .     1     .     1
 *   all            2     1     5     8
 */
import { parsePeriodValue } from '../domain/period';
import { UNKNOWN } from '../domain/vocabulary';
import type { Catalogue } from './catalogue';
import { type Facet, type FacetName, facetNamed } from './facets';
import { type Query, serialiseQuery, withFilter } from './query';
import type { Vocabulary } from './vocabulary';

/** A row or a column: its value, its name, and how many of the found reports fall under it. */
export interface CrossHead {
  value: string;
  label: string;
  total: number;
  /** Further words: the subject of a directive. */
  detail?: string;
  /** No search finds these alone: reports of a united province whose former one is not known. */
  unnamed?: true;
}

export interface CrossCounts {
  rowFacet: FacetName;
  columnFacet: FacetName;
  /** Rows that hold something (all of today's provinces where asked for), most reports first. */
  rows: CrossHead[];
  /** Columns that hold something; years newest first. */
  columns: CrossHead[];
  /** Reports by row and column, in the order of `rows` and `columns`. */
  counts: number[][];
  /** Reports found: the sum of all counts where a report has one value of each facet. */
  total: number;
}

/** Reports counted by every value of two facets, parents included. */
export interface Tally {
  rows: ReadonlyMap<string, number>;
  columns: ReadonlyMap<string, number>;
  /** By row, then by column; what is not there is zero. */
  cells: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Reports counted. */
  total: number;
}

/**
 * Counts reports by every value of two facets.
 * @param documents document numbers of what a search finds
 */
export function tallyOf(
  documents: readonly number[],
  rowFacet: FacetName,
  columnFacet: FacetName,
  { entries }: Pick<Catalogue, 'entries'>,
): Tally {
  const [rowOf, columnOf] = [facetNamed(rowFacet), facetNamed(columnFacet)];
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  const cells = new Map<string, Map<string, number>>();
  for (const doc of documents) {
    const entry = entries[doc];
    if (!entry) continue;
    const values = columnOf.valuesOf(entry);
    for (const column of values) add(columns, column);
    for (const row of rowOf.valuesOf(entry)) {
      add(rows, row);
      const cellsOfRow = cells.get(row) ?? new Map<string, number>();
      cells.set(row, cellsOfRow);
      for (const column of values) add(cellsOfRow, column);
    }
  }
  return { rows, columns, cells, total: documents.length };
}

/**
 * A tally as a table to show: the values by which reports are told apart, in order.
 * @param fine the rows are the most exact values: former provinces in place of the united ones
 * @param every rows for all of today's provinces, those without a report too
 */
export function crossCountsOf(
  tally: Tally,
  rowFacet: FacetName,
  columnFacet: FacetName,
  vocabulary: Vocabulary,
  { fine = false, every = false }: { fine?: boolean; every?: boolean } = {},
): CrossCounts {
  const [rowOf, columnOf] = [facetNamed(rowFacet), facetNamed(columnFacet)];
  const columnTotals = new Map([...tally.columns].filter(([value]) => isOnAxis(columnOf, value)));
  const rowTotals = new Map<string, number>();
  const cells = new Map<string, ReadonlyMap<string, number>>();
  const unnamed = new Set<string>();
  if (every) for (const { slug } of vocabulary.places) rowTotals.set(slug, 0);
  for (const [value, total] of tally.rows) {
    if (!fine && !isOnAxis(rowOf, value)) continue;
    const inRow = tally.cells.get(value) ?? new Map<string, number>();
    // A report of a part is counted there alone: what is left to the whole is of no known part.
    const parts = fine ? [...tally.rows.keys()].filter((one) => rowOf.parentOf(one) === value) : [];
    const left = total - sumOf(parts, tally.rows);
    if (left === 0) continue;
    rowTotals.set(value, left);
    cells.set(
      value,
      new Map(
        [...inRow].map(([column, count]) => [
          column,
          count - parts.reduce((sum, part) => sum + (tally.cells.get(part)?.get(column) ?? 0), 0),
        ]),
      ),
    );
    const place = fine && rowFacet === 'tinh' && vocabulary.places.find(({ slug }) => slug === value);
    if (place && place.formerly.length > 1) unnamed.add(value);
  }
  const headsOf = (facet: Facet, counts: ReadonlyMap<string, number>): CrossHead[] =>
    [...counts]
      .map(([value, total]) => ({
        value,
        label: headLabel(facet, value, vocabulary),
        total,
        ...detailOf(facet, value, vocabulary),
        ...(facet === rowOf && unnamed.has(value) ? { unnamed: true as const } : {}),
      }))
      .sort(facet.name === 'ky' ? newestFirst : mostFirst);
  const rows = headsOf(rowOf, rowTotals);
  const columns = headsOf(columnOf, columnTotals);
  return {
    rowFacet,
    columnFacet,
    rows,
    columns,
    counts: rows.map((row) => columns.map((column) => cells.get(row.value)?.get(column.value) ?? 0)),
    total: tally.total,
  };
}

function sumOf(values: readonly string[], counts: ReadonlyMap<string, number>): number {
  return values.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
}

/**
 * The search for the reports of one row, one column or one cell: the same search, narrowed. Null where no query
 * string says that: of two documents chosen, for one, it could only say "either".
 */
export function cellQuery(
  query: Query,
  { rowFacet, columnFacet }: Pick<CrossCounts, 'rowFacet' | 'columnFacet'>,
  row: CrossHead | null,
  column: CrossHead | null,
): string | null {
  if (row?.unnamed) return null;
  let narrowed: Query | null = { ...query, view: 'danh-sach', page: 1 };
  if (row) narrowed = narrowedTo(narrowed, rowFacet, row.value);
  if (narrowed && column) narrowed = narrowedTo(narrowed, columnFacet, column.value);
  return narrowed && serialiseQuery(narrowed);
}

function narrowedTo(query: Query, name: FacetName, value: string): Query | null {
  const chosen = query.filters[name];
  if (chosen.length === 0) return withFilter(query, name, [value]);
  const facet = facetNamed(name);
  if (chosen.some((one) => facet.partsOf(one).includes(value) || ancestors(facet, value).includes(one))) {
    return withFilter(query, name, [value]);
  }
  // A kind of period (`nam`) within a year: a report whose year is that of its day has no value that says both.
  if (name === 'ky' && chosen.some((one) => parsePeriodValue(one)?.year === undefined)) return null;
  const within = chosen.filter((one) => ancestors(facet, one).includes(value));
  return within.length > 0 ? withFilter(query, name, within) : null;
}

function ancestors(facet: Facet, value: string): string[] {
  const parent = facet.parentOf(value);
  return parent === null ? [] : [parent, ...ancestors(facet, parent)];
}

/** True for a value by which a facet's reports are told apart: those at the top; of periods the years, not the kinds. */
function isOnAxis(facet: Facet, value: string): boolean {
  return facet.parentOf(value) === null && (facet.name !== 'ky' || isYear(value));
}

function isYear(value: string): boolean {
  return /^\d{4}$/.test(value) || value === UNKNOWN.value;
}

function headLabel(facet: Facet, value: string, vocabulary: Catalogue['vocabulary']): string {
  if (facet.name === 'ky') return value === UNKNOWN.value ? UNKNOWN.label : value;
  return facet.labelOf(value, vocabulary);
}

function detailOf(
  facet: Facet,
  value: string,
  vocabulary: Catalogue['vocabulary'],
): Pick<CrossHead, 'detail'> {
  const { detail } = facet.describe(value, vocabulary);
  return detail ? { detail } : {};
}

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** What is not known stands last. */
function newestFirst(a: CrossHead, b: CrossHead): number {
  const year = ({ value }: CrossHead) => (value === UNKNOWN.value ? 0 : Number(value));
  return year(b) - year(a);
}

function mostFirst(a: CrossHead, b: CrossHead): number {
  return b.total - a.total || (a.value < b.value ? -1 : 1);
}
