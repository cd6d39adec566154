import { type Token, tokenize } from '../vietnamese/tokenize';

/** What a search looked for, as plain data: enough to mark the words of any text and to say why a text matched. */
export interface Matcher {
  words: MatcherWord[];
  /** Quoted phrases: runs of `words`, [first, one past the last]. */
  phrases: [number, number][];
}

export interface MatcherWord {
  /** As typed. */
  text: string;
  /** Folded terms that count as this word. */
  folded: string[];
  /** True when the words that begin with it count too. */
  prefix: boolean;
  /** Runs of folded terms that an alias or abbreviation stands for. */
  runs: string[][];
  /** Marked only beside its neighbour in the question, or in its phrase: `của`, `là`. */
  onlyBeside: boolean;
  /** True for the number of a document. */
  number: boolean;
}

/** [start, end) in the text, whole syllables. */
export type Mark = [start: number, end: number];

/**
 * The syllables of a text that match, in order, as offsets in the very text given. Words that touch are one mark
 * each. A quoted word is marked where its phrase stands.
 */
export function marks(text: string, match: Matcher): Mark[] {
  const tokens = tokenize(text);
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
  const tokens = tokenize(text);
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

/** For each token, whether it matches. */
export function markTokens(tokens: readonly Token[], match: Matcher): boolean[] {
  const marked = new Array<boolean>(tokens.length).fill(false);
  const inPhrase = new Set(match.phrases.flatMap(([first, after]) => range(first, after)));
  const is = (token: Token | undefined, word: MatcherWord | undefined): boolean =>
    !!token &&
    !!word &&
    (word.folded.includes(token.folded) || (word.prefix && token.folded.startsWith(word.folded[0] ?? '\0')));

  match.words.forEach((word, w) => {
    for (const run of word.runs)
      markRuns(
        tokens,
        run.map((folded) => (token) => token.folded === folded),
        marked,
      );
    if (inPhrase.has(w)) return;
    tokens.forEach((token, t) => {
      if (marked[t] || !is(token, word)) return;
      const beside = is(tokens[t - 1], match.words[w - 1]) || is(tokens[t + 1], match.words[w + 1]);
      if (!word.onlyBeside || beside) marked[t] = true;
    });
  });
  for (const [first, after] of match.phrases) {
    markRuns(
      tokens,
      match.words.slice(first, after).map((word) => (token) => is(token, word)),
      marked,
    );
  }
  return marked;
}

function markRuns(tokens: readonly Token[], run: ((token: Token) => boolean)[], marked: boolean[]): void {
  if (!run.length) return;
  for (let t = 0; t + run.length <= tokens.length; t++) {
    if (run.every((fits, i) => fits(tokens[t + i] as Token))) marked.fill(true, t, t + run.length);
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
