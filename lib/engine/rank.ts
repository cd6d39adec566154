/**
 * A question answered: words are tallied, the best read again for neighbours and spelling, and what holds every
 * thing that was asked for is told from what comes near.
 */
import { inOrder, inSteps } from './order';
import type { PackedIndex } from './packed';
import type { Question } from './question';
import type { Part, Runs } from './runs';
import { Scan } from './scan';
import { Tally } from './tally';
import type { Thing } from './things';
import { idf, type Unit } from './units';

/**
 * How many tokens of the best documents by words alone are read again for neighbours and spelling: 160 articles of 370
 * syllables. Headlines and fragments gain by it (recall@10 .965 → .975 at 270 articles); the time grows likewise.
 */
const READ_AGAIN = 60_000;
/** An index of no more tokens than this is read whole: some hundred reports. */
const SMALL = 100_000;
/** A thing that a document has by its facts, against one that stands in its words. */
const FACT_WEIGHT = 1.5;
/** A kindred wording, against the thing itself. */
const KINDRED_WEIGHT = 0.6;
/** Two syllables that stand side by side in no document count as one thing within so many tokens: a sentence or so. */
export const CLOSE = 10;
/** Most documents that come near. */
export const MOST_NEAR = 20;
/** What is found less often than this is followed by what comes near: one page of results. */
export const FEW_FOUND = 20;
/** A document comes near that holds so much of what the things weigh … */
const NEAR_SHARE = 1 / 3;
/** … or scores this much of the best … */
const NEAR_BEST = 0.5;
/** … if anything holds so much at all: else it is no question that these documents answer. */
const LEAST_SHARE = 0.25;

export interface Hit {
  doc: number;
  score: number;
}

export interface NearHit extends Hit {
  /** Things it lacks, by their place in the list of things; empty when all stand there spelled otherwise. */
  missing: number[];
}

export interface Ranking {
  /** What holds every thing, best first. */
  found: number[];
  /** Of what is found or near, by its number; 0 of all else. */
  scores: Float32Array;
  /** What lacks something, best first, at most MOST_NEAR; empty where a page or more was found. */
  near: NearHit[];
  /** How many hold every thing: those found, and what an excerpt of a collection does not have. */
  total: number;
  /** Of each thing: how many documents lack it alone. */
  lackOnly: readonly number[];
  /** With nothing found, of each thing: whether any document holds it. */
  held: readonly boolean[];
}

/**
 * Ranks the documents for a question.
 * @param counting only how many there are is asked: what is found is in no order, and without scores
 */
export function rank(
  index: PackedIndex,
  runs: Runs,
  question: Question,
  units: readonly Unit[],
  things: readonly Thing[],
  counting = false,
): Ranking {
  const wanted = things.filter((thing) => !thing.negated);
  const unwanted = things.filter((thing) => thing.negated);
  if (!wanted.length && !unwanted.length && !question.blank)
    return { found: [], scores: NO_SCORES, near: [], total: 0, lackOnly: [], held: [] };
  const asked = units.filter(
    ({ token }, u) => !token.idle && !unwanted.some(({ first, after }) => u >= first && u < after),
  );
  const distinct = asked.filter(
    (unit, i) => unit.prefix || !asked.slice(0, i).some((other) => other.token.folded === unit.token.folded),
  );
  const held = holdings(index, runs, wanted);
  for (const { wordings } of unwanted) {
    for (const { parts } of wordings) for (const doc of runs.docs(parts)) held[doc] = EXCLUDED;
  }

  const all = 2 ** wanted.length - 1;
  const found: number[] = [];
  const lackOnly = wanted.map(() => 0);
  let any = 0;
  for (let doc = 0; doc < held.length; doc++) {
    const mask = held[doc] as number;
    if (mask === all) found.push(doc);
    else if (mask >= 0) {
      any |= mask;
      const lacks = all & ~mask;
      if ((lacks & (lacks - 1)) === 0) {
        const thing = 31 - Math.clz32(lacks);
        lackOnly[thing] = (lackOnly[thing] as number) + 1;
      }
    }
  }

  const whole = index.collection?.answered(question, things, distinct) ?? {
    found: found.length,
    lackOnly,
    held: wanted.map((_, i) => found.length > 0 || (any & (1 << i)) !== 0),
  };
  const common = { total: whole.found, lackOnly: whole.lackOnly, held: whole.held };
  if (counting && whole.found > 0) return { ...common, found, scores: NO_SCORES, near: [] };

  const tally = new Tally(index, runs);
  for (const unit of distinct) tally.add(unit);
  const { scores } = tally;
  const kindred = addFacts(index, runs, wanted, scores);
  const scan = new Scan(index, asked, runs);
  const length = index.collection?.tokens ?? index.tokens.length;
  // When all are looked at again, their first order does not matter.
  const again = length <= SMALL ? index.documents : Math.ceil((READ_AGAIN * index.size) / length);
  const order = (documents: readonly number[], most: number): number[] => {
    const byWords =
      documents.length > again ? inSteps(documents, scores, index.scratch.steps.fill(0)) : documents;
    const best = byWords.slice(0, again);
    for (const doc of best) scores[doc] = (scores[doc] as number) + scan.bonus(doc);
    return [...inOrder(best, scores), ...byWords.slice(again)].slice(0, most);
  };
  const inTier = order(found, found.length);
  if (whole.found >= FEW_FOUND || !wanted.length)
    return { ...common, found: inTier, scores: kept(inTier, scores), near: [] };

  const close = order(nearOnes(index, runs, wanted, held, scores, kindred), MOST_NEAR);
  const near = close.map((doc): NearHit => {
    const mask = held[doc] as number;
    return {
      doc,
      score: scores[doc] as number,
      missing: wanted.flatMap((thing, i) => (mask & (1 << i) ? [] : [things.indexOf(thing)])),
    };
  });
  return { ...common, found: inTier, scores: kept([...inTier, ...close], scores), near };
}

/** The scores of some documents, in memory of their own. */
function kept(documents: readonly number[], scores: Float32Array): Float32Array {
  const own = new Float32Array(scores.length);
  for (const doc of documents) own[doc] = scores[doc] as number;
  return own;
}

const NO_SCORES = new Float32Array(0);
/** Stands for a document that holds what must not occur. */
const EXCLUDED = -1;

/** Of each document which things it holds, a bit each. */
function holdings(index: PackedIndex, runs: Runs, things: readonly Thing[]): Int32Array {
  const held = index.scratch.held.fill(0);
  things.forEach(({ wordings, facts, close }, i) => {
    const bit = 1 << i;
    for (const { parts } of wordings) {
      const docs = close ? nearby(index, runs, parts, close) : runs.docs(parts);
      for (const doc of docs) held[doc] = (held[doc] as number) | bit;
    }
    if (!facts) return;
    for (let doc = 0; doc < held.length; doc++) if (facts[doc]) held[doc] = (held[doc] as number) | bit;
  });
  return held;
}

/** Documents in which the parts stand within CLOSE tokens of a wording of the other thing. */
function nearby(index: PackedIndex, runs: Runs, parts: readonly Part[], { wordings }: Thing): number[] {
  const positions = runs.places(parts);
  const docs: number[] = [];
  for (const { parts: others } of wordings) {
    const beside = runs.places(others);
    let at = 0;
    for (const position of positions) {
      const doc = index.documentAt(position);
      const least = Math.max(position - CLOSE, index.docStart[doc] as number);
      while (at < beside.length && (beside[at] as number) < least) at++;
      const other = beside[at];
      if (other === undefined) break;
      const most = Math.min(position + CLOSE, (index.docStart[doc + 1] as number) - 1);
      if (other <= most && docs.at(-1) !== doc) docs.push(doc);
    }
  }
  return docs;
}

/** Adds what facts and kindred wordings say; returns the documents that hold a kindred wording. */
function addFacts(
  index: PackedIndex,
  runs: Runs,
  things: readonly Thing[],
  scores: Float32Array,
): Set<number> {
  const near = new Set<number>();
  for (const { facts, kindred, weight } of things) {
    if (facts) {
      for (let doc = 0; doc < scores.length; doc++) {
        if (facts[doc]) scores[doc] = (scores[doc] as number) + FACT_WEIGHT * weight;
      }
    }
    const documents = new Set<number>();
    for (const parts of kindred) for (const doc of runs.docs(parts)) documents.add(doc);
    const often = index.collection?.holdingAny(kindred) ?? documents.size;
    const worth = KINDRED_WEIGHT * idf(index.size, often);
    for (const doc of documents) {
      near.add(doc);
      scores[doc] = (scores[doc] as number) + worth;
    }
  }
  return near;
}

/** Documents that lack something but hold much of what was asked, or hold it spelled otherwise or in kindred words. */
function nearOnes(
  index: PackedIndex,
  runs: Runs,
  things: readonly Thing[],
  held: Int32Array,
  scores: Float32Array,
  kindred: ReadonlySet<number>,
): number[] {
  const all = 2 ** things.length - 1;
  const total = things.reduce((sum, { weight }) => sum + weight, 0);
  const holders: number[] = [];
  const shares: number[] = [];
  let best = 0;
  let most = 0;
  for (let doc = 0; doc < held.length; doc++) {
    const mask = held[doc] as number;
    if (mask <= 0 || mask === all) continue;
    let weight = 0;
    for (let rest = mask; rest; rest &= rest - 1) {
      weight += (things[31 - Math.clz32(rest & -rest)] as Thing).weight;
    }
    // Of three equal things one is a third.
    const share = Math.fround(weight / total);
    holders.push(doc);
    shares.push(share);
    if (share > most) most = share;
    if ((scores[doc] as number) > best) best = scores[doc] as number;
  }
  const near = index.scratch.near.fill(0);
  if (most >= LEAST_SHARE) {
    holders.forEach((doc, i) => {
      if ((shares[i] as number) >= NEAR_SHARE || (scores[doc] as number) >= NEAR_BEST * best) near[doc] = 1;
    });
  }
  for (const doc of kindred) near[doc] = 1;
  for (const { loose } of things) if (loose) for (const doc of runs.docs(loose)) near[doc] = 1;
  const documents: number[] = [];
  for (let doc = 0; doc < near.length; doc++) {
    if (near[doc] && held[doc] !== EXCLUDED && held[doc] !== all) documents.push(doc);
  }
  return documents;
}
