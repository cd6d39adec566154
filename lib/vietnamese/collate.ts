let collator: Intl.Collator | null = null;

/**
 * Compares two names in Vietnamese alphabetical order (a ă â … d đ …), numbers by value. For `Array.sort`.
 * The rules are read at the first call: that takes a phone a tenth of a second, and a page that is given its lists in order
 * never asks.
 */
export function compareVietnamese(a: string, b: string): number {
  collator ??= new Intl.Collator('vi', { numeric: true });
  return collator.compare(a, b);
}
