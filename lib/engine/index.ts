/**
 * The reader of the packed index: runs in a Web Worker and on the server alike, and imports nothing of Node.
 *
 *   openIndex(bytes) → Engine
 *   engine.search('tuyên giáo "hưng yên" -2019') → { found, near, things, repaired, match }
 *   marks(text, match) · snippet(text, match, 240)
 */

import { isSyllable } from '../vietnamese/syllable';
import { BREAK, FIELDS, type FieldName, MARKS } from './format';
import type { Matcher, MatcherPart, MatcherWording } from './highlight';
import { PackedIndex, readPacked } from './packed';
import { type Question, readQuestion } from './question';
import { type Hit, type NearHit, rank } from './rank';
import { repairTyping } from './repair';
import { type Part, type PlaceOfRun, placeOf, Runs, stands } from './runs';
import { suggestPhrases } from './suggest';
import { type Given, type Thing, thingsOf } from './things';
import { type AliasTable, aliasTable, unitsOf } from './units';

export type { FieldName } from './format';
export { IndexDamaged } from './format';
export { type Mark, type Matcher, marks, type Snippet, snippet } from './highlight';
export { type Question, type QuestionToken, readQuestion } from './question';
export type { Hit, NearHit } from './rank';
export type { Given } from './things';

/** In so many documents a word is finished that is one as it stands. */
const OFTEN = 3;

export interface SearchOptions {
  /** Take the text as it is: no repair of typing. */
  literal?: boolean;
  /** Only how many are found is asked: which they are is told in no order, and without scores. */
  counting?: boolean;
  /** What the caller knows about stretches of a question: places, documents, other words for things. */
  know?: (question: Question) => readonly Given[];
}

export interface SearchOutcome {
  /** The text as it was understood: the one searched for, or its repaired form. */
  question: Question;
  /** Every document that holds all that was asked for, best first; equals in the order of the documents. */
  documents: number[];
  /** Of what is found or near, by its number; 0 of all else. */
  scores: Float32Array;
  /** The documents with their scores. */
  readonly found: Hit[];
  /** How many they are, in the collection where the index holds an excerpt of it. */
  total: number;
  /** Documents that lack something, best first, at most twenty; none where a page or more was found. */
  near: NearHit[];
  /** What was asked for, thing by thing; `missing` of `near` points into it. */
  things: AskedThing[];
  /** Set when the text was read as mistyped: what was typed and what was searched. */
  repaired: { from: string; to: string } | null;
  /** What counts as found: give it to `marks`, `snippet` and `explain`. */
  match: Matcher;
}

export interface AskedThing {
  /** As typed. */
  text: string;
  /** Its tokens in the question, [first, after). */
  first: number;
  after: number;
  /** How many documents hold all else that was asked for, and not this. */
  lackOnly: number;
  /** With nothing found: no document holds it at all. */
  nowhere: boolean;
}

/** One reason why a document was found. */
export interface Reason {
  /** The thing of the question, as typed. */
  word: string;
  kind: 'word' | 'beginning' | 'number' | 'alias' | 'other';
  /** What stands in the document, as spelled there. */
  found: string;
  /** The fields it stands in. */
  fields: FieldName[];
}

/** One wording of a matcher, to be looked for in the streams. */
interface Sought {
  text: string;
  kind: MatcherWording['kind'];
  run: PlaceOfRun[];
}

/** Opens a packed index. @throws IndexDamaged with a reason fit to log */
export function openIndex(bytes: Uint8Array): Engine {
  return new Engine(new PackedIndex(readPacked(bytes)));
}

export class Engine {
  private readonly aliases: AliasTable;
  private readonly runs: Runs;
  private readonly sought = new WeakMap<Matcher, readonly Sought[]>();

  constructor(private readonly index: PackedIndex) {
    this.aliases = aliasTable(index.aliases);
    this.runs = new Runs(index);
  }

  /** For who answers many, each at once: four bytes a token of memory. */
  gatherAll(): void {
    this.index.gatherAll();
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
  search(
    asked: string | Question,
    { literal = false, counting = false, know = () => [] }: SearchOptions = {},
  ): SearchOutcome {
    const question = typeof asked === 'string' ? readQuestion(asked) : asked;
    const read = this.answer(question, know, counting);
    if (literal || (read.outcome.total > 0 && read.unknown === 0)) return read.outcome;
    // The same for a person who types on and for one who opens the link: the text alone decides.
    if (read.outcome.total === 0 && question.open) {
      const least = this.finished(question);
      const unfinished =
        least === Infinity ? null : this.answer(readQuestion(question.text, true), know, counting);
      if (unfinished && unfinished.outcome.total >= least) return unfinished.outcome;
    }
    const to = repairTyping(this.index, this.runs, question.text);
    if (to === null) return read.outcome;
    const { outcome, unknown } = this.answer(readQuestion(to), know, counting);
    const better =
      outcome.total + outcome.near.length > 0 &&
      (unknown < read.unknown || (read.outcome.total === 0 && outcome.total > 0));
    if (!better) return read.outcome;
    outcome.repaired = { from: question.text, to };
    return outcome;
  }

  /**
   * How many documents must hold the question with its last word taken for a beginning: none can where the word stands
   * in documents as typed, with marks (`tiền giả` is not `tiền Giang`); some where it does without (`tuyen gi`).
   */
  private finished({ tokens }: Question): number {
    const last = tokens.at(-1);
    const term = last ? this.index.term(last.folded) : -1;
    if (!last || term < 0 || !isSyllable(last.spelling)) return 1;
    return last.marked && this.index.spelling(term, last.spelling) >= 0 ? Infinity : OFTEN;
  }

  private answer(question: Question, know: NonNullable<SearchOptions['know']>, counting: boolean) {
    const { units, spans } = unitsOf(this.index, question, this.aliases);
    const given = know(question);
    const things = thingsOf(this.index, this.runs, question, units, spans, given);
    const ranking = rank(this.index, this.runs, question, units, things, counting);
    const { found: documents, scores, near, total, lackOnly, held } = ranking;
    // What the caller has facts or other words for is known, whatever its letters: `nqtw4`.
    const told = given.filter(({ documents, others = [] }) => documents ?? others.some(({ same }) => same));
    const unknown = units.filter(
      ({ terms, runs, token }, u) =>
        !token.idle &&
        terms.length + runs.length === 0 &&
        !told.some(({ first, after }) => u >= first && u < after),
    ).length;
    let asked = 0;
    const outcome: SearchOutcome = {
      question,
      documents,
      scores,
      get found() {
        return documents.map((doc) => ({ doc, score: scores[doc] as number }));
      },
      total,
      near,
      things: things.map(({ text, first, after, negated }) => {
        const place = negated ? -1 : asked++;
        return { text, first, after, lackOnly: lackOnly[place] ?? 0, nowhere: held[place] === false };
      }),
      repaired: null,
      match: this.matcherOf(things),
    };
    return { outcome, unknown };
  }

  /** Documents whose title is these folded words and no others, punctuation aside. */
  titled(words: readonly string[]): number[] {
    const terms = words.map((word) => this.index.term(word));
    return terms.length === 0 || terms.includes(-1) ? [] : this.index.titled(terms);
  }

  /**
   * Texts to offer while one is typed, best first: its last words replaced by a phrase that the documents hold,
   * marks restored (`tuyen gi`: `tuyên giáo`).
   */
  suggestPhrases(text: string, limit: number): string[] {
    return suggestPhrases(this.index, text, limit);
  }

  /** In which words, and in which fields, a document holds each thing of a question; in the question's order. */
  explain(doc: number, match: Matcher): Reason[] {
    const { tokens, docStart } = this.index;
    const end = docStart[doc + 1] ?? 0;
    const reasons = new Map<string, Reason>();
    for (const { text, kind, run } of this.lookedFor(match)) {
      let field: FieldName = 'body';
      for (let at = docStart[doc] ?? 0; at < end; at++) {
        const token = tokens[at] as number;
        if (token > 0 && token < BREAK) field = FIELDS[token - 1]?.name ?? 'body';
        if (!stands(tokens, run, at)) continue;
        const found = run
          .map((_, i) => this.index.spellingText((tokens[at + i] as number) - MARKS))
          .join(' ');
        const key = `${text} ${found}`;
        const reason = reasons.get(key) ?? { word: text, kind, found, fields: [] };
        if (!reason.fields.includes(field)) reason.fields.push(field);
        reasons.set(key, reason);
      }
    }
    return [...reasons.values()];
  }

  /** The wordings of a matcher as the streams hold them; read once for all documents of an answer. */
  private lookedFor(match: Matcher): readonly Sought[] {
    const known = this.sought.get(match);
    if (known) return known;
    const sought = match.things.flatMap(({ text, wordings }) =>
      wordings.flatMap(({ kind, parts }): Sought[] => {
        const run = parts.map(({ folded, spelling }): Part => {
          const terms = folded.map((word) => this.index.term(word)).filter((term) => term >= 0);
          const spelled = spelling === null ? -1 : this.index.spelling(terms[0] ?? -1, spelling);
          return { terms: spelling !== null && spelled < 0 ? [] : terms, spelling: spelled };
        });
        const whole = run.length > 0 && run.every(({ terms }) => terms.length > 0);
        return whole ? [{ text, kind, run: run.map((part) => placeOf(this.index, part)) }] : [];
      }),
    );
    this.sought.set(match, sought);
    return sought;
  }

  private matcherOf(things: readonly Thing[]): Matcher {
    return {
      things: things
        .filter(({ negated }) => !negated)
        .map(({ text, wordings }) => ({
          text,
          wordings: wordings.map(({ kind, parts }) => ({
            kind,
            parts: parts.map((part) => this.part(part)),
          })),
        })),
    };
  }

  private part({ terms, spelling }: Part): MatcherPart {
    return {
      folded: terms.map((term) => this.index.termText(term)),
      spelling: spelling < 0 ? null : this.index.canonicalText(spelling),
    };
  }
}
