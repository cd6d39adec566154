import { type DocumentNumber, documentKey } from '../../vietnamese/document-number';
import { tokenize } from '../../vietnamese/tokenize';
import { MARKS } from './format';
import type { PackedIndex } from './packed';
import type { Question, QuestionToken } from './parse';

/** What ranking adds to BM25, found on one half of the judged questions and checked on the other (docs/engine.md). */
const WEIGHTS = {
  /** Two neighbours of the question side by side in the document, against a single syllable. */
  adjacent: 0.8,
  /** A syllable spelled with the marks that were typed. */
  spelled: 0.25,
  /** The same for two neighbours. */
  spelledAdjacent: 0.2,
  /** Words that an alias or abbreviation stands for. */
  alias: 0.6,
  /** A word that only begins with what was typed. */
  prefix: 0.7,
  /** The other reading of an ambiguous document number. */
  otherReading: 0.4,
};

/** How many of the best by words alone are looked at again for neighbours and spelling. */
const RERANKED = 1000;
/** A question of at most this many words must find all of them. */
export const FEW_WORDS = 5;
/** A long question is relaxed until this many documents are found … */
const ENOUGH = 10;
/** … but never below this share of what its words weigh. */
const LEAST_SHARE = 0.5;
/** Terms that a prefix may stand for; the most frequent are taken. */
const MAX_EXPANSIONS = 512;

/** One thing to find: a syllable or number of the question with everything that may stand for it. */
export interface Unit {
  token: QuestionToken;
  /** Terms that stand for it, each with its weight. Empty when the index does not know it. */
  terms: { term: number; weight: number }[];
  /** Runs of terms that stand for it (`Hồ Chí Minh` for `TPHCM`). */
  runs: number[][];
  idf: number;
  required: boolean;
}

export interface Hit {
  doc: number;
  score: number;
}

export interface Ranking {
  hits: Hit[];
  /** How many of the required words a hit may lack; 0 when all must be there. */
  relaxed: boolean;
}

/** Resolves a question against an index: which terms may stand for each of its tokens. */
export function unitsOf(index: PackedIndex, question: Question, aliases: AliasTable): Unit[] {
  const units = question.tokens.map((token): Unit => {
    const terms = new Map<number, number>();
    for (const folded of readings(token)) {
      const term = index.term(folded);
      if (term >= 0) terms.set(term, terms.size ? WEIGHTS.otherReading : 1);
    }
    if (token.prefix) {
      for (const term of expansions(index, token.folded)) {
        if (!terms.has(term)) terms.set(term, WEIGHTS.prefix);
      }
    }
    const runs = aliases
      .of(token.folded)
      .map((run) => run.map((folded) => index.term(folded)))
      .filter((run) => run.every((term) => term >= 0));
    return {
      token,
      terms: [...terms].map(([term, weight]) => ({ term, weight })),
      runs,
      idf: 0,
      required: !token.functional && !token.implied,
    };
  });
  for (const unit of units) unit.idf = idfOf(index, unit);
  if (units.length && !units.some((unit) => unit.required)) for (const unit of units) unit.required = true;
  return units;
}

function readings(token: QuestionToken): string[] {
  const document: DocumentNumber | undefined = token.document;
  if (!document?.ambiguous || !document.organ) return [token.folded];
  return [token.folded, documentKey({ ...document, organ: document.organ.replace(/TU$/, 'TW') })];
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
  for (const run of unit.runs) frequency += Math.min(...run.map((term) => index.documentFrequency(term)));
  return idf(index.documents, Math.min(frequency, index.documents));
}

function idf(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/**
 * Ranks the documents for a question. Words alone first (BM25 over folded syllables), then the best of those
 * again with the token streams: neighbours, spelling, phrases.
 */
export function rank(index: PackedIndex, question: Question, units: Unit[]): Ranking {
  const distinct = units.filter(
    (unit, i) =>
      !units.slice(0, i).some((other) => other.token.folded === unit.token.folded && !unit.token.prefix),
  );
  const required = distinct.filter((unit) => unit.required);
  const scores = new Float32Array(index.documents);
  const found = new Float32Array(index.documents);
  const counted = new Uint8Array(index.documents);
  for (const unit of distinct) addUnit(index, unit, scores, found, counted);

  const few = required.length <= FEW_WORDS;
  const total = required.reduce((sum, unit) => sum + shareOf(index, unit), 0);
  let candidates: number[] = [];
  for (let doc = 0; doc < index.documents; doc++) if (counted[doc] === required.length) candidates.push(doc);
  candidates = keepPhrases(index, question, units, candidates);
  let relaxed = false;
  if (!few && candidates.length < ENOUGH) {
    const partial: number[] = [];
    for (let doc = 0; doc < index.documents; doc++) {
      if ((found[doc] as number) >= LEAST_SHARE * total) partial.push(doc);
    }
    const kept = keepPhrases(index, question, units, partial);
    relaxed = kept.length > candidates.length;
    candidates = kept;
  }
  candidates = dropExcluded(index, question, candidates);

  const hits = candidates.map((doc) => ({ doc, score: scores[doc] as number }));
  hits.sort(byScore);
  const best = hits.slice(0, RERANKED);
  const scan = new Scan(index, units);
  for (const hit of best) hit.score += scan.bonus(hit.doc);
  best.sort(byScore);
  return { hits: [...best, ...hits.slice(RERANKED)], relaxed };
}

function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || a.doc - b.doc;
}

/** What a word weighs when counting how much of a question was found: words that nothing contains weigh most. */
function shareOf(index: PackedIndex, unit: Unit): number {
  return Math.min(unit.idf, idf(index.documents, 1));
}

function addUnit(
  index: PackedIndex,
  unit: Unit,
  scores: Float32Array,
  found: Float32Array,
  counted: Uint8Array,
): void {
  const share = shareOf(index, unit);
  const several = unit.terms.length + unit.runs.length > 1;
  const best = several ? new Float32Array(index.documents) : null;
  const touched: number[] = [];
  const add = (doc: number, score: number): void => {
    if (best) {
      const before = best[doc] as number;
      if (before === 0) touched.push(doc);
      if (score > before) best[doc] = score;
      return;
    }
    scores[doc] = (scores[doc] as number) + score;
    if (unit.required) {
      counted[doc] = (counted[doc] as number) + 1;
      found[doc] = (found[doc] as number) + share;
    }
  };
  const { from, docs, frequencies, norm } = index;
  for (const { term, weight } of unit.terms) {
    const end = from[term + 1] as number;
    for (let at = from[term] as number; at < end; at++) {
      const doc = docs[at] as number;
      const frequency = frequencies[at] as number;
      add(doc, (weight * unit.idf * frequency * 2.2) / (frequency + (norm[doc] as number)));
    }
  }
  for (const run of unit.runs) {
    for (const { doc, count } of occurrences(index, run)) {
      add(doc, (WEIGHTS.alias * unit.idf * count * 2.2) / (count + (norm[doc] as number)));
    }
  }
  if (!best) return;
  for (const doc of touched) {
    scores[doc] = (scores[doc] as number) + (best[doc] as number);
    if (unit.required) {
      counted[doc] = (counted[doc] as number) + 1;
      found[doc] = (found[doc] as number) + share;
    }
  }
}

/** Documents that hold the terms side by side in this order, with how often. */
export function occurrences(index: PackedIndex, run: number[]): { doc: number; count: number }[] {
  const rarest = run.reduce((a, b) => (index.documentFrequency(b) < index.documentFrequency(a) ? b : a));
  const result: { doc: number; count: number }[] = [];
  for (let at = index.from[rarest] as number; at < (index.from[rarest + 1] as number); at++) {
    const doc = index.docs[at] as number;
    const count = countRun(
      index,
      doc,
      run.map((term) => [term]),
    );
    if (count) result.push({ doc, count });
  }
  return result;
}

/** How often a document holds terms side by side; each place of the run may be one of several terms. */
function countRun(index: PackedIndex, doc: number, run: number[][]): number {
  const { tokens, docStart, termOf } = index;
  const end = (docStart[doc + 1] as number) - run.length + 1;
  let count = 0;
  next: for (let at = docStart[doc] as number; at < end; at++) {
    for (let i = 0; i < run.length; i++) {
      const token = tokens[at + i] as number;
      if (token < MARKS || !(run[i] as number[]).includes(termOf[token - MARKS] as number)) continue next;
    }
    count++;
  }
  return count;
}

function keepPhrases(index: PackedIndex, question: Question, units: Unit[], candidates: number[]): number[] {
  const phrases = question.phrases.map(([first, after]) =>
    units.slice(first, after).map((unit) => unit.terms.map(({ term }) => term)),
  );
  if (!phrases.length) return candidates;
  return candidates.filter((doc) => phrases.every((phrase) => countRun(index, doc, phrase) > 0));
}

/** Drops documents with an excluded word or phrase; one typed with marks excludes that very spelling only. */
function dropExcluded(index: PackedIndex, question: Question, candidates: number[]): number[] {
  let kept = candidates;
  for (const tokens of question.excluded) {
    const terms = tokens.map(({ folded }) => index.term(folded));
    if (terms.includes(-1)) continue;
    const spellings = tokens.map((token, i) =>
      token.spelling === token.folded || token.document
        ? -1
        : index.spelling(terms[i] as number, token.spelling),
    );
    if (tokens.some((token, i) => token.spelling !== token.folded && !token.document && spellings[i] === -1))
      continue;
    kept = kept.filter((doc) => !hasSpelledRun(index, doc, terms, spellings));
  }
  return kept;
}

function hasSpelledRun(index: PackedIndex, doc: number, terms: number[], spellings: number[]): boolean {
  const { tokens, docStart, termOf } = index;
  const end = (docStart[doc + 1] as number) - terms.length + 1;
  next: for (let at = docStart[doc] as number; at < end; at++) {
    for (let i = 0; i < terms.length; i++) {
      const token = tokens[at + i] as number;
      if (token < MARKS || termOf[token - MARKS] !== terms[i]) continue next;
      if (spellings[i] !== -1 && token - MARKS !== spellings[i]) continue next;
    }
    return true;
  }
  return false;
}

/** Reads a document's token stream for what single words can't tell: neighbours and spelling. */
class Scan {
  /** Which unit (+ 1) each spelling belongs to. */
  private readonly slot: Uint8Array;
  /** 1 where the spelling is the one that was typed with marks. */
  private readonly typed: Uint8Array;
  /** Pair number (+ 1) of two units that stand side by side in the question: [a · units + b]. */
  private readonly pairOf: Uint8Array;
  private readonly pairIdf: number[] = [];
  private readonly pairMarked: boolean[] = [];
  private readonly pairCount: Uint16Array;
  private readonly pairTyped: Uint16Array;
  private readonly unitTyped: Uint16Array;
  private readonly size: number;

  constructor(
    private readonly index: PackedIndex,
    private readonly units: Unit[],
  ) {
    this.size = units.length;
    this.slot = new Uint8Array(index.termOf.length);
    this.typed = new Uint8Array(index.termOf.length);
    this.pairOf = new Uint8Array((this.size + 1) * (this.size + 1));
    const slotOfTerm = new Map<number, number>();
    const slots = units.map((unit, u) => {
      let slot = u + 1;
      for (const { term } of unit.terms) {
        const taken = slotOfTerm.get(term);
        if (taken !== undefined) slot = unit.terms.length === 1 ? taken : slot;
        else slotOfTerm.set(term, u + 1);
      }
      return slot;
    });
    for (const [term, slot] of slotOfTerm) {
      for (let s = index.spellingsFrom[term] as number; s < (index.spellingsFrom[term + 1] as number); s++)
        this.slot[s] = slot;
    }
    units.forEach((unit) => {
      if (!unit.token.marked || unit.token.prefix) return;
      for (const { term } of unit.terms) {
        const spelling = index.spelling(term, unit.token.spelling);
        if (spelling >= 0) this.typed[spelling] = 1;
      }
    });
    for (let u = 0; u + 1 < units.length; u++) {
      const a = slots[u] as number;
      const b = slots[u + 1] as number;
      const at = a * (this.size + 1) + b;
      if (this.pairOf[at]) continue;
      this.pairIdf.push(0);
      this.pairMarked.push(false);
      this.pairOf[at] = this.pairIdf.length;
      const [left, right] = [units[u] as Unit, units[u + 1] as Unit];
      // How rare the pair is can't be looked up; it is at least as rare as the rarer of the two.
      this.pairIdf[this.pairIdf.length - 1] =
        Math.max(left.idf, right.idf) + 0.5 * Math.min(left.idf, right.idf);
      this.pairMarked[this.pairIdf.length - 1] = left.token.marked && right.token.marked;
    }
    this.pairCount = new Uint16Array(this.pairIdf.length);
    this.pairTyped = new Uint16Array(this.pairIdf.length);
    this.unitTyped = new Uint16Array(this.size + 1);
  }

  bonus(doc: number): number {
    const { index, slot, typed, pairOf, pairCount, pairTyped, unitTyped, size } = this;
    const { tokens, docStart } = index;
    pairCount.fill(0);
    pairTyped.fill(0);
    unitTyped.fill(0);
    let before = 0;
    let beforeTyped = 0;
    const end = docStart[doc + 1] as number;
    for (let at = docStart[doc] as number; at < end; at++) {
      const token = tokens[at] as number;
      const here = token < MARKS ? 0 : (slot[token - MARKS] as number);
      if (here === 0) {
        before = 0;
        continue;
      }
      const hereTyped = typed[token - MARKS] as number;
      if (hereTyped) unitTyped[here] = (unitTyped[here] as number) + 1;
      if (before) {
        const pair = pairOf[before * (size + 1) + here] as number;
        if (pair) {
          pairCount[pair - 1] = (pairCount[pair - 1] as number) + 1;
          if (hereTyped & beforeTyped) pairTyped[pair - 1] = (pairTyped[pair - 1] as number) + 1;
        }
      }
      before = here;
      beforeTyped = hereTyped;
    }
    const norm = index.norm[doc] as number;
    let bonus = 0;
    for (let pair = 0; pair < pairCount.length; pair++) {
      const count = pairCount[pair] as number;
      if (!count) continue;
      const idf = this.pairIdf[pair] as number;
      bonus += (WEIGHTS.adjacent * idf * count * 2.2) / (count + norm);
      const spelled = pairTyped[pair] as number;
      if (spelled) bonus += (WEIGHTS.spelledAdjacent * idf * spelled * 2.2) / (spelled + norm);
    }
    for (let u = 0; u < size; u++) {
      const count = unitTyped[u + 1] as number;
      if (count) bonus += (WEIGHTS.spelled * (this.units[u] as Unit).idf * count * 2.2) / (count + norm);
    }
    return bonus;
  }
}

/** Aliases by the folded word they begin from. */
export class AliasTable {
  private readonly runs = new Map<string, string[][]>();

  constructor(aliases: readonly { from: string; to: string }[]) {
    for (const { from, to } of aliases) {
      const words = tokenize(from);
      const folded = words[0]?.folded;
      if (words.length !== 1 || folded === undefined) continue;
      const runs = this.runs.get(folded) ?? [];
      runs.push(tokenize(to).map((token) => token.folded));
      this.runs.set(folded, runs);
    }
  }

  of(folded: string): string[][] {
    return this.runs.get(folded) ?? [];
  }
}
