/**
 * A page of the site made without a network, from the list of all reports: facts and summary of a report; the reports
 * of a place or of a document. Plain HTML, readable without the site's style sheet.
 */
import type { ReportRecord } from '../site/open/schemas';

/**
 * @param path of the page within the site
 * @param reports all reports, a JSON document a line
 * @returns a whole HTML document; null where no such page can be made
 */
export function offlinePage(path: string, reports: string, basePath: string): string | null {
  const [, section, name = ''] = path.replace(/\/$/, '').split('/');
  if (name === '') return null;
  const all = reports.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ReportRecord]));
  if (section === 'bao-cao') {
    const report = all.find(({ id }) => id === name);
    return report ? documentOf(report.title, reportBody(report, basePath), basePath) : null;
  }
  if (section === 'dia-phuong') {
    const [today, former] = name.split('.');
    const found = all.filter((one) => one.currentProvince === today && (!former || one.province === former));
    const names = found[0]?.provinceNames;
    return found.length > 0
      ? listPage((former ? names?.former : names?.today) ?? name, found, basePath)
      : null;
  }
  if (section === 'van-ban') {
    const found = all.filter(({ directives }) =>
      directives.some(({ id }) => id !== null && slugOf(id) === name),
    );
    const label = found[0]?.directives.find(({ id }) => id !== null && slugOf(id) === name)?.label;
    return label ? listPage(label, found, basePath) : null;
  }
  return null;
}

function reportBody(report: ReportRecord, basePath: string): string {
  const facts = [
    ['Cơ quan', report.organization],
    ['Địa phương', report.placeInWords],
    ['Kỳ báo cáo', report.periodInWords],
    ['Ngày tổ chức', report.heldOn],
    ['Chủ trì', report.chair],
    ['Nguồn', report.source],
    ['Ngày đăng', report.publishedOn],
  ].flatMap(([label, value]) => (value ? [`<dt>${label}</dt><dd>${escaped(value)}</dd>`] : []));
  const cited = report.directives.map(({ id, label }) =>
    id === null
      ? `<li>${escaped(label)}</li>`
      : `<li>${link(`/van-ban/${slugOf(id)}`, label, basePath)}</li>`,
  );
  return [
    `<dl>${facts.join('')}</dl>`,
    ...report.abstract.split(/\n+/).map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    cited.length > 0 ? `<h2>Văn bản được nhắc tới</h2><ul>${cited.join('')}</ul>` : '',
    report.url ? `<p><a href="${escaped(report.url)}">Mở trang nguồn</a> (cần mạng)</p>` : '',
  ].join('');
}

function listPage(title: string, reports: readonly ReportRecord[], basePath: string): string {
  const items = reports.map(({ id, title: name }) => `<li>${link(`/bao-cao/${id}`, name, basePath)}</li>`);
  return documentOf(title, `<p>${reports.length} báo cáo</p><ul>${items.join('')}</ul>`, basePath);
}

function documentOf(title: string, body: string, basePath: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title></head><body><main>
<p>${link('/', 'Tìm báo cáo', basePath)} · Đang ngoại tuyến: trang rút gọn, từ dữ liệu lưu trên máy này.</p>
<h1>${escaped(title)}</h1>${body}</main></body></html>`;
}

function link(path: string, text: string, basePath: string): string {
  return `<a href="${escaped(basePath + path)}">${escaped(text)}</a>`;
}

/** `05-CT/TW@XII` as addresses have it: `05-ct-tw-xii`. */
function slugOf(id: string): string {
  return id
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
