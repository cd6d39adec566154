import { describe, expect, test } from 'vitest';
import { readQuestion } from '../engine/question';
import { figuresIn, withDigits } from './numbers';

describe('a number that names something, in digits', () => {
  test.each([
    ['nghị quyết ba mươi ba', 'nghị quyết 33'],
    ['nghị quyết ba lăm', 'nghị quyết 35'],
    ['chỉ thị không năm ở đà nẵng', 'chỉ thị 5 ở đà nẵng'],
    ['nam hai nghin muoi chin', 'nam 2019'],
    ['năm hai không hai ba', 'năm 2023'],
    ['tháng mười năm hai nghìn không trăm hai mươi hai', 'tháng mười năm 2022'],
    ['tháng bốn năm hai không hai hai', 'tháng bốn năm 2022'],
    ['từ hai nghìn mười lăm đến hai nghìn hai mươi', 'từ 2015 đến 2020'],
    ['hai nghìn đại biểu', 'hai nghìn đại biểu'],
    ['kết quả nghị quyết năm năm qua', 'kết quả nghị quyết năm năm qua'],
  ])('%s', (typed, read) => {
    expect(withDigits(typed)).toBe(read);
  });
});

describe('the ways to write a figure', () => {
  const writings = (text: string) =>
    figuresIn(readQuestion(text).tokens).map(({ first, after, writings: all }) => [first, after, all]);

  test.each([
    ['hai mươi lớp', [[0, 2, ['20', 'hai mươi']]]],
    ['hai muoi lop', [[0, 2, ['20', 'hai mươi']]]],
    ['hơn 13000 người', [[1, 2, ['13000', '13.000', '13 nghìn', '13 ngàn']]]],
    ['13.000 người', [[0, 2, ['13000', '13.000', '13 nghìn', '13 ngàn']]]],
    ['mười ba nghìn đại biểu', [[0, 3, ['13000', '13.000', '13 nghìn', '13 ngàn']]]],
    ['hai nghìn sáu trăm hai mươi sáu tác phẩm', [[0, 7, ['2626', '2.626']]]],
    ['28,7 tỷ đồng', [[0, 2, []]]],
    ['hai phong', []],
    ['ba vì', []],
  ])('%s', (text, expected) => {
    expect(writings(text)).toEqual(expected);
  });
});
