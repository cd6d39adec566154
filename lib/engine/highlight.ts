import { type Token, tokenize } from '../vietnamese/tokenize';

/** What a search looked for, as plain data: enough to mark the words of any text and to say why a text matched. */
export interface Matcher {
  things: MatcherThing[];
}

export interface MatcherThing {
  /** As typed. */
  text: string;
  /** Ways in which it stands in a text; any of them counts, nothing else does. */
  wordings: MatcherWording[];
}

export interface MatcherWording {
  kind: 'word' | 'beginning' | 'number' | 'alias' | 'other';
  /** Tokens side by side, nothing parting them. */
  parts: MatcherPart[];
}

/** One token: any of the folded terms, or the one spelling where one is set. */
export interface MatcherPart {
  folded: string[];
  spelling: string | null;
}

/** [start, end) in the text, whole syllables. */
export type Mark = [start: number, end: number];

/**
 * The syllables of a text that match, in order, as offsets in the very text given. Words that touch are one mark
 * each. A word of several syllables is marked where they stand together.
 */
export function marks(text: string, match: Matcher): Mark[] {
  const tokens = tokensOf(text);
  return markTokens(tokens, match).flatMap((marked, i): Mark[] => {
    const token = tokens[i];
    return marked && token ? [[token.start, token.end]] : [];
  });
}

/** A stretch of a text around its densest matches, whole syllables, with the marks inside it. */
export interface Snippet {
  text: string;
  marks: Mark[];
}

/**
 * Chooses the stretch of at most `maxLength` UTF-16 units where matches are densest (distinct words count most),
 * with an ellipsis where the text goes on. Without matches it is the beginning.
 */
export function snippet(text: string, match: Matcher, maxLength: number): Snippet {
  const tokens = tokensOf(text);
  const marked = markTokens(tokens, match);
  if (text.length <= maxLength) {
    return { text, marks: tokens.filter((_, i) => marked[i]).map(({ start, end }): Mark => [start, end]) };
  }
  const room = maxLength - 2;
  let best = { first: 0, last: -1, value: -1 };
  const seen = new Map<string, number>();
  let value = 0;
  let first = 0;
  const weigh = (i: number, change: 1 | -1): void => {
    const token = tokens[i];
    if (!token || !marked[i]) return;
    const before = seen.get(token.folded) ?? 0;
    seen.set(token.folded, before + change);
    value += change * (Math.min(before, before + change) === 0 ? 10 : 1);
  };
  for (let last = 0; last < tokens.length; last++) {
    weigh(last, 1);
    while (first < last && (tokens[last]?.end ?? 0) - (tokens[first]?.start ?? 0) > room) weigh(first++, -1);
    if (value > best.value) best = { first, last, value };
  }
  // Lead in with some words before the first match, up to the room there is.
  const end = tokens[best.last]?.end ?? 0;
  let firstMarked = best.first;
  while (firstMarked < best.last && !marked[firstMarked]) firstMarked++;
  let from = Math.max(best.first, firstMarked - LEAD);
  while (from > 0 && from > firstMarked - LEAD && end - (tokens[from - 1]?.start ?? 0) <= room) from--;
  let to = best.last;
  const start = tokens[from]?.start ?? 0;
  while (to + 1 < tokens.length && (tokens[to + 1]?.end ?? 0) - start <= room) to++;
  const close =
    to + 1 === tokens.length && text.length - start <= room ? text.length : (tokens[to]?.end ?? text.length);
  const open = from === 0 && close <= room ? 0 : start;
  const before = open > 0 ? '…' : '';
  const after = close < text.length ? '…' : '';
  const shift = before.length - open;
  return {
    // A text without words may be cut anywhere, but not inside a character.
    text: before + text.slice(open, Math.min(close, open + room)).toWellFormed() + after,
    marks: tokens.flatMap((token, i): Mark[] =>
      marked[i] && token.start >= open && token.end <= Math.min(close, open + room)
        ? [[token.start + shift, token.end + shift]]
        : [],
    ),
  };
}

/** Words shown before the first match of a snippet. */
const LEAD = 6;

/** Tokens remembered, of about 100 bytes each: reading the texts of a page of results took most of a search. */
const MOST_TOKENS = 400_000;
const read = new Map<string, readonly Token[]>();
let remembered = 0;

/** The tokens of a text; those of texts shown lately are remembered. */
function tokensOf(text: string): readonly Token[] {
  const known = read.get(text);
  const tokens = known ?? tokenize(text);
  if (known) read.delete(text);
  else remembered += tokens.length;
  read.set(text, tokens);
  for (const [oldest, { length }] of read) {
    if (remembered <= MOST_TOKENS) break;
    read.delete(oldest);
    remembered -= length;
  }
  return tokens;
}

/** For each token, whether it matches. */
function markTokens(tokens: readonly Token[], match: Matcher): boolean[] {
  const marked = new Array<boolean>(tokens.length).fill(false);
  for (const { wordings } of match.things) {
    for (const { parts } of wordings) {
      if (!parts.length) continue;
      for (let at = 0; at + parts.length <= tokens.length; at++) {
        if (stands(tokens, parts, at)) marked.fill(true, at, at + parts.length);
      }
    }
  }
  return marked;
}

/** True when a wording stands at a place among the tokens of a text. */
function stands(tokens: readonly Token[], parts: readonly MatcherPart[], from: number): boolean {
  for (let i = 0; i < parts.length; i++) {
    const token = tokens[from + i] as Token;
    const { folded, spelling } = parts[i] as MatcherPart;
    if (i > 0 && token.apart) return false;
    if (spelling === null ? !folded.includes(token.folded) : token.spelling !== spelling) return false;
  }
  return true;
}
