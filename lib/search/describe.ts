/** Counts, days and titles as people read them. Imports nothing: pages without a search use it too. */

/** `1.234` : figures as Vietnamese writes them. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** `3 báo cáo · Hải Phòng · …`: the title of a search that found `total` reports. */
export function searchTitle(total: number, words: string): string {
  const count = total === 0 ? 'Không có báo cáo' : `${formatCount(total)} báo cáo`;
  return words === '' ? count : `${count} · ${words}`;
}

/** A date as people write it: `2020-07-13` -> `13/7/2020`. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return day ? `${day}/${month}/${year}` : `${month}/${year}`;
}
