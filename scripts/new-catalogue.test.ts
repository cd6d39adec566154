import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCorpus } from '../lib/catalogue/load';
import { loadSettings, settingsSchema } from '../lib/site/settings';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-catalogue-'));
});
afterEach(() => rm(folder, { recursive: true }));

function run(dir: string): Promise<{ code: number; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/new-catalogue.ts', dir],
      (_, __, err) => resolve({ code: child.exitCode ?? -1, err }),
    );
  });
}

it('makes an empty catalogue without a fault, and never writes into one that is there', async () => {
  const dir = join(folder, 'hung-yen');
  expect(await run(dir)).toEqual({ code: 0, err: '' });
  const { corpus, faults } = await loadCorpus(dir);
  expect(faults).toEqual([]);
  expect(corpus.reports).toEqual([]);
  expect(corpus.provinces).toHaveLength(34);
  const { settings } = loadSettings(dir);
  expect(settings?.name).toBe('Báo cáo tuyên giáo');
  const before = await readdir(dir);
  expect(await run(dir)).toEqual({ code: 1, err: `new-catalogue: ${dir} is not an empty folder\n` });
  expect(await readdir(dir)).toEqual(before);
});

it('names in its settings every field there is', async () => {
  await run(folder);
  const text = await readFile(join(folder, 'site.yaml'), 'utf8');
  for (const field of Object.keys(settingsSchema.shape))
    expect(text).toMatch(new RegExp(`^(# )?${field}:`, 'm'));
});
