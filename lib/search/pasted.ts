/** What people paste into the field: the link of a search, the link or the id of a report, the address of a page. */
import { fold } from '../vietnamese/fold';
import type { Catalogue } from './catalogue';
import { parseQuery, type Query } from './query';
import type { Vocabulary } from './vocabulary';

const LINK = /^https?:\/\/[^\s]+$/iu;
const REPORT = /^(?:https?:\/\/[^\s/]+)?\/bao-cao\/([a-z0-9-]+)(?:[/?#]\S*)?$/iu;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+){2,}$/u;

/** The document that a pasted report link, or an id, names; null for any other text. */
export function pastedReport(text: string, { entries }: Pick<Catalogue, 'entries'>): number | null {
  const id = pastedId(text);
  const doc = id === null ? -1 : entries.findIndex((entry) => entry.id === id);
  return doc < 0 ? null : doc;
}

/** What may be the id of a report: in a pasted link, or alone. */
export function pastedId(text: string): string | null {
  return REPORT.exec(text)?.[1]?.toLowerCase() ?? (ID.test(text) ? text : null);
}

/** The search that a pasted share link names; null for any other text. */
export function pastedSearch(text: string, vocabulary: Vocabulary): Query | null {
  if (!LINK.test(text) || !URL.canParse(text)) return null;
  const address = new URL(text);
  if (address.pathname !== '/' || address.search === '') return null;
  const { query } = parseQuery(address.searchParams, vocabulary);
  const asks = query.text !== '' || Object.values(query.filters).some((values) => values.length > 0);
  return asks ? query : null;
}

/** The words in an address of another site, as its last part names them; null for a text that is no address. */
export function wordsOfAddress(text: string): string | null {
  if (!LINK.test(text)) return null;
  const path = text.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]+/i, '');
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  return last
    .replace(/\.\w{2,5}$/, '')
    .replace(/[-_.]+/g, ' ')
    .replace(/\b[a-z]*\d{5,}\b/gi, ' ')
    .trim();
}

const SOURCE = /^\s*(?:nguồn|nguon|tác giả|tac gia|source)\s*:\s*([^"“”]+)$/iu;
const SITE =
  /^\s*(?:site:)?(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*?)(?:\.(?:com|org|net|edu|gov))?\.[a-z]{2,4}\/?\s*$/iu;

/**
 * The source that a text names, as a phrase to look for: `nguồn: Báo Thanh Hóa`, and `baohungyen.vn`, which is Báo
 * Hưng Yên's where reports come from a source of that name. Null for any other text.
 */
export function sourceNamed(text: string, { entries }: Pick<Catalogue, 'entries'>): string | null {
  const written = SOURCE.exec(text)?.[1]?.trim();
  const site = SITE.exec(written ?? text)?.[1]?.toLowerCase();
  if (site === undefined) return written === undefined ? null : `"${written}"`;
  const named = entries.find(({ source }) => fold(source).replace(/[^a-z0-9]/g, '') === site);
  return named ? `"${named.source}"` : site;
}

/** True when two addresses name one page: protocol, `www.`, a slash at the end and what stands after `#` aside. */
export function sameAddress(one: string, other: string): boolean {
  return bareAddress(one) === bareAddress(other);
}

/** An address without what does not tell pages apart. */
export function bareAddress(address: string): string {
  return address
    .trim()
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
