/**
 * Builds the index that a server answers from, and writes it where the server finds it (index-folder.ts):
 *
 *   catalogue.bin    + .br + .gz   what a search loads, in the browser too
 *   corpus.json                    the registry, the places
 *   reports.bin      + .offsets    the facts of every report, a line each, those that can be found first; deflated in pieces
 *   texts.jsonl      + .offsets    [address, text] of each report that can be found, a line each
 *   details.jsonl    + .offsets    full text and evidence of each, a line each
 *   similar.bin                    which reports are most like each
 *
 * The same data give the same bytes, and the hash of the bytes names the folder: it can be cached for ever.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, deflateRawSync, gzip } from 'node:zlib';
import type { Corpus, Report, ReportDetails } from '../domain/report';
import { buildMiniSearch, buildPacked, type SourceDocument } from '../engine/build';
import { openCatalogue, packCatalogue, rowOfText } from './catalogue';
import { documentOf, entryOf, placeAliases, searchedReports, textOf, vocabularyOf } from './documents';
import {
  type BuiltIndex,
  FOLDER_FORMAT,
  indexDirectory,
  isHash,
  MANIFEST,
  type Manifest,
  POINTER,
  REPORTS_IN_PIECE,
  readBuiltIndex,
  readIndexFiles,
  sha256,
} from './index-folder';
import { sameAddress } from './pasted';
import type { SearchContext } from './search';
import { packSimilar, similarTexts } from './similar';
import type { CorpusFacts } from './snapshot';

const BROTLI = 'catalogue.bin.br';
const GZIP = 'catalogue.bin.gz';
/** Part of what names the index; what is written are its pieces. */
const REPORTS = 'reports.jsonl';
const PIECES = 'reports.bin';
const PIECES_OFFSETS = 'reports.offsets';
/** Indexes kept besides the current one: open pages may still fetch from them. */
const KEPT = 4;
/** A folder that a build left unfinished is removed after so long, in milliseconds. */
const ABANDONED = 60 * 60 * 1000;

/** The MiniSearch index over the searched reports: the interchange form, and what the packed form is made from. */
export function miniSearchOf(corpus: Corpus) {
  const vocabulary = vocabularyOf(corpus);
  return buildMiniSearch(
    searchedReports(corpus.reports).map((report) => documentOf(report, corpus, vocabulary)),
  );
}

/** What a search loads: the packed index and what the facets count by. */
function catalogueOf(corpus: Corpus): Uint8Array {
  const reports = searchedReports(corpus.reports);
  const vocabulary = vocabularyOf(corpus);
  function* documents(): Generator<SourceDocument> {
    for (const report of reports) yield documentOf(report, corpus, vocabulary);
  }
  const index = buildPacked(documents(), placeAliases(corpus));
  return packCatalogue({ vocabulary, entries: reports.map((report) => entryOf(report, vocabulary)) }, index);
}

/** What names an index: its files by name, uncompressed. */
export function indexFiles(corpus: Corpus): Map<string, Uint8Array> {
  const reports = searchedReports(corpus.reports);
  const found = new Set(reports);
  const registry: Omit<CorpusFacts, 'reports'> = {
    directives: corpus.directives,
    plenums: corpus.plenums,
    provinces: corpus.provinces,
  };
  // First: it takes the most memory.
  const catalogue = catalogueOf(corpus);
  const facts = lineFile([...reports, ...corpus.reports.filter((report) => !found.has(report))].map(factsOf));
  const texts = lineFile(reports.map(textOf).map(rowOfText));
  const details = lineFile(reports.map(detailsOf));
  return new Map([
    ['catalogue.bin', catalogue],
    ['corpus.json', new TextEncoder().encode(JSON.stringify(registry))],
    [REPORTS, facts.lines],
    ['texts.jsonl', texts.lines],
    ['texts.offsets', texts.offsets],
    ['details.jsonl', details.lines],
    ['details.offsets', details.offsets],
    ['similar.bin', packSimilar(similarTexts(reports.map(({ title, abstract }) => `${title}. ${abstract}`)))],
  ]);
}

function factsOf({ fullText, evidence, ...facts }: Report): CorpusFacts['reports'][number] {
  return facts;
}

function detailsOf({ fullText, evidence, rights }: Report): ReportDetails {
  return { fullText: rights === 'open' ? fullText : null, evidence };
}

/** A file of one JSON value a line, and where each line begins. */
function lineFile(values: readonly unknown[]): { lines: Uint8Array; offsets: Uint8Array } {
  const { bytes, offsets } = joined(
    values.map((value) => new TextEncoder().encode(`${JSON.stringify(value)}\n`)),
  );
  return { lines: bytes, offsets };
}

/** Lines, deflated so many at a time, and where each piece begins. */
function piecesOf(lines: Uint8Array): Record<string, Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let from = 0, to = 0; from < lines.length; from = to) {
    for (let i = 0; i < REPORTS_IN_PIECE && to < lines.length; i++) to = lines.indexOf(NEW_LINE, to) + 1;
    pieces.push(deflateRawSync(lines.subarray(from, to)));
  }
  const { bytes, offsets } = joined(pieces);
  return { [PIECES]: bytes, [PIECES_OFFSETS]: offsets };
}

const NEW_LINE = 10;

/** Parts in a row, and where each begins (u32, little-endian), and the last ends. */
function joined(parts: readonly Uint8Array[]): { bytes: Uint8Array; offsets: Uint8Array } {
  const offsets = new DataView(new ArrayBuffer(4 * (parts.length + 1)));
  let end = 0;
  parts.forEach((part, i) => {
    end += part.length;
    offsets.setUint32(4 * (i + 1), end, true);
  });
  return { bytes: Buffer.concat(parts), offsets: new Uint8Array(offsets.buffer) };
}

/** A corpus ready to search, with nothing written: for commands that answer over any data folder. */
export function contextOf(corpus: Corpus): SearchContext {
  const reports = searchedReports(corpus.reports);
  return {
    catalogue: openCatalogue(catalogueOf(corpus)),
    texts: async (documents) => documents.map((doc) => textOf(reports[doc] as Report)),
    documentAt: async (address) => {
      const doc = reports.findIndex(({ url }) => url !== null && sameAddress(url, address));
      return doc < 0 ? null : doc;
    },
  };
}

/** Brotli at its best takes a second for a thousand reports; a person who just saved one would wait for it. */
const BROTLI_BEST = 11;
export const BROTLI_QUICK = 9;
/**
 * A catalogue of more bytes is compressed quickly: at their best, both take a quarter of the build of 50,000 reports,
 * and what is so large is seldom sent (see BROWSER_LIMIT).
 */
const LARGE = 12_000_000;

/**
 * Writes an index into a folder of its own, then points `current.json` at it. What a server reads meanwhile is never
 * touched, and a build that dies leaves everything as it was.
 */
export async function writeIndex(
  corpus: Corpus,
  directory = indexDirectory(),
  brotli = BROTLI_BEST,
): Promise<BuiltIndex> {
  const files = indexFiles(corpus);
  const digest = createHash('sha256').update(String(FOLDER_FORMAT));
  for (const [name, bytes] of files) digest.update(name).update(bytes);
  const hash = digest.digest('hex').slice(0, 16);
  const catalogue = files.get('catalogue.bin') as Uint8Array;
  const reports = files.get(REPORTS) as Uint8Array;
  files.delete(REPORTS);
  await mkdir(directory, { recursive: true });

  const names = [...files.keys(), BROTLI, GZIP, PIECES, PIECES_OFFSETS];
  const standing = await readIndexFiles(hash, names, directory).catch(() => null);
  const packed = standing ?? { ...(await compressed(catalogue, brotli)), ...piecesOf(reports) };
  if (!standing) await writeFolder(directory, hash, new Map([...files, ...Object.entries(packed)]));

  const before = await readBuiltIndex(directory).catch(() => null);
  const previous = before ? [before.hash, ...before.previous].filter((one) => one !== hash) : [];
  const built: BuiltIndex = {
    format: FOLDER_FORMAT,
    hash,
    previous: previous.slice(0, KEPT),
    reports: searchedReports(corpus.reports).length,
    bytes: {
      catalogue: catalogue.length,
      brotli: packed[BROTLI]?.length ?? 0,
      gzip: packed[GZIP]?.length ?? 0,
    },
  };
  const pointer = join(directory, POINTER);
  const aside = join(directory, `.${POINTER}.${randomUUID()}`);
  await writeDurably(aside, Buffer.from(`${JSON.stringify(built, null, 1)}\n`));
  await rename(aside, pointer);
  await removeOthers(directory, [hash, ...built.previous]);
  return built;
}

async function compressed(catalogue: Uint8Array, best: number): Promise<Record<string, Uint8Array>> {
  const large = catalogue.length > LARGE;
  const quality = large ? Math.min(best, BROTLI_QUICK) : best;
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(catalogue, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: catalogue.length,
      },
    }),
    promisify(gzip)(catalogue, { level: large ? 6 : 9 }),
  ]);
  return { [BROTLI]: brotli, [GZIP]: gzipped };
}

/** Writes the files and their manifest into a new folder, then gives it its name; a damaged one of the name makes way. */
async function writeFolder(
  directory: string,
  hash: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const aside = join(directory, `.new-${randomUUID()}`);
  await mkdir(aside);
  try {
    const manifest: Manifest = { format: FOLDER_FORMAT, files: {} };
    for (const [name, bytes] of files) {
      manifest.files[name] = { bytes: bytes.length, sha256: sha256(bytes) };
      await writeDurably(join(aside, name), bytes);
    }
    await writeDurably(join(aside, MANIFEST), Buffer.from(JSON.stringify(manifest, null, 1)));
    const place = join(directory, hash);
    const damaged = join(directory, `.old-${randomUUID()}`);
    await rename(place, damaged).catch(unlessMissing);
    await rename(aside, place);
    await rm(damaged, { recursive: true, force: true });
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** Written and on the disk: what is renamed after it is whole even where the power fails. */
async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes indexes that are not to be kept, and what builds that died long ago left behind. */
async function removeOthers(directory: string, keep: readonly string[]): Promise<void> {
  for (const { name } of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, name);
    const old = isHash(name)
      ? !keep.includes(name)
      : /^\.(?:new|old)-|^\.current/.test(name) && (await isAbandoned(path));
    if (old) await rm(path, { recursive: true, force: true });
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const entry = await stat(path).catch(unlessMissing);
  return entry !== undefined && Date.now() - entry.mtimeMs > ABANDONED;
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
