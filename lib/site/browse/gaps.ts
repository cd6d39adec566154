/** What the catalogue lacks. */
import { REPORT_KINDS, UNKNOWN } from '../../domain/vocabulary';
import { facetNamed } from '../../search/facets';
import { type Count, yearsBetween } from './counts';
import type { Holdings } from './holdings';
import { filteredSearch } from './links';

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
