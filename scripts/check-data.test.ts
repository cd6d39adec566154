import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-data-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the command and gives its exit code and what it printed. */
function run(dataDir: string): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/check-data.ts', dataDir],
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('check-data', () => {
  it('passes this repository’s data', async () => {
    const { code, out, err } = await run('data');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^data: \d+ reports, \d+ directives, \d+ plenums, 34 provinces, 0 fault\(s\)\n$/);
  });

  it('names every fault and fails', async () => {
    await cp('data/places', join(folder, 'places'), { recursive: true });
    await cp('data/plenums.yaml', join(folder, 'plenums.yaml'));
    await cp('data/directives.yaml', join(folder, 'directives.yaml'));
    await cp('data/reports/2006', join(folder, 'reports/2006'), { recursive: true });
    await writeFile(join(folder, 'reports/2006/broken.md'), '---\nid: broken\n---\n');
    const { code, out, err } = await run(folder);
    expect(code).toBe(1);
    expect(err).toContain(`${folder}/reports/2006/broken.md title: is missing`);
    expect(out).toMatch(/[1-9]\d* fault\(s\)\n$/);
  });

  it('needs only what a folder overrides, its settings checked too', async () => {
    await mkdir(join(folder, 'reports'));
    expect(await run(folder)).toMatchObject({ code: 0, err: '' });
    await writeFile(join(folder, 'site.yaml'), 'name: a\npurpose: b\nlicence: { name: c }\nbasePath: x\n');
    const { code, err } = await run(folder);
    expect(code).toBe(1);
    expect(err).toMatch(/site\.yaml:4 basePath: is not a path such as/);
  });

  it('says when there is no data folder', async () => {
    const { code, err } = await run(join(folder, 'nowhere'));
    expect(code).toBe(2);
    expect(err).toMatch(/^There is no data folder .*nowhere/);
  });
});
