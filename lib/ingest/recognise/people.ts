/** Who chaired the conference, who signed the page, whom it credits. */

import { type Line, linesOf, type Page } from '../page/page';
import { readAuthor, readSource } from '../page/signature';
import type { Span } from '../page/text';
import { type Candidate, type Finding, found } from './finding';

const WORD = "\\p{Lu}[\\p{L}\\p{M}'’]*";
const NAME = `${WORD}(?: ${WORD}){1,4}`;
/** After an office: the place of the office may stand before the name (`Bí thư Tỉnh ủy Nghệ An Nguyễn Văn …`). */
const PLACE_AND_NAME = `${WORD}(?: ${WORD}){1,7}`;
/** A body's last words, a degree or an honour right before a name. */
const HONOUR =
  '(?:(?:Việt Nam|NSND|NSƯT|GS\\.?|PGS\\.?,?|TSKH|TS\\.?|ThS\\.?|BS\\.?|KTS|Thạc sĩ|Tiến sĩ|Bác sĩ|Nhà báo|Nhạc sĩ|Nhà văn|Nhà thơ) )*';
/** Words with which a body goes on, not a name begins. */
const NO_BODY =
  '(?!(?:Ban|Tỉnh|Thành ủy|Thành uỷ|Huyện|Quận|Thị ủy|Thị uỷ|Đảng|Hội|Sở|Bộ|Ủy|Uỷ|Phó|Trưởng|Bí|Chủ|Giám|Thường|Tuyên|Dân vận|Mặt|UBND|HĐND|MTTQ|Nhà|Thông|Truyền|Văn hóa|Văn hoá|Khối|Công an|Quân|TT|Trung ương|Trung tâm|Chỉ|Tổ chức|Nội chính|Kiểm tra|Báo|Đài|Đoàn|Liên)(?!\\p{L}))';
const HONORIFIC =
  '(?:[Cc]ác đồng chí|[Đđ]ồng chí|[Aa]nh|[Cc]hị|[Đđ]/c|[Cc]ác ông|[Cc]ác bà|[ÔôBb](?:ng|à)|Thượng tá|Đại tá|Trung tá|Thiếu tướng|Trung tướng|[Tt]hầy|[Cc]ô|TS\\.?|PGS\\.?,? ?TS\\.?)';
/** An office that may stand right before its holder's name. */
const OFFICE =
  '(?:(?:Quyền |Nguyên )?(?:Phó |Phó Trưởng |Trưởng |Chánh )?(?:[Tt]rưởng [Bb]an|[Bb]an|[Bb]í thư|[Cc]hủ tịch|[Gg]iám đốc|[Vv]iện trưởng|[Cc]hủ nhiệm|[Tt]ổng [Bb]iên tập|[Hh]iệu trưởng|[Cc]hính ủy|[Ủủ]y viên)[^.;,:]{0,90}?)';
/** Beginnings of words in capitals that begin an office or a body, not a name. */
const OFFICE_WORD =
  /^(?:Trưởng|Phó|Ủy|Uỷ|Bí|Chủ|Giám|Hội|Ban|Tỉnh|Huyện|Quận|Đảng|Thường|Ông|Bà|Lãnh|Thứ|Tổng|Cục|Vụ|Ngày|Sáng|Chiều|Tham|Dự|Sở|UBND|HĐND|Bộ|Mặt|Khối)$/;

/** What `chủ trì` of the meeting is followed by, not of a task. */
const CHAIRS =
  /(?:(?:cùng|đồng|phối hợp|trực tiếp|đã|vừa) )*(?:[Cc]hủ trì|[Đđ]iều hành|[Cc]hủ tọa|[Cc]hủ toạ)(?!,? (?:tham mưu|phối hợp|tổ chức|xây dựng|biên soạn|thực hiện|soạn|triển khai|giải quyết))/gu;
/** Verbs that end what was said of another person: `A dự hội nghị; B chủ trì`. */
const OTHER_ACT =
  /(?<!\p{L})(?:tham dự|đến dự|về dự|dự|phát biểu|chỉ đạo hội nghị|có mặt|tham gia|cho biết|đề nghị|nhấn mạnh|báo cáo(?! viên)|trình bày|ghi nhận)(?!\p{L})/gu;
const SENTENCE_END = /[.!?”](?= \p{Lu}| *$)/gu;
const LINES = 8;

/**
 * Who chaired; several joined by commas, in the order of the page. Null where the page names nobody, or an office
 * only.
 *
 *   Đồng chí A, Trưởng Ban … và đồng chí B, Phó … chủ trì        before the verb: the list that ends at it
 *   Chủ trì hội nghị có các đồng chí: A, …; B, …                 after it: the whole list
 *   dưới sự chủ trì của đồng chí A, …
 */
export function readChair(page: Page, isPlace: IsPlace): Finding<string | null> {
  const candidates: (Finding<string | null> & { leads: boolean })[] = [];
  for (const line of linesOf(page, 'body').slice(0, LINES)) {
    for (const { start, end } of sentencesOf(line.text)) {
      const sentence = line.text.slice(start, end);
      for (const match of sentence.matchAll(CHAIRS)) {
        const people =
          after(sentence, match.index + match[0].length, match[0], isPlace) ??
          before(sentence, match.index, isPlace) ??
          pronoun(line.text.slice(0, start), sentence, match.index, isPlace);
        const named = people ?? [];
        const [first] = named;
        const last = named.at(-1);
        if (!first || !last) continue;
        const at = first.at < 0 ? start + first.at + 1 : start + first.at;
        const span = {
          start: line.start + at,
          end: line.start + (last.at < 0 ? start + last.at + 1 : start + last.at) + last.name.length,
        };
        const value = named.map(({ name }) => name).join(', ');
        candidates.push({
          ...found<string | null>(value, span, named.length > 1 || first.at < 0 ? 'likely' : 'sure'),
          leads: !/iều hành/.test(match[0]),
        });
      }
    }
  }
  // Who only steered the talk (`điều hành`) stands back behind who chaired.
  const [chosen, ...others] = [
    ...candidates.filter(({ leads }) => leads),
    ...candidates.filter(({ leads }) => !leads),
  ];
  if (!chosen) return found<string | null>(null, null, 'guess', [], attending(page, isPlace));
  const { leads: _, ...finding } = chosen;
  return {
    ...finding,
    candidates: others.flatMap(({ value, span }) =>
      value !== null && value !== chosen.value ? [{ value, span }] : [],
    ),
  };
}

/** The first person of the opening, offered where the page says of nobody that they chaired. */
function attending(page: Page, isPlace: IsPlace): Candidate<string>[] {
  return linesOf(page, 'body')
    .slice(0, LINES)
    .flatMap((line) =>
      personsIn(line.text, isPlace).map(({ name, at }) => ({ name, start: line.start + at })),
    )
    .slice(0, 3)
    .map(({ name, start }) => ({ value: name, span: { start, end: start + name.length } }));
}

/** True for a name that the gazetteer has. */
type IsPlace = (name: string) => boolean;

interface Person {
  name: string;
  /** Offset within the sentence; where a pronoun stands for the person, minus one less than in the text before. */
  at: number;
  end: number;
}

function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const { index } of text.matchAll(SENTENCE_END)) {
    // `TS.`, `TP.`: no end.
    if (/(?:^|[\s.])(?:TS|PGS|TP|ThS|GS|Tp|T|Đ)$/.test(text.slice(Math.max(0, index - 4), index))) continue;
    sentences.push({ start, end: index + 1 });
    start = index + 1;
    while (text.charAt(start) === ' ') start++;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

const AFTER_HONORIFIC = new RegExp(
  `${HONORIFIC}:? (?:${OFFICE} )?${HONOUR}${NO_BODY}(?<name>${PLACE_AND_NAME})`,
  'gu',
);
const AFTER_OFFICE = new RegExp(
  `(?<=^|[.,;:] |và |do |của |là |có )${OFFICE} ${HONOUR}${NO_BODY}(?<name>${PLACE_AND_NAME})(?=[ .,;]|$)`,
  'gu',
);
const BEFORE_OFFICE = new RegExp(
  `(?<=^|[.;:] |và |do |chí:? )${HONOUR}(?<name>${NAME})(?=(?:, | - | – |,? \\()(?:Quyền |Nguyên |TS |Thạc )?(?:[Tt]rưởng|[Pp]hó|[Bb]í thư|[Cc]hủ tịch|[Gg]iám đốc|[Ủủ]y viên|[Uu]ỷ viên|UVBTV|UVTV|Thường|[Cc]hánh|[Vv]iện|[Hh]iệu|[Cc]hính|[Tt]ổng|Tỉnh ủy viên|Thành ủy viên|Huyện ủy viên))`,
  'gu',
);

/** Every person of a stretch: after a form of address, after an office, before an office. */
function personsIn(text: string, isPlace: IsPlace): Person[] {
  const found = new Map<number, Person>();
  for (const pattern of [AFTER_HONORIFIC, AFTER_OFFICE, BEFORE_OFFICE])
    for (const match of text.matchAll(pattern)) {
      const written = match.groups?.name ?? '';
      const place = placeBefore(written, isPlace);
      const at = match.index + match[0].lastIndexOf(written) + place;
      const name = personOnly(written.slice(place));
      if (name.split(' ').length < 2 || isPlace(name)) continue;
      if ([...found.values()].some((other) => at < other.end && at + name.length > other.at)) continue;
      found.set(at, { name, at, end: at + name.length });
    }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

/** Letters of a place's name that stands before a person's, the blank after it among them; 0 where none does. */
function placeBefore(written: string, isPlace: IsPlace): number {
  const words = written.split(' ');
  for (const count of [3, 2]) {
    const place = words.slice(0, count).join(' ');
    if (words.length >= count + 2 && isPlace(place)) return place.length + 1;
  }
  return 0;
}

/** `chủ trì hội nghị có …`, `dưới sự chủ trì của …`: who is listed after the verb. */
function after(sentence: string, end: number, verb: string, isPlace: IsPlace): Person[] | null {
  const opening = sentence.slice(end, end + 60);
  const led = /(?:sự|Sự) (?:chủ trì|điều hành)/.test(sentence.slice(Math.max(0, end - verb.length - 4), end));
  const link = led
    ? /^[^.;,]{0,24}? của /.exec(opening)
    : (/^[^.;,]{0,42}?(?:(?: là| có| gồm|:)(?: có| sự)?)(?: các)? ?/.exec(opening) ??
      // `Chủ trì buổi họp, anh Nguyễn Văn …`: at the head of its sentence alone.
      (end === verb.length ? /^ [^.;,]{0,42}, (?=(?:anh|chị|ông|bà|đồng chí) \p{Lu})/u.exec(opening) : null));
  if (!link) return null;
  const rest = sentence.slice(end + link[0].length);
  const stop = OTHER_ACT_ONCE.exec(rest)?.index ?? rest.length;
  const cut = led
    ? Math.min(stop, rest.search(/, (?:ngày|sáng|chiều|Ban|Tỉnh|Thành|Huyện|hội nghị)/) >>> 0)
    : stop;
  let people = personsIn(rest.slice(0, cut), isPlace);
  const direct = new RegExp(`^(?:${HONORIFIC}:? )?(?<name>${NAME})`, 'u').exec(rest);
  if (people.length === 0 && direct?.groups?.name) {
    const name = personOnly(direct.groups.name);
    const at = direct[0].lastIndexOf(direct.groups.name);
    if (name.split(' ').length >= 2 && !isPlace(name)) people = [{ name, at, end: at + name.length }];
  }
  return people.length > 0
    ? people.map(({ name, at, end: until }) => ({
        name,
        at: at + end + link[0].length,
        end: until + end + link[0].length,
      }))
    : null;
}
const OTHER_ACT_ONCE = new RegExp(OTHER_ACT.source, 'u');

/** The list of persons that ends at the verb: back to another verb, or to a person who is not joined to the next. */
function before(sentence: string, verb: number, isPlace: IsPlace): Person[] | null {
  const clause = sentence.slice(0, verb);
  // `X dự và chủ trì`: one person, two verbs.
  const acts = [...clause.matchAll(OTHER_ACT)].filter(
    ({ index, 0: act }) => !/^(?: và|,)? ?$/.test(clause.slice(index + act.length)),
  );
  const from = (acts.at(-1)?.index ?? -1) + 1;
  const people = personsIn(clause, isPlace).filter(({ at }) => at >= from);
  const last = people.at(-1);
  if (!last || verb - last.end > 200) return null;
  // `Dự hội nghị có các đồng chí: A, …; B, …; C, … chủ trì`: a list of those who came.
  const came = /(?:^|[.;] )(?:Tham dự|Đến dự|Tới dự|Về dự|Dự|Cùng dự)(?! và)[^.;]{0,40} (?:có|gồm)/u.test(
    clause,
  );
  const listed = !came && /(?:[Cc]ác đồng chí|[Cc]ác ông|[Cc]ác bà)/.test(clause.slice(from, people[0]?.at));
  const shared = /(?:đồng|cùng) $/.test(clause) || /^(?:đồng|cùng) /.test(sentence.slice(verb));
  const chosen = [last];
  for (let index = people.length - 2; index >= 0; index--) {
    const person = people[index];
    const next = people[index + 1];
    if (!person || !next) break;
    const gap = clause.slice(person.end, next.at);
    // `A, Trưởng ban; B, Phó trưởng ban chủ trì`: a semicolon alone parts two statements.
    const joined =
      listed || shared || (/(?:^|[ ,])(?:và|cùng) [^;]*$/.test(gap) && !/;/.test(gap)) || isOfficeOnly(gap);
    if (!joined) break;
    chosen.unshift(person);
  }
  return chosen;
}

/** `, Giám đốc Sở TT&TT `, `, Giám đốc Sở Y tế, đồng chí `: what stands between two of a list. */
function isOfficeOnly(gap: string): boolean {
  return new RegExp(`^, ${OFFICE} ?(?:, (?:đồng chí|ông|bà) )?$`, 'u').test(gap);
}

/** `Ông chủ trì hội nghị`: the person named last before. */
function pronoun(earlier: string, sentence: string, verb: number, isPlace: IsPlace): Person[] | null {
  if (!/^(?:Ông|Bà|Đồng chí) $/.test(sentence.slice(0, verb))) return null;
  const person = personsIn(earlier, isPlace).at(-1);
  return person ? [{ ...person, at: person.at - earlier.length - 1 }] : null;
}

/** Cuts an office that runs into a name (`Nguyễn Văn A Trưởng Ban`); an office before it is cut too. */
function personOnly(name: string): string {
  const words = name.split(' ');
  // `Sáng` closes many a name.
  const office = words.findIndex(
    (word, index) => OFFICE_WORD.test(word) && !(word === 'Sáng' && index === words.length - 1),
  );
  return (office < 0 ? words : words.slice(0, office)).join(' ');
}

/** What systems put in for a name: the account that published. */
const ACCOUNT =
  /^(?:super ?user|admin|administrator|quan ?tri(?: vien)?|quantri|editor|biên tập(?: viên)?|btv|user\d*|webmaster|root|unknown)$/i;

/** Who signed. */
export function readSigned(page: Page): Finding<string | null> {
  const line = linesOf(page, 'author').at(-1);
  const name = line && readAuthor(line);
  if (line && name) return found<string | null>(name, line);
  const last = linesOf(page, 'body').at(-1);
  const ending = last && /\.\/\.\s*(\S.{1,40})$/.exec(last.text);
  const inline = ending?.[1] ? readAuthor({ text: ending[1] }) : null;
  if (last && inline && ending?.[1])
    return found<string | null>(inline, { start: last.end - ending[1].length, end: last.end }, 'likely');
  const { author } = page.metadata;
  return found(author && !ACCOUNT.test(author) ? author : null, null, 'likely');
}

/** The site or paper: the page's own credit, else the address's host, else the site's imprint. */
export function readSite(page: Page): Finding<string | null> {
  for (const line of linesOf(page, 'source')) {
    const name = readSource(line);
    if (!name) continue;
    const at = line.text.indexOf(name);
    return found<string | null>(hostOf(name) ?? name, {
      start: line.start + at,
      end: line.start + at + name.length,
    });
  }
  if (page.metadata.siteName) return found<string | null>(page.metadata.siteName, null, 'likely');
  const host = page.url ? hostOf(page.url) : null;
  if (host) return found<string | null>(host, null, 'likely');
  return imprint(page);
}

/** The site's name in its own banner or imprint, its host first. */
function imprint(page: Page): Finding<string | null> {
  const IMPRINT =
    /^(?:cong (?:thong tin|ttdt)|bao (?!cao)|tap chi|dai (?:phat|truyen)|trang (?:thong tin|tin)|(?:©|ban quyen|copyright)\b)/;
  for (const line of linesOf(page, 'aside')) {
    if (/^(?:lien ket|-- ?chon)/.test(line.bare)) break;
    if (!IMPRINT.test(line.bare) || line.text.length > 160) continue;
    const host =
      /(?<![@\w.])(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:gov\.vn|org\.vn|com\.vn|vn|com|org|net)\b/.exec(
        line.bare,
      );
    if (host) return found<string | null>(host[0], at(line, host.index, host[0].length), 'likely');
    const name = /^(?:Cổng|Báo|Tạp chí|Đài|Trang)[^.|:–-]{6,80}/u.exec(line.text)?.[0].trim();
    if (name && /\p{L}+ \p{Lu}/u.test(name))
      return found<string | null>(name, at(line, 0, name.length), 'likely');
  }
  return found(null, null);
}

function at(line: Line, index: number, length: number): Span {
  return { start: line.start + index, end: line.start + index + length };
}

function hostOf(address: string): string | null {
  const match = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#:].*)?$/i.exec(
    address.trim(),
  );
  return match?.[1]?.toLowerCase() ?? null;
}
