/** PDF files: the text layer, its printed lines joined to paragraphs again. */
import { constants, inflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';
import { IngestFailure } from './failure';
import type { RawPage } from './raw';

/** Pages of a report that is worth reading whole. */
const MOST_PAGES = 300;

/** All streams of text and structure unpacked, in bytes; pictures are not unpacked to read text. */
const LARGEST_UNPACKED = 100 * 1024 * 1024;

/** @throws IngestFailure `encrypted`, `scanned`, `broken`, `too-large`, `bomb`. */
export async function readPdf(bytes: Uint8Array): Promise<RawPage> {
  checkStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  let pages: string[];
  try {
    // pdf.js takes the buffer over: it gets a copy.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (pdf.numPages > MOST_PAGES)
      throw new IngestFailure(
        'too-large',
        `the PDF has ${pdf.numPages} pages`,
        `give the report alone, at most ${MOST_PAGES} pages`,
      );
    pages = (await extractText(pdf, { mergePages: false })).text;
    await pdf.destroy();
  } catch (error) {
    if (error instanceof IngestFailure) throw error;
    if (error instanceof Error && /password/i.test(`${error.name} ${error.message}`))
      throw new IngestFailure('encrypted', 'the PDF has a password', 'save it without a password');
    throw new IngestFailure('broken', 'the PDF is damaged', 'download or save it again');
  }
  if (pages.join('').replace(/\s/g, '').length < 20 * Math.max(1, pages.length / 4))
    throw new IngestFailure(
      'scanned',
      'the PDF is a scan without text',
      'run text recognition (OCR) on it first',
    );
  return { text: joinPrintedLines(pages.join('\n')), metadata: {}, encoding: null };
}

/**
 * Unpacks every deflated stream, those deflated twice too, against the limit before the library does; a stream that is
 * packed otherwise is left to the limits of the process.
 */
function checkStreams(pdf: Buffer): void {
  let left = LARGEST_UNPACKED;
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    const before = pdf.toString('latin1', Math.max(0, at - 2000), at);
    const dictionary = before.slice(before.lastIndexOf(' obj'));
    if (!/Flate|\/Fl\b/.test(dictionary) || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    let start = at + 6;
    while (pdf[start] === 10 || pdf[start] === 13) start++;
    const end = pdf.indexOf('endstream', start);
    let content = pdf.subarray(start, end < 0 ? pdf.length : end);
    while (isDeflated(content)) {
      content = inflateWithin(content, left);
      left -= content.length;
    }
    if (end < 0) return;
  }
}

/** The two bytes before deflated data: method 8 and a sum that 31 divides. */
function isDeflated(content: Buffer): boolean {
  return content.length > 2 && ((content[0] ?? 0) & 15) === 8 && content.readUInt16BE(0) % 31 === 0;
}

/** Empty where it is damaged: the library says so better. */
function inflateWithin(content: Buffer, limit: number): Buffer {
  try {
    return inflateSync(content, { maxOutputLength: Math.max(1, limit), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return Buffer.alloc(0);
    throw new IngestFailure(
      'bomb',
      'the PDF unpacks to far more than a document holds',
      'do not open it; ask where it came from',
    );
  }
}

/**
 * A printed line that ends in the middle of a sentence goes on in the next. A short line, a line that ends a
 * sentence, a line in capitals and one before a capitalised beginning stay lines of their own.
 */
export function joinPrintedLines(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const longest = Math.max(0, ...lines.map((line) => line.length));
  let out = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const isFull = before !== undefined && before.length > Math.min(longest, 110) * 0.7;
    const goesOn =
      before !== undefined &&
      !/[.!?…:;”"]$/.test(before) &&
      isFull &&
      !isCapitals(before) &&
      !isCapitals(line);
    const midSentence = before !== undefined && isFull && /^\p{Ll}/u.test(line);
    out += index === 0 ? line : goesOn || midSentence ? ` ${line}` : `\n${line}`;
  });
  return out;
}

function isCapitals(line: string): boolean {
  return line === line.toUpperCase() && /\p{Lu}{2}/u.test(line);
}
