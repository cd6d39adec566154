/** Word files: checked before they are unpacked, then read as paragraphs. */
import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { IngestFailure } from './failure';
import type { RawPage } from './read';

/** All parts unpacked, in bytes: a long report with pictures is well below. */
const LARGEST_UNPACKED = 100 * 1024 * 1024;
/** The text part alone. */
const LARGEST_TEXT = 30 * 1024 * 1024;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** @throws IngestFailure `bomb`, `encrypted`, `broken`, `empty`. */
export async function readDocx(bytes: Uint8Array): Promise<RawPage> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkZip(buffer);
  let text: string;
  try {
    text = (await mammoth.extractRawText({ buffer })).value;
  } catch {
    throw broken();
  }
  if (text.trim() === '')
    throw new IngestFailure(
      'empty',
      'the document has no text',
      'check the file; pictures of pages are not read',
    );
  return { text: text.replace(/\n{2,}/g, '\n'), metadata: {}, encoding: null };
}

function broken(): IngestFailure {
  return new IngestFailure(
    'broken',
    'the Word file is damaged or is another kind of archive',
    'open it in Word and save it again as .docx',
  );
}

interface Entry {
  name: string;
  flags: number;
  method: number;
  packed: number;
  unpacked: number;
  header: number;
}

/** Refuses an archive by what its directory declares, and by what its text really unpacks to. */
function checkZip(zip: Buffer): void {
  const entries = readDirectory(zip);
  const text = entries.find(({ name }) => name === 'word/document.xml');
  if (!text) throw broken();
  if (entries.some(({ flags }) => flags & 1))
    throw new IngestFailure('encrypted', 'the document has a password', 'save it without a password');
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > LARGEST_UNPACKED) throw bomb();
  // A directory can lie: every compressed part is unpacked against the limit before anything else touches it.
  let left = LARGEST_UNPACKED;
  for (const entry of entries) {
    const unpacked = unpackedSize(zip, entry, Math.min(left, entry === text ? LARGEST_TEXT : left));
    left -= unpacked;
    if (left <= 0) throw bomb();
  }
}

function bomb(): IngestFailure {
  return new IngestFailure(
    'bomb',
    'the archive unpacks to far more than a document holds',
    'do not open it; ask where it came from',
  );
}

function readDirectory(zip: Buffer): Entry[] {
  const MAX_COMMENT = 0xffff + 22;
  let end = -1;
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - MAX_COMMENT) && end < 0; at--)
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) end = at;
  if (end < 0) throw broken();
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken();
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      header: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function unpackedSize(zip: Buffer, entry: Entry, limit: number): number {
  if (entry.method === 0) return entry.unpacked;
  if (entry.method !== 8 || entry.header + 30 > zip.length) throw broken();
  const start = entry.header + 30 + zip.readUInt16LE(entry.header + 26) + zip.readUInt16LE(entry.header + 28);
  try {
    return inflateRawSync(zip.subarray(start, start + entry.packed), { maxOutputLength: Math.max(1, limit) })
      .length;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : broken();
  }
}
