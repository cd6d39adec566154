/** One file to what it says: reading, cleaning and recognising in one call. */

import type { Encoding } from './read/decode';
import { type Format, readPage } from './read/read';
import { type Extraction, extract, type Known } from './recognise/extract';
import type { Registry } from './recognise/registry';

export interface Ingested extends Extraction {
  /** The text that the offsets of the evidence count in. */
  raw: string;
  /** Address of the page, where it is known. */
  url: string | null;
  format: Format;
  encoding: Encoding | null;
}

/**
 * @param today ISO day; no page is from after it.
 * @throws IngestFailure where the file cannot become a report.
 */
export async function ingestBytes(
  bytes: Uint8Array,
  name: string,
  registry: Registry,
  known: Known,
  today: string,
): Promise<Ingested> {
  const { page, format, encoding, warnings } = await readPage(bytes, name, known.url ?? null);
  const extraction = extract(page, registry, known, today);
  extraction.warnings.unshift(...warnings);
  return { ...extraction, raw: page.source.raw, url: page.url, format, encoding };
}
