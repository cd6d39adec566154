/**
 * Reports on disk, as ingest sees them. A file that nobody touched since ingest wrote it may be written again; one
 * edited by hand may not.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatReport, parseReport, reportPath } from '../../catalogue/report-file';
import { FULL_TEXT_HEADING } from '../../catalogue/schema';
import type { Report } from '../../domain/report';
import { digest } from './compose';
import { DuplicateFinder } from './duplicates';

/** Days as Viet Nam has them, YYYY-MM-DD. */
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** A report that an earlier run of ingest wrote. */
export interface Earlier {
  id: string;
  /** Path within the data folder. */
  path: string;
}

export interface Store {
  dataDir: string;
  duplicates: DuplicateFinder;
  /** By digest of the input. */
  earlier: Map<string, Earlier>;
  ids: Set<string>;
}

/** Reads what is needed to know a page again: addresses, digests, sketches of texts; one file at a time. */
export async function openReports(dataDir: string): Promise<Store> {
  const store: Store = { dataDir, duplicates: new DuplicateFinder(), earlier: new Map(), ids: new Set() };
  const years = await readdir(join(dataDir, 'reports'), { withFileTypes: true }).catch(() => []);
  for (const year of years) {
    if (!year.isDirectory()) continue;
    for (const name of await readdir(join(dataDir, 'reports', year.name))) {
      if (!name.endsWith('.md')) continue;
      const path = `reports/${year.name}/${name}`;
      remember(store, path, await readFile(join(dataDir, path), 'utf8'));
    }
  }
  return store;
}

/** Fields are read off their lines: thousands of files are opened here, and few of them matter. */
function remember(store: Store, path: string, text: string): void {
  const id = /\/([^/]+)\.md$/.exec(path)?.[1] ?? path;
  const head = text.slice(0, Math.max(0, text.indexOf('\n---\n', 4)));
  const url = /^url: ["']?(\S+?)["']?$/m.exec(head)?.[1] ?? null;
  const from =
    /^ {2}from: ["']?([0-9a-f]+)["']?$/m.exec(head)?.[1] ?? /\bfrom: ["']?([0-9a-f]{16})\b/.exec(head)?.[1];
  const also = /^alsoAt:\n((?: *- .+\n?)+)/m.exec(head)?.[1] ?? '';
  const heading = text.indexOf(`\n${FULL_TEXT_HEADING}\n`);
  store.ids.add(id);
  if (from) store.earlier.set(from, { id, path });
  store.duplicates.add(id, url, heading < 0 ? null : text.slice(heading + FULL_TEXT_HEADING.length + 2));
  for (const [, address] of also.matchAll(/- ["']?(\S+?)["']?$/gm))
    store.duplicates.add(id, address ?? null, null);
}

export type Written = 'written' | 'rewritten' | 'unchanged' | 'edited-by-hand';

/**
 * Writes a report, whole or not at all. `edited-by-hand`: the earlier file differs from what ingest wrote, and stays
 * unless `force`.
 */
export async function writeReport(
  store: Store,
  report: Report,
  record: Omit<NonNullable<Report['ingest']>, 'wrote'>,
  force: boolean,
): Promise<{ outcome: Written; path: string }> {
  const earlier = store.earlier.get(record.from);
  const wrote = digestOf(report);
  const path = reportPath(report);
  const fileOf = (days: Pick<Report, 'addedOn' | 'modifiedOn'>) =>
    formatReport({ ...report, ...days, ingest: { ...record, wrote } });
  const today = DAY.format(new Date());
  let days: Pick<Report, 'addedOn' | 'modifiedOn'> = { addedOn: today, modifiedOn: null };
  if (earlier) {
    const current = await readFile(join(store.dataDir, earlier.path), 'utf8');
    const held = parseReport(current, earlier.path).report;
    const kept = { addedOn: held?.addedOn ?? null, modifiedOn: held?.modifiedOn ?? null };
    if (current === fileOf(kept) && earlier.path === path) return { outcome: 'unchanged', path };
    if (!force && isEdited(held)) return { outcome: 'edited-by-hand', path: earlier.path };
    days = { addedOn: kept.addedOn ?? today, modifiedOn: today };
  }
  const text = fileOf(days);
  const target = join(store.dataDir, path);
  await mkdir(dirname(target), { recursive: true });
  const unfinished = `${target}.${process.pid}.tmp`;
  await writeFile(unfinished, text);
  await rename(unfinished, target);
  if (earlier && earlier.path !== path) await rm(join(store.dataDir, earlier.path));
  store.earlier.set(record.from, { id: report.id, path });
  store.ids.add(report.id);
  store.duplicates.add(report.id, report.url, report.fullText);
  return { outcome: earlier ? 'rewritten' : 'written', path };
}

/** Of what a page says, whenever it was read. */
function digestOf(report: Report): string {
  return digest(formatReport({ ...report, addedOn: null, modifiedOn: null, ingest: null }));
}

/** True where a file is no longer what ingest wrote; one that cannot be read was surely edited. */
function isEdited(report: Report | null): boolean {
  return !report?.ingest || digestOf(report) !== report.ingest.wrote;
}
