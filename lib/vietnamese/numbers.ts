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
  let before = '';
  for (const word of words) {
    if (word === 'linh' || word === 'le') continue;
    // After ten five is `lăm`: `tháng mười năm 2020` is October.
    if (word === 'nam' && before === 'muoi') return null;
    before = word;
    const value = word === 'khong' ? 0 : word === 'lam' || word === 'nham' ? 5 : NUMBER_WORDS[word];
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

/** Digits spoken one by one: `hai không hai ba` is 2023, `không năm` 5, `ba lăm` 35. Null for anything else. */
function dictatedValue(words: readonly string[]): number | null {
  const digits = words.map((word, i) =>
    word === 'khong' ? 0 : i > 0 && (word === 'lam' || word === 'nham') ? 5 : NUMBER_WORDS[word],
  );
  return digits.every((digit) => digit !== undefined && digit < 10) ? Number(digits.join('')) : null;
}

/** Words of documents, whose numbers are dictated in two or three digits. Folded, the last word of each. */
const DOCUMENTS = new Set('thi quyet luan dinh so'.split(' '));
/** Words after which a number names something: a year, a month, a document. Folded, the last word of each. */
const NAMED_BY_NUMBER = new Set([...'nam thang qui khoa'.split(' '), ...DOCUMENTS]);
const SPOKEN = new Set([
  ...Object.keys(NUMBER_WORDS),
  ...'khong lam nham tram nghin ngan linh le'.split(' '),
]);
/** Words of the longest number read. */
const LONGEST = 9;
/** A spoken year is told from a count by its size and by its words: `hai nghìn không trăm hai mươi`. */
const isYear = (value: number): boolean => value >= 1900 && value < 2100;
const YEAR_WORDS = 4;

/**
 * Numbers of two words and more that name a year, a month or a document, in digits: `nghị quyết ba mươi ba` is `nghị
 * quyết 33`, `năm hai không hai ba` 2023; a spoken year anywhere.
 */
export function withDigits(text: string): string {
  const words = text.normalize('NFC').split(/(\s+)/);
  const folded = words.map((word) => fold(word));
  for (let at = 0; at + 2 < words.length; at += 2) {
    const name = folded[at - 2] ?? '';
    for (let count = LONGEST; count > 1; count--) {
      const run = Array.from({ length: count }, (_, i) => folded[at + 2 * i] ?? '');
      const value = run.every((word) => SPOKEN.has(word)) ? numberAfter(name, run) : null;
      if (value === null) continue;
      words.splice(at, 2 * count - 1, String(value));
      folded.splice(at, 2 * count - 1, String(value));
      break;
    }
  }
  return words.join('');
}

/** The number that a run of number words is after another word; null where it is none that names something. */
function numberAfter(name: string, run: readonly string[]): number | null {
  const spoken = spokenValue(run);
  if (spoken !== null) {
    const named = NAMED_BY_NUMBER.has(name) && spoken >= 10;
    return named || (isYear(spoken) && run.length >= YEAR_WORDS) ? spoken : null;
  }
  const dictated = dictatedValue(run);
  if (dictated === null) return null;
  if (name === 'nam') return isYear(dictated) ? dictated : null;
  // `nghị quyết năm năm qua` is no number.
  const plain = run[0] === 'khong' || !run.includes('nam');
  return DOCUMENTS.has(name) && plain && run.length <= 3 ? dictated : null;
}

/** A number of a text: its words, [first, after), and the other ways to write it. */
export interface Figure {
  first: number;
  after: number;
  writings: string[];
}

/** Words of numbers as they are spelled; of those beside them some are other words without their marks (`trạm`). */
const SPELLED = new Set(
  'không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi trăm nghìn ngàn linh lẻ'.split(
    ' ',
  ),
);
const THOUSANDS = /^(?:nghìn|ngàn|nghin|ngan)$/;
const DIGIT_WORDS = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
/** Larger numbers are seldom written in words. */
const MOST_IN_WORDS = 100;

/**
 * Numbers of a text that are written in several ways: `20` and `hai mươi`, `13000`, `13.000`, `13 nghìn` and `mười ba
 * nghìn`; a decimal is one number, too. Single digits in words are left alone: `ba` and `năm` are other words as well.
 */
export function figuresIn(words: readonly { text: string; start: number; end: number }[]): Figure[] {
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; ) {
    const figure = digitsAt(words, at) ?? spokenAt(words, at);
    if (figure) figures.push(figure);
    at = figure?.after ?? at + 1;
  }
  return figures;
}

function digitsAt(
  words: readonly { text: string; start: number; end: number }[],
  first: number,
): Figure | null {
  const text = (i: number): string => words[i]?.text ?? '';
  const joined = (i: number): boolean => words[i]?.start === (words[i - 1]?.end ?? Number.NaN) + 1;
  if (!/^(?:0|[1-9]\d*)$/.test(text(first))) return null;
  let after = first + 1;
  if (text(first).length <= 3) while (/^\d{3}$/.test(text(after)) && joined(after)) after++;
  const value = Number(
    words
      .slice(first, after)
      .map(({ text: part }) => part)
      .join(''),
  );
  if (after === first + 1 && /^\d{1,2}$/.test(text(after)) && joined(after))
    return { first, after: after + 1, writings: [] };
  if (!Number.isSafeInteger(value)) return null;
  if (!THOUSANDS.test(text(after).toLowerCase())) return { first, after, writings: writingsOf(value) };
  return { first, after: after + 1, writings: writingsOf(value * THOUSAND) };
}

function spokenAt(words: readonly { text: string }[], first: number): Figure | null {
  for (let after = Math.min(words.length, first + LONGEST); after > first; after--) {
    const run = words.slice(first, after).map(({ text }) => text.normalize('NFC').toLowerCase());
    const folded = run.map((word) => fold(word));
    if (!run.every((word, i) => SPELLED.has(word) || (word === folded[i] && SPOKEN.has(word)))) continue;
    // Without marks only what is made of several words tells that it is a number.
    const telling =
      folded.some((word, i) => i > 0 && /^(?:muoi|tram|nghin|ngan)$/.test(word)) || folded[0] === 'muoi';
    const value = telling && (after > first + 1 || run[0] === 'mười') ? spokenValue(folded) : null;
    if (value !== null) return { first, after, writings: writingsOf(value) };
  }
  return null;
}

/** The ways to write a whole number. */
function writingsOf(value: number): string[] {
  const digits = String(value);
  const grouped = digits.replace(/\B(?=(?:\d{3})+$)/g, '.');
  return [
    digits,
    ...(grouped === digits ? [] : [grouped]),
    ...(value >= THOUSAND && value % THOUSAND === 0
      ? [`${value / THOUSAND} nghìn`, `${value / THOUSAND} ngàn`]
      : []),
    ...inWords(value),
  ];
}

function inWords(value: number): string[] {
  if (value < 2 || value === 5 || value > MOST_IN_WORDS) return [];
  if (value === HUNDRED) return ['một trăm'];
  if (value < 10) return [DIGIT_WORDS[value] ?? ''];
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 1 ? 'mười' : `${DIGIT_WORDS[tens]} mươi`;
  if (ones === 0) return [head];
  if (ones === 5) return [`${head} lăm`];
  if (ones === 1 && tens > 1) return [`${head} mốt`];
  return [`${head} ${DIGIT_WORDS[ones]}`, ...(ones === 4 && tens > 1 ? [`${head} tư`] : [])];
}
