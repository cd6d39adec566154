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
    [
      'Dự hội nghị có các đồng chí: Vũ Bình, Vụ trưởng; Lê Thị Hoa, Bí thư; Lê Văn An, Phó Bí thư chủ trì.',
      'Lê Văn An',
    ],
    ['Đồng chí Vũ Bình, Giám đốc Sở Y tế, đồng chí Lê Văn An, Phó Trưởng ban chủ trì.', 'Vũ Bình, Lê Văn An'],
    ['Chủ trì có Phó Chủ tịch Hội Nhà báo Việt Nam Lê Văn An.', 'Lê Văn An'],
    ['Bí thư Tỉnh ủy Hưng Yên Vũ Thị Thanh Bình chủ trì hội nghị.', 'Vũ Thị Thanh Bình'],
    ['NSND Lê Văn An, Chủ tịch Liên hiệp hội chủ trì.', 'Lê Văn An'],
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

describe('the chair, as pages word it', () => {
  it.each<[string, string | null]>([
    [
      'Đồng chí Lê Văn Bình, Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì hội nghị.',
      'Lê Văn Bình',
    ],
    ['Chủ trì hội nghị: Đồng chí Lê Văn Bình, Trưởng Ban Tuyên giáo Tỉnh ủy.', 'Lê Văn Bình'],
    [
      'Hội nghị do đồng chí Lê Văn Bình, Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì; đồng chí Trần Thị Mai, Phó Bí thư dự, chỉ đạo.',
      'Lê Văn Bình',
    ],
    [
      'Đồng chí Trần Thị Mai, Phó Bí thư Tỉnh ủy dự và phát biểu chỉ đạo. Đồng chí Lê Văn Bình, Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì.',
      'Lê Văn Bình',
    ],
    [
      'Các đồng chí: Lê Văn Bình, Trưởng Ban Tuyên giáo Tỉnh ủy; Trần Thị Mai, Phó Trưởng ban đồng chủ trì hội nghị.',
      'Lê Văn Bình, Trần Thị Mai',
    ],
    [
      'Đồng chủ trì hội nghị có các đồng chí Lê Văn Bình, Trưởng Ban Tuyên giáo Tỉnh ủy và Trần Thị Mai, Giám đốc Sở Thông tin và Truyền thông.',
      'Lê Văn Bình, Trần Thị Mai',
    ],
    ['Trưởng Ban Tuyên giáo Tỉnh ủy Lê Văn Bình chủ trì hội nghị.', 'Lê Văn Bình'],
    ['Phó Bí thư Thường trực Tỉnh ủy Trần Thị Mai dự và chủ trì hội nghị.', 'Trần Thị Mai'],
    [
      'Dự hội nghị có đồng chí Trần Thị Mai, Phó Bí thư Tỉnh ủy. Đồng chí Lê Văn Bình - UVBTV, Trưởng Ban Tuyên giáo Tỉnh ủy - chủ trì hội nghị.',
      'Lê Văn Bình',
    ],
    ['Tham dự và chủ trì hội nghị có đồng chí Lê Văn Bình, Trưởng ban.', 'Lê Văn Bình'],
    ['Lãnh đạo Ban Tuyên giáo Tỉnh ủy chủ trì hội nghị.', null],
    ['Đồng chí Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì; đồng chí Trần Thị Mai tham dự.', null],
    ['Đồng chí Lê Văn Bình, Trưởng ban, giao Phòng Tuyên truyền chủ trì, phối hợp tham mưu kế hoạch.', null],
    ['Đ/c Lê Văn Bình, TUV, Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì Hội nghị.', 'Lê Văn Bình'],
    ['Thừa ủy quyền của Thường trực Tỉnh ủy, đồng chí Lê Văn Bình chủ trì hội nghị.', 'Lê Văn Bình'],
    [
      'Hội nghị được tổ chức dưới sự chủ trì của đồng chí Lê Văn Bình và đồng chí Trần Thị Mai.',
      'Lê Văn Bình, Trần Thị Mai',
    ],
    [
      'Phát biểu tại hội nghị, đồng chí Lê Văn Bình, Trưởng ban - chủ trì hội nghị - yêu cầu các đơn vị bám sát cơ sở.',
      'Lê Văn Bình',
    ],
    [
      'Thượng tọa Thích Minh Tâm dự. Ông Lê Văn Bình, Trưởng ban Tuyên giáo Huyện ủy, chủ trì.',
      'Lê Văn Bình',
    ],
    ['Bà Trần Thị Mai chủ trì hội nghị, ông Lê Văn Bình trình bày báo cáo.', 'Trần Thị Mai'],
    [
      'Đồng chí Lê Văn Bình chủ trì tại điểm cầu tỉnh; tại điểm cầu huyện có đồng chí Trần Thị Mai.',
      'Lê Văn Bình',
    ],
    ['Chủ tọa hội nghị là đồng chí Lê Văn Bình.', 'Lê Văn Bình'],
    [
      'Đồng chí Lê Văn Bình, Bí thư Huyện ủy và đồng chí Trần Thị Mai, Trưởng Ban Tuyên giáo chủ trì hội nghị.',
      'Lê Văn Bình, Trần Thị Mai',
    ],
  ])('%s', async (words, chair) => {
    const lead = `Sáng 5/7/2020, Ban Tuyên giáo Tỉnh ủy Hưng Yên tổ chức hội nghị giao ban công tác tuyên giáo quý II. ${words}`;
    expect((await ingestText(pageOf({ lead }))).report.chair).toBe(chair);
  });
});
