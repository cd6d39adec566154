import { ABBREVIATIONS } from '../vietnamese/abbreviations';
import { type DocumentNumber, documentKey } from '../vietnamese/document-number';
import { fold } from '../vietnamese/fold';
import { romanNumeral, romanValue } from '../vietnamese/roman';
import { isSyllable } from '../vietnamese/syllable';
import { type Token, tokenize } from '../vietnamese/tokenize';
import type { PackedIndex } from './packed';
import type { Question, QuestionToken } from './question';

/** A word that only begins with what was typed. */
const PREFIX_WEIGHT = 0.7;
/** The other reading of an ambiguous document number. */
const OTHER_READING_WEIGHT = 0.4;
/** Function words. */
export const FUNCTIONAL_WEIGHT = 0.6;
/** Terms that a prefix may stand for; the most frequent are taken. */
const MAX_EXPANSIONS = 512;

/** One word to look for: a syllable or number of the question with everything that may stand for it. */
export interface Unit {
  token: QuestionToken;
  /** Terms that stand for it, each with its weight. Empty when the index does not know it. */
  terms: { term: number; weight: number }[];
  /** Runs of terms that stand for it (`Hồ Chí Minh` for `TPHCM`). */
  runs: number[][];
  /** It stands for every word that begins so. */
  prefix: boolean;
  idf: number;
}

/** An abbreviation or alias in the question and what it stands for. */
export interface AliasSpan {
  /** Tokens of the question, [first, after). */
  first: number;
  after: number;
  run: number[];
}

/** Resolves a question against an index: which terms may stand for each of its tokens. */
export function unitsOf(
  index: PackedIndex,
  question: Question,
  aliases: AliasTable,
): { units: Unit[]; spans: AliasSpan[] } {
  const units = question.tokens.map((token, i): Unit => {
    const terms = new Map<number, number>();
    for (const folded of readings(token)) {
      const term = index.term(folded);
      if (term >= 0) terms.set(term, terms.size ? OTHER_READING_WEIGHT : 1);
    }
    const counted = otherNumeral(question.tokens[i - 1], token);
    const numeral = counted === null ? -1 : index.term(counted);
    if (numeral >= 0) terms.set(numeral, 1);
    // A last word that is no word of the documents, but begins one, is taken for unfinished.
    const last = i === question.tokens.length - 1;
    const begins = last && !terms.size && question.open && token.folded.length > 1;
    const prefix = (last && question.unfinished) || begins;
    if (prefix) {
      for (const term of expansions(index, token.folded))
        if (!terms.has(term)) terms.set(term, PREFIX_WEIGHT);
    }
    return {
      token,
      terms: [...terms].map(([term, weight]) => ({ term, weight })),
      runs: [],
      prefix: prefix && terms.size > 0,
      idf: 0,
    };
  });
  const spans = aliases.spansOf(index, question.tokens);
  for (const { first, after, run } of spans) {
    for (const covered of units.slice(first, after)) covered.runs.push(run);
  }
  index.gather(units.flatMap(({ terms, runs }) => [...terms.map(({ term }) => term), ...runs.flat()]));
  for (const unit of units) {
    unit.idf = idfOf(index, unit) * (unit.token.functional && !unit.prefix ? FUNCTIONAL_WEIGHT : 1);
  }
  return { units, spans };
}

function readings(token: QuestionToken): string[] {
  const document: DocumentNumber | undefined = token.document;
  if (!document?.ambiguous || !document.organ) return [token.folded];
  return [token.folded, documentKey({ ...document, organ: document.organ.replace(/TU$/, 'TW') })];
}

/** What Roman or Arabic numerals count in turn: `khóa 12` is `khóa XII`, `quý I` is `quý 1`. Folded. */
const COUNTED = new Set(['khoa', 'qui', 'hoi', 'uong', 'tw', 'lan', 'nqtw']);

function otherNumeral(before: Token | undefined, { folded }: Token): string | null {
  if (!before || !COUNTED.has(before.folded)) return null;
  if (/^\d{1,2}$/.test(folded)) return romanNumeral(Number(folded)).toLowerCase() || null;
  const value = /^[ivx]+$/.test(folded) ? romanValue(folded) : 0;
  return value ? String(value) : null;
}

function expansions(index: PackedIndex, prefix: string): number[] {
  const [first, after] = index.range(prefix);
  const terms = Array.from({ length: after - first }, (_, i) => first + i);
  if (terms.length <= MAX_EXPANSIONS) return terms;
  return terms
    .sort((a, b) => index.documentFrequency(b) - index.documentFrequency(a) || a - b)
    .slice(0, MAX_EXPANSIONS);
}

function idfOf(index: PackedIndex, unit: Unit): number {
  let frequency = 0;
  for (const { term } of unit.terms) frequency += index.documentFrequency(term);
  return idf(index.size, Math.min(frequency, index.size));
}

/** How rare something is that stands in so many documents. */
export function idf(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

interface AliasEntry {
  from: string[];
  to: string[];
  /** Set when it counts only as written so: `TU` and `TƯ` are words (tu, tư) in small letters. */
  as?: string;
}

const tables = new WeakMap<AliasList, AliasTable>();
type AliasList = readonly { from: string; to: string }[];

/** The table of these aliases and of the abbreviations, made once for each list. */
export function aliasTable(aliases: AliasList): AliasTable {
  const table = tables.get(aliases) ?? new AliasTable(aliases);
  tables.set(aliases, table);
  return table;
}

/** Aliases and abbreviations, by the first folded word of what may be typed. */
export class AliasTable {
  private readonly entries = new Map<string, AliasEntry[]>();

  constructor(aliases: AliasList) {
    for (const { from, to } of aliases) this.add({ from: words(from), to: words(to) });
    for (const [short, long] of ABBREVIATIONS) {
      const isWord = isSyllable(fold(short));
      this.add({ from: words(short), to: words(long), ...(isWord ? { as: short } : {}) });
      if (!isWord) this.add({ from: words(long), to: words(short) });
    }
  }

  private add(entry: AliasEntry): void {
    const [first] = entry.from;
    if (first === undefined || !entry.to.length) return;
    this.entries.set(first, [...(this.entries.get(first) ?? []), entry]);
  }

  /** The aliases that stand in a question, each with the run of terms that it stands for. */
  spansOf(index: PackedIndex, tokens: readonly QuestionToken[]): AliasSpan[] {
    return tokens.flatMap((token, first) =>
      (this.entries.get(token.folded) ?? []).flatMap(({ from, to, as }): AliasSpan[] => {
        if (as !== undefined && token.text.normalize('NFC') !== as) return [];
        const stands = from.every((folded, i) => {
          const other = tokens[first + i];
          return other?.folded === folded && !(i > 0 && other.apart);
        });
        const run = stands ? to.map((folded) => index.term(folded)) : [-1];
        return run.includes(-1) ? [] : [{ first, after: first + from.length, run }];
      }),
    );
  }
}

function words(text: string): string[] {
  return tokenize(text).map((token) => token.folded);
}
