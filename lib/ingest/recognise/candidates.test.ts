import { describe, expect, it } from 'vitest';
import { ingestText } from '../fixtures';
import { readingsOf } from './readings';

const PAGE = `Trang tin Đồng Tháp
Giao ban công tác tuyên giáo quý II
Thứ Sáu, 10/07/2020 15:00

Sáng 8/7, Ban Tuyên giáo Tỉnh ủy Long An tổ chức hội nghị sơ kết 6 tháng đầu năm 2020; ngày 9/7, đoàn đi thăm tỉnh Tây Ninh và huyện Bến Lức.

Trong kỳ, các đơn vị cơ sở làm được nhiều việc thiết thực, được cấp ủy ghi nhận và người dân đồng tình, nhất là ở vùng sâu.
`;

describe('other values that a page might mean', () => {
  it.each([
    ['heldOn', '2020-07-08', ['2020-07-09', '2020-07-10']],
    ['publishedOn', '2020-07-10', []],
    ['kind', 'so-ket', ['giao-ban']],
    ['province', 'long-an', ['dong-thap', 'tay-ninh']],
    ['currentProvince', 'tay-ninh', ['dong-thap']],
  ])('of %s', async (field, value, others) => {
    const readings = readingsOf(await ingestText(PAGE)).filter((reading) => reading.field === field);
    expect(readings.map((reading) => reading.value)).toEqual([value]);
    expect(readings[0]?.candidates.map((candidate) => candidate.value)).toEqual(others);
  });

  it('say where they stand', async () => {
    const { candidates, raw } = await ingestText(PAGE);
    for (const alternatives of Object.values(candidates))
      for (const { evidence } of alternatives)
        if (evidence) expect(raw.slice(evidence.start, evidence.end)).toBe(evidence.text);
    expect(candidates.heldOn?.[0]?.evidence?.text).toBe('9/7');
    expect(candidates.kind?.[0]?.evidence?.text).toBe('Giao ban');
  });
});
