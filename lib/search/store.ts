/** The built index as the server uses it: opened once, opened anew when `npm run index` has built another. */
import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuiltIndex, INDEX_DIRECTORY, readBuiltIndex } from './built-index';
import { openCatalogue, type ReportText } from './catalogue';
import type { Encoding } from './encoding';
import { find } from './find';
import { sameAddress } from './pasted';
import { parseQuery } from './query';
import type { SearchResult } from './result';
import { type SearchContext, search } from './search';

interface Store extends SearchContext {
  index: BuiltIndex;
}

let opened: { changed: number; store: Promise<Store> } | null = null;

/**
 * The current index, ready to search.
 * @throws Error with what to do when no index was built, or when it is damaged.
 */
export async function openStore(): Promise<Store> {
  const pointer = join(INDEX_DIRECTORY, 'current.json');
  const changed = await stat(pointer).then(
    (file) => file.mtimeMs,
    () => {
      throw new Error(`no search index at ${pointer}: run "npm run index"`);
    },
  );
  if (opened?.changed !== changed) {
    const store = load();
    opened = { changed, store };
    // A failed load is tried again at the next search.
    store.catch(() => {
      if (opened?.store === store) opened = null;
    });
  }
  return opened.store;
}

async function load(): Promise<Store> {
  const index = await readBuiltIndex();
  if (!index) throw new Error(`${INDEX_DIRECTORY}/current.json cannot be read: run "npm run index"`);
  const folder = join(INDEX_DIRECTORY, index.hash);
  const catalogue = openCatalogue(await readFile(join(folder, 'catalogue.bin')));
  const file = await open(join(folder, 'texts.jsonl'));
  const offsets = await readFile(join(folder, 'texts.offsets'));
  return {
    index,
    catalogue,
    texts: (documents) => Promise.all(documents.map((doc) => readText(file, offsets, doc))),
    async documentAt(address) {
      for (const doc of catalogue.entries.keys()) {
        const { url } = await readText(file, offsets, doc);
        if (url !== null && sameAddress(url, address)) return doc;
      }
      return null;
    },
  };
}

/** One line of `texts.jsonl`. */
async function readText(file: FileHandle, offsets: Buffer, doc: number): Promise<ReportText> {
  const start = offsets.readUInt32LE(4 * doc);
  const length = offsets.readUInt32LE(4 * (doc + 1)) - start;
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, start);
  const [url, text] = JSON.parse(buffer.toString('utf8')) as [string | null, string];
  return { url, text };
}

/** Answers a query string, a share link or search parameters from the server's index. */
export async function answer(input: string | URLSearchParams): Promise<SearchResult> {
  const store = await openStore();
  return search(parseQuery(input, store.catalogue.vocabulary), store);
}

/** Answers a search and names every report it finds, in its order: for exports and feeds. */
export async function answerAll(
  input: string | URLSearchParams,
): Promise<{ result: SearchResult; ids: string[] }> {
  const store = await openStore();
  const parsed = parseQuery(input, store.catalogue.vocabulary);
  const { documents } = find(parsed.query, store.catalogue);
  const ids = documents.flatMap((doc) => store.catalogue.entries[doc]?.id ?? []);
  return { result: await search(parsed, store), ids };
}

/** The address under which the browser finds the current index, with a slash at its end. */
export async function indexAddress(): Promise<string> {
  return `/chi-muc/${(await openStore()).index.hash}/`;
}

/** The packed catalogue of a built index in an encoding; null when there is no such index. */
export async function catalogueFile(
  hash: string,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!/^[0-9a-f]{16}$/.test(hash)) return null;
  const suffix = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : '';
  try {
    return new Uint8Array(await readFile(join(INDEX_DIRECTORY, hash, `catalogue.bin${suffix}`)));
  } catch {
    return null;
  }
}

/** Most texts given at once: twice what a small catalogue holds. */
export const MAX_TEXTS = 1000;

/**
 * Texts of documents of the current index; null when the hash is another's, or a number is no document's.
 * @param list document numbers, comma-separated
 */
export async function textsOf(hash: string, list: string): Promise<ReportText[] | null> {
  const store = await openStore();
  const documents = list.split(',').map(Number);
  const known = (doc: number) => Number.isInteger(doc) && doc >= 0 && doc < store.catalogue.entries.length;
  if (hash !== store.index.hash || documents.length > MAX_TEXTS || !documents.every(known)) return null;
  return store.texts(documents);
}
