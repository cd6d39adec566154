/**
 * Saving a report: checked as `npm run check-data` checks it, written whole or not at all, never over what someone
 * else wrote since it was read, and put before the searchers at once.
 *
 *   form ─ schema ─ other files ─ is the file still as it was read? ─ undo kept ─ written ─ index ─ pages
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reportChecker } from '../catalogue/check';
import { type Fault, formatPath } from '../catalogue/fault';
import { findReport, loadCorpus } from '../catalogue/load';
import { formatReport, parseOnce, parseReport, reportFile } from '../catalogue/report-file';
import { lockDataFolder, writeWhole } from '../catalogue/write';
import type { Corpus, Report } from '../domain/report';
import { digest, idOf, MACHINE_MADE, summaryOf } from '../ingest/write/compose';
import type { Base, DeskDraft } from './form';
import { publish } from './publish';
import { type DeskRoom, forgetRoom } from './room';
import { faultWords } from './words';

/** A value that may not be saved: the field it is in, and why, in Vietnamese. */
export interface FormFault {
  field: string;
  reason: string;
}

export type Saved =
  | {
      is: 'saved';
      report: Report;
      base: Base /** What keeps the site from showing it. */;
      held: string | null;
    }
  | { is: 'faulty'; faults: FormFault[] }
  /** Someone else wrote the file: theirs, as it is now (null: it is gone). */
  | { is: 'changed'; theirs: { report: Report; base: Base } | null };

/** What was in a report's file before the desk wrote it, newest last; `null`: there was none. */
interface Step {
  wrote: Base;
  before: { path: string; text: string } | null;
}

/** Beside the project's own files; never committed. */
const UNDO_DIRECTORY = join('.desk', 'undo');
const MOST_STEPS = 20;
/** What `ingest.wrote` says of a report that a person saved: no digest, so that ingest takes it as edited by hand. */
const BY_HAND = 'desk';

/** The catalogue is loaded at every save: only what changed since is read anew. */
const parse = parseOnce();

/** One save at a time in this process, and none while another one writes to the folder. */
let turn: Promise<unknown> = Promise.resolve();
function inTurn<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const next = turn.then(async () => {
    const end = await lockDataFolder(dataDir);
    return work().finally(end);
  });
  turn = next.catch(() => undefined);
  return next;
}

/** @throws DataFolderBusy, and what the file system does (a full disk): nothing has changed then. */
export function saveDraft(
  draft: Pick<DeskDraft, 'report' | 'base' | 'record'>,
  room: DeskRoom,
): Promise<Saved> {
  return inTurn(room.dataDir, async () => {
    const { base } = draft;
    const { report: checked, faults } = checkedReport(draft, room);
    if (!checked) return { is: 'faulty', faults: faults.map(asFormFault) };
    const { corpus, faults: elsewhere } = await loadCorpus(room.dataDir, parse);
    const breaches = breachesOf(checked, corpus, room);
    if (breaches.length > 0) return { is: 'faulty', faults: breaches };

    const current = await findReport(room.dataDir, checked.id);
    if ((current && digest(current.text)) !== (base?.digest ?? null))
      return { is: 'changed', theirs: current && theirsOf(current) };

    const isChanged = current && formatReport(checked) !== current.text;
    const report = isChanged ? { ...checked, modifiedOn: room.today } : checked;
    const path = reportFile(report);
    const text = formatReport(report);
    const wrote = { path, digest: digest(text) };
    await remember(report.id, { wrote, before: current && { path: current.file, text: current.text } });
    await mkdir(dirname(join(room.dataDir, path)), { recursive: true });
    await writeWhole(join(room.dataDir, path), text);
    if (current && current.file !== path) await rm(join(room.dataDir, current.file));
    const others = elsewhere.filter(({ file }) => file !== current?.file);
    return { is: 'saved', report, base: wrote, held: await shown(corpus, report, others, room) };
  });
}

/**
 * Puts back the file as it was before the desk last wrote it.
 * @returns null where there is nothing to go back to, or someone else wrote the file since; `report` null where the
 *   file was new and is gone now
 */
export function undoSave(
  id: string,
  room: DeskRoom,
): Promise<{ report: Report | null; base: Base | null; held: string | null } | null> {
  return inTurn(room.dataDir, async () => {
    const current = await findReport(room.dataDir, id);
    const steps = await stepsOf(id);
    // A step may have been kept for a write that failed.
    const last = steps.findLastIndex(({ wrote }) => current && wrote.digest === digest(current.text));
    const step = steps[last];
    if (!step || !current) return null;
    const { corpus, faults } = await loadCorpus(room.dataDir, parse);
    const { before } = step;
    if (before) await writeWhole(join(room.dataDir, before.path), before.text);
    if (before?.path !== current.file) await rm(join(room.dataDir, current.file));
    await writeWhole(join(UNDO_DIRECTORY, `${id}.json`), JSON.stringify(steps.slice(0, last)));
    const report = before && parseReport(before.text, before.path).report;
    const held = await shown(corpus, report ?? id, faults, room);
    return { report, base: before && { path: before.path, digest: digest(before.text) }, held };
  });
}

/** The report of a form in the shape of its file: read back from the very text that will be written. */
function checkedReport(
  { report: given, base, record }: Pick<DeskDraft, 'report' | 'base' | 'record'>,
  { registry, today }: DeskRoom,
): { report: Report; faults: [] } | { report: null; faults: Fault[] } {
  const tidy = tidied(given);
  const id = base || !record ? tidy.id : idOf(tidy, record.from);
  const abstract =
    tidy.abstract !== '' && tidy.abstract === summaryOf(tidy, registry)
      ? `${tidy.abstract} ${MACHINE_MADE}`
      : tidy.abstract;
  const ingest = record ? { ...record, wrote: BY_HAND } : tidy.ingest && { ...tidy.ingest, wrote: BY_HAND };
  const report = { ...tidy, id, abstract, ingest, addedOn: base ? tidy.addedOn : today };
  return parseReport(formatReport(report), reportFile(report));
}

/** Texts without blanks around them, lists without empty entries, empty values as none. */
function tidied(report: Report): Report {
  const trimmed = Object.fromEntries(
    Object.entries(report).map(([field, value]) => {
      if (typeof value !== 'string' || field === 'fullText') return [field, value];
      const text = value.normalize('NFC').replace(/\r\n?/g, '\n').trim();
      return [field, text === '' && OPTIONAL.has(field) ? null : text];
    }),
  ) as unknown as Report;
  const lines = (list: readonly string[]) => list.map((line) => line.trim()).filter(Boolean);
  return {
    ...trimmed,
    directives: trimmed.directives.filter(({ asWritten }) => asWritten.trim() !== ''),
    figures: trimmed.figures.filter(({ unit }) => unit.trim() !== ''),
    alsoAt: lines(trimmed.alsoAt),
    localDocuments: lines(trimmed.localDocuments),
    terms: lines(trimmed.terms),
  };
}

const OPTIONAL = new Set([
  'url',
  'publishedOn',
  'heldOn',
  'province',
  'currentProvince',
  'district',
  'districtCode',
  'organization',
  'chair',
  'author',
  'withdrawnReason',
  'conference',
]);

/** The rules that need the other files. */
function breachesOf(report: Report, corpus: Corpus, { registry }: DeskRoom): FormFault[] {
  const check = reportChecker({
    provinces: corpus.provinces,
    districts: [...registry.places.districts].map(([code, { province }]) => ({ code, province })),
    documents: [...corpus.directives, ...corpus.plenums],
  });
  for (const other of corpus.reports) if (other.id !== report.id) check(other, reportFile(other));
  return check(report, reportFile(report)).map(({ path, reason }) => ({
    field: formatPath(path),
    reason: faultWords(reason),
  }));
}

function asFormFault({ field, reason }: Fault): FormFault {
  return { field, reason: faultWords(reason) };
}

function theirsOf({ file, text }: { file: string; text: string }): { report: Report; base: Base } | null {
  const { report } = parseReport(text, file);
  return report && { report, base: { path: file, digest: digest(text) } };
}

/** Rebuilds what searchers see with one report new, changed or (by its id alone) gone; says what holds it up. */
async function shown(
  corpus: Corpus,
  report: Report | string,
  faults: readonly Fault[],
  room: DeskRoom,
): Promise<string | null> {
  const id = typeof report === 'string' ? report : report.id;
  const reports = corpus.reports.filter((other) => other.id !== id);
  if (typeof report !== 'string') {
    reports.push(report);
    room.store.paths.set(id, reportFile(report));
    room.store.duplicates.add(id, report.url, report.fullText);
    if (report.ingest) room.store.earlier.set(report.ingest.from, { id, path: reportFile(report) });
  } else forgetRoom();
  if (faults[0]) return `Kho còn lỗi ở ${faults[0].file} nên trang chưa cập nhật.`;
  reports.sort((a, b) => (a.id < b.id ? -1 : 1));
  await publish({ ...corpus, reports });
  return null;
}

async function remember(id: string, step: Step): Promise<void> {
  const steps = [...(await stepsOf(id)), step].slice(-MOST_STEPS);
  await mkdir(UNDO_DIRECTORY, { recursive: true });
  await writeWhole(join(UNDO_DIRECTORY, `${id}.json`), JSON.stringify(steps));
}

async function stepsOf(id: string): Promise<Step[]> {
  if (!/^[a-z0-9-]{1,200}$/.test(id)) return [];
  const text = await readFile(join(UNDO_DIRECTORY, `${id}.json`), 'utf8').catch(() => '[]');
  return JSON.parse(text) as Step[];
}
