/** Bytes of a file of the catalogue to its text: what is no text, or could play tricks, is named with its line. */
import { isUtf8 } from 'node:buffer';

/** Why a file is not read, and where. */
export interface Unreadable {
  /** From 1; absent where it concerns the whole file. */
  line?: number;
  reason: string;
}

/** Bytes of the largest file that is read: the largest page that ingest takes, with its facts. */
export const LARGEST_FILE = 24 * 1024 * 1024;

/** Control characters other than tabs and line ends. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

/** The text of a file that is UTF-8. */
export function decodeText(bytes: Uint8Array): string | Unreadable {
  if (bytes.length > LARGEST_FILE) return { reason: tooLarge(bytes.length) };
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  return { line: lineOfBadByte(bytes), reason: 'is not UTF-8: save the file again in that encoding' };
}

export function tooLarge(size: number): string {
  return `has ${Math.ceil(size / 1024 / 1024)} MB, more than ${LARGEST_FILE / 1024 / 1024}`;
}

/** The first control character of a text; null where it has none. */
export function findControl(text: string): Unreadable | null {
  const match = CONTROL.exec(text);
  if (!match) return null;
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { line: lineAt(text, match.index), reason: `has the control character U+${code}` };
}

/** Line (from 1) of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end;
  }
  return line;
}
