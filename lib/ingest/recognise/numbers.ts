/** Document numbers of a line, read once: the recogniser of directives cites them, that of figures avoids them. */
import { DOCUMENT_WORDS } from '../../vietnamese/document-kinds';
import { type DocumentNumber, readDocumentNumbers } from '../../vietnamese/document-number';
import type { Line } from '../page/page';

/** Words that name a kind of document, or letters after a number: without them a line has no document number. */
const CUE = new RegExp(`${DOCUMENT_WORDS}|\\bnq|chithi|\\bct ?\\d|\\d ?[-/. ] ?[a-z]{2}`);

const read = new WeakMap<Line, DocumentNumber[]>();

/** The numbers in a line, offsets within the line. */
export function numbersOf(line: Line): DocumentNumber[] {
  const known = read.get(line);
  if (known) return known;
  const numbers = /\d/.test(line.bare) && CUE.test(line.bare) ? readDocumentNumbers(line.text) : [];
  read.set(line, numbers);
  return numbers;
}
