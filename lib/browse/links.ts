/** Addresses of the site's pages, and of the searches that pages link to. */
import type { FacetName } from '../search/facets';
import { EMPTY_QUERY, searchHref, serialiseQuery, withFilter } from '../search/query';

/** The search for reports that fall under all the given values: `/?tinh=hai-phong&ky=2020`. */
export function filteredSearch(filters: Partial<Record<FacetName, string>>): string {
  return searchHref(withFilters(filters));
}

/** The query string of that search, for outputs: `tinh=hai-phong&ky=2020`. */
export function filteredQuery(filters: Partial<Record<FacetName, string>>): string {
  return serialiseQuery(withFilters(filters));
}

function withFilters(filters: Partial<Record<FacetName, string>>) {
  return Object.entries(filters).reduce(
    (query, [facet, value]) => withFilter(query, facet as FacetName, [value]),
    EMPTY_QUERY,
  );
}

export const reportPath = (id: string): string => `/bao-cao/${id}`;
export const directivePath = (slug: string): string => `/van-ban/${slug}`;
/** @param value a value of the facet `tinh` */
export const placePath = (value: string): string => `/dia-phuong/${value}`;
