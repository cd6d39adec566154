/** Answers of the server, each from one version of the catalogue. */
import { currentBackend, type SearchBackend } from './backend';
import type { ReportText } from './catalogue';
import { type CrossCounts, crossCountsOf } from './cross-counts';
import type { Encoding } from './encoding';
import type { FacetName } from './facets';
import { readIndexFiles } from './index-folder';
import { parseQuery } from './query';
import { TEXTS_IN_PART } from './remote';
import type { SearchResult } from './result';
import { snapshotOf, textsOfFolder } from './snapshot';
import type { Suggestion } from './suggest';

/** Answers a query string, a share link or search parameters. */
export async function answer(
  input: string | URLSearchParams,
  backend?: SearchBackend,
): Promise<SearchResult> {
  const from = backend ?? (await currentBackend());
  return from.answer(parseQuery(input, from.vocabulary));
}

/** What a text that is being typed might become. */
export async function suggestions(
  input: string | URLSearchParams,
  backend: SearchBackend,
): Promise<Suggestion[]> {
  return backend.suggest(parseQuery(input, backend.vocabulary).query);
}

/** Where the server alone answers, what was typed a moment ago is not asked for again. */
export function keptFor({ download }: SearchBackend): string {
  return download === null ? 'private, max-age=60' : 'no-cache';
}

/** What is said where the search cannot be asked. */
export const UNANSWERED =
  'Máy tìm kiếm đang không trả lời. Các trang khác vẫn xem được; thử tìm lại sau ít phút.';

/** Not to be kept, and to be asked again after so many seconds. */
const LATER = { 'Cache-Control': 'no-store', 'Retry-After': '30' };

/**
 * The same as an answer of the API.
 * @throws the error itself where it is none of the search
 */
export function unanswered(error: unknown): {
  body: string;
  status: number;
  headers: Record<string, string>;
} {
  logTrouble(error);
  return {
    body: JSON.stringify({ error: UNANSWERED }),
    status: 503,
    headers: { 'Content-Type': 'application/json', ...LATER },
  };
}

/** What is asked of the search for a page; null where it cannot be asked. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    logTrouble(error);
    return null;
  }
}

/** The answer of a route that is none of the API; where the search cannot be asked, a sentence under 503. */
export async function orSentence(answering: Promise<Response>): Promise<Response> {
  const answer = await orNull(answering);
  if (answer) return answer;
  return new Response(`${UNANSWERED}\n`, {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...LATER },
  });
}

/** @throws what is no trouble of the search */
function logTrouble(error: unknown): void {
  if (!(error instanceof Error && error.name === 'ClusterTrouble')) throw error;
  console.error(`search: ${error.message}`);
}

/** What a search finds, counted by the values of two facets. */
export async function crossOf(
  input: string | URLSearchParams,
  rowFacet: FacetName,
  columnFacet: FacetName,
  options?: { fine?: boolean; every?: boolean },
): Promise<CrossCounts> {
  const backend = await currentBackend();
  const tally = await backend.tally(parseQuery(input, backend.vocabulary), rowFacet, columnFacet);
  return crossCountsOf(tally, rowFacet, columnFacet, backend.vocabulary, options);
}

/** The packed catalogue of a built index in an encoding; null when there is no such index. */
export async function catalogueFile(
  hash: string,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const snapshot = await snapshotOf(hash);
  if (snapshot) return snapshot.packed(encoding);
  const suffix = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : '';
  const name = `catalogue.bin${suffix}`;
  return (await readIndexFiles(hash, [name]))?.[name] ?? null;
}

/** Most texts given at once: twice what a small catalogue holds. */
export const MAX_TEXTS = 1000;

/**
 * Texts of documents of an index, the current one or one before it; null where it is gone, or a number is no
 * document's.
 * @param list document numbers, comma-separated
 */
export async function textsOf(hash: string, list: string): Promise<ReportText[] | null> {
  const documents = list.split(',').map(Number);
  if (documents.length > MAX_TEXTS || !documents.every((doc) => Number.isInteger(doc) && doc >= 0))
    return null;
  const texts = await textsThere(hash, documents);
  return texts?.length === documents.length ? texts : null;
}

/** The n-th part of all texts, the last one shorter; null where the index is gone or has no such part. */
export async function textsOfPart(hash: string, part: number): Promise<ReportText[] | null> {
  const documents = Array.from({ length: TEXTS_IN_PART }, (_, i) => part * TEXTS_IN_PART + i);
  const texts = await textsThere(hash, documents);
  return texts?.length ? texts : null;
}

/** Texts of those documents that an index has; null where it is gone. */
async function textsThere(hash: string, documents: readonly number[]): Promise<ReportText[] | null> {
  const snapshot = await snapshotOf(hash);
  if (snapshot) return snapshot.texts(documents.filter((doc) => doc < snapshot.catalogue.entries.length));
  const text = await textsOfFolder(hash);
  return text && documents.flatMap((doc) => text(doc) ?? []);
}
