import { expect, test } from 'vitest';
import { qrSvg } from './qr';
import { fitsQr, mailtoHref, qrHref } from './share';

test('three finder patterns within a quiet zone of four modules', () => {
  const svg = qrSvg('https://bao-cao.example/');
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const dark = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let i = 0; i < Number(length); i++) (dark[Number(y)] as boolean[])[Number(x) + i] = true;
  }
  const rows = dark.map((row) => row.map((on) => (on ? '#' : '.')).join(''));
  expect(rows.slice(0, 4).join('') + rows.slice(-4).join('')).not.toContain('#');
  expect(rows.every((row) => row.startsWith('....') && row.endsWith('....'))).toBe(true);
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
  const at = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
  expect(at(4, 4)).toEqual(finder);
  expect(at(size - 11, 4)).toEqual(finder);
  expect(at(4, size - 11)).toEqual(finder);
});

test('an address too long for any code is told beforehand', () => {
  const longest = `https://a.example/?q=${'a'.repeat(2953 - 21)}`;
  expect(fitsQr(longest)).toBe(true);
  expect(qrSvg(longest)).toContain('<svg');
  expect(fitsQr(`${longest}a`)).toBe(false);
  expect(() => qrSvg(`${longest}a`)).toThrow();
});

test('a page in an e-mail and in a code', () => {
  expect(mailtoHref('12 báo cáo · Huế', 'https://a.example/?q=a&tinh=hue')).toBe(
    'mailto:?subject=12%20b%C3%A1o%20c%C3%A1o%20%C2%B7%20Hu%E1%BA%BF&body=12%20b%C3%A1o%20c%C3%A1o%20%C2%B7%20Hu%E1%BA%BF%0D%0Ahttps%3A%2F%2Fa.example%2F%3Fq%3Da%26tinh%3Dhue',
  );
  expect(qrHref('/?q=a&tinh=hue')).toBe('/anh/qr.svg?trang=%2F%3Fq%3Da%26tinh%3Dhue');
});
