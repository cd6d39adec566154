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
      halves: value ? halvesOf(value) : [0, 0],
      chosen: chosen.has(year),
    };
  });
}

/** Reports under a year's parts that lie within one half of it, and within the other. */
function halvesOf({ children = [] }: FacetValue): TimelineYear['halves'] {
  const halves: TimelineYear['halves'] = [0, 0];
  for (const child of children) {
    const half = halfOf(child.value);
    if (half !== null) halves[half] += child.count;
    else {
      const [first, second] = halvesOf(child);
      halves[0] += first;
      halves[1] += second;
    }
  }
  return halves;
}

/** By what stands after the year: reading each anew held up each letter typed. */
const halfOfPart = new Map<string, 0 | 1 | null>();

/** The half of its year that a period lies in; null where it spans both or is not known. */
function halfOf(value: string): 0 | 1 | null {
  const part = value.slice(4);
  const known = halfOfPart.get(part);
  if (known !== undefined) return known;
  const months = monthsOf(parsePeriodValue(value) ?? {});
  const half = !months ? null : months[1] <= 6 ? 0 : months[0] > 6 ? 1 : null;
  halfOfPart.set(part, half);
  return half;
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
