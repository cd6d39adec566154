import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COPIED_WORDS, copiedStretches } from './runs';

const PAGE = 'Một hai ba bốn năm sáu bảy tám chín mười. Đồng chí đến từng thôn nghe dân nói chuyện mùa màng.';
const shown = (ours: string) => copiedStretches(ours, PAGE).map(({ start, end }) => ours.slice(start, end));

describe('copiedStretches', () => {
  it('finds eight words in a row, and the whole of a longer run', () => {
    expect(shown('Thế là: hai ba bốn năm sáu bảy tám chín rồi.')).toEqual([
      'hai ba bốn năm sáu bảy tám chín',
    ]);
    expect(shown('MOT, HAI, ba; bon nam sau bay tam chin muoi!')).toEqual([
      'MOT, HAI, ba; bon nam sau bay tam chin muoi',
    ]);
  });

  it('lets seven pass', () => expect(shown('hai ba bốn năm sáu bảy tám ba')).toEqual([]));

  it('counts no names', () => {
    const ours = 'Nơi họp: ba bốn năm sáu bảy tám chín mười đồng chí.';
    expect(copiedStretches(ours, PAGE)).toHaveLength(1);
    expect(copiedStretches(ours, PAGE, ['Bảy Tám', ''])).toEqual([]);
  });

  it('is silent about a text with no words of the page, and finds any part of the page itself', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: COPIED_WORDS }), (numbers) => {
        const text = numbers.map((number) => `w${number}`).join(' ');
        expect(copiedStretches(text, PAGE)).toEqual([]);
        expect(copiedStretches(text, `x ${text} y`)).toEqual([{ start: 0, end: text.length }]);
      }),
    );
  });
});
