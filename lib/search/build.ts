/**
 * Builds the files that a search loads, and writes them where the server finds them:
 *
 *   .index/current.json            { hash, files: { name: bytes } }
 *   .index/<hash>/catalogue.bin    + .br + .gz
 *   .index/<hash>/texts.jsonl      [address, text] of each report, a line each
 *   .index/<hash>/texts.offsets    where each line begins, and the end: u32, little-endian
 *
 * The same reports give the same bytes, and the hash of the bytes names the folder: it can be cached for ever.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Corpus, Report } from '../domain/report';
import { buildMiniSearch, packIndex } from '../engine/build';
import { type BuiltIndex, INDEX_DIRECTORY, readBuiltIndex } from './built-index';
import { openCatalogue, packCatalogue } from './catalogue';
import { documentOf, entryOf, placeAliases, searchedReports, textOf, vocabularyOf } from './documents';
import { sameAddress } from './pasted';
import type { SearchContext } from './search';

/** The MiniSearch index over the searched reports: the interchange form, and what the packed form is made from. */
export function miniSearchOf(corpus: Corpus) {
  const vocabulary = vocabularyOf(corpus);
  return buildMiniSearch(
    searchedReports(corpus.reports).map((report) => documentOf(report, corpus, vocabulary)),
  );
}

/** The files of an index by name, uncompressed. */
export function indexFiles(corpus: Corpus): Map<string, Uint8Array> {
  const reports = searchedReports(corpus.reports);
  const vocabulary = vocabularyOf(corpus);
  const documents = reports.map((report) => documentOf(report, corpus, vocabulary));
  const entries = reports.map((report) => entryOf(report, vocabulary));
  const lines = reports.map((report) => {
    const { url, text } = textOf(report);
    return new TextEncoder().encode(`${JSON.stringify([url, text])}\n`);
  });
  const offsets = new DataView(new ArrayBuffer(4 * (lines.length + 1)));
  let end = 0;
  lines.forEach((line, i) => {
    end += line.length;
    offsets.setUint32(4 * (i + 1), end, true);
  });
  return new Map([
    [
      'catalogue.bin',
      packCatalogue(
        { vocabulary, entries },
        packIndex(buildMiniSearch(documents), documents, placeAliases(corpus)),
      ),
    ],
    ['texts.jsonl', Buffer.concat(lines)],
    ['texts.offsets', new Uint8Array(offsets.buffer)],
  ]);
}

/** A corpus ready to search, with nothing written: for commands that answer over any data folder. */
export function contextOf(corpus: Corpus): SearchContext {
  const reports = searchedReports(corpus.reports);
  return {
    catalogue: openCatalogue(indexFiles(corpus).get('catalogue.bin') as Uint8Array),
    texts: async (documents) => documents.map((doc) => textOf(reports[doc] as Report)),
    documentAt: async (address) => {
      const doc = reports.findIndex(({ url }) => url !== null && sameAddress(url, address));
      return doc < 0 ? null : doc;
    },
  };
}

/** Writes an index, compressed copies beside each file, then points `current.json` at it. */
export async function writeIndex(corpus: Corpus, directory = INDEX_DIRECTORY): Promise<BuiltIndex> {
  const files = indexFiles(corpus);
  const reportCount = searchedReports(corpus.reports).length;
  const digest = createHash('sha256');
  for (const [name, bytes] of files) digest.update(name).update(bytes);
  const hash = digest.digest('hex').slice(0, 16);
  const folder = join(directory, hash);
  await mkdir(folder, { recursive: true });

  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  const catalogue = files.get('catalogue.bin') as Uint8Array;
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(catalogue, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: catalogue.length,
      },
    }),
    promisify(gzip)(catalogue, { level: 9 }),
  ]);
  await writeFile(join(folder, 'catalogue.bin.br'), brotli);
  await writeFile(join(folder, 'catalogue.bin.gz'), gzipped);
  const built: BuiltIndex = {
    hash,
    reports: reportCount,
    bytes: { catalogue: catalogue.length, brotli: brotli.length, gzip: gzipped.length },
  };

  const before = await readBuiltIndex(directory);
  // Written aside and moved, so that a server reading it never sees half.
  const pointer = join(directory, 'current.json');
  await writeFile(`${pointer}.new`, `${JSON.stringify(built, null, 1)}\n`);
  await rename(`${pointer}.new`, pointer);
  await removeOthers(directory, [hash, before?.hash ?? hash]);
  return built;
}

/** Open pages may still fetch from the index before this one; older ones go. */
async function removeOthers(directory: string, keep: string[]): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (entry.isDirectory() && !keep.includes(entry.name)) {
      await rm(join(directory, entry.name), { recursive: true });
    }
  }
}
