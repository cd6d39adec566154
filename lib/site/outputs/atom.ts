/**
 * A search as an Atom feed (RFC 4287): its newest reports, its title the search in words.
 *
 * Ids are UUIDs made from names (RFC 9562, version 5), so that a report or a search keeps its id whichever host
 * serves the feed, and a reader never shows it twice.
 */

import { createHash } from 'node:crypto';
import { reportPath } from '../../domain/paths';
import { whenOf } from '../../domain/period';
import type { ReportFacts } from '../../domain/report';
import { searchTitle } from '../../search/describe';
import { type Query, searchHref } from '../../search/query';
import type { SearchResult } from '../../search/result';
import { licenceInWords, siteSettings } from '../settings';
import { feedHref } from './links';
import { addressOf } from './site';
import { escapeXml } from './xml';

/** Entries of a feed: readers ask often, and keep what they have seen. */
export const FEED_LENGTH = 50;

/** The search a feed is of: newest first, from the beginning. */
export function feedQuery(query: Query): Query {
  return { ...query, sort: 'moi-nhat', page: 1 };
}

/**
 * The feed of a search.
 * @param result of `feedQuery`
 * @param reports its first FEED_LENGTH reports, in order
 */
export function atomFeed(result: SearchResult, reports: readonly ReportFacts[], site: URL): string {
  const self = feedHref(result.state);
  const { name, licence } = siteSettings();
  const title = result.words === '' ? name : `${name}: ${result.words}`;
  const updated = reports.map(updatedOn).sort().at(-1) ?? NO_DAY;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
  <id>${nameId(self)}</id>
  <title>${escapeXml(title)}</title>
  <subtitle>${escapeXml(searchTitle(result.total, ''))}</subtitle>
  <updated>${updated}</updated>
  <author><name>${escapeXml(name)}</name></author>
  <rights>${escapeXml(licenceInWords(licence))}</rights>
  <link rel="self" type="application/atom+xml" href="${absolute(self, site)}"/>
  <link rel="alternate" type="text/html" hreflang="vi" href="${absolute(searchHref(result.state), site)}"/>
${reports.map((report) => entry(report, site)).join('')}</feed>
`;
}

function entry(report: ReportFacts, site: URL): string {
  const { id, title, author, source, publishedOn, abstract, url } = report;
  const lines = [
    `<id>${nameId(reportPath(id))}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${updatedOn(report)}</updated>`,
    publishedOn ? `<published>${startOf(publishedOn)}</published>` : null,
    `<author><name>${escapeXml(author ?? source)}</name></author>`,
    `<link rel="alternate" type="text/html" hreflang="vi" href="${absolute(reportPath(id), site)}"/>`,
    url ? `<link rel="via" href="${escapeXml(url)}"/>` : null,
    abstract ? `<summary>${escapeXml(abstract)}</summary>` : null,
  ];
  return `  <entry>\n${lines.flatMap((line) => (line ? [`    ${line}\n`] : [])).join('')}  </entry>\n`;
}

/** Every entry must bear a date: where nothing at all is known, and in an empty feed, the oldest that clocks know. */
const NO_DAY = '1970-01-01T00:00:00Z';

/**
 * The day the record was changed or added, else published, else held, else the beginning of the month or year
 * reported on.
 */
function updatedOn(report: ReportFacts): string {
  const day = report.modifiedOn ?? report.addedOn ?? report.publishedOn ?? report.heldOn;
  if (day) return startOf(day);
  const year = whenOf(report)?.year;
  return year ? startOf(`${year}-${String(report.period?.month ?? 1).padStart(2, '0')}-01`) : NO_DAY;
}

/** The beginning of a day in Viet Nam, as the same moment in UTC, so that moments compare as text. */
function startOf(day: string): string {
  return new Date(`${day}T00:00:00+07:00`).toISOString().replace('.000Z', 'Z');
}

function absolute(href: string, site: URL): string {
  return escapeXml(addressOf(href, site));
}

/** RFC 9562 section 6.6: the namespace of URLs. */
const URL_NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** `urn:uuid:…` of a path of this site, host left out. */
function nameId(path: string): string {
  const bytes = createHash('sha1').update(URL_NAMESPACE).update(path).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
