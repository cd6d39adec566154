import { describe, expect, it } from 'vitest';
import { ingestText, pageOf } from '../fixtures';
import { readAuthor, readSource } from '../page/signature';
import { bare } from '../page/text';

describe('who chaired', () => {
  it.each([
    ['Đồng chí Lê Văn An, Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì hội nghị.', 'Lê Văn An'],
    ['Chủ trì hội nghị là đồng chí Y Khiêm Niê, Phó Bí thư.', 'Y Khiêm Niê'],
    ['Chủ trì hội nghị là Phó Bí thư Thường trực Quận ủy Trần Thị Hòa.', 'Trần Thị Hòa'],
    ['Hội nghị do đồng chí Lê Thị Bé Sáu, Trưởng ban, chủ trì.', 'Lê Thị Bé Sáu'],
    ['Hội nghị diễn ra dưới sự chủ trì của ông Lê Văn An, Bí thư.', 'Lê Văn An'],
    [
      'Các đồng chí: Lê Văn An, Trưởng ban; đồng chí Vũ Bình, Giám đốc sở đồng chủ trì hội nghị.',
      'Lê Văn An, Vũ Bình',
    ],
    ['Dự có đồng chí Lê Văn An, Phó Bí thư; đồng chí Vũ Thị Bình, Trưởng ban chủ trì.', 'Vũ Thị Bình'],
    ['Bà Thái Ngọc Diễm, Phó Trưởng Ban, chủ trì.', 'Thái Ngọc Diễm'],
    ['Dự và chỉ đạo hội nghị có đồng chí Lê Văn An, Phó Trưởng ban.', null],
    ['Đồng chí Trưởng Ban Tuyên giáo chủ trì hội nghị.', null],
    ['Ban đã chủ trì tham mưu nhiều văn bản, do đồng chí Lê Văn An soạn.', null],
  ])('%s', async (sentence, name) => {
    const lead = `Ngày 5/5/2021, Ban Tuyên giáo Tỉnh ủy Hưng Yên mở hội nghị giao ban quý I năm 2021 với các huyện. ${sentence}`;
    const { report, evidence } = await ingestText(pageOf({ lead }));
    expect(report.chair).toBe(name);
    if (name && !name.includes(',')) expect(evidence.chair?.text).toBe(name);
  });
});

const line = (text: string) => ({ text, bare: bare(text) });

describe('who signed', () => {
  it.each([
    ['Hoàng Tùng', 'Hoàng Tùng'],
    ['VÕ THẮM', 'Võ Thắm'],
    ['Tin, ảnh: Hồng Thái', 'Hồng Thái'],
    ['Tin và ảnh: TÂY HỒ', 'Tây Hồ'],
    ['Tác giả: Trần Long', 'Trần Long'],
    ['Tin: Bùi Nhàn - Công chức Văn hóa xã', 'Bùi Nhàn'],
    ['Phương Linh - Việt Cường', 'Phương Linh - Việt Cường'],
    ['(PV)', 'PV'],
    ['B.S', 'B.S'],
    ['Q.Như', 'Q.Như'],
    ['Quang cảnh hội nghị', null],
    ['Tin khác', null],
    ['Hà Nội', null],
    ['Kết quả nổi bật', null],
  ])('%s', (text, name) => {
    expect(readAuthor(line(text))).toBe(name);
  });
});

describe('whom the page credits', () => {
  it.each([
    ['Nguồn: https://tuyengiao.example.vn/', 'https://tuyengiao.example.vn/'],
    ['(Theo Báo Hải Phòng)', 'Báo Hải Phòng'],
    ['Nguồn tin: anlao.binhdinh.gov.vn', 'anlao.binhdinh.gov.vn'],
    ['Theo kế hoạch, hội nghị kéo dài hai ngày', null],
    ['Nguồn tin', null],
  ])('%s', (text, name) => {
    expect(readSource(line(text))).toBe(name);
  });
});
