/** By itself, because the bar of picked reports stands on every page: it loads no table of the search. */

/** The page of picked reports, which a link shares. */
export function picksPath(ids: readonly string[]): string {
  return ids.length === 0 ? '/da-chon' : `/da-chon?bc=${ids.join(',')}`;
}

/** The page that compares reports with one more; a copy of `comparisonPath` would load all that it compares. */
export function comparedWith(ids: readonly string[], id: string): string {
  return `/so-sanh?bc=${[...ids, id].join(',')}`;
}
