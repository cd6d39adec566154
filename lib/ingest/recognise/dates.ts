/** Dates as pages write them. Patterns run on bare text (lower case, no marks, every dash `-`). */
import { NUMBER_WORDS } from '../../vietnamese/numbers';
import type { Span } from '../page/text';

/** A date that may lack its year. Not checked: `31/2` is read as written, `isoDate` refuses it. */
export interface WrittenDate extends Span {
  day: number;
  month: number;
  year?: number;
  /** Last day of `ngày 23 và 24/3`. */
  toDay?: number;
}

const SEP = ' ?[/.-] ?';
const YEAR = '(?:19|20)\\d\\d';
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Months as blog systems print them, `19 Tháng Một, 2024`. */
const MONTH_WORDS: Readonly<Record<string, number>> = {
  'muoi mot': 11,
  'muoi hai': 12,
  ...NUMBER_WORDS,
  gieng: 1,
  chap: 12,
};
const WORDS = Object.keys(MONTH_WORDS).join('|');

/**
 *   23 va 24/3/2017   21-23/4   8/1/2020   24.6.2014   16-5   8 thang 1 nam 2020   11 th1, 2019   18 october 2019
 *   2025-06-08
 */
const DATE = new RegExp(
  [
    `(?<![\\d/.])(?<isoYear>${YEAR})-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)(?!\\d)`,
    `(?<![\\d/.,])(?<day5>\\d{1,2}) thang (?<word5>${WORDS})(?:,? (?:nam )?| ?/ ?)(?<year5>${YEAR})(?!\\d)`,
    `\\bthang (?<word6>${WORDS}|\\d{1,2}) (?<day6>\\d{1,2}), (?<year6>${YEAR})(?!\\d)`,
    `\\b(?<month7>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?<day7>\\d{1,2}),? (?<year7>${YEAR})(?!\\d)`,
    `(?<![\\d/.,])(?<!\\d[:hg])(?<day>\\d{1,2})(?: va (?:ngay )?(?<and>\\d{1,2})| ?(?:-|den(?: ngay)?) ?(?<to>\\d{1,2})(?=${SEP}\\d{1,2}(?!\\d)|\\s+thang))?` +
      `(?:${SEP}(?<month>\\d{1,2})(?:${SEP}(?<year>${YEAR}))?(?![\\d]|[/.,-]\\d)|(?:,| -)? thang (?<month2>\\d{1,2})(?:(?:,| -|/)? ?(?:nam )?(?<year2>${YEAR}))?(?!\\d)| th(?<month3>\\d{1,2}), (?<year3>${YEAR})| (?<month4>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?<year4>${YEAR}))`,
  ].join('|'),
  'g',
);

/** Every date in a stretch of bare text, in order; offsets are shifted by `offset`. */
export function readDates(bareText: string, offset = 0): WrittenDate[] {
  return [...bareText.matchAll(DATE)].map((match) => {
    const group = match.groups ?? {};
    const number = (...names: string[]): number | undefined => {
      for (const name of names) if (group[name]) return Number(group[name]);
      return undefined;
    };
    const english = group.month4 ?? group.month7;
    const word = group.word5 ?? group.word6;
    const named = english
      ? MONTH_NAMES.indexOf(english) + 1
      : word
        ? (MONTH_WORDS[word] ?? Number(word))
        : undefined;
    return {
      day: number('day', 'day5', 'day6', 'day7', 'isoDay') ?? 0,
      month: named ?? number('month', 'month2', 'month3', 'isoMonth') ?? 0,
      year: number('year', 'year2', 'year3', 'year4', 'year5', 'year6', 'year7', 'isoYear'),
      toDay: number('and', 'to'),
      start: offset + match.index,
      end: offset + match.index + match[0].length,
    };
  });
}

/** `2020-07-13`; null for a day that the calendar does not have. */
export function isoDate(year: number, month: number, day: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, day));
  if (time.getUTCFullYear() !== year || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day)
    return null;
  return time.toISOString().slice(0, 10);
}

/** Whole days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
