/**
 * `npm test`: data check, lint, types, unit tests, build, browser tests, hostile tests (a small share). Ends with one line
 * `N passed, N failed` that counts every test and every check.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser';

/** What a test that could not be run ends with. */
const NOT_TESTED = 77;
const folder = mkdtempSync(join(tmpdir(), 'test-'));
const sums = { passed: 0, failed: 0 };
const broken: string[] = [];

check('data', 'npm', ['run', '--silent', 'check-data']);
check('lint', 'npm', ['run', '--silent', 'lint']);
const built = check('build', 'npm', ['run', '--silent', 'build']);
check('build for editing', 'npx', ['next', 'build'], { EDIT: '1', NEXT_TELEMETRY_DISABLED: '1' });
// After the build: it writes the types of the routes.
check('types', 'npm', ['run', '--silent', 'typecheck']);
unitTests();
clusterTests();
if (built) {
  browserTests('browser tests', {});
  check('hostile', 'npm', ['run', '--silent', 'test:hostile']);
  staticEdition();
}

rmSync(folder, { recursive: true, force: true });
for (const name of broken) console.log(`failed: ${name}`);
console.log(`${sums.passed} passed, ${sums.failed} failed`);
process.exit(sums.failed > 0 ? 1 : 0);

/** Runs a command that passes or fails as one. */
function check(name: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n== ${name}`);
  const passed = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
  count(name, passed ? 1 : 0, passed ? 0 : 1);
  return passed;
}

/** Where no cluster can be had they say so, and count as nothing. */
function clusterTests(): void {
  console.log('\n== opensearch');
  const { status } = spawnSync('npm', ['run', '--silent', 'test:opensearch'], { stdio: 'inherit' });
  if (status !== NOT_TESTED) count('opensearch', status === 0 ? 1 : 0, status === 0 ? 0 : 1);
}

function unitTests(): void {
  console.log('\n== unit tests');
  const report = join(folder, 'unit.json');
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { stdio: 'inherit' },
  );
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
  count('unit tests', numPassedTests, numFailedTests || (status === 0 ? 0 : 1));
}

/** Written under a sub-path by a build of its own, which takes the place of the one before. */
function staticEdition(): void {
  const out = join(folder, 'out');
  process.env.BASE_PATH = '/bao-cao-tg';
  if (check('export', 'npm', ['run', '--silent', 'export', '--', '--out', out]))
    browserTests('static edition', { STATIC_OUT: out });
}

function browserTests(name: string, env: Record<string, string>): void {
  console.log(`\n== ${name}`);
  let browser: string;
  try {
    browser = ensureBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    count(name, 0, 1);
    return;
  }
  const report = join(folder, 'browser.json');
  const { status } = spawnSync('npx', ['playwright', 'test', '--reporter=list,json'], {
    stdio: 'inherit',
    env: { ...process.env, ...env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const { expected = 0, flaky = 0, unexpected = 0 } = readReport(report).stats ?? {};
  count(name, expected + flaky, unexpected || (status === 0 ? 0 : 1));
}

function count(name: string, passed: number, failed: number): void {
  sums.passed += passed;
  sums.failed += failed;
  if (failed > 0) broken.push(name);
}

interface TestReport {
  numPassedTests?: number;
  numFailedTests?: number;
  stats?: { expected?: number; flaky?: number; unexpected?: number };
}

/** A runner that died before writing its report counts as nothing passed. */
function readReport(file: string): TestReport {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
