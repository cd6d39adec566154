import { FIELDS, BREAK as FORMAT_BREAK, MARKS as FORMAT_MARKS } from './format';
import { type PackedIndex, TokenWeights } from './packed';
import type { Runs } from './runs';
import { FUNCTIONAL_WEIGHT, idf, type Unit } from './units';

/** Read in the innermost loops, where bundlers make an imported name a call. */
const MARKS = FORMAT_MARKS;
const BREAK = FORMAT_BREAK;

/** Two neighbours of the question side by side in the document, against one word as rare. */
const ADJACENT_WEIGHT = 0.55;
/** The same two in the title, for a question of few words: what a title names, its report is about. */
const TITLED_WEIGHT = 0.5;
/** Least rarity of a pair in a title: words that nearly every document holds still tell by standing there. */
const TITLED_IDF = 1;
/** A question of at most this many words is short. */
const FEW_WORDS = 4;
/** How much of a word typed with marks is scored by its exact spelling instead of its folded form. */
const SPELLED_WEIGHT = 0.5;

/**
 * Reads a document's token stream for what single words can't tell: neighbours and spelling.
 *
 *   question   công tác tuyên giáo        slots 1 2 3 4, pairs 1-2 2-3 3-4
 *   document   … ban tuyên giáo về công tác …
 *   slots        0   3     4    0  1    2      pairs 3-4 and 1-2 once each
 */
export class Scan {
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
    private readonly units: readonly Unit[],
    private readonly runs: Runs,
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
      this.pairIdf.push(this.rarity(units[u] as Unit, units[u + 1] as Unit));
      this.pairOf[at] = this.pairIdf.length;
    }
    this.pairCount = new Uint16Array(this.pairIdf.length);
    this.pairTitled = new Uint8Array(this.pairIdf.length);
    this.count = new Uint16Array(this.size + 1);
    this.typedCount = new Uint16Array(this.size + 1);
  }

  /** How rare two neighbours are. */
  private rarity(left: Unit, right: Unit): number {
    const [a] = left.terms;
    const [b] = right.terms;
    if (!a || !b) return 0;
    const functional = left.token.functional || right.token.functional ? FUNCTIONAL_WEIGHT : 1;
    if (left.terms.length > 1 || right.terms.length > 1) return functional * Math.max(left.idf, right.idf);
    return functional * idf(this.index.size, this.runs.pair(a.term, b.term).documents);
  }

  private noteSpelling({ token, terms }: Unit, slot: number): void {
    const [literal] = terms;
    if (!literal || !token.marked || token.document) return;
    const spelling = this.index.spelling(literal.term, token.spelling);
    this.typed[slot] = spelling >= 0 ? spelling : -2;
    const frequency = spelling >= 0 ? this.index.spellingFrequency(spelling) : 0;
    this.typedIdf[slot] = idf(this.index.size, frequency) * (token.functional ? FUNCTIONAL_WEIGHT : 1);
  }

  /** What to add to the document's score for words alone. */
  bonus(doc: number): number {
    this.read(doc);
    const norm = this.index.norm[doc] as number;
    let bonus = 0;
    for (let pair = 0; pair < this.pairIdf.length; pair++) {
      const count = this.pairCount[pair] as number;
      const rarity = this.pairIdf[pair] as number;
      bonus += (ADJACENT_WEIGHT * rarity * count) / (count + norm);
      if (this.pairTitled[pair] && this.size <= FEW_WORDS) {
        bonus += TITLED_WEIGHT * Math.max(rarity, TITLED_IDF);
      }
    }
    for (let slot = 1; slot <= this.size; slot++) {
      const count = this.count[slot] as number;
      if (!count || (this.typed[slot] as number) < 0) continue;
      const typed = this.typedCount[slot] as number;
      const exact = ((this.typedIdf[slot] as number) * typed) / (typed + norm);
      const folded = ((this.units[slot - 1] as Unit).idf * count) / (count + norm);
      bonus += SPELLED_WEIGHT * (exact - folded);
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
        if (token !== BREAK) inTitle = token === TITLE_MARK;
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
