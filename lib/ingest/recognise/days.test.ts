import { describe, expect, it } from 'vitest';
import { ingestText, pageOf } from '../fixtures';

const LEAD =
  'Ban Tuyên giáo Tỉnh ủy Hưng Yên tổ chức hội nghị bàn công việc của ngành với các huyện, thành ủy trong tỉnh.';

describe('day of publication', () => {
  it.each([
    ['10/01/2020 - 18:42', '2020-01-10'],
    ['Cập nhật: 18:40, 24/10/2018 (GMT+7)', '2018-10-24'],
    ['Cập nhật, 07:57, Thứ Năm, 23/12/2021 (GMT+7)', '2021-12-23'],
    ['Thứ Ba, 16/05/2023, 11:08 [GMT+7]', '2023-05-16'],
    ["21:38' 7/1/2021", '2021-01-07'],
    ['4:35 PM, 18/12/2019', '2019-12-18'],
    ['Thứ 3, 26/05/2020 | 15:42:00 [GMT +7]', '2020-05-26'],
    ['11 Th1, 2019 lúc 7:39', '2019-01-11'],
    ['(11:49 | 17/11/2022)', '2022-11-17'],
    ['18/07/2023 01:37:00 AM', '2023-07-18'],
    ['Thứ hai - 05/02/2018 22:44', '2018-02-05'],
    ['Thứ Tư, ngày 13 tháng 1 năm 2021 - 13:18', '2021-01-13'],
    ['Cập nhật lúc18:28, Thứ Ba, 26/11/2019', '2019-11-26'],
    ['Thời gian đăng: 31/10/2023 01:31:18 PM', '2023-10-31'],
    ['Submitted by quantri on 18 October 2019', '2019-10-18'],
    ['Ngày đăng: 05/07/2022 | Lượt xem: 120 | Tác giả: Admin', '2022-07-05'],
  ])('is read off the stamp %s', async (stamp, day) => {
    const { report } = await ingestText(pageOf({ stamp, lead: LEAD }));
    expect(report.publishedOn).toBe(day);
    expect(report.title).toBe('Hội nghị giao ban công tác tuyên giáo');
  });

  it('is not the day on which the page was opened', async () => {
    const page = pageOf({
      title: 'Tổng kết công tác tuyên giáo năm 2014',
      stamp: 'Chủ nhật, 09/05/2021',
      lead: `Ngày 8/1, ${LEAD}`,
    });
    const { report, warnings } = await ingestText(page);
    expect(report).toMatchObject({ heldOn: '2015-01-08', publishedOn: null });
    expect(warnings.map(({ code }) => code)).toContain('stamp-is-not-publication');
  });

  it('is not the clock of the site', async () => {
    const page = pageOf({ stamp: 'Hôm nay: Thứ Bảy, 22/05/2021', lead: `Ngày 3/5/2021, ${LEAD}` });
    expect((await ingestText(page)).report.publishedOn).toBeNull();
  });

  it('may have day and month swapped', async () => {
    const page = pageOf({ stamp: '2025-06-08 09:00', lead: `Ngày 6/8/2025, ${LEAD}` });
    const { report, warnings } = await ingestText(page);
    expect(report).toMatchObject({ heldOn: '2025-08-06', publishedOn: '2025-08-06' });
    expect(warnings.map(({ code }) => code)).toContain('day-month-swapped');
  });

  it('may stand in the address only', async () => {
    const known = { url: 'https://example.vn/tin/2018/01/23/hoi-nghi.html' };
    const { report } = await ingestText(pageOf({ lead: `Ngày 22/1, ${LEAD}` }), known);
    expect(report).toMatchObject({ heldOn: '2018-01-22', publishedOn: '2018-01-23' });
  });
});

describe('day of the conference', () => {
  it.each([
    ['Ngày 5-5', '2020-05-05'],
    ['Sáng 01.6', '2020-06-01'],
    ['Chiều ngày 12/6/2020', '2020-06-12'],
    ['Trong hai ngày 24 và 25-6', '2020-06-24'],
    ['Từ ngày 21-23/6', '2020-06-21'],
    ['Ngày 08 tháng 6 năm 2020', '2020-06-08'],
    ['Sáng nay (8/6)', '2020-06-08'],
    ['Sáng nay', '2020-07-05'],
    ['Sáng thứ Sáu (3/7)', '2020-07-03'],
    ['(HY) - Sáng qua (3/7)', '2020-07-03'],
    ['Vừa qua', null],
    ['Nhân 90 năm Ngày truyền thống của ngành (01/8/1930 - 01/8/2020), sáng 3/7', '2020-07-03'],
    ['Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, ngày 3/7', '2020-07-03'],
    ['Thực hiện Kế hoạch số 12-KH/BTGTU, ngày 3/7', '2020-07-03'],
  ])('is read from "%s"', async (opening, day) => {
    const page = pageOf({
      title: 'Sơ kết công tác tuyên giáo 6 tháng đầu năm 2020',
      stamp: 'Chủ nhật, 05/07/2020 13:33',
      lead: `${opening}, ${LEAD}`,
    });
    expect((await ingestText(page)).report.heldOn).toBe(day);
  });

  it.each([
    ['Ngày 31/9', 'Giao ban công tác khoa giáo quý III/2014', null, 'impossible-date'],
    ['Sáng 16/6/2028', 'Sơ kết công tác tuyên giáo 6 tháng đầu năm 2008', '2008-06-16', 'year-corrected'],
    ['Sáng 24/2023', 'Tổng kết công tác tuyên giáo năm 2022', null, 'no-held-date'],
  ])('doubts %s', async (opening, title, day, code) => {
    const { report, warnings } = await ingestText(pageOf({ title, lead: `${opening}, ${LEAD}` }));
    expect(report.heldOn).toBe(day);
    expect(warnings.map((warning) => warning.code)).toContain(code);
  });

  it('gives way to what the person knows', async () => {
    const { report } = await ingestText(pageOf({ lead: `Ngày 5/5/2020, ${LEAD}` }), { heldOn: '2020-05-06' });
    expect(report.heldOn).toBe('2020-05-06');
  });
});

describe('how far apart days may lie', () => {
  const page = (title: string, stamp: string, lead: string) =>
    ingestText(pageOf({ title, stamp, lead: `${lead}, ${LEAD}` }));

  it('news stands within 45 days of the conference', async () => {
    const of = async (stamp: string) =>
      (await page('Giao ban công tác tuyên giáo', stamp, 'Ngày 3/5/2021')).report.publishedOn;
    expect(await of('17/06/2021')).toBe('2021-06-17');
    expect(await of('18/06/2021')).toBeNull();
  });

  it('a review is held within 210 days of the end of its period', async () => {
    // The half-year ends on 30 June; 210 days after 1 July is 27 January.
    const of = async (day: string) =>
      (await page('Sơ kết công tác tuyên giáo 6 tháng đầu năm 2019', '', `Ngày ${day}`)).report.heldOn;
    expect(await of('27/1')).toBe('2020-01-27');
    expect(await of('28/1')).not.toBe('2020-01-28');
  });

  it('and at most 75 days before that end', async () => {
    // The year ends on 31 December; 75 days before 1 January are 18 October.
    const of = async (day: string) =>
      (await page('Tổng kết công tác tuyên giáo năm 2019', '', `Ngày ${day}`)).report.heldOn;
    expect(await of('18/10')).toBe('2019-10-18');
    expect(await of('17/10')).not.toBe('2019-10-17');
  });

  it('a day without a year lies within 300 days before the stamp', async () => {
    const of = async (day: string) =>
      (await page('Giao ban công tác tuyên giáo', '31/12/2021', `Ngày ${day}`)).report.heldOn;
    expect(await of('6/3')).toBe('2021-03-06');
    expect(await of('5/3')).toBeNull();
  });
});

describe('a year that only something else on the page gives', () => {
  it('is that of the document and the length of its carrying out', async () => {
    const lead =
      'Ngày 26-5, Đảng ủy Quân sự huyện Bàu Bàng, tỉnh Bình Dương sơ kết 5 năm thực hiện Nghị quyết số 35-NQ/TW ngày 22-10-2018 của Bộ Chính trị khóa XII.';
    const { report, certainty } = await ingestText(pageOf({ title: 'Kết quả 5 năm ở một đảng bộ', lead }));
    expect([report.heldOn, certainty.heldOn]).toEqual(['2023-05-26', 'guess']);
  });

  it('is that of the month at the head of a saved page', async () => {
    const lead =
      'Sáng 5/10, Ban Tuyên giáo Tỉnh ủy Hưng Yên tổ chức hội nghị báo cáo viên với các huyện, thành ủy trong tỉnh.';
    const { report } = await ingestText(
      `date 2023-10 ${pageOf({ title: 'Báo cáo viên gắn với cơ sở', lead })}`,
    );
    expect(report).toMatchObject({
      title: 'Báo cáo viên gắn với cơ sở',
      heldOn: '2023-10-05',
      publishedOn: null,
    });
  });

  it('is not a stamp months away, and such a stamp is not the day of publication', async () => {
    const lead =
      'Trong hai ngày 21 và 22-6, Ban Tuyên giáo Tỉnh ủy Hưng Yên tổ chức hội nghị báo cáo viên với các huyện, thành ủy trong tỉnh.';
    const { report } = await ingestText(
      pageOf({ title: 'Hội nghị báo cáo viên', stamp: 'Thứ ba, 06/06/2023', lead }),
    );
    expect(report).toMatchObject({ heldOn: null, publishedOn: null });
  });

  it('is read where the day is glued to its word', async () => {
    const lead =
      'Nhân dịp kỷ niệm, ngày18/6, Ban Tuyên giáo Tỉnh ủy Hưng Yên tổ chức hội nghị giao ban báo chí tháng 6/2024.';
    expect((await ingestText(pageOf({ lead }))).report.heldOn).toBe('2024-06-18');
  });
});
