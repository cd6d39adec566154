/** Where it is said how to tell of a mistake, for sites whose settings name no address. */
export const HOW_TO_TELL = '/tro-giup#bao-sai';

/**
 * Where a mistake in a report is told: the address of the settings; a letter has its subject and first lines filled in.
 * @param to `mailto:…` or `https://…`, as `site.yaml` has it
 * @param address the report's page on this site, whole
 */
export function mistakeHref(to: string, title: string, address: string): string {
  if (!/^mailto:/i.test(to)) return to;
  const subject = `Báo sai: ${title}`;
  const body = `${address}\n\nChỗ sai:\n\nĐúng ra là (kèm nguồn nếu có):\n`;
  return `${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
