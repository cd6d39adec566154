/** What the tests of this folder share: the real registry, and pages made of a few lines. */

import { type Ingested, ingestBytes } from './ingest';
import type { Known } from './recognise/extract';
import { loadIngestRegistry, type Registry } from './recognise/registry';

export const TODAY = '2026-11-22';

let registry: Promise<Registry> | undefined;

export function dataRegistry(): Promise<Registry> {
  registry ??= loadIngestRegistry('data');
  return registry;
}

/** Ingests a page written out in the test. */
export async function ingestText(text: string, known: Known = {}): Promise<Ingested> {
  return ingestBytes(Buffer.from(text), 'page.txt', await dataRegistry(), known, TODAY);
}

const MORE =
  'Trong kỳ, các đơn vị cơ sở làm được nhiều việc thiết thực, được cấp ủy ghi nhận và người dân đồng tình, nhất là ở vùng sâu.';

/** A page in the usual form: headline, stamp, lead, one more paragraph, signature, and what follows it. */
export function pageOf(parts: {
  title?: string;
  stamp?: string;
  lead: string;
  more?: string;
  tail?: string;
}): string {
  const { title = 'Hội nghị giao ban công tác tuyên giáo', stamp = '', lead, more = MORE, tail = '' } = parts;
  return `${title}\n${stamp}\n\n${lead}\n\n${more}\n\nHoàng An\n\n${tail}\n`;
}
