import { expect, test } from 'vitest';
import { mistakeHref } from './mistake';

const PAGE = 'https://x.example/bao-cao/a-1';

test('a letter carries the report and its address', () => {
  const href = mistakeHref('mailto:a@b.vn', 'Sơ kết & tổng kết', PAGE);
  const { searchParams, pathname } = new URL(href);
  expect(pathname).toBe('a@b.vn');
  expect(searchParams.get('subject')).toBe('Báo sai: Sơ kết & tổng kết');
  expect(searchParams.get('body')).toContain(PAGE);
});

test('a page is linked as it is', () => {
  expect(mistakeHref('https://b.vn/bao-sai', 'Sơ kết', PAGE)).toBe('https://b.vn/bao-sai');
});
