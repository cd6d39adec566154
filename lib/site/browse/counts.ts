/** Counts of reports for charts: by year, by place, by directive. */
import { REPORT_KINDS, UNKNOWN } from '../../domain/vocabulary';
import { facetNamed } from '../../search/facets';
import { groupBy } from './group';
import type { Holding, Holdings } from './holdings';
import { filteredSearch } from './links';

/** One bar or cell: how many, and the search that finds them. */
export interface Count {
  count: number;
  href: string;
}

/** One year of a chart; `year` is null for reports whose year is not known. */
export interface YearRow extends Count {
  year: number | null;
  /** One for each of REPORT_KINDS, in order. */
  kinds: Count[];
}

/**
 * Reports by year and kind, the newest year first, no year between first and last left out; reports without a
 * year in a last row where there are any. `within` are filters that every link keeps.
 */
export function byYear(
  holdings: readonly Holding[],
  within: Parameters<typeof filteredSearch>[0] = {},
): YearRow[] {
  const groups = groupBy(holdings, (holding) => holding.year);
  return [...yearsBetween(holdings).reverse(), ...(groups.has(null) ? [null] : [])].map((year) => {
    const those = groups.get(year) ?? [];
    const filters = { ...within, ky: year === null ? UNKNOWN.value : String(year) };
    return {
      year,
      count: those.length,
      href: filteredSearch(filters),
      kinds: REPORT_KINDS.map(({ value }) => ({
        count: those.filter(({ report }) => report.kind === value).length,
        href: filteredSearch({ ...filters, loai: value }),
      })),
    };
  });
}

/** Every year from the first to the last report's, in order; empty without any known year. */
export function yearsBetween(holdings: readonly Holding[]): number[] {
  const known = holdings.flatMap(({ year }) => (year === null ? [] : [year]));
  if (known.length === 0) return [];
  const first = known.reduce((a, b) => Math.min(a, b));
  const last = known.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** A place with its reports counted. */
export interface PlaceCount extends Count {
  value: string;
  label: string;
}

/** Reports by today's province (national and unknown ones too), most first, none that is empty. */
export function byPlace(
  holdings: readonly Holding[],
  { vocabulary }: Holdings,
  within: Parameters<typeof filteredSearch>[0] = {},
): PlaceCount[] {
  return ranked(holdings, ({ places }) => places.slice(0, 1)).map(({ value, count }) => ({
    value,
    label: facetNamed('tinh').labelOf(value, vocabulary),
    count,
    href: filteredSearch({ ...within, tinh: value }),
  }));
}

/** A directive with the reports that cite it counted. */
export interface DirectiveCount extends Count {
  slug: string;
  label: string;
  title: string;
}

/** Directives by how many of the reports cite them, most first. */
export function byDirective(
  holdings: readonly Holding[],
  { vocabulary }: Holdings,
  within: Parameters<typeof filteredSearch>[0] = {},
): DirectiveCount[] {
  const names = new Map(vocabulary.directives.map((one) => [one.slug, one]));
  return ranked(holdings, ({ directives }) => directives).flatMap(({ value, count }) => {
    const name = names.get(value);
    return name
      ? [
          {
            slug: value,
            label: name.label,
            title: name.title,
            count,
            href: filteredSearch({ ...within, vb: value }),
          },
        ]
      : [];
  });
}

/**
 * Directives cited by the same reports as the one given, most often first: how many reports cite both.
 * Links find exactly those that cite the other; a search for both would mean either.
 */
export function citedTogether(slug: string, holdings: Holdings): DirectiveCount[] {
  const citing = holdings.all.filter(({ directives }) => directives.includes(slug));
  return byDirective(citing, holdings).filter((other) => other.slug !== slug);
}

/** Reports that fall under a value of the facet `tinh`. */
export function inPlace({ all }: Holdings, value: string): Holding[] {
  return all.filter(({ places }) => places.includes(value));
}

/** Reports that cite a directive. */
export function citing({ all }: Holdings, slug: string): Holding[] {
  return all.filter(({ directives }) => directives.includes(slug));
}

function ranked(
  holdings: readonly Holding[],
  valuesOf: (holding: Holding) => readonly string[],
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const holding of holdings) {
    for (const value of valuesOf(holding)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
