/**
 * The text that recognisers read, and the way back to the page.
 *
 *   raw    "Ða\u0303 ho\u0323p\u00a0…"   as the file has it: evidence offsets count here
 *   text   "Đã họp …"                    NFC, one đ, plain spaces, nothing unseen, \n line ends
 *   bare   "da hop …"                    lower case without marks; the same length as `text`, so one
 *                                        offset serves both: patterns are written in plain ASCII
 */

import { isSyllable } from './syllable';

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
  if (!UNTIDY.test(raw) && !GLUED.test(raw))
    return { raw, text: raw, bare: bare(raw), toRaw: (offset) => offset };
  let text = '';
  const origins: number[] = [];
  for (const { 0: cluster, index } of raw.matchAll(CLUSTER)) {
    if (UNSEEN.test(cluster)) continue;
    const tidy = tidyCluster(cluster);
    for (let i = 0; i < tidy.length; i++) origins.push(index + Math.min(i, cluster.length - 1));
    text += tidy;
  }
  const apart = unglue(text, origins);
  text = apart;
  origins.push(raw.length);
  return { raw, text, bare: bare(text), toRaw: (offset) => origins[offset] ?? raw.length };
}

/** `giáoTỉnh`, where two lines met without a space. */
const GLUED = /\p{Ll}\p{Lu}\p{Ll}/u;

/** A page with more of them is no page. */
const MOST_GLUED = 2000;

/** Parts two syllables that met at a line's end; `origins` gets the added space's place too. */
function unglue(text: string, origins: number[]): string {
  if (!GLUED.test(text)) return text;
  const at: number[] = [];
  for (const { 0: word, index } of text.matchAll(/\p{L}+\p{Ll}\p{Lu}\p{Ll}+/gu)) {
    const cut = /\p{Ll}(?=\p{Lu}\p{Ll})/u.exec(word);
    if (!cut) continue;
    const [left, right] = [word.slice(0, cut.index + 1), word.slice(cut.index + 1)];
    const marked = bare(word) !== word.toLowerCase();
    if (at.length >= MOST_GLUED) break;
    if (left.length > 1 && marked && isSyllable(left) && isSyllable(right)) at.push(index + left.length);
  }
  let out = text;
  for (const place of at.reverse()) {
    out = `${out.slice(0, place)} ${out.slice(place)}`;
    origins.splice(place, 0, origins[place] ?? 0);
  }
  return out;
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
