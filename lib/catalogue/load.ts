/**
 * Reads a data folder:
 *
 *     reports/<year>/<id>.md   directives.yaml   plenums.yaml   places/…
 *              └──────────────────────┬─────────────────────────────┘
 *                          loadCorpus → { corpus, faults }
 */
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus, Report } from '../domain/report';
import { reportChecker } from './check';
import { CorpusError, type Fault, formatPath } from './fault';
import { loadGazetteer } from './gazetteer';
import { loadRegistry } from './registry';
import { lineOfField, parseReport } from './report-file';
import { decodeText, LARGEST_FILE, tooLarge, type Unreadable } from './text';

/** Files open at one time. */
const READ_AT_ONCE = 64;

/** Thrown where the folder itself is not there, so that nothing else could be said. */
export class NoDataFolder extends Error {
  constructor(readonly dataDir: string) {
    super(`There is no data folder ${dataDir}: set DATA_DIR to a folder that has reports/`);
    this.name = 'NoDataFolder';
  }
}

/**
 * Reads and checks the whole catalogue. The corpus holds every report that its own file describes soundly, sorted
 * by id; everything wrong is in `faults`, sorted by file and line.
 *
 * @param parse how the text of a report file is read; one who loads again and again may remember (`parseOnce`)
 * @throws NoDataFolder where `dataDir` is not a folder.
 */
export async function loadCorpus(
  dataDir: string,
  parse = parseReport,
): Promise<{ corpus: Corpus; faults: Fault[] }> {
  if (!(await isFolder(dataDir))) throw new NoDataFolder(dataDir);
  const [registry, places, listing] = await Promise.all([
    loadRegistry(dataDir),
    loadGazetteer(dataDir),
    listReports(dataDir),
  ]);
  const faults = [...registry.faults, ...places.faults, ...listing.faults];
  const { provinces, districts, historical } = places.gazetteer;
  const codedDistricts = [...districts, ...historical.districts].flatMap(({ code, province }) =>
    code ? [{ code, province }] : [],
  );
  const check = reportChecker({
    provinces: provinces.length > 0 ? provinces : null,
    districts: codedDistricts.length > 0 ? codedDistricts : null,
    documents: registry.directives.length > 0 ? [...registry.directives, ...registry.plenums] : null,
  });

  const reports: Report[] = [];
  for (let start = 0; start < listing.files.length; start += READ_AT_ONCE) {
    const files = listing.files.slice(start, start + READ_AT_ONCE);
    const texts = await Promise.all(files.map((file) => readText(join(dataDir, file))));
    files.forEach((file, index) => {
      const text = texts[index] ?? '';
      if (typeof text !== 'string') {
        faults.push({ file, field: 'file', ...text });
        return;
      }
      const parsed = parse(text, file);
      faults.push(...parsed.faults);
      if (!parsed.report) return;
      reports.push(parsed.report);
      for (const { path, reason } of check(parsed.report, file))
        faults.push({ file, line: lineOfField(text, path), field: formatPath(path), reason });
    });
  }
  return {
    corpus: {
      reports: reports.sort((a, b) => compare(a.id, b.id)),
      directives: registry.directives,
      plenums: registry.plenums,
      provinces,
    },
    faults: faults.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0)),
  };
}

/**
 * Reads the catalogue where only a sound one will do.
 *
 * @throws NoDataFolder, or CorpusError with every fault.
 */
export async function loadCorpusOrThrow(dataDir: string): Promise<Corpus> {
  const { corpus, faults } = await loadCorpus(dataDir);
  if (faults.length > 0) throw new CorpusError(faults);
  return corpus;
}

/**
 * Reads one report by its id, without the rest of the catalogue. Null where there is none.
 *
 * @throws CorpusError where its file breaks a rule of the schema.
 */
export async function loadReport(dataDir: string, id: string): Promise<Report | null> {
  const found = await findReport(dataDir, id);
  if (!found) return null;
  const parsed = parseReport(found.text, found.file);
  if (!parsed.report) throw new CorpusError(parsed.faults);
  return parsed.report;
}

/**
 * The file of a report, as a path within the data folder, and its text; null where there is none.
 *
 * @throws CorpusError where the file is no text.
 */
export async function findReport(
  dataDir: string,
  id: string,
): Promise<{ file: string; text: string } | null> {
  // Only a slug may become part of a path, and no longer than a file name may be.
  if (!/^[a-z0-9-]{1,200}$/.test(id)) return null;
  for (const year of await yearFolders(dataDir)) {
    const file = `reports/${year}/${id}.md`;
    const text = await readText(join(dataDir, file)).catch(unlessMissing);
    if (text === null) continue;
    if (typeof text !== 'string') throw new CorpusError([{ file, field: 'file', ...text }]);
    return { file, text };
  }
  return null;
}

/** A file's text; its size is looked at before it is read. */
async function readText(path: string): Promise<string | Unreadable> {
  const { size } = await stat(path);
  return size > LARGEST_FILE ? { reason: tooLarge(size) } : decodeText(await readFile(path));
}

/** Report files as paths within the data folder, sorted; a stray file is a fault, a hidden one is passed over. */
async function listReports(dataDir: string): Promise<{ files: string[]; faults: Fault[] }> {
  const files: string[] = [];
  const faults: Fault[] = [];
  const entries = await readdir(join(dataDir, 'reports'), { withFileTypes: true }).catch(unlessMissing);
  if (!entries) return { files, faults: [{ file: 'reports', field: 'folder', reason: 'is missing' }] };
  const stray = (path: string) =>
    faults.push({ file: path, field: 'file', reason: 'is not a report: they lie at reports/<year>/<id>.md' });
  for (const folder of visible(entries)) {
    if (!folder.isDirectory()) {
      stray(`reports/${folder.name}`);
      continue;
    }
    for (const entry of visible(
      await readdir(join(dataDir, 'reports', folder.name), { withFileTypes: true }),
    )) {
      const path = `reports/${folder.name}/${entry.name}`;
      if (entry.isFile() && entry.name.endsWith('.md')) files.push(path);
      else stray(path);
    }
  }
  return { files: files.sort(compare), faults };
}

async function yearFolders(dataDir: string): Promise<string[]> {
  const entries = await readdir(join(dataDir, 'reports'), { withFileTypes: true }).catch(unlessMissing);
  return visible(entries ?? [])
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function visible(entries: Dirent[]): Dirent[] {
  return entries.filter(({ name }) => !name.startsWith('.'));
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(unlessMissing))?.isDirectory() ?? false;
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}

/** By code unit: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
