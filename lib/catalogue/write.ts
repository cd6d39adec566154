/** Writing files of the data folder so that nothing is lost: whole or not at all, on disk before the call returns. */
import { link, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a file in its place at once: a reader sees the former one or the new one, never a part, and a loss of power
 * after the call loses neither. What it wrote is removed where it fails (a full disk); what a killed process left has
 * a dot and `.tmp` in its name, which no reader of the folder looks at.
 *
 * @throws the file system's error.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = await open(unfinished, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes names written to a folder last; where folders cannot be synchronised (Windows) there is nothing to do. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'].includes(codeOf(error))) throw error;
  }
}

/** Another run is at work on the same data folder. */
export class DataFolderBusy extends Error {
  constructor(dataDir: string, holder: string) {
    super(`${dataDir} is being written by another run (${holder}); start again when it has ended`);
    this.name = 'DataFolderBusy';
  }
}

const LOCK = '.writing';
/** A holder renews its lock so often, ms; one not renewed for six times as long belongs to nobody. */
const RENEW = 10_000;

/**
 * Keeps every other run off the data folder until the function that it answers is called.
 *
 * @throws DataFolderBusy where one is at work.
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, LOCK);
  const mine = `process ${process.pid} on ${hostname()}, ${crypto.randomUUID()}`;
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(mine);
      await file.close();
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const holder = await readFile(path, 'utf8').catch(unlessMissing);
    if (holder === null) continue;
    if (await isHeld(path, holder)) throw new DataFolderBusy(dataDir, holder.replace(/, [0-9a-f-]+$/, ''));
    // Two runs may find the same dead lock: the later one could move aside the lock that the first has made since.
    const aside = `${path}.${crypto.randomUUID()}.tmp`;
    await rename(path, aside).catch(unlessMissing);
    if ((await readFile(aside, 'utf8').catch(unlessMissing)) !== holder)
      await link(aside, path).catch(() => {});
    await rm(aside, { force: true });
  }
  const renewing = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), RENEW);
  renewing.unref();
  return async () => {
    clearInterval(renewing);
    if ((await readFile(path, 'utf8').catch(unlessMissing)) === mine) await rm(path, { force: true });
  };
}

/** A process of this machine that has ended holds nothing; of another machine (a shared folder) only time tells. */
async function isHeld(path: string, holder: string): Promise<boolean> {
  const [, pid, host] = /^process (\d+) on (.+), [0-9a-f-]+$/.exec(holder) ?? [];
  if (host === hostname() && !isAlive(Number(pid))) return false;
  const entry = await stat(path).catch(unlessMissing);
  return entry !== null && Date.now() - entry.mtimeMs < 6 * RENEW;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Removes what killed runs left in a folder and the folders in it; only for the holder of the lock. */
export async function removeLeftovers(folder: string, isLeftover: (name: string) => boolean): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(unlessMissing);
  for (const entry of entries ?? [])
    if (entry.isFile() && isLeftover(entry.name))
      await rm(join(entry.parentPath, entry.name), { force: true });
}

function unlessMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
