import { describe, expect, test } from 'vitest';
import { readQuestion } from '../engine';
import { VOCABULARY } from './fixtures';
import { FoldedText, readFacts } from './understand';

const read = (text: string) =>
  readFacts(new FoldedText(readQuestion(text)), VOCABULARY)
    .map(({ facet, values }) => `${facet}=${values.join(',')}`)
    .sort();

describe('what a search names', () => {
  test.each([
    [
      'chỉ thị 05 hải phòng 6 tháng đầu năm 2020',
      ['ky=2020-6-thang-dau-nam', 'tinh=hai-phong', 'vb=05-ct-tw-xii'],
    ],
    [
      'chi thi 05 hai phong 6 thang dau nam 2020',
      ['ky=2020-6-thang-dau-nam', 'tinh=hai-phong', 'vb=05-ct-tw-xii'],
    ],
    ['ct05', ['vb=05-ct-tw-xii']],
    ['05–CT/TW', ['vb=05-ct-tw-xii']],
    ['06-CT/TƯ', ['vb=06-ct-tw-xiii']],
    ['57-KH/TU tỉnh', []],
    ['kl 01', ['vb=01-kl-tw-xiii']],
    ['quy định 08-QĐi/TW', ['vb=08-qdi-tw-xii']],
    ['chỉ thị 35 năm 2020', ['ky=2020', 'vb=35-ct-tw-xii']],
    ['chỉ thị 35 năm 2025', ['ky=2025', 'vb=35-ct-tw-xiii']],
    ['chỉ thị 35', ['vb=35-ct-tw-xii,35-ct-tw-xiii']],
    ['nghị quyết trung ương 4 khóa xii', ['vb=nqtw4-xii']],
    ['nq tw 4 khoa 12', ['vb=nqtw4-xii']],
    ['nqtw4 xii', ['vb=nqtw4-xii']],
    ['nqtw4', ['vb=nqtw4-xii']],
    ['nghị quyết trung ương 4', ['vb=nqtw4-xii']],
    ['05cttw', ['vb=05-ct-tw-xii']],
    ['cttw 05', ['vb=05-ct-tw-xii']],
    ['trước năm 2010', ['ky=1930..2009']],
    ['3 tháng đầu năm 2022', ['ky=2022-quy-1']],
    ['ba tháng cuối năm 2019', ['ky=2019-quy-4']],
    ['tháng mười hai năm 2021', ['ky=2021-thang-12']],
    ['tháng năm năm 2020', ['ky=2020-thang-5']],
    ['đầu năm 2018', ['ky=2018']],
    ['nghị quyết đại hội xiii', ['vb=nqdh-xiii']],
    ['Nghị quyết Đại hội XIII Đảng', ['vb=nqdh-xiii']],
    ['quý I/2019 hà nội', ['ky=2019-quy-1', 'tinh=ha-noi']],
    ['quy 1 ha noi 2019', ['ky=2019-quy-1', 'tinh=ha-noi']],
    ['tháng 5 năm 2018', ['ky=2018-thang-5']],
    ['9 thang dau nam 2023', ['ky=2023-9-thang']],
    ['nhiệm kỳ 2015-2020', ['ky=2015..2020']],
    ['bình định', ['tinh=gia-lai.binh-dinh']],
    ['gia lai', ['tinh=gia-lai']],
    ['gia lai cũ', ['tinh=gia-lai.gia-lai']],
    ['tphcm', ['tinh=tp-ho-chi-minh']],
    ['brvt 2018', ['ky=2018', 'tinh=tp-ho-chi-minh.ba-ria-vung-tau']],
    ['tư tưởng hồ chí minh', []],
    ['đường Nguyễn Huệ', []],
    ['hue', ['tinh=hue']],
    ['ban chỉ đạo 35', []],
    ['35 đơn vị', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
