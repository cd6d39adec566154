/**
 * Text saved with hard line ends: every paragraph broken at one width. The breaks become spaces, so that offsets
 * stay where they are; blank lines, short lines, list items and site furniture remain lines of their own. Where a page's
 * other paragraphs are whole, one that is broken is joined too.
 */
import { furnitureOf } from './noise';
import type { SourceText } from './text';

/** A page counts as wrapped when its lines end within these widths, in the middle of sentences. */
const NARROWEST = 45;
const WIDEST = 130;
/** Share of the line breaks in running text that must fall inside a sentence. */
const WRAPPED_SHARE = 0.35;
/** A line fills the width when it is at most this much shorter: the next word did not fit. */
const LONGEST_WORD = 14;
/** Rows of one paragraph, at most. */
const LONGEST_PARAGRAPH = 60;

export function unwrap(source: SourceText): SourceText {
  const rows = source.text.split('\n');
  const width = wrapWidth(rows);
  const wrapped = width === null ? wrappedRows(rows) : null;
  if (wrapped?.size === 0) return source;
  const text = source.text.split('');
  const bare = source.bare.split('');
  let end = 0;
  for (const [index, row] of rows.entries()) {
    end += row.length;
    const next = rows[index + 1];
    if (next !== undefined && (width === null ? wrapped?.has(index) : goesOn(row, next, width))) {
      text[end] = ' ';
      bare[end] = ' ';
    }
    end += 1;
  }
  return { ...source, text: text.join(''), bare: bare.join('') };
}

/** The width at which paragraphs are broken; null for a page whose paragraphs are whole. */
function wrapWidth(rows: string[]): number | null {
  const lengths = rows.map((row) => row.trimEnd().length).filter((length) => length >= NARROWEST);
  const width = Math.max(0, ...lengths);
  if (lengths.length < 6 || width > WIDEST) return null;
  let breaks = 0;
  let inside = 0;
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1]?.trim();
    if (!next || row.trimEnd().length < NARROWEST) continue;
    breaks++;
    if (!/[.!?…:;”"]\s*$/.test(row) && /^[\p{Ll}\d(“"]/u.test(next)) inside++;
  }
  return breaks >= 4 && inside >= breaks * WRAPPED_SHARE ? width : null;
}

/**
 * Rows that the next one goes on from, on a page whose other paragraphs are whole: three rows or more in a run that all
 * fill one width, broken at least once in the middle of a sentence.
 */
function wrappedRows(rows: string[]): Set<number> {
  const joined = new Set<number>();
  const fits = (row: string | undefined) => {
    const length = row?.trim().length ?? 0;
    return length >= NARROWEST && length <= WIDEST;
  };
  for (let first = 0; first < rows.length; first++) {
    let width = 0;
    // The least that a row of the run and the first word after it come to: more than the width, if all are filled.
    let filled = Number.POSITIVE_INFINITY;
    let last = first;
    while (fits(rows[last]) && last - first < LONGEST_PARAGRAPH) {
      const [row = '', next = ''] = [rows[last], rows[last + 1]];
      width = Math.max(width, row.trim().length);
      filled = Math.min(filled, withNextWord(row, next));
      if (filled <= width || !goesOn(row, next, width)) break;
      last++;
    }
    const inside = rows
      .slice(first, last)
      .some((row, at) => !/[.!?…:;”"]\s*$/.test(row) && /^\s*\p{Ll}/u.test(rows[first + at + 1] ?? ''));
    if (last - first < 2 || !inside) continue;
    for (let row = first; row < last; row++) joined.add(row);
    first = last;
  }
  return joined;
}

/** Length of a row with the first word of the next one. */
function withNextWord(row: string, next: string): number {
  const word = /^\s*(\S+)/.exec(next)?.[1]?.length ?? 0;
  return row.trim().length + 1 + Math.min(word, LONGEST_WORD);
}

function goesOn(row: string, next: string, width: number): boolean {
  const line = row.trim();
  const following = next.trim();
  if (line === '' || following === '' || /^(?:[-–•+*>]\s|\d{1,2}[.)]\s|>>)/.test(following)) return false;
  if (isCapitals(line) !== isCapitals(following)) return false;
  // A name under the last sentence.
  if (/[.!?…]$/.test(line) && following.length < NARROWEST && !/[.!?…:;,]$/.test(following)) return false;
  // An address, the hour of printing: lines of their own, however long.
  if ([line, following].some((one) => /^(?:https?:|www\.)/.test(one) || PRINTED.test(one))) return false;
  if (withNextWord(line, following) <= width) return false;
  return furnitureOf(following.toLowerCase()) === null || /^\p{Ll}/u.test(following);
}

/** `In lúc: 12/01/2021 09:00`, `Thứ Sáu, 10/07/2020 | 15:03`: a date, an hour, and little else. */
const PRINTED = /^(?=.*\d{1,2}[:hg]\d{2})(?=.*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}).{1,60}$/u;

function isCapitals(line: string): boolean {
  return line === line.toUpperCase() && /\p{Lu}{2}/u.test(line);
}
