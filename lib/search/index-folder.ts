/**
 * Where built indexes lie, and what each says of itself. Shared by the build and the server.
 *
 *   .index/current.json            which one is current, which came before it
 *   .index/<hash>/manifest.json    the size and SHA-256 of each file
 *   .index/<hash>/…                the files (build.ts)
 *
 * A folder is written aside, renamed into place and never changed again; only `current.json` is ever replaced.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dataDirectory, SHARED_DIRECTORY } from '../catalogue/directory';
import { IndexDamaged } from '../engine';

/** Of the folder as a whole; an index of another format is built anew. */
export const FOLDER_FORMAT = 4;
export const POINTER = 'current.json';
export const MANIFEST = 'manifest.json';
/** Reports whose facts are deflated together: a page reads some of them, an export all. */
export const REPORTS_IN_PIECE = 64;

/**
 * The folder that holds the indexes of the data folder: INDEX_DIR where it is set, else `.index`, with a folder in it
 * for each data folder other than `data`.
 */
export function indexDirectory(): string {
  if (process.env.INDEX_DIR) return process.env.INDEX_DIR;
  const data = dataDirectory();
  if (data === SHARED_DIRECTORY) return '.index';
  const name = createHash('sha256').update(resolve(data)).digest('hex').slice(0, 8);
  return join('.index', `data-${name}`);
}

/** What `current.json` says. */
export interface BuiltIndex {
  format: number;
  hash: string;
  /** Indexes before this one that open pages may still read, the newest first. */
  previous: string[];
  /** Reports that can be found. */
  reports: number;
  /** Size of `catalogue.bin`, as it is and as it is sent. */
  bytes: { catalogue: number; brotli: number; gzip: number };
}

export interface Manifest {
  format: number;
  files: Record<string, { bytes: number; sha256: string }>;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * What `current.json` says; null when nothing was built yet.
 * @throws IndexDamaged where it is no sound pointer or of another format.
 */
export async function readBuiltIndex(directory = indexDirectory()): Promise<BuiltIndex | null> {
  const text = await readFile(join(directory, POINTER), 'utf8').catch(unlessMissing);
  if (text === null) return null;
  const built = parsed<BuiltIndex>(text, join(directory, POINTER));
  if (built.format !== FOLDER_FORMAT || !isHash(built.hash))
    throw new IndexDamaged(
      `${join(directory, POINTER)}: not of format ${FOLDER_FORMAT}: run "npm run index"`,
    );
  return built;
}

/** True for what may name the folder of an index. */
export function isHash(name: string): boolean {
  return /^[0-9a-f]{16}$/.test(name);
}

/**
 * Reads files of one index, each checked against the manifest. Null where there is no such index.
 * @throws IndexDamaged where a file is missing, cut short or changed.
 */
export async function readIndexFiles<Name extends string>(
  hash: string,
  names: readonly Name[],
  directory = indexDirectory(),
): Promise<Record<Name, Buffer<ArrayBuffer>> | null> {
  if (!isHash(hash)) return null;
  const folder = join(directory, hash);
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(unlessMissing);
  if (text === null) return null;
  const { files } = parsed<Manifest>(text, join(folder, MANIFEST));
  const read = async (name: Name) => {
    const bytes = await readFile(join(folder, name)).catch(unlessMissing);
    if (bytes === null || sha256(bytes) !== files?.[name]?.sha256)
      throw new IndexDamaged(`${join(folder, name)}: missing, cut short or changed: run "npm run index"`);
    return [name, bytes] as const;
  };
  return Object.fromEntries(await Promise.all(names.map(read))) as Record<Name, Buffer<ArrayBuffer>>;
}

function parsed<T>(text: string, file: string): T {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new IndexDamaged(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
