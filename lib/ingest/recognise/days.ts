/**
 * The two days of a page: when the conference was held, when the page was published.
 *
 *   body      "Sáng 13/7, … tổ chức hội nghị"     day and month
 *   period    "6 tháng đầu năm 2020"              ┐
 *   stamp     "Thứ Hai, 13/07/2020 13:33"         ├ the year, in this order
 *   address   …/2020/07/13/…                      ┘
 *
 * A stamp that contradicts the period is the day the page was opened or crawled: not the day it was published.
 */
import { monthsLong, monthsOf, periodYear } from '../../domain/period';
import type { Period } from '../../domain/report';
import { DIRECTIVE_WORDS } from '../../vietnamese/document-kinds';
import { type Line, linesOf, type Page } from '../page/page';
import { SAVED_MONTH, type Span } from '../page/text';
import { addDays, daysBetween, isoDate, readDates, type WrittenDate } from './dates';
import { type Candidate, candidatesBeside, type Finding, found, type Warning } from './finding';

export interface Days {
  heldOn: Finding<string | null>;
  publishedOn: Finding<string | null>;
}

/** A conference is held at most so long after the end of the period it reviews, and so long before it. */
const AFTER_PERIOD = 210;
const BEFORE_PERIOD_END = 75;
/** News of a conference is published within this many days of it; a later stamp is taken for something else. */
const NEWS_DELAY = 45;
/** An event without a year lies at most so far before the stamp that gives it one. */
const STAMP_REACH = 300;

/** Reads both days. `isReview`: the page says that the period was looked back on. `today` (ISO) bounds what may be: no page is of tomorrow. */
export function readDays(page: Page, read: Period | null, isReview: boolean, today: string): Days {
  // A year that nothing calls reviewed (`hội nghị chuyên đề … năm 2018`) is the conference's own.
  const period = isReview ? read : null;
  const stamps = readStamps(page).filter((stamp) => daysBetween(stamp.day, today) >= -1);
  const address = addressDay(page.url) ?? addressInPage(page);
  const event = findEvent(page);
  const warnings: Warning[] = [];
  const warn = (code: string, field: string, text: string) => void warnings.push({ code, field, text });

  const published = stamps.find((stamp) => stamp.kind === 'published') ?? null;
  const shown = (span: Span) => page.source.text.slice(span.start, span.end);
  const heldOn = eventDay();
  const publishedOn = publishedDay();
  return {
    heldOn: { ...heldOn, candidates: candidatesBeside(heldOn.value, possibleEvents()) },
    publishedOn: { ...publishedOn, candidates: candidatesBeside(publishedOn.value, possibleStamps()) },
  };

  /** Every day that the opening names, as far as anything gives it a year; then the day of the stamp. */
  function possibleEvents(): Candidate<string>[] {
    const named = [...linesOf(page, 'body').slice(0, 8), ...linesOf(page, 'title')].flatMap((line) =>
      readDates(line.bare, line.start).flatMap((date): Candidate<string>[] => {
        const before = line.bare.slice(0, date.start - line.start).slice(-60);
        if (OF_DOCUMENT.test(before) || OTHER_DAY.test(before) || isAnniversary(line, date)) return [];
        const { year, month, day } = date;
        const iso = year ? isoDate(year, month, day) : (inferYear(month, day)?.day ?? null);
        return iso && daysBetween(iso, today) >= -1 ? [{ value: iso, span: date }] : [];
      }),
    );
    return [...named, ...possibleStamps()];
  }

  function possibleStamps(): Candidate<string>[] {
    const coded = address ? [{ value: address, span: null }] : [];
    return [...stamps.map((stamp) => ({ value: stamp.day, span: stamp })), ...coded];
  }

  function eventDay(): Finding<string | null> {
    if (event === null) {
      const said = findToday(page);
      const known = said && (published?.day ?? address);
      const day = said && known ? addDays(known, -said.daysAgo) : null;
      if (said && day && fitsPeriod(day, period)) return found<string | null>(day, said, 'likely');
      const text = said
        ? 'The page says "hôm nay" but bears no date.'
        : 'The page does not say on which day the conference was held.';
      return found(null, said, 'guess', [{ code: 'no-held-date', field: 'heldOn', text }]);
    }
    const { day, month, year } = event;
    if (
      month < 1 ||
      month > 12 ||
      day < 1 ||
      isoDate(2024, month, day) === null ||
      (year && isoDate(year, month, day) === null)
    )
      return found(null, event, 'guess', [
        { code: 'impossible-date', field: 'heldOn', text: `There is no such day: ${shown(event)}.` },
      ]);
    const written = year ? isoDate(year, month, day) : null;
    if (
      written &&
      daysBetween(written, today) >= -1 &&
      (fitsPeriod(written, period) || year === period?.year)
    ) {
      return found<string | null>(written, event);
    }
    const guess = inferYear(month, day);
    if (!written && guess)
      return found<string | null>(
        guess.day,
        event,
        guess.by === 'period' || guess.by === 'stamp' ? 'likely' : 'guess',
        warnings.splice(0),
      );
    if (written && guess && guess.day !== written && guess.by !== 'address') {
      return found<string | null>(guess.day, event, 'guess', [
        {
          code: 'year-corrected',
          field: 'heldOn',
          text: `${shown(event)} cannot be right beside the period under review; read as ${guess.day}.`,
        },
      ]);
    }
    if (written && daysBetween(written, today) >= -1) {
      const code = 'date-contradicts-period';
      return found<string | null>(written, event, 'guess', [
        { code, field: 'heldOn', text: `${shown(event)} does not fit the period under review.` },
      ]);
    }
    return found(null, event, 'guess', [
      { code: 'no-year', field: 'heldOn', text: `Nothing on the page gives ${shown(event)} a year.` },
    ]);
  }

  /** Year of a day and month: by the period reviewed, else by the stamp (`crawl`: one too late for news), else by the address. */
  function inferYear(
    month: number,
    day: number,
  ): { day: string; by: 'period' | 'stamp' | 'crawl' | 'address' } | null {
    const window = periodWindow(period);
    if (window) {
      const candidates = yearsBetween(window.from, window.to).flatMap(
        (year) => isoDate(year, month, day) ?? [],
      );
      const inside = candidates.filter((candidate) => candidate >= window.from && candidate <= window.to);
      const first =
        inside.find(
          (candidate) =>
            published &&
            daysBetween(candidate, published.day) >= 0 &&
            daysBetween(candidate, published.day) <= NEWS_DELAY,
        ) ?? inside[0];
      if (first) return { day: first, by: 'period' };
    }
    const limit = published?.day ?? stamps[0]?.day ?? null;
    if (limit) {
      const last = latestBefore(month, day, limit);
      const delay = last ? daysBetween(last, limit) : Number.POSITIVE_INFINITY;
      if (last && delay <= STAMP_REACH) return { day: last, by: delay <= NEWS_DELAY ? 'stamp' : 'crawl' };
    }
    const by = address ? addDays(address, 31) : addressMonth(page);
    const last = by && latestBefore(month, day, by);
    return last ? { day: last, by: 'address' } : null;
  }

  function publishedDay(): Finding<string | null> {
    const held = heldOn.value;
    const fits = (day: string) =>
      held ? daysBetween(held, day) >= 0 && daysBetween(held, day) <= NEWS_DELAY : fitsPeriod(day, period);
    for (const stamp of stamps) {
      if (stamp.kind !== 'published') continue;
      const swapped = held && swapDay(stamp.day);
      if (
        held &&
        swapped &&
        daysBetween(held, swapped) >= 0 &&
        daysBetween(held, swapped) <= 7 &&
        Math.abs(daysBetween(held, stamp.day)) > NEWS_DELAY
      )
        return found<string | null>(swapped, stamp, 'guess', [
          {
            code: 'day-month-swapped',
            field: 'publishedOn',
            text: `${shown(stamp)} is read with day and month swapped.`,
          },
        ]);
      const delay = held ? daysBetween(held, stamp.day) : 0;
      const late = held ? delay > NEWS_DELAY : !fitsPeriod(stamp.day, period) || !isNewsOf(event, stamp.day);
      if (delay < 0 || late) {
        warn(
          'stamp-is-not-publication',
          'publishedOn',
          `${shown(stamp)} stands on the page, but ${held ? `the conference was held on ${held}` : 'it does not fit the period or the day of the conference'}: taken for the day the page was opened.`,
        );
        continue;
      }
      const other = stamps.some(({ kind, day }) => kind === 'published' && day !== stamp.day && fits(day));
      const sure = held !== null && stamp.rank < 3 && !(other && stamp.rank > 0);
      return found<string | null>(stamp.day, stamp, sure ? 'sure' : 'likely', warnings);
    }
    if (address && (!held || (daysBetween(held, address) >= 0 && daysBetween(held, address) <= NEWS_DELAY)))
      return found<string | null>(address, null, 'likely', warnings);
    return found(
      null,
      null,
      'guess',
      warnings.length > 0
        ? warnings
        : [
            {
              code: 'no-published-date',
              field: 'publishedOn',
              text: 'The page bears no date of publication.',
            },
          ],
    );
  }
}

/** The days on which a review of a period is held. Null where the period has no year. */
function periodWindow(period: Period | null): { from: string; to: string } | null {
  const year = periodYear(period);
  if (!period || year === undefined || (period.kind === 'nhieu-nam' && period.toYear === undefined))
    return null;
  if (period.kind === 'nhieu-nam') return { from: `${year}-01-01`, to: `${year + 1}-06-30` };
  const lastMonth = monthsOf(period)?.[1] ?? 12;
  const end =
    isoDate(lastMonth === 12 ? year + 1 : year, lastMonth === 12 ? 1 : lastMonth + 1, 1) ?? `${year}-12-31`;
  const before = period.kind && monthsLong(period.kind) <= 3 ? 45 : BEFORE_PERIOD_END;
  return { from: addDays(end, -before), to: addDays(end, AFTER_PERIOD) };
}

/** False where a day and month of the conference are known and no year puts them shortly before the stamp. */
function isNewsOf(event: WrittenDate | null, stamp: string): boolean {
  const last = event && isoDate(2024, event.month, event.day) && latestBefore(event.month, event.day, stamp);
  return !last || daysBetween(last, stamp) <= NEWS_DELAY;
}

function fitsPeriod(day: string, period: Period | null): boolean {
  const window = periodWindow(period);
  return !window || (day >= window.from && day <= window.to);
}

function yearsBetween(from: string, to: string): number[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
}

function latestBefore(month: number, day: number, limit: string): string | null {
  const year = Number(limit.slice(0, 4));
  for (const candidate of [isoDate(year, month, day), isoDate(year - 1, month, day)])
    if (candidate && candidate <= limit) return candidate;
  return null;
}

function swapDay(day: string): string | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return month === date ? null : isoDate(year, date, month);
}

/** Lines that may stand between a stamp and the headline below it. */
const NEAR = 2;
const LABEL = /\b(?:dang|xuat ban|dua|cap nhat|posted|submitted|published)\b/;

interface Stamp extends Span {
  day: string;
  /** 0: between headline and article, 1: right above the headline, 2: labelled, below the article, 3: elsewhere. */
  rank: number;
  /** `clock`: the site's own calendar (`Hôm nay: …`), the day of the visit. */
  kind: 'published' | 'clock';
}

function readStamps(page: Page): Stamp[] {
  const stamps: Stamp[] = [];
  const { lines } = page;
  const top = lines.findIndex(({ role }) => role === 'title' || role === 'body');
  const body = lines.findIndex(({ role }) => role === 'body');
  const headline = lines[Math.max(0, top)]?.start ?? 0;
  // `Cập nhật` says less of publication than another stamp beside it.
  const rankOf = (line: Line, index: number): number => {
    const updated = /\bcap nhat\b/.test(line.bare) ? 0.5 : 0;
    if (index > body) return LABEL.test(line.bare) ? 2 : 3;
    if (index >= top) return updated;
    const between = top - index - 1;
    // The date of a banner bears a weekday and no hour; menus stand between it and the headline.
    return between <= NEAR && (between === 0 || /\d{1,2}[:hg]\d{2}/.test(line.bare)) ? 1 + updated : 3;
  };
  for (const [index, line] of lines.entries()) {
    const clock = /^hom nay\b|^bay gio\b/.test(line.bare);
    // `… quý I năm 2021   10/05/2021 08:00`: the stamp may close the headline.
    const closing = line.role === 'title' && /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^a-z]*$/.test(line.bare);
    if (line.role !== 'stamp' && !clock && !closing) continue;
    for (const date of readDates(line.bare, line.start)) {
      const day = date.year ? isoDate(date.year, date.month, date.day) : null;
      if (day)
        stamps.push({
          day,
          rank: rankOf(line, index),
          kind: clock ? 'clock' : 'published',
          start: line.start,
          end: line.end,
        });
    }
  }
  const written = page.metadata.published;
  const [meta] = written ? readDates(written.toLowerCase()) : [];
  const day = meta?.year ? isoDate(meta.year, meta.month, meta.day) : null;
  if (day) stamps.push({ day, rank: BY_CODE, kind: 'published', start: 0, end: 0 });
  // Of two on one place the nearer to the headline is the page's own.
  const distance = ({ start }: Stamp) => Math.abs(start - headline);
  return stamps.sort((a, b) => a.rank - b.rank || distance(a) - distance(b));
}

/** What the page's code gives: after a stamp that stands at the headline, before one in a banner or a foot. */
const BY_CODE = 1.5;

/** `/2018/01/23/`, `d20180125`, `2020-07-13`; null for an address without a day. */
function addressDay(url: string | null): string | null {
  const match = /[/d_-]((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?!\d)/.exec(url ?? '');
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The last day of the month that an address (`/202303/`, `/2023/03/`) or a saved page's head (`date 2023-03`) bears. */
function addressMonth({ url, lines }: Page): string | null {
  const match =
    /[/_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?=[/_-])/.exec(url ?? '') ??
    SAVED_MONTH.exec(lines[0]?.bare ?? '');
  return match ? addDays(`${match[1]}-${match[2]}-28`, 3) : null;
}

/** The page's own address, where a print view shows it among its furniture; other pages' stand in lists below it. */
function addressInPage(page: Page): string | null {
  for (const line of page.lines) {
    if (line.role === 'body' || line.role === 'title') continue;
    const address = /(?:https?:\/\/|www\.)\S+|(?<![@\w.])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)\/\S+/i.exec(
      line.text,
    )?.[0];
    const day = address ? addressDay(address) : null;
    if (day) return day;
  }
  return null;
}

const OPENING =
  /(?:\b(?:sang|trua|chieu|toi)(?: ngay| nay| qua| hom qua| cung ngay| thu [a-z0-9]+| chu nhat)?,? ?\(?(?:ngay )?|\b(?:trong )?(?:hai |ba |cac |2 |3 )?ngay ?(?:mung |mong )?|\btu (?:ngay )?|\bvao (?:luc .{1,12} )?ngay |\bhom (?:nay|qua),? ?\(?(?:ngay )?|\bnay \(|\bdien ra (?:vao )?|\((?:ttxvn|vna),? (?:ngay )?|^ ?\(|^\(?[a-z.]{2,14}\)? ?- )$/;
const MEETING =
  /\b(hoi nghi|hop|giao ban|so ket|tong ket|to chuc|khai mac|dien ra|buoi|cuoc|toa dam|lam viec|mo|danh gia|gap mat|le )\b/;
/** A document's own date (`Chỉ thị số 05-CT/TW ngày …`). */
const OF_DOCUMENT = new RegExp(
  `(?:/[a-z]{2,8}|\\b(?:so|${DIRECTIVE_WORDS}|chuong trinh|thong tri)\\b[^.;,]{0,24}\\d[^.;,]{0,14}),? ?(?:ra |ban hanh |ky )?(?:ngay )?$`,
);
/** A day that is a limit, an anniversary or somebody's birthday. */
const OTHER_DAY =
  /\b(?:truoc|den|het|sau|tinh den|ke tu|tu sau|toi|han|qua moc|moc|cuoi|dau|thanh lap|ky niem|truyen thong|giai phong|sinh|mat|chien thang|khoi nghia|quoc khanh)(?: ngay)?(?: la)? ?\(?$/;

/** The first date of the article's opening that dates the conference itself. */
function findEvent(page: Page): WrittenDate | null {
  const body = [...linesOf(page, 'body').slice(0, 8), ...linesOf(page, 'title')];
  for (const [index, line] of body.entries()) {
    for (const date of readDates(line.bare, line.start)) {
      if (!isEvent(line, date, index)) continue;
      return date;
    }
  }
  return null;
}

function isEvent(line: Line, date: WrittenDate, index: number): boolean {
  const at = date.start - line.start;
  const before = line.bare.slice(Math.max(0, at - 60), at);
  const follows = line.bare.slice(date.end - line.start, date.end - line.start + 2);
  // `Thực hiện Kế hoạch số 12-KH/BTGTU, ngày 3/7, Ban …`: without a year, and a comma after it, it is the event's.
  if (OF_DOCUMENT.test(before) && (date.year !== undefined || follows !== ', ')) return false;
  if (OTHER_DAY.test(before) && !/\b(?:sang|chieu|toi|trua)(?: ngay| thu [a-z0-9]+)?,? ?\(?$/.test(before))
    return false;
  const opening = OPENING.test(before.slice(-40)) || (at === 0 && index === 0);
  if (!opening) return false;
  if (isAnniversary(line, date)) return false;
  const from = Math.max(line.bare.lastIndexOf('. ', at), 0);
  const to = line.bare.indexOf('. ', at);
  const sentence = line.bare.slice(from, to < 0 ? undefined : to);
  return MEETING.test(sentence) || (index === 0 && from === 0);
}

/** `(1/8/1930 – 1/8/2020)`: two dates in brackets. */
function isAnniversary(line: Line, date: WrittenDate): boolean {
  const before = line.bare.slice(0, date.start - line.start);
  const after = line.bare.slice(date.end - line.start, date.end - line.start + 16);
  return (/\( ?$/.test(before) && /^ ?- ?\d/.test(after)) || /\( ?[\d/.]+ ?- ?$/.test(before);
}

/** `Sáng nay`, `hôm nay` of the conference, without a date: the day of publication; `chiều qua`: the day before. */
function findToday(page: Page): (Span & { daysAgo: number }) | null {
  const opening = [...linesOf(page, 'body').slice(0, 4), ...linesOf(page, 'title')];
  for (const [index, line] of opening.entries()) {
    const TODAY =
      /\b(?:((?:sang|trua|chieu|toi|hom|ngay) (?:nay|hom nay))|((?:sang|trua|chieu|toi|hom) (?:qua|hom qua)))\b(?! ?\(?(?:ngay )?\d)/g;
    for (const match of line.bare.slice(0, 600).matchAll(TODAY)) {
      const from = Math.max(line.bare.lastIndexOf('. ', match.index), 0);
      const to = line.bare.indexOf('. ', match.index);
      if (index > 0 && !MEETING.test(line.bare.slice(from, to < 0 ? undefined : to))) continue;
      const start = line.start + match.index;
      return { start, end: start + match[0].length, daysAgo: match[2] ? 1 : 0 };
    }
  }
  return null;
}
