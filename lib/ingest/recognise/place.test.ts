import { describe, expect, it } from 'vitest';
import { ingestText, pageOf } from '../fixtures';

async function placeOf(parts: { title?: string; body: string; tail?: string; day?: string; more?: string }) {
  const { title = '', body, tail, day = '5/5/2019', more } = parts;
  const lead = `${/^(?:\(|[A-Z]+ ?-)/.test(body) ? '' : `Ngày ${day}, `}${body} tổ chức hội nghị giao ban công tác tuyên giáo quý I với nhiều nội dung quan trọng được bàn kỹ.`;
  return ingestText(
    pageOf({ title: `${title}Hội nghị giao ban công tác tuyên giáo quý I`, lead, tail, more }),
  );
}

describe('the place of a conference', () => {
  it.each([
    ['Ban Tuyên giáo Tỉnh ủy Thái Nguyên', 'thai-nguyen', null, 'tinh'],
    ['Ban Tuyên giáo Tỉnh uỷ Bà Rịa – Vũng Tàu', 'ba-ria-vung-tau', null, 'tinh'],
    ['Ban Tuyên giáo Tỉnh ủy BR-VT', 'ba-ria-vung-tau', null, 'tinh'],
    ['Ban Tuyên giáo Tỉnh ủy Đăk Lăk', 'dak-lak', null, 'tinh'],
    ['Ban Tuyên giáo Tỉnh ủy Hoà Bình', 'hoa-binh', null, 'tinh'],
    ['Ban Tuyên giáo Thành ủy TP.HCM', 'tp-ho-chi-minh', null, 'tinh'],
    ['Ban Tuyên giáo Thành ủy Bảo Lộc', 'lam-dong', 'Bảo Lộc', 'huyen'],
    ['Ban Tuyên giáo Thành ủy Huế', 'hue', 'Huế', 'huyen'],
    ['Ban Tuyên giáo Huyện ủy Thoại Sơn', 'an-giang', 'Thoại Sơn', 'huyen'],
    ['Ban Tuyên giáo Thị ủy Kiến Tường', 'long-an', 'Kiến Tường', 'huyen'],
    ['Huyện ủy Châu Thành (tỉnh Tiền Giang)', 'tien-giang', 'Châu Thành', 'huyen'],
    ['Đảng ủy thị trấn Trâu Quỳ', 'ha-noi', 'Gia Lâm', 'xa'],
    ['Đảng ủy Quân sự tỉnh Cà Mau', 'ca-mau', null, 'khac'],
    ['Trung tâm Chính trị huyện Phú Bình', 'thai-nguyen', 'Phú Bình', 'huyen'],
    ['Tỉnh ủy, HĐND, UBND tỉnh Bình Phước', 'binh-phuoc', null, 'tinh'],
    ['Ban Tuyên giáo Trung ương', null, null, 'trung-uong'],
    ['Các Ban Tuyên giáo tỉnh ủy khu vực Bắc Trung Bộ', null, null, 'khac'],
  ])('is that of %s', async (body, province, district, level) => {
    const { report } = await placeOf({ body });
    expect({ province: report.province, district: report.district, level: report.level }).toEqual({
      province,
      district,
      level,
    });
  });

  it.each([
    ['a dateline', { body: 'LSO- Ngày 5/5, Ban Tuyên giáo Tỉnh ủy' }, 'lang-son'],
    [
      'a host in the dateline',
      { body: '(Haiphong.gov.vn) - Sáng 5/5, Ban Tuyên giáo Thành ủy' },
      'hai-phong',
    ],
    ['the headline', { title: 'Hưng Yên: ', body: 'Ban Tuyên giáo Tỉnh ủy' }, 'hung-yen'],
    ['the imprint', { body: 'Ban Tuyên giáo Tỉnh ủy', tail: 'Cơ quan chủ quản: Tỉnh ủy Sơn La' }, 'son-la'],
    [
      'the credit',
      { body: 'Huyện ủy Châu Thành', tail: 'Nguồn: https://chauthanh.tiengiang.gov.vn' },
      'tien-giang',
    ],
    [
      'bodies that hold it too',
      { body: 'Ban Tuyên giáo Tỉnh ủy phối hợp Sở Thông tin và Truyền thông, Hội Nhà báo tỉnh Quảng Ngãi' },
      'quang-ngai',
    ],
  ])('is told by %s', async (_, parts, province) => {
    expect((await placeOf(parts)).report.province).toBe(province);
  });

  it('is inferred from communes where only a Huyện ủy is named', async () => {
    const more =
      'Cùng dự có đồng chí Bí thư Đảng ủy Lộc Thắng, đại diện các phòng, ban của huyện và lãnh đạo nhiều cơ quan, đơn vị đóng trên địa bàn.';
    const { report, warnings, evidence } = await placeOf({ body: 'Ban Tuyên giáo Huyện ủy', more });
    expect(report).toMatchObject({
      province: 'lam-dong',
      district: 'Bảo Lâm',
      organization: 'Ban Tuyên giáo Huyện ủy',
    });
    expect(evidence.district?.text).toBe('Lộc Thắng');
    expect(warnings.map(({ code }) => code)).toContain('place-inferred');
  });

  it('is not a place mentioned in passing, nor one in other news', async () => {
    const more =
      'Đoàn đã thăm tỉnh Nghệ An, học kinh nghiệm ở Đà Nẵng; tinh thần hòa bình, hợp tác được nêu cao trên đường Nguyễn Huệ và khắp nơi.';
    const tail = 'Tin khác\nTiền Giang: hội nghị báo cáo viên\nAn Giang sơ kết công tác tuyên giáo';
    const { report, warnings } = await placeOf({ body: 'Huyện ủy Châu Thành', more, tail });
    expect(report).toMatchObject({ province: null, currentProvince: null, district: null });
    const open = warnings.find(({ code }) => code === 'place-undecided');
    expect(open?.text).toContain('tien-giang');
  });

  it('is read by the date once provinces have merged', async () => {
    const before = await placeOf({ body: 'Ban Tuyên giáo Tỉnh ủy Gia Lai' });
    expect(before.report).toMatchObject({ province: 'gia-lai', currentProvince: 'gia-lai' });
    const after = await placeOf({ body: 'Ban Tuyên giáo và Dân vận Tỉnh ủy Gia Lai', day: '24/12/2025' });
    expect(after.report).toMatchObject({ province: null, currentProvince: 'gia-lai' });
    expect(after.warnings.map(({ code }) => code)).toContain('former-province-open');
    const ward = await placeOf({ body: 'Đảng ủy phường Dĩ An, TP.HCM', day: '18/12/2025' });
    expect(ward.report).toMatchObject({
      province: 'binh-duong',
      currentProvince: 'tp-ho-chi-minh',
      level: 'xa',
      district: null,
    });
  });

  it('gives way to what the person knows', async () => {
    const page = pageOf({
      lead: 'Ngày 5/5/2019, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị giao ban với nhiều nội dung quan trọng được bàn kỹ lưỡng.',
    });
    expect((await ingestText(page, { province: 'son-la' })).report).toMatchObject({
      province: 'son-la',
      currentProvince: 'son-la',
    });
  });
});
