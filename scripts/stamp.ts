/**
 * Whether what was built is still of what it was built from. Files are read at once: waiting for ten thousand of them one by
 * one took three times as long.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataDirectory, SHARED_DIRECTORY } from '../lib/catalogue/directory';
import { indexDirectory, readBuiltIndex } from '../lib/search/index-folder';

/** A digest over names and contents of the files under the paths; tests do not count. */
function stampOfSources(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of filesUnder(paths)) {
    if (!/\.test\.tsx?$/.test(file)) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Folders that the app is made from, besides the settings at the top level. */
const APP_SOURCES = ['app', 'components', 'lib', 'public'];
/** Written by the build itself. */
const GENERATED = /^next-env\.d\.ts$|\.tsbuildinfo$/;

/** Where the stamp of the last build lies: in its folder, as `next.config.js` has it. */
export const APP_STAMP_FILE = join(process.env.EDIT === '1' ? '.next-desk' : '.next', 'built-from');

/** What a build of the app as it is now would be made from: its sources, and the settings that are built in. */
export function stampOfApp(): string {
  const topLevel = readdirSync('.').filter(
    (name) => /\.(js|mjs|ts|json)$/.test(name) && !GENERATED.test(name),
  );
  const { BASE_PATH = '', EDITION = 'server' } = process.env;
  return `${stampOfSources([...APP_SOURCES, ...topLevel])} ${EDITION} ${BASE_PATH}`;
}

/** A digest over names, sizes and times of the files under the paths: thousands of files in a tenth of a second. */
function stampOfData(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of filesUnder(paths)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** What the index is made from besides the data. */
const INDEX_SOURCES = ['vietnamese', 'domain', 'catalogue', 'engine', 'search'].map((room) =>
  join('lib', room),
);

/** What every catalogue shares that has none of its own. */
const SHARED = ['directives.yaml', 'plenums.yaml', 'places'].map((name) => join(SHARED_DIRECTORY, name));

/** What an index of the data as they are now would be built from. */
export function stampOfIndex(): string {
  return `${stampOfSources(INDEX_SOURCES)} ${stampOfData([dataDirectory(), ...SHARED])}`;
}

/** Where the stamp of the current index is kept. */
export const indexStampFile = (): string => join(indexDirectory(), 'built-from');

/** True where the current index is of the data and the code as they are now, and whole enough to be found. */
export async function isIndexCurrent(): Promise<boolean> {
  const built = await readBuiltIndex().catch(() => null);
  if (!built) return false;
  const stamp = await readFile(indexStampFile(), 'utf8').catch(() => '');
  return stamp === `${built.hash} ${stampOfIndex()}`;
}

/** Files under the paths, sorted; a path may be a file, or not be there. */
function filesUnder(paths: readonly string[]): string[] {
  const list = paths.flatMap((path) => {
    const entry = statSync(path, { throwIfNoEntry: false });
    if (!entry) return [];
    if (entry.isFile()) return [path];
    const entries = readdirSync(path, { recursive: true, withFileTypes: true });
    return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  });
  return list.sort();
}
