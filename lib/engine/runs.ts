import { MARKS as FORMAT_MARKS } from './format';
import type { PackedIndex } from './packed';

/** Read in the innermost loops, where bundlers make an imported name a call. */
const MARKS = FORMAT_MARKS;
/** Pairs and runs remembered. */
const MAX_PAIRS = 20_000;
const MAX_RUNS = 200;

/** One place of a run: the terms that may stand there. */
export interface Part {
  terms: readonly number[];
  /** The one spelling that may; -1 for any. */
  spelling: number;
}

/** Where a run stands. */
export interface Occurrences {
  /** Documents, in order. */
  docs: readonly number[];
  /** Places in the stream where it begins, in order. */
  positions: readonly number[];
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

/**
 * What stands side by side: runs of tokens and pairs of terms, found from the places of the rarest of them.
 * Remembered: the next keystroke asks again. Punctuation parts what it stands between.
 */
export class Runs {
  private readonly runs = new Map<string, Occurrences>();
  private readonly pairs = new Map<number, Pair>();

  constructor(private readonly index: PackedIndex) {}

  /** Where the parts stand side by side, in this order. */
  find(run: readonly Part[]): Occurrences {
    const key = run.map(({ terms, spelling }) => `${spelling}:${terms.join(',')}`).join(' ');
    const known = this.runs.get(key);
    if (known) return known;
    const found = this.look(run);
    if (this.runs.size >= MAX_RUNS) this.runs.clear();
    this.runs.set(key, found);
    return found;
  }

  /** In how many documents of the collection the parts stand side by side. */
  holding(run: readonly Part[]): number {
    return this.index.collection?.holding(run) ?? this.find(run).docs.length;
  }

  private look(run: readonly Part[]): Occurrences {
    const { index } = this;
    const docs: number[] = [];
    const positions: number[] = [];
    if (run.length === 0 || run.some(({ terms }) => terms.length === 0)) return { docs, positions };
    const often = ({ terms }: Part): number => terms.reduce((sum, term) => sum + index.occurrences(term), 0);
    const counts = run.map(often);
    const anchor = counts.indexOf(Math.min(...counts));
    const { terms } = run[anchor] as Part;
    for (const term of terms) {
      for (const at of index.postings(term).positions) {
        if (this.standsAt(run, at - anchor)) positions.push(at - anchor);
      }
    }
    if (terms.length > 1) positions.sort((a, b) => a - b);
    let doc = -1;
    for (const at of positions) {
      if (doc >= 0 && at < (index.docStart[doc + 1] as number)) continue;
      doc = index.documentAt(at, Math.max(0, doc));
      docs.push(doc);
    }
    return { docs, positions };
  }

  /** True when the run stands at a place of the stream. */
  standsAt(run: readonly Part[], from: number): boolean {
    const { tokens, termOf } = this.index;
    if (from < 0) return false;
    for (let i = 0; i < run.length; i++) {
      const token = tokens[from + i];
      if (token === undefined || token < MARKS) return false;
      const { terms, spelling } = run[i] as Part;
      if (spelling >= 0) {
        if (token - MARKS !== spelling) return false;
      } else if (!terms.includes(termOf[token - MARKS] as number)) return false;
    }
    return true;
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
    const { tokens, termOf, docStart } = index;
    const rarer = index.occurrences(left) < index.occurrences(right) ? left : right;
    const [step, other] = rarer === left ? [1, right] : [-1, left];
    let documents = 0;
    let count = 0;
    let doc = -1;
    for (const at of index.postings(rarer).positions) {
      const token = tokens[at + step] as number;
      if (!(token >= MARKS) || termOf[token - MARKS] !== other) continue;
      count++;
      if (doc >= 0 && at < (docStart[doc + 1] as number)) continue;
      documents++;
      doc = index.documentAt(at, Math.max(0, doc));
    }
    return { documents, count, share: count / Math.max(1, index.occurrences(rarer)) };
  }
}
