/**
 * Rows by years, for heat maps: what the catalogue holds and what it lacks.
 *
 *                all   2021  2020  2019  không rõ
 *   Hải Phòng      7     .     2     5      .
 *   Lai Châu       .     .     .     .      .
 */
import { REPORT_KINDS, UNKNOWN } from '../../domain/vocabulary';
import { facetNamed } from '../../search/facets';
import { type Count, citing, inPlace, yearsBetween } from './counts';
import type { Holding, Holdings } from './holdings';
import { directivePath, filteredSearch, placePath } from './links';

export interface GridRow {
  value: string;
  label: string;
  /** Further words: the subject of a directive. */
  detail?: string;
  /** The page of the row. */
  path: string;
  /** One a year; then the reports without a year. */
  cells: Count[];
  total: Count;
}

export interface Grid {
  /** Newest first, so that a narrow screen begins with what is asked for most. */
  years: number[];
  rows: GridRow[];
  /** Largest count of a cell. */
  max: number;
}

/** Today's provinces in the order of the gazetteer (north to south), then national and unknown reports, by year. */
export function placesByYear(holdings: Holdings): Grid {
  const values = [...holdings.vocabulary.places.map(({ slug }) => slug), 'trung-uong', UNKNOWN.value];
  return gridOf(
    holdings,
    values.map((value) => ({
      value,
      label: facetNamed('tinh').labelOf(value, holdings.vocabulary),
      path: value === UNKNOWN.value ? filteredSearch({ tinh: value }) : placePath(value),
      facet: 'tinh',
      those: inPlace(holdings, value),
    })),
  );
}

/** The given number of directives cited most, by the year of the reports that cite them. */
export function directivesByYear(holdings: Holdings, slugs: readonly string[]): Grid {
  const names = new Map(holdings.vocabulary.directives.map((one) => [one.slug, one]));
  return gridOf(
    holdings,
    slugs.map((value) => ({
      value,
      label: names.get(value)?.label ?? value,
      detail: names.get(value)?.title,
      path: directivePath(value),
      facet: 'vb',
      those: citing(holdings, value),
    })),
  );
}

interface Asked {
  value: string;
  label: string;
  detail?: string;
  path: string;
  facet: 'tinh' | 'vb';
  those: Holding[];
}

function gridOf(holdings: Holdings, asked: Asked[]): Grid {
  const years = yearsBetween(holdings.all).reverse();
  const rows = asked.map(({ facet, those, ...row }): GridRow => {
    const cellOf = (year: number | null): Count => ({
      count: those.filter((holding) => holding.year === year).length,
      href: filteredSearch({ [facet]: row.value, ky: year === null ? UNKNOWN.value : String(year) }),
    });
    return {
      ...row,
      cells: [...years.map(cellOf), cellOf(null)],
      total: { count: those.length, href: filteredSearch({ [facet]: row.value }) },
    };
  });
  const max = rows.flatMap(({ cells }) => cells).reduce((most, { count }) => Math.max(most, count), 0);
  return { years, rows, max };
}

/** Shades of a heat map: 0 for nothing, 1 to 4 for up to an eighth, a quarter, a half, all of the largest count. */
export function shade(count: number, max: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0) return 0;
  return count <= max / 8 ? 1 : count <= max / 4 ? 2 : count <= max / 2 ? 3 : 4;
}

/** The counts that each shade from 1 to 4 stands for, for a legend; a shade no count can have is left out. */
export function shadeRanges(max: number): { shade: 1 | 2 | 3 | 4; from: number; to: number }[] {
  const bounds = [0, max / 8, max / 4, max / 2, max].map(Math.floor);
  return ([1, 2, 3, 4] as const).flatMap((shade) => {
    const from = (bounds[shade - 1] ?? 0) + 1;
    const to = bounds[shade] ?? 0;
    return from <= to ? [{ shade, from, to }] : [];
  });
}

/** What the catalogue lacks, in figures. */
export interface Gaps {
  /** Today's provinces without any report. */
  provinces: { value: string; label: string }[];
  /** Former provinces without any report of their own, of today's provinces that have some. */
  formerProvinces: { value: string; label: string }[];
  /** Years between the first and the last without any report. */
  years: number[];
  noYear: Count;
  noPlace: Count;
  /** Citations that could not be resolved to a document, over all citations. */
  unresolved: number;
  citations: number;
}

export function gapsOf(holdings: Holdings): Gaps {
  const { all, vocabulary } = holdings;
  const held = new Set(all.flatMap(({ places }) => places));
  const labelled = (value: string) => ({ value, label: facetNamed('tinh').labelOf(value, vocabulary) });
  const citations = all.flatMap(({ report }) => report.directives);
  const years = new Set(all.map(({ year }) => year));
  return {
    provinces: vocabulary.places.filter(({ slug }) => !held.has(slug)).map(({ slug }) => labelled(slug)),
    formerProvinces: vocabulary.places
      .filter(({ slug, formerly }) => held.has(slug) && formerly.length > 1)
      .flatMap(({ slug, formerly }) => formerly.map((former) => `${slug}.${former.slug}`))
      .filter((value) => !held.has(value))
      .map(labelled),
    years: yearsBetween(all).filter((year) => !years.has(year)),
    noYear: {
      count: all.filter(({ year }) => year === null).length,
      href: filteredSearch({ ky: UNKNOWN.value }),
    },
    noPlace: {
      count: all.filter(({ places }) => places[0] === UNKNOWN.value).length,
      href: filteredSearch({ tinh: UNKNOWN.value }),
    },
    unresolved: citations.filter(({ id }) => id === null).length,
    citations: citations.length,
  };
}

/** The last year of the 63 provinces, and how many years back their gaps are told. */
const LAST_YEAR_OF_63 = 2025;
const YEARS_TOLD = 10;
export const TOLD_YEARS = { first: LAST_YEAR_OF_63 - YEARS_TOLD + 1, last: LAST_YEAR_OF_63 } as const;

/** One of the 63 provinces of before 2025-07-01: what of it the catalogue holds, and what not. */
export interface FormerProvinceHoldings {
  /** Value of the facet `tinh`. */
  value: string;
  name: string;
  count: number;
  /** Of `TOLD_YEARS`, those without a report: `2016–2018`, `2021`. */
  years: string[];
  /** Kinds of conference, in words, of which it has none. */
  kinds: string[];
  /** No report of a district or commune. */
  noDistrict: boolean;
}

/** All 63, in the order of today's provinces and their parts. */
export function formerProvinces({ all, vocabulary }: Holdings): FormerProvinceHoldings[] {
  return vocabulary.places.flatMap(({ slug, formerly }) =>
    formerly.map((former) => {
      const value = formerly.length > 1 ? `${slug}.${former.slug}` : slug;
      const own = all.filter(({ places }) => places.includes(value));
      const years = new Set(own.map(({ year }) => year));
      const told = Array.from({ length: YEARS_TOLD }, (_, i) => TOLD_YEARS.first + i);
      return {
        value,
        name: former.name,
        count: own.length,
        years: asRanges(told.filter((year) => !years.has(year))),
        kinds: REPORT_KINDS.filter(({ value: kind }) => own.every(({ report }) => report.kind !== kind)).map(
          ({ label }) => label.toLowerCase(),
        ),
        noDistrict: own.every(({ report }) => report.level !== 'huyen' && report.level !== 'xa'),
      };
    }),
  );
}

/** `[2016, 2017, 2018, 2021]` as `2016–2018`, `2021`. */
function asRanges(years: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && run.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => (run.length === 1 ? `${run[0]}` : `${run[0]}–${run.at(-1)}`));
}
