/**
 * The text that recognisers read, and the way back to the page.
 *
 *   raw    "Ða\u0303 ho\u0323p\u00a0…"   as the file has it: evidence offsets count here
 *   text   "Đã họp …"                    NFC, one đ, plain spaces, nothing unseen, \n line ends
 *   bare   "da hop …"                    lower case without marks; the same length as `text`, so one
 *                                        offset serves both: patterns are written in plain ASCII
 */

import { isSpelled } from './syllable';

/** What some collections of saved pages put before the text: `date 2023-07 Sáng ngày 11/7, …`. On bare text. */
export const SAVED_MONTH = /^date ((?:19|20)\d\d)-(0[1-9]|1[0-2])(?= |$)/;

/** A stretch of `SourceText.text` (not of `raw`): UTF-16 offsets, `end` is past the last unit. */
export interface Span {
  start: number;
  end: number;
}

export interface SourceText {
  raw: string;
  text: string;
  bare: string;
  /** Offset in `raw` for an offset in `text`. */
  toRaw(offset: number): number;
}

/** Anything `normalise` would change: without one the raw text is the text. */
const UNTIDY =
  /[\r\t\u00a0\u00ad\u00d0\u00f0\u180e\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]|[\u0300-\u036f]/;
const CLUSTER = /\P{Mn}\p{Mn}*|\p{Mn}+/gu;
const UNSEEN = /[\r\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const SPACE = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** Tidies a decoded page; keeps the way from each offset of the tidy text back to the raw one. */
export function sourceText(raw: string): SourceText {
  if (!UNTIDY.test(raw) && mendsOf(raw).length === 0)
    return { raw, text: raw, bare: bare(raw), toRaw: (offset) => offset };
  let tidied = '';
  const origins: number[] = [];
  for (const { 0: cluster, index } of raw.matchAll(CLUSTER)) {
    if (UNSEEN.test(cluster)) continue;
    const tidy = tidyCluster(cluster);
    for (let i = 0; i < tidy.length; i++) origins.push(index + Math.min(i, cluster.length - 1));
    tidied += tidy;
  }
  const text = mendSpaces(tidied, origins);
  origins.push(raw.length);
  return { raw, text, bare: bare(text), toRaw: (offset) => origins[offset] ?? raw.length };
}

/** A space that is missing before `at`, or one too many that stands there. */
interface Mend {
  at: number;
  space: 'missing' | 'extra';
}

/** A page with more of them is no page. */
const MOST_MENDS = 2000;
/** What a page writes elsewhere is looked up so often, and so far down it; beyond, such a word stays as it is. */
const MOST_LOOKUPS = 200;
const LOOKED_AT = 400_000;

/** Puts syllables right that the page runs together or breaks; `origins` follows. */
function mendSpaces(text: string, origins: number[]): string {
  let mended = text;
  for (const { at, space } of mendsOf(text).reverse()) {
    const extra = space === 'extra';
    mended = `${mended.slice(0, at)}${extra ? '' : ' '}${mended.slice(extra ? at + 1 : at)}`;
    if (extra) origins.splice(at, 1);
    else origins.splice(at, 0, origins[at] ?? 0);
  }
  return mended;
}

/** In the order of the text; only what the syllables (and, where they leave two readings, the page itself) decide. */
function mendsOf(text: string): Mend[] {
  let lower: string | null = null;
  let lookups = 0;
  const writes = (words: string) => {
    lower ??= text.slice(0, LOOKED_AT).toLowerCase();
    return ++lookups <= MOST_LOOKUPS && lower.includes(words.toLowerCase());
  };
  const cuts = new Map<string, number | null>();
  const mends: Mend[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    let cut = cuts.get(word);
    if (cut === undefined) {
      cut = cutOf(word, writes);
      cuts.set(word, cut);
    }
    if (cut !== null) mends.push({ at: index + cut, space: 'missing' });
  }
  for (const { 0: word, groups = {}, index } of LOOSE.test(text) ? text.matchAll(BROKEN) : []) {
    const { head = '', coda = '' } = groups;
    if (!isSpelled(head + coda) || !isMarked(head)) continue;
    if (isSpelled(head) && !writes(` ${head}${coda} `)) continue;
    mends.push({ at: index + word.length - coda.length - 1, space: 'extra' });
  }
  return mends.sort((a, b) => a.at - b.at).slice(0, MOST_MENDS);
}

/** Two syllables in one word: one alone has at most seven letters, two at most fourteen. */
const WORD = /(?<![\p{L}\d])\p{L}\p{Ll}+(?:\p{Lu}\p{Ll}+)?(?![\p{L}\d])/gu;
/** `tuyê n giáo`: a syllable whose last letters stand apart between two words. */
const LOOSE = / (?:ch|ng|nh|[cmnpt]) /;
const BROKEN = /(?<![\p{L}\d])(?<head>\p{L}?\p{Ll}+) (?<coda>ch|ng|nh|[cmnpt])(?= \p{Ll}{2})/gu;

/**
 * Where a word that is no syllable parts into two: `giáoTỉnh`, where two lines met; `Chỉthị`, which parts in one way only;
 * `Tỉnhủy`, which the page elsewhere writes apart. Null for any other, names of other languages above all.
 */
function cutOf(word: string, writes: (words: string) => boolean): number | null {
  if (word.length < 4 || word.length > 14 || !isMarked(word)) return null;
  const capital = /\p{Ll}(?=\p{Lu}\p{Ll})/u.exec(word);
  if (capital) {
    const at = capital.index + 1;
    return at > 1 && isSpelled(word.slice(0, at)) && isSpelled(word.slice(at)) ? at : null;
  }
  if (isSpelled(word)) return null;
  const cuts: number[] = [];
  for (let at = 2; at <= word.length - 2; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (isMarked(left) && isMarked(right) && isSpelled(left) && isSpelled(right)) cuts.push(at);
  }
  const [only] = cuts;
  if (only === undefined) return null;
  if (cuts.length === 1) return only;
  const apart = cuts.filter((at) => writes(` ${word.slice(0, at)} ${word.slice(at)}`));
  return apart.length === 1 ? (apart[0] ?? null) : null;
}

function isMarked(word: string): boolean {
  return bare(word) !== word.toLowerCase();
}

function tidyCluster(cluster: string): string {
  if (SPACE.test(cluster)) return ' ';
  if (cluster === '\u2028' || cluster === '\u2029') return '\n';
  return cluster.normalize('NFC').replace('\u00d0', 'Đ').replace('\u00f0', 'đ');
}

const BARE = new Uint16Array(0x10000).map((_, code) => code);
for (let code = 0x41; code < 0x1f00; code++) {
  const character = String.fromCharCode(code);
  const [base = character] = character.toLowerCase().normalize('NFD');
  const plain = base === 'đ' || base === 'ð' ? 'd' : base;
  if (plain !== character && plain.length === 1) BARE[code] = plain.charCodeAt(0);
}
for (const dash of '\u2010\u2011\u2012\u2013\u2014\u2015\u2212') BARE[dash.charCodeAt(0)] = 0x2d;

/**
 * Lower case, no marks, đ as d, every dash as `-`; one unit for each unit, so offsets stay. Unlike `fold` it leaves
 * y and i alone. Composed (NFC) text in.
 */
export function bare(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    units[i] = BARE[code] ?? code;
  }
  return Buffer.from(units.buffer).toString('utf16le');
}

/** Moves a match of a pattern within a slice to where it stands in the whole. */
export function spanAt(match: { index: number; 0: string }, offset = 0): Span {
  return { start: offset + match.index, end: offset + match.index + match[0].length };
}
