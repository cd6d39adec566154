import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVietnamese } from './collate';
import { fold, hasMarks, joinTone, slugify, spelling, splitTone } from './fold';

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
const vietnamese = fc
  .array(fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyÐáàảãạấầẩẫậắằẳẵặéếệíịóốộớợúứựýỹ \u00a0\u200b-–'), {
    maxLength: 40,
  })
  .map((letters) => letters.join(''));

describe('fold', () => {
  it.each([
    ['Đảng', 'dang'],
    ['Ðảng', 'dang'],
    ['hoà bình', 'hoa binh'],
    ['kỹ', 'ki'],
    ['Quý', 'qui'],
    ['quýt', 'quit'],
    ['Mỹ Lý', 'mi li'],
    ['05–CT/TW', '05-ct/tw'],
    ['tuyên\u00a0giáo', 'tuyen giao'],
    ['tuy\u00adên gi\u200báo', 'tuyen giao'],
  ])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded));

  it.each([
    ['tai', 'tay'],
    ['hai', 'hay'],
    ['thúi', 'thúy'],
    ['y', 'i'],
  ])('keeps %s and %s apart', (a, b) => expect(fold(a)).not.toBe(fold(b)));

  it.each(['kỹ/kĩ', 'lý/lí', 'quý/quí', 'Mỹ/Mĩ'])('%s are one', (pair) => {
    const [a = '', b = ''] = pair.split('/');
    expect(fold(a)).toBe(fold(b));
    expect(spelling(a)).toBe(spelling(b));
  });

  it('does not care how the text is composed, and is idempotent', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('spelling', () => {
  it.each([
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['tuỳ', 'tùy'],
    ['vịêt', 'việt'],
    ['qúy', 'quí'],
    ['Ðảng', 'đảng'],
    ['ngoài', 'ngoài'],
    ['giá', 'giá'],
    ['gì', 'gì'],
    ['giếng', 'giếng'],
    ['hoàng', 'hoàng'],
    ['người', 'người'],
    ['mùa', 'mùa'],
    ['café', 'café'],
  ])('%s is %s', (text, expected) => {
    expect(spelling(text)).toBe(expected);
    expect(spelling(text.normalize('NFD'))).toBe(expected);
  });

  it('keeps marks apart and folds to what the text folds to', () => {
    expect(spelling('đường')).not.toBe(spelling('dương'));
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), (text) => {
        expect(fold(spelling(text))).toBe(fold(text));
        expect(spelling(spelling(text))).toBe(spelling(text));
        expect(spelling(text.normalize('NFD'))).toBe(spelling(text.normalize('NFC')));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a tone off and puts it back', () => {
    for (const word of ['tuyến', 'hòa', 'quá', 'giữ', 'nghiệp', 'huỳnh']) {
      const split = splitTone(word);
      expect(split && joinTone(split.letters, split.tone)).toBe(word);
    }
  });
});

describe('slugify', () => {
  it.each([
    ['Kỳ họp', 'ky-hop'],
    ['Bà Rịa – Vũng Tàu', 'ba-ria-vung-tau'],
    ['05-CT/TW@XII', '05-ct-tw-xii'],
    ['  Đắk Lắk ', 'dak-lak'],
  ])('%s is %s', (text, slug) => expect(slugify(text)).toBe(slug));

  it('gives nothing but letters, digits and inner hyphens', () => {
    fc.assert(fc.property(anyText, (text) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(slugify(text))));
  });
});

it('sees marks, also on đ alone', () => {
  expect(['tuyen giao', 'CT05', 'đi', 'hòa'].map(hasMarks)).toEqual([false, false, true, true]);
});

it('sorts in Vietnamese order', () => {
  expect(['Đà Nẵng', 'Bình Định', 'Ấp 10', 'Ấp 2', 'Daklak', 'An Giang'].sort(compareVietnamese)).toEqual([
    'An Giang',
    'Ấp 2',
    'Ấp 10',
    'Bình Định',
    'Daklak',
    'Đà Nẵng',
  ]);
});
