/**
 * What of a report is searched: the corpus' records turned into the engine's documents, and into the entries and
 * texts that a result shows. Everything here runs at build time.
 */
import { directiveLabel, plenumLabel } from '../domain/directive';
import { figureInWords } from '../domain/figure';
import { familyOf, SUCCESSION } from '../domain/lineage';
import { periodEnd, periodLabel, periodYear } from '../domain/period';
import type { Corpus, Directive, Plenum, Report, ReportFacts } from '../domain/report';
import { DIRECTIVE_TYPES, labelOf, REPORT_KINDS, TOPICS } from '../domain/vocabulary';
import type { Alias, SourceDocument } from '../engine/build';
import { slugify } from '../vietnamese/fold';
import { romanValue } from '../vietnamese/roman';
import type { CatalogueMeta, ReportText } from './catalogue';
import { formatDate } from './describe';
import { type DirectiveName, nameDirective, type PlaceName, type Vocabulary } from './vocabulary';

/** The names that addresses and filters use, from the registries. Directives by type, number and term. */
export function vocabularyOf(corpus: Pick<Corpus, 'directives' | 'plenums' | 'provinces'>): Vocabulary {
  return {
    places: corpus.provinces.map(
      (province): PlaceName => ({
        slug: province.slug,
        name: province.name,
        formerly: province.formerly.map(({ slug, name }) => ({ slug, name })),
        aliases: [
          ...province.aliases.map((alias) => [alias, province.slug] as const),
          ...province.formerly
            .filter((former) => former.slug !== province.slug)
            .flatMap((former) =>
              former.aliases.map((alias) => [alias, `${province.slug}.${former.slug}`] as const),
            ),
        ],
      }),
    ),
    directives: [
      ...corpus.directives.map((one) => directiveName(one, corpus.directives)),
      ...corpus.plenums.map((one) => plenumName(one, corpus.directives)),
    ].sort(
      (a, b) =>
        typeRank(a) - typeRank(b) ||
        (a.number ?? 1e6) - (b.number ?? 1e6) ||
        romanValue(a.term ?? '') - romanValue(b.term ?? ''),
    ),
  };
}

function directiveName(directive: Directive, all: readonly Directive[]): DirectiveName {
  const name = nameDirective(directive);
  const shared = all.filter((one) => one.key === directive.key).length > 1;
  const label = directiveLabel(directive);
  return {
    ...name,
    label: shared && directive.term ? `${label} (khóa ${directive.term})` : label,
    title: directive.number === null ? '' : directive.title,
    date: directive.date,
    verified: directive.verified,
    lineage: familyOf(directive.id, all, SUCCESSION)
      .filter((one) => one.id !== directive.id)
      .map((one) => slugify(one.id)),
  };
}

/** A plenum goes by the subjects of its documents. */
function plenumName(plenum: Plenum, directives: readonly Directive[]): DirectiveName {
  const titles = plenum.documents.map((id) => directives.find((one) => one.id === id)?.title ?? '');
  return {
    ...nameDirective({ id: plenum.id, type: 'nghi-quyet' }),
    label: plenumLabel(plenum),
    title: titles.filter(Boolean).join('; '),
    date: null,
    verified: true,
    lineage: [],
  };
}

function typeRank(directive: DirectiveName): number {
  return DIRECTIVE_TYPES.findIndex((one) => one.value === directive.type);
}

/** The reports that are searched, newest first: by day held, else published, else the end of the period. */
export function searchedReports<R extends ReportFacts>(reports: readonly R[]): R[] {
  return reports
    .filter((report) => report.status === 'published')
    .sort((a, b) => compare(newness(b), newness(a)) || compare(a.id, b.id));
}

/** A day to order by; the empty string, older than all, where nothing is known. */
function newness({ heldOn, publishedOn, period }: ReportFacts): string {
  return heldOn ?? publishedOn ?? periodEnd(period) ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One report's entry in the catalogue. */
export function entryOf(report: ReportFacts, vocabulary: Vocabulary): CatalogueMeta['entries'][number] {
  return {
    id: report.id,
    title: report.title,
    source: report.source,
    organization: report.organization,
    heldOn: report.heldOn,
    publishedOn: report.publishedOn,
    province: report.province,
    currentProvince: report.currentProvince,
    district: report.district,
    level: report.level,
    kind: report.kind,
    conference: report.conference,
    chair: report.chair,
    period: report.period,
    directives: report.directives.map((citation) => {
      const name = vocabulary.directives.find((one) => one.id === citation.id);
      return name
        ? { id: name.id, slug: name.slug, label: name.label }
        : { id: null, slug: null, label: citation.asWritten };
    }),
    topics: report.topics,
  };
}

/** One report's address, the text that snippets are cut from, and its figures. */
export function textOf(report: Report): ReportText {
  const text = [report.abstract, report.fullText].filter(Boolean).join('\n\n');
  return { url: report.url, text, figures: report.figures.map(figureInWords) };
}

/** One report as the engine indexes it. */
export function documentOf(
  report: Report,
  corpus: Pick<Corpus, 'provinces'>,
  vocabulary: Vocabulary,
): SourceDocument {
  const today = corpus.provinces.find((one) => one.slug === report.currentProvince);
  const former = today?.formerly.find((one) => one.slug === report.province);
  const places = [report.district, former?.fullName, today?.fullName];
  // Not their titles: who looks for words finds the reports that hold them; a subject is read as a fact.
  const cited = report.directives.map(
    (citation) => vocabulary.directives.find((one) => one.id === citation.id)?.label ?? citation.asWritten,
  );
  return {
    id: report.id,
    title: report.title,
    body: textOf(report).text,
    organization: report.organization ?? '',
    place: [...new Set(places.filter(Boolean))].join(', '),
    period: [periodLabel(report.period), periodYear(report.period)].filter(Boolean).join(', năm '),
    directives: [...cited, ...report.localDocuments].join('; '),
    terms: [
      ...report.terms,
      ...[labelOf(report.kind, REPORT_KINDS)],
      ...report.topics.map((topic) => labelOf(topic, TOPICS)),
      report.chair,
      report.source,
      report.heldOn && `ngày ${formatDate(report.heldOn)}`,
    ]
      .filter(Boolean)
      .join('; '),
  };
}

/** Other names of places, for the engine's alternatives. */
export function placeAliases(corpus: Pick<Corpus, 'provinces'>): Alias[] {
  return corpus.provinces
    .flatMap((province) => [province, ...province.formerly])
    .flatMap(({ name, aliases }) => aliases.map((from) => ({ from, to: name.replace(/^TP\.\s*/, '') })));
}
