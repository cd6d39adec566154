import { expect, test } from 'vitest';
import { HOLDINGS } from './fixtures';
import { sharedPage, sitePages } from './pages';

const shared = (path: string) => sharedPage(path, HOLDINGS);

test('every report, directive and place has one address', () => {
  const pages = sitePages(HOLDINGS);
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages).toEqual(
    expect.arrayContaining([
      '/',
      '/bao-cao/a-1',
      '/van-ban/05-ct-tw-xii',
      '/dia-phuong/gia-lai',
      '/van-ban/10-ct-tw',
      '/dia-phuong/gia-lai.binh-dinh',
      '/dia-phuong/hue',
    ]),
  );
});

test('pages of this site, in canonical form', () => {
  expect(shared('/bao-cao/a-1?utm_source=x#y')).toBe('/bao-cao/a-1');
  expect(shared('/?tinh=hue&q=  tuyên  giáo&utm_source=x')).toBe('/?q=tuy%C3%AAn+gi%C3%A1o&tinh=hue');
  expect(shared('/')).toBe('/');
  expect(shared('/so-sanh?bc=a-1,b-2')).toBe('/so-sanh?bc=a-1,b-2');
  expect(shared('/so-sanh?bc=a-1,none,b-2,c-3,d-4,e-5')).toBe('/so-sanh?bc=a-1,b-2,c-3,d-4');
});

test('nothing else', () => {
  for (const path of [
    '',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/bao-cao/none',
    '/xuat/bao-cao.csv',
    '/so-sanh?bc=none',
    '/so-sanh',
    'javascript:alert(1)',
  ]) {
    expect(shared(path), path).toBeNull();
  }
});
