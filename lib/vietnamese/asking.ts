/** Words of asking and of politeness around what is looked for: `cho tôi xem báo cáo …`, `… là ai`. */
import type { Token } from './tokenize';

/** Anywhere in a question. Folded; longer before shorter. */
const ANYWHERE =
  'tôi muốn tìm hiểu|tôi muốn biết|tôi muốn tìm|tôi muốn xem|tôi cần tìm|tôi cần|tôi muốn|mình muốn tìm|mình muốn|muốn tìm|muốn biết|' +
  'xin chào|chào bạn|chào anh chị|bạn ơi|ad ơi|em ơi|làm ơn|vui lòng|giúp mình với|giúp tôi với|tìm giùm tôi|tìm giùm|tìm hộ tôi|tìm hộ|' +
  'cho tôi xem|cho tôi biết|cho tôi hỏi|cho tôi|cho em hỏi|cho mình hỏi|cho mình|cho hỏi|cho biết|cho xem|hãy cho biết|xin hỏi|xin cho|' +
  'tìm giúp tôi|tìm giúp|tìm cho tôi|tìm kiếm|tra cứu|liệt kê|kể tên|hãy nêu|nêu rõ|so sánh|' +
  'là những ai|là ai|là gì|gồm những gì|là bao nhiêu|có bao nhiêu|được bao nhiêu|bao nhiêu|ở đâu|khi nào|bao giờ|ngày nào|tháng nào|năm nào|' +
  'những tỉnh nào|tỉnh thành nào|tỉnh nào|thành phố nào|địa phương nào|đơn vị nào|nơi nào|như thế nào|ra sao|thế nào|vì sao|tại sao|hay không|phải không|' +
  'những ai tham dự|những ai dự|ai tham dự|ai dự|ai phát biểu|giữ chức vụ gì|giữ chức gì|làm chức gì|chức vụ gì|nói những gì|nói gì|nói về gì|' +
  'phát biểu những gì|phát biểu gì|nội dung gì|vấn đề gì|kết quả gì|kết quả ra sao|có những gì|đã làm gì|làm gì|làm được gì|bao lâu|lúc nào|hồi nào|' +
  'những gì|gì|nào';
/** At its beginning. */
const AT_FIRST =
  'ai|do ai|tìm|xem|hãy|xin|những báo cáo|các báo cáo|tất cả báo cáo|mọi báo cáo|báo cáo|danh sách|thông tin về|tài liệu về|bài về|tin về|thời kỳ|thời|hội nghị nào|hội nghị có';
/** At its end. */
const AT_LAST = 'ai|đâu|không|chưa|nhỉ|ạ|với|với ạ|nhé|cảm ơn|xin cảm ơn|phần trăm';

const ODD: Record<string, string> = { đ: 'd', y: 'i' };

/** Folded without the tokenizer: the lists above hold plain syllables only. */
function folded(list: string): string {
  return list
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đ]|(?<=k|m|l|t)y(?= |\||$)/g, (letter) => ODD[letter] ?? letter);
}

const FRAME = new RegExp(`(?<![^ ])(?:${folded(ANYWHERE)})(?= )`, 'g');
const FIRST = new RegExp(`^(?:(?:${folded(AT_FIRST)}) )+`);
const LAST = new RegExp(`(?<= )(?:${folded(AT_LAST)}) $`);

/**
 * Which tokens of a question only ask: `true` for each of those. None when nothing else would remain.
 * Quoted and excluded words are for the caller to keep out.
 */
export function askingOnly(tokens: readonly Token[]): boolean[] {
  const starts: number[] = [];
  let joined = '';
  for (const token of tokens) {
    starts.push(joined.length);
    joined += `${token.document ? '#' : token.folded} `;
  }
  const idle = new Array<boolean>(tokens.length).fill(false);
  const lay = (from: number, to: number): void => {
    starts.forEach((start, i) => {
      if (start >= from && start < to) idle[i] = true;
    });
  };
  for (const found of joined.matchAll(FRAME)) lay(found.index, found.index + found[0].length);
  // What stands first may follow a frame: `cho tôi xem báo cáo …`.
  const begin = idle.indexOf(false);
  const rest = begin > 0 ? joined.slice(starts[begin]) : joined;
  const first = FIRST.exec(rest);
  if (first) lay(joined.length - rest.length, joined.length - rest.length + first[0].length);
  const last = LAST.exec(joined);
  if (last && tokens.length > 3) lay(last.index, last.index + last[0].length);
  return idle.every(Boolean) ? idle.fill(false) : idle;
}
