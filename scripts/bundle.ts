/** What each page loads of scripts before anything is done on it, beside its budget (`bundle-budget.json`). */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** How far a page may go past its budget: what another order of modules gives and takes. */
export const LEEWAY = 1.05;

export interface RouteScripts {
  route: string;
  /** KiB, gzip. */
  size: number;
  /** KiB, gzip; null for a page that has none yet. */
  budget: number | null;
  /** Each script by its size, largest first. */
  chunks: { file: string; size: number }[];
}

/** Every page of the last build. */
export function routeScripts(): RouteScripts[] {
  const stats: { route: string; firstLoadChunkPaths: string[] }[] = JSON.parse(
    readFileSync('.next/diagnostics/route-bundle-stats.json', 'utf8'),
  );
  const budgets: Record<string, number> = JSON.parse(readFileSync('bundle-budget.json', 'utf8'));
  return stats.map(({ route, firstLoadChunkPaths }) => {
    const chunks = firstLoadChunkPaths
      .map((file) => ({ file, size: gzipSync(readFileSync(file)).length / 1024 }))
      .sort((a, b) => b.size - a.size);
    const size = chunks.reduce((sum, chunk) => sum + chunk.size, 0);
    return { route, size, budget: budgets[route] ?? null, chunks };
  });
}
