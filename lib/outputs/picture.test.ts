import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REPORT, resultOf, VOCABULARY } from './fixtures';
import {
  pictureOfDirective,
  pictureOfPlace,
  pictureOfReport,
  pictureOfSearch,
  SITE_PICTURE,
} from './picture';

test('filters and count', () => {
  expect(pictureOfSearch(resultOf('q=tuyên giáo&tinh=hai-phong&ky=2020-6-thang-dau-nam', 1234))).toEqual({
    heading: '“tuyên giáo” · Hải Phòng · 6 tháng đầu năm 2020',
    detail: '',
    foot: '1.234 báo cáo',
  });
  expect(pictureOfSearch(resultOf('', 372))).toEqual({ ...SITE_PICTURE, foot: '372 báo cáo' });
});

test('a report, a directive, a place', () => {
  expect(pictureOfReport(REPORT, VOCABULARY)).toEqual({
    heading: REPORT.title,
    detail: 'Ban Tuyên giáo Huyện ủy Tuy Phước',
    foot: 'huyện Tuy Phước, Bình Định (nay thuộc Gia Lai) · 6 tháng đầu năm 2020 · 13/7/2020',
  });
  const directive = VOCABULARY.directives.find(({ id }) => id === '06-CT/TW@XIII');
  if (!directive) throw new Error('fixture');
  expect(pictureOfDirective(directive, 0)).toEqual({
    heading: 'Chỉ thị 06-CT/TW',
    detail: 'về xây dựng gia đình',
    foot: '',
  });
  expect(pictureOfPlace('Gia Lai', 'gồm Gia Lai, Bình Định cũ', 7).foot).toBe('7 báo cáo');
});

test('decomposed text is composed; what the font lacks is one question mark', () => {
  const { heading } = pictureOfPlace('tuyên giáo 😀日本 đường'.normalize('NFD'), '', 0);
  expect(heading).toBe('tuyên giáo ? đường');
});

test('whatever is asked, the words are few and the font has them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const { heading } = pictureOfPlace(text, text, 1);
      expect(heading.length).toBeLessThanOrEqual(150);
      expect(heading).toBe(heading.normalize('NFC'));
      expect(heading).not.toMatch(/[^\u0020-\u024f\u02c6-\u02dc\u1ea0-\u1ef9\u2010-\u2212]/u);
    }),
  );
});
