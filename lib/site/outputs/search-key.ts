import { defaultSort, type Query, serialiseQuery } from '../../search/query';

/**
 * The canonical query string of a search, order, page and view left out: feeds, pictures and saved searches are of the
 * same reports whatever their order.
 */
export function searchKey(query: Query): string {
  return serialiseQuery({ ...query, sort: defaultSort(query.text), page: 1, view: 'danh-sach' });
}
