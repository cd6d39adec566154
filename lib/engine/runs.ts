import { MARKS as FORMAT_MARKS } from './format';
import type { Numbers, PackedIndex, Postings } from './packed';

/** Read in the innermost loops, where bundlers make an imported name a call. */
const MARKS = FORMAT_MARKS;
/** Pairs and runs remembered, and numbers that runs hold, of two or four bytes each. */
const MAX_PAIRS = 20_000;
const MAX_RUNS = 2_000;
const MAX_PLACES = 1_000_000;

/** One place of a run: the terms that may stand there. */
export interface Part {
  terms: readonly number[];
  /** The one spelling that may; -1 for any. */
  spelling: number;
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
const NOWHERE = { docs: new Uint32Array(0), positions: new Uint32Array(0) };

/** The tokens that may stand in one place of a run: those from `first` before `after`, of these what `fits` where set. */
export interface PlaceOfRun {
  first: number;
  after: number;
  fits: Uint8Array | null;
}

/** The tokens that may stand in one place of a run, of at least one term. */
export function placeOf({ spellingsFrom, termOf }: PackedIndex, { terms, spelling }: Part): PlaceOfRun {
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

function keyOf(run: readonly Part[]): string {
  return run.map(({ terms, spelling }) => `${spelling}:${terms.join(',')}`).join(' ');
}

/** True when a run stands at a place of the stream. */
export function stands(tokens: Numbers, run: readonly PlaceOfRun[], from: number): boolean {
  if (from < 0) return false;
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
  private readonly runs = new Map<string, Numbers>();
  private readonly pairs = new Map<number, Pair>();
  private remembered = 0;

  constructor(private readonly index: PackedIndex) {}

  /** The documents in which the parts stand side by side, in this order. */
  docs(run: readonly Part[]): Numbers {
    const single = this.alone(run);
    if (single) return single.docs;
    return this.remember(`d${keyOf(run)}`, () => this.lookForDocs(run));
  }

  /** Where in the stream the parts stand side by side, in this order: the places at which they begin. */
  places(run: readonly Part[]): Uint32Array {
    const single = this.alone(run);
    if (single) return single.positions;
    return this.remember(`p${keyOf(run)}`, () => Uint32Array.from(this.standings(run)));
  }

  /** In how many documents of the collection the parts stand side by side. */
  holding(run: readonly Part[]): number {
    return this.index.collection?.holding(run) ?? this.docs(run).length;
  }

  /** What is known of one term in any spelling. */
  private alone(run: readonly Part[]): Pick<Postings, 'docs' | 'positions'> | null {
    if (run.length === 0 || run.some(({ terms }) => terms.length === 0)) return NOWHERE;
    const [{ terms, spelling }] = run as [Part];
    return run.length === 1 && terms.length === 1 && spelling < 0
      ? this.index.postings(terms[0] as number)
      : null;
  }

  private remember<T extends Numbers>(key: string, look: () => T): T {
    const known = this.runs.get(key) as T | undefined;
    if (known) return known;
    const found = look();
    this.remembered += found.length;
    if (this.runs.size >= MAX_RUNS || this.remembered > MAX_PLACES) {
      this.runs.clear();
      this.remembered = found.length;
    }
    this.runs.set(key, found);
    return found;
  }

  private lookForDocs(run: readonly Part[]): Numbers {
    const { docStart } = this.index;
    const { anchor, places, terms } = this.anchored(run);
    const docs: number[] = [];
    if (terms.length > 1) {
      let [doc, end] = [0, 0];
      for (const at of this.standings(run)) {
        if (at < end) continue;
        doc = this.index.documentAt(at, doc);
        end = docStart[doc + 1] as number;
        docs.push(doc);
      }
      return this.index.numbered(docs);
    }
    const { tokens } = this.index;
    const { docs: holders, positions } = this.index.postings(terms[0] as number);
    let holder = 0;
    let end = 0;
    for (let i = 0; i < positions.length; i++) {
      const at = positions[i] as number;
      if (at < end || !stands(tokens, places, at - anchor)) continue;
      while ((docStart[(holders[holder] as number) + 1] as number) <= at) holder++;
      const doc = holders[holder] as number;
      end = docStart[doc + 1] as number;
      docs.push(doc);
    }
    return this.index.numbered(docs);
  }

  private standings(run: readonly Part[]): number[] {
    const { tokens } = this.index;
    const { anchor, places, terms } = this.anchored(run);
    const standings: number[] = [];
    for (const term of terms) {
      const { positions } = this.index.postings(term);
      for (let i = 0; i < positions.length; i++) {
        const from = (positions[i] as number) - anchor;
        if (stands(tokens, places, from)) standings.push(from);
      }
    }
    return terms.length > 1 ? standings.sort((a, b) => a - b) : standings;
  }

  /** A run with the place in it that is looked for first: its rarest. */
  private anchored(run: readonly Part[]): { anchor: number; places: PlaceOfRun[]; terms: readonly number[] } {
    const often = ({ terms }: Part): number =>
      terms.reduce((sum, term) => sum + this.index.occurrences(term), 0);
    const counts = run.map(often);
    const anchor = counts.indexOf(Math.min(...counts));
    return {
      anchor,
      places: run.map((part) => placeOf(this.index, part)),
      terms: (run[anchor] as Part).terms,
    };
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
