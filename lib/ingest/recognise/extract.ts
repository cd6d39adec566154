/**
 * From a cleaned page to what a report says: every recogniser once, in the order in which one needs another.
 *
 *   headline ─ organizer ─ period ─ days ─ place ─ directives ─ figures, kind, people, topics
 *                            └ years that only the days tell ─┘
 */
import { periodWords, successor } from '../../domain/period';
import type { Citation, Evidence, Figure, Period } from '../../domain/report';
import type { Level, ReportKind, Topic } from '../../domain/vocabulary';
import { bodyOf, linesOf, type Page } from '../page/page';
import { bare, type Span } from '../page/text';
import { isShouted, repeatedTitle, sentenceCase, titleText, trimTitle } from '../page/title';
import { readDates } from './dates';
import { readDays } from './days';
import { readDirectives } from './directives';
import { readFigures } from './figures';
import {
  type Candidate,
  type Certainty,
  candidatesBeside,
  type Finding,
  found,
  MOST_CANDIDATES,
  type Warning,
} from './finding';
import { placesIn } from './gazetteer';
import { readKind, readTopics } from './kind';
import {
  type Committee,
  committeeOf,
  findOrganizer,
  isNational,
  levelOf,
  nameOrganization,
} from './organization';
import { readChair, readSigned, readSite } from './people';
import { completePeriod, type PeriodReading, readPeriod, readPeriods, reviewedBy } from './period';
import { findPlace, NOWHERE, type Place } from './place';
import { type Alternative, readingKey } from './readings';
import type { Registry } from './registry';

/** What a person knows beforehand; it overrules what is read. */
export interface Known {
  url?: string;
  province?: string;
  heldOn?: string;
  publishedOn?: string;
}

export interface ExtractedReport {
  title: string;
  publishedOn: string | null;
  heldOn: string | null;
  province: string | null;
  currentProvince: string | null;
  district: string | null;
  level: Level;
  organization: string | null;
  kind: ReportKind;
  period: Period | null;
  nextPeriod: Period | null;
  directives: string[];
  localDocuments: string[];
  figures: Figure[];
  chair: string | null;
  author: string | null;
  source: string | null;
  topics: Topic[];
}

export interface Extraction {
  report: ExtractedReport;
  titleIs: 'page' | 'composed';
  districtCode: string | null;
  /** As cited, those without an id too. */
  citations: Citation[];
  body: string;
  captions: string[];
  /** By field; the entries of a list as `directives`, `directives[1]`, …. Offsets into the page's raw text. */
  evidence: Record<string, Evidence>;
  certainty: Record<string, Certainty>;
  /** Other values that the page might mean, best first; the keys of `evidence`. `readingsOf` puts all four together. */
  candidates: Record<string, Alternative[]>;
  warnings: Warning[];
}

export function extract(page: Page, registry: Registry, known: Known, today: string): Extraction {
  const evidence: Record<string, Evidence> = {};
  const certainty: Record<string, Certainty> = {};
  const candidates: Record<string, Alternative[]> = {};
  const warnings: Warning[] = [];
  const note = <T>(field: string, finding: Finding<T>): T => {
    const others = (finding.candidates ?? []).map(({ value, span }) => ({
      value,
      evidence: span && span.end > span.start ? evidenceOf(page, span) : null,
    }));
    if (others.length > 0) candidates[field] = others;
    if (finding.span && finding.span.end > finding.span.start && !isEmpty(finding.value))
      evidence[field] = evidenceOf(page, finding.span);
    if (!isEmpty(finding.value)) certainty[field] = finding.certainty;
    warnings.push(...finding.warnings);
    return finding.value;
  };
  const plain = page.source.bare === page.source.text.toLowerCase();

  const organizer = findOrganizer(page, registry.places, plain);
  const reading = readPeriod(page);
  let days = readDays(page, reading.period.value, reading.isReview, today);
  if (days.heldOn.value === null && reading.years !== undefined && reading.period.value?.year === undefined) {
    // `Ngày 26-5, … sơ kết 5 năm thực hiện Nghị quyết số 35-NQ/TW`: the document's year and the length tell the meeting's.
    const unknown = { known: null, atLatest: null };
    const from = yearOfReviewed(
      page,
      reading,
      readDirectives(page, registry, unknown, plain).directives,
      registry,
    );
    if (from !== undefined) {
      days = readDays(page, { kind: 'nhieu-nam', year: from, toYear: from + reading.years }, true, today);
      days.heldOn.certainty = 'guess';
    }
  }
  if (known.heldOn) days.heldOn = found<string | null>(known.heldOn, null);
  if (known.publishedOn) days.publishedOn = found<string | null>(known.publishedOn, null);
  const day = days.heldOn.value ?? days.publishedOn.value;
  const national = organizer === null && isNational(page);
  const place = national
    ? found(NOWHERE, null)
    : findPlace(page, organizer, day ?? endOf(reading.period.value), registry.places, plain);
  if (known.province) overrulePlace(place, known.province, registry);

  const cited = readDirectives(page, registry, { known: day, atLatest: endOf(reading.period.value) }, plain);
  const since = yearOfReviewed(page, reading, cited.directives, registry);
  const { period, nextPeriod } = settlePeriods(reading, day, day ?? yearSaid(page, reading), since);

  const spell = (span: Span) => spelledPlaces(page, span, registry, plain);
  const title = readTitle(page, registry, { organizer: organizer?.text ?? null, period });
  const report: ExtractedReport = {
    title: note('title', title.finding),
    publishedOn: note('publishedOn', days.publishedOn),
    heldOn: note('heldOn', days.heldOn),
    province: place.value.province,
    currentProvince: note('currentProvince', ofPlace(place, 'currentProvince')),
    district: place.value.district,
    level: 'khac',
    organization: note(
      'organization',
      nameOrganization(
        organizer,
        seatOf(place.value, registry, organizer && committeeOf(bare(organizer.text))),
        spell,
      ),
    ),
    kind: note('kind', readKind(page, period)),
    period: note('period', { ...reading.period, value: period }),
    nextPeriod: note('nextPeriod', { ...reading.next, value: nextPeriod }),
    directives: cited.directives.flatMap(({ citation }) => citation.id ?? []),
    localDocuments: unique(cited.localDocuments.map(({ asWritten }) => asWritten)),
    figures: [],
    chair: note(
      'chair',
      readChair(
        page,
        (name) => registry.places.byName.get(bare(name))?.some(({ unit }) => unit.rank !== 'xa') ?? false,
      ),
    ),
    author: note('author', readSigned(page)),
    source: note('source', readSite(page)),
    topics: readTopics(page),
  };
  note('province', { ...ofPlace(place, 'province'), warnings: [] });
  note('district', { ...ofPlace(place, 'district'), warnings: [] });
  report.level = levelOf(organizer?.committee ?? 'khac', place.value.cityIsProvince);
  certainty.level = organizer ? place.certainty : 'guess';
  if (organizer) evidence.level = evidenceOf(page, organizer);
  if (!organizer)
    report.level = national
      ? 'trung-uong'
      : report.district
        ? 'huyen'
        : report.currentProvince
          ? 'tinh'
          : 'khac';

  warnings.push(...cited.warnings);
  cited.directives.forEach((entry, index) => {
    evidence[readingKey('directives', index)] = evidenceOf(page, entry);
    const key = readingKey('directives', index);
    certainty[key] = !entry.citation.certain ? 'guess' : entry.alone ? 'likely' : 'sure';
    if (entry.others.length > 0)
      candidates[key] = entry.others
        .slice(0, MOST_CANDIDATES)
        .map((value) => ({ value, evidence: evidenceOf(page, entry) }));
  });
  cited.localDocuments.forEach((entry, index) => {
    evidence[readingKey('localDocuments', index)] = evidenceOf(page, entry);
    certainty[readingKey('localDocuments', index)] = 'sure';
  });
  readFigures(page).forEach(({ figure, start, end }, index) => {
    report.figures.push(figure);
    evidence[readingKey('figures', index)] = evidenceOf(page, { start, end });
    certainty[readingKey('figures', index)] = 'likely';
  });

  const captions = unique(
    linesOf(page, 'caption')
      .map(({ text }) => captionText(text))
      .filter(Boolean),
  );
  return {
    report,
    titleIs: title.composed ? 'composed' : 'page',
    districtCode: place.value.districtCode,
    citations: cited.directives.map(({ citation }) => citation),
    body: bodyOf(page),
    captions,
    evidence,
    certainty,
    candidates,
    warnings,
  };
}

/** One field of a place finding, its other readings included. */
function ofPlace(
  place: Finding<Place>,
  field: 'province' | 'currentProvince' | 'district',
): Finding<string | null> {
  const seen = new Set([place.value[field]]);
  const candidates = (place.candidates ?? []).flatMap(({ value: { [field]: value }, span }) => {
    if (value === null || seen.has(value)) return [];
    seen.add(value);
    return [{ value, span }];
  });
  return { ...place, value: place.value[field], candidates };
}

/** The name that completes a committee's: its province's, or that of the district or city it sits in. */
function seatOf(
  { said, province, currentProvince, district, cityIsProvince }: Place,
  { places }: Registry,
  committee: Committee | null,
): string | null {
  if (committee === 'thanh-uy' && !cityIsProvince) return district;
  // `Ban Tuyên giáo Huyện ủy` stays as it is written; `Ban Chỉ đạo 35 quận` names a unit and lacks its name.
  if (committee === 'huyen-uy' || committee === 'quan-uy' || committee === 'thi-uy') return district;
  if (district !== null && committee !== 'tinh-uy') return null;
  // Huế has been a city with a Thành ủy since 2025; a Tỉnh ủy was that of Thừa Thiên Huế.
  if (committee === 'tinh-uy' && province === 'hue') return 'Thừa Thiên Huế';
  return places.names.get(province ?? currentProvince ?? '') ?? said;
}

/** A stretch of the page with its provinces and districts as the gazetteer spells them (`Đăk Nông` → `Đắk Nông`). */
function spelledPlaces(page: Page, span: Span, { places }: Registry, plain: boolean): string {
  const { text, bare } = page.source;
  let spelt = text.slice(span.start, span.end);
  for (const { start, end, units } of placesIn(text, bare, span.start, span.end, places, plain).reverse()) {
    const [unit] = units;
    const written = text.slice(start, end);
    if (!unit || unit.rank === 'xa' || sameLetters(written, unit.name) === false) continue;
    if (written === written.toUpperCase()) continue;
    spelt = spelt.slice(0, start - span.start) + unit.name + spelt.slice(end - span.start);
  }
  return spelt;
}

/** True for spellings of one name that differ in marks only. */
function sameLetters(a: string, b: string): boolean {
  const letters = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
  return letters(a) === letters(b);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function evidenceOf(page: Page, span: Span): Evidence {
  const { raw, toRaw } = page.source;
  const start = toRaw(span.start);
  const end = toRaw(span.end);
  return { text: raw.slice(start, end), start, end };
}

/**
 * The end of the year that a page without any day speaks of: the one it names most, the years of documents left out.
 * A single mention counts where it closes an anniversary (`80 năm (1943 - 2023)`). Null where none stands out.
 */
function yearSaid(page: Page, { period }: PeriodReading): string | null {
  if (period.value === null || period.value.year !== undefined) return null;
  const counts = new Map<number, number>();
  for (const { bare } of linesOf(page, 'title', 'body')) {
    const dates = readDates(bare).filter(({ start }) =>
      /(?:\/[a-z]{2,8}|so \d+)[^.;]{0,24}$/.test(bare.slice(0, start)),
    );
    for (const { 1: year = '', index } of bare.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)) {
      if (dates.some((date) => date.start <= index && index < date.end)) continue;
      if (/(?:den(?: nam)?|nhiem ky \d*-?|tam nhin|giai doan[ \d-]*) ?$/.test(bare.slice(0, index))) continue;
      const closes = /\((?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19|20)\d\d ?- ?(?:\d{1,2}[/.-]\d{1,2}[/.-])?$/.test(
        bare.slice(0, index),
      );
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + (closes ? 2 : 1));
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 2 || (second && second[1] === first[1])) return null;
  period.certainty = 'guess';
  // The end of the year, so that nothing is pushed into the year before; a year under review ended with it.
  return period.value.kind === 'nam' ? `${first[0] + 1}-01-31` : `${first[0]}-12-31`;
}

/** A day by which a report of this period certainly knew its documents, where the page has no day at all. */
function endOf(period: Period | null): string | null {
  const year = period?.toYear ?? period?.year;
  return year === undefined
    ? null
    : `${period?.kind === 'nam' ? year + 1 : year}-${period?.kind === 'nam' ? '03-31' : '12-31'}`;
}

/**
 * Year of the document whose carrying out over several years is reviewed: the one named right after the span, there
 * or where headline and opening say the same length again.
 */
function yearOfReviewed(
  page: Page,
  reading: PeriodReading,
  directives: readonly (Span & { citation: Citation })[],
  registry: Registry,
): number | undefined {
  const { value, span } = reading.period;
  if (!span || value?.kind !== 'nhieu-nam') return undefined;
  const opening = [...linesOf(page, 'title'), ...linesOf(page, 'body').slice(0, 3)];
  const again = opening.flatMap((line) =>
    readPeriods(line.bare, line.start).filter(
      ({ kind, years }) => kind === 'nhieu-nam' && years !== undefined && years === reading.years,
    ),
  );
  for (const { start, end } of [span, ...again]) {
    const line = page.lines.find((candidate) => candidate.start <= start && end <= candidate.end);
    if (!line) continue;
    const reviewed = directives.find(
      (entry) => entry.start >= end && entry.start - end < 60 && entry.end <= line.end,
    );
    const after = line.bare.slice(end - line.start, end - line.start + 90);
    const [written] = readDates(after);
    const day = reviewed && dateOf(reviewed.citation, registry);
    if (day) return Number(day.slice(0, 4));
    // `Nghị quyết 03-NQ/TU ngày 15/7/2011`, `Đề án … năm 2016`: the date belongs to what is carried out.
    if (written?.year && /(?:nghi quyet|chi thi|ket luan|quy dinh|de an|ke hoach|chuong trinh)/.test(after))
      return written.year;
  }
  return undefined;
}

/** The day of a cited document or of a plenum's first one. */
function dateOf({ date, id }: Citation, { byId, plenums }: Registry): string | null {
  if (date) return date;
  if (!id) return null;
  return byId.get(id)?.date ?? byId.get(plenums.get(id)?.documents[0] ?? '')?.date ?? null;
}

/** The two periods with their years; a period that had hardly begun on the day is the one to come. */
function settlePeriods(
  reading: PeriodReading,
  held: string | null,
  day: string | null,
  since: number | undefined,
): { period: Period | null; nextPeriod: Period | null } {
  if (!reading.period.value) return { period: null, nextPeriod: reading.next.value };
  // `Trong tháng qua`: the month before a conference of its first half, else its own.
  if (held && reading.period.value.kind === 'thang' && reading.period.value.month === undefined) {
    const month = Number(held.slice(5, 7)) - (Number(held.slice(8)) <= 15 ? 1 : 0);
    reading.period.value = { ...reading.period.value, month: month || 12 };
    reading.period.certainty = 'guess';
  }
  const complete = completePeriod(reading.period.value, day, reading.years, since);
  const said = reading.period.certainty === 'sure' || reading.weekly;
  const { period, planned } = reviewedBy(complete, day, said, reading.months);
  if (!planned) return { period, nextPeriod: reading.next.value && completeNext(reading.next.value, period) };
  reading.period.certainty = 'likely';
  reading.period.warnings.push({
    code: 'period-inferred',
    field: 'period',
    text: `The page names ${periodWords(complete)}, which had hardly begun: the period before it is taken as reviewed.`,
  });
  return { period, nextPeriod: reading.next.value ?? complete };
}

function completeNext(next: Period, period: Period | null): Period {
  if (next.year !== undefined || period === null) return next;
  const natural = successor(period);
  return natural && natural.kind === next.kind && natural.year !== undefined
    ? { ...next, year: natural.year }
    : next;
}

function readTitle(
  page: Page,
  registry: Registry,
  facts: { organizer: string | null; period: Period | null },
): { finding: Finding<string>; composed: boolean } {
  const lines = linesOf(page, 'title');
  const article = linesOf(page, 'body')
    .filter(({ text }) => !isShouted(text))
    .map(({ text }) => text)
    .join('\n');
  const cased = (text: string) =>
    isShouted(text) ? sentenceCase(text, article, registry.places.properNames) : text;
  const [first] = lines;
  const last = lines.at(-1);
  const certainty: Certainty = page.headlineClear ? 'sure' : 'likely';
  const headlines = (): Candidate<string>[] => {
    const named = page.metadata.title && cased(trimTitle(page.metadata.title));
    return [
      ...page.headlines.map((line) => ({ value: cased(trimTitle(line.text)), span: line })),
      ...(named ? [{ value: named, span: null }] : []),
    ];
  };
  const ofPage = (value: string, span: Span) =>
    found(value, { start: span.start, end: span.end }, certainty, [], candidatesBeside(value, headlines()));
  // `BÁO CÁO` over a subject in small letters.
  const mixed = lines.some(({ text }) => isShouted(text)) && !lines.every(({ text }) => isShouted(text));
  if (first && last && mixed)
    return {
      finding: ofPage(trimTitle(withoutCapital(lines.map(({ text }) => cased(text)).join(' '))), {
        start: first.start,
        end: last.end,
      }),
      composed: false,
    };
  if (first && last)
    return {
      finding: ofPage(cased(titleText(page)), { start: first.start, end: last.end }),
      composed: false,
    };
  const repeated = repeatedTitle(page);
  if (repeated) return { finding: found(cased(repeated.text), repeated, 'likely'), composed: false };
  if (page.metadata.title)
    return { finding: found(cased(trimTitle(page.metadata.title)), null, 'likely'), composed: false };
  const text = composeTitle(facts.organizer, facts.period, page);
  return {
    finding: found(text, null, 'guess', [
      { code: 'title-composed', field: 'title', text: 'The page shows no headline; this one was composed.' },
    ]),
    composed: true,
  };
}

/** `Báo cáo Kết quả …`: what stood on a line of its own goes on the sentence. */
function withoutCapital(title: string): string {
  return title.replace(
    /^(Báo cáo|Thông báo|Kế hoạch) (Kết quả|Tổng kết|Sơ kết|Tình hình|Kết luận|Về)(?!\p{L})/u,
    (_, kind: string, subject: string) => `${kind} ${subject.toLowerCase()}`,
  );
}

function composeTitle(organizer: string | null, period: Period | null, page: Page): string {
  const kind = {
    'tong-ket': 'tổng kết',
    'so-ket': 'sơ kết',
    'giao-ban': 'giao ban',
    'chuyen-de': 'hội nghị chuyên đề về',
  }[readKind(page, period).value];
  const span = period ? ` ${periodWords(period)}` : '';
  return `${organizer ?? 'Hội nghị'}: ${kind} công tác tuyên giáo${span}`;
}

function overrulePlace(
  place: Finding<{
    province: string | null;
    currentProvince: string | null;
    district: string | null;
    districtCode: string | null;
  }>,
  slug: string,
  registry: Registry,
): void {
  const { places } = registry;
  const current = places.currentOf.get(slug);
  const same =
    place.value.province === slug || (current === undefined && place.value.currentProvince === slug);
  if (!same) Object.assign(place.value, { district: null, districtCode: null });
  place.value.province =
    current === undefined ? (places.formerOf.get(slug)?.length === 1 ? slug : null) : slug;
  place.value.currentProvince = current ?? slug;
  place.span = null;
  place.certainty = 'sure';
  place.warnings = [];
}

/** A caption without the photographer. */
function captionText(text: string): string {
  return text
    .replace(/^\s*(?:ảnh trong bài\s*:|ảnh\s*:(?=\s*\p{Lu}\p{Ll}+ \p{Ll}))\s*/iu, '')
    .replace(/[\s.,;–-]*[([]?\s*(?:nguồn )?ảnh\s*:\s*[^()\n]{0,60}[)\]]?\s*\.?$/iu, '')
    .replace(/\s*\.$/, '')
    .trim();
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
