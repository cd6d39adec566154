/** The exports of a search, one table: how the text of each is made, report by report. */

import { reportPath } from '../../domain/paths';
import type { ReportFacts } from '../../domain/report';
import type { SearchResult } from '../../search/result';
import type { Vocabulary } from '../../search/vocabulary';
import { slugify } from '../../vietnamese/fold';
import { dayOf, withAccess } from './accessed';
import { bibtexRecord } from './bibtex';
import { cslRecord } from './csl';
import { csvHead, csvLine } from './csv';
import { jsonFoot, jsonHead, jsonReport } from './json';
import type { ExportFormat } from './links';
import { risRecord } from './ris';
import { addressOf } from './site';

/** What is exported, as its file tells of itself. */
export interface ExportedSearch extends Pick<SearchResult, 'words' | 'total'> {
  /** The page of this site that shows the same reports. */
  path: string;
}

export interface Export {
  contentType: string;
  head(search: ExportedSearch, site: URL): string;
  report(report: ReportFacts, vocabulary: Vocabulary, site: URL): string;
  /** What stands between two reports. */
  between: string;
  foot: string;
}

const addressOfReport = (report: ReportFacts, site: URL) => addressOf(reportPath(report.id), site);
const today = () => dayOf(new Date());

export const EXPORTS: Readonly<Record<ExportFormat, Export>> = {
  csv: {
    contentType: 'text/csv; charset=utf-8; header=present',
    head: csvHead,
    report: csvLine,
    between: '',
    foot: '',
  },
  json: {
    contentType: 'application/json; charset=utf-8',
    head: jsonHead,
    report: jsonReport,
    between: ',\n',
    foot: jsonFoot,
  },
  ris: {
    contentType: 'application/x-research-info-systems; charset=utf-8',
    head: () => '',
    report: (report, _, site) => withAccess(risRecord(report, addressOfReport(report, site)), 'ris', today()),
    between: '\r\n',
    foot: '',
  },
  bib: {
    contentType: 'application/x-bibtex; charset=utf-8',
    head: () => '',
    report: (report, _, site) =>
      withAccess(bibtexRecord(report, addressOfReport(report, site)), 'bib', today()),
    between: '\n',
    foot: '',
  },
  'csl.json': {
    contentType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    head: () => '[\n',
    report: (report, _, site) => withAccess(cslRecord(report, addressOfReport(report, site)), 'csl', today()),
    between: ',\n',
    foot: '\n]\n',
  },
};

/**
 * The text of an export, piece by piece.
 * @param pieces every report of the search, in its order
 */
export async function* exportText(
  { head, report: textOf, between, foot }: Export,
  search: ExportedSearch,
  pieces: Iterable<readonly ReportFacts[]> | AsyncIterable<readonly ReportFacts[]>,
  vocabulary: Vocabulary,
  site: URL,
): AsyncGenerator<string> {
  yield head(search, site);
  let joint = '';
  for await (const reports of pieces) {
    if (reports.length === 0) continue;
    yield joint + reports.map((report) => textOf(report, vocabulary, site)).join(between);
    joint = between;
  }
  yield foot;
}

/** Longest name of a file, its ending left out, in letters. */
const MAX_NAME = 80;

/** The `Content-Disposition` of an export: named by the search in words, once in ASCII, once with its marks. */
export function contentDisposition(format: ExportFormat, words: string): string {
  const plain = `bao-cao-${slugify(words)}`.slice(0, MAX_NAME).replace(/-+$/, '');
  // What no file system takes in a name, and the quotes around the words searched.
  const named = words.replace(/[“”"\\/:*?<>|]/g, '').replaceAll(' · ', ', ');
  const full = `Báo cáo${named ? ` ${named}` : ''}`.slice(0, MAX_NAME).toWellFormed().trim();
  const encoded = encodeURIComponent(`${full}.${format}`).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}.${format}"; filename*=UTF-8''${encoded}`;
}
