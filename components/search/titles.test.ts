import { expect, test } from 'vitest';
import type { SearchResult } from '@/lib/search/result';
import { documentTitle, pageDescription, pageTitle } from './titles';

const SITE = { name: 'Tra cứu báo cáo', purpose: 'Tìm trong báo cáo.' };

const result = (part: Partial<SearchResult>) =>
  ({ words: '', total: 372, page: 1, results: [], ...part }) as SearchResult;

test('the empty search bears the name of the site alone', () => {
  expect(pageTitle(result({}))).toBe('');
  expect(documentTitle(result({}), SITE)).toBe('Tra cứu báo cáo');
});

test('a search is named by its count and its words, a later page by its number too', () => {
  const words = 'Hải Phòng · 6 tháng đầu năm 2020';
  expect(documentTitle(result({ words, total: 3 }), SITE)).toBe(
    '3 báo cáo · Hải Phòng · 6 tháng đầu năm 2020 · Tra cứu báo cáo',
  );
  expect(pageTitle(result({ words, total: 0 }))).toBe('Không có báo cáo · Hải Phòng · 6 tháng đầu năm 2020');
  expect(pageTitle(result({ page: 2 }))).toBe('trang 2');
});

test('a description names the first reports', () => {
  const results = ['Một', 'Hai', 'Ba', 'Bốn'].map((title) => ({ title })) as SearchResult['results'];
  expect(pageDescription(result({ words: 'x', results }), SITE)).toBe('Một · Hai · Ba');
  expect(pageDescription(result({ words: 'x' }), SITE)).toMatch(/^Không có báo cáo nào khớp/);
});
