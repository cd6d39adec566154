import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKey, readDocumentNumbers } from './document-number';

const keys = (text: string): string[] => readDocumentNumbers(text).map(documentKey);

describe('readDocumentNumbers', () => {
  it.each([
    '05-CT/TW',
    '05 CT TW',
    'CT05',
    'ct 05',
    'chi thi 05',
    'Chỉ thị số 05 – CT/TW',
    '05/CT-TW',
    '05-CT/TƯ',
    '05-CT/T.Ư',
    '5-CT/TW',
    '05–ct/tw',
    'Chỉthị số 05-CT/TW',
    'Chị thị số 05',
    'chỉ thị 05- CT/TW',
  ])('%s is Directive 5 of the centre, composed or not', (text) => {
    expect(keys(text)).toEqual(['5-ct/tw']);
    expect(keys(text.normalize('NFD'))).toEqual(['5-ct/tw']);
  });

  it.each([
    ['37QĐ/TW', '37-qd/tw'],
    ['85-QÐ/TW', '85-qd/tw'],
    ['217/QĐ-TW', '217-qd/tw'],
    ['04-QĐi/TU', '4-qd/tu'],
    ['03-HD/BTGTW', '3-hd/btgtw'],
    ['115- HD/BTGW', '115-hd/btgtw'],
    ['Kế hoạch 57-KH/TU', '57-kh/tu'],
    ['45-CTrHĐ/TU', '45-ctrhd/tu'],
    ['646/QĐ/QUTW', '646-qd/qutw'],
    ['49/2015/QĐ-TTg', '49/2015-qd/ttg'],
    ['33-NQ/NQ', '33-nq/tw'],
    ['159-TB của Bộ Chính trị', '159-tb/tw'],
  ])('%s is %s', (text, key) => expect(keys(text)).toEqual([key]));

  it('tells the centre (TƯ) from a province (TU) before marks are dropped', () => {
    expect(keys('Kế hoạch số 57-KH/TU về thực hiện Chỉ thị số 06-CT/TƯ')).toEqual(['57-kh/tu', '6-ct/tw']);
    expect(readDocumentNumbers('Chỉ thị 06-CT/TU')[0]?.ambiguous).toBe(false);
    expect(readDocumentNumbers('06-ct/tu')[0]?.ambiguous).toBe(true);
    expect(readDocumentNumbers('06-ct/tw')[0]?.ambiguous).toBe(false);
  });

  it.each(['quy định 19 điều đảng viên không được làm', 'quy định 5 không', 'quy định 10 mét'])(
    'finds no document in %s',
    (text) => expect(keys(text)).toEqual([]),
  );

  it('reads each number of a list', () => {
    expect(keys('Quy định 37, 41 và 85 của Trung ương')).toEqual(['37-qd/tw', '41-qd/tw', '85-qd/tw']);
    expect(keys('Nghị quyết 59, 70 và 71')).toEqual(['59-nq/tw', '70-nq/tw', '71-nq/tw']);
  });

  it.each([
    ['chỉ thị 59 hội nông dân', '59-ct/tw'],
    ['chi thi 59 bo chinh tri', '59-ct/tw'],
    ['nghị quyết 33 văn hóa', '33-nq/tw'],
    ['kết luận 01 Ban Bí thư', '1-kl/tw'],
    ['chỉ thị 35 đồng nai', '35-ct/tw'],
    ['Quy định 37 về những điều đảng viên không được làm', '37-qd/tw'],
    ['thực hiện quy định 37', '37-qd/tw'],
  ])('takes what begins a name for no count: %s', (text, key) => expect(keys(text)).toEqual([key]));

  it('covers the number, and knows where the words before it begin', () => {
    const text = 'thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016';
    const [number] = readDocumentNumbers(text);
    expect(text.slice(number?.start, number?.end)).toBe('05-CT/TW');
    expect(text.slice(number?.wordsStart, number?.end)).toBe('Chỉ thị số 05-CT/TW');
  });

  it.each([
    '6 tháng đầu năm 2020',
    'BCĐ 35',
    'Tổ 35, Lực lượng 47',
    'kế hoạch 5 năm',
    'đã mở 57 lớp, 1.209 lượt người; đạt 35/35 đơn vị; ngày 12/12',
    'nghị quyết 2 kỳ họp',
    'kế hoạch 5 hội nghị',
    'Nghị quyết Trung ương 4 khóa XII',
    'Cụm thi đua số 3 gồm 7 đảng bộ',
  ])('finds none in: %s', (text) => expect(keys(text)).toEqual([]));

  it('never fails, never overlaps, stays inside the text', () => {
    const parts = fc.constantFrom(
      ...'0 5 05 123 CT NQ QĐ / - – . , TW TƯ T.Ư TU chỉ thị số nghị quyết và'.split(' '),
      ' ',
      '😀',
    );
    const text = fc.oneof(
      fc.array(parts, { maxLength: 30 }).map((all) => all.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (value) => {
        let end = 0;
        for (const number of readDocumentNumbers(value)) {
          expect(number.start).toBeGreaterThanOrEqual(end);
          expect(number.end).toBeGreaterThan(number.start);
          expect(value.slice(number.start, number.end)).toContain(number.number.split('/')[0]);
          end = number.end;
        }
        expect(end).toBeLessThanOrEqual(value.length);
      }),
      { numRuns: 1500 },
    );
  });
});
