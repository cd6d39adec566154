/**
 * `npm test`: data check, lint, types, unit tests, build, browser tests, hostile tests (a small share). Ends with the
 * names of what failed and one line `N passed, N failed` that counts every test and every check.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser';
import {
  type BrowserReport,
  failedBrowserTests,
  failedUnitTests,
  lastLines,
  type UnitReport,
} from './failures';

/** What a test that could not be run ends with. */
const NOT_TESTED = 77;
/** Of a check that failed, so many lines of its output are said once more at the end. */
const LAST_LINES = 12;
const folder = mkdtempSync(join(tmpdir(), 'test-'));
const sums = { passed: 0, failed: 0 };
const broken: string[] = [];

await check('data', 'npm', ['run', '--silent', 'check-data']);
await check('lint', 'npm', ['run', '--silent', 'lint']);
const built = await check('build', 'npm', ['run', '--silent', 'build']);
await check('build for editing', 'npx', ['next', 'build'], { EDIT: '1', NEXT_TELEMETRY_DISABLED: '1' });
// After the build: it writes the types of the routes.
await check('types', 'npm', ['run', '--silent', 'typecheck']);
unitTests();
await check('opensearch', 'npm', ['run', '--silent', 'test:opensearch']);
if (built) {
  browserTests('browser tests', {});
  await check('hostile', 'npm', ['run', '--silent', 'test:hostile']);
  await staticEdition();
}

rmSync(folder, { recursive: true, force: true });
for (const line of broken) console.log(line);
console.log(`${sums.passed} passed, ${sums.failed} failed`);
process.exit(sums.failed > 0 ? 1 : 0);

/** Runs a command that passes or fails as one; one that could not test anything says so, and counts as nothing. */
async function check(
  name: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  console.log(`\n== ${name}`);
  const child = spawn(command, args, {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stdout.on('data', (part) => {
    process.stdout.write(part);
    output += part;
  });
  child.stderr.on('data', (part) => {
    process.stderr.write(part);
    output += part;
  });
  const status = await new Promise((resolve) => child.on('close', resolve).on('error', resolve));
  if (status === NOT_TESTED) return false;
  const passed = status === 0;
  count(name, passed ? 1 : 0, passed ? 0 : 1, passed ? [] : lastLines(output, LAST_LINES));
  return passed;
}

function unitTests(): void {
  console.log('\n== unit tests');
  const report = join(folder, 'unit.json');
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { stdio: 'inherit' },
  );
  const found = readReport<UnitReport>(report);
  const { numPassedTests = 0, numFailedTests = 0 } = found;
  count('unit tests', numPassedTests, numFailedTests || (status === 0 ? 0 : 1), failedUnitTests(found));
}

/** Written under a sub-path by a build of its own, which takes the place of the one before. */
async function staticEdition(): Promise<void> {
  const out = join(folder, 'out');
  process.env.BASE_PATH = '/bao-cao-tg';
  if (await check('export', 'npm', ['run', '--silent', 'export', '--', '--out', out]))
    browserTests('static edition', { STATIC_OUT: out });
}

function browserTests(name: string, env: Record<string, string>): void {
  console.log(`\n== ${name}`);
  let browser: string;
  try {
    browser = ensureBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    count(name, 0, 1, []);
    return;
  }
  const report = join(folder, 'browser.json');
  const { status } = spawnSync('npx', ['playwright', 'test', '--reporter=list,json'], {
    stdio: 'inherit',
    env: { ...process.env, ...env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const found = readReport<BrowserReport>(report);
  const { expected = 0, flaky = 0, unexpected = 0 } = found.stats ?? {};
  count(name, expected + flaky, unexpected || (status === 0 ? 0 : 1), failedBrowserTests(found));
}

/** @param lines what is said of a failure at the end */
function count(name: string, passed: number, failed: number, lines: readonly string[]): void {
  sums.passed += passed;
  sums.failed += failed;
  if (failed > 0) broken.push(`failed: ${name}`, ...lines.map((line) => `  ${line}`));
}

/** A runner that died before writing its report counts as nothing passed. */
function readReport<T extends object>(file: string): Partial<T> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
