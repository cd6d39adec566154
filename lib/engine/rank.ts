import { ABBREVIATIONS } from '../vietnamese/abbreviations';
import { type DocumentNumber, documentKey } from '../vietnamese/document-number';
import { fold } from '../vietnamese/fold';
import { romanNumeral, romanValue } from '../vietnamese/roman';
import { isSyllable } from '../vietnamese/syllable';
import { type Token, tokenize } from '../vietnamese/tokenize';
import { FIELDS, MARKS as FORMAT_MARKS } from './format';
import { type PackedIndex, STEPS, TokenWeights } from './packed';
import type { Question, QuestionToken } from './parse';

/** Read in the innermost loops, where bundlers make an imported name a call. */
const MARKS = FORMAT_MARKS;

/** What ranking adds to BM25, tuned on judged questions (docs/engine.md has the figures of each). */
const WEIGHTS = {
  /** Two neighbours of the question side by side in the document, against one word as rare. */
  adjacent: 0.55,
  /** The same two in the title, for a question of few words: what a title names, its report is about. */
  titled: 0.5,
  /** How much of a word typed with marks is scored by its exact spelling instead of its folded form. */
  spelled: 0.5,
  /** Function words. */
  functional: 0.6,
  /** Words that an alias or abbreviation stands for. */
  alias: 0.6,
  /** A word that only begins with what was typed. */
  prefix: 0.7,
  /** The other reading of an ambiguous document number. */
  otherReading: 0.4,
};

/**
 * How many tokens of the best documents by words alone are read again for neighbours and spelling: a hundred articles
 * of 370 syllables. More changed no answer of the judged sets among the first ten, only the time.
 */
const READ_AGAIN = 37_000;
/** An index of no more tokens than this is read whole: some hundred reports. */
const SMALL = 100_000;
/** A question of at most this many words must find all of them. */
const FEW_WORDS = 4;
/** Of more words, when nothing holds all, this share is enough. */
const MOST_WORDS = 0.75;
/** One of more words than this, or one that asks (`… là gì?`), is long. */
const MANY_WORDS = 12;
/** It finds what holds this share of its words, or scores near the best … */
const LONG = { words: 0.6, nearBest: 0.5 };
/** … if anything holds this share at all: else it is no question that these documents answer. */
const LEAST_WORDS = 0.25;
/** Least rarity of a pair in a title: words that nearly every document holds still tell by standing there. */
const TITLED_IDF = 1;
/** Terms that a prefix may stand for; the most frequent are taken. */
const MAX_EXPANSIONS = 512;
/** Documents read to estimate how frequent a pair of neighbours is. */
const SAMPLE = 128;
/** Pairs remembered. */
const MAX_PAIRS = 20_000;
/** Runs of aliases remembered. */
const MAX_RUNS = 100;

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
  /** True when not all required words had to be there. */
  relaxed: boolean;
}

/** Resolves a question against an index: which terms may stand for each of its tokens. */
export function unitsOf(index: PackedIndex, question: Question, aliases: AliasTable): Unit[] {
  const units = question.tokens.map((token, i): Unit => {
    const terms = new Map<number, number>();
    for (const folded of readings(token)) {
      const term = index.term(folded);
      if (term >= 0) terms.set(term, terms.size ? WEIGHTS.otherReading : 1);
    }
    const counted = otherNumeral(question.tokens[i - 1], token);
    const numeral = counted === null ? -1 : index.term(counted);
    if (numeral >= 0) terms.set(numeral, 1);
    // A last word that is no word of the documents, but begins one, is taken for unfinished.
    if (i === question.tokens.length - 1 && !terms.size && question.open && token.folded.length > 1) {
      token.prefix = index.range(token.folded)[0] < index.range(token.folded)[1];
    }
    if (token.prefix) {
      for (const term of expansions(index, token.folded)) {
        if (!terms.has(term)) terms.set(term, WEIGHTS.prefix);
      }
    }
    return {
      token,
      terms: [...terms].map(([term, weight]) => ({ term, weight })),
      runs: [],
      idf: 0,
      required: !token.functional && !token.implied,
    };
  });
  aliases.addRuns(index, units);
  index.gather(units.flatMap(({ terms, runs }) => [...terms.map(({ term }) => term), ...runs.flat()]));
  for (const unit of units) {
    unit.idf = idfOf(index, unit) * (unit.token.functional ? WEIGHTS.functional : 1);
  }
  if (units.length && !units.some((unit) => unit.required)) for (const unit of units) unit.required = true;
  return units;
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
  return idf(index.documents, Math.min(frequency, index.documents));
}

function idf(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/**
 * Ranks the documents for a question. Words alone first (BM25 over folded syllables), then the best of those
 * again with their token streams: neighbours, spelling, phrases.
 */
export function rank(index: PackedIndex, question: Question, units: Unit[]): Ranking {
  const distinct = units.filter(
    (unit, i) =>
      unit.token.prefix || !units.slice(0, i).some((other) => other.token.folded === unit.token.folded),
  );
  const required = distinct.filter((unit) => unit.required);
  if (!units.length && !question.excluded.length && !question.blank) return { hits: [], relaxed: false };
  const tally = new Tally(index);
  for (const unit of distinct) tally.add(unit);

  const { documents, relaxed } = found(index, question, units, required, tally);
  const kept = dropExcluded(index, question, documents);
  // When all are looked at again, their first order does not matter.
  const { length } = index.tokens;
  const again = length <= SMALL ? index.documents : Math.ceil((READ_AGAIN * index.documents) / length);
  const byWords = kept.length > again ? inSteps(kept, tally.scores, index.scratch.steps.fill(0)) : kept;
  const best = byWords.slice(0, again);
  const scan = new Scan(index, units);
  for (const doc of best) tally.scores[doc] = (tally.scores[doc] as number) + scan.bonus(doc);
  const hits = [...inOrder(best, tally.scores), ...byWords.slice(again)];
  return { hits: hits.map((doc) => ({ doc, score: tally.scores[doc] as number })), relaxed };
}

/**
 * Which documents count as found. All required words must be there; a long question, or one of some words that
 * nothing holds all of, is content with most of them.
 */
function found(index: PackedIndex, question: Question, units: Unit[], required: Unit[], tally: Tally) {
  const all = keepPhrases(index, question, units, tally.holding(required.length));
  const long = required.length > MANY_WORDS || (question.asks && required.length > 1);
  if (!long && (required.length <= FEW_WORDS || all.length > 0)) return { documents: all, relaxed: false };
  const most = long ? tally.holdingMost(required.length) : tally.holding(MOST_WORDS * required.length);
  const documents = keepPhrases(index, question, units, most);
  return { documents: documents.length || !long ? documents : most, relaxed: most.length > all.length };
}

/** Documents fit below it, and a thousand times a score above it, in the 53 bits that a number holds exactly. */
const SCALE = 2 ** 26;

/** Best first; equals in the order of the documents. Sorts plain numbers, which is many times faster. */
function inOrder(documents: readonly number[], scores: Float32Array): number[] {
  const keys = new Float64Array(documents.length);
  for (let i = 0; i < keys.length; i++) {
    const doc = documents[i] as number;
    keys[i] = doc - Math.round((scores[doc] as number) * 1000) * SCALE;
  }
  keys.sort();
  const ordered = new Array<number>(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    ordered[i] = key - Math.floor(key / SCALE) * SCALE;
  }
  return ordered;
}

/** Best first in STEPS steps of the best score, equals in the order of the documents: a counting sort. */
function inSteps(documents: readonly number[], scores: Float32Array, starts: Uint32Array): number[] {
  let best = 0;
  for (const doc of documents) if ((scores[doc] as number) > best) best = scores[doc] as number;
  const scale = best > 0 ? (STEPS - 1) / best : 0;
  const stepOf = (doc: number): number => STEPS - 1 - Math.floor((scores[doc] as number) * scale);
  for (const doc of documents) {
    const after = stepOf(doc) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let step = 0; step < STEPS; step++)
    starts[step + 1] = (starts[step + 1] as number) + (starts[step] as number);
  const ordered = new Array<number>(documents.length);
  for (const doc of documents) {
    const step = stepOf(doc);
    const place = starts[step] as number;
    starts[step] = place + 1;
    ordered[place] = doc;
  }
  return ordered;
}

/** Adds up, document by document, the scores of words and how much of the question was met. */
class Tally {
  readonly scores: Float32Array;
  private readonly counts: Uint8Array;

  constructor(private readonly index: PackedIndex) {
    this.scores = index.scratch.scores.fill(0);
    this.counts = index.scratch.counts.fill(0);
  }

  /** Documents that hold at least so many of the required words. */
  holding(count: number): number[] {
    const { counts } = this;
    const documents: number[] = [];
    for (let doc = 0; doc < counts.length; doc++) if ((counts[doc] as number) >= count) documents.push(doc);
    return documents;
  }

  /** Documents that hold most of so many required words, or score near the best; none when all hold few. */
  holdingMost(count: number): number[] {
    const { counts, scores } = this;
    let best = 0;
    let most = 0;
    for (let doc = 0; doc < counts.length; doc++) {
      if ((scores[doc] as number) > best) best = scores[doc] as number;
      if ((counts[doc] as number) > most) most = counts[doc] as number;
    }
    if (most < LEAST_WORDS * count) return [];
    return this.holding(1).filter(
      (doc) =>
        (counts[doc] as number) >= LONG.words * count || (scores[doc] as number) >= LONG.nearBest * best,
    );
  }

  add(unit: Unit): void {
    const [only] = unit.terms;
    if (only && unit.terms.length === 1 && !unit.runs.length) this.addTerm(unit, only.term);
    else this.addBest(unit);
  }

  private addTerm(unit: Unit, term: number): void {
    const { norm } = this.index;
    const { docs, frequencies } = this.index.postings(term);
    const { scores, counts } = this;
    const count = unit.required ? 1 : 0;
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as number;
      const frequency = frequencies[at] as number;
      scores[doc] = (scores[doc] as number) + (unit.idf * frequency) / (frequency + (norm[doc] as number));
      counts[doc] = (counts[doc] as number) + count;
    }
  }

  /** A word that several things may stand for scores by the best of them, once. */
  private addBest(unit: Unit): void {
    const { norm, documents } = this.index;
    const best = this.index.scratch.best.fill(0);
    const consider = (doc: number, frequency: number, weight: number): void => {
      const score = (weight * frequency) / (frequency + (norm[doc] as number));
      if (score > (best[doc] as number)) best[doc] = score;
    };
    for (const { term, weight } of unit.terms) {
      const { docs, frequencies } = this.index.postings(term);
      for (let at = 0; at < docs.length; at++) {
        consider(docs[at] as number, frequencies[at] as number, weight * unit.idf);
      }
    }
    for (const run of unit.runs) {
      const occurring = occurrences(this.index, run);
      // A rare short form of a frequent word is no rarer a thing: `TG` says no more than `tuyên giáo`.
      const rarity = idf(documents, occurring.length);
      const weight = WEIGHTS.alias * (unit.terms.length ? Math.min(rarity, unit.idf) : rarity);
      for (const { doc, count } of occurring) consider(doc, count, weight);
    }
    for (let doc = 0; doc < documents; doc++) {
      if (best[doc] === 0) continue;
      this.scores[doc] = (this.scores[doc] as number) + (best[doc] as number);
      if (unit.required) this.counts[doc] = (this.counts[doc] as number) + 1;
    }
  }
}

interface Occurrence {
  doc: number;
  /** Occurrences by weight. */
  count: number;
}

/** Documents that hold the terms side by side in this order. Remembered: the next keystroke asks again. */
function occurrences(index: PackedIndex, run: number[]): Occurrence[] {
  const key = run.join(' ');
  const known = index.runs.get(key);
  if (known) return known;
  const rarest = run.reduce((a, b) => (index.documentFrequency(b) < index.documentFrequency(a) ? b : a));
  const places = run.map((term) => [term]);
  const found: Occurrence[] = [];
  for (const doc of index.postings(rarest).docs) {
    const count = countRun(index, doc, places);
    if (count) found.push({ doc, count });
  }
  if (index.runs.size >= MAX_RUNS) index.runs.clear();
  index.runs.set(key, found);
  return found;
}

/** How much a document holds of terms side by side (weighted by field); each place may be one of several terms. */
function countRun(index: PackedIndex, doc: number, run: number[][]): number {
  const { tokens, docStart, termOf } = index;
  const end = (docStart[doc + 1] as number) - run.length + 1;
  const weights = new TokenWeights();
  let count = 0;
  next: for (let at = docStart[doc] as number; at < end; at++) {
    if ((tokens[at] as number) < MARKS) weights.mark(tokens[at] as number, at);
    for (let i = 0; i < run.length; i++) {
      const token = tokens[at + i] as number;
      if (token < MARKS || !(run[i] as number[]).includes(termOf[token - MARKS] as number)) continue next;
    }
    count += weights.at(at);
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

/**
 * Reads a document's token stream for what single words can't tell: neighbours and spelling.
 *
 *   question   công tác tuyên giáo        slots 1 2 3 4, pairs 1-2 2-3 3-4
 *   document   … ban tuyên giáo về công tác …
 *   slots        0   3     4    0  1    2      pairs 3-4 and 1-2 once each
 */
class Scan {
  private readonly size: number;
  /** The slot of each token: 1 + the number of the unit that it stands for, MARK_SLOT, or 0 for all others. */
  private readonly slotOf: Uint8Array;
  /** Of each slot: the spelling typed with marks (-1: none typed, -2: typed but in no document), and its idf. */
  private readonly typed: Int32Array;
  private readonly typedIdf: Float64Array;
  /** Number of the pair of two slots, + 1, at [before · (size + 1) + here]. */
  private readonly pairOf: Uint8Array;
  private readonly pairIdf: number[] = [];
  private readonly pairCount: Uint16Array;
  private readonly count: Uint16Array;
  private readonly typedCount: Uint16Array;
  /** Of each pair: 1 where the title holds it. */
  private readonly pairTitled: Uint8Array;

  constructor(
    private readonly index: PackedIndex,
    private readonly units: Unit[],
  ) {
    this.size = units.length;
    this.slotOf = index.scratch.slots.fill(0).fill(MARK_SLOT, 0, MARKS);
    this.typed = new Int32Array(this.size + 1).fill(-1);
    this.typedIdf = new Float64Array(this.size + 1);
    const slotOfTerm = new Map<number, number>();
    const slots = units.map((unit, u) => {
      for (const { term } of unit.terms) if (!slotOfTerm.has(term)) slotOfTerm.set(term, u + 1);
      const slot = slotOfTerm.get(unit.terms[0]?.term ?? -1) ?? u + 1;
      if (slot === u + 1) this.noteSpelling(unit, slot);
      return slot;
    });
    for (const [term, slot] of slotOfTerm) {
      const [first = 0, after = 0] = index.spellingsFrom.subarray(term, term + 2);
      this.slotOf.fill(slot, MARKS + first, MARKS + after);
    }
    this.pairOf = new Uint8Array((this.size + 1) ** 2);
    for (let u = 0; u + 1 < this.size; u++) {
      const at = (slots[u] as number) * (this.size + 1) + (slots[u + 1] as number);
      if (this.pairOf[at]) continue;
      this.pairIdf.push(pairIdf(index, units[u] as Unit, units[u + 1] as Unit));
      this.pairOf[at] = this.pairIdf.length;
    }
    this.pairCount = new Uint16Array(this.pairIdf.length);
    this.pairTitled = new Uint8Array(this.pairIdf.length);
    this.count = new Uint16Array(this.size + 1);
    this.typedCount = new Uint16Array(this.size + 1);
  }

  private noteSpelling({ token, terms }: Unit, slot: number): void {
    const [literal] = terms;
    if (!literal || !token.marked || token.document) return;
    const spelling = this.index.spelling(literal.term, token.spelling);
    this.typed[slot] = spelling >= 0 ? spelling : -2;
    const frequency = spelling >= 0 ? this.index.spellingFrequency(spelling) : 0;
    this.typedIdf[slot] = idf(this.index.documents, frequency) * (token.functional ? WEIGHTS.functional : 1);
  }

  /** What to add to the document's score for words alone. */
  bonus(doc: number): number {
    this.read(doc);
    const norm = this.index.norm[doc] as number;
    let bonus = 0;
    for (let pair = 0; pair < this.pairIdf.length; pair++) {
      const count = this.pairCount[pair] as number;
      const rarity = this.pairIdf[pair] as number;
      bonus += (WEIGHTS.adjacent * rarity * count) / (count + norm);
      if (this.pairTitled[pair] && this.size <= FEW_WORDS) {
        bonus += WEIGHTS.titled * Math.max(rarity, TITLED_IDF);
      }
    }
    for (let slot = 1; slot <= this.size; slot++) {
      const count = this.count[slot] as number;
      if (!count || (this.typed[slot] as number) < 0) continue;
      const typed = this.typedCount[slot] as number;
      const exact = ((this.typedIdf[slot] as number) * typed) / (typed + norm);
      const folded = ((this.units[slot - 1] as Unit).idf * count) / (count + norm);
      bonus += WEIGHTS.spelled * (exact - folded);
    }
    return bonus;
  }

  private read(doc: number): void {
    const { slotOf, typed, typedCount, pairOf, pairCount, count, size } = this;
    const { tokens, docStart } = this.index;
    pairCount.fill(0);
    this.pairTitled.fill(0);
    let inTitle = false;
    count.fill(0);
    typedCount.fill(0);
    const weights = new TokenWeights();
    let before = 0;
    const end = docStart[doc + 1] as number;
    for (let at = docStart[doc] as number; at < end; at++) {
      const token = tokens[at] as number;
      const here = slotOf[token] as number;
      if (here === 0) {
        before = 0;
        continue;
      }
      if (here === MARK_SLOT) {
        weights.mark(token, at);
        inTitle = token === TITLE_MARK;
        before = 0;
        continue;
      }
      const weight = weights.at(at);
      count[here] = (count[here] as number) + weight;
      if (typed[here] === token - MARKS) typedCount[here] = (typedCount[here] as number) + weight;
      if (before) {
        const pair = pairOf[before * (size + 1) + here] as number;
        if (pair) {
          pairCount[pair - 1] = (pairCount[pair - 1] as number) + weight;
          if (inTitle) this.pairTitled[pair - 1] = 1;
        }
      }
      before = here;
    }
  }
}

/** Slot of the marks in a stream; above those of a question's words. */
const MARK_SLOT = 255;
const TITLE_MARK = 1 + FIELDS.findIndex(({ name }) => name === 'title');

/** How rare two neighbours are. */
function pairIdf(index: PackedIndex, left: Unit, right: Unit): number {
  const [a] = left.terms;
  const [b] = right.terms;
  if (!a || !b) return 0;
  const functional = left.token.functional || right.token.functional ? WEIGHTS.functional : 1;
  if (left.terms.length > 1 || right.terms.length > 1) return functional * Math.max(left.idf, right.idf);
  return functional * idf(index.documents, pairFrequency(index, a.term, b.term));
}

/**
 * In about how many documents two terms stand side by side, counted in a sample of those that hold the rarer one;
 * exact for terms in at most SAMPLE documents. Remembered: the next keystroke asks again.
 */
export function pairFrequency(index: PackedIndex, left: number, right: number): number {
  const key = left * index.spellingsFrom.length + right;
  const known = index.pairs.get(key);
  if (known !== undefined) return known;
  const frequency = countPairs(index, left, right);
  if (index.pairs.size >= MAX_PAIRS) index.pairs.clear();
  index.pairs.set(key, frequency);
  return frequency;
}

function countPairs(index: PackedIndex, left: number, right: number): number {
  const { tokens, docStart, termOf } = index;
  const rarer = index.documentFrequency(left) < index.documentFrequency(right) ? left : right;
  const frequency = index.documentFrequency(rarer);
  const { docs } = index.postings(rarer);
  const step = Math.max(1, Math.floor(frequency / SAMPLE));
  let read = 0;
  let holding = 0;
  for (let i = 0; i < frequency; i += step) {
    read++;
    const doc = docs[i] as number;
    const end = docStart[doc + 1] as number;
    let before = -1;
    for (let at = docStart[doc] as number; at < end; at++) {
      const token = tokens[at] as number;
      const term = token < MARKS ? -1 : (termOf[token - MARKS] as number);
      if (term === right && before === left) {
        holding++;
        break;
      }
      before = term;
    }
  }
  return read ? (holding / read) * frequency : 0;
}

interface AliasEntry {
  from: string[];
  to: string[];
  /** Set when it counts only as written so: `TU` and `TƯ` are words (tu, tư) in small letters. */
  as?: string;
}

/** Aliases and abbreviations, by the first folded word of what may be typed. */
export class AliasTable {
  private readonly entries = new Map<string, AliasEntry[]>();

  constructor(aliases: readonly { from: string; to: string }[]) {
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

  /** Gives each unit of an alias in the question the run of terms that the alias stands for. */
  addRuns(index: PackedIndex, units: Unit[]): void {
    units.forEach((unit, u) => {
      for (const { from, to, as } of this.entries.get(unit.token.folded) ?? []) {
        if (as !== undefined && unit.token.text.normalize('NFC') !== as) continue;
        if (!from.every((folded, i) => units[u + i]?.token.folded === folded)) continue;
        const run = to.map((folded) => index.term(folded));
        if (run.includes(-1)) continue;
        for (const covered of units.slice(u, u + from.length)) covered.runs.push(run);
      }
    });
  }
}

function words(text: string): string[] {
  return tokenize(text).map((token) => token.folded);
}
