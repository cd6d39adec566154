import type { DocumentNumber } from '../vietnamese/document-number';
import { hasMarks, spelling } from '../vietnamese/fold';
import { type Token, tokenize } from '../vietnamese/tokenize';

/** One syllable, word or document number of a question. */
export interface QuestionToken extends Token {
  /** As typed. */
  text: string;
  /** Typed with marks: an exact spelling raises the rank. */
  marked: boolean;
  /** A function word (`của`, `là`, `bao nhiêu`): never required, and highlighted only beside its neighbours. */
  functional: boolean;
  /** Still being typed: it stands for every word that begins so. */
  prefix: boolean;
  /** `chỉ thị` before `05`: the number alone says it. */
  implied: boolean;
}

/** A question, read. */
export interface Question {
  /** True for a text of nothing but spaces. */
  blank: boolean;
  tokens: QuestionToken[];
  /** Quoted phrases, each as a run of `tokens`: [first, one past the last]. */
  phrases: [number, number][];
  /** True when the text ends in its last word: nothing says that the word is finished. */
  open: boolean;
  /** True for a sentence (`… là gì`, `Kể tên …`, `?`), which is not a list of key words. */
  asks: boolean;
  /** What must not occur: words (runs of one) and phrases. */
  excluded: Token[][];
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

/** Words of asking and of telling to answer, with marks and, where they mean nothing else, without. */
const ASKS =
  /\?|(?<!\p{L})(?:gì|nào|bao nhiêu|bao lâu|mấy|vì sao|tại sao|ở đâu|ai|đúng hay sai|hay không|phải không|kể tên|nêu|cho biết|liệt kê|ke ten|cho biet|liet ke|bao nhieu|nao|the nao|vi sao|tai sao|o dau|la gi|dung hay sai)(?!\p{L})/u;

/**
 * Reads a question: `"cụm từ"` in straight or curly quotes, `-từ` and `-"cụm từ"` to leave out, everything else
 * words. A quote without its pair, a lone `-`, a hyphen inside a word or number are text. Never throws.
 * @param typing the last word may be unfinished
 */
export function readQuestion(text: string, typing = false): Question {
  const input = text.slice(0, MAX_LENGTH);
  const excluded: Token[][] = [];
  const quoted: [number, number][] = [];
  // Operators are blanked out, so that offsets stay those of the input.
  const blanked = input.replace(
    /(?<=^|\s)-(?:["“”]([^"“”]*)["“”]|(?=[\p{L}\p{N}])([^\s"“”]+))|["“”]([^"“”]*)["“”]/gu,
    (all, excludedPhrase?: string, excludedWord?: string, phrase?: string, at?: number) => {
      if (phrase !== undefined) {
        quoted.push([(at ?? 0) + 1, (at ?? 0) + all.length - 1]);
        return ` ${phrase} `;
      }
      const tokens = tokenize(excludedPhrase ?? excludedWord ?? '');
      if (!tokens.length) return all;
      excluded.push(tokens);
      return ' '.repeat(all.length);
    },
  );

  const tokens = tokenize(blanked)
    .slice(0, MAX_TOKENS)
    .map((token): QuestionToken => {
      const written = blanked.slice(token.start, token.end);
      const marked = hasMarks(written);
      return {
        ...token,
        text: written,
        marked,
        functional: marked ? FUNCTIONAL.has(token.spelling) : FUNCTIONAL_FOLDED.has(token.folded),
        prefix: false,
        implied: false,
      };
    });
  for (const token of tokens) if (token.document) markImplied(tokens, token.document);

  const last = tokens.at(-1);
  const open = last !== undefined && !last.document && last.end === input.length;
  if (typing && open) {
    last.prefix = true;
    last.functional = false;
  }
  const phrases = quoted
    .map(([start, end]): [number, number] => {
      const first = tokens.findIndex((token) => token.start >= start && token.end <= end);
      const after = tokens.findLastIndex((token) => token.start >= start && token.end <= end);
      return [first, after + 1];
    })
    .filter(([first]) => first >= 0);
  return {
    blank: input.trim() === '',
    tokens,
    phrases,
    open,
    asks: ASKS.test(spelling(blanked)) || (tokens.length > 5 && /[.!…]\s*$/.test(blanked)),
    excluded,
  };
}

function markImplied(tokens: QuestionToken[], document: DocumentNumber): void {
  for (const token of tokens) {
    if (token.start >= document.wordsStart && token.end <= document.start) token.implied = true;
  }
}
