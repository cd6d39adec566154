/** Judged queries: reading them, altering them the way people type, and scoring a ranking by them. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { SourceDocument } from '../lib/engine/build';
import { splitTone } from '../lib/vietnamese/fold';

export interface JudgedQuery {
  id: string;
  text: string;
  relevant: string[];
  kind?: string;
  half?: string;
  known?: boolean;
}

/** Reads one JSON object a line, plain or .gz. @throws with file and line of what is not JSON */
export function readLines<T>(file: string): T[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line, i) => {
    if (!line.trim()) return [];
    try {
      return [JSON.parse(line) as T];
    } catch {
      throw new Error(`${file}: line ${i + 1} is not JSON`);
    }
  });
}

/** A corpus of `{ id, title?, text }` lines as the engine's documents. @throws on lines without id or text */
export function readCorpus(file: string): SourceDocument[] {
  return readLines<{ id?: unknown; title?: unknown; text?: unknown }>(file).map(({ id, title, text }, i) => {
    if (id === undefined || typeof text !== 'string')
      throw new Error(`${file}: document ${i + 1} lacks id or text`);
    return { id: String(id), title: typeof title === 'string' ? title : '', body: text };
  });
}

/** Reads judged queries. @throws on lines without text or relevant ids */
export function readQueries(file: string): JudgedQuery[] {
  return readLines<Partial<JudgedQuery>>(file).map((query, i) => {
    const { text, relevant } = query;
    if (typeof text !== 'string' || !Array.isArray(relevant)) {
      throw new Error(`${file}: query ${i + 1} lacks text or relevant ids`);
    }
    return { ...query, id: String(query.id ?? i), text, relevant: relevant.map(String) };
  });
}

/** The ways a query may be typed. */
export const CONDITIONS = ['as-typed', 'no-marks', 'half-marks', 'tone', 'nfd', 'typo', 'telex'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Types a text in another way. What chance decides is seeded by the text, so every run types alike. */
export function typeAs(condition: Condition, text: string): string {
  const random = seeded(`${condition} ${text}`);
  switch (condition) {
    case 'as-typed':
      return text;
    case 'no-marks':
      return withoutMarks(text);
    case 'half-marks':
      return perWord(text, (word) => (random() < 0.5 ? withoutMarks(word) : word));
    case 'tone':
      return perWord(text, otherPlacement);
    case 'nfd':
      return text.normalize('NFD');
    case 'typo':
      return withSlips(text, random);
    case 'telex':
      return perWord(text, toTelex);
  }
}

function perWord(text: string, change: (word: string) => string): string {
  return text.normalize('NFC').replace(/\p{L}+/gu, change);
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
}

/** hòa as hoà and hoà as hòa: the tone of open oa, oe, uy on the other vowel. */
function otherPlacement(word: string): string {
  const marks = '[\u0300\u0301\u0303\u0309\u0323]';
  const decomposed = word.normalize('NFD');
  if (/^q/i.test(decomposed)) return word;
  return decomposed
    .replace(
      new RegExp(`(o)(${marks})([ae])$|(u)(${marks})(y)$`, 'iu'),
      (_, o, t1, v1, u, t2, v2) => `${o ?? u}${v1 ?? v2}${t1 ?? t2}`,
    )
    .normalize('NFC');
}

/** One slip in every eighth word, at least one: a letter left out, doubled, swapped with the next, or a near key. */
function withSlips(text: string, random: () => number): string {
  const words = [...text.normalize('NFC').matchAll(/\p{L}{3,}/gu)];
  const slips = Math.min(words.length, Math.max(1, Math.round(words.length / 8)));
  const chosen = new Set<number>();
  while (chosen.size < slips) chosen.add(Math.floor(random() * words.length));
  let result = '';
  let at = 0;
  words.forEach((match, i) => {
    result +=
      text.normalize('NFC').slice(at, match.index) + (chosen.has(i) ? slip(match[0], random) : match[0]);
    at = match.index + match[0].length;
  });
  return result + text.normalize('NFC').slice(at);
}

const NEAR_KEYS: Record<string, string> = {
  a: 'sq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
};

function slip(word: string, random: () => number): string {
  const letters = [...word];
  const at = Math.floor(random() * letters.length);
  const letter = letters[at] ?? '';
  switch (Math.floor(random() * 4)) {
    case 0:
      letters.splice(at, 1);
      break;
    case 1:
      letters.splice(at, 0, letter);
      break;
    case 2: {
      const from = Math.min(at, letters.length - 2);
      letters.splice(from, 2, letters[from + 1] ?? '', letters[from] ?? '');
      break;
    }
    default: {
      const near = NEAR_KEYS[withoutMarks(letter).toLowerCase()] ?? 'e';
      letters[at] = near.charAt(Math.floor(random() * near.length));
    }
  }
  return letters.join('');
}

const TELEX_LETTERS: Record<string, string> = {
  â: 'aa',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
  ă: 'aw',
  đ: 'dd',
};
const TELEX_TONES: Record<string, string> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};

/** The keys a Telex typist presses for the word: `tuyên` is `tuyeen`, `giáo` is `giaos`. */
function toTelex(word: string): string {
  const split = splitTone(word);
  if (!split) return word;
  const keys = split.letters.replace(/[âêôơưăđ]/gi, (letter) => {
    const typed = TELEX_LETTERS[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? typed : typed.charAt(0).toUpperCase() + typed.slice(1);
  });
  return keys + (TELEX_TONES[split.tone] ?? '');
}

/** Mulberry32 over a hash of the text. */
function seeded(text: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Scores {
  queries: number;
  /** Mean reciprocal rank of the first relevant document among ten. */
  mrr10: number;
  recall1: number;
  recall5: number;
  recall10: number;
  ndcg10: number;
  /** Queries that found nothing. */
  zeroHits: number;
}

/** Scores a ranking: `search` gives the ids found, best first. */
export function score(queries: readonly JudgedQuery[], search: (text: string) => string[]): Scores {
  const sums = { mrr10: 0, recall1: 0, recall5: 0, recall10: 0, ndcg10: 0, zeroHits: 0 };
  for (const { text, relevant } of queries) {
    const ids = search(text);
    const wanted = new Set(relevant);
    const gains = ids.slice(0, 10).map((id) => (wanted.has(id) ? 1 : 0));
    const recall = (depth: number): number =>
      gains.slice(0, depth).reduce<number>((a, b) => a + b, 0) / wanted.size;
    const discounted = (all: readonly number[]): number =>
      all.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
    const first = gains.indexOf(1);
    if (first >= 0) sums.mrr10 += 1 / (first + 1);
    sums.recall1 += recall(1);
    sums.recall5 += recall(5);
    sums.recall10 += recall(10);
    sums.ndcg10 += discounted(gains) / discounted(new Array(Math.min(10, wanted.size)).fill(1));
    if (ids.length === 0) sums.zeroHits += 1;
  }
  const mean = (sum: number): number => Math.round((sum / Math.max(1, queries.length)) * 10_000) / 10_000;
  return {
    queries: queries.length,
    mrr10: mean(sums.mrr10),
    recall1: mean(sums.recall1),
    recall5: mean(sums.recall5),
    recall10: mean(sums.recall10),
    ndcg10: mean(sums.ndcg10),
    zeroHits: sums.zeroHits,
  };
}
