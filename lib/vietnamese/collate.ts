const collator = new Intl.Collator('vi', { numeric: true });

/** Compares two names in Vietnamese alphabetical order (a ă â … d đ …), numbers by value. For `Array.sort`. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}
