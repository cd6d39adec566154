/** Who chaired the conference, who signed the page, whom it credits. */

import { type Line, linesOf, type Page } from '../page/page';
import { readAuthor, readSource } from '../page/signature';
import type { Span } from '../page/text';
import { type Finding, found } from './finding';

const WORD = "\\p{Lu}[\\p{L}\\p{M}'’]*";
const NAME = `${WORD}(?: ${WORD}){1,4}`;
const HONORIFIC =
  '(?:[Đđ]ồng chí|[Đđ]/c|[Cc]ác đồng chí|[ÔôBb](?:ng|à)|Thượng tá|Đại tá|Trung tá|Thiếu tướng|[Tt]hầy|[Cc]ô|TS\\.?|PGS\\.?,? ?TS\\.?)';
/** What `chủ trì` of the meeting is followed by, not of a task. */
const CHAIRS = '(?:cùng |đồng |phối hợp |trực tiếp )?chủ trì';
const NOT_MEETING =
  '(?! (?:tham mưu|phối hợp|tổ chức|xây dựng|biên soạn|thực hiện|soạn|phần|triển khai|thảo luận|giải quyết))';
const OFFICE = '[^.;]{0,190}?';

const OFFICES = '(?:Phó|Trưởng|Bí thư|Chủ tịch|Giám đốc|Ủy viên|Chánh|Quyền|Chính ủy)';

const PATTERNS = [
  // Các đồng chí: X, Trưởng ban …; Y, Giám đốc … (đồng) chủ trì
  new RegExp(`[Cc]ác đồng chí:? (?<name>${NAME})(?<office>, [^.]{0,260}?),? ${CHAIRS}${NOT_MEETING}`, 'gu'),
  // Đồng chí X, Trưởng Ban … chủ trì hội nghị
  new RegExp(`${HONORIFIC}:? (?<name>${NAME})(?<office>${OFFICE}),? ${CHAIRS}${NOT_MEETING}`, 'gu'),
  // Chủ trì hội nghị là / có / : đồng chí X
  new RegExp(`[Cc]hủ trì[^.;,]{0,40}?(?: là| có|:| gồm)(?: các)? (?:${HONORIFIC}:? )?(?<name>${NAME})`, 'gu'),
  // do đồng chí X, … , chủ trì
  new RegExp(`(?:dưới sự|với sự|sự) chủ trì(?: và điều hành)? của ${HONORIFIC}:? (?<name>${NAME})`, 'gu'),
  // Chủ trì hội nghị là Phó Bí thư Thường trực Quận ủy X
  new RegExp(
    `[Cc]hủ trì[^.;,]{0,40}?(?: là| có|:) ${OFFICES}[^.,;]{2,70}? (?<name>${NAME})(?=[.,;]|$)`,
    'gu',
  ),
  // Phó Bí thư Thường trực Quận ủy X chủ trì
  new RegExp(`(?:^|[.;,] |do )${OFFICES}[^.,;]{2,70}? (?<name>${NAME}),? ${CHAIRS}${NOT_MEETING}`, 'gu'),
  // X, Trưởng Ban …, chủ trì
  new RegExp(`(?:^|[.;] |do )(?<name>${NAME})(?<office>, ${OFFICE}),? ${CHAIRS}${NOT_MEETING}`, 'gu'),
];
/** A second person before the verb: it is that one who chairs. */
const ANOTHER = new RegExp(`${HONORIFIC}:? (${NAME})`, 'gu');
/** The next person of a list: after a semicolon or `và`. */
const NEXT_LISTED = new RegExp(`(?:; |; và | và )(?:${HONORIFIC}:? )?(${NAME})(?=,)`, 'gu');
/** A person with an office before the name. */
const NAMED = new RegExp(
  `(?:${HONORIFIC}|[Tt]rưởng [Bb]an|[Bb]í thư|[Cc]hủ tịch|[Gg]iám đốc) (${NAME})`,
  'gu',
);
/** Words in capitals that begin an office, not a name. */
const OFFICE_WORD =
  /^(?:Trưởng|Phó|Ủy|Bí|Chủ|Giám|Hội|Ban|Tỉnh|Thành|Huyện|Đảng|Thường|Ông|Bà|Lãnh|Đại|Thứ|Tổng|Cục|Vụ|Ngày|Sáng|Chiều|Tham|Dự)$/;

/** Who chaired; several joined by commas. Null where the page names nobody, or an office only. */
export function readChair(page: Page): Finding<string | null> {
  for (const line of linesOf(page, 'body').slice(0, 6)) {
    const { text } = line;
    for (const pattern of PATTERNS) {
      for (const match of text.matchAll(pattern)) {
        const name = chairOf(match, line);
        if (name) return name;
      }
    }
    const pronoun = /(?:^|[.”"] )(?:Ông|Bà|Đồng chí) chủ trì/u.exec(text);
    const named = pronoun && [...text.slice(0, pronoun.index).matchAll(NAMED)].at(-1);
    if (named?.[1]) {
      const start = line.start + named.index + named[0].length - named[1].length;
      return found<string | null>(named[1], { start, end: start + named[1].length }, 'likely');
    }
  }
  return found(null, null);
}

function chairOf(match: RegExpExecArray, line: Line): Finding<string | null> | null {
  const names: { name: string; at: number }[] = [];
  const office = match.groups?.office ?? '';
  const officeAt = match.index + match[0].indexOf(office);
  const isList = /^[Cc]ác đồng chí/.test(match[0]);
  const others = office ? [...office.matchAll(isList ? NEXT_LISTED : ANOTHER)] : [];
  // `A, …; B, … chủ trì`: the last one; `các đồng chí: A, …; B, … chủ trì`: both.
  const shared = /đồng chủ trì|cùng chủ trì/.test(match[0]) || isList;
  const first = {
    name: match.groups?.name ?? '',
    at: match.index + match[0].indexOf(match.groups?.name ?? ''),
  };
  if (others.length === 0 || shared) names.push(first);
  for (const other of shared ? others : others.slice(-1))
    names.push({
      name: other[1] ?? '',
      at: officeAt + other.index + other[0].length - (other[1]?.length ?? 0),
    });
  const people = names
    .map(({ name, at }) => ({ name: personOnly(name), at }))
    .filter(({ name }) => name.split(' ').length >= 2);
  const [one] = people;
  const last = people.at(-1);
  if (!one || !last) return null;
  const span: Span = { start: line.start + one.at, end: line.start + last.at + last.name.length };
  return found<string | null>(people.map(({ name }) => name).join(', '), span);
}

/** Cuts an office that runs into a name (`Nguyễn Văn A Trưởng Ban`). */
function personOnly(name: string): string {
  const words = name.split(' ');
  const office = words.findIndex((word) => OFFICE_WORD.test(word));
  return (office < 0 ? words : words.slice(0, office)).join(' ');
}

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
  return found(page.metadata.author ?? null, null, 'likely');
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
