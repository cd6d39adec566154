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

/** The letterhead stands within so many lines from the top. */
const HEAD_LINES = 24;
const KIND =
  /^(?:bao cao|thong bao|ket luan|ke hoach|to trinh|chuong trinh)(?: (?:tong ket|so ket|ket qua|nhanh))?$/;
const NUMBERED = /(?:^|\s)so ?[:.]? ?\d* ?-? ?(?:bc|tb|kl|kh|ttr|ctr) ?[/-] ?[a-z]{2}/;
const PLACE_AND_DAY = /, ?ngay ?\d* ?thang ?\d* ?nam ?\d{4}/;
const OPENING =
  /^(?:thuc hien|can cu|ngay|sang|chieu|trong|nam|kinh gui|phan|[ivx]+ ?[-.)/]|\d{1,2} ?[-.)]|[-*_=]{3,}|qua|duoc su|duoi su|ban |sau )/;
const RECIPIENTS = /^noi nhan\b/;
const SIGNS =
  /^(?:t\/m|tm\.?|kt\.?|tl\.?|q\.?)? ?(?:ban thuong vu|pho )?(?:truong ban|bi thu|chu tich|truong phong|giam doc|pho truong ban|chanh van phong)$/;

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
  for (let title = 0; at < lines.length && title < 6; at++, title++) {
    const line = lines[at];
    if (
      !line ||
      (at > kind && (OPENING.test(line.bare) || /[.;]$/.test(line.text) || line.text.length > 240))
    )
      break;
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
    .find(({ text }) => /^\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}]*){1,4}$/u.test(text));
  if (signed >= 0 && name) name.role = 'author';
  return lines.some(({ role }) => role === 'body');
}

/** The body whose letterhead a typed report bears: its two lines, the committee first. */
export function letterhead(lines: readonly Line[]): { committee: Line; office: Line } | null {
  for (const [index, line] of lines.slice(0, 12).entries()) {
    const next = lines[index + 1];
    if (
      /^(?:tinh|thanh|huyen|quan|thi) uy\b|^dang uy\b/.test(line.bare) &&
      next &&
      /^ban [a-z ]+$/.test(next.bare)
    )
      return { committee: line, office: next };
  }
  return null;
}

/** `l6`, `20l3`, `2O20`: letters that a scan has in the place of digits. Same length. */
export function mendDigits(text: string): string {
  return text
    .replace(/(?<![\p{L}\d])[lI](?=\d|\.\d{3})|(?<=\d)[lI](?=[\d.,/\s%-]|$)/gmu, '1')
    .replace(/(?<=\d)O(?=[\d.,/\s%-]|$)/gmu, '0');
}
