/**
 * How a report is cited. What is cited is the source's page: its author, else the source as a body; the day it
 * was published, never the day of the conference in its stead, which is told beside it; its address, else ours; the day
 * of access, for which a mark stands (accessed.ts).
 */
import type { ReportFacts } from '../../domain/report';
import { formatDate } from '../../search/describe';
import { ACCESSED, type CitationStyle, englishDate } from './accessed';
import { bibtexRecord } from './bibtex';
import { cslRecord } from './csl';
import { citedTitle } from './report-facts';
import { risRecord } from './ris';

export interface Citation {
  style: CitationStyle;
  /** Name of the style. */
  name: string;
  /** Who reads it: people in a list of sources, or programs that keep such lists. */
  reader: 'people' | 'programs';
  text: string;
}

/** The report in every style offered; `address` is its page on this site. */
export function citationsOf(report: ReportFacts, address: string): Citation[] {
  return [
    { style: 'vi', name: 'Kiểu Việt Nam', reader: 'people', text: vietnamese(report, address) },
    { style: 'apa', name: 'APA', reader: 'people', text: apa(report, address) },
    { style: 'bib', name: 'BibTeX', reader: 'programs', text: bibtexRecord(report, address) },
    { style: 'ris', name: 'RIS', reader: 'programs', text: risRecord(report, address) },
    { style: 'csl', name: 'CSL-JSON', reader: 'programs', text: cslRecord(report, address) },
  ];
}

/**
 * `Báo Nghệ An (2020), “Tên bài”, hội nghị ngày 12/7/2020, đăng ngày 13/7/2020, https://…, truy cập ngày …`; the source
 * follows the title after an author.
 */
export function vietnamese(report: ReportFacts, address: string): string {
  const { author, source, publishedOn, heldOn, title, titleIs, url } = report;
  const name = titleIs === 'page' ? `“${title}”` : citedTitle(report);
  const parts = [
    `${author ?? source} (${publishedOn ? publishedOn.slice(0, 4) : 'không rõ ngày đăng'})`,
    name,
    ...(author ? [source] : []),
    ...(heldOn ? [`hội nghị ngày ${formatDate(heldOn)}`] : []),
    ...(publishedOn ? [`đăng ngày ${formatDate(publishedOn)}`] : []),
    url ?? address,
  ];
  return parts.join(', ') + ACCESSED;
}

/**
 * APA 7, a page of a web site (section 10.16): `Author. (2020, July 13). Title [Conference held July 12,
 * 2020]. Site. Retrieved …, from https://…`. The site's name is left out where it is the author. Vietnamese names stay whole: initials would not tell their bearers apart.
 */
export function apa(report: ReportFacts, address: string): string {
  const { author, source, publishedOn, heldOn, url } = report;
  const date = publishedOn ? `${publishedOn.slice(0, 4)}, ${englishDate(publishedOn).split(',')[0]}` : 'n.d.';
  const title = citedTitle(report);
  return [
    closed(author ?? source),
    `(${date}).`,
    closed(heldOn ? `${title} [Conference held ${englishDate(heldOn)}]` : title),
    ...(author ? [closed(source)] : []),
    ACCESSED + (url ?? address),
  ].join(' ');
}

/** With a full stop at its end, unless it closes itself. */
function closed(text: string): string {
  return /[.?!…]["”]?$/.test(text) ? text : `${text}.`;
}
