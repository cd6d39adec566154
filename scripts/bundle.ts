/**
 * What each page loads of scripts before anything is done on it, beside what it loaded when that was last written down
 * (`bundle-budget.json`). The bounds that no page may pass whatever is written there are in `e2e/served.spec.ts`.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** How far a page may go past that: another order of modules gives and takes as much. */
export const LEEWAY = 1.05;

export interface RouteScripts {
  route: string;
  /** KiB, gzip. */
  size: number;
  /** KiB, gzip, as written down; null for a page that is not. */
  measured: number | null;
  /** Each script by its size, largest first. */
  chunks: { file: string; size: number }[];
}

/** Every page of the last build. */
export function routeScripts(): RouteScripts[] {
  const stats: { route: string; firstLoadChunkPaths: string[] }[] = JSON.parse(
    readFileSync('.next/diagnostics/route-bundle-stats.json', 'utf8'),
  );
  const measured: Record<string, number> = JSON.parse(readFileSync('bundle-budget.json', 'utf8'));
  return stats.map(({ route, firstLoadChunkPaths }) => {
    const chunks = firstLoadChunkPaths
      .map((file) => ({ file, size: gzipSync(readFileSync(file)).length / 1024 }))
      .sort((a, b) => b.size - a.size);
    const size = chunks.reduce((sum, chunk) => sum + chunk.size, 0);
    return { route, size, measured: measured[route] ?? null, chunks };
  });
}
