/**
 * The whole catalogue as files to take away, described by a `datapackage.json` (Data Package 1) with the size and hash
 * of each. Made when first asked for and kept as long as the catalogue they are of.
 */
import { createHash } from 'node:crypto';
import type { Holdings } from '../browse/holdings';
import { csvCell, csvHead, csvLine } from '../outputs/csv';
import { addressOf, siteAddress } from '../outputs/site';
import { siteSettings } from '../settings';
import { directiveRecords, placeRecords, reportRecord } from './records';
import type { DirectiveRecord, PlaceRecord, ReportRecord } from './schemas';
import { sqliteFile } from './sqlite';

/** Where the files lie. */
export const bulkPath = (name: string): string => `/du-lieu/${name}`;

export interface BulkFile {
  name: string;
  title: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256, hexadecimal. */
  hash: string;
}

interface Records {
  reports: ReportRecord[];
  directives: DirectiveRecord[];
  places: PlaceRecord[];
}

type Maker = (records: Records, holdings: Holdings, site: URL) => string | Promise<Uint8Array<ArrayBuffer>>;

const CSV = 'text/csv; charset=utf-8; header=present';
const JSON_LINES = 'application/jsonl; charset=utf-8';

const FILES: readonly { name: string; title: string; mediaType: string; make: Maker }[] = [
  {
    name: 'bao-cao.csv',
    title: 'Báo cáo, CSV',
    mediaType: CSV,
    make: (_, { all, vocabulary }, site) =>
      csvHead() + all.map(({ report }) => csvLine(report, vocabulary, site)).join(''),
  },
  {
    name: 'bao-cao.jsonl',
    title: 'Báo cáo, JSON Lines',
    mediaType: JSON_LINES,
    make: ({ reports }) => jsonLines(reports),
  },
  {
    name: 'van-ban.csv',
    title: 'Văn bản, CSV',
    mediaType: CSV,
    make: ({ directives }) =>
      table(
        directives.map(({ relations, documents, verified, ...plain }) => ({
          ...plain,
          verified: Number(verified),
          relations: relations.map(({ rel, to }) => `${rel} ${to}`).join('; '),
          documents: documents.join('; '),
        })),
      ),
  },
  {
    name: 'van-ban.jsonl',
    title: 'Văn bản, JSON Lines',
    mediaType: JSON_LINES,
    make: ({ directives }) => jsonLines(directives),
  },
  { name: 'dia-phuong.csv', title: 'Địa phương, CSV', mediaType: CSV, make: ({ places }) => table(places) },
  {
    name: 'dia-phuong.jsonl',
    title: 'Địa phương, JSON Lines',
    mediaType: JSON_LINES,
    make: ({ places }) => jsonLines(places),
  },
  {
    name: 'tra-cuu.sqlite',
    title: 'Tất cả, SQLite (có tìm toàn văn)',
    mediaType: 'application/vnd.sqlite3',
    make: ({ reports, directives, places }) => sqliteFile(reports, directives, places),
  },
];

export const PACKAGE_FILE = 'datapackage.json';
/** Every name under which a file can be had. */
export const BULK_NAMES: readonly string[] = [...FILES.map(({ name }) => name), PACKAGE_FILE];

const made = new WeakMap<Holdings, Promise<BulkFile[]>>();

/** The files, `datapackage.json` last. */
export function bulkFiles(holdings: Holdings): Promise<BulkFile[]> {
  const known = made.get(holdings);
  if (known) return known;
  const making = make(holdings);
  made.set(holdings, making);
  // A failure is tried again at the next request.
  making.catch(() => made.delete(holdings));
  return making;
}

async function make(holdings: Holdings): Promise<BulkFile[]> {
  const site = siteAddress();
  const records: Records = {
    reports: holdings.all.map(({ report }) => reportRecord(report, holdings, site)),
    directives: directiveRecords(holdings, site),
    places: placeRecords(holdings, site),
  };
  const files: BulkFile[] = [];
  for (const { name, title, mediaType, make: makeFile } of FILES) {
    files.push(fileOf(name, title, mediaType, await makeFile(records, holdings, site)));
  }
  const description = `${JSON.stringify(dataPackage(files, records, site), null, 1)}\n`;
  return [
    ...files,
    fileOf(PACKAGE_FILE, 'Mô tả các tệp (Data Package)', 'application/json; charset=utf-8', description),
  ];
}

function fileOf(
  name: string,
  title: string,
  mediaType: string,
  made: string | Uint8Array<ArrayBuffer>,
): BulkFile {
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
  return { name, title, mediaType, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** https://specs.frictionlessdata.io/data-package/ */
function dataPackage(files: readonly BulkFile[], { reports }: Records, site: URL): object {
  const { name, purpose, licence, keeper, contact } = siteSettings();
  return {
    profile: 'data-package',
    name: 'tra-cuu-bao-cao',
    title: name,
    description: purpose,
    homepage: addressOf('/', site),
    licenses: [{ title: licence.name, ...(licence.url ? { path: licence.url } : {}) }],
    ...(keeper
      ? {
          contributors: [
            { title: keeper.name, role: 'publisher', ...(keeper.url ? { path: keeper.url } : {}) },
          ],
        }
      : {}),
    ...(contact ? { contact } : {}),
    reports: reports.length,
    resources: files.map((file) => ({
      name: file.name.replace('.', '-'),
      title: file.title,
      path: file.name,
      mediatype: file.mediaType.split(';')[0],
      ...(file.mediaType.includes('utf-8') ? { encoding: 'utf-8' } : {}),
      bytes: file.bytes.length,
      hash: `sha256:${file.hash}`,
    })),
  };
}

function jsonLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** Records of plain values as CSV: the names of the fields, then a line each. */
function table(records: readonly Record<string, string | number | null>[]): string {
  const names = Object.keys(records[0] ?? {});
  const lines = [names, ...records.map((record) => names.map((name) => record[name]))];
  return `\ufeff${lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}
