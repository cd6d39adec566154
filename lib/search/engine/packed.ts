import { spelling as canonicalSpelling } from '../../vietnamese/fold';
import { ByteReader, ESCAPE, FIELDS, MARKS as FORMAT_MARKS, IndexDamaged, OPENING, unseal } from './format';

/** Saturation and length normalisation of BM25. */
const K1 = 1.2;
const B = 0.75;

/** Read in the innermost loops, where bundlers make an imported name a call. */
const MARKS = FORMAT_MARKS;
const FIELD_WEIGHTS = FIELDS.map((field) => field.weight);
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
  readonly tokens: Numbers;
  readonly docStart: Uint32Array;
  /** Term of each spelling. */
  readonly termOf: Numbers;
  /** First spelling of each term (and one past the last). */
  readonly spellingsFrom: Uint32Array;
  /** In how many documents each spelling stands. */
  readonly spellingFrequency: Uint32Array;
  readonly from: Uint32Array;
  readonly docs: Numbers;
  readonly frequencies: Uint8Array;
  /** BM25's denominator without the frequency: k1 · (1 - b + b · length / average). */
  readonly norm: Float32Array;
  readonly aliases: { from: string; to: string }[];
  /** Frequencies of pairs of neighbours that were counted so far (see rank.ts). */
  readonly pairs = new Map<number, number>();
  private readonly words: string[];

  /** @throws IndexDamaged when the bytes are cut short, altered or of another version */
  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes, unseal(bytes));
    this.documents = reader.varint();
    const tokens = reader.varint();
    const terms = reader.varint();
    const spellings = reader.varint();
    const singles = reader.varint();
    const [wordBytes, aliasBytes, streamBytes] = [reader.varint(), reader.varint(), reader.varint()];
    const singleNumbers = Uint32Array.from({ length: singles }, () => reader.varint());
    const decoder = new TextDecoder();
    this.words = decoder.decode(reader.section(wordBytes)).split('\n');
    this.aliases = decoder
      .decode(reader.section(aliasBytes))
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [from = '', to = ''] = line.split('\t');
        return { from, to };
      });
    if (terms === 0) this.words.length = 0;

    this.termOf = numbers(terms, spellings);
    this.spellingsFrom = new Uint32Array(terms + 1);
    let spelled = 0;
    for (let term = 0; term < terms; term++) {
      this.spellingsFrom[term] = spelled;
      const line = this.words[term] ?? '';
      for (let at = line.indexOf('\t'); at >= 0; at = line.indexOf('\t', at + 1))
        this.termOf[spelled++] = term;
    }
    this.spellingsFrom[terms] = spelled;
    if (spelled !== spellings) throw new IndexDamaged('search index: its dictionary is not whole');

    this.tokens = numbers(spellings + MARKS, tokens);
    this.docStart = new Uint32Array(this.documents + 1);
    decodeStream(reader.section(streamBytes), singleNumbers, this.tokens, this.docStart);
    this.spellingFrequency = new Uint32Array(spellings);
    ({
      from: this.from,
      docs: this.docs,
      frequencies: this.frequencies,
      norm: this.norm,
    } = this.invert(terms));
  }

  /**
   * Turns the stream into postings: one pass gathers each document's terms with their frequencies, a second sorts
   * them by term (a counting sort).
   */
  private invert(terms: number) {
    const { tokens, docStart, termOf, documents, spellingFrequency } = this;
    const from = new Uint32Array(terms + 1);
    const lastDoc = new Int32Array(terms).fill(-1);
    const lastSpelled = new Int32Array(spellingFrequency.length).fill(-1);
    const entryOf = new Uint32Array(terms);
    const entryTerm = numbers(terms, tokens.length);
    const entryFrequency = new Uint16Array(tokens.length);
    const entriesFrom = new Uint32Array(documents + 1);
    const lengths = new Float32Array(documents);
    let entries = 0;
    let total = 0;
    for (let doc = 0; doc < documents; doc++) {
      const end = docStart[doc + 1] as number;
      let length = 0;
      let weight = 1;
      let opening = 0;
      for (let at = docStart[doc] as number; at < end; at++) {
        const spelling = (tokens[at] as number) - MARKS;
        if (spelling < 0) {
          const field = spelling + MARKS - 1;
          if (field >= 0) weight = FIELD_WEIGHTS[field] ?? 1;
          opening = field === OPENING_FIELD ? OPENING_TOKENS : 0;
          continue;
        }
        length++;
        const counted = opening > 0 ? OPENING_WEIGHT : weight;
        opening--;
        const term = termOf[spelling] as number;
        if (lastSpelled[spelling] === doc) {
          const entry = entryOf[term] as number;
          entryFrequency[entry] = (entryFrequency[entry] as number) + counted;
          continue;
        }
        lastSpelled[spelling] = doc;
        spellingFrequency[spelling] = (spellingFrequency[spelling] as number) + 1;
        if (lastDoc[term] === doc) {
          const entry = entryOf[term] as number;
          entryFrequency[entry] = (entryFrequency[entry] as number) + counted;
          continue;
        }
        lastDoc[term] = doc;
        from[term + 1] = (from[term + 1] as number) + 1;
        entryOf[term] = entries;
        entryTerm[entries] = term;
        entryFrequency[entries++] = counted;
      }
      lengths[doc] = length;
      total += length;
      entriesFrom[doc + 1] = entries;
    }
    for (let term = 0; term < terms; term++)
      from[term + 1] = (from[term + 1] as number) + (from[term] as number);

    const docs = numbers(documents, entries);
    const frequencies = new Uint8Array(entries);
    const next = from.slice(0, terms);
    for (let doc = 0; doc < documents; doc++) {
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
    const norm = lengths.map((length) => K1 * (1 - B + (B * length) / average));
    return { from, docs, frequencies, norm };
  }

  /** The folded term's number, or -1. */
  term(folded: string): number {
    const at = this.lowerBound(folded);
    return at < this.words.length && this.termText(at) === folded ? at : -1;
  }

  /** Numbers of the first and one past the last term that begin with the folded prefix. */
  range(prefix: string): [number, number] {
    return [this.lowerBound(prefix), this.lowerBound(`${prefix}\uffff`)];
  }

  termText(term: number): string {
    const line = this.words[term] ?? '';
    return line.slice(0, line.indexOf('\t'));
  }

  /** In how many documents the term stands. */
  documentFrequency(term: number): number {
    return (this.from[term + 1] as number) - (this.from[term] as number);
  }

  /** The number of the term's spelling that equals the given canonical one, or -1. */
  spelling(term: number, canonical: string): number {
    const spellings = (this.words[term] ?? '').split('\t');
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
    return (this.words[term] ?? '').split('\t')[spelling - (this.spellingsFrom[term] as number) + 1] ?? '';
  }

  private lowerBound(folded: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.termText(middle) < folded) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What each token of a stream counts, by the field it stands in and its place there; fed token by token. */
export class TokenWeights {
  private weight: number = 1;
  private opening = 0;

  /** The weight of the next token; 0 for a mark, which begins a field or ends the document. */
  next(token: number): number {
    if (token < MARKS) {
      if (token > 0) {
        this.weight = FIELD_WEIGHTS[token - 1] ?? 1;
        this.opening = token - 1 === OPENING_FIELD ? OPENING_TOKENS : 0;
      }
      return 0;
    }
    return this.opening-- > 0 ? OPENING_WEIGHT : this.weight;
  }
}

/** An array wide enough for numbers below `limit`. */
function numbers(limit: number, length: number): Numbers {
  return limit <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

function decodeStream(
  stream: Uint8Array,
  singles: Uint32Array,
  tokens: Numbers,
  docStart: Uint32Array,
): void {
  const first = MARKS + singles.length;
  let doc = 0;
  let out = 0;
  for (let at = 0; at < stream.length; ) {
    const byte = stream[at++] as number;
    if (byte < MARKS) {
      tokens[out++] = byte;
      if (byte === 0) docStart[++doc] = out;
    } else if (byte < first) {
      tokens[out++] = (singles[byte - MARKS] as number) + MARKS;
    } else if (byte < ESCAPE) {
      tokens[out++] = ((byte - first) << 8) + (stream[at++] as number) + MARKS;
    } else {
      tokens[out++] =
        ((stream[at] as number) << 16) +
        ((stream[at + 1] as number) << 8) +
        (stream[at + 2] as number) +
        MARKS;
      at += 3;
    }
  }
  if (out !== tokens.length || doc !== docStart.length - 1) {
    throw new IndexDamaged('search index: its stream is not whole');
  }
}
