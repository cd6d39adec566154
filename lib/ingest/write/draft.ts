/** From the bytes of one page to a report that could be written: what the command and the desk share. */
import type { Report } from '../../domain/report';
import type { Readers } from '../apart/readers';
import type { Ingested } from '../ingest';
import type { Known } from '../recognise/extract';
import type { Registry } from '../recognise/registry';
import { composeReport, digest, type Given } from './compose';
import type { Duplicate } from './duplicates';
import { eventOf, type Store } from './store';

export interface Draft {
  ingested: Ingested;
  report: Report;
  /** How it came to be; `wrote` follows when it is written. */
  record: { from: string; format: string; encoding: string | null };
  /** The report of the catalogue that this page repeats. */
  duplicate: Duplicate | null;
}

/** What a run knows. */
export interface Room {
  readers: Readers;
  registry: Registry;
  store: Store;
  /** ISO day. */
  today: string;
}

/**
 * Reads one page into a report, under the id that the same bytes had before.
 * @param name of the file, for the warning about a wrong extension
 * @throws IngestFailure where it cannot become a report.
 */
export async function draftReport(
  bytes: Uint8Array,
  name: string,
  { readers, registry, store, today }: Room,
  known: Known = {},
  given: Given = {},
): Promise<Draft> {
  const ingested = await readers.ingest(bytes, name, known, today);
  const from = digest(bytes);
  const earlier = store.earlier.get(from);
  const report = composeReport(ingested, from, given, registry, earlier?.id ?? null, store.phrases);
  const duplicate = store.duplicates.find(report.id, report.url, ingested.body, eventOf(report));
  if (duplicate) {
    const text = `${duplicate.of} ${duplicateWords(duplicate)}.`;
    ingested.warnings.push({ code: 'duplicate', field: 'file', text });
  }
  return {
    ingested,
    report,
    record: { from, format: ingested.format, encoding: ingested.encoding },
    duplicate,
  };
}

/** `has the same address`: follows the id in a sentence. */
export function duplicateWords({ why }: Duplicate): string {
  return {
    address: 'has the same address',
    text: 'has nearly the same text',
    event: 'tells of the same place, day and period under nearly the same title',
  }[why];
}
