/** Where the outputs of a search lie: small enough for the browser, which links to them. */
import type { Query } from '../../search/query';
import { searchKey } from './search-key';

/** The exports, in the order they are offered. */
export const EXPORT_FORMATS = [
  { format: 'csv', label: 'CSV cho bảng tính' },
  { format: 'json', label: 'JSON' },
  { format: 'ris', label: 'RIS cho Zotero, EndNote' },
  { format: 'bib', label: 'BibTeX' },
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number]['format'];

/** The address of an export of a search, by its canonical query string. */
export function exportHref(format: ExportFormat, query: string): string {
  const path = `/xuat/bao-cao.${format}`;
  return query === '' ? path : `${path}?${query}`;
}

/** The address of the feed of a search: always newest first, so that it need not say so. */
export function feedHref(query: Query): string {
  const key = searchKey(query);
  return key === '' ? '/tin.atom' : `/tin.atom?${key}`;
}
