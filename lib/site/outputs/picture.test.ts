import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentPage } from '../browse/documents';
import { placePages } from '../browse/place-pages';
import { HOLDINGS, REPORT, resultOf, VOCABULARY } from './fixtures';
import {
  pictureOfDocument,
  pictureOfPlace,
  pictureOfReport,
  pictureOfSearch,
  pictureOfSite,
} from './picture';

function pictureOf(section: 'van-ban' | 'dia-phuong', name: string) {
  const document = documentPage(name, HOLDINGS);
  const place = placePages(HOLDINGS).find(({ value }) => value === name);
  if (section === 'van-ban' && document) return pictureOfDocument(document, HOLDINGS);
  if (section === 'dia-phuong' && place) return pictureOfPlace(place, HOLDINGS);
  throw new Error(`${section}/${name}`);
}

test('filters and count', () => {
  expect(pictureOfSearch(resultOf('q=tuyên giáo&tinh=hai-phong&ky=2020-6-thang-dau-nam', 1234))).toEqual({
    heading: '“tuyên giáo” · Hải Phòng · 6 tháng đầu năm 2020',
    detail: '',
    foot: '1.234 báo cáo',
  });
  expect(pictureOfSearch(resultOf('', 372))).toEqual({ ...pictureOfSite(), foot: '372 báo cáo' });
});

test('a report', () => {
  expect(pictureOfReport(REPORT, VOCABULARY)).toEqual({
    heading: REPORT.title,
    detail: 'Ban Tuyên giáo Huyện ủy Tuy Phước',
    foot: 'huyện Tuy Phước, Bình Định (nay thuộc Gia Lai) · 6 tháng đầu năm 2020 · 13/7/2020',
  });
});

test('a document, a number, a place', () => {
  expect(pictureOf('van-ban', '05-ct-tw-xii')).toEqual({
    heading: 'Chỉ thị 05-CT/TW',
    detail: 'về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    foot: '5 báo cáo nhắc tới',
  });
  expect(pictureOf('van-ban', '10-ct-tw')).toEqual({
    heading: 'Số 10-CT/TW',
    detail: '',
    foot: '5 báo cáo nhắc tới',
  });
  expect(pictureOf('dia-phuong', 'gia-lai')).toEqual({
    heading: 'Gia Lai',
    detail: 'Hợp nhất từ Gia Lai, Bình Định',
    foot: '5 báo cáo',
  });
  expect(pictureOf('dia-phuong', 'gia-lai.binh-dinh').detail).toBe('Nay thuộc tỉnh Gia Lai');
  expect(pictureOf('dia-phuong', 'hue')).toEqual({ heading: 'Huế', detail: '', foot: '' });
});

test('decomposed text is composed; what the font lacks is one question mark', () => {
  const { heading } = pictureOfReport(
    { ...REPORT, title: 'tuyên giáo 😀日本 đường'.normalize('NFD') },
    VOCABULARY,
  );
  expect(heading).toBe('tuyên giáo ? đường');
});

test('whatever is asked, the words are few and the font has them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const { heading } = pictureOfReport({ ...REPORT, title: text }, VOCABULARY);
      expect(heading.length).toBeLessThanOrEqual(150);
      expect(heading).toBe(heading.normalize('NFC'));
      expect(heading).not.toMatch(/[^\u0020-\u01b0\u02c6-\u02dc\u1ea0-\u1ef9\u2013-\u2212]/u);
    }),
  );
});
