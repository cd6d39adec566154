/**
 * Sets right what the shared catalogue has wrong or left open, where the record proves it. Every change is told as a
 * Mend: nothing is altered silently, and what stays doubtful stays marked so.
 *
 *     record → citations (resolve, split, move out local ones, settle certainty)
 *            → facts (place, organisation, figures) → corrections read by eye → Report
 */

import { partsOfId } from '../../domain/directive';
import type { District, Figure, Plenum, Province, Report } from '../../domain/report';
import type { DirectiveEntry } from '../schema';
import { ADDED_DIRECTIVES, ADDED_PLENUMS } from './additions';
import { CITATION_CORRECTIONS, CORRECTIONS, SOURCE_NAMES } from './corrections';
import type { CitationRecord, IncomingReport } from './records';

/** One change made on the way in. */
export interface Mend {
  kind: string;
  /** Id of the report, document or plenum. */
  where: string;
  what: string;
  why: string;
}

export interface Registry {
  directives: readonly DirectiveEntry[];
  plenums: readonly Plenum[];
}

/** What a report's mends are decided by. */
export interface MendContext extends Registry {
  provinces: readonly Pick<Province, 'slug' | 'formerly'>[];
  districts: readonly District[];
}

/** The day from which the 63 provinces are 34. */
const MERGER = '2025-07-01';

/** Adds the documents and plenums that reports cite and the registry lacks. */
export function mendRegistry(registry: Registry): Registry & { mends: Mend[] } {
  const held = new Set([...registry.directives, ...registry.plenums].map(({ id }) => id));
  const directives = ADDED_DIRECTIVES.filter(({ id }) => !held.has(id));
  const plenums = ADDED_PLENUMS.filter(({ id }) => !held.has(id));
  return {
    directives: [...registry.directives, ...directives],
    plenums: [...registry.plenums, ...plenums],
    mends: [
      ...directives.map(({ id, title, note }) => ({
        kind: 'document added, unverified',
        where: id,
        what: title,
        why: note ?? '',
      })),
      ...plenums.map(({ id, documents }) => ({
        kind: 'plenum added',
        where: id,
        what: documents.join(', ') || 'no document of it in the registry',
        why: 'cited by a report, or spoken of by the registry itself',
      })),
    ],
  };
}

/** Mends every report. Reports keep their order and their ids. */
export function mendReports(
  records: readonly IncomingReport[],
  context: MendContext,
): { reports: Report[]; mends: Mend[] } {
  const mends: Mend[] = [];
  const reports = records.map((record) => {
    const tell = (kind: string, what: string, why: string) =>
      mends.push({ kind, where: record.id, what, why });
    const { directives, localDocuments } = mendCitations(record, context, tell);
    const report: Report = { ...record, directives, localDocuments };
    mendPlace(report, context, tell);
    mendNames(report, tell);
    report.figures = report.figures.map((figure) => mendFigure(figure, tell));
    correct(report, tell);
    return report;
  });
  return { reports, mends };
}

type Tell = (kind: string, what: string, why: string) => void;

function mendCitations(
  report: IncomingReport,
  context: MendContext,
  tell: Tell,
): Pick<Report, 'directives' | 'localDocuments'> {
  const localDocuments = [...report.localDocuments];
  const directives: Report['directives'] = [];
  for (const { key, ...citation } of report.directives) {
    const { asWritten } = citation;
    const correction = CITATION_CORRECTIONS.find(
      (entry) => entry.report === report.id && entry.asWritten === asWritten,
    );
    if (correction) {
      const { ids, certain, why } = correction;
      for (const id of ids) directives.push({ ...citation, id, certain });
      tell('citation corrected', `${asWritten} → ${ids.join(', ')} (was ${citation.id})`, why);
      continue;
    }
    if (citation.id === null && isLocal(asWritten)) {
      if (!localDocuments.includes(asWritten)) localDocuments.push(asWritten);
      tell(
        'citation moved to localDocuments',
        asWritten,
        'issued by a province or the State, not the Party’s centre',
      );
      continue;
    }
    if (citation.id === null) {
      const ids = resolve({ ...citation, key }, report, context);
      for (const id of ids) {
        const why = certainty(citation, id, report, context);
        directives.push({ ...citation, id, certain: why !== null });
        tell(
          'citation resolved',
          `${asWritten} → ${id}${why ? '' : ' (not certain)'}`,
          why ?? 'the only one of its number that the report can mean',
        );
      }
      if (ids.length === 0) directives.push(citation);
      continue;
    }
    const why = citation.certain ? null : certainty(citation, citation.id, report, context);
    if (why) tell('citation made certain', `${asWritten} → ${citation.id}`, why);
    directives.push({ ...citation, certain: citation.certain || why !== null });
  }
  return { directives, localDocuments };
}

/** True for a document of a provincial committee, a People's Committee or the National Assembly. */
function isLocal(asWritten: string): boolean {
  return /Đảng bộ (tỉnh|thành phố)|UBND|Tỉnh ủy|Thành ủy|\/QH\d+/.test(asWritten);
}

/** The ids that an unresolved citation can only mean; none where that stays open. */
function resolve(citation: CitationRecord, report: IncomingReport, context: MendContext): string[] {
  const { asWritten, key } = citation;
  const plenums = plenumIds(asWritten);
  if (key === null) return plenums.filter((id) => context.plenums.some((plenum) => plenum.id === id));
  if ([...context.directives, ...context.plenums].some(({ id }) => id === key)) return [key];
  // A key without its number in the words is a guess from the subject.
  const { number } = partsOfId(key);
  if (number === null || !new RegExp(`(?<!\\d)0*${number}(?!\\d)`).test(asWritten)) return [];
  const left = candidates(key, report, context).filter((entry) => agrees(entry, citation));
  return left.length === 1 && left[0] ? [left[0].id] : [];
}

/** `Nghị quyết Trung ương 6 và 7 (khóa XII)` names NQTW6-XII and NQTW7-XII. */
function plenumIds(asWritten: string): string[] {
  const term = writtenTerm(asWritten);
  if (!term || !/(trung ương|Ban chấp hành)/i.test(asWritten)) return [];
  const beforeTerm = asWritten.slice(0, asWritten.search(/kh[oó][aá]/i));
  return (beforeTerm.match(/\d+/g) ?? []).map((number) => `NQTW${Number(number)}-${term}`);
}

/** Documents of a number that are not newer than the report. */
function candidates(key: string, report: IncomingReport, context: MendContext): DirectiveEntry[] {
  const last = report.publishedOn ?? report.heldOn ?? lastDay(report);
  return context.directives.filter(
    (entry) =>
      partsOfId(entry.id).key === key && (entry.date === null || last === null || entry.date <= last),
  );
}

function lastDay({ period }: IncomingReport): string | null {
  const year = period?.toYear ?? (period?.kind === 'nhieu-nam' ? undefined : period?.year);
  return year === undefined ? null : `${year + 1}-03-31`;
}

/** True where nothing the words say of a document speaks against this one: its term, its date, its issuer. */
function agrees(
  entry: DirectiveEntry,
  { asWritten, date }: Pick<CitationRecord, 'asWritten' | 'date'>,
): boolean {
  const term = writtenTerm(asWritten);
  const issuer = /Ban Bí thư|Bộ Chính trị/i.exec(asWritten)?.[0].toLowerCase();
  return (
    (term === null || partsOfId(entry.id).term === term) &&
    (date === undefined || entry.date === date) &&
    (issuer === undefined || entry.issuer.toLowerCase().includes(issuer))
  );
}

function writtenTerm(asWritten: string): string | null {
  const term = /kh[oó][aá]\s*([IVX]+|1[0-4])(?![\p{L}\d])/iu.exec(asWritten)?.[1]?.toUpperCase();
  const numbered: Record<string, string> = { 10: 'X', 11: 'XI', 12: 'XII', 13: 'XIII', 14: 'XIV' };
  return term ? (numbered[term] ?? term) : null;
}

/**
 * Why a citation can mean no other document than its id says; null where only the report's year speaks for it, or
 * where the words name another issuer.
 */
function certainty(
  citation: Pick<CitationRecord, 'asWritten' | 'date'>,
  id: string,
  report: IncomingReport,
  context: MendContext,
): string | null {
  const { asWritten, date } = citation;
  const entry = context.directives.find((candidate) => candidate.id === id);
  if (!entry || !id.includes('@')) return 'the words name the plenum or congress and its term';
  if (!agrees(entry, citation)) return null;
  if (writtenTerm(asWritten)) return 'the words name the term';
  if (date) return 'the words give the date';

  const rivals = candidates(partsOfId(id).key, report, context).filter((rival) => rival.id !== id);
  const alone = (test: (candidate: DirectiveEntry) => boolean) => test(entry) && !rivals.some(test);
  const cited = report.directives.flatMap((other) => other.id ?? []).filter((other) => other !== id);
  const related = (candidate: DirectiveEntry) => candidate.relations.some(({ to }) => cited.includes(to));
  if (alone(related)) return 'it carries on or carries out another document the report cites';
  const place = context.provinces
    .flatMap((province) => province.formerly)
    .find(({ slug }) => slug === report.province)?.name;
  if (place && alone(({ title }) => title.includes(place))) return 'its title names the report’s province';
  if (alone(({ topic }) => report.topics.some((own) => own === topic)))
    return 'its subject is among the report’s topics';
  const reviews = report.kind === 'tong-ket' || report.kind === 'so-ket';
  const from = String(report.period?.year);
  if (
    reviews &&
    report.period?.kind === 'nhieu-nam' &&
    alone((candidate) => candidate.date?.startsWith(from) ?? false)
  )
    return 'the years under review begin with it';
  return null;
}

function mendPlace(report: Report, { provinces, districts }: MendContext, tell: Tell): void {
  const day = report.heldOn ?? report.publishedOn;
  const current = provinces.find(({ slug }) => slug === report.currentProvince);
  if (day && day >= MERGER && report.province && current && current.formerly.length > 1) {
    tell(
      'former province removed',
      report.province,
      `of ${day}, after the merger: only ${current.slug} of today is known`,
    );
    report.province = null;
  }
  if (report.district && !report.districtCode) {
    const bare = report.district.replace(/^(quận|huyện|thị xã|thành phố) /, '');
    const found = districts.filter(({ name, province }) => name === bare && province === report.province);
    const [only] = found;
    if (found.length === 1 && only) {
      tell(
        'district code found',
        `${report.district} → ${only.code}`,
        `${only.fullName} is the only ${bare} of ${report.province}`,
      );
      report.districtCode = only.code;
    }
  }
}

function mendNames(report: Report, tell: Tell): void {
  const source = SOURCE_NAMES[report.source];
  if (source) {
    tell('source spelt one way', `${report.source} → ${source}`, 'as other reports of the site have it');
    report.source = source;
  }
  const organization = report.organization
    ?.replace(/TP\.? ?(HCM|Hồ Chí Minh)/g, 'TP. Hồ Chí Minh')
    .replace('Bà Rịa – Vũng Tàu', 'Bà Rịa - Vũng Tàu');
  if (organization && organization !== report.organization) {
    tell('organisation spelt one way', `${report.organization} → ${organization}`, 'one body, one name');
    report.organization = organization;
  }
}

/** `văn bản chỉ đạo (trên)` → qualifier `trên`; `có nhà văn hóa (trên 775)` of 741 → qualifier `741/775`. */
function mendFigure(figure: Figure, tell: Tell): Figure {
  const match = /^(.*?) \(((hơn|trên|gần|khoảng)(?: ([\d.]+))?|\d+\/\d+)\)$/.exec(figure.what ?? '');
  const [, what, inside, word, number] = match ?? [];
  if (!what || !inside) return figure;
  const total = number && Number(number.replaceAll('.', ''));
  const qualifier = total && total !== figure.value ? `${figure.value}/${total}` : (word ?? inside);
  tell(
    'figure’s qualifier given its field',
    `${figure.what} → ${qualifier}`,
    'it stood in the words of what was counted',
  );
  return { ...figure, what, qualifier };
}

function correct(report: Report, tell: Tell): void {
  const correction = CORRECTIONS.find((entry) => entry.report === report.id);
  if (!correction) return;
  for (const field of ['period', 'heldOn', 'kind'] as const) {
    const value = correction.set[field];
    if (value === undefined) continue;
    tell(`${field} corrected`, `${show(report[field])} → ${show(value)}`, correction.why);
  }
  Object.assign(report, correction.set);
}

function show(value: Report['period'] | string): string {
  if (value === null || typeof value === 'string') return value ?? 'unknown';
  return [value.kind, value.month, value.year, value.toYear].filter((part) => part !== undefined).join(' ');
}

/** The account of all mends, as a Markdown page: one table a kind. */
export function formatMends(mends: readonly Mend[]): string {
  const kinds = [...new Set(mends.map(({ kind }) => kind))];
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const sections = kinds.map((kind) => {
    const own = mends.filter((mend) => mend.kind === kind);
    const rows = own.map(({ where, what, why }) => `| ${cell(where)} | ${cell(what)} | ${cell(why)} |`);
    return `## ${kind} (${own.length})\n\n| where | what | why |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Mends

What the import set right in the shared catalogue and registry, and why. Written by \`npm run import-catalogue\`;
the rules and the corrections read by eye are in \`lib/catalogue/import\`. ${mends.length} in all.

${sections.join('\n')}`;
}
