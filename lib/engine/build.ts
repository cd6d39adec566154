import MiniSearch, { type Options } from 'minisearch';
import { spelling } from '../vietnamese/fold';
import { type Token, tokenize } from '../vietnamese/tokenize';
import { BREAK, ByteWriter, FIELDS, type FieldName, MARKS, seal } from './format';

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

/**
 * Tokens of texts read before: a build reads each text twice, in pieces, and one that follows a small change reads nearly
 * all of them again. Texts of so many UTF-16 units together are held; a larger catalogue is read anew.
 */
const MOST_HELD = 4_000_000;
/** Documents of one piece: a MiniSearch index of 50,000 takes a gigabyte. */
const PIECE = 5000;
const held = new Map<string, Token[]>();
let heldLength = 0;

function tokensOf(text: string): Token[] {
  const known = held.get(text);
  if (known) return known;
  const tokens = tokenize(text);
  if (heldLength + text.length > MOST_HELD) {
    held.clear();
    heldLength = 0;
  }
  held.set(text, tokens);
  heldLength += text.length;
  return tokens;
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
  tokenize: (text) => tokensOf(text).map((token) => token.folded),
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
  const draft = new Draft();
  draft.add(index, documents);
  return draft.packed(aliases);
}

/**
 * Builds the MiniSearch index of documents and packs it, piece by piece: texts are read once, and of a large catalogue
 * only a piece is in memory.
 * @throws as `buildMiniSearch` and `packIndex`
 */
export function buildPacked(documents: Iterable<SourceDocument>, aliases: readonly Alias[]): Uint8Array {
  const draft = new Draft();
  let piece: SourceDocument[] = [];
  for (const document of documents) {
    if (piece.push(document) < PIECE) continue;
    draft.add(buildMiniSearch(piece), piece);
    piece = [];
  }
  draft.add(buildMiniSearch(piece), piece);
  return draft.packed(aliases);
}

/** What goes into a packed index, gathered piece by piece. */
class Draft {
  private readonly lexicon = new Spellings();
  /** The stream before spellings have their final numbers: MARKS and more, or a mark. */
  private stream = new Uint32Array(1 << 16);
  private length = 0;
  private readonly ids = new Set<string>();
  private readonly frequencies = new Map<string, number>();

  /** Takes documents in, and the MiniSearch index of these. */
  add(index: MiniSearch<SourceDocument>, documents: readonly SourceDocument[]): void {
    const sums = new Map<string, number>();
    documents.forEach((document, d) => {
      this.take(document, d, sums);
      this.ids.add(document.id);
    });
    assertSamePostings(index, documents, sums);
  }

  private take(document: SourceDocument, number: number, sums: Map<string, number>): void {
    if (this.ids.has(document.id)) throw new Error(`packIndex: two documents have the id “${document.id}”`);
    const terms = new Set<string>();
    for (const { mark, text, tokens } of tokensByField(document)) {
      this.push(mark);
      for (const token of tokens) {
        if (token.apart) this.push(BREAK);
        this.push(MARKS + this.lexicon.number(token, text));
      }
      addPostings(sums, tokens, number, mark - 1);
      for (const { folded } of tokens) terms.add(folded);
    }
    for (const term of terms) this.frequencies.set(term, (this.frequencies.get(term) ?? 0) + 1);
    this.push(0);
  }

  private push(token: number): void {
    if (this.length === this.stream.length) {
      const wider = new Uint32Array(2 * this.length);
      wider.set(this.stream);
      this.stream = wider;
    }
    this.stream[this.length++] = token;
  }

  packed(aliases: readonly Alias[]): Uint8Array {
    return pack(this.lexicon, this.stream.subarray(0, this.length), this.frequencies, this.ids.size, aliases);
  }
}

function pack(
  lexicon: Spellings,
  draft: Uint32Array,
  frequencies: ReadonlyMap<string, number>,
  documents: number,
  aliases: readonly Alias[],
): Uint8Array {
  const { lines, terms, order } = lexicon.inOrder();
  const final = new Uint32Array(order.length);
  order.forEach((number, at) => {
    final[number] = at;
  });
  const width = order.length + MARKS <= 0x10000 ? 2 : 4;
  const stream = new ByteWriter(draft.length * width);
  for (const number of draft) {
    let token = number < MARKS ? number : (final[number - MARKS] ?? 0) + MARKS;
    for (let i = 0; i < width; i++) {
      stream.byte(token & 255);
      token >>>= 8;
    }
  }

  const encoder = new TextEncoder();
  const words = encoder.encode(lines.join('\n'));
  const aliasText = encoder.encode(aliases.map(({ from, to }) => `${from}\t${to}`).join('\n'));
  const payload = new ByteWriter(stream.length + words.length + (1 << 20));
  for (const value of [
    documents,
    draft.length,
    width,
    terms.length,
    order.length,
    words.length,
    aliasText.length,
  ]) {
    payload.varint(value);
  }
  for (const term of terms) payload.varint(frequencies.get(term) ?? 0);
  payload.append(words);
  payload.append(aliasText);
  while (payload.length % 4) payload.byte(0);
  payload.append(stream.result());
  return seal(payload.result());
}

/** The fields of a document that hold any token, each with its mark in the stream. */
export function tokensByField(document: SourceDocument): { mark: number; text: string; tokens: Token[] }[] {
  return FIELD_NAMES.flatMap((name, f) => {
    const text = document[name];
    const tokens = text ? tokensOf(text) : [];
    return text && tokens.length > 0 ? [{ mark: f + 1, text, tokens }] : [];
  });
}

/** The spellings met so far, each with how often it was met and how it was written. */
export class Spellings {
  private readonly numbers = new Map<string, number>();
  private readonly entries: {
    term: string;
    spelling: string;
    count: number;
    writings: Map<string, number>;
  }[] = [];

  /** The provisional number of a token of a text; counts it. */
  number(token: Token, text: string): number {
    const key = `${token.folded}\t${token.spelling}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.entries.length;
      this.numbers.set(key, number);
      this.entries.push({ term: token.folded, spelling: token.spelling, count: 0, writings: new Map() });
    }
    const entry = this.entries[number];
    if (entry) {
      entry.count++;
      const writing = writingOf(text, token);
      entry.writings.set(writing, (entry.writings.get(writing) ?? 0) + 1);
    }
    return number;
  }

  /** Provisional numbers in final order: by term, the most frequent spelling first; and the lines of the words. */
  inOrder(): { order: number[]; lines: string[]; terms: string[] } {
    const order = [...this.entries.keys()].sort((a, b) => this.compare(a, b));
    const lines: string[] = [];
    const terms: string[] = [];
    for (const number of order) {
      const { term = '', writings = new Map<string, number>() } = this.entries[number] ?? {};
      if (term !== terms.at(-1)) {
        terms.push(term);
        lines.push(term);
      }
      lines[lines.length - 1] += `\t${mostFrequent(writings)}`;
    }
    return { order, lines, terms };
  }

  private compare(a: number, b: number): number {
    const [left, right] = [this.entries[a], this.entries[b]];
    if (!left || !right) return 0;
    return (
      byCodePoints(left.term, right.term) ||
      right.count - left.count ||
      byCodePoints(left.spelling, right.spelling)
    );
  }
}

const Y_VOWEL = /[yýỳỷỹỵ]/i;

/** How a token is written, lower case; `kỹ` and `kĩ` are one spelling, and the documents have the choice. */
function writingOf(text: string, token: Token): string {
  const written = text.slice(token.start, token.end);
  if (token.document || !Y_VOWEL.test(written)) return token.spelling;
  const writing = written.normalize('NFC').toLowerCase();
  return spelling(writing) === token.spelling ? writing : token.spelling;
}

function mostFrequent(writings: Map<string, number>): string {
  const [best] = [...writings].sort((a, b) => b[1] - a[1] || byCodePoints(a[0], b[0]));
  return best?.[0] ?? '';
}

/** Compares by code points, which is also the order of the UTF-8 bytes: every machine agrees on it. */
function byCodePoints(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; ) {
    const [left, right] = [a.codePointAt(i) ?? 0, b.codePointAt(i) ?? 0];
    if (left !== right) return left - right;
    i += left > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}

/**
 * The packed form is derived from MiniSearch's index: refuse to pack when the two tell different stories. Compares
 * one sum a term over all its postings (document, field, frequency), so that a large index needs little memory.
 */
function assertSamePostings(
  index: MiniSearch<SourceDocument>,
  documents: readonly SourceDocument[],
  sums: Map<string, number>,
): void {
  const { index: entries, documentIds, fieldIds } = index.toJSON();
  const numberOf = new Map(documents.map((document, i) => [document.id, i]));
  const numberOfShortId = new Map(
    Object.entries(documentIds).map(([short, id]) => [short, numberOf.get(id as string) ?? -1]),
  );
  const fieldOf = new Map(FIELD_NAMES.map((name, f) => [String(fieldIds[name]), f]));
  for (const [term, postings] of entries) {
    let sum = 0;
    for (const [field, frequencies] of Object.entries(postings)) {
      const f = fieldOf.get(field) ?? -1;
      for (const [short, frequency] of Object.entries(frequencies)) {
        sum = (sum + postingSum(numberOfShortId.get(short) ?? -1, f, frequency as number)) >>> 0;
      }
    }
    if (sums.get(term) !== sum)
      throw new Error(`packIndex: MiniSearch and the documents disagree on “${term}”`);
    sums.delete(term);
  }
  if (sums.size) throw new Error(`packIndex: MiniSearch has no postings of “${sums.keys().next().value}”`);
}

function addPostings(sums: Map<string, number>, tokens: Token[], document: number, field: number): void {
  const frequencies = new Map<string, number>();
  for (const { folded } of tokens) frequencies.set(folded, (frequencies.get(folded) ?? 0) + 1);
  for (const [term, frequency] of frequencies) {
    sums.set(term, ((sums.get(term) ?? 0) + postingSum(document, field, frequency)) >>> 0);
  }
}

function postingSum(document: number, field: number, frequency: number): number {
  let hash =
    Math.imul(document + 1, 0x9e3779b1) ^ Math.imul(field + 1, 0x85ebca6b) ^ Math.imul(frequency, 0xc2b2ae35);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
