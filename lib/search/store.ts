/** The built index as the server uses it: opened once, opened anew when `npm run index` has built another. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuiltIndex, INDEX_DIRECTORY, readBuiltIndex } from './built-index';
import { openCatalogue, type ReportText, TEXTS_PER_SHARD } from './catalogue';
import { parseQuery } from './query';
import type { SearchResult } from './result';
import { find, type SearchContext, search } from './search';

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
  const shards = new Map<number, Promise<ReportText[]>>();
  const shard = (number: number) => {
    const known = shards.get(number);
    if (known) return known;
    const reading = readFile(join(folder, `texts-${number}.json`), 'utf8').then((json) =>
      (JSON.parse(json) as [string | null, string][]).map(([url, text]) => ({ url, text })),
    );
    shards.set(number, reading);
    return reading;
  };
  return {
    index,
    catalogue,
    texts: (documents) =>
      Promise.all(
        documents.map(async (doc) => {
          const texts = await shard(Math.floor(doc / TEXTS_PER_SHARD));
          return texts[doc % TEXTS_PER_SHARD] ?? { url: null, text: '' };
        }),
      ),
  };
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

/**
 * One file of a built index in the best encoding the client takes; null when there is no such file.
 * @param accepted the request's Accept-Encoding
 */
export async function indexFile(
  hash: string,
  name: string,
  accepted: string,
): Promise<{ bytes: Buffer; encoding: 'br' | 'gzip' | null } | null> {
  if (!/^[0-9a-f]{16}$/.test(hash) || !/^(catalogue\.bin|texts-\d+\.json)$/.test(name)) return null;
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
  const suffix = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : '';
  try {
    return { bytes: await readFile(join(INDEX_DIRECTORY, hash, `${name}${suffix}`)), encoding };
  } catch {
    return null;
  }
}
