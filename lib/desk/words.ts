/** What the desk says in Vietnamese of what the code below it says by a code, or in English for a terminal. */
import type { FailureCode } from '../ingest/read/failure';
import type { Warning } from '../ingest/recognise/finding';

const FAILURES: Record<FailureCode, string> = {
  empty: 'Không có chữ nào. Hãy lưu lại trang rồi thử lại.',
  binary: 'Đây không phải là văn bản. Hãy đưa tệp .txt, .html, .docx hoặc .pdf.',
  'not-vietnamese': 'Không đọc ra tiếng Việt ở bảng mã nào. Hãy lưu lại tệp ở dạng UTF-8.',
  encrypted: 'Tệp có mật khẩu, hoặc là .doc đời cũ. Hãy lưu lại thành .docx không mật khẩu.',
  scanned: 'Đây là ảnh chụp, không có chữ. Hãy nhận dạng chữ (OCR) trước.',
  'too-large': 'Trang quá lớn. Hãy chỉ lưu riêng bài viết.',
  bomb: 'Tệp nén bung ra quá lớn nên không mở.',
  broken: 'Tệp bị hỏng. Hãy tải hoặc lưu lại.',
  'unknown-format': 'Không rõ đây là tệp gì. Hãy đưa tệp .txt, .html, .docx hoặc .pdf.',
  'no-body': 'Không thấy bài viết nào trên trang. Hãy kiểm tra lại tệp hoặc địa chỉ.',
  address: 'Đây không phải địa chỉ http hoặc https.',
  private: 'Địa chỉ nằm trong mạng nội bộ nên không mở. Hãy lưu trang thành tệp.',
  timeout: 'Trang không trả lời trong 10 giây. Hãy thử lại sau, hoặc lưu trang thành tệp.',
  unreachable: 'Không tới được máy chủ. Hãy kiểm tra địa chỉ, hoặc lưu trang thành tệp.',
  refused: 'Máy chủ không đưa trang này. Hãy mở địa chỉ bằng trình duyệt để kiểm tra.',
  robots: 'Trang này yêu cầu máy không đọc (robots.txt). Hãy lưu trang thành tệp.',
  login: 'Trang đòi đăng nhập. Hãy đăng nhập bằng trình duyệt rồi lưu trang thành tệp.',
  'too-much': 'Đọc trang này tốn quá nhiều bộ nhớ. Hãy chỉ lưu riêng bài viết.',
  'too-slow': 'Đọc trang này quá lâu. Hãy chỉ lưu riêng bài viết.',
  unsound: 'Không lập được báo cáo từ trang này. Hãy kiểm tra xem tệp có đúng một bài không.',
  'no-links': 'Nguồn tin không nêu bài nào.',
  unreadable: 'Địa chỉ này không phải một bài viết (có thể là ảnh, phim, tệp nén).',
};

/** One plain line about a page that could not be read. */
export function failureWords(code: FailureCode): string {
  return FAILURES[code];
}

const DOUBTS: Record<string, string> = {
  'no-held-date': 'Trang không ghi rõ ngày họp.',
  'impossible-date': 'Ngày ghi trên trang không có thật.',
  'year-corrected': 'Năm ghi trên trang không khớp kỳ báo cáo, đã đọc theo kỳ.',
  'no-year': 'Trang ghi ngày mà không ghi năm.',
  'day-month-swapped': 'Ngày và tháng trên trang có vẻ bị đảo chỗ.',
  'no-published-date': 'Trang không ghi ngày đăng.',
  'period-inferred': 'Trang chỉ nêu kỳ tới; kỳ liền trước được lấy làm kỳ báo cáo.',
  'no-period': 'Trang không nêu kỳ báo cáo.',
  'title-composed': 'Trang không có tiêu đề; đây là tiêu đề do máy đặt.',
  'kind-inferred': 'Trang không nêu loại hội nghị; suy từ kỳ báo cáo.',
  'no-organization': 'Trang không nói cơ quan nào tổ chức.',
  'former-province-open': 'Tỉnh ngày nay gộp nhiều tỉnh cũ; trang không cho biết là tỉnh cũ nào.',
  'district-open': 'Trang không cho biết quận, huyện nào.',
  'place-inferred': 'Trang không nêu tên huyện; suy từ tên xã.',
  'place-undecided': 'Trang không cho biết địa phương.',
  'plenum-name': 'là tên gọi chung của một hội nghị Trung ương, có thể chỉ nhiều văn bản.',
  'tu-or-tw': 'trang viết không dấu: TU được đọc là TƯ (Trung ương).',
  'directive-not-in-registry': 'chưa có trong sổ văn bản; giữ nguyên như trang viết.',
  'directive-date': 'ngày trên trang khác ngày trong sổ văn bản.',
  'directive-term-guessed': 'nhiều văn bản cùng số; chọn theo thời gian của báo cáo.',
  'wrong-extension': 'Đuôi tệp không đúng với nội dung; vẫn đọc được.',
  'mixed-encoding': 'Các dòng của tệp ở nhiều bảng mã; từng dòng được đọc riêng.',
};

/** A doubt of a recogniser as a sentence; of a document, with its name in front. */
export function doubtWords({ code, field, text }: Warning): string {
  const words = DOUBTS[code] ?? 'Hãy xem lại giá trị này.';
  if (field !== 'directives') return words;
  const name = /^(.+?)(?::| names )/.exec(text)?.[1];
  return name ? `${name}: ${words}` : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const REASONS: [RegExp, string][] = [
  [/^is empty|is missing|^must be a day|expected .*received undefined/, 'còn trống'],
  [/^is not a real day/, 'không phải một ngày có thật'],
  [/^is after publishedOn/, 'sau ngày đăng'],
  [/^is before/, 'quá sớm, có lẽ gõ nhầm'],
  [/lies (?:more than a year|too far) ahead/, 'quá xa trong tương lai'],
  [/^has spaces at its/, 'có khoảng trắng thừa ở đầu hoặc cuối'],
  [/^is not an http/, 'không phải địa chỉ http hoặc https'],
  [/stands in (\S+) too/, 'đã có ở báo cáo khác: $1'],
  [/is not in the registry/, 'chưa có trong sổ văn bản'],
  [/^contains the line/, 'chứa dòng “## Toàn văn”'],
  [/^goes with kind thang/, 'chỉ đi với kỳ “Tháng”'],
  [/^goes with kind nhieu-nam/, 'chỉ đi với kỳ “Nhiều năm”'],
  [/lies in .*, not in/, 'không thuộc tỉnh đã chọn'],
  [/^is not one of today|is not one of the 63|is not a district/, 'không có trong danh mục địa phương'],
  [/stands twice/, 'đã có rồi'],
  [/is not in directives\.yaml/, 'nêu một văn bản chưa có trong sổ'],
];

/** Why a value may not be saved: follows the field's name. */
export function faultWords(reason: string): string {
  for (const [pattern, words] of REASONS) {
    const match = pattern.exec(reason);
    if (match) return words.replace('$1', match[1] ?? '');
  }
  return `không hợp lệ (${reason})`;
}
