/**
 * Where Next keeps the pages it has made (`cacheHandler`): in memory, each under the snapshot it was made from. A page
 * is made when first asked for and served as it is until another index is opened; then every page, and every "there
 * is no such page", is made anew. Nothing is read from the build and nothing written to the disk.
 */

/** Bytes of HTML kept, about; the pages asked for longest ago go first. */
const MOST_BYTES = 64 * 1024 * 1024;

/** @typedef {{ hash: string, bytes: number, value: any, cacheControl: unknown }} Kept */
/** @type {Map<string, Kept>} */
const kept = new Map();
/** The snapshot that was current when a page was asked for and not found: a page is of it, or of a newer one. */
/** @type {Map<string, string>} */
const asked = new Map();
let bytes = 0;

/** The hash of the current snapshot (lib/search/snapshot.ts); empty before the first is opened. */
function currentHash() {
  return /** @type {any} */ (globalThis).snapshotLive?.current?.hash ?? '';
}

/** @param {string} key */
function forget(key) {
  bytes -= kept.get(key)?.bytes ?? 0;
  kept.delete(key);
}

export default class PageCache {
  /** @param {string} key */
  async get(key) {
    const hash = currentHash();
    const page = kept.get(key);
    if (page && hash !== '' && page.hash === hash) {
      kept.delete(key);
      kept.set(key, page);
      // Made of the current snapshot it is never stale, however old.
      return { lastModified: Date.now(), value: page.value, cacheControl: page.cacheControl };
    }
    forget(key);
    asked.set(key, hash);
    return null;
  }

  /**
   * @param {string} key
   * @param {any} value
   * @param {any} context
   */
  async set(key, value, context) {
    forget(key);
    const hash = asked.get(key) ?? currentHash();
    asked.delete(key);
    if (!value) return;
    const size = 2 * (value.html?.length ?? 0) + (value.rscData?.length ?? 0) + (value.body?.length ?? 0);
    kept.set(key, { hash, bytes: size, value, cacheControl: context?.cacheControl });
    bytes += size;
    for (const oldest of kept.keys()) {
      if (bytes <= MOST_BYTES) break;
      forget(oldest);
    }
  }

  async revalidateTag() {}

  resetRequestCache() {}
}
