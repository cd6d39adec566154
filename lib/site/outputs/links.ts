/** Where the outputs of a search lie: small enough for the browser, which links to them. */

import { IS_STATIC } from '../../domain/edition';
import { type Query, serialiseQuery } from '../../search/query';
import { searchKey } from './search-key';

/** The exports, in the order they are offered. */
export const EXPORT_FORMATS = [
  { format: 'csv', label: 'CSV cho bảng tính' },
  { format: 'json', label: 'JSON' },
  { format: 'ris', label: 'RIS cho Zotero, EndNote' },
  { format: 'bib', label: 'BibTeX' },
  { format: 'csl.json', label: 'CSL-JSON' },
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number]['format'];

/** The address of an export of a search, by its canonical query string. */
export function exportHref(format: ExportFormat, query: string): string {
  const path = `/xuat/bao-cao.${format}`;
  return query === '' ? path : `${path}?${query}`;
}

/** The address of the feed of a search: always newest first, so that it need not say so. */
export function feedHref(query: Query): string {
  if (IS_STATIC) return feedFile(query);
  const key = searchKey(query);
  return key === '' ? '/tin.atom' : `/tin.atom?${key}`;
}

/** The feeds that the static edition has: of the whole, and of each single value of these facets. */
export const FEED_FACETS = ['tinh', 'vb'] as const;

/** Where the static edition has the feed of a search: `/tin/tinh/hai-phong.atom`; that of the whole for other searches. */
function feedFile(query: Query): string {
  const chosen = Object.entries(query.filters).flatMap(([name, values]) =>
    values.map((value) => ({ name, value })),
  );
  const [only] = chosen;
  const single = query.text === '' && chosen.length === 1 && FEED_FACETS.some((name) => name === only?.name);
  return only && single ? `/tin/${only.name}/${only.value}.atom` : '/tin.atom';
}

/** The path of a search as it stands in another site's frame. */
export function embedPath(query: Query): string {
  const string = serialiseQuery({ ...query, page: 1 });
  return string === '' ? '/nhung' : `/nhung?${string}`;
}

/** What another site writes to show the search: no script of ours runs there. */
export function embedCode(address: string, title: string): string {
  const quoted = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="640" loading="lazy"></iframe>`;
}
