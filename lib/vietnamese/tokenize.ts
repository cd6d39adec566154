import { type DocumentNumber, documentKey, readDocumentNumbers } from './document-number';
import { fold, spelling } from './fold';

/** One syllable, foreign word, number or document number of a text. */
export interface Token {
  /** The exact spelling, canonical (see `spelling`); of a document number its letters as written, folded. */
  spelling: string;
  /** What matching compares. Of a document number its key, `5-ct/tw`. A number's leading zero is dropped. */
  folded: string;
  /** Offsets in the original string: `text.slice(start, end)` is the token as written. */
  start: number;
  end: number;
  /** Set when the token is a document number. */
  document?: DocumentNumber;
  /** Set when punctuation parts the token from the one before: no word and no phrase runs across. */
  apart?: true;
}

/** Letters, marks and digits, with the unseen characters that may stand inside a word. */
const WORD = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]+/gu;

/** Foldings of words seen before: a text repeats its words, and folding is the dear part. */
const seen = new Map<string, { spelling: string; folded: string }>();
const SEEN_LIMIT = 30_000;

/**
 * Splits a text into its tokens, in order. A Vietnamese syllable is one token, a document number in any written
 * form is one token; punctuation, emoji and lone marks are none.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const documents = readDocumentNumbers(text);
  let next = 0;
  let before = 0;
  WORD.lastIndex = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < documents.length && (documents[next]?.end ?? 0) <= start) next++;
    const document = documents[next];
    if (document && start < document.end && end > document.start) {
      const last = tokens.at(-1);
      if (last?.document !== document) {
        const apart = last !== undefined && isApart(text, last, before, document.start);
        tokens.push({ ...documentToken(text, document), ...(apart ? APART : {}) });
      }
      before = document.end;
      continue;
    }
    const word = analyse(match[0]);
    if (!word.folded) continue;
    const last = tokens.at(-1);
    const token: Token = { spelling: word.spelling, folded: word.folded, start, end };
    if (last !== undefined && isApart(text, last, before, start)) token.apart = true;
    tokens.push(token);
    before = end;
  }
  return tokens;
}

const APART = { apart: true } as const;
/** Ends a sentence, a clause, an item or a bracket. Hyphens, slashes and quotation marks do not part words. */
const PARTS = /[,;:!?()[\]{}…|•\n]|\.(?!\S)/u;

/** True when what stands between a token and the next parts them. The dot of `TP.` or `Q.` does not. */
function isApart(text: string, last: Token, from: number, to: number): boolean {
  if (to - from === 1 && text.charCodeAt(from) === SPACE) return false;
  // `28,7` and `6.000` are one number.
  if (to - from === 1 && /[.,]/.test(text.charAt(from)) && isDigit(text, from - 1) && isDigit(text, to))
    return false;
  const found = PARTS.exec(text.slice(from, to));
  if (!found) return false;
  const abbreviation =
    found[0] === '.' && from - last.start <= 2 && /^\p{Lu}/u.test(text.slice(last.start, from));
  return !abbreviation || PARTS.test(text.slice(from + found.index + 1, to));
}

const SPACE = 32;

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code < 58;
}

function documentToken(text: string, document: DocumentNumber): Token {
  return {
    spelling: spelling(text.slice(document.start, document.end)),
    folded: documentKey(document),
    start: document.start,
    end: document.end,
    document,
  };
}

function analyse(word: string): { spelling: string; folded: string } {
  const known = seen.get(word);
  if (known) return known;
  const result = { spelling: spelling(word), folded: fold(word).replace(/^0(?=\d$)/, '') };
  if (seen.size >= SEEN_LIMIT) seen.clear();
  seen.set(word, result);
  return result;
}
