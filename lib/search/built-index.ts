/** Where a built index lies and what it says of itself: shared by the build and the server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Beside the project's own files; never committed. */
export const INDEX_DIRECTORY = '.index';

/** What `current.json` says. */
export interface BuiltIndex {
  hash: string;
  /** Bytes of each file, uncompressed and as brotli sends it. */
  files: Record<string, { raw: number; brotli: number }>;
}

/** What `current.json` says; null when nothing was built yet. */
export async function readBuiltIndex(directory = INDEX_DIRECTORY): Promise<BuiltIndex | null> {
  try {
    return JSON.parse(await readFile(join(directory, 'current.json'), 'utf8'));
  } catch {
    return null;
  }
}
