/**
 * Whose conference it was: the body that held it, and the level of that body.
 *
 *   "Sáng 13/7, tại hội trường …, Ban Tuyên giáo Thành ủy tổ chức Hội nghị …"
 *                                 └────────┬─────────┘ └ verb: the name ends here
 */
import type { Level } from '../../domain/vocabulary';
import { letterhead } from '../page/official';
import { type Line, linesOf, type Page } from '../page/page';
import type { Span } from '../page/text';
import { type Finding, found, MOST_CANDIDATES } from './finding';
import { type Mention, type PlaceIndex, placesIn } from './gazetteer';

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
  /** Put together from lines of a letterhead: `text` is the name, the span is where its place stands. */
  composed?: boolean;
  /** Another body comes near in weight, was visited or held it too: whose it was is a matter of reading. */
  shared: boolean;
  /** What stands around the name says that this body held the conference. */
  certain: boolean;
  /** Other bodies that the opening names, the likelier ones first. */
  others: Omit<Organizer, 'others'>[];
}

/** How the name of a body that may hold such a conference begins; on bare text. */
const BODY =
  '(?:co quan thuong truc ban tuyen giao|ban (?:ban )?(?:tuyen (?:giao|huan)|tg|tu tuong)(?: ?[-,] ?van hoa)?(?: va dan van| ?& ?dv| ?- ?dan van)?|btg(?:dv| ?& ?dv)?|ban dan van|ban xay dung dang|ban noi chinh|ban van hoa|ban thuong vu|thuong truc|ban chi dao|bcd|ban chap hanh|bo phan giup viec|to giup viec|to cong tac \\d+|tap chi (?:tuyen giao|cong san|xay dung dang)|cum thi dua|cum (?:ban )?|khoi (?:thi dua|tu tuong|khoa giao)|van phong|ban to chuc(?! (?:hoi nghi|cuoc thi|hoi thi|giai|chuong trinh|le)\\b)|ban bi thu|bo chinh tri|bo (?:thong tin|van hoa|giao duc|tu lenh|chi huy|quoc phong|cong an|noi vu|y te|khoa hoc)|tong cuc|tong lien doan|so |hoi (?:nha bao|nong dan|cuu chien binh|lien hiep|van hoc|khuyen hoc|lhpn|dong)|lien hiep|trung tam|dang uy|dang bo|tinh uy|thanh uy|huyen uy|quan uy|thi uy|tinh doan|thanh doan|huyen doan|doan thanh nien|trung uong doan|uy ban|ubnd|hdnd|quan uy trung uong|quan khu|vung \\d|bo doi bien phong|cong an|dang doan|hoi dong|mat tran|lien doan|truong (?:chinh tri|dai hoc)|hoc vien|vien |phong (?:chinh tri|van hoa|giao duc)|chi bo|nganh tuyen giao)';
/** Verbs of a body that holds a conference. */
const HOLDS =
  '(?:to chuc|mo\\b|hop\\b|phoi hop|chu tri|khai mac|giao ban|so ket|tong ket|tien hanh|trien khai|danh gia|tap huan|toa dam|hoi nghi|ra mat|gap mat|nhin lai|quan triet|hoc tap|tuyen duong|bieu duong|co buoi|phat dong|dien ra|kiem diem|thong bao nhanh|co hoi nghi)';
const VERB = `(?:da |vua |cung |tiep tuc |se |long trong |chinh thuc |dong )*(?:${HOLDS}|lam viec|cung cap|ban hanh|cong bo|kiem tra|khao sat|giam sat|trao|thong tin\\b|du\\b|tham du|den\\b|cho biet|ket thuc|hoan thanh|dat\\b|nhan\\b|ky\\b|tham muu|de nghi|yeu cau|chu dong|bao cao(?! vien)|huong dan|chi dao|lanh dao|phat bieu|khang dinh|cho rang|nham\\b|ve\\b|la\\b|duoc\\b|da\\b|vua\\b|se\\b|dang (?!bo|uy|doan|ta)|cung\\b|co\\b(?! quan)|tai\\b|voi\\b|trong\\b|nam \\d|quy [ivx\\d]|thang \\d|ngay \\d|do\\b|duoi\\b|cho\\b|de\\b)`;

const STARTS = new RegExp(`(?<![a-z])${BODY}`, 'g');
const VERB_HERE = new RegExp(`^${VERB}`);
/** Small words within a body's name, as spelt; every other small word ends it. */
const WITHIN = new Set(
  'và các tỉnh thành phố huyện quận thị xã phường trấn đặc khu ủy uỷ giáo huấn vận khối cơ quan doanh nghiệp truyền thông tin công tác đối ngoại chức bộ đảng báo nghệ thuật ngành thi đua số miền vực trực thuộc quân sự an chính trị bồi dưỡng lệnh đội biên phòng nữ niên chiến binh thập đỏ lão khuyến nghiệp đồng bằng sông hiệp hội hữu nghị nhà nước trận quốc chủng đạo luận phê bình học nghệ xuất bản văn hóa hoá thể thao du lịch khoa học tuyên dân tư tưởng trung ương nhân thường vụ chấp hành đoàn liên sở cụm tập cuộc vận động của kiểm sát tp cấp'.split(
    ' ',
  ),
);
/** Departments and ministries by name, whose words no other rule would keep together. On bare text. */
const DEPARTMENT =
  /^(?:so|bo) (?:thong tin va truyen thong|tt ?& ?tt|tttt|giao duc(?: va|,) ?dao tao|gd ?& ?dt|y te|noi vu|tai chinh|tu phap|cong thuong|ngoai (?:vu|giao)|xay dung|van hoa(?:,|,? va) the thao(?: va du lich)?|van hoa, thong tin(?: va du lich)?|vhtt ?& ?dl|khoa hoc va cong nghe|nong nghiep va (?:phat trien nong thon|moi truong)|lao dong ?[-,] ?thuong binh va xa hoi|tai nguyen va moi truong|giao thong van tai|du lich|dan toc(?: va ton giao)?|ke hoach va dau tu)(?![a-z])/;

const SURNAMES =
  /^(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh|Trương|Lương|Đoàn|Mai|Tô|Trịnh|Đào|Nông|Triệu|Lò|Vi|Hà Thị|Lý|Tạ|Chu|Thái Thị) /u;

const COMMITTEES: [RegExp, Committee][] = [
  [
    /^(?:dang (?:uy|bo) (?:so|vien|vksnd|truong|benh vien|cong ty|co quan|cac co quan)\b|ban thuong vu (?:tinh|huyen|thanh|quan|thi) ?doan|(?:tinh|huyen|thanh|quan) ?doan|hoi (?!nghi|dong)(?!.* viet nam)|lien hiep(?!.* viet nam)|lien doan|doan (?:tncs|thanh nien)|vien |hoc vien)/,
    'khac',
  ],
  [
    /^tap chi|\b(?:bo (?:thong tin|van hoa|giao duc|noi vu|y te|khoa hoc)|(?:hoi|lien hiep).* viet nam|bo chinh tri)\b|^tong lien doan\b/,
    'trung-uong',
  ],
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
    /\b(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|hoi nha bao|mat tran to quoc[^,]*|tuyen giao|so [a-z ,]+?|ban chi dao[^,]*|bcd[^,]*|nganh[^,]*|doan) (?:tinh|thanh pho|tp)\b/,
    'tinh-uy',
  ],
  [
    /\b(?:ubnd|uy ban nhan dan|ban chi dao[^,]*|to cong tac[^,]*|tuyen giao|bcd[^,]*) (?:huyen)\b/,
    'huyen-uy',
  ],
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

/**
 * The body that held the conference: every body that headline and opening name, weighed by what stands around it.
 * Null where none is named.
 */
export function findOrganizer(page: Page, places: PlaceIndex, plain: boolean): Organizer | null {
  const [lead, second, third] = linesOf(page, 'body');
  const { text, bare } = page.source;
  const placesOf = (span: Span) => placesIn(text, bare, span.start, span.end, places, plain);
  const weighed = [
    ...linesOf(page, 'title').map((line) => ({ line, place: 0.5 })),
    ...(lead ? [{ line: lead, place: 2 }] : []),
    ...(second ? [{ line: second, place: -1 }] : []),
    ...(third ? [{ line: third, place: -5 }] : []),
  ].flatMap(({ line, place }) =>
    bodiesIn(line, placesOf).map((body) => ({ ...body, score: body.score + place })),
  );
  weighed.sort((a, b) => b.score - a.score || a.organizer.start - b.organizer.start);
  const [first] = weighed;
  const head = letterhead(page.lines);
  if (head && (!first || first.score < SURE)) return ofLetterhead(head);
  if (!first || first.score < LEAST) return null;
  const others = weighed
    .slice(1)
    .map(({ organizer }) => organizer)
    .filter((other, index, all) => all.findIndex(({ text: same }) => same === other.text) === index)
    .filter((other) => other.text !== first.organizer.text)
    .slice(0, MOST_CANDIDATES);
  const rival = weighed.find(
    ({ organizer }) => !sameBody(organizer.text, first.organizer.text) && organizer.committee !== 'khac',
  );
  const shared = first.organizer.shared || (rival !== undefined && first.score - rival.score < MARGIN);
  return { ...first.organizer, shared, certain: first.score >= SURE, others };
}

/** A typed report's own office: `Ban Tuyên giáo` under `Thành ủy Đà Lạt`. */
function ofLetterhead({ committee, office }: { committee: Line; office: Line }): Organizer {
  const text = `${cased(office.text)} ${cased(committee.text)}`;
  return {
    text,
    composed: true,
    committee: committeeOf(`${office.bare} ${committee.bare}`),
    start: committee.start,
    end: committee.end,
    reach: committee.end,
    shared: false,
    certain: true,
    others: [],
  };
}

/** Weight below which no body counts as the holder, and from which one surely is it. */
const LEAST = 1.5;
const SURE = 7;
/** A body nearer than this to the first in weight leaves a doubt. */
const MARGIN = 3;

/** One name within the other: `Ban Tuyên giáo Tỉnh ủy` and `Ban Tuyên giáo Tỉnh ủy Cà Mau`. */
function sameBody(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one.startsWith(other) || other.startsWith(one);
}

/** True for a meeting of the whole country that names no organizer. */
export function isNational(page: Page): boolean {
  const [lead] = linesOf(page, 'body');
  return [...linesOf(page, 'title'), ...(lead ? [lead] : [])].some(({ bare }) =>
    /\bhoi nghi [a-z ,]{0,60}toan quoc\b|\btoan quoc (?:so ket|tong ket|giao ban)/.test(bare),
  );
}

interface Weighed {
  organizer: Organizer;
  score: number;
}

type PlacesOf = (span: Span) => Mention[];

function bodiesIn(line: Line, placesOf: PlacesOf): Weighed[] {
  const { text, bare, start: offset } = line;
  const found: Weighed[] = [];
  let passed = 0;
  for (const match of bare.matchAll(STARTS)) {
    const at = match.index;
    if (at < passed || !/\p{Lu}/u.test(text.charAt(at)) || /^S[ổố]/.test(text.slice(at))) continue;
    const before = bare.slice(Math.max(0, at - 48), at);
    // `tại trụ sở Tỉnh ủy, Ban Tuyên giáo …`: a place or an office is the first of no list.
    const group = groupAt(line, at, placesOf, OF_ANOTHER.test(before) ? 1 : MOST_BODIES);
    passed = group.end;
    if (group.end - at < SHORTEST || group.end - at > 260) continue;
    const after = bare.slice(group.end, group.end + 220);
    const own = bare.slice(at, group.end);
    const visit = /\bdoan (?:cong tac|kiem tra|khao sat|giam sat)(?: so \d+)?(?: cua)? $/.test(before);
    const host = hostAfter(text, bare, group.end);
    let score = holding(after) + (visit ? 3 : 0);
    if (/\bdo $/.test(before)) score += 4;
    if (at === 0 || /(?:^|[,.:–-] |\) ?|\b(?:vua qua|moi day|nay|\d) )$/.test(before)) score += 2;
    const meetingOf = MEETING_OF.test(bare.slice(0, at));
    if (meetingOf) score += 2;
    // A body within an office (`Trưởng Ban Tuyên giáo Tỉnh ủy`), or one that is written to, thanked, visited.
    if (!visit && !meetingOf && OF_ANOTHER.test(before)) score -= 6;
    else if (ATTENDS.test(sentenceBefore(bare, at))) score -= 5;
    const chairs = /^[^.;]{0,80}\b(?:chu tri|du)\b/.test(after);
    const office = /\b(?:truong|pho|thuong truc) $/.test(before);
    // The office of whoever chairs or attends, where nothing else tells the holder.
    if (office && chairs && score < LEAST) score = /chu tri/.test(after.slice(0, 80)) ? 2.5 : 2;
    const committee = committeeOf(own);
    if (committee !== 'khac') score += 1;
    if (/tuyen giao|tuyen huan|btg/.test(own)) score += 1;
    found.push({
      organizer: {
        text: text.slice(at, group.end),
        committee: host?.committee ?? committee,
        start: offset + at,
        end: offset + group.end,
        reach: offset + (host?.end ?? group.reach),
        shared: host !== null || /^,? (?:chu tri,? )?phoi hop /.test(after),
        certain: false,
        others: [],
      },
      score,
    });
  }
  return found;
}

const OF_ANOTHER =
  /\b(?:truong|pho|uy vien|bi thu|chu tich|can bo|dong chi|giam doc|thanh vien|lanh dao|cua|cho|giup|muu|voi|tham muu|dai dien|boi|theo|va|thay mat|thuong truc|tru so|hoi truong|nha khach|van phong|tai|cac|cung|chanh|den|gui|moi|nghe|thuoc) $/;
/** `hội nghị giao ban quý III của …`: its holder; not what a word between them gives to another (`theo chỉ đạo của …`). */
const MEETING_OF =
  /\b(?:hoi nghi|giao ban|buoi hop)(?:(?! (?:su|chi dao|bao cao|y kien|huong dan|phoi hop|phat bieu|dong chi|lanh dao|tham gia|gop y|nghi quyet|chi thi|ket luan|ke hoach)\b)[^.;,]){0,60} (?:cua|o) $/;
const ATTENDS =
  /^(?:tham |den |cung |toi |ve )?du\b|^co mat\b|^tham gia\b|\b(?:du|tham du) (?:hoi nghi|buoi|cuoc)[^.]{0,40}\bco\b/;

function sentenceBefore(bare: string, at: number): string {
  return bare.slice(Math.max(bare.lastIndexOf('. ', at - 1) + 2, bare.lastIndexOf('; ', at - 1) + 2, 0), at);
}

const ASIDE =
  '(?:, ?(?:tp\\.?|tinh|thanh pho|huyen|quan|thi xa)[^,.;()]{0,30})?(?: ?\\([^()]{2,60}\\))?(?:,? (?:sang|chieu|toi|ngay|vua qua|hom nay|tai|trong|moi day)\\b[^,.;]{0,60},)?';
const HOLDS_NEXT = new RegExp(
  `^${ASIDE},? ?(?:da |vua |cung |tiep tuc |se |long trong |chinh thuc |dong )*${HOLDS}`,
);
const VERB_NEXT = new RegExp(`^${ASIDE} ?(?:lam viec|cung cap|kiem tra|khao sat|giam sat|ban hanh|cong bo)`);

const MEETING =
  /\b(?:hoi nghi|giao ban|so ket|tong ket|toa dam|hop\b|buoi|cuoc|le\b|gap mat|tap huan|hoc tap|quan triet|kiem diem|lop|hoi thao|danh gia|tuyen duong|bieu duong|phat dong|nhin lai)\b/;

/** Weight of what a body does right after its name. */
function holding(after: string): number {
  if (HOLDS_NEXT.test(after)) return MEETING.test(after) ? 6 : 2;
  if (/^ ?[:–-] /.test(after)) return 3;
  return VERB_NEXT.test(after) ? 2 : 0;
}

/** `Thị ủy`, the shortest name of a body, in letters. */
const SHORTEST = 6;

const NEXT_BODY = new RegExp(`^(?:, ?|; ?| va |, va | cung | - )(?=${BODY})`);
const MOST_BODIES = 5;

/** A body, or several that are named in one breath (`A, B và C tổ chức`). `reach`: past the partners named after it. */
function groupAt(
  line: Line,
  at: number,
  placesOf: PlacesOf,
  most = MOST_BODIES,
): { end: number; reach: number } {
  const { text, bare } = line;
  let end = nameEnd(line, at, placesOf);
  for (let count = 1; count < most; count++) {
    const link = NEXT_BODY.exec(bare.slice(end, end + 60));
    if (!link || !/\p{Lu}/u.test(text.charAt(end + link[0].length))) break;
    const next = nameEnd(line, end + link[0].length, placesOf);
    if (next - end - link[0].length < SHORTEST) break;
    end = next;
  }
  // `phối hợp với Sở X, Hội Y tổ chức`: partners, whose names may tell the place.
  const partners = /^(?: chu tri,?)? phoi hop (?:voi |cung )?/.exec(bare.slice(end, end + 40));
  const first = partners ? end + partners[0].length : 0;
  if (!partners || !new RegExp(`^${BODY}`).test(bare.slice(first, first + 40))) return { end, reach: end };
  return { end, reach: Math.max(end, groupAt(line, first, placesOf).end) };
}

/** Where a body's name ends: at a verb, at a mark, at a small word that no name holds, after its place. */
function nameEnd({ text, bare, start }: Line, at: number, placesOf: PlacesOf): number {
  const head = new RegExp(`^${BODY}`).exec(bare.slice(at, at + 60))?.[0].trimEnd().length ?? 0;
  const shouted = text.slice(at, at + 60) === text.slice(at, at + 60).toUpperCase();
  let end = at + (DEPARTMENT.exec(bare.slice(at, at + 60))?.[0].length ?? head);
  const limit = Math.min(text.length, at + 170);
  while (end < limit) {
    const rest = text.slice(end, end + 60);
    const list =
      /^, (?=Thể thao|Du lịch|Khoa học|Thương binh|Văn nghệ|Gia đình|HĐND|UBND|phê bình|nghệ thuật)/u.exec(
        rest,
      );
    if (list) {
      end += 1;
      continue;
    }
    // `Ban Chỉ đạo Cuộc vận động “…” tỉnh …`
    const quoted = /^ ?[“"][^”"]{4,100}[”"]/u.exec(text.slice(end, end + 110));
    if (quoted && /^(?:ban chi dao|bcd)/.test(bare.slice(at))) {
      end += quoted[0].length;
      continue;
    }
    const word = /^(?:\s?[-–&]\s?|\s)?[\p{L}\p{M}\d&]+(?:\.(?=[\p{L}\s]))?/u.exec(rest)?.[0];
    if (!word) break;
    const gap = /^[^\p{L}\d]*/u.exec(word)?.[0].length ?? 0;
    const from = end + gap;
    let spelt = text.slice(from, end + word.length);
    if (/\.$/.test(spelt) && !/^(?:TP|Tp|T|TT|TX)\.$/.test(spelt)) spelt = spelt.slice(0, -1);
    const noun = /^thong tin/.test(bare.slice(from)) && /cong tac $/.test(bare.slice(at, from));
    if (!noun && VERB_HERE.test(bare.slice(from, from + 40)) && !(gap === 0 && from > at)) {
      // `Ủy ban Kiểm tra`, `Sở Thông tin`: capitals in the middle are the name's.
      if (
        shouted ||
        !/^\p{Lu}/u.test(spelt) ||
        /^(?:Hội nghị|Sơ kết|Tổng kết|Giao ban)/.test(text.slice(from))
      )
        break;
    }
    // `các tỉnh, thành ủy khu vực …`, `các huyện, thị, thành ủy`
    const all =
      /^(?: [uủ][ỷy])?, (?:(?:thị|thành)(?: xã| [uủ][ỷy])?, )?(?:thành|thị|tỉnh)(?: phố| [uủ][ỷy])?/u.exec(
        text.slice(from + spelt.length, from + 60),
      );
    if (all && /cac (?:tinh|huyen)$/.test(bare.slice(at, from + spelt.length))) {
      end = from + spelt.length + all[0].length;
      continue;
    }
    const small = !/^[\p{Lu}\d&]/u.test(spelt);
    if (small && !WITHIN.has(spelt)) break;
    if (
      spelt === 'và' &&
      !/^ (?:\p{Lu}|tin |truyền |dân |doanh nghiệp|công nghệ)/u.test(text.slice(end + word.length))
    )
      break;
    if (spelt === 'và' && new RegExp(`^ ${BODY}`).test(bare.slice(end + word.length, end + word.length + 50)))
      break;
    end = from + spelt.length;
    if (
      /\d/.test(spelt) &&
      !/^ (?:tinh|huyen)\b/.test(bare.slice(end)) &&
      !/(?:so|chi dao|bcd|cum|khoi|vung|khu|doan|quan) $/.test(bare.slice(at, from))
    ) {
      end = from - gap;
      break;
    }
  }
  const south = /^ ở phía (?:Nam|nam|Bắc|bắc)(?!\p{L})/u.exec(text.slice(end, end + 14));
  if (south) return end + south[0].length;
  while (/ (?:và|các|của|công|số|tỉnh,|thành)$|[\s,–&-]$/u.test(text.slice(at, end)))
    end = at + text.slice(at, end).replace(/ (?:và|các|của|công|số|thành)$|[\s,–&-]+$/u, '').length;
  return Math.max(at + head, placeEnd(text, bare, at, end, start, placesOf));
}

const SEAT =
  /(?:(?:tinh|thanh|huyen|quan|thi) uy|\b(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|khu))(?: (?:tinh|thanh pho|tp\.?|huyen|thi xa))? ?$/;

/** Past the place that completes a name; a person's name after an office is cut off. */
function placeEnd(
  text: string,
  bare: string,
  at: number,
  end: number,
  offset: number,
  placesOf: PlacesOf,
): number {
  for (const mention of placesOf({ start: offset + at, end: offset + end })) {
    const from = mention.start - offset;
    if (SEAT.test(bare.slice(at, from)) && !/^(?: - | và |, )/u.test(text.slice(mention.end - offset)))
      return mention.end - offset;
  }
  const committee = /\b(?:tinh|thanh|huyen|quan|thi) uy /g;
  for (const match of bare.slice(at, end).matchAll(committee)) {
    const from = at + match.index + match[0].length;
    if (SURNAMES.test(text.slice(from, end)) && text.slice(from, end).trim().split(' ').length >= 3)
      return from - 1;
  }
  return end;
}

/** The committee that a central body visits: the meeting is about that one's work. */
function hostAfter(text: string, bare: string, end: number): { committee: Committee; end: number } | null {
  const visit =
    /^ (?:do [^.;]{4,120} lam truong doan,? |do [^.;]{4,100} dan dau,? )?(?:da |vua |co |buoi |den |ve )*(?:lam viec|kiem tra|khao sat|giam sat)[^.;]{0,60}? (?:voi|tai) (?:ban thuong vu )?/.exec(
      bare.slice(end, end + 290),
    );
  const at = end + (visit?.[0].length ?? 0);
  const host = visit && /^(?:tinh|thanh|huyen|quan|thi) uy [a-z -]{2,40}/.exec(bare.slice(at, at + 60));
  if (!host) return null;
  const until =
    at + (/^(?:\S+ )?\S+(?: \p{Lu}\S*)*/u.exec(text.slice(at, at + host[0].length))?.[0].length ?? 0);
  return { committee: committeeOf(bare.slice(at, until)), end: until };
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
 * The body's name in one spelling, made complete with the place that the page settles: `Ban Tuyên giáo Tỉnh uỷ` of a
 * page of Bắc Kạn is `Ban Tuyên giáo Tỉnh ủy Bắc Kạn`.
 *
 * @param place name of the province, district or city that the committee is of; null where the page settles none.
 * @param spell the name as the gazetteer spells the places in it.
 */
export function nameOrganization(
  organizer: Organizer | null,
  place: string | null,
  spell: (span: Span) => string,
): Finding<string | null> {
  if (!organizer)
    return found(null, null, 'guess', [
      {
        code: 'no-organization',
        field: 'organization',
        text: 'The page does not say who held the conference.',
      },
    ]);
  const candidates = organizer.others.map((other) => ({ value: tidyName(spell(other)), span: other }));
  const name = tidyName(organizer.composed ? organizer.text : spell(organizer));
  const complete = place === null ? name : withPlace(name, place);
  return found<string | null>(
    complete,
    organizer,
    !organizer.certain
      ? 'guess'
      : complete === name && !lacksPlace(name) && !organizer.shared
        ? 'sure'
        : 'likely',
    [],
    candidates.filter(({ value }) => value !== complete),
  );
}

/** `Ban Tuyên giáo Tỉnh ủy` of a page that does not settle whose. */
function lacksPlace(name: string): boolean {
  return /(?:Tỉnh|Thành) ủy$/u.test(name);
}

function tidyName(written: string): string {
  const name = written === written.toUpperCase() ? cased(written) : written;
  return (
    name
      .replace(/^(?:Ban|Thường trực) (?=Ban )/, '')
      .replace(/^Ban tuyên gi[aá]o/, 'Ban Tuyên giáo')
      // A scan's misreadings of `Tỉnh`.
      .replace(/(?<!\p{L})T[ĩìíị]nh (?=[Uuủ])/gu, 'Tỉnh ')
      .replace(/(?<=\p{L} )[Uu]ỷ(?!\p{L})/gu, 'ủy')
      .replace(/(?<=(?:Tỉnh|Thành|Huyện|Quận|Thị) )[Ủủ]y(?!\p{L})/gu, 'ủy')
      .replace(/ cùng (?=(?:Ban|Sở|Hội|Ủy ban|UBND) )/g, ', ')
      .replace(/ của (?=(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?: |$))/g, ' ')
      .replace(/\s+/g, ' ')
  );
}

/** A name that the page sets in capitals. */
function cased(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}])\p{Ll}+/gu, (word, at: number) =>
      at > 0 && SMALL.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}
const SMALL =
  /^(?:giáo|huấn|ủy|uỷ|vận|và|các|cơ|quan|nghiệp|tin|thông|đạo|chức|vụ|trực|tỉnh|huyện|quận|phố|đoàn|báo|chấp|hành)$/;

const COMMITTEE_WORD = /(?:Tỉnh|Thành) ủy(?!\p{L})/u;

/** Puts the place after the name's committee, or at its end. */
function withPlace(name: string, place: string): string {
  const plainPlace = place.replace(/^TP\.? /, '');
  if (canonicalName(name).includes(canonicalName(plainPlace))) return name;
  if (/TP\.? ?HCM/.test(name) && /Hồ Chí Minh/.test(place)) return name;
  const committee = COMMITTEE_WORD.exec(name);
  if (committee) {
    const at = committee.index + committee[0].length;
    // A committee that bears another name is another place's (`Thành ủy Thủ Đức`).
    if (/^ (?:\p{Lu}|TP)/u.test(name.slice(at))) return name;
    return `${name.slice(0, at)} ${place}${name.slice(at)}`;
  }
  return /(?<!\p{L})(?:tỉnh|thành phố|huyện|quận|thị xã)$/u.test(name) ||
    /^(?:Sở|Ban Chỉ đạo) [^,]*(?:thông|\d)$/iu.test(name)
    ? `${name} ${place}`
    : name;
}

function canonicalName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-zđ]+/g, ' ');
}
