/**
 * Numbers worth a table cell: what was counted, how many, how exactly.
 *
 *   "trên 1.200 hội nghị trực tiếp với …"     qualifier trên · value 1200 · unit hội nghị trực tiếp
 *   "109/109 xã có …"                         value 109 · unit xã · qualifier 109/109
 *   "tặng Giấy khen cho 16 tập thể"           value 16 · unit tập thể được tặng Giấy khen
 *
 * Dates, years, document numbers, ordinals, names with numbers, ages and spans of time are no figures.
 */
import type { Figure } from '../../domain/report';
import { type Line, linesOf, type Page } from '../page/page';
import type { Span } from '../page/text';
import { readDates } from './dates';
import { numbersOf } from './numbers';

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
  /^(?:theo dõi|ra quân|từ thiện|công tác|tiếp sức|trên không|do thám|giữa kỳ|đầu sách|đầu việc|đầu mối|cuối kỳ|về đích|không gian|đúng hạn|tiếp dân|mới nở|góp ý|ngoài nước|ngoài trời|toàn quốc|toàn diện|toàn dân|đầu tư|cùng kỳ)(?!\p{L})/u;
/** Nouns that follow one another after a number with one count (`xã, phường, thị trấn`). */
const NOUN_LIST =
  /^(?:tin|bài|phóng sự|ảnh|video|clip|chuyên mục|phòng|xã|phường|thị trấn|đặc khu|huyện|quận|thị|thành|tỉnh|thành phố|thị xã|thành ủy|thị ủy|quận ủy|huyện ủy|tỉnh ủy|cán bộ|đảng viên|đoàn viên|hội viên|công chức|viên chức|người lao động|nhân dân|chiến sĩ|ấp|khóm|khu phố|thôn|bản|làng|tổ dân phố|tập thể|cá nhân|gia đình|hộ|ngành|sở|ban|đơn vị|địa phương|cơ quan|chi bộ|đảng bộ|đảng ủy|chi hội|cấp ủy|báo cáo viên|tuyên truyền viên|cộng tác viên|giải pháp|nhiệm vụ|mục tiêu|chỉ tiêu|nội dung|vấn đề|đề án|chương trình|kế hoạch|học sinh|sinh viên|giáo viên|học viên|phóng viên|biên tập viên|nhà báo|hội nghị|lớp|buổi|cuộc|hội thảo|tọa đàm|nghị quyết|chỉ thị|kết luận|văn bản|công trình|mô hình|sách|tài liệu|tờ rơi|tờ gấp|băng rôn|áp phích|pa nô|pano|khẩu hiệu|ý kiến|kiến nghị|đề xuất|trung tâm|trường|đoàn thể|tổ chức|doanh nghiệp|hợp tác xã|câu lạc bộ|đội|tổ|nhóm|điểm|cụm|thơ|nhạc|tác phẩm|giám đốc|chủ tịch|bí thư|trưởng thôn|già làng|trưởng bản|cơ quan chủ quản|khu công nghiệp)(?!\p{L})/iu;
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
    ...numbersOf(line).map(({ wordsStart, end }) => ({ start: wordsStart, end })),
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
    const [counted, rest] = headOf(unit.text);
    const what = [rest, awarded].filter(Boolean).join(' ');
    figures.push({
      figure: { value, unit: counted, ...(what && { what }), ...written },
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

/**
 * What is counted apart from what is said of it: `hội nghị | trực tiếp`, `lượt | cán bộ, đảng viên`. Of nouns in a list
 * each stays (`tin, bài`); a noun that the list of nouns lacks keeps its two syllables.
 */
function headOf(phrase: string): [unit: string, what: string] {
  const classified = CLASSIFIED.exec(phrase)?.[0];
  let end = (classified ?? NOUN_LIST.exec(phrase)?.[0] ?? /^\S+(?: (?!và )\S+)?/u.exec(phrase)?.[0] ?? phrase)
    .length;
  for (let next = LISTED.exec(phrase.slice(end)); next; next = LISTED.exec(phrase.slice(end))) {
    const noun = NOUN_LIST.exec(phrase.slice(end + next[0].length))?.[0];
    if (!noun) break;
    end += next[0].length + noun.length;
  }
  return [phrase.slice(0, end).replace(/,$/, ''), phrase.slice(end).replace(/^[, ]+/, '')];
}
const LISTED = /^(?:, | và )/;
/** Counting words that take a noun after them, and nouns of several syllables that the list would cut. */
const CLASSIFIED =
  /^(?:(?:lượt người|lượt|nhóm (?:nội dung|nhiệm vụ(?:, giải pháp)?|giải pháp|vấn đề)|bài (?:dự thi|viết|tham luận)|tác phẩm báo chí|cơ quan báo chí|đảng bộ cơ sở|chi, đảng bộ(?: cơ sở)?|đảng bộ(?: (?:xã|phường|huyện)(?:, (?:xã|phường|thị trấn))*)?|điểm cầu|bản cam kết|tổ chức (?:cơ sở )?đảng|câu lạc bộ|ban tuyên giáo|trung tâm|khu dân cư|tổ dân phố|Bà mẹ Việt Nam Anh hùng|ý kiến|đầu (?:sách|việc|mối)|mũi tiêm|trường|hộ|cuộc|lớp|buổi|đợt|lần|tin|bài|tổ|điểm|ấp|cờ|cuốn|tờ|suất|nhà|cây|con|chiếc|cầu|tuyến|phiếu|trang|kỳ|bộ|quyển|chuyến|tàu|người|triệu đồng|tỷ đồng|nghìn tỷ đồng|nghìn đồng|USD|ha|km|tấn|m2)(?![\p{L}]))/iu;

interface Unit {
  text: string;
  bare: string;
  end: number;
}

/** The noun phrase after a number: to the first verb, preposition or mark; commas between nouns of one kind stay. */
function unitAfter(text: string, bare: string, from: number): Unit | null {
  if (text.charAt(from) !== ' ') return null;
  if (NO_UNIT.test(text.slice(from + 1, from + 20).toLowerCase())) return null;
  const money =
    /^(?:tỷ|tỉ|triệu|nghìn|ngàn)? ?(?:đồng(?! chí)|USD|đô la)(?!\p{L})/u.exec(
      text.slice(from + 1, from + 30),
    ) ?? /^(?:m2|m3|m²|km2?|ha|tấn|kg)(?!\p{L})(?: \p{Ll}+)?/u.exec(text.slice(from + 1, from + 30));
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
      if (comma && words > 0 && coordinates(text, from + 1, end, end + 2)) {
        coordinated = true;
        const noun = NOUN_LIST.exec(text.slice(end + 2, end + 40));
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
      NOUN_LIST.test(text.slice(at + 3, at + 40)) &&
      !/^\d/.test(bare.slice(at + 3))
    ) {
      const noun = NOUN_LIST.exec(text.slice(at + 3, at + 40));
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
    const compound = COMPOUND.test(text.slice(from + 1, at + word[1].length).toLowerCase());
    if (
      (STOP.has(word[1].toLowerCase()) && !KEEP.test(spelt) && !compound) ||
      (plain && STOP_PLAIN.has(syllable))
    )
      break;
    if (
      words > 0 &&
      !compound &&
      VERB.test(spelt) &&
      !namesKind(text.slice(from + 1, end).toLowerCase(), spelt)
    )
      break;
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
  /^(?:tham (?:dự|gia|quan)|học(?: tập)?(?! (?:viên|sinh|bổng|kỳ|phần|nghề))|hoạt động (?:thường|có|hiệu|tốt)|thực hiện|tổ chức(?! (?:cơ sở|đảng|chính trị|hội|đoàn))|triển khai|tự nhận|kết nối|phát huy|giới thiệu|trình(?! diễn)|mở|tại cơ sở|xuất sắc|tiêu biểu|điển hình|đầu tiên|dự|đóng góp|đăng ký (?:thi|học|làm)|ủng hộ|hưởng ứng|thảo luận|vượt|ký (?:kết|cam)|đề (?:nghị|ra|xuất)|trở lên|các loại|mọi loại|đến từ|gồm|nghe|xem|theo dõi|liên quan|khác|thi đua|chấp hành|quán triệt|hoàn tất|hoàn thành|đồng ý|nộp|phục vụ|làm|giữ|người tốt|sớm|truyền (?:đạt|tải)|ban hành|phản (?:ánh|bác)|phát hành|đi|nằm|chia|tiếp (?:tục|nhận|thu|cận)|hưởng|vi phạm|chậm|mới (?:được|thành|đạt|có|chỉ)|trả lời|bố trí|lắp|chờ|chào mừng|nói(?! chuyện thời)|thăm|ít|nhiều|cỡ|gọi|sử dụng|cam kết|chuyển|kết nạp|trồng|hiến|đánh giá|xây dựng|duy trì|chia sẻ|đăng tải|trao|tặng|nhận|mang|tập trung|phát biểu|nêu|đề nghị|vận động|tuyên truyền(?! (?:viên|miệng))|rút|chọn|giải quyết|chuẩn bị|quan tâm|đạt|báo cáo(?! viên))(?!\p{L})/u;
/** Heads after which a verb names the kind: `lượt người nghe`, `lớp học nghị quyết`, `việc hoàn thành`. */
const KIND_OF = [
  /^(?:lượt|lượt người|người|lượt bài)$/,
  /^(?:nghe|dự(?! hội| buổi)|dự thi|xem|theo dõi)(?!\p{L})/u,
  /^(?:hội nghị|lớp|buổi|cuộc|phòng|bài|việc|tài khoản|mô hình|khoa|hội thảo khoa)$/,
  /^(?:học(?: nghị quyết)?|quán triệt nghị quyết|hoàn thành|hoạt động|tuyên truyền|nói chuyện)(?!\p{L})/u,
] as const;

/** Words whose last syllable looks like a stop or a verb. */
const COMPOUND =
  /(?:nước ngoài|bên trong|công trình|chương trình|lộ trình|quy trình|giáo trình|tiến trình|gương điển|mô hình điển|bản cam|đảng viên mới)$/u;

/** True where the verb belongs to the noun before it. */
function namesKind(head: string, next: string): boolean {
  return (KIND_OF[0].test(head) && KIND_OF[1].test(next)) || (KIND_OF[2].test(head) && KIND_OF[3].test(next));
}

/** `cán bộ, đảng viên`: a comma between nouns that go together, with no number after it. */
function coordinates(text: string, start: number, comma: number, after: number): boolean {
  return NOUN_LIST.test(text.slice(after, after + 40)) && text.slice(start, comma).split(' ').length <= 6;
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
  const praised = /^[^.;]{0,60}?được (?:[^.;]{0,40} )?(khen thưởng|biểu dương|tuyên dương)/iu.exec(after);
  if (praised) return `được ${praised[1]?.toLowerCase()}`;
  const passive = new RegExp(`(?:nhận|được tặng)\\s(${AWARD_NAME})`, 'iu').exec(before);
  return passive?.[1] ? `được tặng ${passive[1]}` : null;
}
