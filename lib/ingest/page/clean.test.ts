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

const TITLE = 'Sơ kết công tác tuyên giáo 6 tháng đầu năm 2020';
const PARAGRAPHS = [
  'Sáng 10/7, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm, triển khai nhiệm vụ nửa cuối năm.',
  'Trong kỳ, các đơn vị cơ sở làm được nhiều việc thiết thực, được cấp ủy ghi nhận và người dân đồng tình, nhất là ở vùng sâu.',
  'Hội nghị biểu dương 12 tập thể, 30 cá nhân có thành tích trong công tác tuyên giáo nửa đầu năm của tỉnh.',
];
const bodyOfLines = (lines: string[]) =>
  linesOf(cleanPage(sourceText(lines.join('\n')), {}, null), 'body').map(({ text }) => text);

describe('what follows an article', () => {
  const OTHER = 'Vũ Thư: Ra quân làm thủy lợi';
  it.each([
    'Tin cùng chuyên mục',
    'Tin cùng chuyên mục:',
    'Các tin khác',
    'CÁC TIN KHÁC',
    'Tin khác',
    'Các bài viết khác',
    'Bài viết liên quan',
    'Tin liên quan',
    'Cùng chuyên mục',
    'Có thể bạn quan tâm',
    'Bài viết cùng chủ đề',
    'Đọc thêm',
    'Xem thêm',
    'Tin mới nhất',
    'Tin đọc nhiều',
    'Tin nổi bật',
    'Tin bài khác',
    'Các tin đã đưa ngày',
    'Các tin cũ hơn',
    'Những tin mới hơn',
    'Những tin cũ hơn',
    'Newer news items:',
    'Older news items:',
    'Bài cùng chuyên mục',
    'Tin tức khác',
    'Tin xem nhiều',
    'Bình luận',
    'Ý kiến bạn đọc',
    'Gửi bình luận',
    'Chia sẻ lên facebook',
    'Từ khóa: tuyên giáo, sơ kết',
    'Tags: tuyên giáo',
    '[Trở về]',
    'Trở về đầu trang',
    'Trang trước | Trang sau',
    'Về trang trước Bản in Gửi email',
    '<< Bài trước: Kiến Xương họp',
    'Previous Post',
    'Next Article',
    'Bài trước',
    'Bài tiếp theo',
    'Đánh giá bài viết',
    'Bạn đã không sử dụng Site, Bấm vào đây để duy trì trạng thái đăng nhập. Thời gian chờ: 60 giây',
    'Tổng số điểm của bài viết là: 0 trong 0 đánh giá',
    'Click để đánh giá bài viết',
    'Mời bạn đón đọc',
    'Nhập nội dung bình luận',
    'Bạn cần đăng nhập để bình luận.',
    'Chưa có bình luận nào!',
    'Vui lòng đăng nhập để gửi bình luận',
    'Thông tin tòa soạn',
    'Đơn vị quản lý: Ban Tuyên giáo Tỉnh ủy',
    'Tổng biên tập: Nguyễn Văn Ba',
    'Copyright © 2020',
    'Bản quyền thuộc về Ban Tuyên giáo Tỉnh ủy Thái Bình',
    'Ghi rõ nguồn "thaibinh.gov.vn" khi phát hành lại thông tin từ website này.',
    'Ghi rõ nguồn khi phát hành lại thông tin.',
    'Số người truy cập: 1.234',
    'Đang trực tuyến: 12',
    'Sự kiện',
    'Chuyên đề',
    'Văn bản mới',
    'Thông báo',
    'Lịch công tác',
    'Liên kết website',
    'Ý kiến của bạn về bài viết này?',
    'Bạn thấy bài viết này thế nào?',
    'Chủ đề: Tuyên giáo',
    'Chuyên mục: Tin trong tỉnh',
    'File đính kèm: bao-cao.docx',
    'Tải về',
    'Nghe bài viết',
    'Mọi ý kiến đóng góp xin gửi về hộp thư banbientap@thaibinh.vn',
    'QUẢNG CÁO',
    'Video',
    'Ảnh',
    'Multimedia',
    'Đọc báo in',
    'Theo dõi chúng tôi trên Google News',
    'Cơ quan chủ quản: Tỉnh ủy Thái Bình',
    'Điện thoại: 0227.3831.234',
    'Email: btg@thaibinh.vn',
    'Giấy phép số 12/GP-TTĐT ngày 12/3/2015',
    'Thiết kế bởi VNPT',
  ])('%s', (tail) => {
    const unsigned = bodyOfLines([TITLE, '10/07/2020', ...PARAGRAPHS, tail, OTHER]);
    const signed = bodyOfLines([TITLE, '10/07/2020', ...PARAGRAPHS, 'Hoàng An', tail, OTHER]);
    expect([unsigned, signed]).toEqual([PARAGRAPHS, PARAGRAPHS]);
  });
});

describe('what stands within an article', () => {
  const [lead = '', ...rest] = PARAGRAPHS;
  it.each([
    'Quang cảnh hội nghị. Ảnh: Hoàng An',
    'Đại biểu tham dự Hội nghị. (Ảnh: HA)',
    'Your browser does not support the video tag.',
    '00:00 / 02:41',
    '[Photo]',
    'Quảng cáo',
    '>> Vũ Thư ra quân làm thủy lợi',
    'Xem thêm: Vũ Thư ra quân làm thủy lợi',
  ])('is left out: %s', (line) => {
    expect(bodyOfLines([TITLE, lead, line, ...rest, 'Hoàng An', 'Tin khác'])).toEqual(PARAGRAPHS);
  });

  it.each([
    'Kết quả đạt được',
    '1. Về công tác tuyên truyền',
    '- Tuyên truyền đại hội đảng bộ các cấp;',
    '“Làm ít mà thật”',
    'Gần dân, hiểu dân',
    'Vẫn còn những khoảng trống',
  ])('stays: %s', (line) => {
    expect(bodyOfLines([TITLE, lead, line, ...rest, 'Hoàng An', 'Tin khác'])).toEqual([lead, line, ...rest]);
  });
});
