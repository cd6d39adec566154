import { describe, expect, it } from 'vitest';
import { cleanPage } from './clean';
import { linesOf, type Role } from './page';
import { sourceText } from './text';

const PAGE = `Trang chủ | Giới thiệu | Tin tức
Báo điện tử » Chính trị » Xây dựng Đảng
Kỷ niệm Ngày thành lập ngành (01/8/1930); Ngày Quốc khánh (02/9/1945); chào mừng Tết Dương lịch 2024
SƠ KẾT CÔNG TÁC TUYÊN GIÁO 6 THÁNG ĐẦU NĂM 2023 In trang
Cập nhật: 18:40, 14/07/2023 (GMT+7)

Chiều 13/7, Ban Tuyên giáo Huyện ủy họp sơ kết nửa đầu năm, có bí thư đảng ủy các xã, thị trấn và lãnh đạo nhiều phòng, ban cùng dự.

Quang cảnh hội nghị
Quang cảnh hội nghị

Kết quả nổi bật

Sáu tháng qua, cán bộ tuyên giáo đến từng xóm nghe dân nói, ghi lại từng việc và báo cáo cấp ủy ngay trong ngày, không để dồn lại cuối tháng.
leftcenterrightdel
 Đại biểu xã miền núi nêu ý kiến.
Tin liên quan
Tuyên Quang tập huấn báo cáo viên

Nói với hội nghị, Trưởng ban nhắc: tin đúng mà chậm thì dân đã tin lời đồn; vì thế mỗi chi bộ phải có người trả lời ngay khi được hỏi, không chờ văn bản.

Hội nghị kết thúc lúc 17 giờ.

Tin, ảnh: Lê Hà

Lượt xem: 275
Tin khác
Hà Giang: Sơ kết công tác tuyên giáo 6 tháng đầu năm 2023, triển khai nhiệm vụ 6 tháng cuối năm, khen thưởng nhiều tập thể và cá nhân có thành tích.
Bản quyền thuộc về Cổng thông tin điện tử huyện`;

const page = cleanPage(sourceText(PAGE), {}, null);
const texts = (...roles: Role[]) => linesOf(page, ...roles).map(({ text }) => text);

describe('cleanPage', () => {
  it('keeps the article and nothing else', () => {
    expect(texts('body').map((line) => line.slice(0, 12))).toEqual([
      'Chiều 13/7, ',
      'Kết quả nổi ',
      'Sáu tháng qu',
      'Nói với hội ',
      'Hội nghị kết',
    ]);
  });

  it('sets captions apart', () => {
    expect(texts('caption')).toEqual([
      'Quang cảnh hội nghị',
      'Quang cảnh hội nghị',
      'Đại biểu xã miền núi nêu ý kiến.',
    ]);
  });

  it('finds headline, stamp and signature around it', () => {
    expect(texts('title')).toEqual(['SƠ KẾT CÔNG TÁC TUYÊN GIÁO 6 THÁNG ĐẦU NĂM 2023 In trang']);
    expect(texts('stamp')).toEqual(['Cập nhật: 18:40, 14/07/2023 (GMT+7)']);
    expect(texts('author')).toEqual(['Tin, ảnh: Lê Hà']);
  });

  it('loses no line: every line has its place', () => {
    expect(page.lines.map(({ text }) => text)).toEqual(
      PAGE.split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    );
  });

  it.each(['Chỉ thị 15, 16 của Thủ tướng', 'Quyết định số 217/QĐ-TW ngày 12/12/2013 của Trung ương Đảng'])(
    'takes a lone sentence for the article: %s',
    (sentence) => {
      expect(linesOf(cleanPage(sourceText(sentence), {}, null), 'body')).toHaveLength(1);
    },
  );
});
