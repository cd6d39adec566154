import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { at, BASE_PATH } from '@/lib/domain/edition';
import type { OfflineManifest } from '@/lib/offline/manifest';
import { TEXTS_IN_PART } from '@/lib/search/remote';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { bulkPath } from '@/lib/site/open/bulk';

/** Pages that are kept whole: those that are about the catalogue, not about one report, document or place. */
const HELP = '/tro-giup';
const PAGES = ['/', '/van-ban', '/dia-phuong', '/tong-quan', '/cua-toi', HELP];

/** `GET /sw.js`: the service worker of this build and these data (lib/offline/worker.ts). */
export async function GET(): Promise<Response> {
  // Who edits sees the site as it is now.
  if (process.env.EDIT === '1') return new Response('', { status: 404 });
  const { hash, all } = await currentHoldings();
  const [code, build, names] = await Promise.all([
    readFile(join('.next', 'sw.js'), 'utf8'),
    readFile(join('.next', 'BUILD_ID'), 'utf8'),
    readdir(join('.next', 'static'), { recursive: true, withFileTypes: true }),
  ]);
  const index = at(`/chi-muc/${hash}/`);
  const parts = Math.ceil(all.length / TEXTS_IN_PART);
  const manifest: OfflineManifest = {
    version: `${build.trim()}-${hash}`,
    basePath: BASE_PATH,
    files: [
      ...names
        // A worker's source is published beside what runs; nothing asks for it.
        .filter((entry) => entry.isFile() && /\.(js|css|woff2?)$/.test(entry.name))
        .map(({ parentPath, name }) => at(`/_next/${join(parentPath, name).slice('.next/'.length)}`)),
      `${index}catalogue.bin`,
      ...Array.from({ length: parts }, (_, part) => `${index}texts/${part}.json`),
    ],
    pages: PAGES.map(at),
    frame: at(HELP),
    reports: at(bulkPath('bao-cao.jsonl')),
    textsInPart: TEXTS_IN_PART,
  };
  return new Response(`self.OFFLINE = ${JSON.stringify(manifest)};\n${code}`, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      // A site at a sub-path is in charge of the path itself too, not only of what lies below it.
      'Service-Worker-Allowed': at('/'),
    },
  });
}
