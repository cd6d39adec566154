/** Roman numerals, as Party terms, congresses and quarters are counted. */

const DIGITS: readonly (readonly [string, number])[] = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** The Roman numeral of a whole number from 1 to 39, capitals; empty outside of it. */
export function romanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 39) return '';
  let rest = value;
  let roman = '';
  for (const [digit, worth] of DIGITS) {
    while (rest >= worth) {
      roman += digit;
      rest -= worth;
    }
  }
  return roman;
}

/** The value of a Roman numeral from I to XXXIX in either case; 0 for anything else. */
export function romanValue(roman: string): number {
  const wanted = roman.toUpperCase();
  for (let value = 1; value < 40; value++) if (romanNumeral(value) === wanted) return value;
  return 0;
}
