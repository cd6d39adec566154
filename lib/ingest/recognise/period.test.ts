import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERIOD_KINDS, predecessor, successor } from '../../domain/period';
import type { Period } from '../../domain/report';
import { ingestText, pageOf } from '../fixtures';
import { bare } from '../page/text';
import { completePeriod, readPeriods, reviewedBy } from './period';

const show = (period: Period | null) =>
  period &&
  [period.kind, period.year, period.toYear, period.month].filter((part) => part !== undefined).join(' ');

describe('readPeriods', () => {
  it.each([
    ['6 tháng đầu năm 2020', '6-thang-dau-nam 2020'],
    ['06 tháng', '6-thang-dau-nam'],
    ['sáu tháng đầu năm', '6-thang-dau-nam'],
    ['6 tháng cuối năm 2018', '6-thang-cuoi-nam 2018'],
    ['nửa đầu năm', '6-thang-dau-nam'],
    ['9 tháng', '9-thang'],
    ['3 tháng cuối năm 2023', 'quy-4 2023'],
    ['quý I', 'quy-1'],
    ['năm học 2023-2024', 'nhieu-nam 2023 2024'],
    ['nửa nhiệm kỳ (2021 - 2023)', 'nhieu-nam 2021 2023'],
    ['quý 1-2022', 'quy-1 2022'],
    ['quý II - 2011', 'quy-2 2011'],
    ['quý III/2016', 'quy-3 2016'],
    ['quý VI/2018', 'quy-4 2018'],
    ['tháng 7-2012', 'thang 2012 7'],
    ['tháng 10. 2018', 'thang 2018 10'],
    ['tháng 8 năm 2016', 'thang 2016 8'],
    ['tháng 02', 'thang 2'],
    ['tháng 11,12/2019', 'thang 2019 12'],
    ['năm 2021', 'nam 2021'],
    ['năm 22024', 'nam 2024'],
    ['03 năm (2016 – 2019)', 'nhieu-nam 2016 2019 3'],
    ['giai đoạn 2017-2019', 'nhieu-nam 2017 2019'],
    ['nhiệm kỳ 2015-2020', 'nhieu-nam 2015 2020'],
    ['giao ban báo chí 3/2017', 'thang 2017 3'],
  ])('reads %s', (text, expected) => {
    const [first] = readPeriods(bare(text));
    expect(
      [first?.kind, first?.year, first?.toYear, first?.month, first?.years]
        .filter((part) => part !== undefined)
        .join(' '),
    ).toBe(expected);
  });

  it.each(['ngày 8 tháng 1 năm trước', '13/7', 'tháng 13', 'Quý vị đại biểu'])(
    'reads nothing in %s',
    (text) => {
      expect(readPeriods(bare(text))).toEqual([]);
    },
  );
});

describe('the period under review', () => {
  it.each([
    ['Tổng kết công tác tuyên giáo năm 2021, triển khai nhiệm vụ năm 2022', 'nam 2021', 'nam 2022'],
    [
      'Sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2020',
      '6-thang-dau-nam 2020',
      '6-thang-cuoi-nam 2020',
    ],
    ['Triển khai nhiệm vụ công tác tuyên giáo năm 2018', 'nam 2017', 'nam 2018'],
    ['Ban Tuyên giáo triển khai nhiệm vụ quý IV năm 2018', 'quy-3 2018', 'quy-4 2018'],
    ['Tổng kết công tác 2017, triển khai nhiệm vụ 2018', 'nam 2017', 'nam 2018'],
    ['Công tác tuyên giáo quý III và 9 tháng đầu năm 2025, sơ kết và phương hướng', '9-thang 2025', null],
    ['Giao ban công tác tuyên giáo quý IV, bàn nhiệm vụ quý I/2021', 'quy-4 2020', 'quy-1 2021'],
    ['Giao ban báo chí tháng 12, định hướng tháng 1/2021', 'thang 2020 12', 'thang 2021 1'],
    ['Kết quả triển khai nhiệm vụ công tác tuyên giáo năm 2019', 'nam 2019', null],
  ])('%s', async (title, period, next) => {
    const lead =
      'Vừa qua, Ban Tuyên giáo Tỉnh ủy Hưng Yên mở hội nghị với các huyện, thành ủy và đảng ủy trực thuộc trong toàn tỉnh.';
    const { report } = await ingestText(pageOf({ title, lead }));
    expect([show(report.period), show(report.nextPeriod)]).toEqual([period, next]);
  });

  it.each([
    ['Sơ kết 5 năm thực hiện Nghị quyết số 33-NQ/TW', '12/6/2019', 'nhieu-nam 2014 2019'],
    ['Sơ kết việc thực hiện Chỉ thị 05 của Bộ Chính trị', '23/3/2018', 'nhieu-nam 2016 2018'],
    ['Tổng kết 10 năm thực hiện Nghị quyết 03-NQ/TU ngày 15/7/2011', '11/5/2022', 'nhieu-nam 2011 2022'],
    ['Sơ kết 03 năm thực hiện Chỉ thị 05-CT/TW giai đoạn 2017-2019', '15/5/2019', 'nhieu-nam 2017 2019'],
    ['Giao ban công tác tuyên giáo quý I', '10/4/2023', 'quy-1 2023'],
    ['Tổng kết công tác tuyên giáo', '10/1/2023', null],
    ['Đẩy mạnh tuyên truyền trong năm 2024', '5/1/2024', 'nam 2023'],
  ])('%s, held on %s', async (title, day, period) => {
    const lead = `Ngày ${day}, Ban Tuyên giáo Tỉnh ủy Hưng Yên mở hội nghị với các huyện, thành ủy và đảng ủy trực thuộc trong toàn tỉnh.`;
    expect(show((await ingestText(pageOf({ title, lead }))).report.period)).toBe(period);
  });
});

describe('successor and predecessor', () => {
  const kinds = PERIOD_KINDS.map(({ value }) => value).filter(
    (kind) => !/nhieu-nam|9-thang|6-thang|quy-4/.test(kind),
  );

  it('undo each other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.integer({ min: 1990, max: 2030 }),
        fc.integer({ min: 1, max: 12 }),
        (kind, year, month) => {
          const period = kind === 'thang' ? { kind, month, year } : { kind, year };
          const next = successor(period);
          expect(next && predecessor(next)).toEqual(period);
        },
      ),
    );
  });
});

describe('completePeriod', () => {
  it('takes the year from the day', () => {
    expect(completePeriod({ kind: 'nam' }, '2021-01-08')).toEqual({ kind: 'nam', year: 2020 });
    expect(completePeriod({ kind: 'quy-4' }, '2021-01-08')).toEqual({ kind: 'quy-4', year: 2020 });
    expect(completePeriod({ kind: 'quy-1' }, '2021-04-02')).toEqual({ kind: 'quy-1', year: 2021 });
    expect(completePeriod({ kind: 'thang', month: 12 }, '2021-01-04')).toEqual({
      kind: 'thang',
      month: 12,
      year: 2020,
    });
  });
});

describe('reviewedBy', () => {
  it('moves back from a month that has hardly begun, later in it only where the page speaks of the month before', () => {
    const august = { kind: 'thang', month: 8, year: 2022 } as const;
    expect(reviewedBy(august, '2022-08-05', false, new Set([7])).period).toMatchObject({ month: 7 });
    expect(reviewedBy(august, '2022-08-05', false, new Set()).period).toMatchObject({ month: 7 });
    expect(reviewedBy(august, '2022-08-12', false, new Set([7])).period).toMatchObject({ month: 7 });
    expect(reviewedBy(august, '2022-08-12', false, new Set()).period).toBe(august);
    expect(reviewedBy(august, '2022-08-30', false, new Set([7])).period).toBe(august);
    expect(reviewedBy(august, '2022-08-05', true, new Set([7])).period).toBe(august);
  });
});

describe('which of several spans was reviewed', () => {
  it.each([
    [
      'Ngày 8/1/2024, Cụm thi đua tổng kết phong trào thi đua năm 2023, ký kết giao ước thi đua năm 2024.',
      'nam 2023',
      'nam 2024',
    ],
    [
      'Ngày 31/10/2025, Đảng ủy xã mở hội nghị đánh giá kết quả lãnh đạo, chỉ đạo thực hiện nhiệm vụ tháng 10 và triển khai nhiệm vụ tháng 11 năm 2025.',
      'thang 2025 10',
      'thang 2025 11',
    ],
    // A weekly meeting is of its week, however early in the month.
    [
      'Ngày 7/6/2018, Ban Tuyên giáo Huyện ủy họp giao ban tư tưởng tuần thứ 23 tháng 6 năm 2018.',
      'thang 2018 6',
      null,
    ],
    // `tổng hợp`, `phối hợp` are no meeting.
    [
      'Chiều 30/11/2023, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị cộng tác viên dư luận xã hội thường kỳ tháng 11. Các cộng tác viên nghe tổng hợp dư luận từ trung tuần tháng 10 đến nay.',
      'thang 2023 11',
      null,
    ],
    [
      'Ngày 14/5/2023, Tổng Liên đoàn mở hội nghị sơ kết 2 năm và biểu dương điển hình thực hiện Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị.',
      'nhieu-nam 2021 2023',
      null,
    ],
  ])('%s', async (lead, period, next) => {
    const { report } = await ingestText(pageOf({ title: 'Nhiều chuyển biến ở cơ sở', lead }));
    expect([show(report.period), show(report.nextPeriod)]).toEqual([period, next]);
  });

  it('has the year that a later paragraph gives the next one', async () => {
    const { report } = await ingestText(
      pageOf({
        title: 'Kiện toàn Ban Chỉ đạo 35 huyện',
        lead: 'Ban Chỉ đạo 35 huyện Lâm Thao vừa tổ chức hội nghị kiện toàn tổ giúp việc, phân công nhiệm vụ từng thành viên.',
        more: 'Các đại biểu nghe dự thảo quy chế làm việc, góp ý vào từng phần và thống nhất cách phối hợp giữa các ngành.\n\nCũng tại đây, Ban đã sơ kết hoạt động 9 tháng đầu năm, bàn phương hướng 3 tháng cuối năm 2020 cho sát với từng địa bàn dân cư.',
      }),
    );
    expect(show(report.period)).toBe('9-thang 2020');
  });
});
