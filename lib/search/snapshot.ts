/**
 * The one truth of a running server: the reports and the index over them, read from the built index alone, whole in
 * memory and never changed. Another build is opened beside it and takes its place in one step.
 *
 *   current.json ─ looked at twice a second ─> open(hash), every file checked ─> current, the one before kept
 *
 * Nothing is held open: a folder that vanishes or is damaged later leaves the snapshot as it is.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Corpus, ReportDetails, ReportFacts } from '../domain/report';
import { openCatalogue, type ReportText, textOfRow } from './catalogue';
import type { Encoding } from './encoding';
import { indexDirectory, POINTER, REPORTS_IN_PIECE, readBuiltIndex, readIndexFiles } from './index-folder';
import { bareAddress } from './pasted';
import type { SearchContext } from './search';
import { similarAt } from './similar';

/** The catalogue without the long parts of its reports: those found first, in the order of the index. */
export interface CorpusFacts extends Omit<Corpus, 'reports'> {
  reports: ReportFacts[];
}

export interface Snapshot extends SearchContext {
  hash: string;
  corpus: CorpusFacts;
  /** The facts of one report, by its number. */
  report(doc: number): ReportFacts;
  /** What a report's own page shows besides its facts. */
  details(doc: number): ReportDetails;
  /** The reports most like one, by their numbers, nearest first. */
  similar(doc: number): number[];
  /** The packed catalogue as it is sent. */
  packed(encoding: Encoding): Uint8Array<ArrayBuffer>;
}

/** How the running server stands, for its health page and its log. */
export interface SnapshotHealth {
  hash: string | null;
  reports: number;
  /** When the snapshot was opened, ISO time. */
  since: string | null;
  /** How long ago that was, s. */
  age: number | null;
  /** Why a newer index could not be opened; null where all is well. */
  trouble: string | null;
}

/** Between two looks at the pointer, in milliseconds: with the opening, a new index is seen within two seconds. */
const LOOK_EVERY = 500;

interface Live {
  current: Snapshot | null;
  previous: Snapshot | null;
  opening: Promise<Snapshot> | null;
  /** What the pointer looked like when it was last read. */
  seen: string;
  since: string | null;
  trouble: string | null;
  timer: ReturnType<typeof setInterval> | null;
}

/** On `globalThis`, because a bundler may give each page its own copy of this module within one process. */
const memory = globalThis as { snapshotLive?: Live };

function live(): Live {
  memory.snapshotLive ??= {
    current: null,
    previous: null,
    opening: null,
    seen: '',
    since: null,
    trouble: null,
    timer: null,
  };
  return memory.snapshotLive;
}

/**
 * The snapshot to answer from. The first call opens it and keeps it up to date from then on; later ones do not wait.
 * @throws Error with what to do where no index was built; IndexDamaged where it is not whole and none was opened before.
 */
export async function currentSnapshot(): Promise<Snapshot> {
  const state = live();
  if (state.current) return state.current;
  state.opening ??= look(state).finally(() => {
    state.opening = null;
  });
  return state.opening;
}

/** The current snapshot or the one before it; null where neither has the hash. */
export async function snapshotOf(hash: string): Promise<Snapshot | null> {
  const current = await currentSnapshot();
  const { previous } = live();
  return [current, previous].find((one) => one?.hash === hash) ?? null;
}

export function snapshotHealth(): SnapshotHealth {
  const { current, since, trouble } = live();
  return {
    hash: current?.hash ?? null,
    reports: current?.catalogue.entries.length ?? 0,
    since,
    age: since === null ? null : Math.round((Date.now() - Date.parse(since)) / 1000),
    trouble,
  };
}

/** Opens what the pointer names, where that is another index than the current one. */
async function look(state: Live): Promise<Snapshot> {
  state.timer ??= setInterval(() => void lookAgain(state), LOOK_EVERY).unref();
  const pointer = join(indexDirectory(), POINTER);
  const seen = await stat(pointer).then(
    ({ ino, mtimeMs, size }) => `${ino} ${mtimeMs} ${size}`,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '';
      throw error;
    },
  );
  if (state.current && seen === state.seen) return state.current;
  state.seen = seen;
  const built = seen === '' ? null : await readBuiltIndex();
  if (!built) throw new Error(`there is no search index at ${pointer}: run "npm run index"`);
  if (state.current?.hash === built.hash) {
    state.trouble = null;
    return state.current;
  }
  const snapshot = await openSnapshot(built.hash);
  state.previous = state.current;
  state.current = snapshot;
  state.since = new Date().toISOString();
  state.trouble = null;
  return snapshot;
}

/** The look of the timer: what fails is said once, and the last good snapshot goes on. */
async function lookAgain(state: Live): Promise<void> {
  if (!state.current || state.opening) return;
  state.opening = look(state);
  try {
    await state.opening;
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error);
    if (trouble !== state.trouble) console.error(`snapshot: ${trouble}; ${state.current.hash} goes on`);
    state.trouble = trouble;
  } finally {
    state.opening = null;
  }
}

/**
 * Opens an index by its hash, whole.
 * @throws Error where there is none, IndexDamaged where one of its files is not as it was written.
 */
export async function openSnapshot(hash: string): Promise<Snapshot> {
  const files = await readIndexFiles(hash, [
    'catalogue.bin',
    'catalogue.bin.br',
    'catalogue.bin.gz',
    'corpus.json',
    'reports.bin',
    'reports.offsets',
    'texts.jsonl',
    'texts.offsets',
    'details.jsonl',
    'details.offsets',
    'similar.bin',
  ]);
  if (!files) throw new Error(`there is no index ${hash} in ${indexDirectory()}: run "npm run index"`);
  const catalogue = openCatalogue(files['catalogue.bin']);
  catalogue.engine.gatherAll();
  // Searches need none of the corpus: it is read when a page first asks.
  let corpus: CorpusFacts | null = null;
  const facts = pieces(files['reports.bin'], files['reports.offsets']);
  const text = lines(files['texts.jsonl'], files['texts.offsets']);
  const detail = lines(files['details.jsonl'], files['details.offsets']);
  let addresses: Map<string, number> | null = null;
  const packed = { br: files['catalogue.bin.br'], gzip: files['catalogue.bin.gz'] };
  return {
    hash,
    get corpus() {
      corpus ??= {
        reports: facts.all(),
        ...JSON.parse(files['corpus.json'].toString('utf8')),
      } as CorpusFacts;
      return corpus;
    },
    report: (doc) => corpus?.reports[doc] ?? facts.at(doc),
    catalogue,
    texts: async (documents) => documents.map((doc) => textOfLine(text(doc))),
    documentAt: async (address) => {
      addresses ??= addressesIn(files['texts.jsonl'], files['texts.offsets']);
      return addresses.get(bareAddress(address)) ?? null;
    },
    details: (doc) => JSON.parse(detail(doc)),
    similar: (doc) => similarAt(files['similar.bin'], doc),
    packed: (encoding) => (encoding === null ? files['catalogue.bin'] : packed[encoding]),
  };
}

/** Texts of an index that is no longer in memory but still on disk; null where it is gone. */
export async function textsOfFolder(hash: string): Promise<((doc: number) => ReportText | null) | null> {
  const files = await readIndexFiles(hash, ['texts.jsonl', 'texts.offsets']);
  if (!files) return null;
  const text = lines(files['texts.jsonl'], files['texts.offsets']);
  const count = files['texts.offsets'].length / 4 - 1;
  return (doc) => (doc < count ? textOfLine(text(doc)) : null);
}

/** Lines of a file by their number; `offsets` says where each begins (u32, little-endian), and where the last ends. */
function lines(bytes: Buffer, offsets: Buffer): (line: number) => string {
  return (line) => bytes.toString('utf8', offsets.readUInt32LE(4 * line), offsets.readUInt32LE(4 * line + 4));
}

/** Pieces of lines held as they are read: at fewer reports than they hold, all. */
const MOST_PIECES = 32;

/** Reports by their number, out of deflated pieces (see build.ts). */
function pieces(bytes: Buffer, offsets: Buffer): { at(doc: number): ReportFacts; all(): ReportFacts[] } {
  const held = new Map<number, string[]>();
  const linesOf = (piece: number): string[] => {
    const from = offsets.readUInt32LE(4 * piece);
    const to = offsets.readUInt32LE(4 * piece + 4);
    return inflateRawSync(bytes.subarray(from, to)).toString('utf8').trimEnd().split('\n');
  };
  return {
    at(doc) {
      const piece = Math.floor(doc / REPORTS_IN_PIECE);
      const known = held.get(piece) ?? linesOf(piece);
      if (held.size >= MOST_PIECES) held.clear();
      held.set(piece, known);
      return JSON.parse(known[doc % REPORTS_IN_PIECE] ?? '');
    },
    all: () =>
      Array.from({ length: offsets.length / 4 - 1 }, (_, piece) =>
        linesOf(piece).map((line) => JSON.parse(line)),
      ).flat(),
  };
}

/** The document of each address, the first where several have it. */
function addressesIn(texts: Buffer, offsets: Buffer): Map<string, number> {
  const addresses = new Map<string, number>();
  for (let doc = 0; doc < offsets.length / 4 - 1; doc++) {
    const start = offsets.readUInt32LE(4 * doc);
    // A line is `["https://…","…",[…]]`, or `[null,…`; no address holds a quote.
    if (texts[start + 1] !== QUOTE) continue;
    const address = bareAddress(texts.toString('utf8', start + 2, texts.indexOf(QUOTE, start + 2)));
    if (!addresses.has(address)) addresses.set(address, doc);
  }
  return addresses;
}

const QUOTE = 34;

function textOfLine(line: string): ReportText {
  return textOfRow(JSON.parse(line));
}
