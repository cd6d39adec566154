/** Numbers as people write them: in digits, in words, in Roman numerals. */
import { romanValue } from './roman';

/** One to ten in words, folded; four has two. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};

/** The value of a number written in digits, as a Roman numeral or in one folded word; 0 for anything else. */
export function numberValue(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  return NUMBER_WORDS[written] ?? romanValue(written);
}

/** The words for a number, folded; none above ten. */
export function numberWords(value: number): string[] {
  return Object.keys(NUMBER_WORDS).filter((word) => NUMBER_WORDS[word] === value);
}
