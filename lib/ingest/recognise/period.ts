/**
 * Which span of time a conference looked back on, and which it looked forward to.
 *
 *   "tổng kết công tác tuyên giáo năm 2021; triển khai nhiệm vụ năm 2022"
 *     └ cue: review        └ nam 2021         └ cue: next     └ nam 2022
 *
 * Each expression takes the last cue before it. Years missing from one are taken from its neighbours.
 */
import {
  kindOfMonths,
  kindOfQuarter,
  monthsLong,
  monthsOf,
  type PeriodKind,
  periodKind,
  predecessor,
  successor,
} from '../../domain/period';
import { TELLING_MONTHS } from '../../domain/period-words';
import type { Period } from '../../domain/report';
import { BINDING_WORDS } from '../../vietnamese/document-kinds';
import { NUMBER_WORDS, numberValue, numberWords } from '../../vietnamese/numbers';
import { type Line, linesOf, type Page } from '../page/page';
import type { Span } from '../page/text';
import { type Candidate, type Finding, found, MOST_CANDIDATES, type Warning } from './finding';

type Cue = 'review' | 'meeting' | 'next' | null;

/** A period as written, with what the words before it say of it. */
export interface Expression extends Span {
  kind?: PeriodKind;
  year?: number;
  toYear?: number;
  month?: number;
  /** Length in years of `5 năm thực hiện …`. */
  years?: number;
  cue: Cue;
  /** The cue stands in the same clause, not further back. */
  near: boolean;
  /** Units between the cue and the expression. */
  gap: number;
  /** A term or a stage (`nhiệm kỳ 2021-2026`), which pages name in passing. */
  passing?: boolean;
  /** Named by its week: the meeting is of that week, however early in the month. */
  week?: boolean;
}

export interface PeriodReading {
  period: Finding<Period | null>;
  next: Finding<Period | null>;
  /** Length in years, where a span of several years is named by its length only. */
  years?: number;
  /** Some word says that the period was looked back on, or the one after it planned. */
  isReview: boolean;
  /** The meeting is one of a week. */
  weekly: boolean;
  /** Months that the page names as periods. */
  months: ReadonlySet<number>;
}

const WORDS: Record<string, number> = {
  ...NUMBER_WORDS,
  'muoi mot': 11,
  'muoi lam': 15,
  'hai muoi': 20,
};
/** Months in words; `hai` and `năm` are left to digits, for they are counts and years more often. */
const MONTH_WORDS: Record<string, number> = {
  gieng: 1,
  ba: 3,
  tu: 4,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  'muoi mot': 11,
  'muoi hai': 12,
  muoi: 10,
  chap: 12,
};
const COUNT = `(?:\\d{1,2}|${Object.keys(WORDS).reverse().join('|')})`;
/** Numbers of months that name a period by themselves, two-digit `06` among them. */
const TELLING = TELLING_MONTHS.flatMap((count) => [`0?${count}`, ...numberWords(count)]).join('|');
const YEAR = '(?:19|20)\\d\\d';
/** What may stand between a period and its year: `/2020`, `-2011`, `. 2018`, ` năm 2016`, ` của năm 2019`. */
const TO_YEAR = `(?:(?: ?[/.,-] ?| )(?:(?:cua )?nam )?)`;
const NOT_IN_DATE = '(?<!ngay \\d{1,2} )(?<!\\d[/.-])';

const EXPRESSION = new RegExp(
  [
    `(?<span>(?<stage>giai doan|nhiem ky|tu nam|tu|trong cac nam|cac nam) \\(?(?<from>${YEAR}) ?(?:-|den nam|den) ?(?:(?<until>${YEAR})|(?<now>nay)))`,
    `(?<told>\\((?<bracketFrom>199\\d|20\\d\\d) ?- ?(?<bracketUntil>20\\d\\d)\\)|\\bnam hoc (?<schoolFrom>${YEAR}) ?- ?(?<schoolUntil>${YEAR}))`,
    `(?<lasting>(?<lastCount>${COUNT}) nam (?:ruoi )?(?:\\(?(?:tu )?(?<lastFrom>${YEAR}) ?- ?(?<lastUntil>${YEAR})\\)?|(?:, giai doan|giai doan) (?<stageFrom>${YEAR}) ?- ?(?<stageUntil>${YEAR})|(?=thuc hien|trien khai|hoc tap|thi hanh|qua\\b|dua |${BINDING_WORDS}))|(?<=\\b(?:so|tong) ket )(?<lostCount>${COUNT})(?: nam(?= va )|(?= thuc hien)))`,
    `(?<part>(?<partCount>${COUNT}) thang (?<partEnd>dau|cuoi) nam(?:${TO_YEAR}?(?<partYear>${YEAR}))?)`,
    `(?<half>nua (?<halfEnd>dau|cuoi)? ?nam(?:${TO_YEAR}?(?<halfYear>${YEAR}))?)`,
    `(?<bare>(?<![\\d/,.-])(?<bareCount>${TELLING}) thang(?! (?:\\d|cuoi|dau))(?: nam (?<bareYear>${YEAR}))?)`,
    `(?<quarter>\\bqu[yi] (?<quarterNumber>iv|i{1,3}|vi(?= ?[/.-] ?\\d| nam \\d)|0?[1-4])\\b(?:${TO_YEAR}(?<quarterYear>${YEAR}))?)`,
    `(?<week>\\btuan (?:thu )?(?<weekNumber>\\d{1,2})(?=[ ,.:;)/]|$)(?:(?: ?/ ?|,? nam )(?<weekYear>${YEAR}))?)(?! thang)`,
    `(?<named>\\bthang (?<monthWord>${Object.keys(MONTH_WORDS).join('|')})(?:(?= ?[,.;)]|$)|(?:,? nam |/)(?<namedYear>${YEAR})))`,
    `(?<past>\\bthang (?:vua )?qua\\b)`,
    `(?<month>${NOT_IN_DATE}\\bthang (?<monthNumber>\\d{1,2})(?: ?(?:,|va|-) ?(?:thang )?(?<monthLast>\\d{1,2})(?!\\d|/\\d{1,2}/))?(?:${TO_YEAR}(?<monthYear>${YEAR}))?(?![\\d]))`,
    `(?<=giao ban (?:bao chi |cong tac [a-z ,]{3,30} )?)(?<plainMonth>(?<plainNumber>\\d{1,2})/(?<plainYear>${YEAR}))(?!\\d)`,
    `(?<=(?:cong tac|nhiem vu|hoat dong|phuong huong|chinh tri) )(?<plain>(?<plainOnly>${YEAR}))(?![\\d/.-]| ?- ?\\d)`,
    `(?<year>\\bnam (?:hoc )?(?<yearNumber>${YEAR}|2(?=20\\d\\d\\b)20\\d\\d)(?!\\d| ?- ?${YEAR}))`,
  ].join('|'),
  'g',
);

const CUE =
  /\b(?:(so ket|tong ket|danh gia|nhin lai|kiem diem|ket qua|nhung chuyen bien)|(giao ban|(?<!tong )(?<!phoi )(?<!ket )(?<!tap )(?<!phu )(?<!lien )(?<!thich )hop|hoi nghi bao cao vien|cung cap thong tin|kiem tra|giam sat|khao sat|lam viec)|(trien khai|(?<!thuc hien )nhiem vu|ky ket|giao uoc|phat dong|dang ky|phuong huong|dinh huong|ban (?:viec|phuong|nhiem|giai)|ke hoach|chuong trinh (?:cong tac|hanh dong)|giao (?:nhiem vu|viec)|giai phap|de ra|sang|trong tam|tap trung|day manh|tang cuong|(?<!lam )(?<!thuc hien )viec))\b/g;

/** Every period expression of a stretch of bare text, in order. */
export function readPeriods(bareText: string, offset = 0): Expression[] {
  const found: Expression[] = [];
  for (const match of bareText.matchAll(EXPRESSION)) {
    const reading = readExpression(match.groups ?? {});
    if (!reading) continue;
    const sentence =
      Math.max(bareText.lastIndexOf('. ', match.index), bareText.lastIndexOf('\n', match.index)) + 1;
    const before = bareText.slice(sentence, match.index);
    const start = offset + match.index;
    const expression: Expression = {
      ...reading,
      ...(/\btuan (?:thu )?\d{1,2} $/.test(before) && { week: true }),
      ...lastCue(before),
      start,
      end: start + match[0].length,
    };
    // `tổng kết … năm 2023, ký giao ước … năm 2024`: one cue, and the second is the year after the first.
    const earlier = found.at(-1);
    if (
      earlier?.cue === 'review' &&
      expression.cue === 'review' &&
      start - earlier.end > AFRESH &&
      expression.gap > start - earlier.end &&
      /^[,;]/.test(bareText.slice(earlier.end - offset)) &&
      follows(expression, earlier)
    )
      expression.cue = 'next';
    found.push(expression);
  }
  return found;
}

/** Letters between two spans of one cue, from which on the second is spoken of afresh. */
const AFRESH = 12;

function readExpression(
  group: Record<string, string | undefined>,
): Omit<Expression, 'cue' | 'near' | 'gap' | 'start' | 'end'> | null {
  // `năm 22024`: a digit typed twice.
  const number = (...texts: (string | undefined)[]) => {
    const text = texts.find(Boolean);
    return text === undefined
      ? undefined
      : (WORDS[text] ?? Number(/^220\d\d$/.test(text) ? text.slice(1) : text));
  };
  if (group.span) {
    const passing = /^(?:nhiem ky|giai doan|tu$)/.test(group.stage ?? '');
    return {
      kind: 'nhieu-nam',
      year: number(group.from),
      ...(group.now === undefined && { toYear: number(group.until) }),
      passing,
    };
  }
  if (group.told)
    return {
      kind: 'nhieu-nam',
      year: number(group.bracketFrom, group.schoolFrom),
      toYear: number(group.bracketUntil, group.schoolUntil),
      passing: true,
    };
  if (group.lasting)
    return {
      kind: 'nhieu-nam',
      years: number(group.lastCount, group.lostCount),
      year: number(group.lastFrom, group.stageFrom),
      toYear: number(group.lastUntil, group.stageUntil),
    };
  if (group.part) {
    const count = number(group.partCount) ?? 0;
    const atEnd = group.partEnd === 'cuoi';
    const kind = kindOfMonths(count, atEnd);
    // `2 tháng đầu năm` has no kind of its own: it is filed under its last month.
    const last =
      !kind && !atEnd && count >= 1 && count <= 12 ? { kind: 'thang' as const, month: count } : { kind };
    return { ...last, year: number(group.partYear) };
  }
  if (group.half)
    return {
      kind: kindOfMonths(6, group.halfEnd === 'cuoi'),
      year: number(group.halfYear),
    };
  if (group.bare)
    return {
      kind: kindOfMonths(number(group.bareCount) ?? 0, false),
      year: number(group.bareYear),
    };
  if (group.quarter) return { kind: quarterKind(group.quarterNumber ?? ''), year: number(group.quarterYear) };
  if (group.week) {
    const year = number(group.weekYear);
    const week = number(group.weekNumber) ?? 0;
    if (week < 1 || week > 53) return null;
    // Without its year a week still tells its month, but for a week that bridges two.
    return { kind: 'thang', month: monthOfWeek(week, year ?? 2019), year, week: true };
  }
  if (group.past) return { kind: 'thang' };
  if (group.named)
    return { kind: 'thang', month: MONTH_WORDS[group.monthWord ?? ''], year: number(group.namedYear) };
  if (group.month) {
    const month =
      number(group.monthLast && Number(group.monthLast) <= 12 ? group.monthLast : group.monthNumber) ?? 0;
    return month >= 1 && month <= 12 ? { kind: 'thang', month, year: number(group.monthYear) } : null;
  }
  if (group.plainMonth) {
    const month = Number(group.plainNumber);
    return month >= 1 && month <= 12 ? { kind: 'thang', month, year: number(group.plainYear) } : null;
  }
  return { kind: 'nam', year: number(group.yearNumber, group.plainOnly) };
}

/** Month of the Thursday of an ISO week. */
function monthOfWeek(week: number, year: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const thursday = 4 - ((fourth.getUTCDay() + 6) % 7) + 3 + (week - 1) * 7;
  return new Date(Date.UTC(year, 0, thursday)).getUTCMonth() + 1;
}

/** `quý VI` is a misprint for IV: there is no sixth quarter. */
function quarterKind(written: string): PeriodKind | undefined {
  return kindOfQuarter(numberValue(written === 'vi' ? 'iv' : written));
}

function lastCue(before: string): { cue: Cue; near: boolean; gap: number } {
  let cue: Cue = null;
  let at = 0;
  for (const match of before.matchAll(CUE)) {
    // `triển khai` after `kết quả` in one breath (`kết quả triển khai nhiệm vụ năm 2020`) still looks back.
    const next: Cue = match[1] ? 'review' : match[2] ? 'meeting' : 'next';
    const link = before.slice(at, match.index);
    if (
      next === 'next' &&
      cue === 'review' &&
      !/[,;:.]| va /.test(link) &&
      /^ket qua|^danh gia|^so ket|^tong ket|^kiem diem|^nhin lai/.test(before.slice(at))
    )
      continue;
    cue = next;
    at = match.index;
  }
  return { cue, near: cue !== null && !/[;:]/.test(before.slice(at)), gap: before.length - at };
}

/** Reads title, lead and body. Years may still be missing: `completePeriod` adds them. */
export function readPeriod(page: Page): PeriodReading {
  const title = linesOf(page, 'title').flatMap((line) => readPeriods(line.bare, line.start));
  const [lead, second, ...others] = linesOf(page, 'body');
  const first = lead ? readPeriods(lead.bare, lead.start) : [];
  const next = second ? readPeriods(second.bare, second.start) : [];
  const top = [...first, ...next];
  const rest = others.flatMap((line: Line) => {
    const expressions = readPeriods(line.bare, line.start);
    shareYears(expressions);
    return expressions;
  });
  shareYears(title);
  shareYears(top);

  const months = new Set([...title, ...top, ...rest].flatMap(({ month }) => month ?? []));
  const ranked = rank({ title, first, next, rest });
  const [best] = ranked;
  const carried = carriedOut(page);
  if (carried && (!best || best.score < 6)) ranked.unshift({ expression: carried, score: 6 });
  const candidates = candidatesOf(ranked);
  const chosen = ranked[0];
  if (!chosen || chosen.score < LEAST)
    return {
      period: found<Period | null>(
        null,
        null,
        'guess',
        [{ code: 'no-period', field: 'period', text: 'The page names no period under review.' }],
        candidates,
      ),
      next: found<Period | null>(null, null),
      isReview: false,
      weekly: false,
      months,
    };
  const { expression, score, planned } = chosen;
  if (planned)
    return {
      period: found<Period | null>(
        periodOf(expression),
        planned,
        'likely',
        [inferred(planned, page)],
        candidates,
      ),
      next: found<Period | null>(periodOf(planned), planned),
      isReview: true,
      weekly: false,
      months,
    };
  const all = [...title, ...top, ...rest];
  const reviewed = widest(expression, title.includes(expression) ? title : all);
  const period = periodOf(reviewed);
  if (period.year === undefined && period.kind !== 'nhieu-nam') period.year = yearElsewhere(reviewed, all);
  const margin = score - (ranked.find((other) => !sameSpan(other.expression, expression))?.score ?? 0);
  const certainty =
    reviewed.cue === 'review' && score >= 8 && margin >= 2 ? 'sure' : score >= 4 ? 'likely' : 'guess';
  return {
    period: found<Period | null>(period, reviewed, certainty, [], candidates),
    next: chooseNext(period, reviewed, title, top, rest),
    years: reviewed.years,
    isReview: reviewed.cue !== null || reviewed.kind !== 'nam',
    weekly: all.some(({ week, month }) => week === true && month === reviewed.month),
    months,
  };
}

interface Ranked {
  expression: Expression;
  score: number;
  /** Set where the page names only the period to come, and `expression` is the one before it. */
  planned?: Expression;
}

/** Below this no expression says what was reviewed. */
const LEAST = 1.5;

/**
 * Every expression with its weight: what the cue before it says, where it stands, whether other places say the same,
 * whether the page plans for the period after it. A period to come stands for the one before it.
 */
function rank(parts: {
  title: Expression[];
  first: Expression[];
  next: Expression[];
  rest: Expression[];
}): Ranked[] {
  const { title, first, next, rest } = parts;
  const planned = [...title, ...first, ...next].filter(
    ({ cue, kind }) => cue === 'next' && kind !== 'nhieu-nam',
  );
  const weigh = (expression: Expression, place: number): Ranked => {
    const { cue, near, gap, kind, passing, years } = expression;
    let score =
      place + (cue === 'review' ? (near ? 6 : 3.5) : cue === 'meeting' ? 4 : cue === null ? 1.5 : -5);
    if (kind === undefined) score -= 3;
    // A term or a stage is reviewed only where the review's word stands right before it.
    if (kind === 'nhieu-nam' && passing && !(cue === 'review' && gap < 60)) score -= 6;
    if (kind === 'nhieu-nam' && !passing && cue !== 'review' && years === undefined) score -= 3;
    if (kind === 'nhieu-nam' && years !== undefined && cue === null) score += 1;
    if (cue === 'review' && gap > 110) score -= 2;
    if (planned.some((later) => follows(later, expression))) score += 1.5;
    for (const others of [title, first])
      if (
        !others.includes(expression) &&
        others.some((other) => other.cue !== 'next' && sameSpan(other, expression))
      )
        score += 1;
    return { expression, score };
  };
  const ranked = [
    ...title.map((expression) => weigh(expression, 2)),
    ...first.map((expression) => weigh(expression, 2.5)),
    ...next.map((expression) => weigh(expression, 0.5)),
    ...rest.map((expression, index) => weigh(expression, -1.5 - Math.min(2, index * 0.25))),
  ];
  for (const [index, expression] of planned.entries()) {
    const before = predecessor(periodOf(expression));
    if (!before) continue;
    const score = (title.includes(expression) ? 4.5 : first.includes(expression) ? 4 : 2.5) - index * 0.1;
    ranked.push({
      expression: { ...expression, ...before, cue: 'review', near: true },
      score,
      planned: expression,
    });
  }
  return ranked
    .filter(({ expression }) => expression.kind !== undefined || expression.year !== undefined)
    .sort((a, b) => b.score - a.score || a.expression.start - b.expression.start);
}

/** The same span, as far as both say it. */
function sameSpan(a: Expression, b: Expression): boolean {
  const agree = (one: unknown, other: unknown) => one === undefined || other === undefined || one === other;
  return a.kind === b.kind && agree(a.year, b.year) && a.month === b.month && agree(a.years, b.years);
}

function follows(later: Expression, earlier: Expression): boolean {
  const natural = successor(periodOf(earlier));
  return (
    natural !== null &&
    later !== earlier &&
    natural.kind === later.kind &&
    natural.month === later.month &&
    (natural.year === undefined || later.year === undefined || natural.year === later.year)
  );
}

function candidatesOf(ranked: readonly Ranked[]): Candidate<Period>[] {
  const seen = new Set<string>();
  return ranked
    .filter(({ score }) => score > -2)
    .flatMap(({ expression, planned }, index) => {
      const value = periodOf(expression);
      const key = `${periodKey(value)} ${value.toYear}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return index === 0 ? [] : [{ value, span: planned ?? expression }];
    })
    .slice(0, MOST_CANDIDATES);
}

const CARRIED_OUT = new RegExp(
  `\\b(?:so ket|tong ket)(?: (?:viec|ket qua|tinh hinh))?(?: trien khai)?(?: thuc hien)? (?=(?:${BINDING_WORDS})\\b)`,
);

/** `Sơ kết việc thực hiện Chỉ thị 05`: years that only the document and the day of the conference tell. */
function carriedOut(page: Page): Expression | null {
  for (const { bare, start } of linesOf(page, 'title')) {
    const match = CARRIED_OUT.exec(bare);
    if (match)
      return {
        kind: 'nhieu-nam',
        cue: 'review',
        near: true,
        gap: 0,
        start: start + match.index,
        end: start + match.index + match[0].trimEnd().length,
      };
  }
  return null;
}

function inferred(planned: Span, page: Page): Warning {
  const words = page.source.text.slice(planned.start, planned.end);
  return {
    code: 'period-inferred',
    field: 'period',
    text: `The page names only the period to come (${words}); the one before it is taken as reviewed.`,
  };
}

function periodOf({ kind, year, toYear, month }: Expression): Period {
  return {
    ...(kind && { kind }),
    ...(year !== undefined && { year }),
    ...(toYear !== undefined && { toYear }),
    ...(month !== undefined && { month }),
  };
}

/** In one line, a period without a year has that of the next one that has (`6 tháng đầu năm; 6 tháng cuối năm 2020`). */
function shareYears(expressions: Expression[]): void {
  for (const [index, expression] of expressions.entries()) {
    if (expression.year !== undefined || expression.kind === 'nhieu-nam' || expression.kind === undefined)
      continue;
    const neighbour =
      expressions
        .slice(index + 1, index + 3)
        .find((other) => other.year !== undefined && other.kind !== 'nhieu-nam') ??
      expressions
        .slice(0, index)
        .reverse()
        .find((other) => other.year !== undefined && other.kind !== 'nhieu-nam');
    if (!neighbour?.year) continue;
    expression.year = turnOfYear(expression, neighbour) ? neighbour.year - 1 : neighbour.year;
  }
}

/** `quý IV, nhiệm vụ quý I/2021`, `tháng 12 … tháng 1/2021`: the later one is already in the next year. */
function turnOfYear(expression: Expression, later: Expression): boolean {
  if (later.start < expression.start) return false;
  const [first, last] = monthsOf(expression) ?? [];
  if (first === 1 || last !== 12 || monthsOf(later)?.[0] !== 1) return false;
  // Years and months are not planned by the other; nothing is planned that has nothing before it (`9 tháng`).
  return (expression.kind === 'thang') === (later.kind === 'thang') && predecessor(later) !== null;
}

/** Of spans reviewed in one breath (`quý III và 9 tháng`, `năm 2015 và 5 năm thực hiện …`) the widest. */
function widest(first: Expression, all: Expression[]): Expression {
  const width = ({ kind }: Expression) => (kind ? monthsLong(kind) : 0);
  const wider = all.find(
    (other) =>
      other.start > first.end &&
      other.start - first.end < 12 &&
      other.cue === first.cue &&
      width(other) > width(first),
  );
  const chosen = wider ?? first;
  // `03 năm thực hiện …, giai đoạn 2017-2019`: the length is one thing, the years stand further on.
  if (chosen.kind !== 'nhieu-nam' || chosen.year !== undefined) return chosen;
  const span = all.find(
    (other) =>
      other.kind === 'nhieu-nam' &&
      other.toYear !== undefined &&
      other.start > chosen.start &&
      agreesInLength(chosen, other),
  );
  return span ? { ...chosen, year: span.year, toYear: span.toYear } : chosen;
}

/** Letters between two spans that one clause names. */
const SAME_BREATH = 80;

/** `5 năm thực hiện …` and a term named in passing (`nhiệm kỳ 2021-2026`) are two things. */
function agreesInLength({ years, end }: Expression, { passing, year, toYear, start }: Expression): boolean {
  if (years === undefined || year === undefined || toYear === undefined) return !passing;
  return Math.abs(toYear - year - years) <= 1 && !(passing && start - end > SAME_BREATH);
}

function periodKey({ kind, year, month }: Period): string {
  return `${kind} ${year} ${month}`;
}

function chooseNext(
  period: Period,
  reviewed: Expression,
  title: Expression[],
  top: Expression[],
  rest: Expression[],
): Finding<Period | null> {
  const natural = successor(period);
  const fits = (expression: Expression) =>
    natural !== null &&
    expression !== reviewed &&
    expression.kind === natural.kind &&
    expression.month === natural.month &&
    (expression.year === undefined || natural.year === undefined || expression.year === natural.year);
  const named =
    [...title, ...top].find((expression) => expression.cue === 'next' && fits(expression)) ??
    [...title, ...top, ...rest].find(fits);
  if (named && natural) return found<Period | null>({ ...natural, year: natural.year ?? named.year }, named);
  const other = [...title, ...top].find(
    (expression) =>
      expression !== reviewed &&
      expression.cue === 'next' &&
      expression.kind !== undefined &&
      expression.kind !== 'nhieu-nam' &&
      periodKey(expression) !== periodKey(period),
  );
  return other ? found<Period | null>(periodOf(other), other, 'likely') : found(null, null);
}

/** The year another mention of the same period gives it. */
function yearElsewhere(reviewed: Expression, all: Expression[]): number | undefined {
  return all.find(
    (other) => other.kind === reviewed.kind && other.month === reviewed.month && other.year !== undefined,
  )?.year;
}

/** First and last day of a period (ISO). Null without year or kind. */
function boundsOf({ kind, year, month }: Period): { from: string; to: string } | null {
  if (year === undefined || kind === undefined || kind === 'nhieu-nam') return null;
  const [first, last] = monthsOf({ kind, month }) ?? [1, 1];
  const end = new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10);
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: end };
}

/** Share of a period that must be over before a conference can look back on it. */
const ELAPSED = 0.45;

/**
 * A conference at the beginning of a period does not review it: `giao ban báo chí tháng 8` on 5 August looks back on
 * July where the page speaks of July, `triển khai … trong năm 2024` in January on 2023. `said`: the page calls the period reviewed in so many words;
 * `months`: the months that it names.
 */
export function reviewedBy(
  period: Period,
  heldOn: string | null,
  said: boolean,
  months: ReadonlySet<number>,
): { period: Period; planned: boolean } {
  const bounds = heldOn && !said ? boundsOf(period) : null;
  if (!heldOn || !bounds) return { period, planned: false };
  const length = Date.parse(bounds.to) - Date.parse(bounds.from);
  const elapsed = (Date.parse(heldOn) - Date.parse(bounds.from)) / length;
  const threshold = period.kind === 'nam' ? 0.2 : ELAPSED;
  const before = elapsed < threshold && elapsed > -1 ? predecessor(period) : null;
  // Of briefings named after a month and held in its first ten days, three in four look back on the month before.
  const early =
    period.kind === 'thang' &&
    heldOn.slice(0, 7) === bounds.from.slice(0, 7) &&
    Number(heldOn.slice(8)) <= 10;
  if (!before || (period.kind === 'thang' && !early && !months.has(before.month ?? 0)))
    return { period, planned: false };
  return { period: before, planned: true };
}

/**
 * Adds the years that only the day of the conference can tell. `years`: the length of a span named by its length;
 * `since`: the year of the document whose carrying out is reviewed.
 */
export function completePeriod(
  period: Period,
  heldOn: string | null,
  years?: number,
  since?: number,
): Period {
  if (period.kind === 'nhieu-nam') return completeSpan(period, heldOn, years, since);
  if (!heldOn || period.year !== undefined) return period;
  const year = Number(heldOn.slice(0, 4));
  const month = Number(heldOn.slice(5, 7));
  const endedLastYear =
    (period.kind !== undefined && month <= periodKind(period.kind).reviewedUntil) ||
    (period.kind === 'thang' && (period.month ?? 0) > month + 2);
  return { ...period, year: endedLastYear ? year - 1 : year };
}

/** A span of years ends in the year of the conference; it begins with the document, where the lengths agree. */
function completeSpan(period: Period, heldOn: string | null, years?: number, since?: number): Period {
  if (period.toYear !== undefined) return period;
  if (!heldOn) {
    const from = period.year ?? since;
    if (from === undefined) return period;
    return { ...period, year: from, ...(years !== undefined && { toYear: from + years }) };
  }
  const year = Number(heldOn.slice(0, 4));
  const month = Number(heldOn.slice(5, 7));
  const begun = period.year ?? since;
  const agrees = begun !== undefined && (years === undefined || Math.abs(begun + years - year) <= 1);
  const toYear = month <= 2 && agrees && years !== undefined && begun + years === year - 1 ? year - 1 : year;
  const from = agrees ? begun : years === undefined ? undefined : toYear - years;
  return { ...period, ...(from !== undefined && { year: from }), toYear };
}
