/**
 * How a report is cited. What is cited is the source's page: its author, else the source as a body; the day it
 * was published, never the day of the conference in its stead; its address, else ours.
 */
import type { ReportFacts } from '../../domain/report';
import { formatDate } from '../../search/describe';
import { bibtexRecord } from './bibtex';
import { citedTitle } from './report-facts';
import { risRecord } from './ris';

export interface Citation {
  /** Name of the style. */
  style: string;
  /** Who reads it: people in a list of sources, or programs that keep such lists. */
  reader: 'people' | 'programs';
  text: string;
}

/** The report in every style offered; `address` is its page on this site. */
export function citationsOf(report: ReportFacts, address: string): Citation[] {
  return [
    { style: 'Kiểu Việt Nam', reader: 'people', text: vietnamese(report, address) },
    { style: 'APA', reader: 'people', text: apa(report, address) },
    { style: 'BibTeX', reader: 'programs', text: bibtexRecord(report, address) },
    { style: 'RIS', reader: 'programs', text: risRecord(report, address) },
  ];
}

/** `Báo Nghệ An (2020), “Tên bài”, đăng ngày 13/7/2020, https://…`; the source follows the title after an author. */
export function vietnamese(report: ReportFacts, address: string): string {
  const { author, source, publishedOn, title, titleIs, url } = report;
  const name = titleIs === 'page' ? `“${title}”` : citedTitle(report);
  return [
    `${author ?? source} (${publishedOn ? publishedOn.slice(0, 4) : 'không rõ ngày đăng'})`,
    name,
    ...(author ? [source] : []),
    ...(publishedOn ? [`đăng ngày ${formatDate(publishedOn)}`] : []),
    url ?? address,
  ].join(', ');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * APA 7, a page of a web site (section 10.16): `Author. (2020, July 13). Title. Site. https://…`. The site's name
 * is left out where it is the author. Vietnamese names stay whole: initials would not tell their bearers apart.
 */
export function apa(report: ReportFacts, address: string): string {
  const { author, source, publishedOn, url } = report;
  const [year, month, day] = (publishedOn ?? '').split('-').map(Number);
  const date = publishedOn ? `${year}, ${MONTHS[(month ?? 1) - 1]} ${day}` : 'n.d.';
  return [
    closed(author ?? source),
    `(${date}).`,
    closed(citedTitle(report)),
    ...(author ? [closed(source)] : []),
    url ?? address,
  ].join(' ');
}

/** With a full stop at its end, unless it closes itself. */
function closed(text: string): string {
  return /[.?!…]["”]?$/.test(text) ? text : `${text}.`;
}
