/** What a search page is called: in the tab, in link previews, for crawlers. Made alike on server and in browser. */
import { searchTitle } from '@/lib/search/describe';
import type { SearchResult } from '@/lib/search/result';
import type { SiteFace } from '@/lib/site/settings';

/** `3 báo cáo · Hải Phòng · 6 tháng đầu năm 2020`; empty for the first page of the empty search. */
export function pageTitle({ words, total, page }: SearchResult): string {
  const parts = words === '' ? [] : [searchTitle(total, words)];
  if (page > 1) parts.push(`trang ${page}`);
  return parts.join(' · ');
}

/** The whole title of the tab. */
export function documentTitle(result: SearchResult, { name }: Pick<SiteFace, 'name'>): string {
  const title = pageTitle(result);
  return title === '' ? name : `${title} · ${name}`;
}

/** The first reports by name, for previews that show a second line. */
export function pageDescription(
  { words, results }: SearchResult,
  { purpose }: Pick<SiteFace, 'purpose'>,
): string {
  if (words === '') return purpose;
  const titles = results.slice(0, 3).map(({ title }) => title);
  return titles.length === 0 ? `Không có báo cáo nào khớp. ${purpose}` : titles.join(' · ');
}
