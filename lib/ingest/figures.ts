/**
 * Numbers worth a table cell: what was counted, how many, how exactly.
 *
 *   "trên 1.200 hội nghị trực tiếp với …"     qualifier trên · value 1200 · unit hội nghị trực tiếp
 *   "109/109 xã có …"                         value 109 · unit xã · qualifier 109/109
 *   "tặng Giấy khen cho 16 tập thể"           value 16 · unit tập thể được tặng Giấy khen
 *
 * Dates, years, document numbers, ordinals, names with numbers, ages and spans of time are no figures.
 */
import type { Figure } from '../corpus/model';
import { readDocumentNumbers } from '../vietnamese/document-number';
import { readDates } from './dates';
import { type Line, linesOf, type Page } from './page';
import type { Span } from './text';

export interface ReadFigure extends Span {
  figure: Figure;
}

const QUALIFIERS =
  'trên|hơn|gần|khoảng|xấp xỉ|ít nhất|tối thiểu|không dưới|dưới|ước|ước đạt|đạt trên|đạt gần|đạt hơn';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\p{N}[./,:-]|[\\p{L}][-/])(?:(?<qualifier>${QUALIFIERS}) )?(?<ratio>\\d{1,3}(?:\\.\\d{3})*|\\d+)(?<of> ?/ ?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+))?(?<decimal>,\\d{1,3}(?!\\d))?(?<scale> (?:triệu|nghìn|ngàn|vạn)(?! đồng| USD| đô))?(?<percent> ?%)?(?![\\d]|[/:]\\d|-\\d|[.,]\\d)`,
  'giu',
);

/** A noun right after the number that makes it a span of time, an age, an ordinal. */
const NO_UNIT =
  /^(?:năm|tháng|ngày|giờ|phút|giây|tuần|quý|khóa|khoá|tuổi|nhiệm kỳ|thế kỷ|thập kỷ|thập niên|âm lịch|dương lịch|h|mùa|lần thứ|và \d|nam|thang|ngay|khoa)(?!\p{L})/u;
/** A word right before the number that makes it a name or an ordinal. */
const NAME_BEFORE =
  /(?:(?<!\p{L})(?:ngày|tháng|năm|quý|khóa|khoá|số|thứ|lần|điều|chương|mục|khoản|cụm|cụm thi đua|tổ|đội|ban chỉ đạo|bcđ|lực lượng|quận|phường|khu|khu vực|khu phố|ấp|thôn|tổ dân phố|vùng|quân khu|quân đoàn|sư đoàn|quốc lộ|ql|tỉnh lộ|đường|hẻm|covid|đợt|hạng|cấp|mức độ|giai đoạn|nhiệm kỳ|trung ương|tw|t\.ư|tư|đại hội|thế hệ|hình|bảng|trang|lớp|khối|phiên bản|tuần|kênh|vtv|vov|fax|hải dương|phòng|công nghiệp|chính phủ|nghị quyết|chỉ thị|kết luận|nam|thang|ngay|so|vụ|việt nam|u) |[-/])$/iu;

/** Words that end a unit: prepositions, particles, verbs. Spelt, whole syllables; a page without marks has them bare. */
const STOP = new Set(
  'với cho của trong tại ở về và để do bởi được có là đạt đã đang sẽ còn phải từ trên theo qua như so nhằm gồm các những khi này đó vào bằng giữa gửi viết bị hay hoặc nhưng mà thì lên ra đều cũng riêng đúng tới đến sau trước góp giúp tăng giảm chiếm chạy không chưa cần nên vừa xong hơn cùng hàng mỗi nhất rằng vì nếu ngoài dưới nhưng lại nữa luôn từng đầu cuối nay kia đây đấy toàn'.split(
    ' ',
  ),
);
const STOP_PLAIN = new Set(
  'voi cho cua trong tai ve va de duoc la da dang se con theo nhu cac nhung khi vao bang'.split(' '),
);
/** Pairs of syllables that belong together although their first is a stop. */
const KEEP =
  /^(?:ra quân|từ thiện|công tác|tiếp sức|trên không|do thám|giữa kỳ|đầu sách|đầu việc|đầu mối|cuối kỳ|về đích|không gian|đúng hạn|tiếp dân|mới nở|góp ý|ngoài nước|ngoài trời|toàn quốc|toàn diện|toàn dân|đầu tư|cùng kỳ)(?!\p{L})/u;
const NOUN_LIST =
  /^(?:(?:tin|bai|phong su|anh|video|clip|chuyen muc|phong|xa|phuong|thi tran|dac khu|huyen|quan|thi|thanh|tinh|thanh pho|thi xa|can bo|dang vien|doan vien|hoi vien|cong chuc|vien chuc|nguoi lao dong|nhan dan|chien si|ap|khom|khu pho|thon|ban|lang|to dan pho|tap the|ca nhan|gia dinh|ho|nganh|so|ban|don vi|dia phuong|co quan|chi bo|dang bo|dang uy|chi hoi|cap uy|bao cao vien|tuyen truyen vien|cong tac vien|giai phap|nhiem vu|muc tieu|chi tieu|noi dung|van de|de an|chuong trinh|ke hoach|hoc sinh|sinh vien|giao vien|phong vien|bien tap vien|nha bao|hoi nghi|lop|buoi|cuoc|hoi thao|toa dam|nghi quyet|chi thi|ket luan|van ban|cong trinh|mo hinh|sach|tai lieu|to roi|to gap|bang ron|ap phich|pano|khau hieu|y kien|kien nghi|de xuat|thanh uy|thi uy|quan uy|huyen uy|tinh uy|co quan chu quan|trung tam|truong|doan the|to chuc|doanh nghiep|hop tac xa|cau lac bo|doi|to|nhom|diem|cum|tho|nhac|tac pham)(?![a-z]))/;
const AWARD_NAME =
  '(?:giấy khen|bằng khen|kỷ niệm chương|huy hiệu|cờ thi đua|huân chương|danh hiệu [^,.;]{4,40})';
const AWARDED = new RegExp(
  `(?<verb>tặng|trao tặng|trao|nhận|khen thưởng)[^.;]{0,24}?(?<award>${AWARD_NAME})`,
  'iu',
);
const AWARDEE = /^(?:tap the|ca nhan|gia dinh|dong chi|can bo|don vi)\b/;
const LONGEST_UNIT = 12;

/** Every figure of the article, in order; the same value and unit once. */
export function readFigures(page: Page): ReadFigure[] {
  const found = new Map<string, ReadFigure>();
  for (const line of linesOf(page, 'body')) {
    if (!/\d/.test(line.bare)) continue;
    for (const entry of figuresIn(line)) {
      const key = `${entry.figure.value} ${entry.figure.unit} ${entry.figure.unit === '%' ? entry.start : ''}`;
      if (!found.has(key)) found.set(key, entry);
    }
  }
  return [...found.values()];
}

function figuresIn(line: Line): ReadFigure[] {
  const { text, bare } = line;
  const taken: Span[] = [
    ...readDocumentNumbers(text).map(({ wordsStart, end }) => ({ start: wordsStart, end })),
    ...readDates(bare).filter(
      (date) =>
        date.year !== undefined ||
        /(?:ngay|sang|chieu|toi|trua|nay \(|hom|va|[(-]) ?$/.test(
          bare.slice(Math.max(0, date.start - 9), date.start),
        ),
    ),
  ];
  const figures: ReadFigure[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { qualifier, ratio = '', of, decimal, scale, percent } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const digits = start + (qualifier ? qualifier.length + 1 : 0);
    if (taken.some((span) => digits < span.end && end > span.start)) continue;
    if (!of && NAME_BEFORE.test(text.slice(Math.max(0, digits - 24), digits))) continue;
    const value = amountOf(ratio, decimal, scale);
    const written = {
      ...(of && !percent
        ? { qualifier: `${ratio}${of}`.replace(/ /g, '') }
        : qualifier
          ? { qualifier: qualifier.toLowerCase() }
          : {}),
    };
    if (percent) {
      figures.push({
        figure: { value, unit: '%', ...written },
        start: line.start + start,
        end: line.start + end,
      });
      continue;
    }
    const unit = unitAfter(text, bare, end);
    if (!unit || isYear(ratio, of, decimal)) continue;
    const awarded = AWARDEE.test(unit.bare) ? awardOf(line, digits, unit.end) : null;
    const name = awarded
      ? `${unit.bare.startsWith('tap the') ? 'tập thể' : unit.text} ${awarded}`
      : unit.text;
    figures.push({
      figure: { value, unit: name, ...written },
      start: line.start + start,
      end: line.start + unit.end,
    });
  }
  return figures;
}

function amountOf(integer: string, decimal: string | undefined, scale: string | undefined): number {
  const value = Number(integer.replace(/\./g, '') + (decimal ? `.${decimal.slice(1)}` : ''));
  const factor = scale
    ? { triệu: 1_000_000, nghìn: 1000, ngàn: 1000, vạn: 10_000 }[scale.trim().toLowerCase()]
    : undefined;
  return factor ? Math.round(value * factor * 1000) / 1000 : value;
}

function isYear(integer: string, of: string | undefined, decimal: string | undefined): boolean {
  return /^(?:19|20)\d\d$/.test(integer) && !of && !decimal;
}

interface Unit {
  text: string;
  bare: string;
  end: number;
}

/** The noun phrase after a number: to the first verb, preposition or mark; commas between nouns of one kind stay. */
function unitAfter(text: string, bare: string, from: number): Unit | null {
  if (text.charAt(from) !== ' ') return null;
  const rest = bare.slice(from + 1, from + 40);
  if (NO_UNIT.test(text.slice(from + 1, from + 20).toLowerCase())) return null;
  const money =
    /^(?:ty|trieu|nghin|ngan)? ?(?:ty |trieu |nghin )?(?:dong|usd|do la)\b/.exec(rest) ??
    /^(?:m2|m3|km2?|ha|tan|kg|met)\b(?: [a-z]+)?/.exec(rest);
  if (money) return slice(text, bare, from + 1, from + 1 + money[0].length);
  if (
    !/^\p{Ll}/u.test(text.slice(from + 1)) &&
    !/^(?:Bằng|Giấy|Bà mẹ|Đảng|Huân|Kỷ niệm)/.test(text.slice(from + 1))
  )
    return null;
  let end = from;
  let words = 0;
  let coordinated = false;
  const plain = bare === text.toLowerCase();
  while (words < LONGEST_UNIT) {
    const word = /^ ([\p{L}\p{M}'’]+(?:-[\p{L}\p{M}]+)*)/u.exec(text.slice(end, end + 30));
    if (!word?.[1]) {
      const comma = /^, /.exec(text.slice(end, end + 2));
      if (comma && words > 0 && coordinates(bare, from + 1, end, end + 2)) {
        coordinated = true;
        const noun = NOUN_LIST.exec(bare.slice(end + 2, end + 40));
        end += 2 + (noun?.[0].length ?? 0);
        words += 1;
        continue;
      }
      break;
    }
    const at = end + 1;
    const syllable = bare.slice(at, at + word[1].length);
    if (
      words > 0 &&
      syllable === 'va' &&
      coordinated &&
      NOUN_LIST.test(bare.slice(at + 3, at + 40)) &&
      !/^\d/.test(bare.slice(at + 3))
    ) {
      const noun = NOUN_LIST.exec(bare.slice(at + 3, at + 40));
      end = at + 3 + (noun?.[0].length ?? 0);
      coordinated = false;
      words += 1;
      continue;
    }
    const passive = words > 0 ? /^được (?:đăng ký|công nhận)(?=[.,;])/u.exec(text.slice(at, at + 24)) : null;
    if (passive) {
      end = at + passive[0].length;
      break;
    }
    const spelt = text.slice(at, at + 24).toLowerCase();
    if ((STOP.has(word[1].toLowerCase()) && !KEEP.test(spelt)) || (plain && STOP_PLAIN.has(syllable))) break;
    if (words > 0 && VERB.test(spelt) && !GERUND.test(bare.slice(from + 1, end))) break;
    if (
      words > 0 &&
      /^\p{Lu}/u.test(word[1]) &&
      !/^(?:Giấy|Bằng|Việt|Nam|Bác|Đảng|Hồ|Chí|Minh)$/.test(word[1])
    )
      break;
    end = at + word[1].length;
    words += 1;
  }
  return words > 0 ? slice(text, bare, from + 1, end) : null;
}

/** Verbs and such that begin what the counted ones did. */
const VERB =
  /^(?:tham (?:dự|gia|quan)|học(?: tập)?(?! (?:viên|sinh|bổng|nghị|kỳ|phần))|hoạt động (?:thường|có|hiệu|tốt)|thực hiện|tổ chức|triển khai|tự nhận|kết nối|phát huy|giới thiệu|trình bày|mở|tại cơ sở|xuất sắc|tiêu biểu|đầu tiên|dự|đóng góp|đăng ký (?:thi|học|làm)|ủng hộ|thảo luận|vượt|ký|đề|trở lên|các loại|mọi loại|đến từ|gồm|nghe|xem|liên quan|khác|thi đua|chấp hành|quán triệt(?! nghị quyết)|hoàn tất|hoàn thành|đồng ý|nộp|phục vụ|làm|giữ|người tốt|sớm|truyền|ban hành|phản ánh|phát hành|đi|nằm|chia|tiếp tục|tiếp nhận|hưởng|vi phạm|chậm|mới (?:được|thành|đạt|có|chỉ))(?!\p{L})/u;
/** Heads after which a verb still names the kind: `lượt người nghe`, `hội nghị quán triệt nghị quyết`. */
const GERUND = /^(?:luot(?: nguoi| bai| xem)?|hoi nghi|lop|buoi|cuoc|nguoi|tai khoan|viec|mo hinh)$/;

/** `cán bộ, đảng viên`: a comma between nouns that go together, with no number after it. */
function coordinates(bare: string, start: number, comma: number, after: number): boolean {
  const noun = NOUN_LIST.exec(bare.slice(after, after + 40));
  if (!noun) return false;
  const head = bare.slice(start, comma);
  const follow = bare.slice(after + noun[0].length, after + noun[0].length + 14);
  // `12 lớp, học viên được …` starts a clause of its own when a verb follows right away.
  if (/^ (?:duoc|da|se|dang|phai|tiep)\b/.test(follow) && head.split(' ').length > 2) return false;
  return head.split(' ').length <= 6;
}

function slice(text: string, bare: string, start: number, end: number): Unit {
  return { text: text.slice(start, end).replace(/ các loại$/, ''), bare: bare.slice(start, end), end };
}

/** `được tặng Giấy khen`, for a number of collectives or persons that a sentence rewards. */
function awardOf({ text, bare }: Line, at: number, unitEnd: number): string | null {
  const from = Math.max(bare.lastIndexOf('. ', at), bare.lastIndexOf('; ', at), 0);
  const stop = /[.;]/.exec(text.slice(unitEnd));
  const after = text.slice(unitEnd, stop ? unitEnd + stop.index : undefined);
  const before = text.slice(from, at);
  const given = new RegExp(
    `(?:tặng|trao|trao tặng)\\s[^.;]{0,20}?(${AWARD_NAME})(?: [^.;]{0,70}?)? cho [^.;]{0,60}$`,
    'iu',
  ).exec(before);
  if (given?.[1]) return `được tặng ${given[1]}`;
  const received = AWARDED.exec(after);
  if (received?.groups?.award && received.index < 140)
    return `được ${/nhận/i.test(received.groups.verb ?? '') ? 'nhận' : 'tặng'} ${received.groups.award}`;
  const passive = new RegExp(`(?:nhận|được tặng)\\s(${AWARD_NAME})`, 'iu').exec(before);
  return passive?.[1] ? `được tặng ${passive[1]}` : null;
}
