/**
 * The reader of the packed index: runs in a Web Worker and on the server alike, and imports nothing of Node.
 *
 *   openIndex(bytes) → Engine
 *   engine.search('tuyên giáo "hưng yên" -2019') → { hits, relaxed, repaired, match }
 *   marks(text, match) · snippet(text, match, 240)
 */

import { FIELDS, type FieldName, MARKS } from './format';
import type { Matcher } from './highlight';
import { PackedIndex } from './packed';
import { MAX_LENGTH, type Question, readQuestion } from './parse';
import { AliasTable, type Hit, rank, type Unit, unitsOf } from './rank';
import { repairTyping } from './repair';
import { suggestPhrases } from './suggest';

export type { FieldName } from './format';
export { IndexDamaged } from './format';
export { type Mark, type Matcher, type MatcherWord, marks, type Snippet, snippet } from './highlight';
export type { Hit } from './rank';

export interface SearchOptions {
  /** Take the text as it is: no repair of typing. */
  literal?: boolean;
}

export interface SearchOutcome {
  /** Every document that counts as found, best first; equals in the order of the documents. */
  hits: Hit[];
  /** True when a long question found too little with all its words, and most of them were enough. */
  relaxed: boolean;
  /** Set when the text was read as mistyped: what was typed and what was searched. */
  repaired: { from: string; to: string } | null;
  /** What was looked for: give it to `marks`, `snippet` and `explain`. */
  match: Matcher;
}

/** One reason why a document was found. */
export interface Reason {
  /** The word of the question, as typed. */
  word: string;
  kind: 'word' | 'beginning' | 'number' | 'alias';
  /** What stands in the document, as spelled there. */
  found: string;
  /** The fields it stands in. */
  fields: FieldName[];
}

/** Opens a packed index. @throws IndexDamaged with a reason fit to log */
export function openIndex(bytes: Uint8Array): Engine {
  return new Engine(new PackedIndex(bytes));
}

export class Engine {
  private readonly aliases: AliasTable;

  constructor(private readonly index: PackedIndex) {
    this.aliases = new AliasTable(index.aliases);
  }

  /** How many documents there are: hits number them from 0 in the order they were indexed. */
  get documents(): number {
    return this.index.documents;
  }

  /**
   * Searches. A blank text, or one with nothing but exclusions, finds every document (less those), unscored; one
   * without any letter or digit finds none.
   * Any string is answered, in bounded time.
   */
  search(text: string, options: SearchOptions = {}): SearchOutcome {
    const literal = this.searchLiterally(text);
    if (options.literal || !this.foundLittle(literal)) return literal.outcome;
    // The same for a person who types on and for one who opens the link: the text alone decides.
    if (literal.outcome.hits.length === 0) {
      const unfinished = this.searchLiterally(text, true).outcome;
      if (unfinished.hits.length > 0) return unfinished;
    }
    const cut = text.slice(0, MAX_LENGTH);
    const to = repairTyping(this.index, cut);
    if (to === null) return literal.outcome;
    const { outcome, unknown } = this.searchLiterally(to);
    const better =
      outcome.hits.length > 0 && (literal.outcome.hits.length === 0 || unknown < literal.unknown);
    return better ? { ...outcome, repaired: { from: cut, to } } : literal.outcome;
  }

  /** @param unfinished the last syllable stands for every word that begins so */
  private searchLiterally(text: string, unfinished = false) {
    const question = readQuestion(text, unfinished);
    const units = unitsOf(this.index, question, this.aliases);
    const { hits, relaxed } = rank(this.index, question, units);
    const unknown = units.filter((unit) => unit.terms.length + unit.runs.length === 0).length;
    const match = matcherOf(this.index, question, units);
    return { outcome: { hits, relaxed, repaired: null, match } as SearchOutcome, unknown };
  }

  /** Repair is tried only then: nothing was found, or not by all words while some are in no document at all. */
  private foundLittle({ outcome, unknown }: { outcome: SearchOutcome; unknown: number }): boolean {
    return outcome.hits.length === 0 || unknown > 0;
  }

  /**
   * Texts to offer while one is typed, best first: its last words replaced by a phrase that the documents hold,
   * marks restored (`tuyen gi`: `tuyên giáo`).
   */
  suggestPhrases(text: string, limit: number): string[] {
    return suggestPhrases(this.index, text, limit);
  }

  /** Which words, number or alias a document was found by, and in which fields; in the order of the question. */
  explain(doc: number, match: Matcher): Reason[] {
    const { index } = this;
    const reasons = new Map<string, Reason>();
    let field: FieldName = 'body';
    const tokens: { folded: string; spelling: string; field: FieldName }[] = [];
    for (let at = index.docStart[doc] ?? 0; at < (index.docStart[doc + 1] ?? 0); at++) {
      const token = index.tokens[at] as number;
      if (token >= MARKS) {
        const spelling = token - MARKS;
        const folded = index.termText(index.termOf[spelling] as number);
        tokens.push({ folded, spelling: index.spellingText(spelling), field });
      } else if (token > 0) field = FIELDS[token - 1]?.name ?? 'body';
    }
    const note = (word: string, kind: Reason['kind'], found: string, where: FieldName): void => {
      const key = `${word} ${found}`;
      const reason = reasons.get(key) ?? { word, kind, found, fields: [] };
      if (!reason.fields.includes(where)) reason.fields.push(where);
      reasons.set(key, reason);
    };
    for (const word of match.words) {
      if (word.onlyBeside) continue;
      tokens.forEach((token, t) => {
        if (word.folded.includes(token.folded))
          note(word.text, word.number ? 'number' : 'word', token.spelling, token.field);
        else if (word.prefix && token.folded.startsWith(word.folded[0] ?? '\0')) {
          note(word.text, 'beginning', token.spelling, token.field);
        }
        for (const run of word.runs) {
          if (
            run.length &&
            run.every((folded, i) => tokens[t + i]?.folded === folded && tokens[t + i]?.field === token.field)
          ) {
            const found = tokens.slice(t, t + run.length).map(({ spelling }) => spelling);
            note(word.text, 'alias', found.join(' '), token.field);
          }
        }
      });
    }
    return [...reasons.values()];
  }
}

function matcherOf(index: PackedIndex, question: Question, units: Unit[]): Matcher {
  return {
    words: units.map(({ token, terms, runs }) => ({
      text: token.text,
      folded: token.prefix ? [token.folded] : terms.map(({ term }) => index.termText(term)),
      prefix: token.prefix,
      runs: runs.map((run) => run.map((term) => index.termText(term))),
      onlyBeside: token.functional,
      number: token.document !== undefined,
    })),
    phrases: question.phrases,
  };
}
