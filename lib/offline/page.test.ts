import { expect, test } from 'vitest';
import { reportRecord } from '../site/open/records';
import { HOLDINGS, REPORT, SITE } from '../site/outputs/fixtures';
import { slugify } from '../vietnamese/fold';
import { offlinePage } from './page';

const [FIRST = ''] = HOLDINGS.all.map(({ report }) => report.id);
const LINES = HOLDINGS.all
  .map(({ report }) => JSON.stringify(reportRecord(report, HOLDINGS, SITE)))
  .join('\n');

test('a report, its text as text', () => {
  const page = offlinePage(`/bao-cao/${FIRST}`, LINES, '/x') ?? '';
  expect(page).toContain('&#60;kế hoạch&#62;');
  expect(page).not.toContain('<kế hoạch>');
  expect(page).toContain('<p>Đoạn một.</p><p>Đoạn hai.</p>');
  expect(page).toContain('href="/x/van-ban/05-ct-tw-xii"');
  expect(page).not.toContain('Toàn văn không được mang đi');
});

test('the reports of a place and of a document, under the addresses of the site', () => {
  for (const { id } of REPORT.directives) {
    if (id !== null)
      expect(offlinePage(`/van-ban/${slugify(id)}`, LINES, '')).toContain(`href="/bao-cao/${FIRST}"`);
  }
  expect(offlinePage('/dia-phuong/gia-lai.binh-dinh', LINES, '')).toContain('<h1>Bình Định</h1>');
  expect(offlinePage('/dia-phuong/gia-lai/', LINES, '')).toContain('<h1>Gia Lai</h1>');
});

test('nothing for what is not there', () => {
  for (const path of ['/', '/bao-cao/x', '/dia-phuong/hue', '/van-ban/x', '/tong-quan'])
    expect(offlinePage(path, LINES, '')).toBeNull();
});
