import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCorpus } from '../../catalogue/load';
import { parseReport } from '../../catalogue/report-file';
import { writeWhole } from '../../catalogue/write';
import { dataRegistry, ingestText, pageOf } from '../fixtures';
import { composeReport, digest, MACHINE_MADE } from './compose';
import { beginWriting, openReports, writeReport } from './store';

const PAGE = pageOf({
  title: 'Giao ban công tác tuyên giáo quý I năm 2021',
  lead: 'Ngày 5/5/2021, Ban Tuyên giáo Tỉnh ủy Hưng Yên giao ban quý I năm 2021, bàn việc làm theo Chỉ thị số 05-CT/TW và mở 12 lớp mới.',
});

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ingest-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(dataDir, { recursive: true });
});

/** One run of ingest over one page, as the command does it. */
async function run(page: string, force = false, known = {}) {
  const store = await openReports(dataDir);
  const from = digest(Buffer.from(page));
  const ingested = await ingestText(page, known);
  const earlier = store.earlier.get(from)?.id ?? null;
  const report = composeReport(ingested, from, {}, await dataRegistry(), earlier, store.phrases);
  return { ...(await writeReport(store, report, { from, format: 'txt', encoding: 'utf-8' }, force)), report };
}

const files = async () =>
  (await readdir(dataDir, { recursive: true })).filter((name) => name.endsWith('.md')).sort();

describe('writeReport', () => {
  it('writes a file that the catalogue reads back whole', async () => {
    const { path, report } = await run(PAGE);
    expect(await files()).toEqual([path]);
    const parsed = parseReport(await readFile(join(dataDir, path), 'utf8'), path);
    expect(parsed.faults).toEqual([]);
    expect(parsed.report).toEqual({
      ...report,
      addedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      ingest: {
        from: digest(Buffer.from(PAGE)),
        wrote: expect.any(String),
        format: 'txt',
        encoding: 'utf-8',
      },
    });
    expect(parsed.report?.abstract.endsWith(MACHINE_MADE)).toBe(true);
    expect(parsed.report?.rights).toBe('reserved');
  });

  it('gives the same input the same file, run after run', async () => {
    const first = await run(PAGE);
    const second = await run(PAGE);
    expect(second).toMatchObject({ outcome: 'unchanged', path: first.path });
    expect(await files()).toEqual([first.path]);
  });

  it('keeps a file that was edited by hand, unless forced', async () => {
    const { path } = await run(PAGE);
    const file = join(dataDir, path);
    const edited = (await readFile(file, 'utf8')).replace('level: tinh', 'level: huyen');
    await writeFile(file, edited);
    expect(await run(PAGE)).toMatchObject({ outcome: 'edited-by-hand', path });
    expect(await readFile(file, 'utf8')).toBe(edited);
    expect(await run(PAGE, true)).toMatchObject({ outcome: 'rewritten' });
    expect(await readFile(file, 'utf8')).not.toBe(edited);
  });

  it.each<[string, (text: string) => string]>([
    ['saved with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['saved with a mark at its beginning', (text) => `\ufeff${text}`],
    ['with a space after ---', (text) => text.replace('\n---\n', '\n--- \n')],
    ['with a comment', (text) => text.replace('level:', '# seen by An\nlevel:')],
    ['without its ingest block', (text) => text.replace(/^ingest:\n(?: {2}.*\n)+/m, '')],
    ['that is no report any more', () => 'ghi chú của tôi'],
  ])('keeps a file %s', async (_, edit) => {
    const { path } = await run(PAGE);
    const file = join(dataDir, path);
    const edited = edit(await readFile(file, 'utf8'));
    await writeFile(file, edited);
    expect(await run(PAGE)).toMatchObject({ outcome: 'edited-by-hand', path });
    expect(await readFile(file, 'utf8')).toBe(edited);
    expect(await files()).toEqual([path]);
  });

  it('keeps a file that was moved to another year and lost its block', async () => {
    const { path } = await run(PAGE);
    const text = (await readFile(join(dataDir, path), 'utf8')).replace(/^ingest:\n(?: {2}.*\n)+/m, '');
    await rm(join(dataDir, path));
    await mkdir(join(dataDir, 'reports/2011'), { recursive: true });
    const moved = join('reports/2011', basename(path));
    await writeFile(join(dataDir, moved), text);
    expect(await run(PAGE)).toMatchObject({ outcome: 'edited-by-hand', path: moved });
    expect(await files()).toEqual([moved]);
  });

  it('keeps what it writes over, until the next run', async () => {
    const { path } = await run(PAGE);
    const file = join(dataDir, path);
    const edited = (await readFile(file, 'utf8')).replace('level: tinh', 'level: huyen');
    await writeFile(file, edited);
    await run(PAGE, true);
    const former = join(dataDir, dirname(path), `.${basename(path)}.former`);
    expect(await readFile(former, 'utf8')).toBe(edited);
    expect((await loadCorpus(dataDir)).faults.filter(({ file: at }) => at.includes('former'))).toEqual([]);
    const end = await beginWriting(dataDir);
    await end();
    await expect(readFile(former)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('writes over its own file when it knows better, under the same id', async () => {
    const first = await run(PAGE);
    const better = await run(PAGE, false, { province: 'son-la' });
    expect(better).toMatchObject({
      outcome: 'rewritten',
      report: { id: first.report.id, province: 'son-la' },
    });
    expect(await files()).toHaveLength(1);
  });

  it('keeps the day on which a page came in, and says the day on which its file changed', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T20:00:00Z') });
    const daysOf = async ({ path }: { path: string }) => {
      const { report } = parseReport(await readFile(join(dataDir, path), 'utf8'), path);
      return [report?.addedOn, report?.modifiedOn];
    };
    // It is the second of March in Viet Nam by then.
    expect(await daysOf(await run(PAGE))).toEqual(['2026-03-02', null]);
    vi.setSystemTime(new Date('2026-04-01T00:00:00Z'));
    expect(await run(PAGE)).toMatchObject({ outcome: 'unchanged' });
    const better = await run(PAGE, false, { province: 'son-la' });
    expect(better.outcome).toBe('rewritten');
    expect(await daysOf(better)).toEqual(['2026-03-02', '2026-04-01']);
  });

  it('knows a page by any address of its report', async () => {
    const { path, report } = await run(PAGE);
    const file = join(dataDir, path);
    const listed = 'url: https://a.example/1\nalsoAt:\n  - https://a.example/in/1\n  - https://b.example/2\n';
    await writeFile(file, (await readFile(file, 'utf8')).replace('title:', `${listed}title:`));
    const { duplicates } = await openReports(dataDir);
    for (const url of ['https://a.example/1', 'https://a.example/in/1', 'http://www.b.example/2/'])
      expect(duplicates.find('other', url, '')).toEqual({ of: report.id, why: 'address' });
  });

  it('leaves nothing behind where it cannot write', async () => {
    const { path } = await run(PAGE);
    const all = await readdir(dataDir, { recursive: true });
    // A folder in the place of the file: everything goes well until the last step.
    await rm(join(dataDir, path));
    await mkdir(join(dataDir, path));
    await expect(writeWhole(join(dataDir, path), 'x')).rejects.toMatchObject({ code: 'EISDIR' });
    expect((await readdir(dataDir, { recursive: true })).sort()).toEqual(all.sort());
  });
});

describe('openReports', () => {
  it('knows reports that were typed in by their address', async () => {
    await cp('data/reports/2020', join(dataDir, 'reports/2020'), { recursive: true });
    const [name = ''] = (await readdir(join(dataDir, 'reports/2020'))).sort();
    const { report } = parseReport(await readFile(join(dataDir, 'reports/2020', name), 'utf8'), name);
    const store = await openReports(dataDir);
    expect(store.duplicates.find('moi', report?.url ?? '', 'x')).toEqual({ of: report?.id, why: 'address' });
  });
});
