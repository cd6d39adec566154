/** What the desk has at hand for as long as its server runs. */
import { dataDirectory } from '../catalogue/directory';
import { Visitor } from '../ingest/fetch/visitor';
import { loadIngestRegistry } from '../ingest/recognise/registry';
import type { Room } from '../ingest/write/draft';
import { openReports } from '../ingest/write/store';

export interface DeskRoom extends Room {
  dataDir: string;
  visitor: Visitor;
}

/** On `globalThis`, because a bundler may give each route its own copy of this module within one process. */
const memory = globalThis as { tcbcDesk?: Promise<DeskRoom> };

/** @throws CorpusError where the registries are unsound; a failed load is tried again at the next call. */
export function deskRoom(): Promise<DeskRoom> {
  if (!memory.tcbcDesk) {
    const loading = open(dataDirectory());
    memory.tcbcDesk = loading;
    loading.catch(forgetRoom);
  }
  return memory.tcbcDesk;
}

/** The registries or reports have changed: they are read again at the next call. */
export function forgetRoom(): void {
  memory.tcbcDesk = undefined;
}

async function open(dataDir: string): Promise<DeskRoom> {
  const [registry, store] = await Promise.all([loadIngestRegistry(dataDir), openReports(dataDir)]);
  const today = new Date().toISOString().slice(0, 10);
  return { dataDir, registry, store, today, visitor: new Visitor() };
}
