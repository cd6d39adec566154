/**
 * Reports on disk, as ingest sees them. A file that nobody touched since ingest wrote it may be written again; one
 * edited by hand may not. What is written over stays beside it, as `.<name>.former`, until the next run.
 */
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { formatReport, parseReport, reportFile } from '../../catalogue/report-file';
import { FULL_TEXT_HEADING } from '../../catalogue/schema';
import { lockDataFolder, removeLeftovers, syncFolder, writeWhole } from '../../catalogue/write';
import type { Report } from '../../domain/report';
import { IngestFailure } from '../read/failure';
import { addPhrases, type Phrases } from '../recognise/terms';
import { digest } from './compose';
import { DuplicateFinder, type Event } from './duplicates';

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
  /** Path of every report file within the data folder, by id. */
  paths: Map<string, string>;
  /** What the reports have among their terms. */
  phrases: Phrases;
}

/**
 * Begins a run that writes: no other can until the function that it answers is called, and what earlier runs left
 * beside the files goes.
 *
 * @throws DataFolderBusy
 */
export async function beginWriting(dataDir: string): Promise<() => Promise<void>> {
  const end = await lockDataFolder(dataDir);
  await removeLeftovers(join(dataDir, 'reports'), (name) => /^\..+\.(?:former|tmp)$/.test(name));
  return end;
}

/** Reads what is needed to know a page again: addresses, digests, sketches of texts; one file at a time. */
export async function openReports(dataDir: string): Promise<Store> {
  const store: Store = {
    dataDir,
    duplicates: new DuplicateFinder(),
    earlier: new Map(),
    paths: new Map(),
    phrases: new Map(),
  };
  const years = await readdir(join(dataDir, 'reports'), { withFileTypes: true }).catch(() => []);
  for (const year of years) {
    if (!year.isDirectory()) continue;
    for (const name of await readdir(join(dataDir, 'reports', year.name))) {
      if (!name.endsWith('.md') || name.startsWith('.')) continue;
      const path = `reports/${year.name}/${name}`;
      remember(store, path, await readFile(join(dataDir, path), 'utf8'));
    }
  }
  return store;
}

/** Fields are read off their lines: thousands of files are opened here, and few of them matter. */
function remember(store: Store, path: string, content: string): void {
  const id = basename(path, '.md');
  const text = content.replaceAll('\r\n', '\n');
  const head = text.slice(0, Math.max(0, text.search(/\n---[ \t]*\n/)));
  const url = /^url: ["']?(\S+?)["']?$/m.exec(head)?.[1] ?? null;
  const from =
    /^ {2}from: ["']?([0-9a-f]+)["']?$/m.exec(head)?.[1] ?? /\bfrom: ["']?([0-9a-f]{16})\b/.exec(head)?.[1];
  const also = /^alsoAt:\n((?: *- .+\n?)+)/m.exec(head)?.[1] ?? '';
  const terms = /^terms:\n((?: *- .+\n?)+)/m.exec(head)?.[1] ?? '';
  addPhrases(
    [...terms.matchAll(/- ["']?(.+?)["']?$/gm)].map(([, term = '']) => term),
    store.phrases,
  );
  const heading = text.indexOf(`\n${FULL_TEXT_HEADING}\n`);
  store.paths.set(id, path);
  if (from) store.earlier.set(from, { id, path });
  store.duplicates.add(id, url, heading < 0 ? null : text.slice(heading + FULL_TEXT_HEADING.length + 2));
  const field = (name: string) => new RegExp(`^${name}: ["']?(.+?)["']?$`, 'm').exec(head)?.[1] ?? null;
  const part = (name: string) => new RegExp(`\\b${name}: ([\\w-]+)`).exec(field('period') ?? '')?.[1];
  store.duplicates.addEvent(id, {
    title: field('title') ?? '',
    place: field('currentProvince'),
    day: field('heldOn') ?? field('publishedOn'),
    period: periodKey(part('kind'), part('month'), part('toYear') ?? part('year')),
  });
  for (const [, address] of also.matchAll(/- ["']?(\S+?)["']?$/gm))
    store.duplicates.add(id, address ?? null, null);
}

function periodKey(...parts: (string | number | undefined)[]): string {
  return parts.map((one) => one ?? '').join('-');
}

/** What a report tells of, for `DuplicateFinder`. */
export function eventOf({ title, currentProvince, heldOn, publishedOn, period }: Report): Event {
  const { kind, month, year, toYear } = period ?? {};
  return {
    title,
    place: currentProvince,
    day: heldOn ?? publishedOn,
    period: periodKey(kind, month, toYear ?? year),
  };
}

/** Days as Viet Nam has them, YYYY-MM-DD. */
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

type Days = Pick<Report, 'addedOn' | 'modifiedOn'>;

export type Written = 'written' | 'rewritten' | 'unchanged' | 'edited-by-hand';

/**
 * Writes a report, whole or not at all. `edited-by-hand`: where the report would stand, or stood after an earlier run,
 * is a file that ingest cannot prove to be its own of the same input, byte for byte; it stays unless `force`.
 */
export async function writeReport(
  store: Store,
  report: Report,
  record: Omit<NonNullable<Report['ingest']>, 'wrote'>,
  force: boolean,
): Promise<{ outcome: Written; path: string }> {
  const path = reportFile(report);
  const standing = new Set([path, store.paths.get(report.id), store.earlier.get(record.from)?.path]);
  const former: string[] = [];
  const today = DAY.format(new Date());
  let days: Days = { addedOn: today, modifiedOn: null };
  for (const other of standing) {
    const current = other && (await readOrNull(join(store.dataDir, other)));
    if (!other || !current) continue;
    former.push(other);
    const held = parseReport(current.toString('utf8'), other).report;
    const kept = { addedOn: held?.addedOn ?? null, modifiedOn: held?.modifiedOn ?? null };
    if (other === path && current.equals(Buffer.from(soundText({ ...report, ...kept }, record))))
      return { outcome: 'unchanged', path };
    if (!force && !isOwn(current, held, record.from)) return { outcome: 'edited-by-hand', path: other };
    days = { addedOn: kept.addedOn ?? today, modifiedOn: today };
  }
  const text = soundText({ ...report, ...days }, record);
  const target = join(store.dataDir, path);
  await mkdir(dirname(target), { recursive: true });
  for (const other of former) await keepFormer(join(store.dataDir, other));
  await writeWhole(target, text);
  for (const other of former) if (other !== path) await rm(join(store.dataDir, other));
  store.earlier.set(record.from, { id: report.id, path });
  store.paths.set(report.id, path);
  store.duplicates.add(report.id, report.url, report.fullText);
  store.duplicates.addEvent(report.id, eventOf(report));
  return { outcome: former.length > 0 ? 'rewritten' : 'written', path };
}

/** The file as the catalogue reads it and would write it again, so that a later run can know it to the byte. */
function soundText(report: Report, record: Omit<NonNullable<Report['ingest']>, 'wrote'>): string {
  const ingest = { ...record, wrote: digestOf(report) };
  const { report: sound, faults } = parseReport(formatReport({ ...report, ingest }), reportFile(report));
  if (sound)
    return formatReport({ ...sound, ingest: { ...sound.ingest, ...record, wrote: digestOf(sound) } });
  const [fault] = faults;
  throw new IngestFailure(
    'unsound',
    `what was read makes no report (${fault?.field} ${fault?.reason})`,
    'check that the file holds one report',
  );
}

/** A copy beside the file, under a name that readers of the folder pass over. */
async function keepFormer(path: string): Promise<void> {
  await copyFile(path, join(dirname(path), `.${basename(path)}.former`));
  await syncFolder(dirname(path));
}

/** Of what a page says, whenever it was read. */
function digestOf(report: Report): string {
  return digest(formatReport({ ...report, addedOn: null, modifiedOn: null, ingest: null }));
}

/** True where a file is, to the byte, what ingest wrote of this input. */
function isOwn(current: Buffer, held: Report | null, from: string): boolean {
  return (
    held?.ingest?.from === from &&
    digestOf(held) === held.ingest.wrote &&
    current.equals(Buffer.from(formatReport(held)))
  );
}

async function readOrNull(path: string): Promise<Buffer | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
