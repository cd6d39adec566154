/** Pages as plain Markdown, for readers that are programs: the facts of a report, a document, a place, and its reports. */

import { isServed } from '../../domain/edition';
import { figureInWords } from '../../domain/figure';
import { directivePath, placePath, reportPath, type Section } from '../../domain/paths';
import { LEVELS, labelOf, REPORT_KINDS, TOPICS } from '../../domain/vocabulary';
import { formatCount, formatDate } from '../../search/describe';
import { documentPage, documentSlugs } from '../browse/documents';
import type { Holding, Holdings } from '../browse/holdings';
import { placePages } from '../browse/place-pages';
import { addressOf } from '../outputs/site';
import { licenceInWords, siteSettings } from '../settings';
import { directiveRecords, reportRecord } from './records';

/** Where the Markdown twin of a page lies: `/md/bao-cao/<id>.md`. */
export const markdownPath = (pagePath: string): string => `/md${pagePath}.md`;

/** Every page that has a twin, by section and name. */
export function twinNames(holdings: Holdings): { section: Section; name: string }[] {
  return [
    ...[...holdings.byId.keys()].map((name) => ({ section: 'bao-cao' as const, name })),
    ...documentSlugs(holdings).map((name) => ({ section: 'van-ban' as const, name })),
    ...placePages(holdings).map(({ value }) => ({ section: 'dia-phuong' as const, name: value })),
  ];
}

/** The twin of a page; null where there is no such page. */
export function markdownOf(section: Section, name: string, holdings: Holdings, site: URL): string | null {
  switch (section) {
    case 'bao-cao': {
      const holding = holdings.byId.get(name);
      return holding ? reportMarkdown(holding, holdings, site) : null;
    }
    case 'van-ban':
      return documentMarkdown(name, holdings, site);
    case 'dia-phuong':
      return placeMarkdown(name, holdings, site);
  }
}

function reportMarkdown({ report }: Holding, holdings: Holdings, site: URL): string {
  const record = reportRecord(report, holdings, site);
  return page(record.title, record.address, [
    facts([
      ['Cơ quan', record.organization],
      ['Địa phương', record.placeInWords],
      ['Cấp', labelOf(record.level, LEVELS)],
      ['Loại hội nghị', labelOf(record.kind, REPORT_KINDS)],
      ['Kỳ báo cáo', record.periodInWords],
      ['Ngày tổ chức', record.heldOn && formatDate(record.heldOn)],
      ['Chủ trì', record.chair],
      ['Chủ đề', record.topics.map((topic) => labelOf(topic, TOPICS)).join(', ')],
      ['Nguồn', record.source],
      ['Ngày đăng', record.publishedOn && formatDate(record.publishedOn)],
      ['Địa chỉ nguồn', record.url],
    ]),
    section('Tóm tắt', record.abstract.split(/\n+/).map(escaped).join('\n\n')),
    section(
      'Văn bản được nhắc tới',
      list(
        report.directives.map(({ id, asWritten }) => {
          const name = holdings.vocabulary.directives.find((one) => one.id === id);
          return name ? link(name.label, addressOf(directivePath(name.slug), site)) : escaped(asWritten);
        }),
      ),
    ),
    section('Số liệu', list(report.figures.map((figure) => escaped(figureInWords(figure))))),
  ]);
}

function documentMarkdown(slug: string, holdings: Holdings, site: URL): string | null {
  const found = documentPage(slug, holdings);
  if (!found) return null;
  const address = addressOf(directivePath(slug), site);
  if (found.kind === 'number') {
    return page(`Số ${found.number}`, address, [
      section(
        'Văn bản mang số này',
        list(found.documents.map((one) => link(one.label, addressOf(directivePath(one.slug), site)))),
      ),
      reportList([...new Set(found.citations.map(({ holding }) => holding))], site),
    ]);
  }
  const record = directiveRecords(holdings, site).find((one) => one.slug === slug);
  return page(found.name.label, address, [
    facts([
      ['Nội dung', record?.title],
      ['Cơ quan ban hành', record?.issuer],
      ['Khóa', record?.term],
      ['Ngày ban hành', record?.date && formatDate(record.date)],
    ]),
    reportList(
      holdings.all.filter(({ directives }) => directives.includes(slug)),
      site,
    ),
  ]);
}

function placeMarkdown(value: string, holdings: Holdings, site: URL): string | null {
  const found = placePages(holdings).find((one) => one.value === value);
  if (!found) return null;
  return page(found.fullName, addressOf(placePath(value), site), [
    reportList(
      holdings.all.filter(({ places }) => places.includes(value)),
      site,
    ),
  ]);
}

/** `/llms.txt`: what the site is and where its parts lie (https://llmstxt.org). */
export function llmsText({ all }: Pick<Holdings, 'all'>, site: URL): string {
  const { name, purpose, scope, licence } = siteSettings();
  const at = (path: string) => addressOf(path, site);
  return [
    `# ${name}`,
    `> ${purpose}`,
    [scope.holds, scope.lacks, scope.sources].filter(Boolean).join(' '),
    `${formatCount(all.length)} báo cáo. Giấy phép dữ liệu: ${licenceInWords(licence)}.`,
    '## Trang',
    list([
      `${link('Tìm', at('/'))}: tham số q (không cần dấu), tinh, ky, vb, cap, loai, chu-de`,
      link('Văn bản', at('/van-ban')),
      link('Địa phương', at('/dia-phuong')),
      link('Tổng quan', at('/tong-quan')),
      `Mỗi trang báo cáo, văn bản, địa phương có bản Markdown: ${at('/md/bao-cao/<mã>.md')}`,
    ]),
    '## Dữ liệu',
    list([
      `${link('Dữ liệu mở', at('/du-lieu-mo'))}: tệp, giấy phép và cách dùng`,
      link('Báo cáo, JSON Lines', at('/du-lieu/bao-cao.jsonl')),
      link('Tất cả, SQLite', at('/du-lieu/tra-cuu.sqlite')),
      ...(isServed('/api/v1/openapi.json') ? [link('OpenAPI', at('/api/v1/openapi.json'))] : []),
      link('Sơ đồ trang', at('/sitemap.xml')),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function page(title: string, address: string, parts: readonly string[]): string {
  return `${[`# ${escaped(title)}`, `<${address}>`, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}

function section(title: string, text: string): string {
  return text === '' ? '' : `## ${title}\n\n${text}`;
}

function facts(rows: readonly (readonly [name: string, value: string | null | undefined])[]): string {
  return list(rows.flatMap(([name, value]) => (value ? [`${name}: ${escaped(value)}`] : [])));
}

function reportList(holdings: readonly Holding[], site: URL): string {
  const title = `${formatCount(holdings.length)} báo cáo`;
  return `## ${title}\n\n${list(holdings.map(({ report }) => link(report.title, addressOf(reportPath(report.id), site))))}`.trim();
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function link(text: string, address: string): string {
  return `[${escaped(text)}](${address})`;
}

/** Text that Markdown takes as it is: one line, its signs no markup. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
