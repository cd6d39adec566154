import { describe, expect, it } from 'vitest';
import { ingestText } from '../fixtures';

const HEAD =
  'TỈNH ỦY THÁI BÌNH\nBAN TUYÊN GIÁO\n*\nSố 33-BC/BTGTU\nĐẢNG CỘNG SẢN VIỆT NAM\nThái Bình, ngày 16 tháng 12 năm 2020\n';
const FIRST =
  'Năm 2020, được sự lãnh đạo của Tỉnh ủy, ngành tuyên giáo đã triển khai toàn diện nhiệm vụ được giao, hoàn thành chương trình công tác.';
const REST =
  'I. KẾT QUẢ\n1. Tham mưu 96 văn bản, mở 12 hội nghị báo cáo viên với hơn 1.100 điểm cầu trong toàn tỉnh.\nNơi nhận:\n- Như trên\nTRƯỞNG BAN\nNguyễn Văn Ba';

describe('a typed report', () => {
  it.each([
    [
      'BÁO CÁO\nKết quả công tác tuyên giáo năm 2020,\nnhiệm vụ trọng tâm năm 2021',
      'Báo cáo kết quả công tác tuyên giáo năm 2020, nhiệm vụ trọng tâm năm 2021',
    ],
    [
      'BÁO CÁO\nkết quả công tác tuyên giáo\nnăm 2020, phương hướng năm 2021',
      'Báo cáo kết quả công tác tuyên giáo năm 2020, phương hướng năm 2021',
    ],
    [
      'BÁO CÁO\nsơ kết 3 năm\nthực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị',
      'Báo cáo sơ kết 3 năm thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị',
    ],
    [
      'BÁO CÁO\nKẾT QUẢ CÔNG TÁC TUYÊN GIÁO\nNĂM 2020, NHIỆM VỤ NĂM 2021',
      'Báo cáo kết quả công tác tuyên giáo năm 2020, nhiệm vụ năm 2021',
    ],
    [
      'BÁO CÁO TỔNG KẾT\ncông tác tuyên giáo năm 2020\n-----',
      'Báo cáo tổng kết công tác tuyên giáo năm 2020',
    ],
    [
      'THÔNG BÁO\nKết luận hội nghị giao ban công tác tuyên giáo quý IV/2020',
      'Thông báo kết luận hội nghị giao ban công tác tuyên giáo quý IV/2020',
    ],
  ])('has the subject %j', async (subject, title) => {
    const { report, certainty } = await ingestText(`${HEAD}${subject}\n${FIRST}\n${REST}`);
    expect(report).toMatchObject({
      title,
      organization: 'Ban Tuyên giáo Tỉnh ủy Thái Bình',
      publishedOn: '2020-12-16',
      author: 'Nguyễn Văn Ba',
    });
    expect(certainty.title).toBe('likely');
  });

  it('keeps its first sentence apart from the subject it was joined to', async () => {
    const sentence = 'Năm 2020, dưới sự lãnh đạo của Tỉnh ủy, ngành đạt được những kết quả sau:';
    const { report, body } = await ingestText(
      `${HEAD}BÁO CÁO\nTổng kết công tác tuyên giáo năm 2020 ${sentence}\n${REST}`,
    );
    expect(report.title).toBe('Báo cáo tổng kết công tác tuyên giáo năm 2020');
    expect(body).toContain(sentence);
  });
});
