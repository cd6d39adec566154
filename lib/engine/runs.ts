import { MARKS as FORMAT_MARKS } from './format';
import type { PackedIndex } from './packed';

/** Read in the innermost loops, where bundlers make an imported name a call. */
const MARKS = FORMAT_MARKS;
/** Pairs and runs remembered, and places of runs, of four bytes each. */
const MAX_PAIRS = 20_000;
const MAX_RUNS = 2_000;
const MAX_PLACES = 250_000;

/** One place of a run: the terms that may stand there. */
export interface Part {
  terms: readonly number[];
  /** The one spelling that may; -1 for any. */
  spelling: number;
}

/** Where a run stands. */
export interface Occurrences {
  /** Documents, in order. */
  docs: Uint16Array | Uint32Array;
  /** Places in the stream where it begins, in order. */
  positions: Uint32Array;
}

export interface Pair {
  /** In how many documents the two stand side by side. */
  documents: number;
  /** How often. */
  count: number;
  /** `count` against all occurrences of the rarer of the two: 1 where it never stands elsewhere. */
  share: number;
}

const NO_PAIR: Pair = { documents: 0, count: 0, share: 0 };
const NOWHERE: Occurrences = { docs: new Uint32Array(0), positions: new Uint32Array(0) };

/** The tokens that may stand in one place of a run: those from `first` before `after`, of these what `fits` where set. */
interface PlaceOfRun {
  first: number;
  after: number;
  fits: Uint8Array | null;
}

/** True when a run stands at a place of the stream. */
function stands(tokens: ArrayLike<number>, run: readonly PlaceOfRun[], from: number): boolean {
  for (let i = 0; i < run.length; i++) {
    const { first, after, fits } = run[i] as PlaceOfRun;
    const token = tokens[from + i] as number;
    if (!(token >= first && token < after) || (fits !== null && fits[token] === 0)) return false;
  }
  return true;
}

/**
 * What stands side by side: runs of tokens and pairs of terms, found from the places of the rarest of them.
 * Remembered: the next keystroke asks again. Punctuation parts what it stands between.
 */
export class Runs {
  private readonly runs = new Map<string, Occurrences>();
  private readonly pairs = new Map<number, Pair>();
  private remembered = 0;

  constructor(private readonly index: PackedIndex) {}

  /** Where the parts stand side by side, in this order. */
  find(run: readonly Part[]): Occurrences {
    const [only] = run;
    const [term] = only?.terms ?? [];
    if (run.length === 0 || run.some(({ terms }) => terms.length === 0)) return NOWHERE;
    if (run.length === 1 && only?.terms.length === 1 && only.spelling < 0) {
      return this.index.postings(term as number);
    }
    const key = run.map(({ terms, spelling }) => `${spelling}:${terms.join(',')}`).join(' ');
    const known = this.runs.get(key);
    if (known) return known;
    const found = this.look(run);
    this.remembered += found.docs.length + found.positions.length;
    if (this.runs.size >= MAX_RUNS || this.remembered > MAX_PLACES) {
      this.runs.clear();
      this.remembered = found.docs.length + found.positions.length;
    }
    this.runs.set(key, found);
    return found;
  }

  /** In how many documents of the collection the parts stand side by side. */
  holding(run: readonly Part[]): number {
    return this.index.collection?.holding(run) ?? this.find(run).docs.length;
  }

  private look(run: readonly Part[]): Occurrences {
    const { index } = this;
    const { tokens } = index;
    const often = ({ terms }: Part): number => terms.reduce((sum, term) => sum + index.occurrences(term), 0);
    const counts = run.map(often);
    const anchor = counts.indexOf(Math.min(...counts));
    const places = run.map((part) => this.placeOf(part));
    const positions: number[] = [];
    const { terms } = run[anchor] as Part;
    for (const term of terms) {
      const { positions: all } = index.postings(term);
      for (let i = 0; i < all.length; i++) {
        const from = (all[i] as number) - anchor;
        if (from >= 0 && stands(tokens, places, from)) positions.push(from);
      }
    }
    if (terms.length > 1) positions.sort((a, b) => a - b);
    const docs: number[] = [];
    let doc = 0;
    let end = 0;
    for (const at of positions) {
      if (at < end) continue;
      doc = index.documentAt(at, doc);
      end = index.docStart[doc + 1] as number;
      docs.push(doc);
    }
    return { docs: Uint32Array.from(docs), positions: Uint32Array.from(positions) };
  }

  /** The tokens that may stand in one place. */
  private placeOf({ terms, spelling }: Part): PlaceOfRun {
    const { spellingsFrom, termOf } = this.index;
    if (spelling >= 0) return { first: MARKS + spelling, after: MARKS + spelling + 1, fits: null };
    const [term] = terms as [number];
    const first = MARKS + (spellingsFrom[term] as number);
    const after = MARKS + (spellingsFrom[term + 1] as number);
    if (terms.length === 1) return { first, after, fits: null };
    const fits = new Uint8Array(MARKS + termOf.length);
    for (const one of terms) {
      fits.fill(1, MARKS + (spellingsFrom[one] as number), MARKS + (spellingsFrom[one + 1] as number));
    }
    return { first: MARKS, after: fits.length, fits };
  }

  /** How two terms stand side by side, in this order. */
  pair(left: number, right: number): Pair {
    if (left < 0 || right < 0) return NO_PAIR;
    if (this.index.collection) return this.index.collection.pair(left, right);
    const key = left * this.index.terms + right;
    const known = this.pairs.get(key);
    if (known) return known;
    const pair = this.count(left, right);
    if (this.pairs.size >= MAX_PAIRS) this.pairs.clear();
    this.pairs.set(key, pair);
    return pair;
  }

  private count(left: number, right: number): Pair {
    const { index } = this;
    const { tokens, spellingsFrom, docStart } = index;
    const rarer = index.occurrences(left) < index.occurrences(right) ? left : right;
    const [step, other] = rarer === left ? [1, right] : [-1, left];
    const first = MARKS + (spellingsFrom[other] as number);
    const after = MARKS + (spellingsFrom[other + 1] as number);
    const { positions } = index.postings(rarer);
    let documents = 0;
    let count = 0;
    let doc = 0;
    let end = 0;
    for (let i = 0; i < positions.length; i++) {
      const at = positions[i] as number;
      const token = tokens[at + step] as number;
      if (!(token >= first && token < after)) continue;
      count++;
      if (at < end) continue;
      documents++;
      doc = index.documentAt(at, doc);
      end = docStart[doc + 1] as number;
    }
    return { documents, count, share: count / Math.max(1, index.occurrences(rarer)) };
  }
}
