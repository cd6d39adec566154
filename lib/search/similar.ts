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
  // Pairs by number; those of a text in its order, and the texts of each pair, in rows.
  const numberOf = new Map<string, number>();
  const often: number[] = [];
  const pairsOf = texts.map((text) =>
    Uint32Array.from(pairsIn(text), (pair) => {
      const number = numberOf.get(pair) ?? numberOf.size;
      numberOf.set(pair, number);
      often[number] = (often[number] ?? 0) + 1;
      return number;
    }),
  );
  const start = new Uint32Array(often.length + 1);
  for (let pair = 0; pair < often.length; pair++)
    start[pair + 1] = (start[pair] as number) + (often[pair] as number);
  const next = start.slice();
  const textsOf = new Uint32Array(start.at(-1) ?? 0);
  pairsOf.forEach((pairs, doc) => {
    for (const pair of pairs) textsOf[(next[pair] as number)++] = doc;
  });
  const weight = Float64Array.from(often, (count) => Math.log(texts.length / count) ** 2);
  const length = pairsOf.map((pairs) =>
    Math.sqrt(pairs.reduce((sum, pair) => sum + (weight[pair] as number), 0)),
  );
  const most = Math.min(COMMON * texts.length, MOST_TEXTS);
  const dot = new Float64Array(texts.length);
  return pairsOf.map((pairs, doc) => {
    const shared: number[] = [];
    for (const pair of pairs) {
      const count = often[pair] as number;
      if (count > most || count < 2) continue;
      const of = weight[pair] as number;
      const after = start[pair + 1] as number;
      for (let at = start[pair] as number; at < after; at++) {
        const other = textsOf[at] as number;
        if (dot[other] === 0) shared.push(other);
        dot[other] = (dot[other] as number) + of;
      }
    }
    const alike: { other: number; similarity: number }[] = [];
    for (const other of shared) {
      const similarity = (dot[other] as number) / ((length[doc] ?? 0) * (length[other] ?? 0));
      dot[other] = 0;
      if (other !== doc && similarity >= LEAST_SIMILAR) alike.push({ other, similarity });
    }
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
