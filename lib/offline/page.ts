/**
 * A page of the site made without a network, from the list of all reports: facts and summary of a report; the reports
 * of a place or of a document. It stands in the frame of a page that is kept, without that page's scripts.
 */
import { directivePath, reportPath } from '../domain/paths';
import { formatDate } from '../search/describe';
import type { ReportRecord } from '../site/open/schemas';

/**
 * @param path of the page within the site
 * @param reports all reports, a JSON document a line
 * @param frame the HTML of any page of the site
 * @returns a whole HTML document; null where no such page can be made
 */
export function offlinePage(path: string, reports: string, basePath: string, frame: string): string | null {
  const [, section, name = ''] = path.replace(/\/$/, '').split('/');
  if (name === '') return null;
  const all = reports.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ReportRecord]));
  if (section === 'bao-cao') {
    const report = all.find(({ id }) => id === name);
    return report ? documentOf(report.title, reportBody(report, basePath), frame) : null;
  }
  if (section === 'dia-phuong') {
    const [today, former] = name.split('.');
    const found = all.filter((one) => one.currentProvince === today && (!former || one.province === former));
    const names = found[0]?.provinceNames;
    return found.length > 0
      ? listPage((former ? names?.former : names?.today) ?? name, found, basePath, frame)
      : null;
  }
  if (section === 'van-ban') {
    const found = all.filter(({ directives }) =>
      directives.some(({ id }) => id !== null && slugOf(id) === name),
    );
    const label = found[0]?.directives.find(({ id }) => id !== null && slugOf(id) === name)?.label;
    return label ? listPage(label, found, basePath, frame) : null;
  }
  return null;
}

/** The page in place of one that only the network has. */
export function absentPage(frame: string): string {
  return documentOf('Trang này cần mạng', '<p class="mt-4">Tìm kiếm và mọi báo cáo vẫn mở được.</p>', frame);
}

function reportBody(report: ReportRecord, basePath: string): string {
  const facts = [
    ['Cơ quan', report.organization],
    ['Địa phương', report.placeInWords],
    ['Kỳ báo cáo', report.periodInWords],
    ['Ngày tổ chức', report.heldOn && formatDate(report.heldOn)],
    ['Chủ trì', report.chair],
    ['Nguồn', report.source],
    ['Ngày đăng', report.publishedOn && formatDate(report.publishedOn)],
  ].flatMap(([label, value]) =>
    value ? [`<dt class="text-soft">${label}</dt><dd>${escaped(value)}</dd>`] : [],
  );
  const cited = report.directives.map(({ id, label }) =>
    id === null
      ? `<li>${escaped(label)}</li>`
      : `<li>${link(directivePath(slugOf(id)), label, basePath)}</li>`,
  );
  return [
    `<dl class="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">${facts.join('')}</dl>`,
    ...report.abstract.split(/\n+/).map((paragraph) => `<p class="mt-4">${escaped(paragraph)}</p>`),
    cited.length > 0
      ? `<h2 class="mt-8 text-xl font-semibold">Văn bản được nhắc tới</h2><ul class="mt-2">${cited.join('')}</ul>`
      : '',
    report.url ? `<p class="mt-4"><a href="${escaped(report.url)}">Mở trang nguồn</a> (cần mạng)</p>` : '',
  ].join('');
}

function listPage(title: string, reports: readonly ReportRecord[], basePath: string, frame: string): string {
  const newest = [...reports].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  const items = newest.map((one) => {
    const facts = [one.placeInWords, one.periodInWords, one.source].filter(Boolean).join(' · ');
    return `<li class="border-t border-line py-3">${link(reportPath(one.id), one.title, basePath)}<br><span class="text-sm text-soft">${escaped(facts)}</span></li>`;
  });
  return documentOf(
    title,
    `<p class="mt-4">${reports.length} báo cáo</p><ol class="mt-2">${items.join('')}</ol>`,
    frame,
  );
}

function dayOf({ heldOn, publishedOn, year }: ReportRecord): string {
  return heldOn ?? publishedOn ?? String(year ?? '');
}

function documentOf(title: string, body: string, frame: string): string {
  const main = [
    '<p class="mt-4 text-sm text-soft">Đang ngoại tuyến: trang rút gọn, từ dữ liệu lưu trên máy này.</p>',
    `<h1 class="mt-2 max-w-[52rem] text-2xl font-semibold">${escaped(title)}</h1>`,
    `<div class="max-w-results">${body}</div>`,
  ].join('');
  // By functions: a title may hold what would be a pattern of replacement.
  return frame
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*\bas="script"[^>]*>/g, '')
    .replace(/<title>[\s\S]*?<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace(/(<main\b[^>]*>)[\s\S]*<\/main>/, (_, opening: string) => `${opening}${main}</main>`);
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
