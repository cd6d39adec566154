/** The index as the browser's worker uses it: the catalogue fetched once, texts as results need them. */
import { IS_STATIC } from '../domain/edition';
import { IndexDamaged } from '../engine';
import { openCatalogue, type ReportText, type TextRow, textOfRow } from './catalogue';
import type { SearchContext } from './search';
import { openRows } from './text-rows';

/** Texts in one file, where there is no server to choose them: `texts/0.json` has the first so many. */
export const TEXTS_IN_PART = 64;
/** A catalogue of at most so many reports has all its texts fetched ahead, once the first search was answered. */
const FETCH_AHEAD = 1000;

/**
 * Fetches and opens the index at an address that ends in a slash. What is not whole, texts too, may lie so in the
 * browser's cache, for ever: it is fetched once more, past the cache.
 * @throws Error when it cannot be fetched, IndexDamaged when what came is not whole.
 */
export async function openRemote(address: string): Promise<SearchContext> {
  const catalogue = await whole(`${address}catalogue.bin`, async (response) =>
    openCatalogue(new Uint8Array(await response.arrayBuffer())),
  );
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

function rowsAt(address: string): Promise<TextRow[]> {
  return whole(address, async (response) => openRows(await response.text()));
}

/** What is opened of an address: where that is damaged, once more past the cache. */
async function whole<T>(address: string, open: (response: Response) => Promise<T>): Promise<T> {
  const fetched = async (cache: RequestCache) => {
    const response = await fetch(address, { cache });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return open(response);
  };
  try {
    return await fetched('default');
  } catch (error) {
    if (error instanceof IndexDamaged) return fetched('reload');
    throw error;
  }
}
