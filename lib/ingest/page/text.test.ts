import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, sourceText } from './text';

const vietnamese = fc.string({
  unit: fc.constantFrom(
    ...'aăâđeêioôơuưyÐðĐ ếộữ\u00a0\u200b\u00ad\t\r\n\u0301\u0323\u0302–—.,;/-09',
    '😀',
    'ﬁ',
  ),
  maxLength: 80,
});

describe('sourceText', () => {
  it('makes decomposed, padded and misspelt letters one form', () => {
    const { text } = sourceText(`${'Ðảng bộ'.normalize('NFD')}\u00a0tỉnh\u200b\r\nhọp`);
    expect(text).toBe('Đảng bộ tỉnh\nhọp');
  });

  it('leads every offset back to where the character stands in the raw page', () => {
    const raw = `\ufeffSáng\u00a013/7, ${'Hội nghị'.normalize('NFD')}`;
    const { text, toRaw } = sourceText(raw);
    const start = text.indexOf('Hội nghị');
    expect(raw.slice(toRaw(start), toRaw(start + 'Hội nghị'.length)).normalize('NFC')).toBe('Hội nghị');
  });

  it('keeps offsets in order and inside the raw page, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: 'binary' })), (raw) => {
        const { text, bare: plain, toRaw } = sourceText(raw);
        expect(plain).toHaveLength(text.length);
        const offsets = Array.from({ length: text.length + 1 }, (_, offset) => toRaw(offset));
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        expect(offsets.at(-1)).toBeLessThanOrEqual(raw.length);
      }),
    );
  });
});

describe('syllables', () => {
  it.each([
    ['Chỉthị số 05-CT/TW', 'Chỉ thị số 05-CT/TW'],
    ['Ban Tuyên giáoTỉnh ủy', 'Ban Tuyên giáo Tỉnh ủy'],
    ['Ban Tuyên giáo Tỉnhủy họp; Bí thư Tỉnh ủy dự', 'Ban Tuyên giáo Tỉnh ủy họp; Bí thư Tỉnh ủy dự'],
    ['công tác tuyê n giáo năm qua', 'công tác tuyên giáo năm qua'],
    ['hội nghị toà n quốc, báo cáo viên toàn tỉnh', 'hội nghị toàn quốc, báo cáo viên toàn tỉnh'],
  ])('%s', (page, tidy) => {
    const { text, toRaw } = sourceText(page);
    expect(text).toBe(tidy);
    // Words after the mend still lead back to themselves.
    const last = text.lastIndexOf(' ') + 1;
    expect(page.slice(toRaw(last), toRaw(text.length))).toBe(text.slice(last));
  });

  it.each([
    'Đảng ủy Krông Năng, Đắk Lắk, Đắkrông, Mátxcơva',
    'Tỉnhủy họp mà trang không viết rời ở đâu khác',
    'các điểm a, b và c của mục một',
    'đã về n lần',
  ])('are left alone where two readings remain: %s', (page) => {
    expect(sourceText(page).text).toBe(page);
  });
});

describe('bare', () => {
  it('drops marks and case, unit by unit', () => {
    expect(bare('Tỉnh ủy ĐĂK LẮK – Quý')).toBe('tinh uy dak lak - quy');
  });

  it('never changes the length and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(bare(text)).toHaveLength(text.length);
        expect(bare(bare(text))).toBe(bare(text));
      }),
    );
  });
});
