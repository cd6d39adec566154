/**
 * The packed index, byte by byte. One forward stream of tokens holds everything (order, spellings, fields);
 * postings are derived from it on opening, which is cheaper than shipping them.
 *
 *   magic "TCBC" · version · checksum of all that follows (u32)
 *   header       varints: documents, tokens, bytes of a token (2, or 4 for huge vocabularies), terms, spellings,
 *                bytes of words and of aliases
 *   frequencies  varints: in how many documents each term stands
 *   words        UTF-8: folded terms in the order of their bytes, each with its spellings:  "giao \t giáo \t giao \n"
 *   aliases      UTF-8 lines "from \t to"
 *   stream       at a multiple of four bytes; per document: field mark, spellings with breaks among them, field mark,
 *                …, end mark; little-endian, as every machine in use has it, so that it is read where it lies
 *
 * Tokens of fixed width come out of brotli smaller than a code by frequency, and need no decoding.
 */

/** Raised by `openIndex` for bytes that are no index of this version, or were cut short or altered. */
export class IndexDamaged extends Error {
  override name = 'IndexDamaged';
}

export const VERSION = 5;
const MAGIC = [0x54, 0x43, 0x42, 0x43];
/** Bytes before the payload; a multiple of four. */
const PREAMBLE = 12;

/** The fields of a document, in the order of their marks in the stream. `weight`: how much one occurrence counts. */
export const FIELDS = [
  { name: 'body', weight: 1 },
  { name: 'title', weight: 3 },
  { name: 'organization', weight: 1 },
  { name: 'place', weight: 3 },
  { name: 'period', weight: 1 },
  { name: 'directives', weight: 1 },
  { name: 'terms', weight: 1 },
] as const;
/** A text's opening says what it is about: its first tokens count as two. */
export const OPENING = { field: 0, tokens: 16, weight: 2 };
export type FieldName = (typeof FIELDS)[number]['name'];

/** Stands where punctuation parts two tokens of a field. */
export const BREAK = 8;
/** Stream codes below this are marks: 0 ends a document, f + 1 begins field f, BREAK parts two tokens. */
export const MARKS = 9;

/** Appends bytes, growing as needed. */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  /** @param room bytes that it begins with */
  constructor(room = 1 << 16) {
    this.bytes = new Uint8Array(room);
  }

  byte(value: number): void {
    this.reserve(this.length + 1);
    this.bytes[this.length++] = value;
  }

  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  append(bytes: Uint8Array): void {
    this.reserve(this.length + bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  private reserve(size: number): void {
    if (size <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(size, this.bytes.length * 2));
    grown.set(this.bytes);
    this.bytes = grown;
  }

  result(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }
}

/** Reads varints and sections; running off the end is damage. */
export class ByteReader {
  at: number;
  constructor(
    private readonly bytes: Uint8Array,
    start: number,
  ) {
    this.at = start;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) break;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    throw new IndexDamaged('search index: it is cut short');
  }

  /** A section that begins at a multiple of four bytes from the start of the index. */
  alignedSection(length: number): Uint8Array {
    this.at = Math.ceil(this.at / 4) * 4;
    return this.section(length);
  }

  section(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new IndexDamaged('search index: it is cut short');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** Puts magic, version and checksum before the payload. */
export function seal(payload: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(PREAMBLE + payload.length);
  sealed.set(MAGIC, 0);
  sealed[4] = VERSION;
  sealed.set(payload, PREAMBLE);
  new DataView(sealed.buffer).setUint32(8, checksum(payload), true);
  return sealed;
}

/** Checks magic, version and checksum; returns where the payload begins. Throws `IndexDamaged`. */
export function unseal(bytes: Uint8Array): number {
  if (bytes.length < PREAMBLE || MAGIC.some((value, i) => bytes[i] !== value)) {
    throw new IndexDamaged('search index: this is not a packed index');
  }
  if (bytes[4] !== VERSION) {
    throw new IndexDamaged(`search index: version ${bytes[4]} is not the ${VERSION} that this program reads`);
  }
  const stated = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  if (bytes[5] || bytes[6] || bytes[7] || stated !== checksum(bytes.subarray(PREAMBLE))) {
    throw new IndexDamaged(
      'search index: its checksum does not agree, it was cut short or altered on the way',
    );
  }
  return PREAMBLE;
}

/**
 * A 32-bit checksum, four bytes a step. Every step is a bijection of the state, so a change within one word of
 * four bytes is always noticed; the length is mixed in.
 */
export function checksum(bytes: Uint8Array): number {
  let hash = bytes.length | 0;
  const words = bytes.length >> 2;
  for (let i = 0, at = 0; i < words; i++, at += 4) {
    const word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (let at = words << 2; at < bytes.length; at++) {
    hash = Math.imul(hash ^ (bytes[at] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
