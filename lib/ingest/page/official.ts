/**
 * Reports in the form that Party offices type them:
 *
 *     TỈNH ỦY …            ĐẢNG CỘNG SẢN VIỆT NAM
 *     BAN TUYÊN GIÁO       …, ngày 16 tháng 5 năm 2013       stamp
 *     Số 33-BC/BTGTU
 *     BÁO CÁO                                                 ┐ title
 *     kết quả …                                               ┘
 *     paragraphs, numbered headings                           body
 *     Nơi nhận: …          TRƯỞNG BAN / name                  aside, author
 */
import type { Line } from './page';
import { isShouted } from './title';

/** The letterhead stands within so many lines from the top. */
const HEAD_LINES = 24;
const KIND =
  /^(?:bao cao|thong bao|ket luan|ke hoach|to trinh|chuong trinh)(?: (?:tong ket|so ket|ket qua|nhanh))?$/;
const NUMBERED = /(?:^|\s)so ?[:.]? ?\d* ?-? ?(?:bc|tb|kl|kh|ttr|ctr) ?[/-] ?[a-z]{2}/;
const PLACE_AND_DAY = /, ?ngay ?\d* ?thang ?\d* ?nam ?\d{4}/;
const HEADING =
  /^(?:kinh gui|phan |[ivx]+ ?[-.)/]|\d{1,2} ?[-.)]|[-*_=]{3,}|\((?:trinh|tai|kem theo|du thao)\b)/;
/** Words that open the first sentence; in the middle of a subject they stand in small letters, or among capitals. */
const OPENING = /^(?:thuc hien|can cu|ngay|sang|chieu|trong|nam|qua|duoc su|duoi su|ban |sau )/;
const RECIPIENTS = /^noi nhan\b/;
const SIGNS =
  /^(?:t\/m|tm\.?|k\/t|kt\.?|tl\.?|q\.?)? ?(?:ban thuong vu|pho )?(?:truong ban|bi thu|chu tich|truong phong|giam doc|pho truong ban|chanh van phong)$/;

/** Sets the roles of a typed report's lines; false for any other page. */
export function markOfficial(lines: Line[]): boolean {
  const head = lines.slice(0, HEAD_LINES);
  const kind = head.findIndex(
    ({ text, bare }) => KIND.test(bare) && text === text.toUpperCase() && !/[.:]$/.test(text),
  );
  const day = head.findIndex(({ bare }) => PLACE_AND_DAY.test(bare) && bare.length < 120);
  const number = head.findIndex(({ bare }) => NUMBERED.test(bare) && bare.length < 120);
  if (
    kind < 0 ||
    (day < 0 && number < 0) ||
    Math.min(day < 0 ? kind : day, number < 0 ? kind : number) > kind
  )
    return false;
  const dated = lines[day];
  if (dated) dated.role = 'stamp';
  let at = kind;
  splitSubject(lines, kind);
  for (let title = 0; at < lines.length && title < 6; at++, title++) {
    const line = lines[at];
    if (!line || (at > kind && endsSubject(line, at > kind + 1 ? lines[at - 1] : undefined))) break;
    line.role = 'title';
  }
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    if (RECIPIENTS.test(line.bare) || (SIGNS.test(line.bare) && line.text === line.text.toUpperCase())) break;
    if (!/^[-*_=\s]+$/.test(line.text)) line.role = 'body';
  }
  const signed = lines.findIndex((line, index) => index >= at - 1 && SIGNS.test(line.bare));
  const name = lines
    .slice(signed + 1)
    .find(
      ({ text, bare }) =>
        !SIGNS.test(bare) && /^\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}]*){1,4}$/u.test(text),
    );
  if (signed >= 0 && name) name.role = 'author';
  return lines.some(({ role }) => role === 'body');
}

/** True for a line that the subject of a report does not go on to. `before`: its line above, where there is one. */
function endsSubject({ text, bare }: Line, before: Line | undefined): boolean {
  if (HEADING.test(bare) || /[.;]$/.test(text) || text.length > 240) return true;
  const goesOn = /^\p{Ll}/u.test(text) || (before !== undefined && isShouted(text) && isShouted(before.text));
  return OPENING.test(bare) && !goesOn;
}

/** `… nhiệm vụ năm 2015 Năm 2014, dưới sự lãnh đạo …`: a subject that the first sentence was joined to. */
const RUN_ON =
  /(?<=\d{4}\)?) (?=(?:Năm \d{4},|Thực hiện |Căn cứ |Qua |Trong |Sau |Dưới sự |Được sự |Ban )\p{L}*.*[.:;]$)/u;

function splitSubject(lines: Line[], kind: number): void {
  const line = lines[kind + 1];
  const cut = line ? line.text.search(RUN_ON) : -1;
  if (!line || cut < 0) return;
  lines.splice(
    kind + 1,
    1,
    { ...line, text: line.text.slice(0, cut), bare: line.bare.slice(0, cut), end: line.start + cut },
    { ...line, text: line.text.slice(cut + 1), bare: line.bare.slice(cut + 1), start: line.start + cut + 1 },
  );
}

/** The body whose letterhead a typed report bears: its two lines, the committee first. */
export function letterhead(lines: readonly Line[]): { committee: Line; office: Line } | null {
  const head = lines.slice(0, HEAD_LINES / 2).map(leftColumn);
  for (const [index, committee] of head.entries()) {
    const office = head[index + 1];
    if (
      office &&
      /^(?:tinh|thanh|huyen|quan|thi|dang) uy\b/.test(committee.bare) &&
      /^ban [a-z ]+$/.test(office.bare)
    )
      return { committee, office };
  }
  return null;
}

/** `HUYỆN ỦY …     ĐẢNG CỘNG SẢN VIỆT NAM`: the left of two columns that blanks hold apart. */
function leftColumn(line: Line): Line {
  const width = line.text.search(/ {2,}| (?=Đ[AẢ]NG C[OỘ]NG S[AẢ]N )/u);
  if (width < 0) return line;
  const [text, bare] = [line.text.slice(0, width), line.bare.slice(0, width)];
  return { ...line, text, bare, end: line.start + width };
}

/** `l6`, `20l3`, `2O20`: letters that a scan has in the place of digits. Same length. */
export function mendDigits(text: string): string {
  return text
    .replace(/(?<![\p{L}\d])[lI](?=\d|\.\d{3})|(?<=\d)[lI](?=[\d.,/\s%-]|$)/gmu, '1')
    .replace(/(?<=\d)O(?=[\d.,/\s%-]|$)/gmu, '0');
}
