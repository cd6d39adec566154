/**
 * Whose conference it was: the body that held it, and the level of that body.
 *
 *   "Sáng 13/7, tại hội trường …, Ban Tuyên giáo Thành ủy tổ chức Hội nghị …"
 *                                 └────────┬─────────┘ └ verb: the name ends here
 */
import type { Level } from '../../domain/vocabulary';
import { linesOf, type Page } from '../page/page';
import type { Span } from '../page/text';
import { readDates } from './dates';
import { type Finding, found } from './finding';

/** The committee a body belongs to. */
export type Committee =
  | 'trung-uong'
  | 'tinh-uy'
  | 'thanh-uy'
  | 'huyen-uy'
  | 'quan-uy'
  | 'thi-uy'
  | 'dang-uy-xa'
  | 'khac';

export interface Organizer extends Span {
  text: string;
  /** Of the body itself, or of the one it visits (`Ban Tuyên giáo Trung ương làm việc với Tỉnh ủy Long An`). */
  committee: Committee;
  /** Where the bodies named with it end: its place may be said only there. */
  reach: number;
}

/** Bodies that hold such conferences; on bare text, anchored where a name may begin. */
const BODY =
  '(?:ban (?:ban )?(?:tuyen (?:giao|huan)|tg)(?: va dan van| ?& ?dv| - dan van)?|btg(?:dv)?|ban dan van|ban xay dung dang|ban thuong vu|thuong truc|ban chi dao|bcd|ban chap hanh|cum thi dua|cum (?:ban )?|khoi thi dua|van phong|ban to chuc|ban bi thu|bo chinh tri|so |hoi nha bao|trung tam (?:chinh tri|boi duong)|dang uy|dang bo|tinh uy|thanh uy|huyen uy|quan uy|thi uy|tinh doan|uy ban|ubnd|hdnd|quan uy trung uong|bo tu lenh|dang doan|hoi dong|mat tran|lien doan|truong chinh tri|chi bo|nganh tuyen giao)';
const VERB =
  '(?:da |vua |cung |tiep tuc |se |long trong )*(?:to chuc|mo\\b|hop\\b|phoi hop|chu tri|khai mac|giao ban|so ket|tong ket|tien hanh|trien khai|danh gia|lam viec|cung cap|tap huan|toa dam|hoi nghi|ban hanh|cong bo|kiem tra|khao sat|ra mat|trao|gap mat|thong tin|nhin lai|quan triet|hoc tap|tuyen duong|bieu duong|co buoi|du\\b|tham du|den|cho biet|dien ra|ket thuc|hoan thanh|dat|nhan|phat dong|ky)';

const STARTS = new RegExp(`(?<![a-z])${BODY}`, 'g');
const ENDS = new RegExp(
  `(?<!cong tac |uy ban |\\bso |trung tam |va )\\b${VERB}|(?<!\\btp)[.](?=\\s|$)|[;:!?()“”"\\n]|,(?! (?:so |hoi nha bao|hoi lien|lien doan|dai phat|uy ban mat tran))`,
  'g',
);

const COMMITTEES: [RegExp, Committee][] = [
  [/\b(?:cac (?:tinh|thanh|huyen)\b|cum (?:ban|tuyen giao|cac)\b|khu vuc\b|dang (?:uy|bo) so\b)/, 'khac'],
  [
    /\b(?:quan su|cong an|quan doan|su doan|quan khu|vung \d|hai quan|bien phong|khoi|tong cong ty|tap doan|truong dai hoc|benh vien)\b/,
    'khac',
  ],
  [/\btinh uy\b/, 'tinh-uy'],
  [/\bthanh uy\b/, 'thanh-uy'],
  [/\bhuyen uy\b/, 'huyen-uy'],
  [/\bquan uy\b(?! trung uong)/, 'quan-uy'],
  [/\bthi uy\b/, 'thi-uy'],
  [/\bdang (?:uy|bo) (?:xa|phuong|thi tran|dac khu)\b/, 'dang-uy-xa'],
  [/\b(?:trung uong|t\.? ?u\b|tw\b|bo chinh tri|ban bi thu)/, 'trung-uong'],
  [
    /\b(?:ubnd|hdnd|uy ban nhan dan|hoi nha bao|mat tran to quoc[^,]*|tuyen giao|so [a-z ,]+?|ban chi dao[^,]*|bcd[^,]*|nganh[^,]*|doan) (?:tinh|thanh pho|tp)\b/,
    'tinh-uy',
  ],
  [/\b(?:ubnd|uy ban nhan dan|ban chi dao[^,]*|tuyen giao|bcd[^,]*) (?:huyen)\b/, 'huyen-uy'],
  [/\b(?:ubnd|uy ban nhan dan|ban chi dao[^,]*) (?:quan)\b/, 'quan-uy'],
  [/\b(?:ubnd|uy ban nhan dan) (?:thi xa)\b/, 'thi-uy'],
  [/\b(?:ubnd|uy ban nhan dan|ban chi dao[^,]*) (?:xa|phuong|thi tran)\b/, 'dang-uy-xa'],
  [/^so /, 'tinh-uy'],
  [/\bhuyen\b/, 'huyen-uy'],
  [/\bquan (?!su|uy|doan|khu|triet|ly|chung)/, 'quan-uy'],
  [/\bthi xa\b/, 'thi-uy'],
  [/\b(?:xa|phuong|thi tran)\b/, 'dang-uy-xa'],
  [/\b(?:tinh|thanh pho)\b/, 'tinh-uy'],
];

export function committeeOf(bareName: string): Committee {
  return COMMITTEES.find(([pattern]) => pattern.test(bareName))?.[1] ?? 'khac';
}

/** The body that held the conference, from the lead, else the headline. Null where none is named. */
export function findOrganizer(page: Page): Organizer | null {
  const [lead, second] = linesOf(page, 'body');
  const titles = linesOf(page, 'title');
  for (const line of [lead, ...titles, second]) {
    if (!line) continue;
    const organizer = organizerIn(line.text, line.bare, line.start);
    if (organizer) return organizer;
  }
  return null;
}

/** True for a meeting of the whole country that names no organizer. */
export function isNational(page: Page): boolean {
  const [lead] = linesOf(page, 'body');
  return [...linesOf(page, 'title'), ...(lead ? [lead] : [])].some(({ bare }) =>
    /\bhoi nghi [a-z ,]{0,60}toan quoc\b|\btoan quoc (?:so ket|tong ket|giao ban)/.test(bare),
  );
}

function organizerIn(text: string, bare: string, offset: number): Organizer | null {
  const candidates: { organizer: Organizer; score: number }[] = [];
  let passed = 0;
  for (const match of bare.matchAll(STARTS)) {
    if (match.index < passed || !/\p{Lu}/u.test(text.charAt(match.index))) continue;
    ENDS.lastIndex = match.index + match[0].length;
    const stop = ENDS.exec(bare);
    let end = stop?.index ?? bare.length;
    if (/^Sổ|^Số/.test(text.slice(match.index))) continue;
    // `Ban Tuyên giáo … do đồng chí X chủ trì`: only a verb of holding makes it the holder.
    const name = trimName(text.slice(match.index, end), bare.slice(match.index, end));
    end = match.index + name.length;
    passed = end;
    if (name.length < 7 || name.length > 160) continue;
    const before = bare.slice(Math.max(0, match.index - 40), match.index);
    const chain = chainAfter(bare, end);
    const verb = chain.verb || (stop && /^[a-z]/.test(stop[0]) ? stop[0] : '');
    const host = hostAfter(text, bare, end);
    let score = 0;
    if (
      /to chuc|mo\b|giao ban|so ket|tong ket|hop\b|khai mac|tien hanh|phoi hop|danh gia|trien khai|nhin lai|hoi nghi/.test(
        verb,
      )
    )
      score += 4;
    else if (verb) score += 1;
    if (/\bdo $/.test(before)) score += 3;
    if (/(?:^|[,.–-] |\) ?)$/.test(before) || match.index === 0) score += 2;
    // A title before a body (`Trưởng Ban Tuyên giáo Tỉnh ủy`) makes it a person's office.
    if (
      /\b(?:truong|pho|uy vien|bi thu|chu tich|can bo|dong chi|giam doc|thanh vien|lanh dao|cua|cho|giup|muu|voi|tham muu|dai dien|boi|theo|va|thay mat|thuong truc|tru so|hoi truong|nha khach|van phong|tai) $/.test(
        before,
      )
    )
      score -= 5;
    if (committeeOf(bare.slice(match.index, end)) !== 'khac') score += 1;
    if (/tuyen giao|tuyen huan|btg/.test(bare.slice(match.index, end))) score += 1;
    if (score > 0)
      candidates.push({
        organizer: {
          text: name,
          committee: host?.committee ?? committeeOf(bare.slice(match.index, end)),
          start: offset + match.index,
          end: offset + end,
          reach: offset + (host?.end ?? chain.end),
        },
        score,
      });
  }
  return (
    candidates.sort((a, b) => b.score - a.score || a.organizer.start - b.organizer.start)[0]?.organizer ??
    null
  );
}

/** `Tỉnh ủy, HĐND, UBND tỉnh X tổ chức`: the verb of a list of bodies is that of its first. */
function chainAfter(bare: string, end: number): { verb: string; end: number } {
  const LONGEST_CHAIN = 200;
  const rest = bare.slice(end, end + LONGEST_CHAIN);
  if (!new RegExp(`^(?:,| va) ${BODY}`).test(rest)) return { verb: '', end };
  const match = new RegExp(`(?<!cong tac |uy ban |\\bso |trung tam |va )\\b${VERB}|[.;:(]`).exec(rest);
  return match
    ? { verb: /^[a-z]/.test(match[0]) ? match[0] : '', end: end + match.index }
    : { verb: '', end };
}

/** The committee that a central body visits: the meeting is about that one's work. */
function hostAfter(text: string, bare: string, end: number): { committee: Committee; end: number } | null {
  const visit =
    /^ (?:da |vua |co |buoi |den |ve )*(?:lam viec|kiem tra|khao sat|giam sat)[^.;]{0,60}? (?:voi|tai) (?:ban thuong vu )?/.exec(
      bare.slice(end, end + 160),
    );
  const at = end + (visit?.[0].length ?? 0);
  const host = visit && /^(?:tinh|thanh|huyen|quan|thi) uy [a-z -]{2,40}/.exec(bare.slice(at, at + 60));
  if (!host) return null;
  const name = trimName(text.slice(at, at + host[0].length), bare.slice(at, at + host[0].length));
  return { committee: committeeOf(bare.slice(at, at + name.length)), end: at + name.length };
}

/** Cuts what follows a name without a verb: `… và các ngành`, `… tại`, a date. */
function trimName(text: string, bare: string): string {
  const date = readDates(bare)[0]?.start ?? bare.length;
  const tail =
    / (?:tại|nhằm|về|để|trong|vào|ngày|sáng|chiều|cho|cùng|với|năm \d|quý [IViv\d]|tháng \d|do|dưới|và (?:các|đại|lãnh|một|phát))(?!\p{L})/u.exec(
      text,
    );
  return text.slice(0, Math.min(date, tail?.index ?? text.length)).replace(/[\s,–-]+$/, '');
}

/** Level of the body that held the conference. */
export function levelOf(committee: Committee, cityIsProvince: boolean): Level {
  switch (committee) {
    case 'trung-uong':
      return 'trung-uong';
    case 'tinh-uy':
      return 'tinh';
    case 'thanh-uy':
      return cityIsProvince ? 'tinh' : 'huyen';
    case 'huyen-uy':
    case 'quan-uy':
    case 'thi-uy':
      return 'huyen';
    case 'dang-uy-xa':
      return 'xa';
    default:
      return 'khac';
  }
}

/**
 * The body's name as the page writes it, made complete with the place where the page says the place elsewhere
 * (`Ban Tuyên giáo Tỉnh ủy` of Bắc Kạn).
 */
export function nameOrganization(organizer: Organizer | null, place: string | null): Finding<string | null> {
  if (!organizer)
    return found(null, null, 'guess', [
      {
        code: 'no-organization',
        field: 'organization',
        text: 'The page does not say who held the conference.',
      },
    ]);
  const name = organizer.text.replace(/^Ban Ban /, 'Ban ');
  const bareCommittee = /(?:(?:Tỉnh|Thành|Huyện|Quận|Thị) [uủ][ỷy]|(?<!\p{L})(?:tỉnh|thành phố))$/iu.test(
    name,
  );
  if (place && bareCommittee) return found<string | null>(`${name} ${place}`, organizer, 'likely');
  return found<string | null>(name, organizer);
}
