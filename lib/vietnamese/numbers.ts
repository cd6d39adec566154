/** Numbers as people write them: in digits, in words, in Roman numerals. */
import { fold } from './fold';
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

const HUNDRED = 100;
const THOUSAND = 1000;

/** What a run of number words counts, spoken as usual: `hai nghìn không trăm hai mươi` is 2020. Null for anything else. */
function spokenValue(words: readonly string[]): number | null {
  let total = 0;
  let part = 0;
  let digit: number | null = null;
  for (const word of words) {
    if (word === 'linh' || word === 'le') continue;
    const value =
      word === 'khong' ? 0 : word === 'lam' || word === 'nham' ? 5 : word === 'mot' ? 1 : NUMBER_WORDS[word];
    if (word === 'muoi') {
      part += (digit ?? 1) * 10;
      digit = null;
    } else if (word === 'tram') {
      part += (digit ?? 1) * HUNDRED;
      digit = null;
    } else if (word === 'nghin' || word === 'ngan') {
      total += (part + (digit ?? 0) || 1) * THOUSAND;
      part = 0;
      digit = null;
    } else if (value !== undefined && digit === null) digit = value;
    else return null;
  }
  return total + part + (digit ?? 0);
}

/** Words after which a number names something: a year, a month, a document. Folded, the last word of each. */
const NAMED_BY_NUMBER = new Set('nam thang qui khoa thi quyet luan dinh so'.split(' '));
const SPOKEN = new Set([
  ...Object.keys(NUMBER_WORDS),
  ...'khong lam nham tram nghin ngan linh le'.split(' '),
]);
/** Words of the longest number read. */
const LONGEST = 9;

/** Numbers of two words and more that name a year, a month or a document, in digits: `nghị quyết ba mươi ba` is `nghị quyết 33`. */
export function withDigits(text: string): string {
  const words = text.normalize('NFC').split(/(\s+)/);
  const folded = words.map((word) => fold(word));
  for (let at = 0; at + 4 < words.length; at += 2) {
    if (!NAMED_BY_NUMBER.has(folded[at] ?? '')) continue;
    for (let count = LONGEST; count > 1; count--) {
      const run = Array.from({ length: count }, (_, i) => folded[at + 2 + 2 * i] ?? '');
      const value = run.every((word) => SPOKEN.has(word)) ? spokenValue(run) : null;
      if (value === null || value < 10) continue;
      words.splice(at + 2, 2 * count - 1, String(value));
      folded.splice(at + 2, 2 * count - 1, String(value));
      break;
    }
  }
  return words.join('');
}
