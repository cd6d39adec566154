/**
 * Answers kept as they were sent: the same page or search asked for again costs no drawing, whoever asks. Each is of
 * one version of the catalogue and is given no more once there is another; nothing in them is of the person who asked.
 */

/** Bytes of bodies and headers kept, about; the answers asked for longest ago go first. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Larger answers are not kept, bytes: a page of results is some 32 KB compressed and 320 KB as it is. */
const LARGEST = 400_000;
/** Headers of one answer are some 2 KB in memory, and its place in the table is not free. */
const EACH = 3_000;

/** With these a request asks for something else than the whole answer. */
const ANOTHER_ANSWER = [
  'rsc',
  'next-router-prefetch',
  'next-router-state-tree',
  'next-router-segment-prefetch',
  'next-url',
  'if-none-match',
  'if-modified-since',
  'range',
  'authorization',
];
/** Addresses in a page may name the host that was asked for (lib/site/outputs/site.ts). */
const IN_KEY = ['host', 'x-forwarded-host', 'x-forwarded-proto'];
/** Headers that are of one answer alone. */
const OF_ONE_ANSWER = new Set(['x-request-id', 'date', 'connection', 'keep-alive', 'transfer-encoding']);

/** @typedef {{ headers: [string, number | string | string[]][], body: Buffer }} Answer */

/**
 * What the catalogue is answered from now: the snapshot of this process (lib/search/snapshot.ts) and, where searches
 * are a cluster's, its index (lib/search/opensearch/backend.ts). Null before anything was opened.
 */
export function catalogueVersion() {
  const { snapshotLive, clusterLive } = /** @type {any} */ (globalThis);
  const hash = snapshotLive?.current?.hash;
  return hash ? `${hash} ${clusterLive?.backend?.version ?? ''}` : null;
}

export class Kept {
  /** @type {Map<string, Answer & { version: string, until: number, bytes: number }>} */
  #answers = new Map();
  #bytes = 0;

  /**
   * @param {number} age how long an answer is given again, ms; 0: none is kept
   * @param {() => string | null} version what an answer is of, now
   */
  constructor(age, version = catalogueVersion) {
    this.age = age;
    this.version = version;
  }

  /**
   * Under what the answer to a request is kept; null where it is not to be.
   *
   * @param {import('node:http').IncomingMessage} request as the guard lets it through
   */
  keyOf({ method, url = '', headers }) {
    if (this.age === 0 || method !== 'GET' || url.startsWith('/_next/')) return null;
    if (ANOTHER_ANSWER.some((name) => headers[name] !== undefined)) return null;
    return JSON.stringify([
      url,
      headers['accept-encoding'] ?? '',
      ...IN_KEY.map((name) => headers[name] ?? ''),
    ]);
  }

  /**
   * @param {string} key
   * @param {number} now ms
   * @returns {Answer | null}
   */
  get(key, now) {
    const answer = this.#answers.get(key);
    if (!answer) return null;
    if (answer.version !== this.version() || answer.until < now) {
      this.#forget(key);
      return null;
    }
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  /**
   * Keeps an answer that was begun under a version, where that is the version still.
   *
   * @param {string} key
   * @param {string | null} version
   * @param {import('node:http').OutgoingHttpHeaders} headers
   * @param {Buffer} body
   * @param {number} now ms
   */
  put(key, version, headers, body, now) {
    const bytes = body.length + 2 * key.length + EACH;
    if (version === null || version !== this.version() || bytes > LARGEST) return;
    this.#forget(key);
    this.#answers.set(key, {
      headers: Object.entries(headers).flatMap(([name, value]) =>
        value === undefined || OF_ONE_ANSWER.has(name) ? [] : [[name, value]],
      ),
      body,
      version,
      until: now + this.age,
      bytes,
    });
    this.#bytes += bytes;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#forget(oldest);
    }
  }

  /** @param {string} key */
  #forget(key) {
    this.#bytes -= this.#answers.get(key)?.bytes ?? 0;
    this.#answers.delete(key);
  }
}
