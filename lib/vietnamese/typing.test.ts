import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spelling } from './fold';
import { isSyllable } from './syllable';
import { readTyping } from './typing';

describe('isSyllable', () => {
  it.each(
    'tuyên giáo nghiêng quốc quý gì giếng giêng khuỷu ngoằng yêu ý uống oan đảng Bắc xoong thuở huyện nguyễn'.split(
      ' ',
    ),
  )('%s is', (word) => expect(isSyllable(word.toLowerCase())).toBe(true));

  it.each('tuyêt post six covid ngiêng gha bcd đ tuyên2 hà̀nội facebook quu'.split(' '))('%s is not', (word) =>
    expect(isSyllable(word)).toBe(false),
  );
});

describe('readTyping', () => {
  it.each([
    ['tuyeen', 'tuyên'],
    ['giaos', 'giáo'],
    ['ddangr', 'đảng'],
    ['dangrd', 'đảng'],
    ['nguwowif', 'người'],
    ['nguoiwf', 'người'],
    ['nguowif', 'người'],
    ['hoatj', 'hoạt'],
    ['quyeets', 'quyết'],
    ['quoocs', 'quốc'],
    ['truwowngf', 'trường'],
    ['tuye6n', 'tuyên'],
    ['gia1o', 'giáo'],
    ['d9a3ng', 'đảng'],
    ['ngu7o7i2', 'người'],
    ['tuye^n', 'tuyên'],
    ["gia'o", 'giáo'],
    ['ngu+o+`i', 'người'],
    ['da.ng', 'dạng'],
    ['thií', 'thí'],
    ['tuyeên', 'tuyên'],
    ['hoạtj', 'hoạt'],
    ['thuyr', 'thủy'],
    ['hoaf', 'hòa'],
  ])('%s is %s', (typed, word) => expect(readTyping(typed)).toContain(word));

  it.each(['2023', 'CT05', 'Facebook', 'tuyên', 'giáo', 'internet', 'x1', 'covid19', 'B52'])(
    'leaves %s',
    (word) => expect(readTyping(word)).toEqual([]),
  );

  it('gives valid syllables in canonical spelling, whatever it is fed', () => {
    const keys = fc
      .array(fc.constantFrom(..."abcdeghiklmnopqrstuvxywzfj123456789'`?~.^(+áêươđ"), { maxLength: 9 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(keys, fc.string({ unit: 'binary', maxLength: 16 })), (typed) => {
        for (const reading of readTyping(typed)) {
          expect(isSyllable(reading)).toBe(true);
          expect(spelling(reading).normalize('NFC')).toBe(spelling(reading));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
