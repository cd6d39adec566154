import type { z } from 'zod';

/** One thing wrong with a file of the catalogue. */
export interface Fault {
  /** Path within the data folder. */
  file: string;
  /** From 1; absent where the fault has no line of its own. */
  line?: number;
  /** `period.toYear`, `directives[0].id`. */
  field: string;
  /** Follows the field in a sentence: `is after publishedOn 2020-01-01`. */
  reason: string;
}

/** Thrown where a sound catalogue is needed and the one at hand is not: says every fault, one a line. */
export class CorpusError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(`The catalogue has ${faults.length} fault(s):\n${faults.map(formatFault).join('\n')}`);
    this.name = 'CorpusError';
  }
}

/** `reports/2020/x.md:7 period.toYear: is before year 2021` */
export function formatFault({ file, line, field, reason }: Fault): string {
  return printable(`${file}${line === undefined ? '' : `:${line}`} ${field}: ${reason}`);
}

/** Longer lines say no more. */
const LONGEST_LINE = 1000;

/**
 * One line for a terminal: control characters, and those that turn the direction of writing, are shown by their
 * number (`\\u001b`), so that no file can clear the screen or lie about its name.
 */
export function printable(text: string): string {
  const line = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
  return line.replace(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The faults a schema found, one for each unknown key, with lines from `lineOf` where it knows them. */
export function faultsOf(
  error: z.ZodError,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number | undefined = () => undefined,
): Fault[] {
  return error.issues.flatMap((issue) => {
    const found = (path: readonly PropertyKey[], reason: string): Fault => ({
      file,
      line: lineOf(path),
      field: formatPath(path),
      reason,
    });
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => found([...issue.path, key], 'is not a field of this shape'));
    if (issue.code === 'invalid_type' && issue.input === undefined && issue.path.length > 0)
      return [found(issue.path, `is missing or not ${issue.expected}`)];
    return [found(issue.path, issue.message)];
  });
}

/** `['period', 'year']` as `period.year`, `['directives', 0]` as `directives[0]`. */
export function formatPath(path: readonly PropertyKey[]): string {
  const written = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return written.replace(/^\./, '') || 'file';
}

/** What an error of a parser says, without the excerpt it adds and the line we give ourselves. */
export function plainReason(error: Error): string {
  const reason = error.message.replace(/\n[\s\S]*$/, '').replace(/ at line \d+, column \d+:?$/, '');
  if (reason.startsWith('Maximum call stack')) return 'is nested too deeply';
  return reason.startsWith('Nested mappings') ? `${reason}: put a value that holds “: ” in quotes` : reason;
}
