/**
 * The paths of the site's pages, each said once. As the site names them: a base path is put before by whoever writes
 * them down (`at` in edition.ts, the JSX of components). Imports nothing, so that the smallest page may use it.
 */

/** Sections whose pages are named by an address of one more part. */
export const SECTIONS = ['bao-cao', 'van-ban', 'dia-phuong'] as const;
export type Section = (typeof SECTIONS)[number];

export function isSection(part: string): part is Section {
  return SECTIONS.some((section) => section === part);
}

/** @param from the canonical query string of the search that led there, whose neighbours the page then names */
export function reportPath(id: string, from = ''): string {
  return `/bao-cao/${id}${from === '' ? '' : `?tu=${encodeURIComponent(from)}`}`;
}

export const directivePath = (slug: string): string => `/van-ban/${slug}`;
/** @param value a value of the facet `tinh` */
export const placePath = (value: string): string => `/dia-phuong/${value}`;

/** The search of a canonical query string. */
export const searchPath = (query: string): string => (query === '' ? '/' : `/?${query}`);

/** The page that sets the given reports side by side. */
export const comparisonPath = (ids: readonly string[]): string => withReports('/so-sanh', ids);
/** The page of picked reports, which a link shares. */
export const picksPath = (ids: readonly string[]): string => withReports('/da-chon', ids);

function withReports(path: string, ids: readonly string[]): string {
  return ids.length === 0 ? path : `${path}?bc=${ids.join(',')}`;
}
