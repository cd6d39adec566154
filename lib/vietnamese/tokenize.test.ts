import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold';
import { tokenize } from './tokenize';

const folded = (text: string): string[] => tokenize(text).map((token) => token.folded);

describe('tokenize', () => {
  it('gives whole syllables with the original letters', () => {
    const text = '😀 Ðảng bộ tỉnh “Hoà Bình”, kỹ năng'.normalize('NFD');
    expect(folded(text)).toEqual(['dang', 'bo', 'tinh', 'hoa', 'binh', 'ki', 'nang']);
    expect(tokenize(text).map((token) => text.slice(token.start, token.end).normalize('NFC'))).toEqual([
      'Ðảng',
      'bộ',
      'tỉnh',
      'Hoà',
      'Bình',
      'kỹ',
      'năng',
    ]);
  });

  it('keeps a document number in one piece and the words before it apart', () => {
    expect(folded('Chỉ thị số 05 – CT/TW của Bộ Chính trị')).toEqual(
      'chi thi so 5-ct/tw cua bo chinh tri'.split(' '),
    );
  });

  it('reads 06 as 6', () => expect(folded('06 tháng 2020')).toEqual(['6', 'thang', '2020']));

  it('cuts the same letters out of any text, composed or not', () => {
    const pieces = fc.constantFrom(
      'Đảng',
      'hoà ',
      'kỹ',
      ' ',
      '05-CT/TƯ',
      '\u200b',
      '😀',
      'a\u0301\u0323',
      '—',
      '7️⃣',
      'Ⅻ',
      'ß',
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 20 }).map((all) => all.join('')),
      fc.string({ unit: 'binary', maxLength: 50 }),
    );
    fc.assert(
      fc.property(text, (value) => {
        let end = 0;
        for (const token of tokenize(value)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
          if (token.document) continue;
          const slice = value.slice(token.start, token.end);
          expect(fold(slice).replace(/^0(?=\d$)/, '')).toBe(token.folded);
        }
        expect(end).toBeLessThanOrEqual(value.length);
        expect(folded(value.normalize('NFD'))).toEqual(folded(value.normalize('NFC')));
      }),
      { numRuns: 1500 },
    );
  });
});
