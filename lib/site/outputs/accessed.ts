/**
 * The day on which a source was looked at, as each style of citation says it. Pages are kept and shown for days, so the
 * texts in them hold a mark, which the reader's device puts right; exports are made when asked for and know the day.
 */
import { formatDate } from '../../search/describe';

export type CitationStyle = 'vi' | 'apa' | 'bib' | 'ris' | 'csl';

/** Stands for the day in a text; of the Unicode area that no text uses. */
export const ACCESSED = '\uE000';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `July 13, 2020`, as APA writes a day. */
export function englishDate(iso: string): string {
  const [year, month = 1, day] = iso.split('-').map(Number);
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}

/** `[[2020,7,13]]`, as CSL-JSON has a day. */
export function cslDate(iso: string): { 'date-parts': number[][] } {
  return { 'date-parts': [iso.split('-').map(Number)] };
}

/** What each style writes where the mark stands. */
const WORDS: Readonly<Record<CitationStyle, (day: string) => string>> = {
  vi: (day) => `, truy cập ngày ${formatDate(day)}`,
  apa: (day) => `Retrieved ${englishDate(day)}, from `,
  bib: (day) => `  urldate = {${day}},\n`,
  ris: (day) => `Y2  - ${day.replaceAll('-', '/')}\r\n`,
  csl: (day) => `  "accessed": ${JSON.stringify(cslDate(day))},\n`,
};

/** The text of a citation with its day of access, ISO; without one where it is null. */
export function withAccess(text: string, style: CitationStyle, day: string | null): string {
  // The last: a title may hold anything, and what follows the mark is ours.
  const at = text.lastIndexOf(ACCESSED);
  if (at < 0) return text;
  return text.slice(0, at) + (day === null ? '' : WORDS[style](day)) + text.slice(at + ACCESSED.length);
}

/** The day that a clock shows where it stands, ISO. */
export function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
