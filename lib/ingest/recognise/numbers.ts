/** Document numbers of a line, read once: the recogniser of directives cites them, that of figures avoids them. */
import { DOCUMENT_KINDS, DOCUMENT_WORDS } from '../../vietnamese/document-kinds';
import { type DocumentNumber, readDocumentNumbers } from '../../vietnamese/document-number';
import type { Line } from '../page/page';
import { bare } from '../page/text';

/** The letters of the kinds, bare. */
const LETTERS = [...new Set(DOCUMENT_KINDS.map(({ abbreviation }) => bare(abbreviation)))].join('|');
/** Words of a kind before a number, or its letters on either side of one: without them a line has no document number. */
const CUE = new RegExp(
  `(?:${DOCUMENT_WORDS}|chithi)(?: so:?)? ?\\d|\\d\\s*[-/.]?\\s*(?:${LETTERS})|(?:${LETTERS})(?:/[a-z.]+|[ -]?tw)?\\s*-?\\s*\\d`,
);

const read = new WeakMap<Line, DocumentNumber[]>();

/** The numbers in a line, offsets within the line. */
export function numbersOf(line: Line): DocumentNumber[] {
  const known = read.get(line);
  if (known) return known;
  const numbers = /\d/.test(line.bare) && CUE.test(line.bare) ? readDocumentNumbers(line.text) : [];
  read.set(line, numbers);
  return numbers;
}
