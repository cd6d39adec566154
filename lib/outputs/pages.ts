/** The pages of this site, as outputs name them: the site map lists them, and a QR code is drawn for no other. */
import type { Catalogue } from '../search/catalogue';
import { parseQuery, searchHref } from '../search/query';
import { reportHref } from './report-facts';

/** Pages that are there whatever the catalogue holds. */
const FIXED = ['/', '/van-ban', '/dia-phuong', '/tong-quan', '/so-lieu', '/tro-giup'] as const;

/** Most reports that are compared side by side. */
const MAX_COMPARED = 4;

type Known = Pick<Catalogue, 'entries' | 'vocabulary'>;

/** Every page that search engines may index, as paths. */
export function sitePages({ entries, vocabulary: { directives, places } }: Known): string[] {
  const placeSlugs = places.flatMap((place) => [place.slug, ...place.formerly.map((former) => former.slug)]);
  return [
    ...FIXED,
    ...entries.map(({ id }) => reportHref(id)),
    ...directives.map(({ slug }) => `/van-ban/${slug}`),
    ...[...new Set(placeSlugs)].map((slug) => `/dia-phuong/${slug}`),
  ];
}

/**
 * The path, with its query, of a page of this site in canonical form; null for anything else. Searches and
 * comparisons count: they are pages that are shared, though not indexed.
 */
export function sharedPage(asked: string, known: Known): string | null {
  const base = 'http://this.invalid';
  if (!asked.startsWith('/') || !URL.canParse(asked, base)) return null;
  const { origin, pathname, searchParams } = new URL(asked, base);
  if (origin !== base) return null;
  if (pathname === '/') return searchHref(parseQuery(searchParams, known.vocabulary).query);
  if (pathname === '/so-sanh') return comparison(searchParams.get('bc') ?? '', known);
  return sitePages(known).includes(pathname) ? pathname : null;
}

function comparison(list: string, { entries }: Known): string | null {
  const ids = list.split(',');
  const known = ids.every((id) => entries.some((entry) => entry.id === id));
  return known && ids.length <= MAX_COMPARED ? `/so-sanh?bc=${ids.join(',')}` : null;
}
