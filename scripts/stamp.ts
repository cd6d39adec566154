/** Whether what was built is still of what it was built from. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dataDirectory, SHARED_DIRECTORY } from '../lib/catalogue/directory';
import { indexDirectory, readBuiltIndex } from '../lib/search/index-folder';

/** A digest over names and contents of the files under the paths; tests do not count. */
async function stampOfSources(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesUnder(paths)) {
    if (!/\.test\.tsx?$/.test(file)) hash.update(file).update(await readFile(file));
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
export async function stampOfApp(): Promise<string> {
  const topLevel = (await readdir('.')).filter(
    (name) => /\.(js|mjs|ts|json)$/.test(name) && !GENERATED.test(name),
  );
  const { BASE_PATH = '', EDITION = 'server' } = process.env;
  return `${await stampOfSources([...APP_SOURCES, ...topLevel])} ${EDITION} ${BASE_PATH}`;
}

/** A digest over names, sizes and times of the files under the paths: thousands of files in a tenth of a second. */
async function stampOfData(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const files = await filesUnder(paths);
  const entries = await Promise.all(files.map((file) => stat(file)));
  files.forEach((file, i) => {
    hash.update(`${file} ${entries[i]?.size} ${entries[i]?.mtimeMs}\n`);
  });
  return hash.digest('hex');
}

/** What the index is made from besides the data. */
const INDEX_SOURCES = ['vietnamese', 'domain', 'catalogue', 'engine', 'search'].map((room) =>
  join('lib', room),
);

/** What every catalogue shares that has none of its own. */
const SHARED = ['directives.yaml', 'plenums.yaml', 'places'].map((name) => join(SHARED_DIRECTORY, name));

/** What an index of the data as they are now would be built from. */
export async function stampOfIndex(): Promise<string> {
  return `${await stampOfSources(INDEX_SOURCES)} ${await stampOfData([dataDirectory(), ...SHARED])}`;
}

/** Where the stamp of the current index is kept. */
export const indexStampFile = (): string => join(indexDirectory(), 'built-from');

/** True where the current index is of the data and the code as they are now, and whole enough to be found. */
export async function isIndexCurrent(): Promise<boolean> {
  const built = await readBuiltIndex().catch(() => null);
  if (!built) return false;
  const stamp = await readFile(indexStampFile(), 'utf8').catch(() => '');
  return stamp === `${built.hash} ${await stampOfIndex()}`;
}

/** Files under the paths, sorted; a path may be a file, or not be there. */
async function filesUnder(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const entry = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (!entry) return [];
      if (entry.isFile()) return [path];
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    }),
  );
  return lists.flat().sort();
}
