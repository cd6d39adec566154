/** The pages of this site, as outputs name them: the site map lists them, and a QR code is drawn for no other. */

import { isServed } from '../../domain/edition';
import { comparisonPath, directivePath, placePath, reportPath } from '../../domain/paths';
import { parseQuery, searchHref } from '../../search/query';
import { MOST_COMPARED, parseComparison } from '../browse/comparison';
import { ARRANGEMENTS, documentSlugs } from '../browse/documents';
import type { Holdings } from '../browse/holdings';
import { placePages } from '../browse/place-pages';

/** Pages that are there whatever the catalogue holds. */
const FIXED = [
  '/',
  ...ARRANGEMENTS.map(({ path }) => path),
  '/dia-phuong',
  '/tong-quan',
  '/so-lieu',
  '/moi-them',
  '/du-lieu-mo',
  '/tro-giup',
];

/** Every page that search engines may index, as paths. */
export function sitePages(holdings: Holdings): string[] {
  return [
    ...FIXED.filter(isServed),
    ...holdings.all.map(({ report }) => reportPath(report.id)),
    ...documentSlugs(holdings).map(directivePath),
    ...placePages(holdings).map(({ value }) => placePath(value)),
  ];
}

/**
 * The day on which what a page shows was last changed, ISO; null where that was not kept. A report's page changes with
 * its report; those of documents and places with the reports they list.
 */
export function changedOn(path: string, holdings: Holdings): string | null {
  const [, section, name = ''] = path.split('/');
  const shown =
    section === 'bao-cao' && name !== ''
      ? [holdings.byId.get(name)].filter((one) => one !== undefined)
      : holdings.all.filter(({ directives, places }) => {
          if (section === 'van-ban' && name !== '') return directives.includes(name);
          if (section === 'dia-phuong' && name !== '') return places.includes(name);
          return true;
        });
  const days = shown.flatMap(({ report }) => report.modifiedOn ?? report.addedOn ?? []);
  return days.sort().at(-1) ?? null;
}

/**
 * The path, with its query, of a page of this site in canonical form; null for anything else. Searches and
 * comparisons count: they are pages that are shared, though not indexed.
 */
export function sharedPage(asked: string, holdings: Holdings): string | null {
  const base = 'http://this.invalid';
  if (!asked.startsWith('/') || !URL.canParse(asked, base)) return null;
  const { origin, pathname, searchParams } = new URL(asked, base);
  if (origin !== base) return null;
  if (pathname === '/') return searchHref(parseQuery(searchParams, holdings.vocabulary).query);
  if (pathname === '/so-sanh') {
    const ids = parseComparison(searchParams.getAll('bc')).filter((id) => holdings.byId.has(id));
    return ids.length > 0 ? comparisonPath(ids.slice(0, MOST_COMPARED)) : null;
  }
  return sitePages(holdings).includes(pathname) ? pathname : null;
}
