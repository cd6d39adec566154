/**
 * The Party documents a report cites. Three kinds of words name them:
 *
 *   a number      Chỉ thị số 05-CT/TW · Nghị quyết 59, 70, 71 · 217/QĐ-TW
 *   a plenum      Nghị quyết Trung ương 4 khóa XII, XIII
 *   a congress    Nghị quyết Đại hội XIII của Đảng
 *
 * Only the centre's count (and the few of the Prime Minister that the registry has); a province's own go to
 * `localDocuments`. A number whose issuer nothing tells is the centre's only if the registry knows it.
 */
import { congressId, plenumId, readTerm, termBegins } from '../../domain/directive';
import type { Citation, Directive, Plenum } from '../../domain/report';
import { DIRECTIVE_WORDS } from '../../vietnamese/document-kinds';
import { type DocumentNumber, documentKey } from '../../vietnamese/document-number';
import { NUMBER_WORDS } from '../../vietnamese/numbers';
import { romanValue } from '../../vietnamese/roman';
import { type Line, linesOf, type Page } from '../page/page';
import type { Span } from '../page/text';
import { isoDate, readDates } from './dates';
import type { Warning } from './finding';
import { numbersOf } from './numbers';
import type { Registry } from './registry';
import { resolve } from './resolve';

export interface Cited extends Span {
  citation: Citation;
  /** Ids of the other documents that the words could name, the latest first. */
  others: string[];
  /** The number stands alone: nothing says whose document it is. */
  alone: boolean;
}

export interface DirectiveReading {
  directives: Cited[];
  localDocuments: (Span & { asWritten: string })[];
  warnings: Warning[];
}

/**
 * Reads headline and body. `day.known` (ISO) is the report's own, `day.atLatest` the end of
 * what its period allows; `plain`: the page bears no marks, so
 * that TU may be TƯ.
 */
export function readDirectives(
  page: Page,
  registry: Registry,
  day: { known: string | null; atLatest: string | null },
  plain: boolean,
): DirectiveReading {
  const reading: DirectiveReading = { directives: [], localDocuments: [], warnings: [] };
  const lines = linesOf(page, 'title', 'body');
  const day0 = day.known ?? later(day.atLatest, latestYearSaid(page));
  const companions = new Set<string>();
  // Plenums and congresses first: they tell the term of numbers beside them.
  const terms = termsSaid(lines);
  for (const line of lines) {
    for (const cited of [
      ...readPlenums(line, registry, day0, terms),
      ...readCongresses(line, registry, day0),
    ]) {
      reading.directives.push(cited);
      if (cited.citation.id) companions.add(cited.citation.id);
      else
        reading.warnings.push(
          unknown(cited.citation.asWritten, 'The registry has no such plenum before the day of the report.'),
        );
    }
  }
  const documents = reading.directives.flatMap(({ citation }) => {
    const plenum = citation.id ? registry.plenums.get(citation.id) : undefined;
    return plenum && plenum.documents.length > 1 ? [{ citation, plenum }] : [];
  });
  for (const { citation, plenum } of documents)
    reading.warnings.push({
      code: 'plenum-name',
      field: 'directives',
      text: `${citation.asWritten} names a plenum; it stands for ${plenum.documents.join(', ')}.`,
    });
  for (const line of lines)
    readNumbers(line, numbersOf(line), { registry, day: day0, plain, companions, reading });
  reading.directives = withoutRepeats(reading.directives);
  return reading;
}

function later(a: string | null, b: string | null): string | null {
  return a !== null && (b === null || a > b) ? a : b;
}

/** A page without a date of its own: the latest year that it speaks of outside document dates. */
function latestYearSaid(page: Page): string | null {
  let latest = 0;
  for (const { bare } of linesOf(page, 'title', 'body')) {
    const dates = readDates(bare);
    for (const { 1: year, index } of bare.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)) {
      if (dates.some((date) => date.start <= index && index < date.end)) continue;
      if (/(?:-|den(?: nam)?|nhiem ky|tam nhin|giai doan) ?$/.test(bare.slice(0, index))) continue;
      latest = Math.max(latest, Number(year));
    }
  }
  return latest > 1990 ? `${latest}-12-31` : null;
}

// --- numbers ----------------------------------------------------------------------------------------------------

interface Scope {
  registry: Registry;
  day: string | null;
  plain: boolean;
  companions: Set<string>;
  reading: DirectiveReading;
}

type Issuer = 'centre' | 'state' | 'local' | 'unsaid';

const CENTRE_ORGAN =
  /^(?:TW|BTGTW|BTGDVTW|BTCTW|BDVTW|UBKTTW|BNCTW|BKTTW|VPTW|BĐNTW|BTTTW|BTG|BCĐTW|ĐUCQTW)$/;
const STATE_ORGAN =
  /^(?:TTG|CP|TTCP|NĐ|QH\d*|UBTVQH\d*|B[A-ZĐ]{2,}|UBND|HĐND|CTN|VPCP|GP|TTĐT|BTTTT|STTTT)$/i;
const LOCAL_ORGAN = /(?:TU|HU|QU|ThU|ĐU|ĐUK|TĐ|ĐUCQ|BTGHU)$/i;

const CENTRE_SAID =
  /\b(?:bo chinh tri|ban bi thu|ban chap hanh trung uong|bch ?(?:tw|trung uong)|bch(?:tw)?|bct\b|trung uong dang|cua trung uong|cua tw|ban tuyen giao(?: va dan van)? trung uong|ban to chuc trung uong|tong bi thu)\b/;
const LOCAL_SAID =
  /\b(?:tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|dang bo|tinh doan|ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|chu tich (?:ubnd|uy ban)|dang doan|ban can su|quoc hoi|bo (?!chinh tri|chi huy)[a-z]+|so [a-z]+|tong lien doan|quan uy trung uong|bo quoc phong|cua tinh|cua thanh pho|cua huyen)\b/;
/** After `của`: `huyện`, `tỉnh` alone. */
const LOCAL_OWNER = /^ (?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dia phuong|don vi|nganh)\b/;
const STATE_SAID = /\b(?:thu tuong|chinh phu)\b/;

function readNumbers(line: Line, numbers: DocumentNumber[], scope: Scope): void {
  let previousCentral: DocumentNumber | null = null;
  for (const group of groupNumbers(line, numbers)) {
    const last = group.at(-1);
    if (!last) continue;
    const suffixed = [...group].reverse().find((number) => number.organ !== null);
    const next = numbers.find((number) => number.start >= last.end);
    const after = clauseAfter(line, last.end, next?.wordsStart ?? line.bare.length);
    const before = clauseBefore(line, group[0]?.wordsStart ?? 0);
    for (const number of group) {
      const organ = number.organ ?? (suffixed && suffixed.type === number.type ? suffixed.organ : null);
      const own = number === last ? after : clauseAfter(line, number.end, line.bare.length);
      const issuer = issuerOf(number, organ, { before, after, plain: scope.plain });
      if (issuer === 'local') {
        const owner = /^[^.;,]{0,12} của [\p{L} ]{4,34}?(?:[uủ][ỷy]|tỉnh|thành phố|huyện)(?!\p{L})/u.exec(
          line.text.slice(number.end),
        );
        const end = number.organ ? number.end : number.end + (owner?.[0].length ?? 0);
        if (number.organ || owner)
          scope.reading.localDocuments.push({
            asWritten: line.text.slice(number.wordsStart, end),
            start: line.start + number.wordsStart,
            end: line.start + end,
          });
        continue;
      }
      const cited = cite(
        line,
        number,
        organ,
        issuer,
        {
          own,
          after,
          before,
          adjacent: previousCentral !== null && number.wordsStart - previousCentral.end < 8,
        },
        scope,
      );
      if (!cited) continue;
      previousCentral = number;
      scope.reading.directives.push(cited);
      if (cited.citation.id) scope.companions.add(cited.citation.id);
    }
  }
}

/** `Nghị quyết 59, 70, 71`, `85-QĐ/TW, 99-QĐ/TW`, `18 và 19-NQ/TW`: numbers of one kind in one breath. */
function groupNumbers(line: Line, numbers: DocumentNumber[]): DocumentNumber[][] {
  const groups: DocumentNumber[][] = [];
  for (const number of numbers) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const gap = last ? line.bare.slice(last.end, number.start) : '';
    if (
      group &&
      last &&
      last.type === number.type &&
      number.wordsStart === number.start &&
      /^ ?(?:,|va|-|&|;) ?(?:so )?$|^, va ?$/.test(gap)
    )
      group.push(number);
    else groups.push([number]);
  }
  return groups;
}

const CLAUSE = 180;
const CLAUSE_END = new RegExp(
  `; |\\. (?=[a-z])|\\.$|(?: va|,|(?:,| va)? (?:gan|cung) voi(?: viec)?(?: thuc hien)?| theo(?: tinh than)?) (?=${DIRECTIVE_WORDS})`,
);

/** Words after a number that still speak of it: to the end of the sentence or to the next number. */
function clauseAfter(line: Line, from: number, to: number): string {
  const words = line.bare.slice(from, Math.min(to, from + CLAUSE));
  const stop = CLAUSE_END.exec(words);
  return stop ? words.slice(0, stop.index) : words;
}

function clauseBefore(line: Line, to: number): string {
  const words = line.bare.slice(Math.max(0, to - 140), to);
  const stop = Math.max(words.lastIndexOf('. '), words.lastIndexOf('; '));
  return words.slice(stop + 1);
}

function issuerOf(
  number: DocumentNumber,
  organ: string | null,
  clause: { before: string; after: string; plain: boolean },
): Issuer {
  const { before, after } = clause;
  const ofIssuer = /^[^.;]{0,70}?\b(?:cua|do|ma)\b([^.;,“"]{3,60})/.exec(after)?.[1] ?? '';
  if (organ) {
    if (CENTRE_ORGAN.test(organ) || (/^B[A-ZĐ]+TW$/.test(organ) && organ !== 'BQUTW')) return 'centre';
    if (
      number.ambiguous &&
      organ === 'TU' &&
      CENTRE_SAID.test(ofIssuer || after.slice(0, 80)) &&
      !LOCAL_SAID.test(ofIssuer)
    )
      return 'centre';
    if (LOCAL_ORGAN.test(organ) || number.ambiguous) return 'local';
    return 'state';
  }
  if (STATE_SAID.test(ofIssuer)) return 'state';
  if (CENTRE_SAID.test(ofIssuer)) return 'centre';
  if (LOCAL_SAID.test(ofIssuer) || LOCAL_OWNER.test(ofIssuer)) return 'local';
  if (/\(?kho[a] (?:[ivx]+|\d+)/.test(after.slice(0, 60))) return 'centre';
  // `Ban Thường vụ Tỉnh ủy đã ban hành Chỉ thị số 17`: whoever issues it stands before.
  const issued = /(.{0,90})\b(?:ban hanh|da ra|ra|ky|co|de ra|thong qua|dua ra)\b.{0,24}$/.exec(before);
  if (issued) {
    if (LOCAL_SAID.test(issued[1] ?? '') && !CENTRE_SAID.test(issued[1] ?? '')) return 'local';
    if (CENTRE_SAID.test(issued[1] ?? '')) return 'centre';
  }
  return 'unsaid';
}

interface Clause {
  own: string;
  after: string;
  before: string;
  adjacent: boolean;
}

function cite(
  line: Line,
  number: DocumentNumber,
  organ: string | null,
  issuer: Issuer,
  clause: Clause,
  scope: Scope,
): Cited | null {
  const { registry, reading } = scope;
  const asWritten = line.text.slice(number.wordsStart, number.end);
  const state = registry.byKey.get(
    documentKey({ ...number, organ: organ && STATE_ORGAN.test(organ) ? organ : 'TTg' }),
  );
  if (issuer === 'state')
    return state?.[0] ? citation(line, number, state[0].id, true, writtenDate(clause.own)) : null;
  if (issuer === 'unsaid' && state?.[0] && isPandemic(line, scope))
    return citation(line, number, state[0].id, false, null);

  const central = organ && CENTRE_ORGAN.test(organ) ? organ : 'TW';
  let candidates = registry.byKey.get(documentKey({ ...number, organ: central })) ?? [];
  if (organ === null && candidates.length === 0 && /^(?:HD|TB|CV|KH)$/.test(number.type))
    candidates = ofAnyCommission(number, registry);
  const term = termSaid(clause.own) ?? termSaid(clause.after);
  const date = writtenDate(clause.own);
  if (issuer === 'unsaid') {
    // Plans and notices are everybody's; only beside a central document are they likely the centre's.
    if (!/^(?:CT|NQ|KL|QĐ|QĐi)$/.test(number.type) && !clause.adjacent) return null;
    if (candidates.length === 0) return null;
    if (
      /^(?:QĐ|QĐi)$/.test(number.type) &&
      !/quy dinh/.test(line.bare.slice(number.wordsStart, number.end)) &&
      !clause.adjacent
    )
      return null;
  }
  if (candidates.length === 0) {
    reading.warnings.push(unknown(asWritten, 'The registry has no central document of this number.'));
    return citation(line, number, null, false, date);
  }
  // What is said of a plenum before it is not said of this document.
  const words = `${clause.own.length > 12 ? clause.own : clause.after} ${clause.after} ${clause.before.replace(PLENUM, ' ').slice(-70)}`;
  const resolution = resolve(candidates, {
    date,
    term,
    words: `${words} ${congressWords(scope.companions)}`,
    companions: scope.companions,
    day: scope.day,
  });
  if (resolution.doubt && (resolution.directive || issuer !== 'unsaid'))
    reading.warnings.push({
      code: resolution.doubt.code,
      field: 'directives',
      text: `${asWritten}: ${resolution.doubt.text}`,
    });
  if (issuer === 'unsaid' && !isCurrent(resolution.directive, scope.day)) return null;
  if (number.ambiguous)
    reading.warnings.push({
      code: 'tu-or-tw',
      field: 'directives',
      text: `${asWritten}: the page has no marks; TU is read as TƯ because a central body issued it.`,
    });
  const id = resolution.directive?.id ?? null;
  return {
    ...citation(line, number, id, resolution.certain, date),
    others: othersOf(candidates, id),
    alone: issuer === 'unsaid' && organ === null && date === null && term === null,
  };
}

/** A bare number means a document still spoken of, not one of a generation ago. */
function isCurrent(directive: Directive | null, day: string | null): boolean {
  const YEARS = 20;
  if (!directive) return false;
  return !directive.date || !day || Number(day.slice(0, 4)) - Number(directive.date.slice(0, 4)) <= YEARS;
}

/** `/TW` dropped from `159-TB`, `151-HD`: any commission of the centre. */
function ofAnyCommission(number: DocumentNumber, registry: Registry): Directive[] {
  return ['BTGTW', 'BTGDVTW', 'BTCTW', 'UBKTTW', 'VPTW'].flatMap(
    (organ) => registry.byKey.get(documentKey({ ...number, organ })) ?? [],
  );
}

/** The other documents of one number, the latest first. */
function othersOf(candidates: readonly Directive[], chosen: string | null): string[] {
  return [...candidates]
    .filter(({ id }) => id !== chosen)
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .map(({ id }) => id);
}

function citation(
  line: Line,
  number: DocumentNumber,
  id: string | null,
  certain: boolean,
  date: string | null,
): Cited {
  return {
    citation: {
      asWritten: line.text.slice(number.wordsStart, number.end),
      id,
      certain,
      ...(date && { date }),
    },
    others: [],
    alone: false,
    start: line.start + number.wordsStart,
    end: line.start + number.end,
  };
}

function isPandemic(line: Line, { day }: Scope): boolean {
  return (
    /cach ly xa hoi|gian cach|covid|thu tuong/.test(line.bare) &&
    (day === null || (day >= '2020-03-01' && day <= '2022-06-30'))
  );
}

/** What may stand between a number and its date: who issued it, its term. */
const BEFORE_DATE =
  /^(?:[ ,(]*(?:cua |do )?(?:bo chinh tri|ban bi thu|ban chap hanh|bch|trung uong|tw|bct|dang|thu tuong chinh phu|\(?khoa [ivx\d]+\)?|khoa [ivx\d]+)\b\)?)*[ ,(]*(?:ra |ban hanh |ky )?(?:ngay )?/;

/** The date written with a number: `, ngày 15/5/2016`, `của Bộ Chính trị (khóa XII) ngày 15/5/2016`. */
function writtenDate(after: string): string | null {
  const opening = BEFORE_DATE.exec(after)?.[0].length ?? 0;
  const [date] = readDates(after.slice(0, opening + 28));
  return date?.year && date.start <= opening + 1 ? isoDate(date.year, date.month, date.day) : null;
}

const NUMERAL = '(?:xiv|xiii|xii|xi|ix|viii|vii|vi|xv|x|v|iv|iii|ii|i|\\d{1,2})';

function termSaid(after: string): string | null {
  const match = new RegExp(`\\bkhoa (${NUMERAL})\\b`).exec(after);
  return match?.[1] ? readTerm(match[1]) : null;
}

/** A congress that the page names decides for directives about it: `… Nghị quyết Đại hội XIV`. */
function congressWords(companions: ReadonlySet<string>): string {
  const congresses = [...companions].flatMap((id) =>
    id.startsWith('NQĐH-') ? [id.slice(5).toLowerCase()] : [],
  );
  return congresses.length === 1 ? `hoi ${congresses[0]} cua` : '';
}

function unknown(asWritten: string, why: string): Warning {
  return {
    code: 'directive-not-in-registry',
    field: 'directives',
    text: `${asWritten}: ${why} Kept as written.`,
  };
}

// --- plenums ----------------------------------------------------------------------------------------------------

const ORDINALS: Record<string, number> = {
  ...NUMBER_WORDS,
  nhat: 1,
  'muoi mot': 11,
  'muoi hai': 12,
  'muoi ba': 13,
  'muoi bon': 14,
  'muoi lam': 15,
};
const ORDINAL = `(?:muoi (?:mot|hai|ba|bon|lam)|muoi|mot|nhat|hai|ba|bon|tu|nam|sau|bay|tam|chin|xv|xiv|xiii|xii|xi|x|ix|viii|vii|vi|v|iv|iii|ii|i|\\d{1,2})\\b`;
const CENTRAL =
  '(?:trung uong|tw|t\\.? ?u|bch ?(?:tw|trung uong|t\\.? ?u)|ban chap hanh trung uong)(?: dang)?';
const TERM_LIST = `[,(]? ?\\(?(?:cac )?khoa (?<terms>${NUMERAL}\\b(?:(?:, ?| va | ?- ?|; ?)(?:khoa )?${NUMERAL}\\b)*)\\)?`;
const NUMBERS = `(?<numbers>${ORDINAL}(?:(?: ?, ?| va | ?- ?| & )(?:trung uong |tw )?${ORDINAL})*)`;
const PLENUM = new RegExp(
  [
    `\\b(?:(?:cac )?(?:nghi quyet|ket luan|nq)(?: so)? ?(?:cua )?(?:hoi nghi )?|(?<elided>(?:,|;|va) )|(?<meeting>hoi nghi (?:lan thu )?|(?:ket qua|thuc hien|quan triet|tinh than) ))${CENTRAL} ?(?:lan thu |thu )?${NUMBERS}(?: ?${TERM_LIST})?`,
    `\\b(?:nghi quyet|ket luan|nq)(?: cua)? hoi nghi (?:lan thu |thu |lan )?${NUMBERS.replace('numbers', 'numbers2')},? ?(?:cua )?${CENTRAL}(?: cong san viet nam)?(?: ?${TERM_LIST.replace('terms', 'terms2')})?`,
  ].join('|'),
  'g',
);

function readPlenums(
  line: Line,
  registry: Registry,
  day: string | null,
  said: ReadonlyMap<number, string[]> = new Map(),
): Cited[] {
  const found: Cited[] = [];
  let lastEnd = -100;
  const matches = [...line.bare.matchAll(PLENUM)];
  for (const [index, match] of matches.entries()) {
    const group = match.groups ?? {};
    // `tu` is TƯ here, never TU: a provincial committee has no plenums that are cited so.
    if (
      /\bT\.?U\b/.test(line.text.slice(match.index, match.index + match[0].length)) &&
      !/\bTU\b.*[Kk]h[oó][aá]/.test(line.text.slice(match.index))
    )
      continue;
    const numbers = group.numbers ?? group.numbers2 ?? '';
    // `Nghị quyết Trung ương 4 và Nghị quyết Trung ương 6, khóa XIII`: the term serves both.
    const following = matches[index + 1];
    const link = following ? line.bare.slice(match.index + match[0].length, following.index) : '';
    const shared = /^(?:,| va|, va)? ?$/.test(link)
      ? (following?.groups?.terms ?? following?.groups?.terms2)
      : undefined;
    const terms = group.terms ?? group.terms2 ?? shared;
    // A continuation without its own `Nghị quyết` counts right after one.
    if (group.elided && (match.index - lastEnd > 3 || !terms)) continue;
    // `Hội nghị Trung ương năm khóa XIII`, `Trung ương 7 (khóa XII)` name a plenum only with its term.
    if (group.meeting && (!terms || isEvent(line.bare, match.index, group.meeting))) continue;
    const asWritten = line.text.slice(match.index, match.index + match[0].length).replace(/^[,;] |^và /, '');
    const start = line.start + match.index + match[0].length - asWritten.length;
    lastEnd = match.index + match[0].length;
    for (const number of listOf(numbers)) {
      for (const term of terms ? termList(terms) : (said.get(number) ?? [null])) {
        const { id, certain } = resolvePlenum(number, term, registry, day);
        if (!id && !term) continue;
        found.push({
          citation: { asWritten, id, certain },
          others: sameNumber(number, registry).filter((other) => other !== id),
          alone: false,
          start,
          end: line.start + lastEnd,
        });
      }
    }
  }
  return found;
}

/** The plenums of one number that have documents, the latest term first. */
function sameNumber(number: number, { plenums }: Registry): string[] {
  return [...plenums.values()]
    .filter((plenum) => plenum.number === number && plenum.documents.length > 0)
    .sort((a, b) => romanValue(b.term) - romanValue(a.term))
    .map(({ id }) => id);
}

/** The term that the page names with a plenum's number: it serves where the number stands alone (`tổng kết Nghị quyết Trung ương 5`). */
function termsSaid(lines: readonly Line[]): Map<number, string[]> {
  const said = new Map<number, string[]>();
  for (const line of lines)
    for (const { groups = {} } of line.bare.matchAll(PLENUM)) {
      const terms = groups.terms ?? groups.terms2;
      const numbers = listOf(groups.numbers ?? groups.numbers2 ?? '');
      // Of several numbers (`4, 5 khóa XII`) or terms nothing tells which belongs to one that stands alone.
      const [number] = numbers;
      if (!terms || number === undefined || numbers.length > 1 || said.has(number)) continue;
      said.set(number, termList(terms));
    }
  return said;
}

/**
 * `tuyên truyền kết quả Hội nghị Trung ương 5 khóa XII`, `sau Hội nghị lần thứ tám …`: the meeting itself, no document
 * of it. What is carried out, learned or taken in is a document.
 */
function isEvent(bareText: string, at: number, words: string): boolean {
  if (/^(?:thuc hien|quan triet|tinh than)/.test(words)) return false;
  return !/\b(?:nghi quyet|ket luan|thuc hien|quan triet|hoc tap|tinh than|van kien|noi dung|trien khai)\b[^.;]{0,40}$/.test(
    bareText.slice(Math.max(0, at - 60), at),
  );
}

function resolvePlenum(
  number: number,
  term: string | null,
  registry: Registry,
  day: string | null,
): { id: string | null; certain: boolean } {
  // A plenum that had not met on the report's day is a misprint, or another body's.
  const met = (plenum: Plenum) =>
    day === null ||
    plenum.documents.length === 0 ||
    plenum.documents.some((document) => (registry.byId.get(document)?.date ?? '9') <= day);
  if (term) {
    const plenum = registry.plenums.get(plenumId(number, term));
    return plenum && met(plenum) ? { id: plenum.id, certain: true } : { id: null, certain: false };
  }
  const terms = [...registry.plenums.values()].filter(
    (plenum) => plenum.number === number && plenum.documents.length > 0 && met(plenum),
  );
  const latest = terms.sort((a, b) => romanValue(b.term) - romanValue(a.term))[0];
  return { id: latest?.id ?? null, certain: false };
}

/** `4,5,6` and `5 – 6` and `năm`: each number. */
function listOf(written: string): number[] {
  const parts = written.split(/ ?(?:,| va |&) ?/).flatMap((part) => {
    const range = /^(\d+) ?- ?(\d+)$/.exec(part);
    if (!range) return [numberOf(part)];
    const [from, to] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index);
  });
  return parts.filter((number) => number > 0 && number <= 16);
}

function numberOf(written: string): number {
  const word = written.trim().replace(/^(?:trung uong|tw) /, '');
  if (/^\d+$/.test(word)) return Number(word);
  return ORDINALS[word] ?? romanValue(word);
}

function termList(written: string): string[] {
  return written.split(/(?:, ?| va | ?- ?|; ?)(?:khoa )?/).flatMap((term) => readTerm(term) ?? []);
}

// --- congresses -------------------------------------------------------------------------------------------------

const CONGRESS = new RegExp(
  `\\b(?:nghi quyet|nq)(?: cua)? (?<first>dai hoi (?:dai bieu )?(?:dang |cua dang )?(?:dai bieu )?(?:toan quoc )?(?:cua dang |dang )?(?:lan thu |thu |khoa |lan )?(?<number>${NUMERAL})\\b)(?<after>.{0,40})`,
  'g',
);
/** `nghị quyết đại hội đảng bộ các cấp và Đại hội XIII của Đảng`: the second without its `nghị quyết`. */
const CONGRESS_ELIDED = new RegExp(
  `\\bnghi quyet dai hoi (?:dai bieu )?dang (?:bo )?[^.;]{0,70}?(?:,| va|;) (?<first>dai hoi (?:dai bieu )?(?:dang )?(?:toan quoc )?(?:lan thu |thu )?(?<number>${NUMERAL})\\b)(?<after>.{0,40})`,
  'g',
);

function readCongresses(line: Line, registry: Registry, day: string | null): Cited[] {
  const found: Cited[] = [];
  for (const pattern of [CONGRESS, CONGRESS_ELIDED]) {
    for (const match of line.bare.matchAll(pattern)) {
      const { number = '', after = '', first = '' } = match.groups ?? {};
      // `Nghị quyết Đại hội XI Đảng bộ tỉnh` is the province's.
      if (
        /^,? ?(?:\(?nhiem ky [^)]*\)?,? )?(?:cua )?(?:dang bo|dang uy|tinh dang bo|cong doan|doan|hoi|mat tran|phu nu|nong dan)/.test(
          after,
        )
      )
        continue;
      const term = readTerm(number);
      const directive = term ? registry.byId.get(congressId(term)) : undefined;
      const begins = term && termBegins(term);
      // Before the congress met, only an explicit `của Đảng` or `toàn quốc` can mean the national one.
      const national = /toan quoc|cua dang|dai hoi dang/.test(`${first}${after.slice(0, 14)}`);
      if (!directive || (!national && day !== null && begins !== null && begins > day)) continue;
      const start = pattern === CONGRESS ? match.index : match.index + match[0].indexOf(first);
      const end = match.index + match[0].indexOf(first) + first.length;
      found.push({
        others: [],
        alone: false,
        citation: { asWritten: line.text.slice(start, end), id: directive.id, certain: true },
        start: line.start + start,
        end: line.start + end,
      });
    }
  }
  return found;
}

// ----------------------------------------------------------------------------------------------------------------

/** One citation a document: in the order of the page, the first one that bears a date before the others. */
function withoutRepeats(cited: Cited[]): Cited[] {
  const kept = new Map<string, Cited>();
  for (const entry of cited.sort((a, b) => a.start - b.start)) {
    const key = entry.citation.id ?? entry.citation.asWritten;
    const known = kept.get(key);
    if (!known) kept.set(key, entry);
    else if (!known.citation.date && entry.citation.date)
      kept.set(key, {
        ...known,
        citation: {
          ...known.citation,
          date: entry.citation.date,
          certain: known.citation.certain || entry.citation.certain,
        },
      });
  }
  return [...kept.values()];
}
