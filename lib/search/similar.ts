/** Which texts of a catalogue are most alike: worked out when the index is built, for every report needs all others. */
import { fold } from '../vietnamese/fold';

/** How many are named for each text. */
export const MOST_SIMILAR = 4;
/** A pair in more than this share of all texts says nothing of what one is about. */
const COMMON = 0.2;
/** Nor is a pair in more texts than this worth its time: it is most of the work of a catalogue of tens of thousands. */
const MOST_TEXTS = 500;
/** Least similarity (cosine) that is worth showing. */
const LEAST_SIMILAR = 0.04;

/**
 * The texts nearest to each, by their numbers, nearest first, at most MOST_SIMILAR: by the cosine of their pairs of
 * neighbouring syllables, each weighed by its inverse document frequency. A Vietnamese word is most often two
 * syllables, so pairs are nearer to words than single syllables are.
 */
export function similarTexts(texts: readonly string[]): number[][] {
  const pairsOf = texts.map(pairsIn);
  const textsOf = new Map<string, number[]>();
  pairsOf.forEach((pairs, doc) => {
    for (const pair of pairs) {
      const list = textsOf.get(pair);
      if (list) list.push(doc);
      else textsOf.set(pair, [doc]);
    }
  });
  const weight = (list: readonly number[]) => Math.log(texts.length / list.length) ** 2;
  const listsOf = pairsOf.map((pairs) => [...pairs].map((pair) => textsOf.get(pair) ?? []));
  const length = listsOf.map((lists) => Math.sqrt(lists.reduce((sum, list) => sum + weight(list), 0)));
  const most = Math.min(COMMON * texts.length, MOST_TEXTS);
  const dot = new Float64Array(texts.length);
  return listsOf.map((lists, doc) => {
    const shared: number[] = [];
    for (const list of lists) {
      if (list.length > most || list.length < 2) continue;
      const of = weight(list);
      for (const other of list) {
        if (dot[other] === 0) shared.push(other);
        dot[other] = (dot[other] ?? 0) + of;
      }
    }
    const alike = shared.flatMap((other) => {
      const similarity = (dot[other] ?? 0) / ((length[doc] ?? 0) * (length[other] ?? 0));
      dot[other] = 0;
      return other !== doc && similarity >= LEAST_SIMILAR ? [{ other, similarity }] : [];
    });
    return alike
      .sort((a, b) => b.similarity - a.similarity || a.other - b.other)
      .slice(0, MOST_SIMILAR)
      .map(({ other }) => other);
  });
}

function pairsIn(text: string): Set<string> {
  const syllables = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(syllables.slice(1).map((syllable, i) => `${syllables[i]} ${syllable}`));
}

/** No text. */
const NONE = 0xffffffff;

/** The numbers as bytes: MOST_SIMILAR of each text (u32, little-endian), the rest filled up. */
export function packSimilar(similar: readonly (readonly number[])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * MOST_SIMILAR * similar.length));
  similar.forEach((others, doc) => {
    for (let i = 0; i < MOST_SIMILAR; i++)
      view.setUint32(4 * (MOST_SIMILAR * doc + i), others[i] ?? NONE, true);
  });
  return new Uint8Array(view.buffer);
}

/** Those of one text, out of the bytes. */
export function similarAt(bytes: Buffer, doc: number): number[] {
  return Array.from({ length: MOST_SIMILAR }, (_, i) =>
    bytes.readUInt32LE(4 * (MOST_SIMILAR * doc + i)),
  ).filter((other) => other !== NONE);
}
