/** Names of what failed, for the end of a long log: people and machines see its last lines first. */
import { relative } from 'node:path';

/** What is read of Vitest's JSON report. */
export interface UnitReport {
  numPassedTests?: number;
  numFailedTests?: number;
  testResults?: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** What is read of Playwright's JSON report. */
export interface BrowserReport {
  stats?: { expected?: number; flaky?: number; unexpected?: number };
  suites?: BrowserSuite[];
  errors?: { message?: string }[];
}

interface BrowserSuite {
  title: string;
  suites?: BrowserSuite[];
  specs?: {
    title: string;
    file: string;
    line: number;
    ok: boolean;
    tests: { projectName: string; status: string }[];
  }[];
}

/** A line a failed test; a file that could not be run at all is one too. */
export function failedUnitTests({ testResults = [] }: UnitReport): string[] {
  return testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${file}: ${firstLine(message)}`];
    return failed.map(({ fullName }) => `${file}: ${fullName}`);
  });
}

/** A line a failed test and project; what kept the runner from its tests comes after them. */
export function failedBrowserTests({ suites = [], errors = [] }: BrowserReport): string[] {
  return [
    ...suites.flatMap((suite) => failedIn(suite)),
    ...errors.map(({ message = '' }) => firstLine(message)),
  ];
}

function failedIn({ suites = [], specs = [] }: BrowserSuite): string[] {
  return [
    ...specs.flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ projectName }) => `${file}:${line} [${projectName}] ${title}`),
    ),
    ...suites.flatMap(failedIn),
  ];
}

/** The last lines of what a command printed, empty ones left out. */
export function lastLines(output: string, most: number): string[] {
  return output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-most);
}

function firstLine(text: string): string {
  return lastLines(text, Number.POSITIVE_INFINITY)[0] ?? '';
}
