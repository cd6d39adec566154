/** The searches that pages link to. */
import type { FacetName } from '../../search/facets';
import { EMPTY_QUERY, type Query, searchHref, withFilter } from '../../search/query';

/** The search for reports that fall under all the given values. */
export function filteredBy(filters: Partial<Record<FacetName, string>>): Query {
  return Object.entries(filters).reduce(
    (query, [facet, value]) => withFilter(query, facet as FacetName, [value]),
    EMPTY_QUERY,
  );
}

/** Its address: `/?tinh=hai-phong&ky=2020`. */
export function filteredSearch(filters: Partial<Record<FacetName, string>>): string {
  return searchHref(filteredBy(filters));
}
