/** What a search page is called: in the tab, in link previews, for crawlers. Made alike on server and in browser. */
import { SITE_DESCRIPTION, SITE_NAME } from '@/components/layout/site';
import { searchTitle } from '@/lib/search/describe';
import type { SearchResult } from '@/lib/search/result';

/** `3 báo cáo · Hải Phòng · 6 tháng đầu năm 2020`; empty for the first page of the empty search. */
export function pageTitle({ words, total, page }: SearchResult): string {
  const parts = words === '' ? [] : [searchTitle(total, words)];
  if (page > 1) parts.push(`trang ${page}`);
  return parts.join(' · ');
}

/** The whole title of the tab. */
export function documentTitle(result: SearchResult): string {
  const title = pageTitle(result);
  return title === '' ? SITE_NAME : `${title} · ${SITE_NAME}`;
}

/** The first reports by name, for previews that show a second line. */
export function pageDescription({ words, results }: SearchResult): string {
  if (words === '') return SITE_DESCRIPTION;
  const titles = results.slice(0, 3).map(({ title }) => title);
  return titles.length === 0 ? `Không có báo cáo nào khớp. ${SITE_DESCRIPTION}` : titles.join(' · ');
}
