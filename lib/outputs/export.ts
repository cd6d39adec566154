/** The exports of a search, one table: what each is called and how its text is made, report by report. */
import { reportPath } from '../browse/links';
import type { Report } from '../corpus/model';
import type { SearchResult } from '../search/result';
import type { Vocabulary } from '../search/vocabulary';
import { slugify } from '../vietnamese/fold';
import { bibtexRecord } from './bibtex';
import { csvHead, csvLine } from './csv';
import { jsonFoot, jsonHead, jsonReport } from './json';
import { risRecord } from './ris';

export interface Export {
  /** File ending, and the last part of the address `/xuat/bao-cao.<format>`. */
  format: string;
  label: string;
  contentType: string;
  head(result: SearchResult, site: URL): string;
  report(report: Report, vocabulary: Vocabulary, site: URL): string;
  /** What stands between two reports. */
  between: string;
  foot: string;
}

const addressOf = (report: Report, site: URL) => new URL(reportPath(report.id), site).href;

export const EXPORTS: readonly Export[] = [
  {
    format: 'csv',
    label: 'CSV (bảng tính)',
    contentType: 'text/csv; charset=utf-8; header=present',
    head: csvHead,
    report: csvLine,
    between: '',
    foot: '',
  },
  {
    format: 'json',
    label: 'JSON',
    contentType: 'application/json; charset=utf-8',
    head: jsonHead,
    report: jsonReport,
    between: ',\n',
    foot: jsonFoot,
  },
  {
    format: 'ris',
    label: 'RIS (Zotero, EndNote)',
    contentType: 'application/x-research-info-systems; charset=utf-8',
    head: () => '',
    report: (report, _, site) => risRecord(report, addressOf(report, site)),
    between: '\r\n',
    foot: '',
  },
  {
    format: 'bib',
    label: 'BibTeX',
    contentType: 'application/x-bibtex; charset=utf-8',
    head: () => '',
    report: (report, _, site) => bibtexRecord(report, addressOf(report, site)),
    between: '\n',
    foot: '',
  },
];

/** The address of an export of a search, by its canonical query string. */
export function exportHref(format: string, query: string): string {
  const path = `/xuat/bao-cao.${format}`;
  return query === '' ? path : `${path}?${query}`;
}

/** Reports read at one time: enough to keep the disk busy, few enough to hold in memory. */
const READ_AT_ONCE = 16;

/**
 * The text of an export, piece by piece.
 * @param ids every report of the search, in its order
 * @param load gives one report; null, for one that went since the search was answered, leaves it out
 * @throws what `load` throws
 */
export async function* exportText(
  { head, report: textOf, between, foot }: Export,
  { result, ids }: { result: SearchResult; ids: readonly string[] },
  load: (id: string) => Promise<Report | null>,
  vocabulary: Vocabulary,
  site: URL,
): AsyncGenerator<string> {
  yield head(result, site);
  let first = true;
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const reports = await Promise.all(ids.slice(from, from + READ_AT_ONCE).map(load));
    let piece = '';
    for (const report of reports) {
      if (!report) continue;
      piece += (first ? '' : between) + textOf(report, vocabulary, site);
      first = false;
    }
    yield piece;
  }
  yield foot;
}

/** Longest name of a file, its ending left out, in letters. */
const MAX_NAME = 80;

/** The `Content-Disposition` of an export: named by the search in words, once in ASCII, once with its marks. */
export function contentDisposition(format: string, words: string): string {
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
