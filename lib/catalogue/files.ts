/**
 * Reading the plain files of a data folder: every failure becomes a fault that names the file. A folder need hold only
 * what is its own: a registry or gazetteer file that is not there is read from the shared folder, `data`.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument, YAMLError } from 'yaml';
import type { z } from 'zod';
import { SHARED_DIRECTORY } from './directory';
import { type Fault, faultsOf, plainReason } from './fault';
import { decodeText, findControl } from './text';

export type Read<T> = { value: T; faults: []; lineOf: LineOf } | { value: null; faults: Fault[] };
/** Line (from 1) of the value at a path, undefined where there is none. */
export type LineOf = (path: readonly PropertyKey[]) => number | undefined;

/** Reads a YAML file of the data folder and checks it against a schema. */
export async function readYaml<T>(dataDir: string, file: string, schema: z.ZodType<T>): Promise<Read<T>> {
  return read(dataDir, file, (text) => checkYaml(text, file, schema));
}

/** Checks the text of a YAML file against a schema; `file` is what its faults name. */
export function checkYaml<T>(text: string, file: string, schema: z.ZodType<T>): Read<T> {
  return check(text, file, schema, (source) => {
    const lines = new LineCounter();
    const document = parseDocument(source, { lineCounter: lines });
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem) throw problem;
    const lineOf: LineOf = (path) => {
      const node = document.getIn(path, true);
      return isNode(node) && node.range ? lines.linePos(node.range[0]).line : undefined;
    };
    return { data: document.toJS() as unknown, lineOf };
  });
}

/** Reads a JSON file of the data folder and checks it against a schema; a list has one row a line. */
export async function readJson<T>(dataDir: string, file: string, schema: z.ZodType<T>): Promise<Read<T>> {
  // The first line of a list is its opening bracket, so row 0 stands in line 2.
  const lineOf: LineOf = ([row]) => (typeof row === 'number' ? row + 2 : undefined);
  return read(dataDir, file, (text) =>
    check(text, file, schema, (source) => ({ data: JSON.parse(source) as unknown, lineOf })),
  );
}

/** Path of a file of the data folder: its own, else the shared one. */
export function pathOf(dataDir: string, file: string): string {
  const own = join(dataDir, file);
  return existsSync(own) ? own : join(SHARED_DIRECTORY, file);
}

async function read<T>(dataDir: string, file: string, checked: (text: string) => Read<T>): Promise<Read<T>> {
  try {
    const text = decodeText(await readFile(pathOf(dataDir, file)));
    if (typeof text !== 'string') return { value: null, faults: [{ file, field: 'file', ...text }] };
    const control = findControl(text);
    return control ? { value: null, faults: [{ file, field: 'file', ...control }] } : checked(text);
  } catch (error) {
    return failed(file, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : error);
  }
}

function check<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  parse: (text: string) => { data: unknown; lineOf: LineOf },
): Read<T> {
  try {
    const { data, lineOf } = parse(text);
    const result = schema.safeParse(data);
    if (result.success) return { value: result.data, faults: [], lineOf };
    return { value: null, faults: faultsOf(result.error, file, lineOf) };
  } catch (error) {
    return failed(file, error);
  }
}

function failed<T>(file: string, error: unknown): Read<T> {
  const reason = error instanceof Error ? plainReason(error) : String(error);
  const line = error instanceof YAMLError ? error.linePos?.[0].line : undefined;
  return { value: null, faults: [{ file, line, field: 'file', reason }] };
}
