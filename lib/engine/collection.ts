/**
 * A collection too large for one process: its documents lie elsewhere, each with its stream of tokens, and what must
 * be known of all of them to read a question and to score an answer is kept apart, some megabytes. Streams of some
 * documents make an excerpt, which is searched by the same code as a whole index and scores them alike.
 *
 *   documents ── CollectionBuilder ──┬─> a stream each      ─┐
 *                                    └─> what is known of all ┴─> excerptOf ─> Engine
 */
import { type Alias, type SourceDocument, Spellings, tokensByField } from './build';
import { BREAK, ByteReader, ByteWriter, MARKS, seal, unseal } from './format';
import { type Collection, type Dictionary, dictionaryOf, PackedIndex } from './packed';
import type { Pair } from './runs';

/** Reads documents one by one; the same documents in the same order give the same numbers. */
export class CollectionBuilder {
  private readonly spellings = new Spellings();
  private readonly termOf: number[] = [];
  private readonly terms = new Map<string, number>();
  private readonly termSeen = new Seen();
  private readonly spellingSeen = new Seen();
  private readonly pairSeen = new Seen();
  /** Numbers of pairs by `left · 2^24 + right`. */
  private readonly pairs = new Map<number, number>();
  private documents = 0;
  private length = 0;
  /** Tokens of all streams, marks and all. */
  private tokens = 0;

  /** The stream of a document, to be given to `excerptOf`; counts what it holds. */
  add(document: SourceDocument): Uint8Array {
    const stream = new ByteWriter(1 << 10);
    const doc = this.documents++;
    for (const { mark, text, tokens } of tokensByField(document)) {
      stream.varint(mark);
      this.tokens++;
      let before = -1;
      for (const token of tokens) {
        if (token.apart) {
          stream.varint(BREAK);
          this.tokens++;
          before = -1;
        }
        const spelling = this.spellings.number(token, text);
        const term = this.termOf[spelling] ?? this.newSpelling(spelling, token.folded);
        stream.varint(MARKS + spelling);
        this.length++;
        this.tokens++;
        this.spellingSeen.add(spelling, doc);
        this.termSeen.add(term, doc);
        if (before >= 0) this.pairSeen.add(this.pair(before, term), doc);
        before = term;
      }
    }
    stream.varint(0);
    this.tokens++;
    return stream.result();
  }

  private newSpelling(spelling: number, folded: string): number {
    let term = this.terms.get(folded);
    if (term === undefined) {
      term = this.terms.size;
      this.terms.set(folded, term);
    }
    this.termOf[spelling] = term;
    return term;
  }

  private pair(left: number, right: number): number {
    const key = left * PAIR_BASE + right;
    const known = this.pairs.get(key);
    if (known !== undefined) return known;
    this.pairs.set(key, this.pairs.size);
    return this.pairs.size - 1;
  }

  /** What is known of all the documents, packed for `openCollection`. */
  finish(aliases: readonly Alias[] = []): Uint8Array {
    const { order, lines, terms } = this.spellings.inOrder();
    const encoder = new TextEncoder();
    const words = encoder.encode(lines.join('\n'));
    const aliasText = encoder.encode(aliases.map(({ from, to }) => `${from}\t${to}`).join('\n'));
    const termAt = terms.map((term) => this.terms.get(term) ?? 0);
    const place = new Uint32Array(terms.length);
    termAt.forEach((term, at) => {
      place[term] = at;
    });
    const pairs = [...this.pairs]
      .map(([key, pair]) => ({
        left: place[Math.floor(key / PAIR_BASE)] as number,
        right: place[key % PAIR_BASE] as number,
        pair,
      }))
      .sort((a, b) => a.left - b.left || a.right - b.right);

    const out = new ByteWriter();
    for (const value of [
      this.documents,
      this.length,
      this.tokens,
      terms.length,
      order.length,
      pairs.length,
      words.length,
      aliasText.length,
    ]) {
      out.varint(value);
    }
    for (const term of termAt) {
      out.varint(this.termSeen.documents(term));
      out.varint(this.termSeen.count(term));
    }
    for (const spelling of order) {
      out.varint(spelling);
      out.varint(this.spellingSeen.documents(spelling));
    }
    let left = 0;
    let right = 0;
    for (const one of pairs) {
      out.varint(one.left - left);
      if (one.left !== left) right = 0;
      out.varint(one.right - right);
      out.varint(this.pairSeen.documents(one.pair));
      out.varint(this.pairSeen.count(one.pair));
      left = one.left;
      right = one.right;
    }
    out.append(words);
    out.append(aliasText);
    return seal(out.result());
  }
}

/** Terms have numbers below this. */
const PAIR_BASE = 2 ** 24;

/** How often something stands, and in how many documents; documents are met one after the other. */
class Seen {
  private counts = new Uint32Array(1 << 12);
  private documentCounts = new Uint32Array(1 << 12);
  private last = new Uint32Array(1 << 12);

  add(number: number, doc: number): void {
    if (number >= this.counts.length) this.grow(number);
    this.counts[number] = (this.counts[number] as number) + 1;
    if (this.last[number] === doc + 1) return;
    this.last[number] = doc + 1;
    this.documentCounts[number] = (this.documentCounts[number] as number) + 1;
  }

  private grow(number: number): void {
    const size = Math.max(2 * this.counts.length, number + 1);
    const wider = (from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const to = new Uint32Array(size);
      to.set(from);
      return to;
    };
    this.counts = wider(this.counts);
    this.documentCounts = wider(this.documentCounts);
    this.last = wider(this.last);
  }

  count(number: number): number {
    return this.counts[number] ?? 0;
  }

  documents(number: number): number {
    return this.documentCounts[number] ?? 0;
  }
}

/** What is known of a collection, opened. */
export class OpenCollection {
  readonly documents: number;
  readonly averageLength: number;
  readonly tokens: number;
  readonly dictionary: Dictionary;
  readonly occurrences: Uint32Array;
  readonly spellingFrequencies: Uint32Array;
  /** Final number of a spelling by the number that streams have. */
  private readonly numbering: Uint32Array;
  /** Where the pairs of each left term begin (and one past the last). */
  private readonly pairStart: Uint32Array;
  private readonly pairRight: Uint32Array;
  private readonly pairDocuments: Uint32Array;
  private readonly pairCount: Uint32Array;

  /** @throws IndexDamaged when the bytes are cut short, altered or of another version */
  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes, unseal(bytes));
    this.documents = reader.varint();
    const length = reader.varint();
    this.tokens = reader.varint();
    const [terms, spellings, pairs] = [reader.varint(), reader.varint(), reader.varint()];
    const [wordBytes, aliasBytes] = [reader.varint(), reader.varint()];
    this.averageLength = length / Math.max(1, this.documents);
    const frequencies = new Uint32Array(terms);
    this.occurrences = new Uint32Array(terms);
    for (let term = 0; term < terms; term++) {
      frequencies[term] = reader.varint();
      this.occurrences[term] = reader.varint();
    }
    this.numbering = new Uint32Array(spellings);
    this.spellingFrequencies = new Uint32Array(spellings);
    for (let spelling = 0; spelling < spellings; spelling++) {
      this.numbering[reader.varint()] = spelling;
      this.spellingFrequencies[spelling] = reader.varint();
    }
    this.pairStart = new Uint32Array(terms + 1);
    this.pairRight = new Uint32Array(pairs);
    this.pairDocuments = new Uint32Array(pairs);
    this.pairCount = new Uint32Array(pairs);
    let left = 0;
    let right = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const step = reader.varint();
      if (step > 0) right = 0;
      for (let i = 0; i < step; i++) this.pairStart[++left] = pair;
      right += reader.varint();
      this.pairRight[pair] = right;
      this.pairDocuments[pair] = reader.varint();
      this.pairCount[pair] = reader.varint();
    }
    while (left < terms) this.pairStart[++left] = pairs;
    const words = reader.section(wordBytes);
    this.dictionary = dictionaryOf(words, frequencies, spellings, reader.section(aliasBytes));
  }

  /** How two terms stand side by side, in this order. */
  pair(left: number, right: number): Pair {
    let low = this.pairStart[left] ?? 0;
    let high = this.pairStart[left + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairRight[middle] as number) < right) low = middle + 1;
      else high = middle;
    }
    if (low >= (this.pairStart[left + 1] ?? 0) || this.pairRight[low] !== right) {
      return { documents: 0, count: 0, share: 0 };
    }
    const count = this.pairCount[low] as number;
    const rarer = Math.min(this.occurrences[left] as number, this.occurrences[right] as number);
    return { documents: this.pairDocuments[low] as number, count, share: count / Math.max(1, rarer) };
  }

  /** Some documents of the collection as an index of their own, in the order given. */
  excerpt(
    streams: readonly Uint8Array[],
    rest: Pick<Collection, 'holding' | 'holdingAny' | 'answered' | 'sampled'>,
  ): PackedIndex {
    const { documents, averageLength, tokens: all, dictionary, occurrences, spellingFrequencies } = this;
    const size = streams.reduce((sum, stream) => sum + stream.length, 0);
    const tokens = new Uint32Array(size);
    let count = 0;
    for (const stream of streams) {
      const reader = new ByteReader(stream, 0);
      while (reader.at < stream.length) {
        const token = reader.varint();
        tokens[count++] = token < MARKS ? token : MARKS + (this.numbering[token - MARKS] as number);
      }
    }
    const collection: Collection = {
      documents,
      averageLength,
      tokens: all,
      occurrences,
      spellingFrequencies,
      pair: (left, right) => this.pair(left, right),
      ...rest,
    };
    return new PackedIndex({
      dictionary,
      documents: streams.length,
      tokens: tokens.subarray(0, count),
      collection,
    });
  }
}
