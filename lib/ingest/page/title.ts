/** Finding a page's headline, and setting one in capitals as a sentence. */
import { readDates } from '../recognise/dates';
import type { Line, Page } from './page';
import { linesOf } from './page';
import { bare } from './text';

const SUBJECT =
  /\b(hoi nghi|so ket|tong ket|giao ban|tuyen giao|tuyen truyen|bao chi|trien khai|nhiem vu|cong tac|nghi quyet|chi thi|ket luan|hoc tap|du luan|khoa giao|bao cao vien|ban tuyen|nganh|dan van|tu tuong|doi moi|nang cao|tang cuong|day manh|tap trung)\b/g;
const BANNER =
  /^(cong (thong|ttdt)|trang (thong tin|tin)|bao |tap chi|dai (phat|truyen)|co quan (ngon luan|cua)|tieng noi|chao mung|nhiet liet|ky niem|website)/;
/** What print links and broadcast logs leave at a headline's end. */
const TAILS =
  /\s*(?:\bIn trang(?: này)?|\bPrint|\bIn bài(?: viết)?(?: này)?|\bGửi (?:email|cho bạn bè)|\bCỡ chữ.*|\[?\bGửi mail.*|\[\s*In (?:trang|bài)[^\]]*\]|\(?\bLượt (?:xem|đọc)\s*:.*|\bA\s?-\s?A?\s?A?\s?\+?|\bEmail|\s[-–]\s*đã\s+psts.*|\(\s*(?:(?:Phát|phát|đã)\s+)*(?:\p{Lu}{2,6}|Thời sự(?: (?:sáng|trưa|chiều|tối))?)\s+\d{1,2}[\s/.-]\d{1,2}[^)]*\))\s*$/iu;

/** `… năm 2020 | 15/01/2021 15:54`; not an anniversary: `… (01/8/1930 - 01/8/2024)`. */
const STAMP_TAIL =
  /(?<=.{20})(?<!\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*)(?:\s*[|([–-]\s*|\s+(?=\d{1,2}[/.]\d{1,2}[/.]\d{4} \d))(?:ngày |[Cc]ập nhật:? (?:lúc |ngày )?)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\s*[–-]\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?:[^\p{L}]|AM|PM|SA|CH|GMT)*$/u;
/** `… | Báo Hưng Yên`, `… - Cổng thông tin điện tử …` */
const SITE_TAIL =
  /\s+(?:\|\s.*|[–-]\s+(?!.*(?:\d|(?:quý|tháng|năm|tổ chức|sơ kết|tổng kết|giao ban|phối hợp|ký)(?!\p{L})))(?:(?:Báo|Cổng|Trang (?:thông tin|tin|chủ|điện tử)|Tạp chí|Đài|Sở|Ban Tuyên giáo|Đảng bộ|Website|VTV|VOV|TTXVN)(?:\s.*|\W.*)?|[\w.-]+\.(?:vn|com|org|net)(?:\W.*)?))$/u;
/** `(TTV) Hội nghị …`, `HGĐT- Huyện ủy …`; a place or body that is written so stays: `TPHCM - Giao ban`. */
const DATELINE =
  /^(?:\[[^\]\d]{2,24}\]|[*•·▪]|Tiêu đề\s*:|\(\p{Lu}{2,6}\)\s*[–:-]?|(?!TP|HCM|BR|HĐND|UBND|MTTQ|BTG|BCĐ)\p{Lu}{2,6}\s?[–-])\s*(?=[\p{L}\d])/u;

/** The lines of a headline, in order (none where the page shows none), and what else it might have been. */
export interface Headline {
  indexes: number[];
  /** The page's code says it, or no other line comes near. */
  clear: boolean;
  /** Other lines, the likelier ones first. */
  others: number[];
}

/** From this weight on a line above the article is a headline by its words. */
const CLEAR = 6;
const MARGIN = 2;
/** Weight below which a line is not worth offering, and how many are. */
const LIKELY = 3;
const MOST_OTHERS = 4;
/** What a site's first-rank heading, and the title that the page's code gives, add to a line's weight. */
const HEADING = 6;
const SECOND = 3;
const NAMED = 8;

/**
 * Chooses the headline. `first` is the first line of prose: the headline stands above it. `named`: the title that the
 * page's metadata give, where they do.
 */
export function chooseTitle(
  lines: Line[],
  first: number,
  usable: (index: number) => boolean,
  { isHeading, isSecond }: { isHeading: (index: number) => boolean; isSecond: (index: number) => boolean },
  named?: string,
): Headline {
  const given = named ? letters(trimTitle(named)) : '';
  const isNamed = (index: number) =>
    given !== '' && isStartOf(letters(trimTitle(lines[index]?.text ?? '')), given);
  const scored = lines
    .slice(0, first)
    .flatMap((line, index) => {
      if (!usable(index)) return [];
      const score =
        titleScore(line, first - index) +
        (isHeading(index) ? HEADING : isSecond(index) ? SECOND : 0) +
        (isNamed(index) ? NAMED : 0);
      return score < 0 ? [] : [{ index, score }];
    })
    .sort((a, b) => b.score - a.score || b.index - a.index);
  const [best, ...rest] = scored;
  if (!best) return { indexes: [], clear: false, others: [] };
  const indexes = isNamed(best.index)
    ? namedRun(lines, best.index, first, usable, given)
    : [...headlineRun(lines, best.index, first, usable, isHeading)];
  const others = rest.filter(({ index }) => !indexes.includes(index));
  const clear =
    isHeading(best.index) ||
    isNamed(best.index) ||
    (indexes.length === 1 && best.score >= CLEAR && best.score - (others[0]?.score ?? 0) >= MARGIN);
  const likely = others.filter(({ score }) => score >= LIKELY).slice(0, MOST_OTHERS);
  return { indexes, clear, others: likely.map(({ index }) => index) };
}

/** Letters and digits alone, without marks: what is left the same between a page's code and its text. */
function letters(text: string): string {
  return bare(text.normalize('NFC')).replace(/[^a-z\d]/g, '');
}

/** Shorter beginnings say nothing: a site's name, a place. */
const LEAST_NAMED = 20;

function isStartOf(line: string, given: string): boolean {
  return (
    line.length >= LEAST_NAMED &&
    (given.startsWith(line) || (given.length >= LEAST_NAMED && line.startsWith(given)))
  );
}

/** A headline that the page's code gives whole and its text broken over lines. */
function namedRun(
  lines: Line[],
  best: number,
  first: number,
  usable: (index: number) => boolean,
  given: string,
): number[] {
  const run = [best];
  let text = letters(lines[best]?.text ?? '');
  for (let index = best + 1; index < first && usable(index) && text.length < given.length; index++) {
    text += letters(lines[index]?.text ?? '');
    if (!given.startsWith(text)) break;
    run.push(index);
  }
  return run;
}

/** Weight of a line as a headline; below zero for one that is none. */
function titleScore({ text, bare }: Line, distance: number): number {
  const clean = text.replace(TAILS, '');
  if (clean.length < 8 || clean.length > 320 || ADDRESS.test(bare)) return Number.NEGATIVE_INFINITY;
  let score = 2 + Math.min(3, (bare.match(SUBJECT) ?? []).length) * 2;
  if (clean.length >= 25 && clean.length <= 220) score += 2;
  if (clean === clean.toUpperCase()) score += 1;
  if (BANNER.test(bare)) score -= 4;
  if (/^(?:video|clip|anh|infographic|podcast|emagazine)\s*:/.test(bare)) score -= 4;
  if (/[|»›]/.test(text)) score -= 3;
  if ((text.match(/;/g)?.length ?? 0) >= 2 || readDates(bare).length >= 3) score -= 8;
  if (/[^.]\.$/.test(clean)) score -= 4;
  if (/^(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat),? \d|^lich (?:lam viec|cong tac|tiep)/.test(bare))
    score -= 12;
  return score - Math.min(4, distance - 1) * 0.75;
}

/** Of a page, of an office: no headline. */
const ADDRESS =
  /^(?:https?:|www\.)\S+$|^\S+\.(?:vn|com|org|net)(?:\/\S*)?$|\b(?:dien thoai|email|e-mail|fax|hotline)\b ?:|@[a-z0-9-]+\.|^(?:so )?\d+[a-z]?(?:\/\d+)?,? (?:duong |pho )?[a-z ]+, (?:phuong|tp|thanh pho|quan|huyen|tinh)\b/;

/** A section, or the body whose site it is, over a headline: a blank line parts them, or the headline begins anew. */
function isBanner(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next) return true;
  if (SECTION.test(line.bare)) return true;
  return (
    OWNER.test(line.bare) &&
    (next.start - line.end > 1 || /^(?:hoi nghi|ket qua|toa dam|le|hop)\b/.test(next.bare))
  );
}
const OWNER =
  /^(?:dang bo|tinh uy|thanh uy|huyen uy|quan uy|thi uy|ban tuyen giao|uy ban nhan dan|ubnd|so|dai|tinh doan|mat tran)\b(?!.*\b(?:so ket|tong ket|giao ban|hoi nghi|to chuc|trien khai)\b)[a-z ,-]*$/;

/** The name of a site's section, which stands above a headline in capitals too. */
const SECTION =
  /^(?:tin|thoi su|chinh tri|xay dung dang|hoat dong|nghien cuu|van hoa|van ban|kinh te|su kien|chuyen muc|tuyen truyen|trang|thong tin)(?: ?[-,&]? ?(?!(?:so|tong) ket|giao ban|hoi nghi)[a-z]+){0,6}$/;

/** A headline broken over lines of capitals, or over lines of the page's first heading, is one headline. */
function* headlineRun(
  lines: Line[],
  best: number,
  first: number,
  usable: (index: number) => boolean,
  isHeading: (index: number) => boolean,
): Iterable<number> {
  if (isHeading(best)) {
    const joins = (index: number) =>
      isHeading(index) && usable(index) && !BANNER.test(lines[index]?.bare ?? '');
    return yield* stretch(best, first, joins, joins);
  }
  const isCapitals = (index: number) => {
    const line = lines[index];
    return (
      line !== undefined &&
      usable(index) &&
      isShouted(line.text) &&
      !BANNER.test(line.bare) &&
      line.text.length > 3
    );
  };
  if (!isCapitals(best)) {
    // `… giao ban công tác tuyên giáo quý I,` over `triển khai nhiệm vụ quý II`: broken in the middle of a sentence.
    const goesOn = (index: number) => {
      const [line, next] = [lines[index], lines[index + 1]];
      return (
        line !== undefined &&
        next !== undefined &&
        usable(index) &&
        usable(index + 1) &&
        next.start - line.end <= 1 &&
        /[,\p{L}\d]$/u.test(line.text) &&
        /^\p{Ll}/u.test(next.text) &&
        !ADDRESS.test(next.bare) &&
        line.text.length + next.text.length < LONGEST_HEADLINE
      );
    };
    return yield* stretch(best, first, goesOn, (index) => goesOn(index - 1));
  }
  let from = best;
  while (from > 0 && isCapitals(from - 1) && !isBanner(lines[from - 1], lines[from])) from--;
  for (let index = from; index < first && isCapitals(index); index++) yield index;
}

const LONGEST_HEADLINE = 260;

/** A line with those above and below it, as far as each joins the one before it on the way; below, only as far as the article. */
function* stretch(
  best: number,
  first: number,
  above: (index: number) => boolean,
  below: (index: number) => boolean,
): Iterable<number> {
  let from = best;
  while (from > 0 && above(from - 1)) from--;
  for (let index = from; index <= best; index++) yield index;
  for (let index = best + 1; index < first && below(index); index++) yield index;
}

export function isShouted(text: string): boolean {
  // Prose shows itself in its first letters; only what may be in capitals is looked at whole.
  const opening = text.slice(0, 5);
  if (opening !== opening.toUpperCase()) return false;
  const clean = text.replace(TAILS, '');
  return clean === clean.toUpperCase() && /\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(clean);
}

/** The headline as written, joined over its lines, without what print links and broadcast logs append. */
export function titleText(page: Page): string {
  return trimTitle(
    linesOf(page, 'title')
      .map((line) => line.text)
      .join(' '),
  );
}

export function trimTitle(text: string): string {
  let title = text;
  for (let before = ''; before !== title; ) {
    before = title;
    title = title
      .replace(TAILS, '')
      .replace(STAMP_TAIL, '')
      .replace(SITE_TAIL, '')
      .replace(DATELINE, '')
      .trim();
  }
  return title.replace(/\s+/g, ' ').replace(/\s*[|–-]\s*$/, '');
}

/** A line below the article that repeats the headline under a label, as QR codes and breadcrumbs do. */
const REPEATED =
  /^(?:qr ?code|tieu de|(?:ban )?dang (?:xem|doc|o)(?: bai viet| tin(?: bai)?)?|ban dang (?:xem|doc)(?: bai viet| tin)|bai viet|tin bai|chu de|title|subject)\s*(?:[:：]\s*|(?=["“]))/;

/** Where else in the page the headline is said. */
export function repeatedTitle(page: Page): { start: number; end: number; text: string } | null {
  for (const { text, bare, start } of page.lines) {
    const label = REPEATED.exec(bare);
    if (!label) continue;
    const rest = text.slice(label[0].length);
    const said = /^["“]([^"”]{20,})["”]/.exec(rest)?.[1] ?? rest;
    if (said.length < 20 || !new RegExp(SUBJECT.source).test(bare.slice(label[0].length))) continue;
    const at = start + label[0].length + rest.indexOf(said);
    return { start: at, end: at + said.length, text: trimTitle(said) };
  }
  return null;
}

/** Names that keep their capitals wherever they stand; the article's own spelling goes before these. */
const PROPER =
  'Việt Nam|Đảng|Trung ương|Bộ Chính trị|Ban Bí thư|Hồ Chí Minh|Bác|Bác Hồ|Ban Tuyên giáo|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Nhà nước|Quốc hội|Mặt trận Tổ quốc|Tây Nguyên|Covid-19'.split(
    '|',
  );

/**
 * `SƠ KẾT CÔNG TÁC TUYÊN GIÁO 9 THÁNG` → `Sơ kết công tác tuyên giáo 9 tháng`: each word as the article writes it
 * after the same word before, else as a known name does, else in small letters. Numerals and abbreviations stay.
 */
export function sentenceCase(shouted: string, article: string, names: readonly string[]): string {
  const known = new Map<string, string>();
  const learn = (phrase: string) => known.set(phrase.toLowerCase(), phrase);
  for (const name of [...PROPER, ...names]) learn(name);
  const pairs = pairSpellings(article);
  const words = shouted.split(/(\s+|[,:;.()“”"–/-]+)/);
  const out: string[] = [];
  let previous = '';
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (!/\p{L}/u.test(word)) {
      out.push(word);
      if (/[:.]/.test(word)) previous = '';
      continue;
    }
    const name = longestName(words, index, known);
    if (name) {
      out.push(name.text);
      index += name.length - 1;
      previous = name.last;
      continue;
    }
    const lower = word.toLowerCase();
    const spelt =
      isNumeral(word, words[index - 2]) || isAbbreviation(word, article)
        ? word
        : (pairs.get(`${previous} ${lower}`) ?? lower);
    out.push(spelt);
    previous = lower;
  }
  const text = out.join('');
  return text
    .replace(/^(\P{L}*)(\p{L})/u, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/(: )(\p{Ll})/u, (_, colon: string, letter: string) => colon + letter.toUpperCase());
}

/** How the article spells each word after the word before it, sentence beginnings left out; most frequent wins. */
function pairSpellings(article: string): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [, before = '', gap = '', word = ''] of article.matchAll(
    /(?<![\p{L}\d])([\p{L}\p{M}]+)(\s+)(?=([\p{L}\p{M}]+))/gu,
  )) {
    if (gap.includes('\n')) continue;
    const key = `${before.toLowerCase()} ${word.toLowerCase()}`;
    const forms = counts.get(key) ?? new Map<string, number>();
    forms.set(word, (forms.get(word) ?? 0) + 1);
    counts.set(key, forms);
  }
  const best = new Map<string, string>();
  for (const [key, forms] of counts) {
    const form = [...forms]
      .filter(([word]) => word !== word.toUpperCase() || word.length > 4)
      .sort((a, b) => b[1] - a[1])[0];
    if (form) best.set(key, form[0]);
  }
  return best;
}

function longestName(
  words: string[],
  from: number,
  known: Map<string, string>,
): { text: string; length: number; last: string } | null {
  for (let length = 9; length >= 1; length -= 2) {
    const phrase = words
      .slice(from, from + length)
      .join('')
      .toLowerCase();
    const text = known.get(phrase);
    if (text) return { text, length, last: phrase.split(' ').at(-1) ?? '' };
  }
  return null;
}

function isNumeral(word: string, before: string | undefined): boolean {
  return (
    /^[IVXL]+$/.test(word) &&
    (word.length > 1 || /^(quý|khóa|khoá|thứ|lần|đại hội)$/i.test(before ?? '') || /^[IVX]$/.test(word))
  );
}

/** Has no vowel, or the article writes it in capitals too. */
function isAbbreviation(word: string, article: string): boolean {
  if (word.length > 7 || /\d/.test(word)) return word.length <= 7;
  if (!/[AĂÂEÊIOÔƠUƯY]/i.test(word.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))) return word.length > 1;
  return word.length > 1 && new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'u').test(article);
}
