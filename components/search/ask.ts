import { at, IS_STATIC } from '@/lib/domain/edition';
import type { SearchResult } from '@/lib/search/result';
import type { Answers } from './answers';

let device: Promise<Answers> | null = null;

/**
 * The answer to a query string for a page that is not the search: of the server; where there is none, of the index,
 * whose code is loaded only then.
 *
 * @param indexAddress folder of the built index, with a slash at its end
 * @throws Error where neither answers
 */
export async function askSearch(
  query: string,
  indexAddress: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<SearchResult> {
  const response = IS_STATIC ? null : await fetch(at(`/api/search?${query}`), { signal }).catch(() => null);
  if (response?.ok) return response.json();
  signal.throwIfAborted();
  device ??= import('./answers').then(({ Answers }) => new Answers(indexAddress, () => {}));
  return (await device).search(query, signal, () => {});
}
