/** The lines that sign an article: who wrote it, whom it was taken from. */
import type { Line, Role } from './page';

/** `Hoàng Tùng`, `VÕ THẮM`, `Y Khiêm Niê`: two to five capitalised words and nothing else. */
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]*";
export const PERSON = `${WORD}(?: ${WORD}){1,4}`;
/** Short forms: `PV`, `BBT`, `Nhóm PV`, `T.H`, `P.V - CTV`. */
const DESK = '(?:Nhóm )?(?:PV|P\\.V|BBT|CTV|BTV|Phóng viên|TTXVN|VOV|VTV|Ban biên tập|Ban Biên tập)';
const INITIALS = '\\p{Lu}\\.\\s?\\p{Lu}\\p{Ll}+|\\p{Lu}{1,2}(?:\\.\\p{Lu}{1,2}){1,3}\\.?';
const NAME = `(?:${DESK}|${PERSON}|${INITIALS}|\\p{Lu}\\p{Ll}+)`;
const NAMES = `${NAME}(?:\\s*(?:[-–,&/]|và)\\s*${NAME}){0,3}`;

const LABELLED =
  /^(?:\(|\[)?(?:(?:tin|bài|ảnh|thực hiện)(?:\s*(?:,|và|-|&|\/|\+)?\s*(?:tin|bài|ảnh|clip|video))*|tác giả|người viết(?: bài)?|biên tập|bài viết)\s*[:：]\s*(?<name>.{2,60}?)(?:\)|\])?\.?$/iu;
/** A photographer alone is no author. */
const PHOTO = /^(?:\(|\[)?(?:ảnh|video|clip)\s*[:：]/iu;
/** `Tin: Lê Hà - Ảnh: Vũ An`: the second name took the pictures. */
const PHOTO_TAIL = /\s*[-–;,/|]?\s*(?:ảnh|video|clip)\s*[:：].*$/iu;
const BARE_NAME = new RegExp(
  `^(?:\\(|\\[)?(?:(?:PV|CTV|P\\.V)\\s+(?=\\p{Lu}\\p{Ll}))?(?<name>${NAMES})(?:\\)|\\]|\\s*\\([^)]{2,40}\\))?\\.?$`,
  'u',
);
const SOURCE =
  /^\(?(?:nguồn(?: tin| bài| trích)?|theo|nguon(?: tin)?|link gốc|trích)\s*[:：]?\s*(?<name>.{3,100}?)\)?\.?$/iu;

/** Words that open other short capitalised lines: places, bodies, headings. */
const NOT_A_PERSON =
  /^(?:tin|bài|ảnh|hội nghị|ban |tỉnh |thành phố|huyện|quận |đảng|ủy ban|ubnd|hđnd|cổng|trung tâm|sở |báo |tạp chí|đài |phòng |xã |phường |việt nam|hà nội|hải phòng|đà nẵng|tp|quang cảnh|toàn cảnh|video|media|facebook|zalo|từ khóa|theo dõi|nhân dân|mặt trận|hội |đoàn |liên |các |những |kết quả|nhiệm vụ|văn bản|thông báo|trang |bản |tiện ích|chuyên mục|sự kiện|bình luận|chia sẻ|cập nhật)/;

/** `author` or `source` where a line is one; null otherwise. */
export function signatureOf(line: Line): Extract<Role, 'author' | 'source'> | null {
  if (readSource(line)) return 'source';
  return readAuthor(line) ? 'author' : null;
}

/** As `signatureOf`, for lines that say what they are (`Tác giả: …`, `Nguồn: …`): these count wherever they stand. */
export function labelledSignatureOf(line: Line): Extract<Role, 'author' | 'source'> | null {
  if (LABELLED.test(line.text) && readAuthor(line)) return 'author';
  return /^\(?nguon\b.{0,12}:/.test(line.bare) && readSource(line) ? 'source' : null;
}

/** Who signed: `Tin, ảnh: Hồng Thái` and `VÕ THẮM` give `Hồng Thái`, `Võ Thắm`. Null for any other line. */
export function readAuthor({ text }: Pick<Line, 'text'>): string | null {
  if (text.length > 80) return null;
  if (PHOTO.test(text)) return null;
  const labelled = LABELLED.exec(withoutPhotographer(text))?.groups?.name;
  if (labelled && !/\d{3}/.test(labelled)) return titleCase(withoutOffice(labelled.trim()));
  if (NOT_A_PERSON.test(text.toLowerCase().replace(/^[([]/, ''))) return null;
  const name = BARE_NAME.exec(text)?.groups?.name;
  return name && name.length > 1 ? titleCase(name) : null;
}

/** Whom a page credits: `Nguồn: https://…`, `Theo Báo Hải Phòng`. */
export function readSource({ text, bare }: Pick<Line, 'text' | 'bare'>): string | null {
  if (text.length > 110 || /^nguon tin$/.test(bare)) return null;
  const name = SOURCE.exec(text)?.groups?.name;
  if (!name) return null;
  if (
    /^theo\b/.test(bare.replace(/^\(/, '')) &&
    !/^\(?theo:? (?:bao|tap chi|cong|trang|website|ttxvn|vov|vtv|https?|[a-z0-9.-]+\.(?:vn|com|org))/.test(
      bare,
    )
  )
    return null;
  return name.trim();
}

function withoutPhotographer(text: string): string {
  const label = text.search(/[:：]/) + 1;
  return label === 0 ? text : text.slice(0, label + 1) + text.slice(label + 1).replace(PHOTO_TAIL, '');
}

/** `Bùi Nhàn - Công chức Văn hóa xã` is signed by Bùi Nhàn. */
function withoutOffice(name: string): string {
  const parts = name.split(/\s+[-–]\s+|\s*[,(]\s*/);
  const first = parts[0] ?? name;
  const others = parts.slice(1).every((part) => BARE_NAME.test(part));
  return others || !BARE_NAME.test(first) ? name : first;
}

/** A name in capitals is set as names are; initials and desks stay. */
function titleCase(name: string): string {
  if (name !== name.toUpperCase() || !/\p{L}{3}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s(-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
