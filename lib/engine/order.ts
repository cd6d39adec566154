/** Steps that scores are told apart by where the exact order is not worth its time. */
export const STEPS = 4096;

/** Documents fit below it, and a thousand times a score above it, in the 53 bits that a number holds exactly. */
const SCALE = 2 ** 26;

/** Best first; equals in the order of the documents. Sorts plain numbers, which is many times faster. */
export function inOrder(documents: readonly number[], scores: Float32Array): number[] {
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

/**
 * Best first in STEPS steps of the best score, equals in the order of the documents: a counting sort.
 * @param starts working memory of STEPS + 1 numbers, all zero
 */
export function inSteps(documents: readonly number[], scores: Float32Array, starts: Uint32Array): number[] {
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
