/** Two to four reports side by side. */
import { slugify } from '../../vietnamese/fold';
import type { Holding, Holdings } from './holdings';

/** Most reports that are compared at once: more do not stand side by side. */
export const MOST_COMPARED = 4;

export interface Comparison {
  holdings: Holding[];
  /** Directives that any of them cites, those that most of them share first; `cited` runs along `holdings`. */
  directives: { slug: string; label: string; title: string; cited: boolean[] }[];
  /** Ids asked for that no published report bears. */
  unknown: string[];
  /** Ids left out because there were too many. */
  left: string[];
}

/** Ids from the parameter `bc`, given once with commas or several times; also whole addresses of report pages. */
export function parseComparison(values: readonly string[]): string[] {
  const ids = values
    .flatMap((value) => value.split(/[,\s]+/))
    .map((value) => slugify(value.replace(/[?#].*$/, '').replace(/^.*\/bao-cao\//, '')))
    .filter((id) => id !== '');
  return [...new Set(ids)];
}

/** Sets the reports of the ids beside each other, in the order asked for. */
export function compareReports(ids: readonly string[], holdings: Holdings): Comparison {
  const found = ids.flatMap((id) => holdings.byId.get(id) ?? []);
  const shown = found.slice(0, MOST_COMPARED);
  const slugs = [...new Set(shown.flatMap(({ directives }) => directives))];
  const names = new Map(holdings.vocabulary.directives.map((one) => [one.slug, one]));
  return {
    holdings: shown,
    directives: slugs
      .map((slug) => ({
        slug,
        label: names.get(slug)?.label ?? slug,
        title: names.get(slug)?.title ?? '',
        cited: shown.map(({ directives }) => directives.includes(slug)),
      }))
      .sort((a, b) => b.cited.filter(Boolean).length - a.cited.filter(Boolean).length),
    unknown: ids.filter((id) => !holdings.byId.has(id)),
    left: found.slice(MOST_COMPARED).map(({ report }) => report.id),
  };
}
