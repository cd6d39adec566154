import { spelling as canonicalSpelling } from '../../vietnamese/fold';
import { ByteReader, ESCAPE, FIELDS, MARKS as FORMAT_MARKS, IndexDamaged, OPENING, unseal } from './format';

/** Saturation and length normalisation of BM25. */
const K1 = 1.2;
const B = 0.75;

/** Read in the innermost loops, where bundlers make an imported name a call. */
const MARKS = FORMAT_MARKS;
const FIELD_WEIGHTS: number[] = FIELDS.map((field) => field.weight);
const { field: OPENING_FIELD, tokens: OPENING_TOKENS, weight: OPENING_WEIGHT } = OPENING;

type Numbers = Uint16Array | Uint32Array;

/**
 * A packed index, opened: the token stream of every document and, derived from it, the postings of every folded
 * term. All in typed arrays; strings are made only for the words of a question.
 *
 *   tokens     … 0 │ 2 t t t │ 1 t t t t t t 0 │ …       t = MARKS + number of a spelling
 *   docStart   ────┘ first token of each document
 *   postings   of term w: docs[from[w] … from[w + 1]), and their weighted frequencies beside them
 */
export class PackedIndex {
  readonly documents: number;
  readonly terms: number;
  readonly tokens: Numbers;
  readonly docStart: Uint32Array;
  /** Term of each spelling. */
  readonly termOf: Numbers;
  /** First spelling of each term (and one past the last). */
  readonly spellingsFrom: Uint32Array;
  readonly from: Uint32Array;
  readonly docs: Numbers;
  readonly frequencies: Uint8Array;
  /** BM25's denominator without the frequency: k1 · (1 - b + b · length / average). */
  readonly norm: Float32Array;
  readonly aliases: { from: string; to: string }[];
  /** Frequencies of pairs of neighbours that were counted so far (see rank.ts). */
  readonly pairs = new Map<number, number>();
  /** Frequencies of spellings that were counted so far. */
  private readonly spelled = new Map<number, number>();
  /** The words section as it came, and where each term's line begins in it (and one past the last). */
  private readonly words: Uint8Array;
  private readonly lineStart: Uint32Array;

  /** @throws IndexDamaged when the bytes are cut short, altered or of another version */
  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes, unseal(bytes));
    this.documents = reader.varint();
    const tokens = reader.varint();
    const postings = reader.varint();
    this.terms = reader.varint();
    const spellings = reader.varint();
    const singles = reader.varint();
    const [wordBytes, aliasBytes, streamBytes] = [reader.varint(), reader.varint(), reader.varint()];
    const singleNumbers = Uint32Array.from({ length: singles }, () => reader.varint());
    // A copy: the bytes that were fetched need not be kept for the sake of the words.
    this.words = reader.section(wordBytes).slice();
    this.aliases = new TextDecoder()
      .decode(reader.section(aliasBytes))
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [from = '', to = ''] = line.split('\t');
        return { from, to };
      });

    this.lineStart = new Uint32Array(this.terms + 1);
    this.termOf = numbers(this.terms, spellings);
    this.spellingsFrom = new Uint32Array(this.terms + 1);
    this.readWords();
    this.tokens = numbers(spellings + MARKS, tokens);
    this.docStart = new Uint32Array(this.documents + 1);
    this.from = new Uint32Array(this.terms + 1);
    this.docs = numbers(this.documents, postings);
    this.frequencies = new Uint8Array(postings);
    this.norm = new Float32Array(this.documents);
    this.invert(reader.section(streamBytes), singleNumbers);
  }

  private readWords(): void {
    const { words, lineStart, termOf, spellingsFrom } = this;
    let term = 0;
    let spelling = 0;
    for (let at = 0; at < words.length; at++) {
      const byte = words[at] as number;
      if (byte === TAB) termOf[spelling++] = term;
      else if (byte === NEW_LINE) {
        lineStart[++term] = at + 1;
        spellingsFrom[term] = spelling;
      }
    }
    lineStart[this.terms] = words.length + 1;
    spellingsFrom[this.terms] = spelling;
    if (spelling !== termOf.length) throw new IndexDamaged('search index: its dictionary is not whole');
  }

  /**
   * Decodes the stream and turns it into postings: one pass gathers each document's terms with their frequencies,
   * a second sorts them by term (a counting sort).
   */
  private invert(stream: Uint8Array, singles: Uint32Array): void {
    const { tokens, docStart, termOf, from, docs, frequencies, norm, documents, terms } = this;
    const first = MARKS + singles.length;
    const postings = docs.length;
    // Entries count from 1, so that 0 is before every document's first.
    const entryOf = new Uint32Array(terms);
    const entryTerm = numbers(terms, postings + 1);
    const entryFrequency = new Uint16Array(postings + 1);
    const entriesFrom = new Uint32Array(documents + 1);
    let entries = 1;
    let doc = 0;
    let out = 0;
    let base = 1;
    let length = 0;
    let weight = 1;
    let openingEnd = 0;
    entriesFrom[0] = 1;
    for (let at = 0; at < stream.length; ) {
      const byte = stream[at++] as number;
      let spelling: number;
      if (byte >= first) {
        if (byte < ESCAPE) spelling = ((byte - first) << 8) + (stream[at++] as number);
        else {
          spelling =
            ((stream[at] as number) << 16) + ((stream[at + 1] as number) << 8) + (stream[at + 2] as number);
          at += 3;
        }
      } else if (byte >= MARKS) {
        spelling = singles[byte - MARKS] as number;
      } else {
        tokens[out++] = byte;
        if (byte > 0) {
          weight = FIELD_WEIGHTS[byte - 1] ?? 1;
          openingEnd = byte - 1 === OPENING_FIELD ? out + OPENING_TOKENS : 0;
          continue;
        }
        norm[doc] = length;
        docStart[++doc] = out;
        entriesFrom[doc] = entries;
        base = entries;
        length = 0;
        continue;
      }
      const counted = out < openingEnd ? OPENING_WEIGHT : weight;
      tokens[out++] = spelling + MARKS;
      length++;
      const term = termOf[spelling] as number;
      const entry = entryOf[term] as number;
      if (entry >= base) {
        entryFrequency[entry] = (entryFrequency[entry] as number) + counted;
      } else {
        entryOf[term] = entries;
        entryTerm[entries] = term;
        entryFrequency[entries++] = counted;
        from[term + 1] = (from[term + 1] as number) + 1;
      }
    }
    if (out !== tokens.length || doc !== documents || entries !== postings + 1) {
      throw new IndexDamaged('search index: its stream is not whole');
    }

    for (let term = 0; term < terms; term++)
      from[term + 1] = (from[term + 1] as number) + (from[term] as number);
    const next = from.slice(0, terms);
    let total = 0;
    for (doc = 0; doc < documents; doc++) {
      total += norm[doc] as number;
      const end = entriesFrom[doc + 1] as number;
      for (let entry = entriesFrom[doc] as number; entry < end; entry++) {
        const term = entryTerm[entry] as number;
        const slot = next[term] as number;
        next[term] = slot + 1;
        docs[slot] = doc;
        const frequency = entryFrequency[entry] as number;
        frequencies[slot] = frequency > 255 ? 255 : frequency;
      }
    }
    const average = total / Math.max(1, documents) || 1;
    for (doc = 0; doc < documents; doc++) norm[doc] = K1 * (1 - B + (B * (norm[doc] as number)) / average);
  }

  /** The folded term's number, or -1. */
  term(folded: string): number {
    const key = new TextEncoder().encode(folded);
    const at = this.lowerBound(key, false);
    return at < this.terms && this.compare(at, key, false) === 0 ? at : -1;
  }

  /** Numbers of the first and one past the last term that begin with the folded prefix. */
  range(prefix: string): [number, number] {
    const key = new TextEncoder().encode(prefix);
    return [this.lowerBound(key, false), this.lowerBound(key, true)];
  }

  termText(term: number): string {
    return this.line(term)[0] ?? '';
  }

  /** In how many documents the term stands. */
  documentFrequency(term: number): number {
    return (this.from[term + 1] as number) - (this.from[term] as number);
  }

  /** The number of the term's spelling that equals the given canonical one, or -1. */
  spelling(term: number, canonical: string): number {
    const spellings = this.line(term);
    for (let i = 1; i < spellings.length; i++) {
      if (canonicalSpelling(spellings[i] as string) === canonical) {
        return (this.spellingsFrom[term] as number) + i - 1;
      }
    }
    return -1;
  }

  /** A spelling as it is written in the documents, lower case. */
  spellingText(spelling: number): string {
    const term = this.termOf[spelling] as number;
    return this.line(term)[spelling - (this.spellingsFrom[term] as number) + 1] ?? '';
  }

  /** In about how many documents a spelling stands: counted in a sample of those that hold its term. Remembered. */
  spellingFrequency(spelling: number): number {
    const known = this.spelled.get(spelling);
    if (known !== undefined) return known;
    const term = this.termOf[spelling] as number;
    const frequency = this.documentFrequency(term);
    const alone = (this.spellingsFrom[term + 1] as number) - (this.spellingsFrom[term] as number) === 1;
    const counted = alone ? frequency : this.countSpelling(spelling, term, frequency);
    this.spelled.set(spelling, counted);
    return counted;
  }

  private countSpelling(spelling: number, term: number, frequency: number): number {
    const step = Math.max(1, Math.floor(frequency / SAMPLE));
    const start = this.from[term] as number;
    let read = 0;
    let holding = 0;
    for (let i = 0; i < frequency; i += step) {
      const doc = this.docs[start + i] as number;
      read++;
      if (this.tokens.subarray(this.docStart[doc], this.docStart[doc + 1]).includes(spelling + MARKS))
        holding++;
    }
    return Math.max(1, (holding / read) * frequency);
  }

  /** A term and its spellings. */
  private line(term: number): string[] {
    const bytes = this.words.subarray(this.lineStart[term], (this.lineStart[term + 1] as number) - 1);
    return decoder.decode(bytes).split('\t');
  }

  /** The first term not before the key (or, `past`, not beginning with it either). */
  private lowerBound(key: Uint8Array, past: boolean): number {
    let low = 0;
    let high = this.terms;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.compare(middle, key, past);
      if (order < 0 || (past && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Compares a term with a key byte by byte; with `begins`, a term that begins with the key equals it. */
  private compare(term: number, key: Uint8Array, begins: boolean): number {
    const { words } = this;
    let at = this.lineStart[term] as number;
    for (let i = 0; i < key.length; i++, at++) {
      const byte = words[at] as number;
      const order = (byte === TAB ? -1 : byte) - (key[i] as number);
      if (order !== 0) return order;
    }
    return begins || words[at] === TAB ? 0 : 1;
  }
}

const TAB = 9;
const NEW_LINE = 10;
const decoder = new TextDecoder();
/** Documents read to estimate how frequent a spelling is. */
const SAMPLE = 256;

/** What a token counts, by the field it stands in and its place there: told of each mark on the way through. */
export class TokenWeights {
  private weight = 1;
  private openingEnd = 0;

  mark(mark: number, at: number): void {
    this.weight = FIELD_WEIGHTS[mark - 1] ?? 1;
    this.openingEnd = mark - 1 === OPENING_FIELD ? at + 1 + OPENING_TOKENS : 0;
  }

  at(at: number): number {
    return at < this.openingEnd ? OPENING_WEIGHT : this.weight;
  }
}

/** An array wide enough for numbers below `limit`. */
function numbers(limit: number, length: number): Numbers {
  return limit <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}
