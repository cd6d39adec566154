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
