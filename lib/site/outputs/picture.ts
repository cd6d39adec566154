/**
 * What stands in the picture that link previews show: words only, clipped, in letters that its font has. Drawing
 * is done elsewhere.
 */

import { periodLabel } from '../../domain/period';
import type { ReportFacts } from '../../domain/report';
import { formatCount } from '../../search/describe';
import type { SearchResult } from '../../search/result';
import { placeLabel } from '../../search/search';
import type { Vocabulary } from '../../search/vocabulary';
import type { DocumentPage } from '../browse/documents';
import type { Holdings } from '../browse/holdings';
import { formerOf, type PlacePage } from '../browse/place-pages';
import { siteSettings } from '../settings';
import { dayInWords } from './report-facts';

export interface Picture {
  /** Few words in large letters. */
  heading: string;
  /** A line or two under it; may be empty. */
  detail: string;
  /** What stands at the foot: count, or place and time; may be empty. */
  foot: string;
}

/** Longest texts, in letters: what the lines of the picture take. */
const MAX = { heading: 150, detail: 190, foot: 110 };

/** Letters that are not in the two subsets of the font; Vietnamese and its punctuation are. */
const NOT_IN_FONT =
  /[^\u0020-\u007e\u00a0-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0131\u0152\u0153\u0168\u0169\u01a0\u01a1\u01af\u01b0\u02c6\u02da\u02dc\u1ea0-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u2044\u20ab\u20ac\u2122\u2212]+/gu;

/** The picture of the site itself. */
export function pictureOfSite(): Picture {
  const { name, purpose } = siteSettings();
  return picture({ heading: name, detail: purpose, foot: '' });
}

/** Filters in large letters, the count at the foot. */
export function pictureOfSearch({ words, total }: Pick<SearchResult, 'words' | 'total'>): Picture {
  const count = `${formatCount(total)} báo cáo`;
  return words === ''
    ? picture({ ...pictureOfSite(), foot: count })
    : picture({ heading: words, detail: '', foot: count });
}

export function pictureOfReport(report: ReportFacts, vocabulary: Vocabulary): Picture {
  const facts = [placeLabel(report, vocabulary), periodLabel(report.period), dayInWords(report)];
  return picture({
    heading: report.title,
    detail: report.organization ?? report.source,
    foot: facts.filter(Boolean).join(' · '),
  });
}

/** A document's name and subject; a number that several bear names them. */
export function pictureOfDocument(page: DocumentPage, { all }: Holdings): Picture {
  const citing =
    page.kind === 'number'
      ? new Set(page.citations.map(({ holding }) => holding)).size
      : all.filter(({ directives }) => directives.includes(page.name.slug)).length;
  const documents = page.kind === 'directive' ? [] : page.documents.map(({ label }) => label);
  return picture({
    heading: page.kind === 'number' ? `Số ${page.number}` : page.name.label,
    detail: page.kind === 'directive' ? page.name.title : documents.join(', '),
    foot: citing > 0 ? `${formatCount(citing)} báo cáo nhắc tới` : '',
  });
}

/** A place's name, and what it was united from or into. */
export function pictureOfPlace(page: PlacePage, { all }: Holdings): Picture {
  const total = all.filter(({ places }) => places.includes(page.value)).length;
  return picture({
    heading: page.name,
    detail: placeHistory(page),
    foot: total > 0 ? `${formatCount(total)} báo cáo` : '',
  });
}

function placeHistory(page: PlacePage): string {
  if (page.kind === 'national') return '';
  if (page.kind === 'former') return `Nay thuộc ${page.province.fullName}`;
  const former = formerOf(page.province).map(({ name }) => name);
  return former.length > 0 ? `Hợp nhất từ ${former.join(', ')}` : '';
}

function picture({ heading, detail, foot }: Picture): Picture {
  return {
    heading: clip(drawable(heading), MAX.heading),
    detail: clip(drawable(detail), MAX.detail),
    foot: clip(drawable(foot), MAX.foot),
  };
}

/** NFC, and what the font cannot draw as one `?`: the drawing library would look for a font on the network. */
function drawable(text: string): string {
  const plain = text.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim();
  return plain.replace(/[\u2010-\u2012]/g, '-').replace(NOT_IN_FONT, '?');
}

/** Cut between words. */
function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, cut > most / 2 ? cut : most - 1)}…`;
}
