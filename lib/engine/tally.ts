import type { PackedIndex } from './packed';
import type { Runs } from './runs';
import { idf, type Unit } from './units';

/** Words that an alias or abbreviation stands for. */
const ALIAS_WEIGHT = 0.6;

/** Adds up, document by document, the scores of words: BM25 over folded syllables. */
export class Tally {
  readonly scores: Float32Array;

  constructor(
    private readonly index: PackedIndex,
    private readonly runs: Runs,
  ) {
    this.scores = index.scratch.scores.fill(0);
  }

  add(unit: Unit): void {
    const [only] = unit.terms;
    if (only && unit.terms.length === 1 && !unit.runs.length) this.addTerm(unit, only.term);
    else this.addBest(unit);
  }

  private addTerm(unit: Unit, term: number): void {
    const { norm } = this.index;
    const { docs, frequencies } = this.index.postings(term);
    const { scores } = this;
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as number;
      const frequency = frequencies[at] as number;
      scores[doc] = (scores[doc] as number) + (unit.idf * frequency) / (frequency + (norm[doc] as number));
    }
  }

  /** A word that several things may stand for scores by the best of them, once. */
  private addBest(unit: Unit): void {
    const { index } = this;
    const { norm, documents } = index;
    const best = index.scratch.best.fill(0);
    const consider = (doc: number, frequency: number, weight: number): void => {
      const score = (weight * frequency) / (frequency + (norm[doc] as number));
      if (score > (best[doc] as number)) best[doc] = score;
    };
    for (const { term, weight } of unit.terms) {
      const { docs, frequencies } = index.postings(term);
      for (let at = 0; at < docs.length; at++) {
        consider(docs[at] as number, frequencies[at] as number, weight * unit.idf);
      }
    }
    for (const run of unit.runs) {
      const parts = run.map((term) => ({ terms: [term], spelling: -1 }));
      const docs = this.runs.docs(parts);
      const positions = this.runs.places(parts);
      // A rare short form of a frequent word is no rarer a thing: `TG` says no more than `tuyên giáo`.
      const rarity = idf(index.size, this.runs.holding(parts));
      const weight = ALIAS_WEIGHT * (unit.terms.length ? Math.min(rarity, unit.idf) : rarity);
      let next = 0;
      for (const doc of docs) {
        const end = index.docStart[doc + 1] as number;
        let count = 0;
        let section = index.docSection[doc] as number;
        for (; next < positions.length && (positions[next] as number) < end; next++) {
          while ((index.sectionStart[section + 1] as number) <= (positions[next] as number)) section++;
          count += index.sectionWeight[section] as number;
        }
        consider(doc, count, weight);
      }
    }
    for (let doc = 0; doc < documents; doc++) {
      if (best[doc] !== 0) this.scores[doc] = (this.scores[doc] as number) + (best[doc] as number);
    }
  }
}
