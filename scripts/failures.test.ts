import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failedBrowserTests, failedUnitTests, lastLines } from './failures';
import { failingRows } from './hostile/row';

test('failed unit tests are named as the runner itself reports them, a file that cannot be read included', () => {
  const folder = mkdtempSync(join(process.cwd(), 'scripts', '.failures-'));
  try {
    writeFileSync(
      join(folder, 'one.test.ts'),
      "import { expect, test } from 'vitest'; test('holds', () => {}); test('does not', () => expect(1).toBe(2));",
    );
    writeFileSync(join(folder, 'two.test.ts'), "throw new Error('not a test');");
    const report = join(folder, 'report.json');
    const { status } = spawnSync(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', folder, '--reporter=json', `--outputFile=${report}`],
      { stdio: 'ignore' },
    );
    expect(status).toBe(1);
    const names = failedUnitTests(JSON.parse(readFileSync(report, 'utf8')));
    expect(names.map((name) => name.replace(/^.*\/(?=\w+\.test)/, '')).sort()).toEqual([
      'one.test.ts: does not',
      'two.test.ts: not a test',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('failed browser tests are named with their file, line and project', () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'search.spec.ts',
    line: 12,
    ok: status === 'expected',
    tests: [
      { projectName: 'phone', status },
      { projectName: 'desktop', status: 'expected' },
    ],
  });
  const report = {
    suites: [
      {
        title: 'search.spec.ts',
        specs: [spec('finds', 'expected')],
        suites: [{ title: 'filters', specs: [spec('narrows', 'unexpected'), spec('left out', 'skipped')] }],
      },
    ],
    errors: [{ message: 'no server\nat somewhere' }],
  };
  expect(failedBrowserTests(report)).toEqual(['search.spec.ts:12 [phone] narrows', 'no server']);
  expect(failedBrowserTests({})).toEqual([]);
});

test('rows that do not hold are said once more, one line each', () => {
  const row = { promise: 'memory stays flat', how: '75 requests', figure: '330 MB, 502 MB' };
  expect(failingRows([{ ...row, holds: true }])).toEqual([]);
  expect(failingRows([{ ...row, holds: false }])).toEqual([
    'does not hold: memory stays flat: 330 MB, 502 MB (75 requests)',
  ]);
});

test('the end of an output', () => {
  expect(lastLines('one\n\ntwo  \nthree\n\n', 2)).toEqual(['two', 'three']);
});
