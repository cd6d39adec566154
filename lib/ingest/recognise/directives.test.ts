import { describe, expect, it } from 'vitest';
import { dataRegistry, ingestText, pageOf } from '../fixtures';

async function cite(words: string, day = '6/11/2022') {
  const lead = `Sáng ${day}, Ban Tuyên giáo Tỉnh ủy Hưng Yên tổ chức hội nghị, bàn việc thực hiện ${words} tại các huyện, thành phố.`;
  return ingestText(pageOf({ lead }));
}

describe('a number', () => {
  it.each([
    ['Chỉ thị số 05-CT/TW, ngày 15-5-2016 của Bộ Chính trị', '05-CT/TW@XII'],
    ['chỉ thị 05', '05-CT/TW@XII'],
    ['Chỉthị số 05-CT/TW', '05-CT/TW@XII'],
    ['Chỉ thị 05/CT-TW', '05-CT/TW@XII'],
    ['Nghị quyết số 35–NQ/TW', '35-NQ/TW@XII'],
    ['Kết luận 94- KL/TW', '94-KL/TW@XI'],
    ['Chị thị số 17-CT/TW ngày 15/10/2007', '17-CT/TW@X'],
    ['Quy định 08-QĐi/TW', '08-QĐi/TW@XII'],
    ['Quy định số 85-QÐ/TW', '85-QĐ/TW@XIII'],
    ['Nghị quyết số 18-NQ/TW, 19-NQ/TW khóa XII', '18-NQ/TW@XII 19-NQ/TW@XII'],
    ['Nghị quyết 33 (khóa 11)', '33-NQ/TW@XI'],
    ['Quyết định số 217/QĐ-TW', '217-QĐ/TW@XI'],
  ])('%s', async (words, ids) => {
    expect((await cite(words)).report.directives.join(' ')).toBe(ids);
  });

  it('takes its term from the date, the term, the subject, or the day of the report', async () => {
    const only = async (words: string, day?: string) => (await cite(words, day)).citations[0];
    expect(await only('Chỉ thị số 42-CT/TW ngày 24/3/2015')).toMatchObject({
      id: '42-CT/TW@XI',
      certain: true,
      date: '2015-03-24',
    });
    expect(await only('Nghị quyết số 29-NQ/TW (khóa XI)')).toMatchObject({
      id: '29-NQ/TW@XI',
      certain: true,
    });
    expect(
      await only('Chỉ thị 42 của Ban Bí thư về giáo dục lý tưởng cách mạng cho thế hệ trẻ'),
    ).toMatchObject({ id: '42-CT/TW@XI', certain: true });
    expect(await only('Chỉ thị 35 của Bộ Chính trị', '6/11/2020')).toMatchObject({
      id: '35-CT/TW@XII',
      certain: false,
    });
    expect(await only('Chỉ thị 35 của Bộ Chính trị', '6/11/2024')).toMatchObject({
      id: '35-CT/TW@XIII',
      certain: false,
    });
  });

  it('is right though its date is misprinted, and says so', async () => {
    const { report, warnings } = await cite('Nghị quyết số 35-NQ/TW ngày 25/10/2018 của Bộ Chính trị');
    expect(report.directives).toEqual(['35-NQ/TW@XII']);
    expect(warnings.map(({ code }) => code)).toContain('directive-date');
  });

  it('of the centre that the registry lacks is kept as written, with a warning', async () => {
    const { report, citations, warnings } = await cite('Chỉ thị số 999-CT/TW của Ban Bí thư');
    expect(report.directives).toEqual([]);
    expect(citations).toMatchObject([{ asWritten: 'Chỉ thị số 999-CT/TW', id: null }]);
    expect(warnings.map(({ code }) => code)).toContain('directive-not-in-registry');
  });

  it('whose body and subject are not those of the only document known is none of the known', async () => {
    const { report, citations, warnings } = await cite(
      'Nghị quyết số 24-NQ/TW của Bộ Chính trị về vùng Đông Nam Bộ',
    );
    expect(report.directives).toEqual([]);
    expect(citations).toMatchObject([{ asWritten: 'Nghị quyết số 24-NQ/TW', id: null, certain: false }]);
    expect(warnings.find(({ code }) => code === 'directive-not-in-registry')?.text).toContain('24-NQ/TW@XI');
    for (const words of [
      'Nghị quyết số 24-NQ/TW của Ban Chấp hành Trung ương về vùng Đông Nam Bộ',
      'Nghị quyết số 24-NQ/TW của Bộ Chính trị về ứng phó biến đổi khí hậu',
      'Nghị quyết số 24-NQ/TW',
    ])
      expect((await cite(words)).report.directives).toEqual(['24-NQ/TW@XI']);
  });

  it('later than the report cannot be meant', async () => {
    const { report, warnings } = await cite('Nghị quyết số 57-NQ/TW', '6/11/2019');
    expect(report.directives).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain('directive-not-in-registry');
  });
});

describe('a plenum', () => {
  it.each([
    ['Nghị quyết TƯ 4 (Khóa XII)', 'NQTW4-XII'],
    ['Nghị quyết T.Ư 4 (khóa XI)', 'NQTW4-XI'],
    ['Nghị quyết Trung ương 4, khóa XII', 'NQTW4-XII'],
    ['Nghị quyết Trung ương 4 khóa XII, XIII', 'NQTW4-XII NQTW4-XIII'],
    ['Nghị quyết Trung ương 4 (khóa XI, khóa XII)', 'NQTW4-XI NQTW4-XII'],
    ['Nghị quyết Trung ương VII (khóa XII)', 'NQTW7-XII'],
    ['Nghị quyết Trung ương 4,5,6 khóa XII', 'NQTW4-XII NQTW5-XII NQTW6-XII'],
    ['các Nghị quyết Trung ương 6, 7, 8 (khóa XII)', 'NQTW6-XII NQTW7-XII NQTW8-XII'],
    ['Nghị quyết Trung ương 4 – 5 khóa XIII', 'NQTW4-XIII NQTW5-XIII'],
    ['Nghị quyết Trung ương 4 và Nghị quyết Trung ương 5, khóa XIII', 'NQTW4-XIII NQTW5-XIII'],
    ['Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XII', 'NQTW8-XII'],
    ['kết quả Hội nghị Trung ương năm khóa XIII', 'NQTW5-XIII'],
    ['NQ hội nghị lần thứ 8 BCHTW khóa XI', 'NQTW8-XI'],
  ])('%s', async (words, ids) => {
    expect((await cite(words)).report.directives.join(' ')).toBe(ids);
  });

  it('of several documents is flagged with them', async () => {
    const { warnings } = await cite('Nghị quyết Trung ương 5 khóa XIII');
    expect(warnings.find(({ code }) => code === 'plenum-name')?.text).toContain('19-NQ/TW@XIII');
  });

  it('that had not met is none', async () => {
    expect((await cite('Nghị quyết Trung ương 8 khóa XIII', '6/11/2021')).report.directives).toEqual([]);
  });
});

describe('a congress', () => {
  it.each([
    ['Nghị quyết Đại hội XIII của Đảng', 'NQĐH-XIII'],
    ['Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII', 'NQĐH-XIII'],
    ['nghị quyết đại hội đảng bộ các cấp và Đại hội XIII của Đảng', 'NQĐH-XIII'],
    ['Nghị quyết Đại hội XI Đảng bộ tỉnh', ''],
    ['Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX', ''],
    ['Văn kiện Đại hội XIII của Đảng', ''],
  ])('%s', async (words, ids) => {
    expect((await cite(words)).report.directives.join(' ')).toBe(ids);
  });
});

/** The facts of the traps that the registry came with, in sentences of our own. */
describe('traps', () => {
  it.each<[sentence: string, ids: string[]]>([
    ['Ban Thường vụ Tỉnh ủy mới ban hành Chỉ thị số 17 về nắm bắt dư luận', []],
    ['Tỉnh có Kế hoạch số 25-KH/TU để làm theo Kết luận số 100-KL/TW', ['100-KL/TW@XI']],
    ['Thành ủy ra Kế hoạch số 57-KH/TU theo Chỉ thị số 06-CT/TƯ, ngày 24/6/2021', ['06-CT/TW@XIII']],
    [
      'theo Hướng dẫn số 130-HD/BTGTU, Chỉ thị số 43-CT/TƯ ngày 8-4-2020 và Chỉ thị số 34-CT/TU',
      ['43-CT/TW@XII'],
    ],
    ['Tỉnh ủy có Chỉ thị số 02-CT/TU nối theo Chỉ thị số 46-CT/TW, ngày 16/5/2025', ['46-CT/TW@XIII']],
    [
      'học Hướng dẫn số 02-HD/TU, Chỉ thị số 35-CT/TW ngày 14/6/2024, Hướng dẫn số 27-HD/BTCTW',
      ['27-HD/BTCTW@XIII', '35-CT/TW@XIII'],
    ],
    [
      'sau 5 năm làm theo Chỉ thị 42 của Ban Bí thư về giáo dục lý tưởng cách mạng, năm 2020',
      ['42-CT/TW@XI'],
    ],
    ['ngành xuất bản nhìn lại Chỉ thị 42-CT/T.Ư của Ban Bí thư về hoạt động xuất bản', ['42-CT/TW@IX']],
    ['Quyết định số 217/QĐ-TW ngày 12/12/2013 về giám sát', ['217-QĐ/TW@XI']],
    ['Quy định 148/QĐ-TW năm 2024 về tạm đình chỉ công tác', ['148-QĐ/TW@XIII']],
    ['Quân ủy Trung ương có Quy định số 646/QĐ/QUTW về nêu gương', []],
    ['Nghị quyết số 12-NQ/TU của Tỉnh ủy về chuyển đổi số', []],
    [
      'Kế hoạch 695/KH-UBND dẫn Kết luận số 132-KL/TW, Chỉ thị số 36-CT/TW ngày 16/8/2019 và Nghị quyết 93/NQ-CP',
      ['132-KL/TW@XIII', '36-CT/TW@XII'],
    ],
    [
      'Nghị quyết 111/NQ-CP của Chính phủ thực hiện Nghị quyết số 29-NQ/TW ngày 17/11/2022',
      ['29-NQ/TW@XIII'],
    ],
    ['Phân biệt các Chỉ thị 15, 16, 19 của Thủ tướng', ['15/CT-TTg', '16/CT-TTg']],
    [
      'phường cách ly xã hội theo Chỉ thị 16, trước đó là Chỉ thị 15 do Thủ tướng ban hành',
      ['15/CT-TTg', '16/CT-TTg'],
    ],
    ['học Nghị quyết Đại hội XI Đảng bộ tỉnh, 98,29% đảng viên dự', []],
    ['Nghị quyết Đại hội XIII: 97,55%; Nghị quyết Đại hội XI Đảng bộ tỉnh: 98,29%', ['NQĐH-XIII']],
    ['sơ kết 1 năm Chỉ thị số 03-CT/TW ngày 15-4-2011 của Bộ Chính trị', ['03-CT/TW@XI']],
    ['Ngày 25/12, Ban Bí thư ra Chỉ thị số 55-CT/TW lo Tết Bính Ngọ 2026', ['55-CT/TW@XIII']],
    ['mừng 80 năm Ngày thành lập Quân đội (22/12/1944 - 22/12/2024)', []],
    [
      'Kế hoạch số 527 của Đảng đoàn Quốc hội; Kết luận số 21-KL/TW và Kế hoạch số 03',
      ['03-KH/TW@XIII', '21-KL/TW@XIII'],
    ],
    [
      'các quy định 85-QĐ/TW, 99-QĐ/TW, 100-QĐ/TW, 101-QĐ/TW của Ban Bí thư khóa XIII',
      ['100-QĐ/TW@XIII', '101-QĐ/TW@XIII', '85-QĐ/TW@XIII', '99-QĐ/TW@XIII'],
    ],
    [
      'Nghị quyết Trung ương 5 (khóa 8) năm 1998 và Nghị quyết 33 (khóa 11) năm 2014 về văn hóa',
      ['33-NQ/TW@XI', 'NQTW5-VIII'],
    ],
    [
      'tinh thần chung của Nghị quyết 59, 70, 71, 72',
      ['59-NQ/TW@XIII', '70-NQ/TW@XIII', '71-NQ/TW@XIII', '72-NQ/TW@XIII'],
    ],
    ['Chỉ thị 35 của Bộ Chính trị định mốc đại hội đảng bộ các cấp năm 2020', ['35-CT/TW@XII']],
    [
      'Quy định số 37QĐ/TW về điều đảng viên không được làm thay Quy định số 47-QĐ/TW ngày 1.11. 2011',
      ['37-QĐ/TW@XIII', '47-QĐ/TW@XI'],
    ],
    [
      'Thông báo Kết luận số 159-TB của Bộ Chính trị; Hướng dẫn số 151-HD/BTGTW',
      ['151-HD/BTGTW@XII', '159-TB/TW@XII'],
    ],
    ['Nghị định số 73/2023/NĐ-CP và Kết luận số 14-KL/TW', ['14-KL/TW@XIII']],
    ['Kết luận số 79-KL/TW, ngày 16/6/2020, nhóm 1 họp ngày 23 và 24/7', ['79-KL/TW@XII']],
    ['chi thi 05-CT/TU cua Bo Chinh tri ngay 15/5/2016', ['05-CT/TW@XII']],
    ['Quy định số 04-QĐi/TU của Tỉnh ủy', []],
    ['Cụm thi đua số 3 có 7 đảng bộ; Khối thi đua số 5', []],
    ['Lực lượng 47, Tổ 35, Ban Chỉ đạo 389 cùng dự', []],
    ['mở 57 lớp, 1.209 lượt người; 35/35 đơn vị; ngày 12/12', []],
    ['Chỉ thị số 01-CT/TW của Bộ Chính trị về học tập Nghị quyết Đại hội XIV', ['01-CT/TW@XIV', 'NQĐH-XIV']],
  ])('%s', async (sentence, ids) => {
    expect((await ingestText(sentence)).report.directives.toSorted()).toEqual(ids);
  });
});

describe('documents of others', () => {
  it('are kept apart', async () => {
    const { report } = await cite(
      'Kế hoạch số 57-KH/TU, Chương trình số 45-CTr/TU, Kế hoạch số 07-KH/ĐUK và Nghị quyết số 87 của Tỉnh ủy',
    );
    expect(report.directives).toEqual([]);
    expect(report.localDocuments).toEqual([
      'Kế hoạch số 57-KH/TU',
      'Chương trình số 45-CTr/TU',
      'Kế hoạch số 07-KH/ĐUK',
      'Nghị quyết số 87 của Tỉnh ủy',
    ]);
  });
});

describe('every document of the registry', () => {
  it('is found by its number and date', async () => {
    const { directives } = await dataRegistry();
    const missed: string[] = [];
    for (const { id, key, date } of directives) {
      if (!date || !/^\d+-.*\/TW/.test(key)) continue;
      const [year, month, day] = date.split('-').map(Number);
      const { report } = await cite(`văn bản số ${key} ngày ${day}/${month}/${year}`, '6/11/2026');
      if (report.directives.join() !== id) missed.push(id);
    }
    expect(missed).toEqual([]);
  });
});

describe('the documents of a plenum', () => {
  it.each([
    ['Báo chí tuyên truyền kết quả Hội nghị Trung ương 5 khóa XII.', ''],
    ['Các báo đưa tin về Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII.', ''],
    ['Tập trung tuyên truyền thành công Hội nghị Trung ương 8 (khóa XIII).', ''],
    ['Sau Hội nghị Trung ương 6 khóa XII, toàn tỉnh mở lớp.', ''],
    ['Quán triệt, học tập Nghị quyết Hội nghị Trung ương 8 (khóa XIII).', 'NQTW8-XIII'],
    ['Triển khai nội dung Hội nghị Trung ương 6 khóa XII cho cán bộ.', 'NQTW6-XII'],
    [
      'Tổng kết Nghị quyết Trung ương 5 khóa VIII; riêng Nghị quyết Trung ương 5 đã đi vào đời sống.',
      'NQTW5-VIII',
    ],
    [
      'Thực hiện Nghị quyết Trung ương 4 khóa XI, XII và Kết luận 21-KL/TW.',
      'NQTW4-XI NQTW4-XII 21-KL/TW@XIII',
    ],
  ])('is cited where its documents are: %s', async (words, ids) => {
    const page = pageOf({
      lead: 'Sáng 6/12/2023, Ban Tuyên giáo Tỉnh ủy Hưng Yên tổ chức hội nghị giao ban công tác tuyên giáo với các huyện, thành ủy.',
      more: `${words} Trong kỳ, các đơn vị cơ sở làm được nhiều việc thiết thực.`,
    });
    expect((await ingestText(page)).report.directives.join(' ')).toBe(ids);
  });

  it('and of any number that several bear are offered beside the one taken', async () => {
    const { candidates } = await cite('Nghị quyết số 29-NQ/TW (khóa XI)');
    expect(candidates.directives).toContainEqual({
      value: '29-NQ/TW@XIII',
      evidence: expect.objectContaining({ text: 'Nghị quyết số 29-NQ/TW' }),
    });
  });

  it('are likely, not sure, where a bare number stands alone', async () => {
    expect((await cite('chỉ thị 05')).certainty.directives).toBe('likely');
    expect((await cite('Chỉ thị số 05-CT/TW')).certainty.directives).toBe('sure');
  });
});
