import { describe, expect, it } from 'vitest';
import { ingestText, pageOf } from '../fixtures';

describe('the kind of conference', () => {
  it.each([
    ['Cụm thi đua: Giao ban 6 tháng', 'tổ chức hội nghị sơ kết 6 tháng đầu năm 2020', 'so-ket'],
    ['Hội nghị của ngành', 'tổ chức hội nghị tổng kết năm 2020', 'tong-ket'],
    ['Giao ban báo chí tháng 5', 'có buổi gặp mặt các cơ quan báo chí', 'giao-ban'],
    ['Triển khai nhiệm vụ năm 2021', 'tổ chức hội nghị với các huyện', 'tong-ket'],
    ['Bàn cách làm mới', 'tổ chức hội nghị chuyên đề năm 2018', 'chuyen-de'],
  ])('%s / %s', async (title, act, kind) => {
    const lead = `Ngày 5/7, Ban Tuyên giáo Tỉnh ủy Hưng Yên ${act}, có đông đủ cán bộ của ngành và các cơ quan liên quan cùng dự.`;
    expect((await ingestText(pageOf({ title, lead }))).report.kind).toBe(kind);
  });
});

describe('topics', () => {
  it('are those of headline and lead, or said twice', async () => {
    const lead =
      'Ban Tuyên giáo Tỉnh ủy Hưng Yên giao ban công tác báo chí, có đông đủ cán bộ của ngành và các cơ quan liên quan cùng dự.';
    const more =
      'Dư luận xã hội được nắm chắc, dư luận ở các khu công nghiệp được theo dõi hằng ngày; một cuộc họp khác bàn về khoa giáo ở cơ sở.';
    const { report } = await ingestText(pageOf({ title: 'Giao ban báo chí', lead, more }));
    expect(report.topics).toEqual(['bao-chi-xuat-ban', 'du-luan-xa-hoi']);
  });

  it('are not what the body is called', async () => {
    const lead =
      'Ban Tuyên giáo và Dân vận Tỉnh ủy Hưng Yên họp giao ban; ngành tuyên giáo và dân vận báo cáo.';
    const topics = async (more: string) =>
      (await ingestText(pageOf({ title: 'Giao ban', lead, more }))).report.topics;
    expect(await topics('Các huyện cùng dự họp.')).toEqual([]);
    const more = 'Công tác dân vận đổi mới, mô hình dân vận khéo lan rộng; biển đảo và Trường Sa được nhắc.';
    expect(await topics(more)).toEqual(['bien-dao', 'dan-van']);
  });
});
