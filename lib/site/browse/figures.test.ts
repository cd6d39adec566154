import { describe, expect, it } from 'vitest';
import {
  type FigureQuery,
  figureRows,
  formatFigure,
  groupOf,
  parseFigureQuery,
  selectFigures,
  serialiseFigureQuery,
} from './figures';
import { CORPUS, report } from './fixtures';
import { holdingsOf } from './holdings';

const holdings = holdingsOf({
  ...CORPUS,
  reports: [
    report('a', {
      currentProvince: 'gia-lai',
      province: 'binh-dinh',
      heldOn: '2020-01-01',
      figures: [
        { value: 12, unit: 'hội nghị' },
        { value: 1234.5, unit: 'lượt người', qualifier: 'hơn' },
        { value: 10, unit: 'năm', what: 'thực hiện Chỉ thị 05' },
      ],
    }),
    report('b', {
      currentProvince: 'ha-noi',
      province: 'ha-noi',
      heldOn: '2019-01-01',
      figures: [{ value: 99.5, unit: '%' }],
    }),
  ],
});
const rows = figureRows(holdings);
const parse = (query: string) => parseFigureQuery(new URLSearchParams(query), holdings);
const values = (query: string) => selectFigures(rows, parse(query)).map(({ figure }) => figure.value);

describe('the table of figures', () => {
  it('leaves out spans of years, which are no counts', () => {
    expect(values('')).toEqual([12, 1234.5, 99.5]);
  });

  it('orders both ways', () => {
    expect(values('sap=gia-tri')).toEqual([12, 99.5, 1234.5]);
    expect(values('sap=-gia-tri')).toEqual([1234.5, 99.5, 12]);
    expect(values('sap=-ky')).toEqual([12, 1234.5, 99.5]);
    expect(values('sap=dia-phuong')).toEqual([12, 1234.5, 99.5]);
  });

  it('narrows by group and by place, the united province holding its former ones', () => {
    expect(values('nhom=nguoi')).toEqual([1234.5]);
    expect(values('tinh=gia-lai')).toEqual([12, 1234.5]);
    expect(values('tinh=binh-dinh')).toEqual([12, 1234.5]);
  });

  it('takes what means nothing as not given', () => {
    expect(values('nhom=x&tinh=y&sap=--z&trang=-1')).toEqual(values(''));
    expect(parse('trang=1e9x').page).toBe(1);
  });

  it('reads back what it writes', () => {
    const query: FigureQuery = {
      group: 'van-ban',
      place: 'gia-lai.binh-dinh',
      sort: 'ky',
      descending: true,
      page: 3,
    };
    expect(parse(serialiseFigureQuery(query))).toEqual(query);
    expect(serialiseFigureQuery(parse(''))).toBe('');
  });
});

it.each([
  ['hội nghị', 'học tập nghị quyết', 'hoi-nghi'],
  ['tập thể', 'được khen thưởng', 'khen-thuong'],
  ['%', 'đảng viên được khen', 'ti-le'],
  ['đại biểu', 'dự', 'nguoi'],
  ['kế hoạch', 'ban hành', 'van-ban'],
  ['xã', 'nông thôn mới', 'khac'],
])('%s %s falls under %s', (unit, what, group) => {
  expect(groupOf({ value: 1, unit, what })).toBe(group);
});

it('writes figures as Vietnamese does', () => {
  expect(formatFigure({ value: 1234567.25, qualifier: 'gần' })).toBe('gần 1.234.567,25');
  expect(formatFigure({ value: 0 })).toBe('0');
});
