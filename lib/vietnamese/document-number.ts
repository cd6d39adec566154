/**
 * Numbers of Party documents, read in every written form (`05-CT/TW`, `05 CT TW`, `CT05`, `Chỉ thị số 05 – CT/TƯ`,
 * `217/QĐ-TW`, …). The suffix is read before marks are dropped: TƯ is the centre, TU a province.
 */
import { DOCUMENT_KINDS, DOCUMENT_WORDS, type DocumentKind, wordsOf } from './document-kinds';
import { fold, hasMarks } from './fold';

/** A document number as it stands in a text. */
export interface DocumentNumber {
  /** The number without leading zeros; with the year where the State's form has one: `5`, `49/2015`. */
  number: string;
  /** Kind of document, canonical letters: `CT`, `NQ`, `KL`, `QĐ`, `QĐi`, `HD`, `KH`, `TB`, `TT`, `CTr`, … */
  type: string;
  /** Who issued it, canonical: `TW` (also for TƯ, T.Ư), `TU`, `BTGTW`, `TTg`, …; null when not written. */
  organ: string | null;
  /** True for a TU in a text without any mark: it may be TƯ (central) or TU (provincial). */
  ambiguous: boolean;
  /** Where the number begins: the number itself, not the words before it. Offsets in the text that was read. */
  start: number;
  end: number;
  /** Where the words that name the kind begin (`Chỉ thị số 05` starts at `Chỉ`); `start` when there are none. */
  wordsStart: number;
}

const KINDS: readonly DocumentKind[] = DOCUMENT_KINDS;
const CANONICAL = new Map(KINDS.map(({ abbreviation }) => [fold(abbreviation), abbreviation]));
/**
 * Words after a bare number that make it a count: `kế hoạch 5 năm`, `nghị quyết 2 kỳ`. Folded. Not where they begin a
 * name: `chỉ thị 59 Hội Nông dân`, `chỉ thị 59 Bộ Chính trị`, `nghị quyết 33 văn hóa`.
 */
const UNITS =
  'nam(?! \\d{4})|thang|ngay(?! \\d)|tuan|qui|diem|noi|nguoi|dong(?! (?:nai|thap))|ki|lan|khoa|dot|nhom|van(?! (?:hoa|nghe|phong|kien))|cap|xa(?! hoi)|huyen|tinh|don|co(?! (?:quan|so))|bo(?! chinh tri)|loai|muc|phan|chuong|ban(?! (?:bi thu|chap hanh|thuong vu|tuyen giao))|cuoc|hoi (?:nghi|thao|thi|dam|cho|vien|dien)|lop|gio|phut|trieu|ti|nghin|ngan|tram';

const DASH = '[-\\u2010-\\u2015\\u2212]';
const GAP = '[\\s\\u00a0\\u200b]*';
const LETTERS = '\\p{L}\\p{M}';
/** T.Ư and TƯ and TW are one organ, so a dot inside is part of the name. */
const ORGAN = '(?:(?:\\p{L}\\p{M}*){0,8}[Tt]\\.\\s?[ƯưUu]\\u031b?|(?:\\p{L}\\p{M}*){2,10})';
const NUMBER = '(?<!\\p{N}|\\p{N}[.,/])\\d{1,4}(?:/(?:19|20)\\d\\d)?';
/** The letters of a kind, the longest first. */
const TYPE = `(?:${[...KINDS]
  .sort((a, b) => b.abbreviation.length - a.abbreviation.length)
  .map(({ abbreviation, typed }) => typed ?? abbreviation.replace('Đ', '[ĐÐ]'))
  .join('|')})`;
const EDGE = `(?![${LETTERS}\\p{N}])`;

/**
 *   full    05-CT/TW  05–CT/TƯ  05/CT-TW  05 CT TW  37QĐ/TW  646/QĐ/QUTW  49/2015/QĐ-TTg
 *   typed   33-NQ  33/ NQ  159-TB   (no organ)
 *   turned  CT05  CT 05  CT-05  CT/TW 05
 */
const WRITTEN = new RegExp(
  `(?<number>${NUMBER})${GAP}(?:${DASH}|/|[.])?${GAP}(?<type>${TYPE})(?:${GAP}(?:${DASH}|/|[.])${GAP}(?<organ>${ORGAN})|[\\s\\u00a0]*(?<spaced>T[WƯU]|T\\.\\s?[ƯU]))?${EDGE}`,
  'giu',
);
const TURNED = new RegExp(
  `(?<![${LETTERS}\\p{N}])(?<type>${TYPE})(?:/(?<organ>${ORGAN})|[ -]?(?<spaced>TW|TƯ))?${GAP}${DASH}?${GAP}(?<number>\\d{1,3})(?![\\p{N}${LETTERS}]|[.,/]\\d|${GAP}(?:${DASH}|/)${GAP}[${LETTERS}\\p{N}])`,
  'giu',
);

/** More plenums than any term of the Central Committee had. */
const MOST_PLENUMS = 16;

/** The words of a kind with a bare number, read in the folded text: `Chỉ thị số 05`, `Nghị quyết 59, 70, 71`. */
const WORDED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<words>${DOCUMENT_WORDS})(?<so> so:?)? ?(?<number>\\d{1,3})(?<rest>(?:(?:, ?| va | & ?)\\d{1,3}(?![\\p{N}\\p{L}/.-]| (?:${UNITS})(?!\\p{L})))*)(?![\\p{N}\\p{L}/]|[.,]\\d| ?- ?[\\p{L}\\p{N}]| (?:${UNITS})(?!\\p{L}))`,
  'gu',
);

/** What follows a number that counts nothing, in the folded text. */
const UNCOUNTED = /^(?: (?:cua|ve|va|gan|ngai|ngay|khoa|trong|tai|theo|de|tu|voi)(?!\p{L})|[,.;:)”"]|$)/u;

/**
 * Every document number in a text, in order, none overlapping. Reads Party and State numbers alike (the organ
 * tells them apart) and bare ones after their kind (`chỉ thị 05`, also each of `Nghị quyết 59, 70, 71`). Counts,
 * dates and names of committees (`6 tháng`, `BCĐ 35`) are not numbers of documents.
 */
export function readDocumentNumbers(text: string): DocumentNumber[] {
  if (!/\d/.test(text)) return [];
  const read = new FoldedText(text);
  const { folded } = read;
  const found: DocumentNumber[] = [];
  const add = (number: string, type: string, organ: string | undefined, start: number, end: number): void => {
    if (found.some((other) => start < other.end && end > other.start)) return;
    const canonicalOrgan = organ === undefined ? null : organOf(organ);
    found.push({
      number: number.replace(/^0+(?=\d)/, ''),
      type,
      organ: canonicalOrgan,
      ambiguous: canonicalOrgan !== null && /TU$/.test(canonicalOrgan) && !hasMarks(text),
      start,
      end,
      wordsStart: start,
    });
  };

  for (const match of text.matchAll(WRITTEN)) {
    const { number = '', type = '', organ, spaced } = match.groups ?? {};
    const glued = /^\d+$/.test(number) && !/[^\p{L}\d]/u.test(text.charAt(match.index + number.length));
    // `2 ct`, `10 da`: lower-case letters loose after a number, with no organ, are words.
    if (!organ && !spaced && (!/[-\u2010-\u2015\u2212/]/.test(match[0]) || glued) && !/^0/.test(number))
      continue;
    if (/^(?:tb|da|bc|tt|cv|nd)$/.test(fold(type)) && !organ && !spaced && !/\p{Lu}/u.test(type)) continue;
    add(number, typeOf(type), organ ?? spaced, match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(TURNED)) {
    const { number = '', type = '', spaced, organ = spaced } = match.groups ?? {};
    const letters = fold(type);
    // `NQTW 4` is a plenum's resolution.
    if (spaced && letters === 'nq' && Number(number) <= MOST_PLENUMS) continue;
    // Letters first are read for the three kinds that people shorten so; `TT 35`, `BC 2` are other things.
    if (!organ && !/^(?:ct|nq|kl|qdi?|hd|kh)$/.test(letters)) continue;
    if (!organ && /^(?:hd|kh)$/.test(letters) && type !== type.toUpperCase()) continue;
    add(number, typeOf(type), organ, match.index, match.index + match[0].length);
  }
  for (const match of folded.matchAll(WORDED)) {
    const { words = '', so, number = '', rest = '' } = match.groups ?? {};
    const kind = KINDS.find((one) => one.words && new RegExp(`^(?:${one.words})$`).test(words));
    const bare =
      kind?.bare === 'always' ||
      (kind?.bare === 'uncounted' &&
        UNCOUNTED.test(folded.slice(match.index + match[0].length, match.index + match[0].length + 12)));
    if (!kind || (!bare && !so && !/^0/.test(number))) continue;
    let at = match.index + match[0].length - rest.length - number.length;
    add(number, kind.abbreviation, undefined, read.origin(at), read.origin(at + number.length));
    at += number.length;
    for (const more of rest.matchAll(/\d+/g)) {
      const start = at + more.index;
      add(more[0], kind.abbreviation, undefined, read.origin(start), read.origin(start + more[0].length));
    }
  }

  found.sort((a, b) => a.start - b.start);
  for (const number of found) number.wordsStart = wordsBefore(read, number);
  return found;
}

/**
 * One key for all ways of writing a document: `5-ct/tw`. A bare number counts as the centre's (most are), a
 * quy định is `qd` with or without its `i`.
 */
export function documentKey(number: Pick<DocumentNumber, 'number' | 'type' | 'organ'>): string {
  const type = fold(number.type).replace(/^qdi$/, 'qd');
  return `${number.number}-${type}/${fold(number.organ ?? 'TW')}`;
}

function typeOf(letters: string): string {
  return CANONICAL.get(fold(letters)) ?? letters.toUpperCase();
}

/** TƯ, T.Ư, Tư and TW are the centre; everything else keeps its letters. Read before any mark is dropped. */
function organOf(written: string): string | null {
  const name = written.normalize('NFC').replace(/[.\s\u200b]/g, '');
  if (CANONICAL.has(fold(name))) return null; // `33-NQ/NQ`, a misprint seen on real pages
  if (/^ttg$/i.test(name)) return 'TTg';
  return name
    .toUpperCase()
    .replace(/Ð/g, 'Đ')
    .replace(/TƯ/g, 'TW')
    .replace(/^BTGW$/, 'BTGTW');
}

function wordsBefore(read: FoldedText, number: DocumentNumber): number {
  const words = wordsOf(KINDS.filter((kind) => kind.abbreviation === number.type.replace('QĐi', 'QĐ')));
  if (words === '') return number.start;
  const at = read.placeOf(number.start);
  const before = new RegExp(`(?<!\\p{L})(?:${words})(?: so:?)? ?$`, 'u').exec(
    read.folded.slice(Math.max(0, at - 24), at),
  );
  return before ? read.origin(Math.max(0, at - 24) + before.index) : number.start;
}

/** A folded text, single-spaced, with the way back to the original. */
class FoldedText {
  readonly folded: string;
  /** Stretches in which every character stands as far on as in the original, or all at its beginning; in order. */
  private readonly stretches: { at: number; origin: number; exact: boolean }[] = [];

  constructor(private readonly text: string) {
    let folded = '';
    let origin = 0;
    let exactBefore = false;
    for (const piece of text.match(PIECES) ?? []) {
      const of = fold(piece);
      // Digits fold to themselves, so inside a run of digits the offsets are exact; inside a word they are the word's.
      const exact = of.length === piece.length;
      if (!exact || !exactBefore) this.stretches.push({ at: folded.length, origin, exact });
      folded += of;
      origin += piece.length;
      exactBefore = exact;
    }
    this.folded = folded;
  }

  /** The offset in the original of a place in the folded text, or of its end. */
  origin(at: number): number {
    if (at >= this.folded.length) return this.text.length;
    const found = this.stretches.findLast((stretch) => stretch.at <= at);
    if (!found) return 0;
    return found.origin + (found.exact ? at - found.at : 0);
  }

  /** The first place in the folded text whose offset is the given one, or -1. */
  placeOf(origin: number): number {
    const i = this.stretches.findLastIndex((stretch) => stretch.origin <= origin);
    const found = this.stretches[i];
    if (!found) return -1;
    const at = found.at + (found.exact ? origin - found.origin : 0);
    return this.origin(at) === origin ? at : -1;
  }
}

const PIECES =
  /[\p{L}\p{M}\p{N}\u00ad\u200b]+|[\s\u00a0\u3000]+|[^\p{L}\p{M}\p{N}\u00ad\u200b\s\u00a0\u3000]+/gu;
