import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvHead, csvLine } from './csv';
import { REPORT, SITE, VOCABULARY } from './fixtures';

/** Reads RFC 4180 back into rows of cells. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (at >= text.length) throw new Error('open quote');
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    } else {
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at++) cell += text[at];
    }
    row.push(cell);
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`no end of cell at ${at}`);
  }
  return rows;
}

test('cells come back as they were, but for the apostrophe before a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'ờ', '"', ',', '\r', '\n', '=', '-', '+', '@', '\t', "'", ' ') }),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (cells) => {
      const [row] = readCsv(`${cells.map(csvCell).join(',')}\r\n`);
      expect(row?.map((cell, i) => (cell === cells[i] ? cell : cell.slice(1)))).toEqual(cells);
    }),
  );
});

test('no text cell begins as a formula does', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n'),
      fc.string({ unit: 'grapheme' }),
      (sign, rest) => {
        expect(readCsv(`${csvCell(sign + rest)}\r\n`)).toEqual([[`'${sign}${rest}`]]);
      },
    ),
  );
  expect(csvCell('=HYPERLINK("http://x","y")')).toBe(`"'=HYPERLINK(""http://x"",""y"")"`);
});

test('numbers stay numbers, what is unknown is empty', () => {
  expect([csvCell(2020), csvCell(-5), csvCell(null), csvCell(undefined)]).toEqual(['2020', '-5', '', '']);
});

test('a report under the names of its columns', () => {
  const head = csvHead();
  expect(head.startsWith('\ufeff')).toBe(true);
  const [names = [], cells = []] = readCsv(
    head.slice(1) + csvLine({ ...REPORT, addedOn: '2026-11-22', modifiedOn: '2026-11-25' }, VOCABULARY, SITE),
  );
  expect(cells).toHaveLength(names.length);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.fromEntries(names.map((name, i) => [name, cells[i]]))).toEqual({
    'Mã báo cáo': REPORT.id,
    'Tiêu đề': REPORT.title,
    'Cơ quan': 'Ban Tuyên giáo Huyện ủy Tuy Phước',
    'Địa phương': 'huyện Tuy Phước, Bình Định (nay thuộc Gia Lai)',
    'Tỉnh, thành phố hiện nay': 'Gia Lai',
    'Tỉnh, thành phố trước 1/7/2025': 'Bình Định',
    'Quận, huyện': 'huyện Tuy Phước',
    Cấp: 'Quận, huyện',
    'Loại hội nghị': 'Sơ kết',
    'Ngày tổ chức': '2020-07-13',
    'Ngày đăng': '2020-07-14',
    'Kỳ báo cáo': '6 tháng đầu năm 2020',
    'Năm báo cáo': '2020',
    'Chủ trì': '',
    'Văn bản được nhắc tới': 'Chỉ thị 05-CT/TW; Chỉ thị 10-CT/TW',
    'Văn bản của địa phương': 'Kế hoạch 57-KH/TU',
    'Chủ đề': 'Tuyên truyền; Covid-19',
    'Số liệu': 'hơn 1.234,5 lượt người: dự học tập nghị quyết; 100 % (13/13): số xã',
    'Tóm tắt': 'Đoạn một.\n\nĐoạn hai.',
    Nguồn: 'Báo Bình Định',
    'Địa chỉ nguồn': REPORT.url,
    'Địa chỉ trên trang này': `https://bao-cao.example/bao-cao/${REPORT.id}`,
    'Mã hội nghị': 'binh-dinh-huyen-tuy-phuoc-2020-07-13-so-ket',
    'Năm tính theo': 'kỳ báo cáo',
    'Ngày thêm vào': '2026-11-22',
    'Ngày sửa': '2026-11-25',
    'Giấy phép': 'CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)',
  });
});
