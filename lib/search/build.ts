/**
 * Builds the index that a server answers from, and writes it where the server finds it (index-folder.ts):
 *
 *   catalogue.bin    + .br + .gz   what a search loads, in the browser too
 *   corpus.json                    the facts of every report, the registry, the places: what pages show
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
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Corpus, Report, ReportDetails } from '../domain/report';
import { buildMiniSearch, packIndex } from '../engine/build';
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
  const documents = reports.map((report) => documentOf(report, corpus, vocabulary));
  const entries = reports.map((report) => entryOf(report, vocabulary));
  return packCatalogue(
    { vocabulary, entries },
    packIndex(buildMiniSearch(documents), documents, placeAliases(corpus)),
  );
}

/** The files of an index by name, uncompressed. */
export function indexFiles(corpus: Corpus): Map<string, Uint8Array> {
  const reports = searchedReports(corpus.reports);
  const found = new Set(reports);
  const facts: CorpusFacts = {
    reports: [...reports, ...corpus.reports.filter((report) => !found.has(report))].map(factsOf),
    directives: corpus.directives,
    plenums: corpus.plenums,
    provinces: corpus.provinces,
  };
  const texts = lineFile(reports.map(textOf).map(rowOfText));
  const details = lineFile(reports.map(detailsOf));
  return new Map([
    ['catalogue.bin', catalogueOf(corpus)],
    ['corpus.json', new TextEncoder().encode(JSON.stringify(facts))],
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
  const lines = values.map((value) => new TextEncoder().encode(`${JSON.stringify(value)}\n`));
  const offsets = new DataView(new ArrayBuffer(4 * (lines.length + 1)));
  let end = 0;
  lines.forEach((line, i) => {
    end += line.length;
    offsets.setUint32(4 * (i + 1), end, true);
  });
  return { lines: Buffer.concat(lines), offsets: new Uint8Array(offsets.buffer) };
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
  await mkdir(directory, { recursive: true });

  const standing = await readIndexFiles(hash, [...files.keys(), BROTLI, GZIP], directory).catch(() => null);
  const packed = standing ?? (await compressed(catalogue, brotli));
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

async function compressed(catalogue: Uint8Array, quality: number): Promise<Record<string, Uint8Array>> {
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(catalogue, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: catalogue.length,
      },
    }),
    promisify(gzip)(catalogue, { level: 9 }),
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
