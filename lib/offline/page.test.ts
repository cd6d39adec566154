import { expect, test } from 'vitest';
import { reportRecord } from '../site/open/records';
import { HOLDINGS, REPORT, SITE } from '../site/outputs/fixtures';
import { slugify } from '../vietnamese/fold';
import { absentPage, offlinePage } from './page';

const [FIRST = ''] = HOLDINGS.all.map(({ report }) => report.id);
const LINES = HOLDINGS.all
  .map(({ report }) => JSON.stringify(reportRecord(report, HOLDINGS, SITE)))
  .join('\n');
const FRAME =
  '<html><head><title>Trợ giúp</title><link rel="preload" as="script" href="/a.js"/><script src="/a.js"></script></head>' +
  '<body><header>Đầu trang</header><main id="noi-dung">Trợ giúp</main><footer>Cuối</footer><script>hydrate()</script></body></html>';

test('a report, its text as text', () => {
  const page = offlinePage(`/bao-cao/${FIRST}`, LINES, '/x', FRAME) ?? '';
  expect(page).toContain('&#60;kế hoạch&#62;');
  expect(page).not.toContain('<kế hoạch>');
  expect(page).toContain('<p class="mt-4">Đoạn một.</p><p class="mt-4">Đoạn hai.</p>');
  expect(page).toContain('href="/x/van-ban/05-ct-tw-xii"');
  expect(page).not.toContain('Toàn văn không được mang đi');
});

test('the reports of a place and of a document, under the addresses of the site', () => {
  for (const { id } of REPORT.directives) {
    if (id !== null)
      expect(offlinePage(`/van-ban/${slugify(id)}`, LINES, '', FRAME)).toContain(`href="/bao-cao/${FIRST}"`);
  }
  expect(offlinePage('/dia-phuong/gia-lai.binh-dinh', LINES, '', FRAME)).toMatch(/<h1[^>]*>Bình Định<\/h1>/);
  expect(offlinePage('/dia-phuong/gia-lai/', LINES, '', FRAME)).toMatch(/<h1[^>]*>Gia Lai<\/h1>/);
});

test('in the frame of another page, without its scripts and its content', () => {
  const page = offlinePage(`/bao-cao/${FIRST}`, LINES, '', FRAME) ?? '';
  expect(page).toContain('<header>Đầu trang</header><main id="noi-dung">');
  expect(page).toContain('</main><footer>Cuối</footer></body></html>');
  for (const one of [page, absentPage(FRAME)])
    expect(one).not.toMatch(/<script|hydrate|as="script"|Trợ giúp/);
});

test('nothing for what is not there', () => {
  for (const path of ['/', '/bao-cao/x', '/dia-phuong/hue', '/van-ban/x', '/tong-quan'])
    expect(offlinePage(path, LINES, '', FRAME)).toBeNull();
});
