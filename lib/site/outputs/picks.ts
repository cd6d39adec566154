/** By itself, because the bar of picked reports stands on every page: it loads no table of the search. */

/** The page of picked reports, which a link shares. */
export function picksPath(ids: readonly string[]): string {
  return ids.length === 0 ? '/da-chon' : `/da-chon?bc=${ids.join(',')}`;
}
