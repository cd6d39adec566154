/** PDF files: the text layer, its printed lines joined to paragraphs again. */
import { extractText, getDocumentProxy } from 'unpdf';
import { IngestFailure } from './failure';
import type { RawPage } from './read';

/** Pages of a report that is worth reading whole. */
const MOST_PAGES = 300;

/** @throws IngestFailure `encrypted`, `scanned`, `broken`, `too-large`. */
export async function readPdf(bytes: Uint8Array): Promise<RawPage> {
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
