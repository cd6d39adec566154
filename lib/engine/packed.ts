import { spelling as canonicalSpelling } from '../vietnamese/fold';
import { BREAK, ByteReader, FIELDS, MARKS as FORMAT_MARKS, IndexDamaged, OPENING, unseal } from './format';
import { STEPS } from './order';
import type { Question } from './question';
import type { Ranking } from './rank';
import type { Pair, Part } from './runs';
import type { Thing } from './things';
import type { Unit } from './units';

/** Saturation and length normalisation of BM25. */
const K1 = 1.2;
const B = 0.75;

/** Read in the innermost loops, where bundlers make an imported name a call. */
const MARKS = FORMAT_MARKS;
const FIELD_WEIGHTS: number[] = FIELDS.map((field) => field.weight);
const TITLE_MARK = 1 + FIELDS.findIndex(({ name }) => name === 'title');
const { field: OPENING_FIELD, tokens: OPENING_TOKENS, weight: OPENING_WEIGHT } = OPENING;

export type Numbers = Uint16Array | Uint32Array;

/** Where a term stands: documents in order, and beside each how much it counts there (occurrences by weight). */
export interface Postings {
  docs: Numbers;
  frequencies: Uint8Array;
  /** Places in the stream, in order. */
  positions: Uint32Array;
}

/** Places in the stream of several terms, in the order of the terms. */
interface Places {
  /** Where those of a term begin, by the term. */
  starts: Uint32Array;
  positions: Uint32Array;
}

/** The words of an index: what the excerpts of one collection share. */
export interface Dictionary {
  terms: number;
  /** Term of each spelling. */
  termOf: Numbers;
  /** First spelling of each term (and one past the last). */
  spellingsFrom: Uint32Array;
  /** In how many documents each term stands. */
  frequencyOf: Numbers;
  /** The words section where it lies in the bytes, and where each term's line begins in it (and one past the last). */
  words: Uint8Array;
  lineStart: Uint32Array;
  aliases: readonly { from: string; to: string }[];
}

/** What is known of all documents by an index that holds some of them: they are scored as among all. */
export interface Collection {
  documents: number;
  /** Tokens of a document on the average, marks aside. */
  averageLength: number;
  /** Tokens of all their streams. */
  tokens: number;
  /** How often each term stands in all of them. */
  occurrences: Uint32Array;
  /** In how many documents each spelling stands. */
  spellingFrequencies: Uint32Array;
  pair(left: number, right: number): Pair;
  /** In how many documents a run stands. */
  holding(run: readonly Part[]): number;
  /** In how many documents any of several runs stands. */
  holdingAny(runs: readonly (readonly Part[])[]): number;
  /** Of the things asked for: how many documents hold all, of each how many lack it alone, and whether any holds it. */
  answered(
    question: Question,
    things: readonly Thing[],
    units: readonly Unit[],
  ): Pick<Ranking, 'lackOnly' | 'held'> & { found: number };
  /** Phrases are looked for in documents that hold one of the terms. */
  sampled(terms: readonly number[]): void;
}

interface PackedParts {
  dictionary: Dictionary;
  documents: number;
  tokens: Numbers;
  collection: Collection | null;
}

/**
 * A packed index, opened: the token stream of every document and, derived from it when first asked for, the postings
 * of a folded term. All in typed arrays; strings are made only for the words of a question.
 *
 *   tokens     … 0 │ 2 t t t │ 1 t t t t t t 0 │ …       t = MARKS + number of a spelling
 *   docStart   ────┘ first token of each document
 */
export class PackedIndex {
  readonly documents: number;
  readonly terms: number;
  readonly tokens: Numbers;
  readonly docStart: Uint32Array;
  /** The document that each block of tokens begins in. */
  private readonly docOfBlock: Uint32Array;
  /** Term of each spelling. */
  readonly termOf: Numbers;
  /** First spelling of each term (and one past the last). */
  readonly spellingsFrom: Uint32Array;
  /** BM25's denominator without the frequency: k1 · (1 - b + b · length / average). */
  readonly norm: Float32Array;
  readonly aliases: readonly { from: string; to: string }[];
  /** Set where the documents are an excerpt of more. */
  readonly collection: Collection | null;
  /**
   * Working memory of one search, cleared by whoever takes it: allocating it anew each time would set off the
   * collector, which takes longer than the search.
   */
  readonly scratch: {
    scores: Float32Array;
    near: Uint8Array;
    best: Float32Array;
    held: Int32Array;
    slots: Uint8Array;
    steps: Uint32Array;
  };
  /** In how many documents each term stands, of the collection where this is an excerpt. */
  private readonly frequencyOf: Numbers;
  /** How often each term stands in the documents that are here, and in how many of them. */
  private readonly occurrencesOf: Uint32Array;
  private readonly ownFrequencyOf: Numbers;
  /** In how many documents each spelling stands, of the collection where this is an excerpt; null until all are counted. */
  private spellingFrequencies: Uint32Array | null;
  /** Where what a token counts changes (at each field, and behind the opening of a text), and to what. */
  sectionStart = new Uint32Array(0);
  sectionWeight = new Uint8Array(0);
  /** The first of these in each document. */
  readonly docSection: Uint32Array;
  /** Of each title a number made of its terms, once one was asked for. */
  private titles: Uint32Array | null = null;
  /** Terms that stand no oftener are gathered all together, once one of them is asked for. */
  private rareMost = RARE;
  private rare: Places | null = null;
  /** Postings that were asked for so far. */
  private readonly gathered = new Map<number, Postings>();
  /** Frequencies of spellings that were counted one by one. */
  private readonly spelled = new Map<number, number>();
  /** Lines of the word list and canonical spellings read lately: every answer reads the same few thousand again. */
  private readonly lines = new Map<number, readonly string[]>();
  private readonly canonical = new Map<number, string>();
  private readonly words: Uint8Array;
  private readonly lineStart: Uint32Array;

  constructor({ dictionary, documents, tokens, collection }: PackedParts) {
    this.documents = documents;
    this.tokens = tokens;
    this.collection = collection;
    this.terms = dictionary.terms;
    this.termOf = dictionary.termOf;
    this.spellingsFrom = dictionary.spellingsFrom;
    this.frequencyOf = dictionary.frequencyOf;
    this.words = dictionary.words;
    this.lineStart = dictionary.lineStart;
    this.aliases = dictionary.aliases;
    this.docStart = new Uint32Array(documents + 1);
    this.docOfBlock = new Uint32Array(Math.ceil(tokens.length / BLOCK));
    this.norm = new Float32Array(documents);
    this.occurrencesOf = new Uint32Array(this.terms);
    this.docSection = new Uint32Array(documents + 1);
    this.spellingFrequencies = collection?.spellingFrequencies ?? null;
    this.measure();
    this.ownFrequencyOf = collection ? this.countOwn() : this.frequencyOf;
    this.scratch = {
      scores: new Float32Array(this.documents),
      near: new Uint8Array(this.documents),
      best: new Float32Array(this.documents),
      held: new Int32Array(this.documents),
      slots: new Uint8Array(MARKS + this.termOf.length),
      steps: new Uint32Array(STEPS + 1),
    };
  }

  /** Documents of the collection: those here, or those that they are an excerpt of. */
  get size(): number {
    return this.collection?.documents ?? this.documents;
  }

  /** Where documents and what tokens count begin in the stream, how long documents are, how often terms stand. */
  private measure(): void {
    const { tokens, docStart, docOfBlock, norm, documents, termOf, occurrencesOf } = this;
    const counts = new Uint32Array(MARKS + termOf.length);
    const starts: number[] = [];
    const weights: number[] = [];
    let doc = 0;
    let marks = 0;
    let breaks = 0;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as number;
      counts[token] = (counts[token] as number) + 1;
      if (token >= BREAK) continue;
      marks++;
      if (token > 0) {
        const field = token - 1;
        const weight = FIELD_WEIGHTS[field] ?? 1;
        if (field === OPENING_FIELD) {
          starts.push(at, this.openingEnd(at));
          weights.push(OPENING_WEIGHT, weight);
        } else {
          starts.push(at);
          weights.push(weight);
        }
        continue;
      }
      norm[doc] = at + 1 - (docStart[doc] as number) - marks - ((counts[BREAK] as number) - breaks);
      docOfBlock.fill(doc, Math.ceil((docStart[doc] as number) / BLOCK), Math.ceil((at + 1) / BLOCK));
      docStart[++doc] = at + 1;
      this.docSection[doc] = starts.length;
      marks = 0;
      breaks = counts[BREAK] as number;
    }
    if (doc !== documents) throw new IndexDamaged('search index: its stream is not whole');
    this.sectionStart = new Uint32Array(starts);
    this.sectionWeight = new Uint8Array(weights);
    for (let spelling = 0; spelling < termOf.length; spelling++) {
      const term = termOf[spelling] as number;
      occurrencesOf[term] = (occurrencesOf[term] as number) + (counts[MARKS + spelling] as number);
    }
    const own = norm.reduce((sum, length) => sum + length, 0) / Math.max(1, documents);
    const average = (this.collection?.averageLength ?? own) || 1;
    for (doc = 0; doc < documents; doc++) norm[doc] = K1 * (1 - B + (B * (norm[doc] as number)) / average);
  }

  /** Behind the last token of a text's opening, the text beginning behind its mark. */
  private openingEnd(mark: number): number {
    const { tokens } = this;
    let at = mark + 1;
    for (let left = OPENING_TOKENS; left > 0 && (tokens[at] as number) >= BREAK; at++) {
      if (tokens[at] !== BREAK) left--;
    }
    return at;
  }

  /** In how many of the documents that are here each term stands. */
  private countOwn(): Numbers {
    const { tokens, termOf, documents } = this;
    const frequencies = numbers(documents + 1, this.terms);
    const lastDoc = new Int32Array(this.terms).fill(-1);
    let doc = 0;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as number;
      if (token === 0) doc++;
      if (token < MARKS) continue;
      const term = termOf[token - MARKS] as number;
      if (lastDoc[term] === doc) continue;
      lastDoc[term] = doc;
      frequencies[term] = (frequencies[term] as number) + 1;
    }
    return frequencies;
  }

  /** Where a term stands. The first time this may read the whole stream: `gather` several terms in one go. */
  postings(term: number): Postings {
    let postings = this.gathered.get(term);
    if (!postings) {
      this.gather([term]);
      postings = this.gathered.get(term) as Postings;
    }
    return postings;
  }

  /**
   * Gathers the postings of all these terms that were not asked for before: frequent ones in one pass over the stream,
   * rare ones from what one pass found of all rare ones.
   */
  gather(terms: Iterable<number>): void {
    const frequent = new Set<number>();
    for (const term of terms) {
      if (this.gathered.has(term)) continue;
      if ((this.occurrencesOf[term] as number) > this.rareMost) frequent.add(term);
      else this.keep(term, this.placesOfRare());
    }
    if (!frequent.size) return;
    const places = this.placesOf([...frequent]);
    for (const term of frequent) this.keep(term, places);
  }

  /**
   * Gathers all terms in one pass, four bytes a token, and counts all spellings: for who answers many and is to answer each
   * at once. A browser opens in less time without.
   */
  gatherAll(): void {
    this.rareMost = Infinity;
    this.rare = null;
    this.placesOfRare();
    this.spellingFrequencies ??= this.countSpellings();
  }

  private countSpellings(): Uint32Array {
    const { tokens } = this;
    const frequencies = new Uint32Array(this.termOf.length);
    // The document, counted from 1, that each spelling was last met in.
    const last = new Uint32Array(frequencies.length);
    let doc = 1;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as number;
      if (token === 0) doc++;
      const spelling = token - MARKS;
      if (spelling < 0 || last[spelling] === doc) continue;
      last[spelling] = doc;
      frequencies[spelling] = (frequencies[spelling] as number) + 1;
    }
    return frequencies;
  }

  private placesOfRare(): Places {
    if (this.rare) return this.rare;
    const terms: number[] = [];
    for (let term = 0; term < this.terms; term++) {
      if ((this.occurrencesOf[term] as number) <= this.rareMost) terms.push(term);
    }
    this.rare = this.placesOf(terms);
    return this.rare;
  }

  /** Where each of several terms stands, in one pass over the stream. */
  private placesOf(wanted: readonly number[]): Places {
    const { tokens, termOf, spellingsFrom, occurrencesOf } = this;
    const starts = new Uint32Array(this.terms);
    const isWanted = new Uint8Array(MARKS + termOf.length);
    let total = 0;
    for (const term of wanted) {
      isWanted.fill(1, MARKS + (spellingsFrom[term] as number), MARKS + (spellingsFrom[term + 1] as number));
      starts[term] = total;
      total += occurrencesOf[term] as number;
    }
    const positions = new Uint32Array(total);
    const next = starts.slice();
    const take = (at: number): void => {
      const token = tokens[at] as number;
      if (!isWanted[token]) return;
      const term = termOf[token - MARKS] as number;
      positions[next[term] as number] = at;
      next[term] = (next[term] as number) + 1;
    };
    // Four at a time: most are not wanted, and this loop is what a new word costs.
    const fours = tokens.length & ~3;
    for (let at = 0; at < fours; at += 4) {
      const any =
        (isWanted[tokens[at] as number] as number) |
        (isWanted[tokens[at + 1] as number] as number) |
        (isWanted[tokens[at + 2] as number] as number) |
        (isWanted[tokens[at + 3] as number] as number);
      if (any === 0) continue;
      for (let i = at; i < at + 4; i++) take(i);
    }
    for (let at = fours; at < tokens.length; at++) take(at);
    return { starts, positions };
  }

  private keep(term: number, { starts, positions: all }: Places): void {
    const { docStart, docSection, sectionStart, sectionWeight } = this;
    const length = this.ownFrequencyOf[term] as number;
    const docs = numbers(this.documents, length);
    const frequencies = new Uint8Array(length);
    const start = starts[term] as number;
    const positions = all.subarray(start, start + (this.occurrencesOf[term] as number));
    let doc = 0;
    let end = 0;
    let section = 0;
    let place = -1;
    for (let i = 0; i < positions.length; i++) {
      const at = positions[i] as number;
      if (at >= end) {
        doc = this.documentAt(at);
        end = docStart[doc + 1] as number;
        section = docSection[doc] as number;
        docs[++place] = doc;
      }
      while ((sectionStart[section + 1] as number) <= at) section++;
      const frequency = (frequencies[place] as number) + (sectionWeight[section] as number);
      frequencies[place] = Math.min(frequency, 255);
    }
    this.gathered.set(term, { docs, frequencies, positions });
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

  /** Numbers of documents, kept in little room. */
  numbered(documents: readonly number[]): Numbers {
    const kept = numbers(this.documents, documents.length);
    kept.set(documents);
    return kept;
  }

  /** In how many documents the term stands. */
  documentFrequency(term: number): number {
    return this.frequencyOf[term] as number;
  }

  /** How often the term stands in all documents. */
  occurrences(term: number): number {
    return (this.collection?.occurrences ?? this.occurrencesOf)[term] as number;
  }

  /** The documents whose title is these terms, punctuation aside. */
  titled(terms: readonly number[]): number[] {
    this.titles ??= Uint32Array.from({ length: this.documents }, (_, doc) => sumOf(this.titleOf(doc)));
    const wanted = sumOf(terms);
    const titled: number[] = [];
    for (let doc = this.titles.indexOf(wanted); doc >= 0; doc = this.titles.indexOf(wanted, doc + 1)) {
      if (this.titleOf(doc).join() === terms.join()) titled.push(doc);
    }
    return titled;
  }

  /** The terms of a document's title. */
  private titleOf(doc: number): number[] {
    const { tokens, termOf, sectionStart } = this;
    const terms: number[] = [];
    const after = this.docSection[doc + 1] as number;
    for (let section = this.docSection[doc] as number; section < after; section++) {
      let at = sectionStart[section] as number;
      if (tokens[at] !== TITLE_MARK) continue;
      while ((tokens[++at] as number) >= BREAK) {
        const token = tokens[at] as number;
        if (token !== BREAK) terms.push(termOf[token - MARKS] as number);
      }
      break;
    }
    return terms;
  }

  /** The document that a place in the stream belongs to. */
  documentAt(position: number): number {
    const { docStart } = this;
    let doc = this.docOfBlock[Math.floor(position / BLOCK)] as number;
    while ((docStart[doc + 1] as number) <= position) doc++;
    return doc;
  }

  /** The number of the term's spelling that equals the given canonical one, or -1. */
  spelling(term: number, canonical: string): number {
    const first = this.spellingsFrom[term] as number;
    const after = first + this.line(term).length - 1;
    for (let spelling = first; spelling < after; spelling++)
      if (this.canonicalText(spelling) === canonical) return spelling;
    return -1;
  }

  /** A spelling as it is written in the documents, lower case. */
  spellingText(spelling: number): string {
    const term = this.termOf[spelling] as number;
    return this.line(term)[spelling - (this.spellingsFrom[term] as number) + 1] ?? '';
  }

  /** A spelling in its canonical form. */
  canonicalText(spelling: number): string {
    const known = this.canonical.get(spelling);
    if (known !== undefined) return known;
    const text = canonicalSpelling(this.spellingText(spelling));
    if (this.canonical.size >= WORDS_REMEMBERED) this.canonical.clear();
    this.canonical.set(spelling, text);
    return text;
  }

  /** In how many documents a spelling stands. Remembered. */
  spellingFrequency(spelling: number): number {
    if (this.spellingFrequencies) return this.spellingFrequencies[spelling] as number;
    const known = this.spelled.get(spelling);
    if (known !== undefined) return known;
    const { docStart, tokens } = this;
    let frequency = 0;
    let end = 0;
    // Sorted places: a document is counted at its first.
    for (const at of this.postings(this.termOf[spelling] as number).positions) {
      if (tokens[at] !== spelling + MARKS || at < end) continue;
      frequency++;
      end = docStart[this.documentAt(at) + 1] as number;
    }
    this.spelled.set(spelling, frequency);
    return frequency;
  }

  /** A term and its spellings. */
  private line(term: number): readonly string[] {
    const known = this.lines.get(term);
    if (known) return known;
    const line = this.readLine(term);
    if (this.lines.size >= WORDS_REMEMBERED) this.lines.clear();
    this.lines.set(term, line);
    return line;
  }

  private readLine(term: number): string[] {
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

/**
 * Takes a packed index apart.
 * @throws IndexDamaged when the bytes are cut short, altered or of another version
 */
export function readPacked(bytes: Uint8Array): PackedParts {
  const reader = new ByteReader(bytes, unseal(bytes));
  const documents = reader.varint();
  const tokens = reader.varint();
  const width = reader.varint();
  const terms = reader.varint();
  const spellings = reader.varint();
  const [wordBytes, aliasBytes] = [reader.varint(), reader.varint()];
  const frequencies = numbers(documents + 1, terms);
  for (let term = 0; term < terms; term++) frequencies[term] = reader.varint();
  const words = reader.section(wordBytes);
  const aliases = reader.section(aliasBytes);
  const stream = reader.alignedSection(tokens * width);
  const lying = asNumbers(stream, width);
  // What was fetched is either read where it lies or not kept at all.
  const kept = lying.buffer === stream.buffer ? words : new Uint8Array(words);
  return {
    dictionary: dictionaryOf(kept, frequencies, spellings, aliases),
    documents,
    tokens: lying,
    collection: null,
  };
}

/**
 * Reads the words of an index.
 * @param frequencyOf in how many documents each term stands
 * @throws IndexDamaged when they are not whole
 */
export function dictionaryOf(
  words: Uint8Array,
  frequencyOf: Numbers,
  spellings: number,
  aliases: Uint8Array,
): Dictionary {
  const terms = frequencyOf.length;
  const lineStart = new Uint32Array(terms + 1);
  const termOf = numbers(terms, spellings);
  const spellingsFrom = new Uint32Array(terms + 1);
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
  lineStart[terms] = words.length + 1;
  spellingsFrom[terms] = spelling;
  if (spelling !== spellings) throw new IndexDamaged('search index: its dictionary is not whole');
  return {
    terms,
    termOf,
    spellingsFrom,
    frequencyOf,
    words,
    lineStart,
    aliases: new TextDecoder()
      .decode(aliases)
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [from = '', to = ''] = line.split('\t');
        return { from, to };
      }),
  };
}

/**
 * A term that stands no oftener is rare: of the 22,512 terms of 10,000 articles all but 900, and one in twenty of their
 * tokens.
 */
const RARE = 256;
/** Tokens of a block. */
const BLOCK = 128;

/** A number made of some terms in their order: seldom the same for others. */
function sumOf(terms: readonly number[]): number {
  return terms.reduce((sum, term) => (Math.imul(sum, 31) + term + 1) >>> 0, 0);
}

const TAB = 9;
const NEW_LINE = 10;
/** Words remembered, of some hundred bytes each. */
const WORDS_REMEMBERED = 10_000;
const decoder = new TextDecoder();

/** What a token counts, by the field it stands in and its place there: told of each mark on the way through. */
export class TokenWeights {
  private weight = 1;
  private openingEnd = 0;

  mark(mark: number, at: number): void {
    if (mark === BREAK) {
      if (at < this.openingEnd) this.openingEnd++;
      return;
    }
    this.weight = FIELD_WEIGHTS[mark - 1] ?? 1;
    this.openingEnd = mark - 1 === OPENING_FIELD ? at + 1 + OPENING_TOKENS : 0;
  }

  at(at: number): number {
    return at < this.openingEnd ? OPENING_WEIGHT : this.weight;
  }
}

/** Little-endian numbers, read where they lie; copied only when they lie askew. */
function asNumbers(bytes: Uint8Array, width: number): Numbers {
  // Not `slice`: of Node's Buffer that is the same bytes again, as askew as before.
  const lying = bytes.byteOffset % width === 0 ? bytes : new Uint8Array(bytes);
  const length = lying.length / width;
  return width === 2
    ? new Uint16Array(lying.buffer, lying.byteOffset, length)
    : new Uint32Array(lying.buffer, lying.byteOffset, length);
}

/** An array wide enough for numbers below `limit`. */
function numbers(limit: number, length: number): Numbers {
  return limit <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}
