/** Word files: checked before they are unpacked, then read as paragraphs. */
import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { IngestFailure } from './failure';
import type { RawPage } from './raw';

/** All parts unpacked, in bytes: a long report with pictures is well below. */
const LARGEST_UNPACKED = 100 * 1024 * 1024;
/** The text part alone. */
const LARGEST_TEXT = 30 * 1024 * 1024;
/** Files in the archive. */
const MOST_FILES = 2000;
/** Tags in all its XML; each takes its reader about 600 bytes. A hundred printed pages have some 120,000. */
const MOST_TAGS = 400_000;
/** Elements within elements: a table in a table in a table is at about 40. */
const DEEPEST = 200;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** @throws IngestFailure `bomb`, `encrypted`, `broken`, `empty`. */
export async function readDocx(bytes: Uint8Array): Promise<RawPage> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkZip(buffer);
  let text: string;
  try {
    text = await textOf(buffer);
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

/** As much of mammoth's document tree as its text needs. */
interface Node {
  type: string;
  value?: string;
  breakType?: string;
  children?: Node[];
}

/** Paragraphs and the line breaks within them, each on a line: letterheads and signatures are broken lines of one cell. */
async function textOf(buffer: Buffer): Promise<string> {
  let text = '';
  const write = ({ type, value, children = [] }: Node): void => {
    if (type === 'text') text += value ?? '';
    else if (type === 'tab') text += '\t';
    else if (type === 'break') text += '\n';
    for (const child of children) write(child);
    if (type === 'paragraph') text += '\n';
  };
  await mammoth.convertToHtml(
    { buffer },
    {
      transformDocument: (document: Node) => {
        write(document);
        return { ...document, children: [] };
      },
    },
  );
  return text;
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
  let tags = MOST_TAGS;
  for (const entry of entries) {
    const content = unpack(zip, entry, Math.min(left, entry === text ? LARGEST_TEXT : left));
    left -= content.length;
    if (/\.(?:xml|rels)$/i.test(entry.name)) tags -= countTags(content);
    if (left <= 0 || tags < 0) throw bomb();
  }
}

/** @throws IngestFailure where they are nested too deeply. */
function countTags(xml: Buffer): number {
  let tags = 0;
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    tags++;
    const next = xml[at + 1];
    if (next === SLASH) depth--;
    else if (next !== QUESTION && next !== EXCLAMATION) {
      const end = xml.indexOf('>', at);
      if (end < 0) throw broken();
      if (xml[end - 1] !== SLASH) depth++;
    }
    if (depth > DEEPEST || tags > MOST_TAGS) throw bomb();
  }
  return tags;
}

const [SLASH, QUESTION, EXCLAMATION] = Buffer.from('/?!');

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
  if (zip.readUInt16LE(end + 10) > MOST_FILES) throw bomb();
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

function unpack(zip: Buffer, entry: Entry, limit: number): Buffer {
  if (![0, 8].includes(entry.method) || entry.header + 30 > zip.length) throw broken();
  const start = entry.header + 30 + zip.readUInt16LE(entry.header + 26) + zip.readUInt16LE(entry.header + 28);
  const packed = zip.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : broken();
  }
}
