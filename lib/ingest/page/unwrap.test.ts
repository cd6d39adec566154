import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingestText, pageOf } from '../fixtures';
import { sourceText } from './text';
import { unwrap } from './unwrap';

const PAGE = pageOf({
  title: 'Hưng Yên: Giao ban công tác tuyên giáo quý I, triển khai nhiệm vụ quý II năm 2021',
  stamp: '06/05/2021 08:00',
  lead: 'Ngày 5/5, Ban Tuyên giáo Tỉnh ủy Hưng Yên tổ chức hội nghị giao ban quý I năm 2021, bàn việc làm theo Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị ở các huyện, thành phố. Đồng chí Lê Văn An, Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì hội nghị.',
  more: 'Trong quý, cán bộ tuyên giáo đến từng xóm nghe dân nói, mở 125 buổi nói chuyện thời sự với hơn 7.400 lượt người nghe, ghi lại từng việc và báo cáo cấp ủy ngay trong ngày, không chờ đến cuối tháng mới gửi một lần như những năm trước đây.',
  tail: 'Tin khác\nBắc Giang: Sơ kết công tác tuyên giáo',
});

/** Breaks every line at a width, between words. */
function wrap(text: string, width: number): string {
  return text.replace(new RegExp(`(?![^\\n]{1,${width}}$)([^\\n]{1,${width}}) `, 'gm'), '$1\n');
}

describe('unwrap', () => {
  it.each([60, 72, 78, 90])('makes paragraphs broken at %d letters whole again', async (width) => {
    const whole = await ingestText(PAGE);
    const broken = await ingestText(wrap(PAGE, width));
    expect(broken.report).toEqual(whole.report);
    expect(broken.body).toBe(whole.body);
  });

  it('keeps evidence where it stands in the broken page', async () => {
    const { raw, evidence } = await ingestText(wrap(PAGE, 60));
    for (const { text, start, end } of Object.values(evidence)) expect(raw.slice(start, end)).toBe(text);
  });

  it('leaves pages of whole paragraphs alone, and every length', () => {
    const source = sourceText(PAGE);
    expect(unwrap(source)).toBe(source);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aăb .,\n') }), (text) => {
        // Of the source: it may part syllables that the page ran together.
        const read = sourceText(text);
        expect(unwrap(read).text).toHaveLength(read.text.length);
      }),
    );
  });
});
