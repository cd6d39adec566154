/** Document numbers of a line, read once: the recogniser of directives cites them, that of figures avoids them. */
import { type DocumentNumber, readDocumentNumbers } from '../../vietnamese/document-number';
import type { Line } from '../page/page';

/** Words that name a kind of document, or letters after a number: without them a line has no document number. */
const CUE =
  /nghi quyet|\bnq|chi ?thi|\bct ?\d|ket luan|quy dinh|quyet dinh|ke hoach|huong dan|thong bao|thong tri|cong van|chuong trinh|quy che|de an|bao cao|\d ?[-/. ] ?[a-z]{2}/;

const read = new WeakMap<Line, DocumentNumber[]>();

/** The numbers in a line, offsets within the line. */
export function numbersOf(line: Line): DocumentNumber[] {
  const known = read.get(line);
  if (known) return known;
  const numbers = /\d/.test(line.bare) && CUE.test(line.bare) ? readDocumentNumbers(line.text) : [];
  read.set(line, numbers);
  return numbers;
}
