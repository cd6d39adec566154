/** What the desk has at hand for as long as its server runs. */
import { dataDirectory } from '../catalogue/directory';
import { limitsFrom, Readers } from '../ingest/apart/readers';
import { Visitor } from '../ingest/fetch/visitor';
import { loadIngestRegistry } from '../ingest/recognise/registry';
import type { Room } from '../ingest/write/draft';
import { openReports } from '../ingest/write/store';

export interface DeskRoom extends Room {
  dataDir: string;
  visitor: Visitor;
}

/** Processes that read pages: a person gives few at a time. */
const READERS = 1;
/** Days as Viet Nam has them, YYYY-MM-DD. */
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

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
  memory.tcbcDesk?.then(({ readers }) => readers.close()).catch(() => {});
  memory.tcbcDesk = undefined;
}

async function open(dataDir: string): Promise<DeskRoom> {
  const [registry, store] = await Promise.all([loadIngestRegistry(dataDir), openReports(dataDir)]);
  return {
    dataDir,
    registry,
    store,
    readers: new Readers(dataDir, limitsFrom(process.env), READERS),
    visitor: new Visitor(),
    // A server may run for days.
    get today() {
      return DAY.format(new Date());
    },
  };
}
