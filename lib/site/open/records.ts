/** The catalogue as the open API and the bulk files give it away, record by record. */

import { conferenceOf } from '../../domain/conference';
import { directivePath, placePath, reportPath } from '../../domain/paths';
import { periodLabel, whenOf } from '../../domain/period';
import { placeLabel } from '../../search/search';
import type { Holding, Holdings } from '../browse/holdings';
import { placePages } from '../browse/place-pages';
import { directiveLabels, provinceNames } from '../outputs/report-facts';
import { addressOf } from '../outputs/site';
import type { DirectiveRecord, PlaceRecord, ReportRecord } from './schemas';

/** One report. Its full text and the passages facts were read from stay out: they belong to their source. */
export function reportRecord(
  report: Holding['report'],
  { vocabulary }: Pick<Holdings, 'vocabulary'>,
  site: URL,
): ReportRecord {
  const when = whenOf(report);
  const labels = directiveLabels(report, vocabulary);
  return {
    id: report.id,
    address: addressOf(reportPath(report.id), site),
    url: report.url,
    alsoAt: report.alsoAt,
    conference: conferenceOf(report),
    title: report.title,
    titleIs: report.titleIs,
    source: report.source,
    author: report.author,
    publishedOn: report.publishedOn,
    heldOn: report.heldOn,
    addedOn: report.addedOn,
    modifiedOn: report.modifiedOn,
    year: when?.year ?? null,
    yearFrom: when?.from ?? null,
    period: report.period,
    nextPeriod: report.nextPeriod,
    periodInWords: periodLabel(report.period),
    currentProvince: report.currentProvince,
    province: report.province,
    provinceNames: provinceNames(report, vocabulary),
    district: report.district,
    districtCode: report.districtCode,
    placeInWords: placeLabel(report, vocabulary),
    level: report.level,
    kind: report.kind,
    organization: report.organization,
    chair: report.chair,
    topics: report.topics,
    terms: report.terms,
    directives: report.directives.map(({ id, asWritten, certain, date }, i) => ({
      id,
      label: labels[i] ?? asWritten,
      asWritten,
      certain,
      ...(date === undefined ? {} : { date }),
    })),
    localDocuments: report.localDocuments,
    figures: report.figures,
    abstract: report.abstract,
  };
}

/** The registry: documents, then plenums, each with how many reports cite it. */
export function directiveRecords({ vocabulary, corpus, all }: Holdings, site: URL): DirectiveRecord[] {
  const citing = tally(all.flatMap(({ directives }) => directives));
  const registered = new Map(corpus.directives.map((one) => [one.id, one]));
  const plenums = new Map(corpus.plenums.map((one) => [one.id, one]));
  return vocabulary.directives.map(({ id, slug, label, type, number, term, date, verified }) => {
    const directive = registered.get(id);
    return {
      id,
      slug,
      address: addressOf(directivePath(slug), site),
      label,
      type,
      number,
      term,
      issuer: directive?.issuer ?? null,
      date,
      title: directive?.title ?? '',
      verified,
      relations: directive?.relations ?? [],
      documents: plenums.get(id)?.documents ?? [],
      reports: citing.get(slug) ?? 0,
    };
  });
}

/** Every place that has a page, each with how many reports it has. */
export function placeRecords(holdings: Holdings, site: URL): PlaceRecord[] {
  const held = tally(holdings.all.flatMap(({ places }) => places));
  return placePages(holdings).map((page): PlaceRecord => {
    const unit = page.kind === 'national' ? null : page.kind === 'former' ? page.former : page.province;
    return {
      value: page.value,
      address: addressOf(placePath(page.value), site),
      kind: page.kind,
      name: page.name,
      fullName: page.fullName,
      code: unit?.code ?? null,
      region: unit?.region ?? null,
      partOf: page.kind === 'former' ? page.province.slug : null,
      reports: held.get(page.value) ?? 0,
    };
  });
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
