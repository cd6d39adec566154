/** Lists of addresses: a feed (RSS, Atom), a sitemap or an index of sitemaps, a file with one a line. */
import { gunzipSync } from 'node:zlib';
import { DOMParser } from 'linkedom';
import { fold } from '../../vietnamese/fold';
import { IngestFailure } from '../read/failure';
import { type Fetched, SIZE_LIMIT } from './request';
import type { Visitor } from './visitor';

export interface Link {
  url: string;
  /** As the feed has it; empty in a sitemap. */
  title: string;
}

/** Sitemaps read from one index, and addresses taken in all: what the sitemap protocol allows in one file. */
const MOST_SITEMAPS = 50;
const MOST_LINKS = 50_000;

/**
 * Reads a feed or sitemap, the sitemaps it names included; each address once.
 * @throws IngestFailure as `Visitor.fetch` does, and `no-links`, `unreadable`, `too-large`.
 */
export async function readFeed(address: string, visitor: Visitor): Promise<Link[]> {
  return linksOfFeed(await visitor.fetch(address), visitor);
}

/** True for what `linksOfFeed` takes: an address that someone gives may lead to a page as well. */
export function isFeed(fetched: Fetched): boolean {
  return FEED.test(xmlOf(fetched).slice(0, HEAD));
}

/** As `readFeed`, of a feed that was fetched already. */
export async function linksOfFeed(feed: Fetched, visitor: Visitor): Promise<Link[]> {
  const links = new Map<string, Link>();
  const take = (found: readonly Link[]) => {
    for (const link of found) if (links.size < MOST_LINKS) links.set(link.url, links.get(link.url) ?? link);
  };
  const { pages, sitemaps } = linksOf(xmlOf(feed), feed.url);
  take(pages);
  // An index within an index is against the protocol, and a way to go on for ever.
  for (const sitemap of sitemaps.slice(0, MOST_SITEMAPS - 1)) {
    if (links.size >= MOST_LINKS) break;
    const fetched = await visitor.fetch(sitemap);
    take(linksOf(xmlOf(fetched), fetched.url).pages);
  }
  if (links.size === 0)
    throw new IngestFailure(
      'no-links',
      'the feed names no page',
      'check that the address is that of an RSS or Atom feed, or of a sitemap',
    );
  return [...links.values()];
}

/**
 * The links whose title or address has the words in a row, marks and case aside; `,` stands between alternatives.
 * `tuyên giáo, báo chí` keeps `…/hoi-nghi-tuyen-giao-1.html`.
 */
export function withWords(links: readonly Link[], words: string): Link[] {
  const wanted = words
    .split(',')
    .map(asWords)
    .filter((phrase) => phrase.trim() !== '');
  return links.filter(({ url, title }) => {
    const places = [asWords(title), asWords(decoded(url))];
    return wanted.some((phrase) => places.some((place) => place.includes(phrase)));
  });
}

/** Addresses of a file, one a line; `#` begins a remark. */
export function addressesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/(?:^|\s)#.*$/, '').trim());
  return [...new Set(lines.filter(Boolean))];
}

/** ` hoi nghi tuyen giao `: words alone, with a space at both ends so that no word is met halfway. */
function asWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** How a feed or a sitemap begins, and how far down its head goes. */
const FEED = /<(?:[a-z]+:)?(?:rss|rdf|feed|urlset|sitemapindex)\b/i;
const HEAD = 4096;

function xmlOf({ bytes }: Fetched): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder().decode(gunzipSync(bytes, { maxOutputLength: SIZE_LIMIT }));
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new IngestFailure(
      tooLarge ? 'too-large' : 'broken',
      tooLarge
        ? `the sitemap unpacks to more than ${SIZE_LIMIT / 1024 / 1024} MB`
        : 'the compressed sitemap is damaged',
      'give one of its parts',
    );
  }
}

function linksOf(xml: string, base: string): { pages: Link[]; sitemaps: string[] } {
  if (!FEED.test(xml.slice(0, HEAD)))
    throw new IngestFailure(
      'unreadable',
      'the address holds no feed and no sitemap',
      'give the address of an RSS or Atom feed, or of a sitemap',
    );
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const all = (root: ParentNode, name: string) => [...(root as Element).getElementsByTagName(name)];
  const textOf = (root: Element, name: string) => all(root, name)[0]?.textContent?.trim() ?? '';
  const absolute = (url: string) => (URL.canParse(url, base) ? new URL(url, base).href : '');
  const link = (url: string, title: string): Link[] => {
    const found = absolute(url);
    return url && /^https?:/.test(found) ? [{ url: found, title: title.normalize('NFC') }] : [];
  };
  const root = document as unknown as ParentNode;
  return {
    pages: [
      ...all(root, 'item').flatMap((item) =>
        link(textOf(item, 'link') || textOf(item, 'guid'), textOf(item, 'title')),
      ),
      ...all(root, 'entry').flatMap((entry) => {
        const links = all(entry, 'link');
        const main = links.find((one) => (one.getAttribute('rel') ?? 'alternate') === 'alternate');
        return link(main?.getAttribute('href') ?? '', textOf(entry, 'title'));
      }),
      ...all(root, 'url').flatMap((entry) => link(textOf(entry, 'loc'), textOf(entry, 'news:title'))),
    ],
    sitemaps: all(root, 'sitemap').flatMap((entry) => absolute(textOf(entry, 'loc')) || []),
  };
}
