/** Where a built index lies and what it says of itself: shared by the build and the server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Beside the project's own files; never committed. */
export const INDEX_DIRECTORY = '.index';

/** What `current.json` says. */
export interface BuiltIndex {
  hash: string;
  /** Reports that can be found. */
  reports: number;
  /** Size of `catalogue.bin`, as it is and as it is sent. */
  bytes: { catalogue: number; brotli: number; gzip: number };
}

/** What `current.json` says; null when nothing was built yet. */
export async function readBuiltIndex(directory = INDEX_DIRECTORY): Promise<BuiltIndex | null> {
  try {
    return JSON.parse(await readFile(join(directory, 'current.json'), 'utf8'));
  } catch {
    return null;
  }
}
