import { describe, expect, it } from 'vitest';
import { ingestText, pageOf } from '../fixtures';
import { sentenceCase, trimTitle } from './title';

describe('trimTitle', () => {
  it.each([
    ['HGĐT- Huyện ủy Quang Bình sơ kết', 'Huyện ủy Quang Bình sơ kết'],
    ['TPHCM - Giao ban báo chí', 'TPHCM - Giao ban báo chí'],
    ['Giao ban báo chí tháng 8 In trang', 'Giao ban báo chí tháng 8'],
    ['Giao ban báo chí tháng 8 (Phát TS 30 9)', 'Giao ban báo chí tháng 8'],
    ['Giao ban báo chí tháng 8 (TS 30/11)', 'Giao ban báo chí tháng 8'],
    ['Giao ban báo chí tháng 8 - đã psts 27.7', 'Giao ban báo chí tháng 8'],
    ['Giao ban báo chí tháng 8 | 15/01/2021 15:54', 'Giao ban báo chí tháng 8'],
    ['Giao ban báo chí tháng 8 - Báo Hưng Yên', 'Giao ban báo chí tháng 8'],
    ['Giao ban báo chí (lần thứ hai)', 'Giao ban báo chí (lần thứ hai)'],
  ])('%s', (title, trimmed) => {
    expect(trimTitle(title)).toBe(trimmed);
  });
});

describe('sentenceCase', () => {
  const article = 'Ban Tuyên giáo Tỉnh ủy họp. Toàn ngành làm công tác tuyên giáo tốt; HĐND tỉnh ghi nhận.';

  it.each([
    ['SƠ KẾT CÔNG TÁC TUYÊN GIÁO QUÝ III', 'Sơ kết công tác tuyên giáo quý III'],
    ['BAN TUYÊN GIÁO TỈNH ỦY HỌP', 'Ban Tuyên giáo Tỉnh ủy họp'],
    ['HƯNG YÊN: GIAO BAN BÁO CHÍ', 'Hưng Yên: Giao ban báo chí'],
    ['HĐND TỈNH HỌP VỀ 05-CT/TW', 'HĐND tỉnh họp về 05-CT/TW'],
  ])('%s', (shouted, expected) => {
    expect(sentenceCase(shouted, article, ['Hưng Yên'])).toBe(expected);
  });
});

describe('the headline', () => {
  const lead =
    'Ngày 5/5/2021, Ban Tuyên giáo Tỉnh ủy Hưng Yên tổ chức hội nghị giao ban quý I với nhiều nội dung quan trọng được bàn kỹ.';

  it('may stand below the article only, under a label', async () => {
    const { report, titleIs } = await ingestText(
      `${lead}\n\nHoàng An\n\nQR CODE: Giao ban công tác tuyên giáo quý I năm 2021\nTin khác`,
    );
    expect(report.title).toBe('Giao ban công tác tuyên giáo quý I năm 2021');
    expect(titleIs).toBe('page');
  });

  it('is composed, and marked so, where there is none', async () => {
    const { report, titleIs, warnings } = await ingestText(`${lead}\n\nHoàng An\n`);
    expect(report.title).toBe('Ban Tuyên giáo Tỉnh ủy Hưng Yên: giao ban công tác tuyên giáo quý I/2021');
    expect(titleIs).toBe('composed');
    expect(warnings.map(({ code }) => code)).toContain('title-composed');
  });

  it('may be broken over lines of capitals', async () => {
    const page = pageOf({ title: 'GIAO BAN CÔNG TÁC TUYÊN GIÁO\nQUÝ I NĂM 2021', lead });
    expect((await ingestText(page)).report.title).toBe('Giao ban công tác tuyên giáo quý I năm 2021');
  });
});
