/**
 * `npm run bench`: size and speed of our engine beside its peers, interleaved in one process on the same documents
 * and queries. Prints a table for the README.
 *
 *   npm run bench                                          the shipped catalogue and our judged queries
 *   npm run bench -- --corpus FILE [--queries FILE]        any corpus; without queries some are cut from it
 *     --docs N        the first N documents only
 *     --only a,b      only engines whose name contains one of these
 *     --json          JSON instead of tables
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, constants } from 'node:zlib';
import { Command } from 'commander';
import type { Contender, Search } from '../bench/peers';
import { dataDirectory } from '../lib/catalogue/directory';
import { loadCorpusOrThrow } from '../lib/catalogue/load';
import { openIndex } from '../lib/engine';
import { buildMiniSearch, packIndex, type SourceDocument } from '../lib/engine/build';
import { documentOf, searchedReports, vocabularyOf } from '../lib/search/documents';
import { type JudgedQuery, readCorpus, readQueries, score } from './judged';

const options = new Command('bench')
  .description('Measures our engine and its peers')
  .option('--corpus <file>', 'documents: { id, title?, text } a line, plain or .gz')
  .option('--queries <file>', 'judged queries: { id, text, relevant: [id] } a line')
  .option('--docs <n>', 'only so many documents', Number)
  .option('--only <names>', 'only engines whose name contains one of these, comma-separated')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ corpus?: string; queries?: string; docs?: number; only?: string; json?: boolean }>();

/** Passes over the queries that are measured; one more before them warms up. */
const ROUNDS = 3;
/** Queries timed. */
const TIMED = 200;
/** Above this many bytes brotli runs at quality 9: at 11 it takes minutes, for some percent less. */
const LARGE = 24_000_000;

interface Row {
  engine: string;
  rawBytes: number;
  brotliBytes: number;
  brotliQuality: number;
  buildMs: number;
  loadMs: number;
  heapMB: number;
  p50: number;
  p95: number;
  p99: number;
  mrr10: number | null;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

installPeers();
const { contenders } = await import('../bench/peers');
const { documents, judged } = await readSet();
const texts = judged.length
  ? spread(
      judged.map((query) => query.text),
      TIMED,
    )
  : cutQueries(documents);
const { present, missing } = contenders();
const wanted = present.filter(
  ({ name }) =>
    !options.only || options.only.split(',').some((part) => name.toLowerCase().includes(part.toLowerCase())),
);

const rows: Row[] = [];
const searches: Search[] = [];
for (const contender of wanted) {
  const { row, search } = await prepare(contender);
  rows.push(row);
  searches.push(search);
}
const times = await timeInterleaved();
for (const [i, row] of rows.entries()) {
  const sorted = (times[i] ?? []).sort((a, b) => a - b);
  Object.assign(row, { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99) });
  if (judged.length) row.mrr10 = await meanReciprocalRank(searches[i] as Search);
}
const keystroke = timeKeystrokes();

if (options.json) {
  console.log(
    JSON.stringify({ documents: documents.length, queries: texts.length, rows, keystroke, missing }),
  );
} else {
  printTables();
}

function installPeers(): void {
  const folder = join(import.meta.dirname, '..', 'bench');
  if (existsSync(join(folder, 'node_modules'))) return;
  console.error('bench: installing the peers (bench/package.json) …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: true,
  });
}

async function readSet(): Promise<{ documents: SourceDocument[]; judged: JudgedQuery[] }> {
  if (options.corpus) {
    const all = readCorpus(options.corpus).slice(0, options.docs);
    return { documents: all, judged: options.queries ? readQueries(options.queries) : [] };
  }
  const corpus = await loadCorpusOrThrow(dataDirectory());
  const vocabulary = vocabularyOf(corpus);
  const all = searchedReports(corpus.reports).map((report) => documentOf(report, corpus, vocabulary));
  // Peers index two fields: what we keep in others stands in their body.
  const merged = all.map(({ id, title, body, ...rest }) => ({
    id,
    title,
    body: [body, ...Object.values(rest)].join('\n'),
  }));
  const queries = readQueries(join(dataDirectory(), 'judged', 'queries.jsonl'));
  return {
    documents: merged.slice(0, options.docs),
    judged: queries.filter((query) => query.relevant.length > 0),
  };
}

async function prepare(contender: Contender): Promise<{ row: Row; search: Search }> {
  let start = performance.now();
  const bytes = await contender.build(documents);
  const buildMs = performance.now() - start;
  const brotliQuality = bytes.length > LARGE ? 9 : 11;
  const brotliBytes = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

  // What is held is measured once, before anything of the same engine waits to be collected.
  collectGarbage();
  const before = memory();
  // A copy, as if it had been fetched: what an engine keeps of it counts, the rest is collected.
  let search = await contender.load(bytes.slice(), documents);
  await search('a');
  collectGarbage();
  const heapMB = (memory() - before) / 1e6;
  const loads: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    start = performance.now();
    search = await contender.load(bytes, documents);
    await search('a');
    loads.push(performance.now() - start);
  }
  const row: Row = {
    engine: contender.name,
    rawBytes: bytes.length,
    brotliBytes,
    brotliQuality,
    buildMs,
    loadMs: Math.min(...loads),
    heapMB,
    p50: 0,
    p95: 0,
    p99: 0,
    mrr10: null,
  };
  console.error(`bench: ${contender.name}: built in ${(buildMs / 1000).toFixed(1)} s`);
  return { row, search };
}

/** What JavaScript holds, in bytes: its heap and its array buffers. SQLite's own memory is not seen. */
function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Every engine answers a query before the next query comes: what slows the machine slows them all. */
async function timeInterleaved(): Promise<number[][]> {
  const measured = searches.map((): number[] => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const text of texts) {
      for (const [i, search] of searches.entries()) {
        const start = performance.now();
        await search(text);
        if (round >= 0) measured[i]?.push(performance.now() - start);
      }
    }
  }
  return measured;
}

async function meanReciprocalRank(search: Search): Promise<number> {
  const answers = new Map<string, string[]>();
  for (const { text } of judged) answers.set(text, await search(text));
  return score(judged, (text) => answers.get(text) ?? []).mrr10;
}

/**
 * Our engine at each keystroke of the queries: prefix search, repair where it is due, and counts of six facets over
 * everything found (columns of made-up values, as wide as real ones).
 */
function timeKeystrokes(): { p50: number; p95: number; p99: number } {
  const engine = openIndex(packIndex(buildMiniSearch(documents), documents));
  const columns = [34, 60, 250, 5, 4, 20].map((width, c) =>
    Uint16Array.from(documents, (_, doc) => (Math.imul(doc + 1, 0x9e3779b1 + c) >>> 8) % width),
  );
  const measured: number[] = [];
  for (const text of spread(texts, 60)) {
    const typed = [...text].slice(0, 60);
    for (let length = 1; length <= typed.length; length++) {
      const start = performance.now();
      const { found } = engine.search(typed.slice(0, length).join(''));
      for (const column of columns) {
        const counts = new Uint32Array(256);
        for (const { doc } of found) {
          const value = column[doc] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
      measured.push(performance.now() - start);
    }
  }
  measured.sort((a, b) => a - b);
  return { p50: at(measured, 0.5), p95: at(measured, 0.95), p99: at(measured, 0.99) };
}

/** Two to five neighbouring words out of documents spread over the corpus; every second one without marks. */
function cutQueries(all: readonly SourceDocument[]): string[] {
  return spread(all, TIMED).map(({ title, body }, i) => {
    const words = `${title} ${body}`.match(/[\p{L}\p{N}]+/gu) ?? [];
    const start = (i * 7) % Math.max(1, words.length - 6);
    const text = words.slice(start, start + 2 + (i % 4)).join(' ');
    return i % 2
      ? text
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .replace(/đ/g, 'd')
          .replace(/Đ/g, 'D')
      : text;
  });
}

function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)] as T);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function printTables(): void {
  const both = rows.find((row) => row.engine === 'MiniSearch, exact + folded');
  const own = rows.find((row) => row.engine === 'this engine');
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e6 ? 3 : 2);
  console.log(`${documents.length} documents, ${texts.length} queries, Node ${process.version}\n`);
  console.log(
    '| engine | raw MB | brotli MB | build s | load ms | heap MB | p50 ms | p95 ms | p99 ms | MRR@10 |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const row of rows) {
    const cells = [
      row.engine,
      megabytes(row.rawBytes),
      megabytes(row.brotliBytes) + (row.brotliQuality === 11 ? '' : ` (q${row.brotliQuality})`),
      (row.buildMs / 1000).toFixed(1),
      row.loadMs.toFixed(1),
      row.engine === 'SQLite FTS5' ? '–' : row.heapMB.toFixed(1),
      ...[row.p50, row.p95, row.p99].map((ms) => ms.toFixed(3)),
      row.mrr10 === null ? '–' : row.mrr10.toFixed(3),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  if (both && own) {
    console.log(
      `\nagainst MiniSearch, exact + folded: load ${(both.loadMs / own.loadMs).toFixed(1)} times faster, heap ${(both.heapMB / own.heapMB).toFixed(1)} times smaller, median query ${(both.p50 / own.p50).toFixed(1)} times faster`,
    );
  }
  console.log(
    `a keystroke (prefix, repair and counts of six facets): p50 ${keystroke.p50.toFixed(2)}, p95 ${keystroke.p95.toFixed(2)}, p99 ${keystroke.p99.toFixed(2)} ms`,
  );
  for (const reason of missing) console.log(`not measured: ${reason}`);
}
