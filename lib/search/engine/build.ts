import MiniSearch, { type Options } from 'minisearch';
import { spelling } from '../../vietnamese/fold';
import { type Token, tokenize } from '../../vietnamese/tokenize';
import { ByteWriter, ESCAPE, FIELDS, type FieldName, MARKS, seal } from './format';

/** What the index is built from. `id` is unique; absent fields are empty. */
export interface SourceDocument extends Partial<Record<FieldName, string>> {
  id: string;
  title: string;
  body: string;
}

/** `from` may stand for `to` in a question (`TPHCM` for `Hồ Chí Minh`): an alternative, never a replacement. */
export interface Alias {
  from: string;
  to: string;
}

/** Names of the indexed fields. */
const FIELD_NAMES = FIELDS.map((field) => field.name);

/**
 * The options the MiniSearch index is built with, and must be loaded with:
 * `MiniSearch.loadJSON(json, miniSearchOptions)`. The tokenizer carries the Vietnamese analysis (folding, whole
 * syllables, document numbers); terms need no further processing.
 */
export const miniSearchOptions: Options<SourceDocument> = {
  idField: 'id',
  fields: FIELD_NAMES,
  tokenize: (text) => tokenize(text).map((token) => token.folded),
  processTerm: (term) => term,
  searchOptions: { boost: { title: 2 }, combineWith: 'AND' },
};

/** Builds the MiniSearch index of the documents, in the order given. Throws on a repeated id. */
export function buildMiniSearch(documents: readonly SourceDocument[]): MiniSearch<SourceDocument> {
  const index = new MiniSearch<SourceDocument>(miniSearchOptions);
  index.addAll(documents);
  return index;
}

/**
 * Packs a MiniSearch index into the compact form that `openIndex` reads (see format.ts), with what MiniSearch
 * does not hold: the order of the tokens and their spellings. Same input, same bytes.
 * @param documents the very documents the index was built from, in the same order
 * @throws when index and documents disagree on any posting
 */
export function packIndex(
  index: MiniSearch<SourceDocument>,
  documents: readonly SourceDocument[],
  aliases: readonly Alias[] = [],
): Uint8Array {
  const analysed = documents.map((document) =>
    FIELD_NAMES.map((name) => (document[name] ? tokenize(document[name]) : [])),
  );
  assertSamePostings(index, documents, analysed);

  const counts = new Map<string, Map<string, Map<string, number>>>();
  documents.forEach((document, d) => {
    FIELD_NAMES.forEach((name, f) => {
      for (const token of analysed[d]?.[f] ?? []) {
        const spellings = entry(counts, token.folded, () => new Map<string, Map<string, number>>());
        const writings = entry(spellings, token.spelling, () => new Map<string, number>());
        const writing = writingOf(document[name] ?? '', token);
        writings.set(writing, (writings.get(writing) ?? 0) + 1);
      }
    });
  });

  // Spellings are numbered in the order of their terms, the most frequent of a term first.
  const terms = [...counts.keys()].sort(byCodeUnits);
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  const lines: string[] = [];
  for (const term of terms) {
    const spellings = [...(counts.get(term) ?? [])].map(([spelling, writings]) => ({
      spelling,
      writing: mostFrequent(writings),
      count: [...writings.values()].reduce((a, b) => a + b),
    }));
    spellings.sort((a, b) => b.count - a.count || byCodeUnits(a.spelling, b.spelling));
    for (const { spelling, count } of spellings) {
      numbers.set(`${term}\t${spelling}`, frequencies.length);
      frequencies.push(count);
    }
    lines.push([term, ...spellings.map(({ writing }) => writing)].join('\t'));
  }

  const singles = [...frequencies.keys()]
    .sort((a, b) => (frequencies[b] ?? 0) - (frequencies[a] ?? 0) || a - b)
    .slice(0, SINGLES);
  const singleOf = new Map(singles.map((number, code) => [number, code + MARKS]));
  const stream = new ByteWriter();
  let tokens = 0;
  for (const fields of analysed) {
    fields.forEach((field, f) => {
      if (!field.length) return;
      stream.byte(f + 1);
      tokens++;
      for (const token of field) {
        writeCode(stream, numbers.get(`${token.folded}\t${token.spelling}`) ?? 0, singleOf);
        tokens++;
      }
    });
    stream.byte(0);
    tokens++;
  }

  const encoder = new TextEncoder();
  const words = encoder.encode(lines.join('\n'));
  const aliasText = encoder.encode(aliases.map(({ from, to }) => `${from}\t${to}`).join('\n'));
  const payload = new ByteWriter();
  for (const value of [documents.length, tokens, terms.length, frequencies.length, singles.length]) {
    payload.varint(value);
  }
  for (const length of [words.length, aliasText.length, stream.length]) payload.varint(length);
  for (const number of singles) payload.varint(number);
  payload.append(words);
  payload.append(aliasText);
  payload.append(stream.result());
  return seal(payload.result());
}

/**
 * How many spellings get a code of one byte. Fewer leave more two-byte room (and brotli less to gain); measured
 * on the news set.
 */
const SINGLES = 140;

function writeCode(stream: ByteWriter, number: number, singleOf: Map<number, number>): void {
  const single = singleOf.get(number);
  const first = MARKS + singleOf.size;
  if (single !== undefined) {
    stream.byte(single);
  } else if (number < (ESCAPE - first) * 256) {
    stream.byte(first + (number >> 8));
    stream.byte(number & 255);
  } else {
    stream.byte(ESCAPE);
    stream.byte(number >> 16);
    stream.byte((number >> 8) & 255);
    stream.byte(number & 255);
  }
}

/** How a token is written, lower case; `kỹ` and `kĩ` are one spelling, and the documents have the choice. */
function writingOf(text: string, token: Token): string {
  if (token.document) return token.spelling;
  const writing = text.slice(token.start, token.end).normalize('NFC').toLowerCase();
  return /[yýỳỷỹỵ]/.test(writing) && spelling(writing) === token.spelling ? writing : token.spelling;
}

function mostFrequent(writings: Map<string, number>): string {
  const [best] = [...writings].sort((a, b) => b[1] - a[1] || byCodeUnits(a[0], b[0]));
  return best?.[0] ?? '';
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Compares by UTF-16 code units: the order every machine agrees on. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The packed form is derived from MiniSearch's index: refuse to pack when the two tell different stories. Compares
 * one sum a term over all its postings (document, field, frequency), so that a large index needs little memory.
 */
function assertSamePostings(
  index: MiniSearch<SourceDocument>,
  documents: readonly SourceDocument[],
  analysed: Token[][][],
): void {
  const { index: entries, documentIds, fieldIds } = index.toJSON();
  const numberOf = new Map(documents.map((document, i) => [document.id, i]));
  const numberOfShortId = new Map(
    Object.entries(documentIds).map(([short, id]) => [short, numberOf.get(id as string) ?? -1]),
  );
  const fieldOf = new Map(FIELD_NAMES.map((name, f) => [String(fieldIds[name]), f]));
  const own = new Map<string, number>();
  analysed.forEach((fields, document) => {
    fields.forEach((tokens, f) => {
      const frequencies = new Map<string, number>();
      for (const { folded } of tokens) frequencies.set(folded, (frequencies.get(folded) ?? 0) + 1);
      for (const [term, frequency] of frequencies) {
        own.set(term, ((own.get(term) ?? 0) + postingSum(document, f, frequency)) >>> 0);
      }
    });
  });
  for (const [term, postings] of entries) {
    let sum = 0;
    for (const [field, frequencies] of Object.entries(postings)) {
      const f = fieldOf.get(field) ?? -1;
      for (const [short, frequency] of Object.entries(frequencies)) {
        sum = (sum + postingSum(numberOfShortId.get(short) ?? -1, f, frequency as number)) >>> 0;
      }
    }
    if (own.get(term) !== sum)
      throw new Error(`packIndex: MiniSearch and the documents disagree on “${term}”`);
    own.delete(term);
  }
  if (own.size) throw new Error(`packIndex: MiniSearch has no postings of “${own.keys().next().value}”`);
}

function postingSum(document: number, field: number, frequency: number): number {
  let hash =
    Math.imul(document + 1, 0x9e3779b1) ^ Math.imul(field + 1, 0x85ebca6b) ^ Math.imul(frequency, 0xc2b2ae35);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
