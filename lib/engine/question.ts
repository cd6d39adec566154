import { askingOnly } from '../vietnamese/asking';
import { hasMarks } from '../vietnamese/fold';
import { isSyllable } from '../vietnamese/syllable';
import { type Token, tokenize } from '../vietnamese/tokenize';

/** One syllable, word or document number of a question. */
export interface QuestionToken extends Token {
  /** As typed. */
  text: string;
  /** Typed with marks, or as a code in capitals: it stands in that spelling. */
  marked: boolean;
  /** Typed without marks where others bear them: more likely meant so (`voi rừng` is no `với rừng`). What is excluded is so in any spelling. */
  bare: boolean;
  /** A function word (`của`, `là`): never required alone. */
  functional: boolean;
  /** `chỉ thị` before `05` (the number alone says it), `cho tôi xem` (it only asks): weighs nothing. */
  idle: boolean;
  /** A `-` stands before it: the thing that begins here must not occur. */
  negated: boolean;
}

/** A quoted phrase, as a run of tokens. */
export interface Phrase {
  /** [first, after) */
  first: number;
  after: number;
  negated: boolean;
}

/** A question, read: tokenised once, never changed, handed to whoever needs to know what was typed. */
export interface Question {
  /** What was read: the text, no longer than MAX_LENGTH. */
  readonly text: string;
  /** True for a text of nothing but spaces. */
  readonly blank: boolean;
  readonly tokens: readonly QuestionToken[];
  readonly phrases: readonly Phrase[];
  /** True when the text ends in its last word: nothing says that the word is finished. */
  readonly open: boolean;
  /** The last word is taken for the beginning of one. */
  readonly unfinished: boolean;
}

/** More syllables than any real question has; what comes after is not read. Bounds the time of a search. */
const MAX_TOKENS = 96;
/** Longer texts are read so far, in UTF-16 units. */
export const MAX_LENGTH = 2000;

/**
 * Words that carry no subject, in their own spelling. A toneless one counts only where no subject word folds to
 * it (`dang` may be Đảng, so đang is not listed).
 */
const FUNCTIONAL = new Set(
  (
    'là và của các những cái một được bị bởi với về tại ở trong ngoài trên dưới từ đến cho để do vì nên thì mà nhưng hay hoặc ' +
    'nếu khi lúc như thế nào gì ai đâu sao bao nhiêu mấy có không chưa đã đang sẽ cũng rất này đó kia ấy nó họ theo ' +
    'bằng cùng ra vào lên hơn nhất người việc điều sự đây rằng còn lại phải đúng sai'
  ).split(' '),
);
const FUNCTIONAL_FOLDED = new Set('la va cua cac nhung duoc bi voi ve cho nao gi nhieu nay theo'.split(' '));

/** True for a function word in its own spelling, lower case: `của`, `là`. */
export function isFunctional(word: string): boolean {
  return FUNCTIONAL.has(word);
}

/**
 * Reads a question: `"cụm từ"` in straight or curly quotes, `-từ` and `-"cụm từ"` to leave out, everything else
 * words. A quote without its pair, a lone `-`, a hyphen inside a word or number are text. Never throws.
 * @param unfinished the last word stands for every word that begins so
 */
export function readQuestion(text: string, unfinished = false): Question {
  const input = text.slice(0, MAX_LENGTH);
  const quoted: { start: number; end: number; negated: boolean }[] = [];
  const negatedAt = new Set<number>();
  // Operators are blanked out, so that offsets stay those of the input.
  const blanked = input.replace(
    /(?<=^|\s)-(?:["“”]([^"“”]*)["“”]|(?=[\p{L}\p{N}]))|["“”]([^"“”]*)["“”]/gu,
    (all, excluded: string | undefined, phrase: string | undefined, at: number) => {
      const inside = excluded ?? phrase;
      if (inside === undefined) {
        negatedAt.add(at + 1);
        return ' ';
      }
      const start = at + all.length - inside.length - 1;
      if (/[\p{L}\p{N}]/u.test(inside)) {
        quoted.push({ start, end: start + inside.length, negated: excluded !== undefined });
      }
      return `${' '.repeat(start - at)}${inside} `;
    },
  );
  const written = tokenize(blanked).slice(0, MAX_TOKENS);
  const phrases = quoted.flatMap(({ start, end, negated }) =>
    runsWithin(written, start, end).map((run) => ({ ...run, negated })),
  );
  const held = new Set(phrases.flatMap(({ first, after }) => range(first, after)));
  const asking = askingOnly(written);
  const implied = new Set(
    written.flatMap(({ document }) =>
      document
        ? written.flatMap(({ start, end }, i) =>
            start >= document.wordsStart && end <= document.start ? [i] : [],
          )
        : [],
    ),
  );
  const mixed = /\p{Ll}/u.test(input) || written.length === 1;
  const typedWithMarks = hasMarks(blanked);
  const tokens = written.map((token, i): QuestionToken => {
    const word = blanked.slice(token.start, token.end);
    // A code in capitals among small letters (`AI`) is spelled so, too.
    const marked = !token.document && (hasMarks(word) || (mixed && /^\p{Lu}{2,4}$/u.test(word)));
    return {
      ...token,
      text: word,
      marked,
      bare:
        !marked &&
        typedWithMarks &&
        !token.document &&
        !negatedAt.has(token.start) &&
        isSyllable(token.spelling),
      functional:
        marked || typedWithMarks ? FUNCTIONAL.has(token.spelling) : FUNCTIONAL_FOLDED.has(token.folded),
      // In capitals it is an abbreviation: `AI`.
      idle: !held.has(i) && (implied.has(i) || (asking[i] === true && !/^\p{Lu}{2,}$/u.test(word))),
      negated: negatedAt.has(token.start),
    };
  });
  const last = tokens.at(-1);
  const open = last !== undefined && !last.document && last.end === input.length;
  return { text: input, blank: input.trim() === '', tokens, phrases, open, unfinished: unfinished && open };
}

/** The tokens inside a quoted stretch, as runs that punctuation does not part. */
function runsWithin(
  tokens: readonly Token[],
  start: number,
  end: number,
): { first: number; after: number }[] {
  const runs: { first: number; after: number }[] = [];
  tokens.forEach((token, i) => {
    if (token.start < start || token.end > end) return;
    const last = runs.at(-1);
    if (last && last.after === i && !token.apart) last.after++;
    else runs.push({ first: i, after: i + 1 });
  });
  return runs;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
