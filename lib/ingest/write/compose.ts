/** The report made of what a page says: its id, its summary, its fields in the catalogue's shape. */
import { createHash } from 'node:crypto';
import { directiveLabel, plenumLabel } from '../../domain/directive';
import { periodWords } from '../../domain/period';
import type { Report } from '../../domain/report';
import { REPORT_KINDS, UNKNOWN } from '../../domain/vocabulary';
import { slugify } from '../../vietnamese/fold';
import type { Ingested } from '../ingest';
import type { Registry } from '../recognise/registry';
import { type Phrases, termsIn } from '../recognise/terms';

/** Ends every summary that no person wrote. */
export const MACHINE_MADE = '(Tóm tắt do máy lập từ các dữ kiện của trang.)';

export interface Given {
  url?: string;
  rights?: Report['rights'];
}

/** Digest of bytes or text, short enough to read. */
export function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** @param fixedId the id that an earlier run gave the same input
 * @param phrases what the catalogue has among its terms */
export function composeReport(
  ingested: Ingested,
  from: string,
  given: Given,
  registry: Registry,
  fixedId: string | null,
  phrases: Phrases,
): Report {
  const { report, body, citations, evidence, districtCode, titleIs } = ingested;
  const district = districtCode ? registry.places.districts.get(districtCode) : undefined;
  const composed: Report = {
    id: fixedId ?? idOf(report, from),
    url: given.url ?? ingested.url,
    alsoAt: [],
    title: report.title,
    titleIs,
    source: report.source ?? UNKNOWN.label,
    publishedOn: report.publishedOn,
    heldOn: report.heldOn,
    province: report.province,
    currentProvince: report.currentProvince,
    district: district ? district.fullName : report.district,
    districtCode,
    level: report.level,
    organization: report.organization,
    kind: report.kind,
    conference: null,
    period: report.period && Object.keys(report.period).length > 0 ? report.period : null,
    nextPeriod: report.nextPeriod && Object.keys(report.nextPeriod).length > 0 ? report.nextPeriod : null,
    directives: citations,
    localDocuments: report.localDocuments,
    figures: report.figures,
    chair: report.chair,
    author: report.author,
    topics: report.topics,
    terms: termsIn(body, phrases),
    seen: 'whole',
    rights: given.rights ?? 'reserved',
    status: 'published',
    withdrawnReason: null,
    addedOn: null,
    modifiedOn: null,
    abstract: '',
    fullText: body,
    evidence,
    ingest: null,
  };
  return { ...composed, abstract: `${summaryOf(composed, registry)} ${MACHINE_MADE}` };
}

/** `hai-phong-nam-2021-4f2a1c`: place, period and the input's digest, as ids of the catalogue read. */
export function idOf(
  report: Pick<Report, 'province' | 'currentProvince' | 'level' | 'period'>,
  from: string,
): string {
  const place = report.province ?? report.currentProvince ?? report.level;
  const { kind, year, toYear, month } = report.period ?? {};
  const span = [kind, month, toYear ?? year].filter((part) => part !== undefined).join('-');
  return slugify([place, span, from.slice(0, 6)].filter(Boolean).join('-'));
}

/** What was held, when, by whom, under which documents: facts only, in words of our own. */
export function summaryOf(report: Report, registry: Registry): string {
  const kind = REPORT_KINDS.find(({ value }) => value === report.kind)?.label.toLowerCase() ?? '';
  const by = report.organization ? ` của ${report.organization}` : '';
  const held = report.heldOn ? `, họp ngày ${spoken(report.heldOn)}` : '';
  const chair = report.chair ? `, chủ trì: ${report.chair}` : '';
  const periods = [
    report.period && `kỳ báo cáo: ${periodWords(report.period)}`,
    report.nextPeriod && `kỳ tới: ${periodWords(report.nextPeriod)}`,
  ].filter(Boolean);
  const spans = periods.length > 0 ? ` Thời gian xem xét, ${periods.join('; ')}.` : '';
  const names = [
    ...new Set(report.directives.map(({ id, asWritten }) => (id ? nameOf(id, registry) : asWritten))),
  ];
  const cited = names.length > 0 ? ` Viện dẫn: ${names.slice(0, 8).join('; ')}.` : '';
  return `Cuộc họp ${kind}${by}${held}${chair}.${spans}${cited}`;
}

function nameOf(id: string, registry: Registry): string {
  const directive = registry.byId.get(id);
  if (directive) return directiveLabel(directive);
  const plenum = registry.plenums.get(id);
  return plenum ? plenumLabel(plenum) : id;
}

function spoken(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}/${month}/${year}`;
}
