/** The found reports by year, for bars above the list: read from the counts of the facet `ky`. */
import { formatPeriodValue, monthsOf, parsePeriodValue } from '../domain/period';
import { facetNamed } from './facets';
import { type Query, withFilter } from './query';
import type { FacetValue, SearchResult } from './result';

export interface TimelineYear {
  year: number;
  /** Reports of the year, whatever years are chosen. */
  count: number;
  /** Those on a span within its first half, and within its second; the rest look back on more than a half. */
  halves: [first: number, second: number];
  /** The search is for this year, or a part of it. */
  chosen: boolean;
}

/** Every year of the catalogue's span in order, with the reports that would be found of it. */
export function timelineOf({
  facets,
  state,
  span,
}: Pick<SearchResult, 'state' | 'span'> & { facets: Pick<SearchResult['facets'], 'ky'> }): TimelineYear[] {
  if (!span) return [];
  const known = new Map(facets.ky.map((value) => [value.value, value]));
  const chosen = yearsChosen(state);
  return Array.from({ length: span.last - span.first + 1 }, (_, i) => {
    const year = span.first + i;
    const value = known.get(String(year));
    return {
      year,
      count: value?.count ?? 0,
      halves: value ? [inHalf(value, 0), inHalf(value, 1)] : [0, 0],
      chosen: chosen.has(year),
    };
  });
}

/** Reports under a year's parts that lie within one half of it. */
function inHalf({ children = [] }: FacetValue, half: 0 | 1): number {
  return children.reduce(
    (sum, child) => sum + (halfOf(child.value) === half ? child.count : inHalf(child, half)),
    0,
  );
}

/** The half of its year that a period lies in; null where it spans both or is not known. */
function halfOf(value: string): 0 | 1 | null {
  const months = monthsOf(parsePeriodValue(value) ?? {});
  if (!months) return null;
  return months[1] <= 6 ? 0 : months[0] > 6 ? 1 : null;
}

/** Years that a search is for, or for a part of. */
function yearsChosen({ filters }: Query): Set<number> {
  const { partsOf } = facetNamed('ky');
  return new Set(filters.ky.flatMap(partsOf).flatMap((value) => parsePeriodValue(value)?.year ?? []));
}

/**
 * The same search for the years from one to another, in place of the years chosen before; without them, where they
 * were all that was chosen. A kind of period (`nam`) that was chosen goes too: with a year it would mean "or".
 */
export function withYears(query: Query, from: number, to: number): Query {
  const [year, toYear] = from < to ? [from, to] : [to, from];
  const value = formatPeriodValue(year === toYear ? { year } : { year, toYear });
  const { ky } = query.filters;
  return withFilter(query, 'ky', ky.length === 1 && ky[0] === value ? [] : [value]);
}
