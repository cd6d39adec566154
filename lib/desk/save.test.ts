import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseReport } from '../catalogue/report-file';
import { DataFolderBusy, lockDataFolder } from '../catalogue/write';
import { conferenceOf } from '../domain/conference';
import { limitsFrom, Readers } from '../ingest/apart/readers';
import { Visitor } from '../ingest/fetch/visitor';
import { dataRegistry, pageOf, TODAY } from '../ingest/fixtures';
import { MACHINE_MADE } from '../ingest/write/compose';
import { openReports } from '../ingest/write/store';
import { readBuiltIndex } from '../search/index-folder';
import { addDirective } from './directive';
import { changed, type DeskDraft } from './form';
import { openDraft, readFileDraft } from './read';
import type { DeskRoom } from './room';
import { type Saved, saveDraft, undoSave } from './save';

const PAGE = pageOf({
  title: 'Giao ban công tác tuyên giáo quý I năm 2021',
  lead: 'Ngày 5/5/2021, Ban Tuyên giáo Tỉnh ủy Hưng Yên giao ban quý I năm 2021, bàn việc làm theo Chỉ thị số 05-CT/TW và mở 12 lớp mới.',
});
const project = resolve('.');
// A reader is started from the project's folder, and reads what that folder holds.
const readers = new Readers('data', limitsFrom({}), 1);
beforeAll(async () => {
  await readers.ingest(Buffer.from(PAGE), 'page.txt', {}, TODAY);
});
afterAll(() => readers.close());
let folder: string;
let room: DeskRoom;

beforeEach(async () => {
  const registry = await dataRegistry();
  folder = await mkdtemp(join(tmpdir(), 'desk-'));
  const dataDir = join(folder, 'data');
  for (const part of ['places', 'directives.yaml', 'plenums.yaml', 'reports/2011'])
    await cp(join(project, 'data', part), join(dataDir, part), { recursive: true });
  // The index and what undo needs lie in the working directory.
  process.chdir(folder);
  room = {
    dataDir,
    registry,
    readers,
    store: await openReports(dataDir),
    today: TODAY,
    visitor: new Visitor(),
  };
});
afterEach(async () => {
  process.chdir(project);
  await rm(folder, { recursive: true });
});

const read = (page = PAGE) => readFileDraft(Buffer.from(page), 'page.txt', room);
const fileOf = (path: string) => readFile(join(room.dataDir, path), 'utf8');
async function save(draft: DeskDraft) {
  const saved = await saveDraft(draft, room);
  if (saved.is !== 'saved') throw new Error(JSON.stringify(saved));
  return saved;
}
const again = (draft: DeskDraft, { report, base }: Extract<Saved, { is: 'saved' }>) => ({
  ...draft,
  report,
  base,
});

describe('saveDraft', () => {
  it('writes the file that the form shows, and the index that finds it', async () => {
    const { reports } = (await readBuiltIndex()) ?? { reports: 0 };
    const draft = changed(await read(), 'abstract', { abstract: 'Hưng Yên họp giao ban quý đầu năm.' });
    const { base, report } = await save(changed(draft, 'chair', { chair: ' Lê Văn A ' }));
    const { report: written } = parseReport(await fileOf(base.path), base.path);
    expect(written).toEqual(report);
    expect(written).toMatchObject({ chair: 'Lê Văn A', province: 'hung-yen', rights: 'reserved' });
    expect(written?.abstract).toBe('Hưng Yên họp giao ban quý đầu năm.');
    expect(base.path).toBe(`reports/2021/${report.id}.md`);
    expect((await readBuiltIndex())?.reports).toBeGreaterThan(reports);
  });

  it('notes the day on which a record came, and was changed', async () => {
    const draft = await read();
    const first = await save(draft);
    expect(first.report).toMatchObject({ addedOn: TODAY, modifiedOn: null });
    const second = await save(changed(again(draft, first), 'chair', { chair: 'Lê Văn A' }));
    expect(second.report).toMatchObject({ addedOn: TODAY, modifiedOn: TODAY });
  });

  it('marks a report as one conference with another', async () => {
    const [other] = [...room.store.paths.keys()];
    const theirs = await openDraft(other ?? '', room);
    const conference = theirs && conferenceOf(theirs.report);
    const { report } = await save(changed(await read(), 'conference', { conference }));
    expect(conferenceOf(report)).toBe(conference);
  });

  it('says that a machine wrote the summary where no person touched it', async () => {
    expect((await save(await read())).report.abstract.endsWith(MACHINE_MADE)).toBe(true);
  });

  it('names a new report by the place and period that the person settled on', async () => {
    const draft = changed(await read(), 'province', { province: 'son-la', currentProvince: 'son-la' });
    expect((await save(draft)).report.id).toMatch(/^son-la-quy-1-2021-[0-9a-f]{6}$/);
  });

  it('moves the file when the year changes, and leaves no second one', async () => {
    const draft = await read();
    const first = await save(draft);
    const change = { period: { kind: 'quy-1', year: 2020 } } as const;
    const second = await save(changed(again(draft, first), 'period', change));
    expect(second.base.path).toBe(`reports/2020/${first.report.id}.md`);
    await expect(fileOf(first.base.path)).rejects.toThrow();
  });

  it('refuses what the schema or the other files refuse, and writes nothing', async () => {
    const draft = await read();
    const [taken] = [...room.store.paths.keys()];
    const other = await openDraft(taken ?? '', room);
    const broken = {
      ...draft,
      report: { ...draft.report, title: ' ', heldOn: '2021-02-30', url: other?.report.url ?? null },
    };
    const saved = await saveDraft(broken, room);
    expect(saved).toMatchObject({ is: 'faulty' });
    const address = { ...draft, report: { ...draft.report, url: other?.report.url ?? null } };
    expect(await saveDraft(address, room)).toMatchObject({ is: 'faulty', faults: [{ field: 'url' }] });
    expect(await readdir(join(room.dataDir, 'reports'))).toEqual(['2011']);
  });

  it('shows what someone else wrote meanwhile, and does not write over it', async () => {
    const draft = await read();
    const first = await save(draft);
    const path = join(room.dataDir, first.base.path);
    const theirs = (await readFile(path, 'utf8')).replace('level: tinh', 'level: huyen');
    await writeFile(path, theirs);
    const saved = await saveDraft(changed(again(draft, first), 'chair', { chair: 'Lê Văn A' }), room);
    expect(saved).toMatchObject({ is: 'changed', theirs: { report: { level: 'huyen', chair: null } } });
    expect(await readFile(path, 'utf8')).toBe(theirs);
    const { theirs: seen } = saved as Extract<Saved, { is: 'changed' }>;
    // Having seen it, the person may write over it, and go back.
    await save({ ...draft, report: { ...draft.report, id: first.report.id }, base: seen?.base ?? null });
    await undoSave(first.report.id, room);
    expect(await readFile(path, 'utf8')).toBe(theirs);
  });

  it('lets one of two desks save, and tells the other', async () => {
    const draft = await read();
    const both = await Promise.all([saveDraft(draft, room), saveDraft(draft, room)]);
    expect(both.map(({ is }) => is)).toEqual(['saved', 'changed']);
  });

  it('tells that the file is gone', async () => {
    const draft = await read();
    const first = await save(draft);
    await rm(join(room.dataDir, first.base.path));
    expect(await saveDraft(again(draft, first), room)).toEqual({ is: 'changed', theirs: null });
  });

  it('waits for nobody: while a run writes, it says so', async () => {
    const end = await lockDataFolder(room.dataDir);
    await expect(saveDraft(await read(), room)).rejects.toThrow(DataFolderBusy);
    await end();
    await save(await read());
  });

  it('keeps the file as it was when the disk is full', async () => {
    const draft = await read();
    const first = await save(draft);
    const before = await fileOf(first.base.path);
    // Whatever is written aside goes to a device that is always full.
    const aside = join(room.dataDir, 'reports/2021', `.${first.report.id}.md.${process.pid}.tmp`);
    await symlink('/dev/full', aside);
    const change = changed(again(draft, first), 'chair', { chair: 'Lê Văn A' });
    await expect(saveDraft(change, room)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await fileOf(first.base.path)).toBe(before);
    expect(await readdir(join(room.dataDir, 'reports/2021'))).toEqual([`${first.report.id}.md`]);
    await save(change);
    await undoSave(first.report.id, room);
    expect(await fileOf(first.base.path)).toBe(before);
  });

  it('withdraws a report, with a reason only', async () => {
    const draft = await read();
    const first = again(draft, await save(draft));
    const withdrawn = changed(first, 'status', { status: 'withdrawn' });
    expect(await saveDraft(withdrawn, room)).toMatchObject({
      is: 'faulty',
      faults: [{ field: 'withdrawnReason', reason: 'còn trống' }],
    });
    const before = await readBuiltIndex();
    await save(changed(withdrawn, 'withdrawnReason', { withdrawnReason: 'Trang gốc đã gỡ.' }));
    expect((await readBuiltIndex())?.reports).toBe((before?.reports ?? 0) - 1);
  });
});

describe('undoSave', () => {
  it('goes back step by step, down to no file', async () => {
    const draft = await read();
    const first = await save(draft);
    const text = await fileOf(first.base.path);
    await save(changed(again(draft, first), 'chair', { chair: 'Lê Văn A' }));
    expect(await undoSave(first.report.id, room)).toMatchObject({ base: first.base });
    expect(await fileOf(first.base.path)).toBe(text);
    expect(await undoSave(first.report.id, room)).toMatchObject({ report: null, base: null });
    await expect(fileOf(first.base.path)).rejects.toThrow();
    expect(await undoSave(first.report.id, room)).toBeNull();
  });

  it('undoes nothing of what someone else wrote', async () => {
    const first = await save(await read());
    const path = join(room.dataDir, first.base.path);
    await writeFile(path, (await readFile(path, 'utf8')).replace('level: tinh', 'level: huyen'));
    expect(await undoSave(first.report.id, room)).toBeNull();
    expect(await undoSave('../../x', room)).toBeNull();
  });
});

describe('openDraft', () => {
  it('opens any report of the catalogue, and saving it unchanged changes nothing in it', async () => {
    for (const id of [...room.store.paths.keys()].slice(0, 2)) {
      const draft = await openDraft(id, room);
      const before = draft && (await fileOf(draft.base?.path ?? ''));
      if (draft) await save(draft);
      expect(await fileOf(draft?.base?.path ?? '')).toBe(before);
    }
  });

  it('knows none of a name that is none', async () => {
    expect(await openDraft('khong-co', room)).toBeNull();
    expect(await openDraft('../directives', room)).toBeNull();
  });
});

describe('readFileDraft', () => {
  it('says how sure each value is, and where it stands in the text', async () => {
    const { report, text, sureness } = await read();
    expect(sureness).toMatchObject({ heldOn: 'sure', directives: 'sure', chair: 'empty' });
    const { heldOn } = report.evidence;
    expect(text.slice(heldOn?.start, heldOn?.end)).toBe(heldOn?.text);
  });

  it('opens the report that the same bytes became before', async () => {
    const first = await save(await read());
    expect(await read()).toMatchObject({ base: first.base, report: { id: first.report.id } });
  });

  it('names the report that the page repeats', async () => {
    const first = await save(await read());
    expect((await read(`${PAGE}\nLượt xem: 12\n`)).repeats).toEqual({
      id: first.report.id,
      title: first.report.title,
    });
  });
});

describe('addDirective', () => {
  const entry = {
    id: '99-CT/TW@XIII',
    type: 'chi-thi',
    issuer: 'Ban Bí thư',
    title: 'về một việc chưa có trong sổ',
    topic: 'khac',
  };

  it('adds the document at the end, once, the rest of the file untouched', async () => {
    const path = join(room.dataDir, 'directives.yaml');
    const before = await readFile(path, 'utf8');
    expect(await addDirective(entry, room)).toEqual([]);
    const after = await readFile(path, 'utf8');
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expect(after.slice(before.length)).toContain('- id: 99-CT/TW@XIII');
    expect(await addDirective(entry, room)).toEqual([{ field: 'id', reason: 'đã có trong sổ văn bản' }]);
  });

  it('refuses what is no entry', async () => {
    const faults = await addDirective({ ...entry, issuer: '', type: 'x' }, room);
    expect(faults.map(({ field }) => field).sort()).toEqual(['issuer', 'type']);
  });
});
