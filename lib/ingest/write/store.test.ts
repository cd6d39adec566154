import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReport } from '../../catalogue/report-file';
import { dataRegistry, ingestText, pageOf } from '../fixtures';
import { composeReport, digest, MACHINE_MADE } from './compose';
import { openReports, writeReport } from './store';

const PAGE = pageOf({
  title: 'Giao ban công tác tuyên giáo quý I năm 2021',
  lead: 'Ngày 5/5/2021, Ban Tuyên giáo Tỉnh ủy Hưng Yên giao ban quý I năm 2021, bàn việc làm theo Chỉ thị số 05-CT/TW và mở 12 lớp mới.',
});

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ingest-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

/** One run of ingest over one page, as the command does it. */
async function run(page: string, force = false, known = {}) {
  const store = await openReports(dataDir);
  const from = digest(Buffer.from(page));
  const ingested = await ingestText(page, known);
  const report = composeReport(ingested, from, {}, await dataRegistry(), store.earlier.get(from)?.id ?? null);
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

  it('writes over its own file when it knows better, under the same id', async () => {
    const first = await run(PAGE);
    const better = await run(PAGE, false, { province: 'son-la' });
    expect(better).toMatchObject({
      outcome: 'rewritten',
      report: { id: first.report.id, province: 'son-la' },
    });
    expect(await files()).toHaveLength(1);
  });

  it('leaves nothing unfinished behind', async () => {
    await run(PAGE);
    expect((await readdir(dataDir, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);
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
