/**
 * Texts of reports as they are sent to a browser and kept there: rows with a checksum, because what a cache gives back
 * years later may not be what was put in.
 */
import { IndexDamaged } from '../engine';
import { checksum, type TextRow } from './catalogue';

export interface SealedRows {
  /** Of `JSON.stringify(rows)` in UTF-8. */
  sum: number;
  rows: readonly TextRow[];
}

export function sealRows(rows: readonly TextRow[]): SealedRows {
  return { sum: sumOf(rows), rows };
}

/**
 * The rows of an answer.
 * @throws IndexDamaged where they are not those that were sealed
 */
export function openRows(body: string): TextRow[] {
  let sealed: Partial<SealedRows> | null;
  try {
    sealed = JSON.parse(body);
  } catch {
    throw new IndexDamaged('texts: they are cut short or changed');
  }
  if (!Array.isArray(sealed?.rows) || sealed.sum !== sumOf(sealed.rows))
    throw new IndexDamaged('texts: their checksum differs, they were cut short or changed');
  return sealed.rows;
}

function sumOf(rows: readonly TextRow[]): number {
  return checksum(new TextEncoder().encode(JSON.stringify(rows)));
}
