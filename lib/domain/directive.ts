/**
 * Party documents: what their ids say, how they are named, when the terms were that number them. What kinds there are,
 * and how their numbers are written, stands in `lib/vietnamese/document-kinds.ts`.
 */
import { romanNumeral, romanValue } from '../vietnamese/roman';
import type { Directive, Plenum } from './report';
import { DIRECTIVE_TYPES, type DirectiveType, labelOf } from './vocabulary';

/** First and last day of each term of the Central Committee, from the congress to the next one. */
const TERMS: readonly (readonly [term: string, from: string, to: string])[] = [
  ['VII', '1991-06-24', '1996-06-27'],
  ['VIII', '1996-06-28', '2001-04-18'],
  ['IX', '2001-04-19', '2006-04-17'],
  ['X', '2006-04-18', '2011-01-11'],
  ['XI', '2011-01-12', '2016-01-19'],
  ['XII', '2016-01-20', '2021-01-24'],
  ['XIII', '2021-01-25', '2026-01-18'],
  ['XIV', '2026-01-19', '2031-01-31'],
];
/** The highest term that a text may name. */
const LAST_TERM = 15;

/** The term of a day (ISO); null before the first and after the last that is known. */
export function termOf(day: string): string | null {
  return TERMS.find(([, from, to]) => day >= from && day <= to)?.[0] ?? null;
}

/** The day the congress of a term began (ISO); null where it is not known. */
export function termBegins(term: string): string | null {
  return TERMS.find(([name]) => name === term)?.[1] ?? null;
}

/** The last day of a term (ISO); of terms not in the table what congresses every five years give. */
export function termEnds(term: string): string {
  return TERMS.find(([name]) => name === term)?.[2] ?? `${1960 + 5 * romanValue(term)}-12-31`;
}

/** A term as its id has it, from digits or a numeral in either case; null where there is no such term. */
export function readTerm(written: string): string | null {
  const number = /^\d+$/.test(written) ? Number(written) : romanValue(written);
  return number >= 1 && number <= LAST_TERM ? romanNumeral(number) : null;
}

/**
 * What an id says: `05-CT/TW@XII` is number 5, suffix `CT/TW`, term XII; `16/CT-TTg` has no term; a congress
 * resolution (`NQĐH-XIII`) and a plenum (`NQTW4-XII`) have a term and no number.
 */
export function partsOfId(id: string): Pick<Directive, 'key' | 'number' | 'suffix' | 'term'> {
  const [key = id, numberedTerm] = id.split('@');
  const term = numberedTerm ?? /^NQ(?:ĐH|TW\d+)-([IVXL]+)$/.exec(key)?.[1] ?? null;
  const numbered = /^(\d+)[-/](.+)$/.exec(key);
  return { key, number: numbered ? Number(numbered[1]) : null, suffix: numbered?.[2] ?? null, term };
}

/** The id of a congress resolution: `NQĐH-XIII`. */
export const congressId = (term: string): string => `NQĐH-${term}`;

/** The id of a plenum: `NQTW4-XII`. */
export const plenumId = (number: number, term: string): string => `NQTW${number}-${term}`;

/** A plenum by its id: `NQTW4-XII` is number 4, term XII. */
export function plenumOf(id: string, documents: string[]): Plenum {
  const [number = '', term = ''] = id.replace('NQTW', '').split('-');
  return { id, number: Number(number), term, documents };
}

/** `Nghị quyết Trung ương 4 khóa XII` */
export function plenumLabel({ number, term }: Pick<Plenum, 'number' | 'term'>): string {
  return `${labelOf('nghi-quyet', DIRECTIVE_TYPES)} Trung ương ${number} khóa ${term}`;
}

/** `Chỉ thị 05-CT/TW`, by type and key. */
export function numberedLabel(type: DirectiveType, key: string): string {
  return `${labelOf(type, DIRECTIVE_TYPES)} ${key}`;
}

/** `Chỉ thị 05-CT/TW`; for a document without a number, what it is called. */
export function directiveLabel({
  type,
  key,
  number,
  shortName,
}: Pick<Directive, 'type' | 'key' | 'number' | 'shortName'>): string {
  return number === null ? shortName : numberedLabel(type, key);
}

/** The usual short name: `Chỉ thị 05`. Undefined for a document without number. */
export function usualShortName({ id, type }: Pick<Directive, 'id' | 'type'>): string | undefined {
  const { number } = partsOfId(id);
  return number === null ? undefined : numberedLabel(type, String(number).padStart(2, '0'));
}
