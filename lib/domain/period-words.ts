/** How periods are written, from the table of their kinds. */
import { NUMBER_WORDS, numberValue, numberWords } from '../vietnamese/numbers';
import { romanNumeral } from '../vietnamese/roman';
import {
  BEFORE_ALL,
  kindOfMonths,
  kindOfQuarter,
  monthsLong,
  PERIOD_KINDS,
  type PeriodValue,
} from './period';

/** Numbers of months that name a kind by themselves, `6 tháng`, `9 tháng`: parts of a year longer than a quarter. */
export const TELLING_MONTHS: readonly number[] = PERIOD_KINDS.filter(
  ({ value, months }) => months?.[0] === 1 && monthsLong(value) > 3 && monthsLong(value) < 12,
).map(({ value }) => monthsLong(value));

/** A way to write a period in a search: a pattern over folded words, and what its groups name. */
export interface PeriodWriting {
  pattern: RegExp;
  read(groups: readonly (string | undefined)[]): PeriodValue;
}

/** A year, also in two digits where a month or quarter stands before it: `quý 3/22`, `6T23`. */
const YEAR = '((?:19|20)\\d\\d)';
const SHORT_YEAR = '((?:19|20)\\d\\d|[12]\\d)';
const yearOf = (written: string | undefined) => {
  if (written === undefined) return undefined;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
};
const oneOf = (forms: readonly string[]) => `(?:${[...forms].sort((a, b) => b.length - a.length).join('|')})`;
const counted = (count: number) => oneOf([String(count), ...numberWords(count)]);
const quarter = oneOf(
  [1, 2, 3, 4].flatMap((n) => [String(n), romanNumeral(n).toLowerCase(), ...numberWords(n)]),
);
/** Months in words beside the numbers, and the number of each. `tháng năm 2020` is no month but the year. */
const MONTH_WORDS: Readonly<Record<string, number>> = {
  gieng: 1,
  chap: 12,
  'muoi mot': 11,
  'muoi hai': 12,
  ...NUMBER_WORDS,
};
const month = `\\d{1,2}|${oneOf(Object.keys(MONTH_WORDS).filter((word) => word !== 'nam'))}|nam(?= nam)`;
/** The year that relative words are counted from. */
const thisYear = () => new Date().getFullYear();
type Groups = readonly (string | undefined)[];

/** The first and the last quarter as three months. */
const QUARTERS_IN_MONTHS = [
  { words: 'dau', quarter: 1 },
  { words: 'cuoi', quarter: 4 },
] as const;

/** Ways to write a period, most telling first. */
export const PERIOD_WRITINGS: readonly PeriodWriting[] = [
  {
    pattern: new RegExp(`(?:giai doan|nhiem ki)(?: tu)?(?: nam)? ${YEAR}(?: den| toi)?(?: nam)? ${YEAR}`),
    read: ([from, to]) => ({ year: yearOf(from), toYear: yearOf(to) }),
  },
  {
    pattern: new RegExp(`(?:tu )?(?:nam )?${YEAR} (?:den |toi )?(?:het )?(?:nam )?${YEAR}`),
    read: ([from, to]) => ({ year: yearOf(from), toYear: yearOf(to) }),
  },
  {
    pattern: new RegExp(
      `(?:tu |ke tu )(?:nam )?${YEAR} (?:den nay|toi nay|den gio|tro di|tro lai day|ve sau)`,
    ),
    read: ([from]) => ({ year: yearOf(from), toYear: thisYear() }),
  },
  {
    pattern: new RegExp(`sau (?:nam )?${YEAR}`),
    read: ([from]) => ({ year: Number(yearOf(from)) + 1, toYear: thisYear() }),
  },
  {
    pattern: new RegExp(`truoc (?:nam )?${YEAR}`),
    read: ([to]) => ({ year: BEFORE_ALL, toYear: Number(yearOf(to)) - 1 }),
  },
  {
    pattern: new RegExp(
      `(${oneOf(Object.keys(NUMBER_WORDS))}|\\d{1,2}) nam (?:gan day|tro lai day|qua|gan nhat|vua qua)`,
    ),
    read: ([count = '']) => ({ year: thisYear() - numberValue(count) + 1, toYear: thisYear() }),
  },
  {
    pattern: /cuoi nam (?:ngoai|truoc|roi)/,
    read: () => ({ year: thisYear() - 1, kind: kindOfMonths(6, true) }),
  },
  { pattern: /nam (?:ngoai|truoc|roi)/, read: () => ({ year: thisYear() - 1 }) },
  { pattern: /nam nay/, read: () => ({ year: thisYear() }) },
  ...TELLING_MONTHS.filter((count) => kindOfMonths(count, true)).map((count) => ({
    pattern: new RegExp(
      `(?:${counted(count)} thang cuoi nam|nua cuoi(?: nam)?|nua sau(?: nam)?)(?: ${YEAR})?`,
    ),
    read: ([year]: Groups) => ({ year: yearOf(year), kind: kindOfMonths(count, true) }),
  })),
  {
    pattern: new RegExp(`nua dau(?: nam)?(?: ${YEAR})?`),
    read: ([year]) => ({ year: yearOf(year), kind: kindOfMonths(6, false) }),
  },
  ...TELLING_MONTHS.map((count) => ({
    pattern: new RegExp(`(?:${counted(count)} thang|${count}t)(?: dau)?(?: nam)?(?: ${SHORT_YEAR})?`),
    read: ([year]: Groups) => ({ year: yearOf(year), kind: kindOfMonths(count, false) }),
  })),
  ...TELLING_MONTHS.map((count) => ({
    pattern: new RegExp(`${count}t${SHORT_YEAR}`),
    read: ([year]: Groups) => ({ year: yearOf(year), kind: kindOfMonths(count, false) }),
  })),
  ...QUARTERS_IN_MONTHS.map(({ words, quarter: number }) => ({
    pattern: new RegExp(`${counted(3)} thang ${words} nam(?: ${YEAR})?`),
    read: ([year]: Groups) => ({ year: yearOf(year), kind: kindOfQuarter(number) }),
  })),
  {
    pattern: new RegExp(`qui (${quarter})(?: nam)?(?: ${SHORT_YEAR})?`),
    read: ([written = '', year]) => ({ year: yearOf(year), kind: kindOfQuarter(numberValue(written)) }),
  },
  {
    pattern: new RegExp(`q([1-4])(?: nam)?(?: ${SHORT_YEAR})?`),
    read: ([written = '', year]) => ({ year: yearOf(year), kind: kindOfQuarter(numberValue(written)) }),
  },
  {
    pattern: new RegExp(`(?:thang (${month})|t(\\d{1,2}))(?: nam)? ${SHORT_YEAR}`),
    read: ([written, digits, year]) => ({
      year: yearOf(year),
      kind: 'thang',
      month: Number(digits) || MONTH_WORDS[written ?? ''] || Number(written),
    }),
  },
  {
    pattern: new RegExp(`(?:(?:ca|trong|dau|giua|cuoi) )?nam ${YEAR}`),
    read: ([year]) => ({ year: yearOf(year) }),
  },
  { pattern: new RegExp(YEAR), read: ([year]) => ({ year: yearOf(year) }) },
];
