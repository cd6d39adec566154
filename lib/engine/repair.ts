/**
 * Broken typing, repaired against what the documents hold: keys of an input method that was off, and one-letter
 * slips in a syllable. Proposes another text; whether it is believed is decided by what it finds.
 */
import { fold, hasMarks, spelling } from '../vietnamese/fold';
import { isSyllable } from '../vietnamese/syllable';
import { tokenize } from '../vietnamese/tokenize';
import { looksForeign, readTyping } from '../vietnamese/typing';
import type { PackedIndex } from './packed';
import type { Runs } from './runs';

/** Words of a text with what surrounds them: VNI and VIQR keys stand in the middle of words. */
const CHUNK = /[^\s"“”]+/gu;
/** Longest syllable is seven letters (nghiêng); one more may have slipped in. */
const LONGEST_SLIP = 8;
/** In a text of more words a syllable that stands beside no other is no slip. */
const FEW_CHUNKS = 6;
/** In so many documents at least the syllable that was meant stands beside its neighbours. */
const MEANT = 3;
/** Letters of what was typed without spaces. */
const GLUED = { least: 5, most: 30 };
/** Words looked at: more than any real question has. */
const MAX_CHUNKS = 96;

interface Chunk {
  text: string;
  start: number;
  /** The single word in it, folded; null for numbers, codes and chunks of several words. */
  folded: string | null;
  /** Term of the word as it stands, or -1. */
  term: number;
  /** What it may have been meant to be, best first. */
  reading: string | null;
}

/**
 * Another reading of the text, or null when nothing in it looks mistyped. A word that the documents know stays as
 * it is, unless the whole text is plainly typed in keys.
 */
export function repairTyping(index: PackedIndex, runs: Runs, text: string): string | null {
  const chunks = [...text.matchAll(CHUNK)].slice(0, MAX_CHUNKS).map((match) => chunkOf(index, match));
  // A word that is typed in keys beyond doubt: unknown as it stands, known as it reads.
  const evidence = chunks.filter(
    (chunk) => chunk.reading !== null && chunk.term < 0 && !looksForeign(chunk.folded ?? ''),
  );
  const inKeys = evidence.length >= 2 || evidence.length * 3 >= chunks.length;

  const replaced = new Map<Chunk, string>();
  const termOf = (chunk: Chunk | undefined): number => {
    const read = chunk && replaced.get(chunk);
    return read === undefined ? (chunk?.term ?? -1) : index.term(fold(read));
  };
  const neighbours = (chunk: Chunk): [number, number] => {
    const at = chunks.indexOf(chunk);
    return [termOf(chunks[at - 1]), termOf(chunks[at + 1])];
  };
  const besideOthers = (chunk: Chunk, reading: string): number =>
    beside(runs, index.term(fold(reading)), ...neighbours(chunk));
  for (const chunk of chunks) {
    if (chunk.reading === null) continue;
    // One odd word among others may as well be a slip: the neighbours decide.
    if (evidence.length === 1 && chunks.length > 1 && besideOthers(chunk, chunk.reading) === 0) continue;
    const doubtful = chunk.term >= 0 || looksForeign(chunk.folded ?? '');
    if (doubtful ? inKeys && evidence.length > 0 && moreLikely(index, chunk) : true)
      replaced.set(chunk, chunk.reading);
  }
  const among = { words: chunks.length, withMarks: hasMarks(text) };
  chunks.forEach((chunk) => {
    if (replaced.has(chunk) || chunk.folded === null) return;
    // A name of a site may be a word of the documents (`tuyengiao.vn`): with others it is what lacks its spaces.
    if (chunk.term >= 0) {
      const apart = chunk.folded.length >= LONGEST_SYLLABLE ? unglued(index, runs, chunk) : null;
      if (apart !== null && chunks.length > 1) replaced.set(chunk, apart);
      return;
    }
    const slip =
      correctSlip(index, runs, chunk, ...neighbours(chunk), among) ??
      (looksForeign(chunk.folded) ? null : chunk.reading) ??
      unglued(index, runs, chunk);
    if (slip !== null) replaced.set(chunk, slip);
  });
  if (!replaced.size && chunks.length <= FEW_CHUNKS) {
    for (const chunk of chunks) {
      const heard = misheard(index, runs, chunk, ...neighbours(chunk));
      if (heard !== null) replaced.set(chunk, heard);
    }
  }
  if (!replaced.size) return null;

  let repaired = '';
  let at = 0;
  for (const [chunk, reading] of [...replaced].sort((a, b) => a[0].start - b[0].start)) {
    repaired += text.slice(at, chunk.start) + reading;
    at = chunk.start + chunk.text.length;
  }
  return repaired + text.slice(at);
}

function chunkOf(index: PackedIndex, match: RegExpMatchArray): Chunk {
  // Punctuation around a word is no key, except the VIQR tones . ? that may end one: tried without first.
  const whole = match[0];
  const bare = whole.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const start = (match.index ?? 0) + whole.indexOf(bare);
  const tokens = tokenize(bare);
  const [token] = tokens;
  const single =
    tokens.length === 1 && token && !token.document && !/^\d+$/.test(token.folded) ? token : null;
  const readable = single !== null || /[\p{L}][\^+('`~.?][\p{L}]/u.test(bare);
  const spelled = (word: string): boolean => readTyping(word).some((reading) => knows(index, reading));
  const marks = whole.slice(whole.indexOf(bare) + bare.length);
  const tail =
    readable && /^['`~.?^]/.test(marks) && !spelled(bare) && spelled(bare + marks.charAt(0))
      ? marks.charAt(0)
      : '';
  const text = bare + tail;
  const reading = readable ? (readTyping(text).find((one) => knows(index, one)) ?? null) : null;
  return {
    text,
    start,
    folded: single?.folded ?? null,
    term: single ? index.term(single.folded) : -1,
    reading,
  };
}

/** True when the documents hold the syllable in this very spelling. */
function knows(index: PackedIndex, reading: string): boolean {
  return frequencyOf(index, reading) > 0;
}

function frequencyOf(index: PackedIndex, reading: string): number {
  const [token] = tokenize(reading);
  const term = token ? index.term(token.folded) : -1;
  const spelling = token && term >= 0 ? index.spelling(term, token.spelling) : -1;
  return spelling >= 0 ? index.spellingFrequency(spelling) : 0;
}

/** True when the documents hold the reading more often than the word as it was typed. */
function moreLikely(index: PackedIndex, { reading, text, folded }: Chunk): boolean {
  const literal = frequencyOf(
    index,
    folded !== null && tokenize(text).length === 1 ? text : (folded ?? text),
  );
  return reading !== null && frequencyOf(index, reading) >= literal;
}

/**
 * The known syllable one letter away that fits best between its neighbours, as it is most often spelled there
 * (without marks when none were typed). Null when nothing fits, and for foreign words and codes.
 */
function correctSlip(
  index: PackedIndex,
  runs: Runs,
  { text, folded, term }: Chunk,
  before: number,
  after: number,
  { words, withMarks }: { words: number; withMarks: boolean },
): string | null {
  if (folded === null || term >= 0 || folded.length < 2 || folded.length > LONGEST_SLIP) return null;
  // A syllable that is spelled right, marks and all, is what was meant, known or not: `giả`, and `loa` beside `phường`.
  if (withMarks && isSyllable(spelling(text))) return null;
  if (!/^[a-z]+$/.test(folded) || looksForeign(folded) || /^\p{Lu}{2,4}$/u.test(text)) return null;
  const short = fromShorthand(folded);
  // Letters that the language does not have, alone: a foreign word, unless short messages write so.
  if (words === 1 && /[fjwz]/.test(folded) && short.length === 0) return null;
  const candidates = [...new Map([...slips(folded), ...short.map((word) => [word, 1] as const)])].flatMap(
    ([candidate, likeness]) => {
      const meant = index.term(candidate);
      return meant < 0 ? [] : [{ meant, likeness }];
    },
  );
  index.gather([before, after, ...candidates.map(({ meant }) => meant)].filter((one) => one >= 0));
  let best = { term: -1, score: 0 };
  for (const { meant, likeness } of candidates) {
    const together = beside(runs, meant, before, after);
    // Alone, a frequent word is the best guess; among others only one that stands beside them.
    if (words > 1 && together === 0) continue;
    const score = likeness * (Math.log1p(together) + 0.1 * Math.log1p(index.documentFrequency(meant)));
    if (score > best.score) best = { term: meant, score };
  }
  if (best.term < 0) return null;
  return hasMarks(text) ? likestSpelling(index, best.term, text) : index.termText(best.term);
}

/** In how many documents a term stands beside the one before and the one after (-1: none). */
function beside(runs: Runs, term: number, before: number, after: number): number {
  return runs.pair(before, term).documents + runs.pair(term, after).documents;
}

/** What was typed without its spaces: `nqtw4` is `nqtw 4`, `tuyengiao` is `tuyen giao`. */
function unglued(index: PackedIndex, runs: Runs, { text, folded }: Chunk): string | null {
  if (folded === null) return null;
  const parts = /^(\p{L}{2,})(\d{1,4})$/u.exec(text);
  if (parts) return index.term(parts[2] ?? '') < 0 ? null : `${parts[1]} ${parts[2]}`;
  if (!/^[a-z]+$/.test(folded) || folded.length < GLUED.least || folded.length > GLUED.most) return null;
  // The best way to each place in the word, by the syllable that ends there: those that stand together.
  type Way = { words: string[]; term: number; worth: number };
  const ways: Way[][] = Array.from({ length: folded.length + 1 }, () => []);
  for (let end = 2; end <= folded.length; end++) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start <= end - 2; start++) {
      const word = folded.slice(start, end);
      const term = index.term(word);
      if (term < 0) continue;
      if (start === 0) ways[end]?.push({ words: [word], term, worth: 0 });
      let best: Way | null = null;
      for (const way of ways[start] ?? []) {
        const together = runs.pair(way.term, term).documents;
        const worth = way.worth + Math.log1p(together) - 1;
        if (together > 0 && (!best || worth > best.worth))
          best = { words: [...way.words, word], term, worth };
      }
      if (best) ways[end]?.push(best);
    }
  }
  const [best] = (ways[folded.length] ?? [])
    .filter(({ words }) => words.length > 1)
    .sort((a, b) => b.worth - a.worth);
  return best ? best.words.join(' ') : null;
}

/** Letters of the longest syllable: `nghieng`. */
const LONGEST_SYLLABLE = 7;

/** Sounds that are written one for the other. */
const HEARD_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^tr/, 'ch'],
  [/^ch/, 'tr'],
  [/^s/, 'x'],
  [/^x/, 's'],
  [/^gi/, 'd'],
  [/^gi/, 'r'],
  [/^d/, 'gi'],
  [/^d/, 'r'],
  [/^r/, 'd'],
  [/^r/, 'gi'],
  [/^v/, 'd'],
  [/^l/, 'n'],
  [/^n(?!h|g)/, 'l'],
  [/n$/, 'ng'],
  [/ng$/, 'n'],
  [/t$/, 'c'],
  [/c$/, 't'],
];

/** `tuyên chuyền`: a syllable that stands beside none of its neighbours, where one that sounds alike often does. */
function misheard(
  index: PackedIndex,
  runs: Runs,
  { text, folded, term }: Chunk,
  before: number,
  after: number,
): string | null {
  if (folded === null || term < 0 || !/^[a-z]+$/.test(folded)) return null;
  if (beside(runs, term, before, after) > 0) return null;
  let best = { term: -1, together: MEANT - 1 };
  for (const [sound, other] of HEARD_ALIKE) {
    const meant = sound.test(folded) ? index.term(folded.replace(sound, other)) : -1;
    const together = beside(runs, meant, before, after);
    if (together > best.together) best = { term: meant, together };
  }
  if (best.term < 0) return null;
  return hasMarks(text) ? likestSpelling(index, best.term, text) : index.termText(best.term);
}

/** Letters of short messages for those of the language: `fong` is `phong`, `zan` is `dan` or `gian`. */
const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  [/^f/, 'ph'],
  [/^z/, 'd'],
  [/^z/, 'gi'],
  [/^j/, 'gi'],
  [/j/, 'i'],
  [/^k(?=[aou])/, 'c'],
  [/^kh$/, 'khong'],
  [/w/, 'u'],
];

function fromShorthand(word: string): string[] {
  return SHORTHAND.flatMap(([letter, other]) => (letter.test(word) ? [word.replace(letter, other)] : []));
}

/** Words one slip away, each with how likely the slip is: swapped or doubled letters before wrong ones. */
function slips(word: string): Map<string, number> {
  const found = new Map<string, number>();
  const add = (candidate: string, likeness: number): void => {
    if (candidate !== word && likeness > (found.get(candidate) ?? 0)) found.set(candidate, likeness);
  };
  for (let i = 0; i <= word.length; i++) {
    const [head, letter, next, tail] = [
      word.slice(0, i),
      word.charAt(i),
      word.charAt(i + 1),
      word.slice(i + 1),
    ];
    if (next) add(head + next + letter + word.slice(i + 2), 1);
    if (letter) add(head + tail, letter === next ? 1 : 0.8);
    for (const other of 'abcdeghiklmnopqrstuvxy') {
      add(head + other + letter + tail, other === 'h' || other === 'g' || other === letter ? 1 : 0.8);
      if (letter) add(head + other + tail, 0.8);
    }
  }
  return found;
}

/** Of the spellings of a term the one that shares most letters with what was typed; the most frequent of equals. */
function likestSpelling(index: PackedIndex, term: number, typed: string): string {
  const letters = [...typed.toLowerCase().normalize('NFC')];
  let best = { text: '', shared: -1 };
  for (let s = index.spellingsFrom[term] as number; s < (index.spellingsFrom[term + 1] as number); s++) {
    const text = index.spellingText(s);
    const shared = letters.filter((letter) => text.includes(letter)).length;
    if (shared > best.shared) best = { text, shared };
  }
  return best.text;
}
