/**
 * The service worker: after one visit the whole site works without a network.
 *
 *   installed   files of the build, the index, the main pages and all reports, of one version: none missing, or it fails
 *   a page      from the network; without one: as it was last seen, else as it was installed, else made of the reports
 *   the search  from the network; without one as it was installed, for it goes with the index of its version alone
 *   a file      of this version as it was installed; any other from the network, else as another version has it
 *   an answer   by the page's own worker, from the index of the page
 *
 * A version is never changed in place: another build or other data are another script, installed beside this one, and
 * take over when the last page of this one is closed or a person asks for it. Failures are never kept.
 */
/// <reference lib="webworker" />
import {
  CacheExpiration,
  ExpirationPlugin,
  NetworkFirst,
  NetworkOnly,
  type PrecacheEntry,
  Serwist,
} from 'serwist';
import type { TextRow } from '../search/catalogue';
import { openRows, sealRows } from '../search/text-rows';
import { KEPT, type OfflineManifest } from './manifest';
import { absentPage, offlinePage } from './page';

declare const self: ServiceWorkerGlobalScope & { OFFLINE: OfflineManifest };

const { version, basePath, files, pages, frame, reports, textsInPart } = self.OFFLINE;
/** A page that a slow network does not bring within so many seconds is shown as it was kept. */
const PATIENCE = 4;
const SEEN = `da-xem-${version}`;
/** Pages kept as they were seen; the longest unseen goes first. Any other page is made of the reports. */
const SEEN_AT_MOST = { maxEntries: 60 };

const entries: PrecacheEntry[] = [
  ...files.map((url) => ({ url, revision: null })),
  ...pages.map((path) => ({ url: `${path}${KEPT}${version}`, revision: null })),
  { url: reports, revision: version },
];

const seen = new NetworkFirst({
  cacheName: SEEN,
  networkTimeoutSeconds: PATIENCE,
  plugins: [
    {
      // Only whole answers: what failed is not worth keeping, and what is gone is gone here too.
      cacheWillUpdate: async ({ request, response }) => {
        if (response.status === 404 || response.status === 410)
          await (await caches.open(SEEN)).delete(request);
        return response.status === 200 ? response : null;
      },
    },
    new ExpirationPlugin(SEEN_AT_MOST),
  ],
});

const search = new NetworkOnly({ networkTimeoutSeconds: PATIENCE });

const serwist = new Serwist({
  precacheEntries: entries,
  precacheOptions: {
    cleanupOutdatedCaches: true,
    plugins: [
      {
        cachedResponseWillBeUsed: async ({ cachedResponse }) => renewed(cachedResponse),
      },
    ],
  },
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.mode === 'navigate' && !url.searchParams.has('sw'),
      handler: async ({ request, event, url }) =>
        (isSearch(url) ? search : seen).handle({ request, event }).catch(() => keptPage(url)),
    },
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('/texts.json'),
      handler: async ({ request, url }) => (await textsOf(url)) ?? fetch(request),
    },
    {
      matcher: ({ url, sameOrigin }) =>
        sameOrigin &&
        [`${basePath}/_next/static/`, `${basePath}/chi-muc/`].some((one) => url.pathname.startsWith(one)),
      handler: async ({ request }) =>
        fetch(request).catch(async () => renewed(await caches.match(request.url)) ?? Response.error()),
    },
  ],
});

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if (data === 'take-over') void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
serwist.addEventListeners();

/**
 * An answer made anew has no address of its own: a worker started from it keeps the one it was asked under, and with it
 * what its page has written there.
 */
function renewed(kept: Response | undefined): Response | undefined {
  return kept && new Response(kept.body, { headers: kept.headers });
}

function isSearch(url: URL): boolean {
  return url.pathname === basePath || url.pathname === `${basePath}/`;
}

/** A page as it was installed; the search page answers any search, whatever it was kept for. */
async function keptPage(url: URL): Promise<Response> {
  const path = decodeURIComponent(url.pathname);
  const asked = [path, path.replace(/\/$/, ''), `${path}/`];
  for (const one of asked) {
    // A file server adds a slash to the address of a folder: the page was seen there.
    const kept =
      (await caches.match(one, { cacheName: SEEN })) ??
      (pages.includes(one) ? await serwist.matchPrecache(`${one}${KEPT}${version}`) : undefined);
    if (kept) return kept;
  }
  const [list, shell] = await Promise.all([
    serwist.matchPrecache(reports),
    serwist.matchPrecache(`${frame}${KEPT}${version}`),
  ]);
  if (!list || !shell) return Response.error();
  const html = offlinePage(
    path.slice(basePath.length),
    await list.text(),
    basePath,
    await shell.clone().text(),
  );
  return new Response(html ?? absentPage(await shell.text()), {
    status: html ? 200 : 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

/** Texts of documents, out of the parts that are kept of their index; null where one is not, or not whole. */
async function textsOf(url: URL): Promise<Response | null> {
  const documents = (url.searchParams.get('d') ?? '').split(',').map(Number);
  const parts = new Map<number, TextRow[]>();
  for (const part of new Set(documents.map((doc) => Math.floor(doc / textsInPart)))) {
    const kept = await caches.match(url.pathname.replace(/\.json$/, `/${part}.json`));
    if (!kept) return null;
    try {
      parts.set(part, openRows(await kept.text()));
    } catch {
      return null;
    }
  }
  const rows = documents.map((doc) => parts.get(Math.floor(doc / textsInPart))?.[doc % textsInPart]);
  return rows.every((row) => row !== undefined) ? Response.json(sealRows(rows)) : null;
}

/** Pages seen in other versions go when this one takes over. */
async function forgetOthers(): Promise<void> {
  for (const name of await caches.keys()) {
    if (!name.startsWith('da-xem-') || name === SEEN) continue;
    await new CacheExpiration(name, SEEN_AT_MOST).delete();
    await caches.delete(name);
  }
}
