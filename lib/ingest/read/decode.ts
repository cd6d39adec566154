/** Bytes to text: which of the encodings Vietnamese has been written in, judged by what comes out of each. */

import { syllableShare } from '../page/syllable';
import { IngestFailure } from './failure';
import { fromLegacy, type LegacyCharset } from './legacy';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | LegacyCharset | 'mixed';

export interface Decoded {
  text: string;
  encoding: Encoding;
}

/** A text that reads so well needs no other decoding tried. */
const READS_WELL = 0.75;
/** Another decoding must read so much better than plain text to be believed. */
const CLEARLY_BETTER = 0.12;
/** Share of control characters above which bytes are no text. */
const CONTROL_SHARE = 0.02;

/**
 * Decodes a text file: UTF-8 and UTF-16 (with or without a mark), windows-1258, TCVN3, VNI, VIQR, lines of several.
 *
 * @throws IngestFailure `empty`, `binary`.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new IngestFailure('empty', 'the file is empty', 'save the page again');
  const wide = wideEncoding(bytes);
  if (wide) return checked({ text: new TextDecoder(wide).decode(bytes), encoding: wide });
  if (bytes.subarray(0, 4096).includes(0)) throw binary();
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return checked(ofPlainText(utf8));
  return checked(ofBytes(bytes));
}

function binary(): IngestFailure {
  return new IngestFailure('binary', 'the file is not text', 'give a .txt, .html, .docx or .pdf file');
}

function checked(decoded: Decoded): Decoded {
  const { text } = decoded;
  if (text.trim() === '') throw new IngestFailure('empty', 'the file has no text', 'save the page again');
  const sample = text.slice(0, 20_000);
  let controls = 0;
  for (const character of sample) if (isControl(character)) controls++;
  if (controls > sample.length * CONTROL_SHARE) throw binary();
  return decoded;
}

function isControl(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 9 || (code > 13 && code < 32) || code === 0xfffd;
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: Latin letters, spaces and line ends leave a zero in every second byte.
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte === 0) index % 2 === 0 ? even++ : odd++;
  });
  if (odd > sample.length * 0.2 && even === 0) return 'utf-16le';
  return even > sample.length * 0.2 && odd === 0 ? 'utf-16be' : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Sound UTF-8, which may still spell an old charset (text copied out of an old font). */
function ofPlainText(text: string): Decoded {
  // Letters that only Vietnamese has, in number: nothing else can be meant.
  const ENOUGH = 20;
  if ((text.slice(0, 8000).match(/[\u1ea0-\u1ef9]/g)?.length ?? 0) >= ENOUGH)
    return { text, encoding: 'utf-8' };
  const share = syllableShare(text);
  if (share >= READS_WELL) return { text, encoding: 'utf-8' };
  return best([{ text, encoding: 'utf-8', share: share + CLEARLY_BETTER }, ...legacyReadings(text)]);
}

function ofBytes(bytes: Uint8Array): Decoded {
  const latin = new TextDecoder('windows-1252').decode(bytes);
  const readings: Reading[] = [
    reading(new TextDecoder('windows-1258').decode(bytes).normalize('NFC'), 'windows-1258'),
    ...legacyReadings(latin),
  ];
  const mixed = byLine(bytes);
  if (mixed) readings.push(mixed);
  return best(readings);
}

interface Reading extends Decoded {
  share: number;
}

function reading(text: string, encoding: Encoding): Reading {
  return { text, encoding, share: syllableShare(text) };
}

function legacyReadings(latin: string): Reading[] {
  return (['tcvn3', 'vni', 'viqr'] as const).map((charset) => reading(fromLegacy(latin, charset), charset));
}

function best(readings: Reading[]): Decoded {
  const [first] = readings.sort((a, b) => b.share - a.share);
  return { text: first?.text ?? '', encoding: first?.encoding ?? 'utf-8' };
}

/** Lines pasted together from pages of different encodings: each line by itself, sound UTF-8 first. */
function byLine(bytes: Uint8Array): Reading | null {
  const lines: string[] = [];
  let sound = 0;
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    const utf8 = strictUtf8(line);
    if (utf8 !== null && line.some((byte) => byte > 127)) sound++;
    lines.push(
      utf8 ??
        best([
          reading(new TextDecoder('windows-1258').decode(line).normalize('NFC'), 'windows-1258'),
          ...legacyReadings(new TextDecoder('windows-1252').decode(line)),
        ]).text,
    );
    start = end + 1;
  }
  return sound === 0 ? null : reading(lines.join('\n'), 'mixed');
}
