/** A search as JSON: one document, its reports streamed as its last field. */

import { conferenceOf } from '../../domain/conference';
import { reportPath } from '../../domain/paths';
import { periodLabel, whenOf } from '../../domain/period';
import type { ReportDetails, ReportFacts } from '../../domain/report';
import { placeLabel } from '../../search/search';
import type { Vocabulary } from '../../search/vocabulary';
import { siteSettings } from '../settings';
import type { ExportedSearch } from './export';
import { directiveLabels, provinceNames } from './report-facts';
import { addressOf } from './site';

/** What stands before the first report. Reports follow, joined by commas, then `jsonFoot`. */
export function jsonHead({ path, words, total }: ExportedSearch, site: URL): string {
  const facts = {
    address: addressOf(path, site),
    search: words,
    total,
    license: siteSettings().licence,
  };
  return `${JSON.stringify(facts).slice(0, -1)},"reports":[\n`;
}

export const jsonFoot = '\n]}\n';

/**
 * One report: the facts of the catalogue with names beside its codes and its address on this site. The full text and
 * the passages facts were read from stay out, should they be at hand: they belong to their source.
 */
export function jsonReport(report: ReportFacts, vocabulary: Vocabulary, site: URL): string {
  const {
    fullText,
    evidence,
    rights,
    status,
    withdrawnReason,
    directives,
    ...facts
  }: ReportFacts & Partial<ReportDetails> = report;
  const labels = directiveLabels(report, vocabulary);
  const when = whenOf(report);
  return JSON.stringify({
    ...facts,
    conference: conferenceOf(report),
    year: when?.year ?? null,
    yearFrom: when?.from ?? null,
    periodInWords: periodLabel(report.period),
    placeInWords: placeLabel(report, vocabulary),
    provinceNames: provinceNames(report, vocabulary),
    directives: directives.map((citation, i) => ({ ...citation, label: labels[i] })),
    address: addressOf(reportPath(report.id), site),
  });
}
