import { describe, expect, it } from 'vitest';
import type { Figure } from '../../domain/report';
import { ingestText, pageOf } from '../fixtures';

const LEAD =
  'Ban Tuyên giáo Tỉnh ủy Hưng Yên vừa mở hội nghị giao ban với các huyện, thành ủy và đảng ủy trực thuộc trong tỉnh.';
/** The unit with what is said of it, as the page reads. */
const show = ({ value, unit, what, qualifier }: Figure) =>
  [value, what ? `${unit} ${what}` : unit, qualifier].filter((part) => part !== undefined).join(' | ');

async function figuresIn(sentence: string): Promise<string[]> {
  const more = `Theo báo cáo, ${sentence} Những việc ấy được cấp ủy các địa phương ghi nhận, người dân đồng tình và hưởng ứng rất tích cực.`;
  return (await ingestText(pageOf({ lead: LEAD, more }))).report.figures.map(show);
}

describe('figures', () => {
  it.each([
    [
      'mở trên 1.200 hội nghị trực tiếp với gần 72.000 cán bộ, đảng viên.',
      ['1200 | hội nghị trực tiếp | trên', '72000 | cán bộ, đảng viên | gần'],
    ],
    [
      'có 98.962 lượt cán bộ đảng viên tham dự ở 430 điểm cầu trực tuyến.',
      ['98962 | lượt cán bộ đảng viên', '430 | điểm cầu trực tuyến'],
    ],
    ['tỷ lệ đạt 98,04%, tăng hơn 2% so với năm trước.', ['98.04 | %', '2 | % | hơn']],
    [
      '109/109 xã có loa; 858/949 ấp, khóm có nhà văn hóa.',
      ['109 | xã | 109/109', '858 | ấp, khóm | 858/949'],
    ],
    [
      'in 3 ngàn tờ gấp, 1,2 triệu lượt xem, góp 28,7 tỷ đồng.',
      ['3000 | tờ gấp', '1200000 | lượt xem', '28.7 | tỷ đồng'],
    ],
    ['tham mưu 645 văn bản các loại; đăng 1.640 tin, bài trên báo.', ['645 | văn bản', '1640 | tin, bài']],
    ['đề ra 8 nhóm nhiệm vụ, giải pháp để thực hiện.', ['8 | nhóm nhiệm vụ, giải pháp']],
    [
      'tặng Giấy khen cho 9 tập thể và 12 cá nhân có thành tích.',
      ['9 | tập thể được tặng Giấy khen', '12 | cá nhân được tặng Giấy khen'],
    ],
    [
      '11 tập thể, 18 cá nhân được nhận Bằng khen của tỉnh.',
      ['11 | tập thể được nhận Bằng khen', '18 | cá nhân được nhận Bằng khen'],
    ],
    [
      'mở 57 lớp cho 1.209 lượt người nghe; 212 đồng chí học trung cấp.',
      ['57 | lớp', '1209 | lượt người nghe', '212 | đồng chí'],
    ],
  ])('%s', async (sentence, expected) => {
    expect(await figuresIn(sentence)).toEqual(expected);
  });

  it.each([
    'ngày 12/12, sáng 5-5 và từ 21-23/4 đều có họp, trong 48 giờ.',
    'Ban Chỉ đạo 35, Lực lượng 47, Cụm thi đua số 3, tổ 35 đã họp.',
    'thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 và Nghị quyết 33, 35.',
    'sau 5 năm, 6 tháng đầu năm 2020, nhiệm kỳ 2020 - 2025, quý 1.',
    'kỷ niệm 90 năm (1/8/1930 - 1/8/2020), trẻ 5 tuổi, Covid-19.',
    'Nghị quyết Trung ương 4 khóa XII, Đại hội lần thứ 13, lớp 5.',
    'gọi số 0225.3821.055 hay đến 18 Hoàng Diệu.',
  ])('none in: %s', async (sentence) => {
    expect(await figuresIn(sentence)).toEqual([]);
  });
});

describe('a unit', () => {
  it.each([
    ['mở 57 lớp bồi dưỡng nghiệp vụ cho cán bộ.', 'lớp', 'bồi dưỡng nghiệp vụ'],
    ['đăng 640 tin, bài tích cực.', 'tin, bài', 'tích cực'],
    ['tặng Giấy khen cho 9 tập thể.', 'tập thể', 'được tặng Giấy khen'],
  ])('ends where what is said of it begins: %s', async (sentence, unit, what) => {
    const more = `Theo báo cáo, ${sentence} Những việc ấy được cấp ủy các địa phương ghi nhận, người dân đồng tình và hưởng ứng rất tích cực.`;
    const [figure] = (await ingestText(pageOf({ lead: LEAD, more }))).report.figures;
    expect(figure).toMatchObject({ unit, what });
  });
});
