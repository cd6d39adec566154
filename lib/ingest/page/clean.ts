/**
 * Tells the lines of a page apart: the article (body, captions, signature) and what stands around it.
 *
 *     menu, banner, ticker      aside
 *     stamp                     date and time of publication (before or after the title)
 *     TITLE
 *     lead paragraph            ─┐
 *     paragraph                  │ body: from the first prose line …
 *       caption                  │
 *     paragraph                 ─┘ … to the last one before the page's end marks
 *     author, source
 *     other news, comments      aside
 */
import { readDates } from '../recognise/dates';
import { furnitureOf } from './noise';
import { markOfficial } from './official';
import type { Line, Metadata, Page } from './page';
import { labelledSignatureOf, signatureOf } from './signature';
import { SAVED_MONTH, type SourceText } from './text';
import { chooseTitle } from './title';

/** Prose: long enough, and ends as a sentence does or holds more than one. */
const PROSE_LENGTH = 90;
const LONG_PROSE = 250;

/** What a reader of HTML knows about a line: outside the article, a caption, a heading of the first or second rank. */
export type Hints = ReadonlyMap<number, 'outside' | 'caption' | 'heading' | 'second'>;

export function cleanPage(
  source: SourceText,
  metadata: Metadata,
  url: string | null,
  hints: Hints = new Map(),
): Page {
  const lines = splitLines(source);
  const hintOf = (index: number) => hints.get(source.toRaw(lines[index]?.start ?? -1));
  const page = (headlineClear: boolean, headlines: Line[]): Page => ({
    source,
    lines,
    headlineClear,
    headlines,
    metadata,
    url,
  });
  if (markOfficial(lines)) return page(false, []);
  const outside = (index: number) => hintOf(index) === 'outside';
  const furniture = lines.map((line, index) =>
    outside(index) || (index === 0 && SAVED_MONTH.test(line.bare)) ? 'furniture' : furnitureOf(line.bare),
  );
  const stamps = lines.map((line, index) => furniture[index] !== 'end' && isStamp(line));

  const usable = (index: number) => !furniture[index] && !stamps[index];
  let first = lines.findIndex((line, index) => usable(index) && isProse(line));
  if (first < 0) first = lines.findIndex((_, index) => usable(index));
  if (first < 0) return page(false, []);
  const isHeading = (index: number) => hintOf(index) === 'heading';
  const isSecond = (index: number) => hintOf(index) === 'second';
  // A headline in quotation marks looks like a paragraph: a stamp below it, a dated lead, or nothing else that could
  // be the headline gives it away.
  const above = chooseTitle(lines, first, usable, { isHeading, isSecond }, metadata.title);
  const beforeLead = first;
  if (isQuotedHeadline(lines, first, stamps) || (!above.clear && looksLikeHeadline(lines, first, usable)))
    first = nextUsable(first + 1, lines.length, usable) ?? first;
  // A page of one short sentence has no headline above it.
  const headline =
    first === beforeLead ? above : chooseTitle(lines, first, usable, { isHeading, isSecond }, metadata.title);
  const title = headline.indexes;
  if (title.includes(first)) first = nextUsable(first + 1, lines.length, usable) ?? first + 1;
  for (const index of title) if (lines[index]) lines[index].role = 'title';
  // A short standfirst between headline and lead is the article's.
  const afterTitle = (title.at(-1) ?? first) + 1;
  for (let index = afterTitle; index < first; index++)
    if (usable(index) && /[.!?…]$/.test(lines[index]?.text ?? '')) first = index;

  const end = endOfArticle(lines, first, furniture);
  markBody(lines, first, end, usable, hintOf);
  lines.forEach((line, index) => {
    // Dates among comments and other news are not the page's; a label may stand in its foot.
    const isOwn =
      index <= end || /^(?:ngay|thoi gian|cap nhat|duoc|dang|xuat ban|post|submitted)/.test(line.bare);
    if (stamps[index] && isOwn && line.role === 'aside') line.role = 'stamp';
  });
  return page(
    headline.clear,
    headline.others.flatMap((index) => lines[index] ?? []),
  );
}

function splitLines({ text, bare }: SourceText): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const row of text.split('\n')) {
    let start = at + (row.length - row.trimStart().length);
    const end = start + row.trim().length;
    while (end > start) {
      const head = lines.length === 0 ? SAVED_MONTH.exec(bare.slice(start, end)) : null;
      const until = head
        ? start + head[0].length
        : end - start > LONGEST_LINE
          ? sentenceEnd(text, start)
          : end;
      lines.push({
        start,
        end: until,
        text: text.slice(start, until),
        bare: bare.slice(start, until),
        role: 'aside',
      });
      start = until;
      while (start < end && text.charAt(start) === ' ') start++;
    }
    at += row.length + 1;
  }
  return lines;
}

/** No paragraph is longer; a text without line ends is cut at the ends of sentences. */
const LONGEST_LINE = 8000;

/** Past the last sentence, else the last word, that ends within the longest line. */
function sentenceEnd(text: string, start: number): number {
  const piece = text.slice(start, start + LONGEST_LINE);
  const at = Math.max(piece.lastIndexOf('. '), 0) || piece.lastIndexOf(' ');
  return at > 0 ? start + at + 1 : start + LONGEST_LINE;
}

function nextUsable(from: number, to: number, usable: (index: number) => boolean): number | null {
  for (let index = from; index < to; index++) if (usable(index)) return index;
  return null;
}

function isQuotedHeadline(lines: Line[], first: number, stamps: boolean[]): boolean {
  const line = lines[first];
  if (!line || first > 8 || line.text.length > 220 || !/[”"?!)]$/.test(line.text)) return false;
  if (/[.…] \p{Lu}/u.test(line.text) || lines.slice(0, first).some(({ role }) => role === 'title'))
    return false;
  return (
    stamps[first + 1] === true ||
    /^(?:\(?[a-z.]{2,14}\)? ?- |(?:sang|chieu|toi|ngay) )/.test(lines[first + 1]?.bare ?? '')
  );
}

/** One sentence without an end, long enough for a paragraph, right above one: the headline of a page that has no other. */
function looksLikeHeadline(lines: Line[], first: number, usable: (index: number) => boolean): boolean {
  const line = lines[first];
  const next = nextUsable(first + 1, lines.length, usable);
  if (!line || next === null || next - first > 3 || line.text.length > 240) return false;
  const following = lines[next];
  return (
    !/[.:;…,]$/.test(line.text) &&
    !/\p{L}{2,}[.!?…] +\p{Lu}/u.test(line.text) &&
    following !== undefined &&
    isProse(following)
  );
}

/** `10/01/2020 - 18:42`, `Cập nhật lúc 18:28, Thứ Ba, 26/11/2019`, `Hưng Yên, 15/01/2021 15:54`: little but a date. */
function isStamp(line: Line): boolean {
  if (line.bare.length > 120) return false;
  const dates = readDates(line.bare).filter((date) => date.year !== undefined);
  const [date] = dates;
  if (!date || dates.length > 2) return false;
  // `90 năm Ngày thành lập … (26/3/1931 - 26/3/2021)`: an anniversary.
  if (/\d{4} ?- ?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\b(?:ky niem|thanh lap|ngay truyen thong)\b/.test(line.bare))
    return false;
  let rest = line.bare;
  for (const { start, end } of [...dates].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  rest = rest
    .replace(
      /\b(thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/g,
      '',
    )
    .replace(/\d{1,2}\s?[:hg']\s?\d{0,2}(:\d{2})?'?/g, '')
    .replace(/\(?\[?gmt ?\+? ?7?\]?\)?|\b(am|pm|sa|ch)\b|\b\d{1,2}th\b/g, '')
    .replace(
      /\b(cap nhat( luc| ngay)?|(ngay|thoi gian|duoc)? ?(dang|dua|viet|xuat ban|post|gui)( tin| bai| luc| ngay| boi)?|ngay|luc|vao|submitted by|on|posted|published|print|in trang|goc|co chu|luot (xem|doc|truy cap)|xem|views?|tac gia|nguon|a[-+]?|hom nay( la)?)\b/g,
      '',
    )
    .replace(/[^a-z]+/g, ' ')
    .trim();
  // A headline that its stamp was run on to.
  if (/\b(?:so ket|tong ket|giao ban|hoi nghi|trien khai)\b/.test(rest)) return false;
  const hasTime =
    /\d{1,2}[:hg]\d{2}/.test(line.bare) && !/^(?:ngay|luc|vao|sang|chieu) .*,.*\bto chuc\b/.test(line.bare);
  // A stamp to the minute, or a labelled one, may name who put the page up.
  return (
    rest.length <=
    (hasTime ||
    /\b(?:ngay dang|nguoi dang|dang (?:ngay|luc|boi)|cap nhat|luot|tac gia|nguon|posted|submitted)/.test(
      line.bare,
    )
      ? 48
      : 25)
  );
}

/** `Kỷ niệm 69 năm Ngày Giải phóng Thủ đô (10/10/1954 - 10/10/2023); …`: a slogan that runs along the top. */
function isTicker(bare: string): boolean {
  return (
    /^(?:ky niem|chao mung|nhiet liet|huong toi|thi dua|quyet tam)\b/.test(bare) && !/[^.]\.$/.test(bare)
  );
}

function isProse({ text, bare }: Line): boolean {
  if (isDatedLead(text, bare)) return true;
  if (text.length < PROSE_LENGTH) return false;
  if (text === text.toUpperCase() || isTicker(bare)) return false;
  // A headline may end in brackets too: then only a sentence within makes a paragraph.
  if (/\)\s*$/.test(text) && text.length < LONG_PROSE && !/\p{L}{2,}[.!?…] +\p{Lu}/u.test(text)) return false;
  if (/[.!?…:;”"»)]\s*$/.test(text) || /\.\/\.?$/.test(text))
    return !/^[-•*+>»]/.test(bare) || text.length > LONG_PROSE;
  return text.length >= LONG_PROSE && /\p{L}{2,}[.!?…] +\p{Lu}/u.test(text);
}

/** `Ngày 19/10, … họp giao ban quý III.`: a whole sentence that begins with its day opens an article, however short. */
function isDatedLead(text: string, bare: string): boolean {
  return (
    text.length >= DATED_LENGTH &&
    /[^.]\.$/.test(text) &&
    /^(?:\(?[a-z]{2,6}\)? ?- ?)?(?:(?:sang|trua|chieu|toi)(?: ngay)?|ngay) \d{1,2}[/.-]\d{1,2}[^a-z]*,/.test(
      bare,
    )
  );
}
const DATED_LENGTH = 50;

/** A sentence, however short: belongs to the article when it stands inside it. */
function isSentence({ text }: Line): boolean {
  return /[.!?…;:”]\s*$|\.\/\.?\s*$/.test(text) || text.length > 300;
}

/** Index past the last line of the article. */
function endOfArticle(lines: Line[], first: number, furniture: (string | null)[]): number {
  for (let index = first + 1; index < lines.length; index++) {
    if (furniture[index] === 'end') return index;
    if (furniture[index] !== 'box') continue;
    const resumed = resumesAfter(lines, index, furniture);
    if (resumed === null) return index;
    for (let box = index; box < resumed; box++) furniture[box] ??= 'furniture';
    index = resumed;
  }
  return lines.length;
}

/** Line where the article goes on after a box of related news; null where it does not. */
function resumesAfter(lines: Line[], box: number, furniture: (string | null)[]): number | null {
  const BOX_LINES = 8;
  for (let index = box + 1; index < lines.length && index <= box + BOX_LINES; index++) {
    const line = lines[index];
    if (!line || furniture[index] === 'end') return null;
    if (!furniture[index] && isProse(line) && line.text.length > 110)
      return goesOn(lines, index, furniture) ? index : null;
  }
  return null;
}

/** After a box the article goes on only if it is signed further down, or has more than one paragraph left. */
function goesOn(lines: Line[], from: number, furniture: (string | null)[]): boolean {
  let paragraphs = 0;
  for (let index = from; index < lines.length && furniture[index] !== 'end'; index++) {
    const line = lines[index];
    if (!line || furniture[index]) continue;
    if (index > from && signatureOf(line)) return true;
    if (isProse(line)) paragraphs++;
  }
  return paragraphs > 1 || (lines[from]?.text.length ?? 0) > 200;
}

function markBody(
  lines: Line[],
  first: number,
  end: number,
  usable: (index: number) => boolean,
  hintOf: (index: number) => ReturnType<Hints['get']>,
): void {
  const last = lastOfArticle(lines, first, end, usable);
  for (let index = 0; index < end; index++) {
    const line = lines[index];
    if (!line || !usable(index) || line.role !== 'aside') continue;
    if (index < first) continue;
    if (hintOf(index) === 'caption') line.role = 'caption';
    else if (index > last)
      line.role = signatureOf(line) ?? (LABELLED_CAPTION.test(line.bare) ? 'caption' : 'aside');
    else if (isCaption(lines, index, last)) line.role = 'caption';
    else line.role = 'body';
  }
  // A labelled signature (`Tác giả: …`) may stand above the article or among the page's end marks.
  const SIGNED_AFTER = 6;
  lines.forEach((line, index) => {
    if (line.role === 'aside' && (index < first || index >= end) && index < end + SIGNED_AFTER)
      line.role = labelledSignatureOf(line) ?? 'aside';
  });
}

/**
 * The last line of the article: before its signature, where it bears one. A line that looks like a name is none
 * while two more paragraphs follow.
 */
function lastOfArticle(
  lines: Line[],
  first: number,
  end: number,
  usable: (index: number) => boolean,
): number {
  // Of every line, counted from the end: long paragraphs after it, and whether paragraphs follow that another name
  // signs (the first stood under a picture).
  const prose: number[] = [];
  const signed: boolean[] = [];
  for (let index = end - 1, count = 0, names = false, both = false; index >= first; index--) {
    prose[index] = count;
    signed[index] = both;
    const line = lines[index];
    if (!line || !usable(index)) continue;
    if (isProse(line)) {
      if (line.text.length > 150) count++;
      both ||= names;
    }
    names ||= signatureOf(line) !== null;
  }
  let last = first;
  for (let index = first; index < end; index++) {
    const line = lines[index];
    if (!line || !usable(index)) continue;
    if (index > first && signatureOf(line) && (prose[index] ?? 0) < 2 && !signed[index]) break;
    const listed = last === index - 1 && (LIST_ITEM.test(line.text) || /;$/.test(line.text));
    if (listed || LIST_HEAD.test(line.text)) {
      if (listed && (index === 0 || /[:;]$|^[-–•+*]|^\d{1,2}[.)]/.test(lines[last]?.text ?? '')))
        last = index;
      else if (LIST_ITEM.test(lines[index + 1]?.text ?? '')) last = index;
      continue;
    }
    if (isSentence(line)) last = index;
  }
  return last;
}

const LIST_ITEM = /^(?:[-–•+*]\s|\d{1,2}[.)/]\s|[a-zđ]\)\s)/;
const LIST_HEAD = /[:;]$/;
const LABELLED_CAPTION = /^(?:anh trong bai|trong anh|chu thich anh|anh\s*:)/;
const CAPTION_START =
  /^(?:\(?anh\b|quang canh|toan canh|mot (?:goc|so hinh anh|canh)|hinh anh|trong anh|(?:cac )?dai bieu|cac dong chi|dong chi|lanh dao|ong |ba |chu toa|doan chu tich|truong (?:ban|phong|doan)|pho (?:truong|bi thu|chu tich)|bi thu|chu tich|thuong truc|can bo|ban tuyen giao|ban to chuc|doan (?:cong tac|kiem tra|khao sat)|trao|khen thuong|bieu duong|tang|tiet muc|khong khi|nguoi dan|nhan dan|hoc sinh|tuyen truyen vien|bao cao vien)/;
const CAPTION_ACT =
  /\b(phat bieu|trao|tang|chup anh|du (?:hoi nghi|buoi|le)|tham (?:du|quan|luan)|bam nut|dang huong|gioi thieu|chu tri|thao luan|dieu hanh|trinh bay|khai mac|ket luan|bieu quyet|ky ket|nhan|xem|huong dan|noi chuyen|tai hoi nghi|tai buoi|tai diem cau|luu niem|phong van|tac nghiep|tuyen truyen|bao cao|phat to roi|trien lam|gian hang|canh)\b/;
const HEADING =
  /^(?:[ivx]+[.)/-]|\d{1,2}[.)/]|[-+*•]|(?:nhung|mot so|nhieu|cac)? ?(?:ket qua|nhiem vu|phuong huong|giai phap|han che|uu diem|ton tai|bai hoc|kinh nghiem|dau an|chuyen bien|thanh tich|muc tieu|ve cong tac|cong tac))/;

function isCaption(lines: Line[], index: number, last: number): boolean {
  const line = lines[index];
  if (!line || line.text.length > 300) return false;
  const { text, bare } = line;
  if (/\(?\b(?:nguon )?anh\s*[:：]|\(anh\b/.test(bare) && bare.length < 260 && !/^(?:tin|bai)\b/.test(bare))
    return true;
  if (lines[index + 1]?.bare === bare || lines[index - 1]?.bare === bare) return true;
  if (/^leftcenterright|^\[?image/.test(lines[index - 1]?.bare ?? '')) return true;
  if (/^(?:quang canh|toan canh|trong anh|hinh anh)\b/.test(bare) && bare.length < 150) return true;
  if (isSentence(line) && !/[”"]$/.test(text)) return false;
  if (text.length > 220 || index === last || /[,:;]$/.test(text) || HEADING.test(bare)) return false;
  return CAPTION_START.test(bare) || CAPTION_ACT.test(bare);
}
