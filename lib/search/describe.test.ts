import { expect, test } from 'vitest';
import { formatCount, formatDate, searchTitle } from './describe';
import { VOCABULARY } from './fixtures';
import { searchInWords } from './in-words';
import { parseQuery } from './query';

const words = (string: string) => searchInWords(parseQuery(string, VOCABULARY).query, VOCABULARY);

test.each([
  ['', ''],
  ['q=tuyên giáo', '“tuyên giáo”'],
  ['q="dư luận xã hội" huế', '"dư luận xã hội" huế'],
  [
    'vb=05-ct-tw&ky=2020-6-thang-dau-nam&tinh=hai-phong',
    'Hải Phòng · 6 tháng đầu năm 2020 · Chỉ thị 05-CT/TW',
  ],
  ['tinh=binh-dinh,ha-noi', 'Bình Định (cũ) hoặc Hà Nội'],
  ['ky=2019-quy-1,2018-thang-5', 'Tháng 5/2018 hoặc Quý I năm 2019'],
  ['ky=2021-nhieu-nam', 'Nhiều năm, đến 2021'],
  ['tinh=khong-ro&cap=huyen&loai=so-ket', 'Không rõ địa phương · Quận, huyện · Sơ kết'],
  ['vb=05-ct-tw-xii&ke-thua=1', 'Chỉ thị 05-CT/TW hoặc các văn bản kế thừa'],
])('%s in words', (string, expected) => {
  expect(words(string)).toBe(expected);
});

test('a long list is told by its first names and its length', () => {
  expect(words('ky=2010,2011,2012,2013,2014,2015')).toBe('Năm 2010 hoặc Năm 2011 hoặc Năm 2012 … (6)');
});

test('counts, dates and titles as people write them', () => {
  expect(formatCount(1234567)).toBe('1.234.567');
  expect(formatCount(372)).toBe('372');
  expect(formatDate('2020-07-03')).toBe('3/7/2020');
  expect(searchTitle(3, 'Hải Phòng')).toBe('3 báo cáo · Hải Phòng');
  expect(searchTitle(0, 'Hải Phòng')).toBe('Không có báo cáo · Hải Phòng');
});
