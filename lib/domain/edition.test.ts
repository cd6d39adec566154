import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

async function editionOf(EDITION: string, BASE_PATH: string) {
  vi.resetModules();
  vi.stubEnv('EDITION', EDITION);
  vi.stubEnv('BASE_PATH', BASE_PATH);
  return import('./edition');
}

test.each([
  ['server', '', '/', '/'],
  ['server', '', '/?q=a', '/?q=a'],
  ['server', '/x', '/', '/x'],
  ['server', '/x', '/?q=a/b', '/x?q=a/b'],
  ['server', '/x', '/van-ban#khoa', '/x/van-ban#khoa'],
  ['static', '', '/', '/'],
  ['static', '/x', '/', '/x/'],
  ['static', '/x', '/?q=a', '/x/?q=a'],
  ['static', '/x', '/van-ban', '/x/van-ban/'],
  ['static', '', '/dia-phuong/gia-lai.binh-dinh?x#y', '/dia-phuong/gia-lai.binh-dinh/?x#y'],
  ['static', '/x', '/tin/tinh/gia-lai.binh-dinh.atom', '/x/tin/tinh/gia-lai.binh-dinh.atom'],
  ['static', '/x', '/du-lieu/tra-cuu.sqlite', '/x/du-lieu/tra-cuu.sqlite'],
  ['static', '/x', '/favicon.ico', '/x/favicon.ico'],
  ['static', '/x', 'https://bao.example/a', 'https://bao.example/a'],
  ['static', '/x', '//bao.example/a', '//bao.example/a'],
])('%s edition under "%s": %s lies at %s', async (edition, base, path, address) => {
  const { at } = await editionOf(edition, base);
  expect(at(path)).toBe(address);
});

test('the path within the site is found again; one elsewhere stays', async () => {
  const { pathWithin } = await editionOf('server', '/x');
  expect(pathWithin('/x')).toBe('/');
  expect(pathWithin('/x/van-ban')).toBe('/van-ban');
  expect(pathWithin('/xa/van-ban')).toBe('/xa/van-ban');
});

test('a static edition has nothing that needs a server', async () => {
  const { isServed } = await editionOf('static', '');
  expect(['/xuat/bao-cao.csv?q=a', '/api/search', '/so-sanh?bc=a', '/nhung'].map(isServed)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(['/', '/van-ban', '/xuat-ban', '/du-lieu/tra-cuu.sqlite'].every(isServed)).toBe(true);
  expect((await editionOf('server', '')).isServed('/nhung')).toBe(true);
});
