import { MARKS as FORMAT_MARKS } from './format';
import type { Numbers, PackedIndex, Postings } from './packed';

/** Read in the innermost loops, where bundlers make an imported name a call. */
const MARKS = FORMAT_MARKS;
/** Pairs and runs remembered, and numbers that runs hold, of two or four bytes each: at least, or a hundred a document. */
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

/** One term in any spelling. */
function isPlain({ terms, spelling }: Part): boolean {
  return terms.length === 1 && spelling < 0;
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
    // Of two terms the places are asked for, too: looked for once.
    const pair = run.length === 2 && run.every(isPlain);
    return this.remember(`d${keyOf(run)}`, () =>
      this.documentsOf(pair ? this.places(run) : this.standings(run)),
    );
  }

  /** Where in the stream the parts stand side by side, in this order: the places at which they begin. */
  places(run: readonly Part[]): Uint32Array {
    const single = this.alone(run);
    if (single) return single.positions;
    return this.remember(`p${keyOf(run)}`, () => new Uint32Array(this.standings(run)));
  }

  /** In how many documents of the collection the parts stand side by side. */
  holding(run: readonly Part[]): number {
    return this.index.collection?.holding(run) ?? this.docs(run).length;
  }

  /** What is known of one term in any spelling. */
  private alone(run: readonly Part[]): Pick<Postings, 'docs' | 'positions'> | null {
    if (run.length === 0 || run.some(({ terms }) => terms.length === 0)) return NOWHERE;
    const [part] = run as [Part];
    return run.length === 1 && isPlain(part) ? this.index.postings(part.terms[0] as number) : null;
  }

  private remember<T extends Numbers>(key: string, look: () => T): T {
    const known = this.runs.get(key) as T | undefined;
    if (known) return known;
    const found = look();
    this.remembered += found.length;
    if (this.runs.size >= MAX_RUNS || this.remembered > Math.max(MAX_PLACES, 100 * this.index.documents)) {
      this.runs.clear();
      this.remembered = found.length;
    }
    this.runs.set(key, found);
    return found;
  }

  /** The documents of some places, which are in order. */
  private documentsOf(places: readonly number[] | Uint32Array): Numbers {
    const docs: number[] = [];
    let end = 0;
    for (const at of places) {
      if (at < end) continue;
      const doc = this.index.documentAt(at);
      end = this.index.docStart[doc + 1] as number;
      docs.push(doc);
    }
    return this.index.numbered(docs);
  }

  /** Where a run stands: looked for where its rarest part stands, beside one of its neighbours where that is known. */
  private standings(run: readonly Part[]): number[] {
    const often = run.map(({ terms }) => terms.reduce((sum, term) => sum + this.index.occurrences(term), 0));
    const anchor = often.indexOf(Math.min(...often));
    const { terms } = run[anchor] as Part;
    const [left, right] = run as [Part, Part];
    if (run.length === 2 && isPlain(left) && isPlain(right)) return this.sideBySide(anchor, left, right);
    const beside = [anchor - 1, anchor + 1]
      .filter((i) => terms.length === 1 && run[i]?.terms.length === 1)
      .sort((a, b) => (often[a] as number) - (often[b] as number))[0];
    const first = Math.min(anchor, beside ?? anchor);
    const lists =
      beside === undefined
        ? terms.map((term) => this.index.postings(term).positions)
        : [this.places(run.slice(first, first + 2).map((part) => ({ ...part, spelling: -1 })))];
    const { tokens } = this.index;
    const places = run.map((part) => placeOf(this.index, part));
    const standings: number[] = [];
    for (const list of lists) {
      for (let i = 0; i < list.length; i++) {
        const from = (list[i] as number) - first;
        if (stands(tokens, places, from)) standings.push(from);
      }
    }
    return lists.length > 1 ? standings.sort((a, b) => a - b) : standings;
  }

  /** The same for two terms in any spelling: most of what is asked, and what longer runs are looked for among. */
  private sideBySide(anchor: number, left: Part, right: Part): number[] {
    const { tokens } = this.index;
    const [rarer, other, step] = anchor === 0 ? [left, right, 1] : [right, left, -1];
    const { first, after } = placeOf(this.index, other);
    const { positions } = this.index.postings(rarer.terms[0] as number);
    const standings: number[] = [];
    for (let i = 0; i < positions.length; i++) {
      const at = positions[i] as number;
      const token = tokens[at + step] as number;
      if (token >= first && token < after) standings.push(at - anchor);
    }
    return standings;
  }

  /** How two terms stand side by side, in this order. */
  pair(left: number, right: number): Pair {
    if (left < 0 || right < 0) return NO_PAIR;
    const { index } = this;
    if (index.collection) return index.collection.pair(left, right);
    const key = left * index.terms + right;
    const known = this.pairs.get(key);
    if (known) return known;
    const run = [left, right].map((term) => ({ terms: [term], spelling: -1 }));
    const count = this.places(run).length;
    const rarer = Math.min(index.occurrences(left), index.occurrences(right));
    const pair = { documents: this.docs(run).length, count, share: count / Math.max(1, rarer) };
    if (this.pairs.size >= MAX_PAIRS) this.pairs.clear();
    this.pairs.set(key, pair);
    return pair;
  }
}
