/** The index as the browser's worker uses it: the catalogue fetched once, texts as results need them. */
import { IS_STATIC } from '../domain/edition';
import { IndexDamaged } from '../engine';
import { openCatalogue, type ReportText, type TextRow, textOfRow } from './catalogue';
import type { SearchContext } from './search';

/** Texts in one file, where there is no server to choose them: `texts/0.json` has the first so many. */
export const TEXTS_IN_PART = 64;
/** A catalogue of at most so many reports has all its texts fetched ahead, once the first search was answered. */
const FETCH_AHEAD = 1000;

/**
 * Fetches and opens the index at an address that ends in a slash. One that is not whole may lie so in the browser's
 * cache, for ever: it is fetched once more, past the cache.
 * @throws Error when it cannot be fetched, IndexDamaged when what came is not whole.
 */
export async function openRemote(address: string): Promise<SearchContext> {
  const fetchCatalogue = async (cache?: RequestCache) =>
    openCatalogue(new Uint8Array(await (await get(`${address}catalogue.bin`, cache)).arrayBuffer()));
  const catalogue = await fetchCatalogue().catch((error: unknown) => {
    if (error instanceof IndexDamaged) return fetchCatalogue('reload');
    throw error;
  });
  const texts = new Map<number, Promise<ReportText>>();

  /** Asks for those of the documents that were never asked for, all in one request. */
  const request = (documents: readonly number[]): void => {
    const missing = documents.filter((doc) => !texts.has(doc));
    if (missing.length === 0) return;
    const coming = IS_STATIC ? null : rowsAt(`${address}texts.json?d=${missing.join(',')}`);
    const parts = new Map<number, Promise<TextRow[]>>();
    missing.forEach((doc, i) => {
      const [number, place] = coming ? [0, i] : [Math.floor(doc / TEXTS_IN_PART), doc % TEXTS_IN_PART];
      const rows = coming ?? parts.get(number) ?? rowsAt(`${address}texts/${number}.json`);
      parts.set(number, rows);
      const text = rows.then((all) => {
        const row = all[place];
        if (!row) throw new Error(`the index has no text of report ${doc}`);
        return textOfRow(row);
      });
      texts.set(doc, text);
      // What failed is asked for again next time.
      text.catch(() => texts.delete(doc));
    });
  };

  return {
    catalogue,
    async texts(documents) {
      request(documents);
      const answer = await Promise.all(documents.map((doc) => texts.get(doc) as Promise<ReportText>));
      if (catalogue.entries.length <= FETCH_AHEAD) setTimeout(request, 0, [...catalogue.entries.keys()]);
      return answer;
    },
  };
}

async function rowsAt(address: string): Promise<TextRow[]> {
  return (await get(address)).json();
}

async function get(address: string, cache: RequestCache = 'default'): Promise<Response> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
