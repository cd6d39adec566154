/**
 * The catalogue as one SQLite file, with a full-text index (FTS5) that takes words with or without their marks (đ and
 * d stay two letters there).
 *
 *   reports ─< report_directives >─ directives      reports ─< report_topics      places
 *      └──── reports_fts (title, organization, place, directives, abstract)   └──< figures
 *
 *   SELECT r.id, r.title FROM reports_fts JOIN reports r ON r.rowid = reports_fts.rowid
 *   WHERE reports_fts MATCH 'tuyên giáo' ORDER BY rank;
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectiveRecord, PlaceRecord, ReportRecord } from './schemas';

type Value = string | number | null;

const REPORT_COLUMNS: readonly [
  name: string,
  type: 'TEXT' | 'INTEGER',
  of: (report: ReportRecord) => Value,
][] = [
  ['id', 'TEXT', (one) => one.id],
  ['address', 'TEXT', (one) => one.address],
  ['url', 'TEXT', (one) => one.url],
  ['conference', 'TEXT', (one) => one.conference],
  ['title', 'TEXT', (one) => one.title],
  ['source', 'TEXT', (one) => one.source],
  ['author', 'TEXT', (one) => one.author],
  ['published_on', 'TEXT', (one) => one.publishedOn],
  ['held_on', 'TEXT', (one) => one.heldOn],
  ['year', 'INTEGER', (one) => one.year],
  ['year_from', 'TEXT', (one) => one.yearFrom],
  ['period', 'TEXT', (one) => one.periodInWords],
  ['period_kind', 'TEXT', (one) => one.period?.kind ?? null],
  ['place', 'TEXT', (one) => one.placeInWords],
  ['current_province', 'TEXT', (one) => one.currentProvince],
  ['province', 'TEXT', (one) => one.province],
  ['district', 'TEXT', (one) => one.district],
  ['district_code', 'TEXT', (one) => one.districtCode],
  ['level', 'TEXT', (one) => one.level],
  ['kind', 'TEXT', (one) => one.kind],
  ['organization', 'TEXT', (one) => one.organization],
  ['chair', 'TEXT', (one) => one.chair],
  ['abstract', 'TEXT', (one) => one.abstract],
];

const SCHEMA = `
CREATE TABLE reports (${REPORT_COLUMNS.map(([name, type]) => `${name} ${type}${name === 'id' ? ' NOT NULL UNIQUE' : ''}`).join(', ')});
CREATE TABLE directives (id TEXT PRIMARY KEY, slug TEXT NOT NULL, address TEXT NOT NULL, label TEXT NOT NULL, type TEXT NOT NULL,
  number INTEGER, term TEXT, issuer TEXT, date TEXT, title TEXT NOT NULL, verified INTEGER NOT NULL);
CREATE TABLE directive_relations (directive_id TEXT NOT NULL, relation TEXT NOT NULL, to_id TEXT NOT NULL);
CREATE TABLE places (value TEXT PRIMARY KEY, address TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, full_name TEXT NOT NULL,
  code TEXT, region TEXT, part_of TEXT);
CREATE TABLE report_directives (report_id TEXT NOT NULL, directive_id TEXT, label TEXT NOT NULL, as_written TEXT NOT NULL, certain INTEGER NOT NULL);
CREATE TABLE report_topics (report_id TEXT NOT NULL, topic TEXT NOT NULL);
CREATE TABLE figures (report_id TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL, what TEXT, qualifier TEXT);
CREATE INDEX report_directives_by_directive ON report_directives (directive_id);
CREATE INDEX figures_by_report ON figures (report_id);
CREATE VIRTUAL TABLE reports_fts USING fts5 (title, organization, place, directives, abstract,
  tokenize = "unicode61 remove_diacritics 2");
`;

/** The bytes of the file; the same records give the same bytes. */
export async function sqliteFile(
  reports: readonly ReportRecord[],
  directives: readonly DirectiveRecord[],
  places: readonly PlaceRecord[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { Database } = (await import('node-sqlite3-wasm')).default;
  const folder = mkdtempSync(join(tmpdir(), 'open-data-'));
  const file = join(folder, 'data.sqlite');
  const database = new Database(file);
  try {
    database.exec(SCHEMA);
    database.exec('BEGIN');
    const insert = (table: string, rows: readonly Value[][]) => {
      const [first] = rows;
      if (!first) return;
      const statement = database.prepare(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`);
      for (const row of rows) statement.run(row);
      statement.finalize();
    };
    insert(
      'reports',
      reports.map((report) => REPORT_COLUMNS.map(([, , of]) => of(report))),
    );
    insert(
      'reports_fts',
      reports.map((one) => [
        one.title,
        one.organization ?? '',
        one.placeInWords,
        one.directives.map(({ label }) => label).join('; '),
        one.abstract,
      ]),
    );
    insert(
      'directives',
      directives.map((one) => [
        one.id,
        one.slug,
        one.address,
        one.label,
        one.type,
        one.number,
        one.term,
        one.issuer,
        one.date,
        one.title,
        Number(one.verified),
      ]),
    );
    insert(
      'directive_relations',
      directives.flatMap(({ id, relations }) => relations.map(({ rel, to }) => [id, rel, to])),
    );
    insert(
      'places',
      places.map((one) => [
        one.value,
        one.address,
        one.kind,
        one.name,
        one.fullName,
        one.code,
        one.region,
        one.partOf,
      ]),
    );
    insert(
      'report_directives',
      reports.flatMap(({ id, directives: cited }) =>
        cited.map((one) => [id, one.id, one.label, one.asWritten, Number(one.certain)]),
      ),
    );
    insert(
      'report_topics',
      reports.flatMap(({ id, topics }) => topics.map((topic) => [id, topic])),
    );
    insert(
      'figures',
      reports.flatMap(({ id, figures }) =>
        figures.map((one) => [id, one.value, one.unit, one.what ?? null, one.qualifier ?? null]),
      ),
    );
    database.exec('COMMIT');
    database.exec('VACUUM');
  } finally {
    database.close();
  }
  const bytes = new Uint8Array(readFileSync(file));
  rmSync(folder, { recursive: true });
  return bytes;
}
