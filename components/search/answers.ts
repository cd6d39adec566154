import { at, IS_STATIC } from '@/lib/domain/edition';
import type { SearchResult } from '@/lib/search/result';
import type { Suggestion } from '@/lib/search/suggest';
import type { Kind, Question, Reply, ReplyTo } from './messages';

/** Wait before typing is sent to the server, while the browser's own index is not there, ms. */
export const ASK_SERVER_AFTER = 180;
/** The worker has so long, and the server where the worker could answer instead, ms. */
const ANSWER_WITHIN = 3_000;
/** After that the person is told, and the last way there is goes on being waited for: a slow connection is no broken one. */
const LAST_WITHIN = 10_000;

/** The server answers, but its search does not (lib/search/store.ts). */
export class SearchDown extends Error {}

/**
 * Who answers a search: the worker once its index is open, the server until then and whenever the worker fails.
 *
 *   idle ── prepare() ──> opening ──> ready      the worker answers
 *                            └──────> failed     the server answers; the person is told once
 *
 * Neither is waited for longer than its time; then the other is asked, and after its time the person is told. Where there is
 * no server (the static edition, no network), the worker is the only way: it has longer, and another search tries to open
 * its index anew. A catalogue too large for a phone is never loaded: then the server alone answers.
 */
export class Answers {
  #state: 'idle' | 'opening' | 'ready' | 'failed' = 'idle';
  #worker: Worker | null = null;
  #asked = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #number = 0;
  /** Settled once the worker has opened the index, or failed to. */
  #opened: Promise<unknown> = Promise.resolve();
  /** Ends the question for suggestions asked last: only the newest is of use. */
  #suggesting: AbortController | null = null;

  /**
   * @param indexAddress folder of the built index, with a slash at its end; null where the server alone answers
   * @param onFailure called once, when the index turns out to be missing or damaged
   */
  constructor(
    private readonly indexAddress: string | null,
    private readonly onFailure: () => void,
  ) {}

  /** Starts loading the index; does nothing the second time. */
  prepare(): void {
    if (this.#state !== 'idle' || this.indexAddress === null) return;
    this.#state = 'opening';
    try {
      this.#worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
    } catch {
      this.#fail();
      return;
    }
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#receive(data));
    this.#worker.addEventListener('error', () => this.#fail());
    this.#opened = this.#ask('open', new URL(at(this.indexAddress), location.origin).href).then(
      () => {
        this.#state = 'ready';
      },
      () => this.#fail(),
    );
  }

  /** True once the browser itself answers. */
  get local(): boolean {
    return this.#state === 'ready';
  }

  /**
   * Answers a query string.
   * @param onLate called where every way has had its time and the last one is still waited for
   * @throws SearchDown where the server's search does not answer; Error when neither worker nor server can, or not in time.
   */
  async search(query: string, signal: AbortSignal, onLate: () => void): Promise<SearchResult> {
    // A text that does not come, for one: the server has it. Addresses are looked for among all texts, which it has.
    const address = /^q=https?%3A/i.test(query);
    if (IS_STATIC) return this.#onDevice(query, onLate);
    const local = this.local && !address ? await this.#inTime(query).catch(() => null) : null;
    if (local) return local;
    const asked = this.#server(query, signal);
    try {
      return await within(ANSWER_WITHIN, asked);
    } catch {
      // Opened meanwhile, or only slow a moment ago.
      const again = !signal.aborted && this.local ? await this.#inTime(query).catch(() => null) : null;
      if (again) return again;
      return late(onLate, asked).catch((error: unknown) => {
        // No server: the index may be on this device.
        if (signal.aborted || this.indexAddress === null) throw error;
        return this.#onDevice(query, onLate).catch(() => {
          throw error;
        });
      });
    }
  }

  /** The answer of the worker where there is no other way, once it has opened the index: tried anew where it had failed. */
  #onDevice(query: string, onLate: () => void): Promise<SearchResult> {
    if (this.#state === 'failed') this.#state = 'idle';
    this.prepare();
    const answer = async () => {
      await this.#opened;
      if (!this.local) throw new Error('neither the server nor the index answers');
      return within(LAST_WITHIN, this.#ask('search', query));
    };
    const asked = answer();
    return within(ANSWER_WITHIN, asked).catch(() => late(onLate, asked));
  }

  #inTime(query: string): Promise<SearchResult> {
    return within(ANSWER_WITHIN, this.#ask('search', query));
  }

  async #server(query: string, signal: AbortSignal): Promise<SearchResult> {
    const response = await fetch(at(`/api/search?${query}`), {
      signal: AbortSignal.any([signal, AbortSignal.timeout(LAST_WITHIN)]),
      headers: { Accept: 'application/json' },
    });
    if (response.status === 503) throw new SearchDown();
    if (!response.ok) throw new Error(`search: ${response.status}`);
    return response.json();
  }

  /** What the text of a query string might become: of the worker, and of the server until that is ready. */
  async suggest(query: string): Promise<Suggestion[]> {
    this.#suggesting?.abort();
    const asking = new AbortController();
    const { signal } = asking;
    this.#suggesting = asking;
    if (!this.local) await new Promise((resolve) => setTimeout(resolve, ASK_SERVER_AFTER));
    if (signal.aborted) return [];
    if (this.local) return this.#ask('suggest', query).catch(() => []);
    const response = await fetch(at(`/api/suggest?${query}`), { signal }).catch(() => null);
    return response?.ok ? response.json().catch(() => []) : [];
  }

  #ask<K extends Kind>(kind: K, asked: string): Promise<ReplyTo<K>> {
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      this.#asked.set(number, { resolve, reject });
      this.#worker?.postMessage({ number, kind, asked } satisfies Question);
    });
  }

  #receive(reply: Reply): void {
    const asked = this.#asked.get(reply.number);
    this.#asked.delete(reply.number);
    if ('error' in reply) asked?.reject(new Error(reply.error));
    else asked?.resolve(reply.value as never);
  }

  #fail(): void {
    if (this.#state === 'failed') return;
    this.#state = 'failed';
    this.#worker?.terminate();
    for (const { reject } of this.#asked.values()) reject(new Error('the worker has ended'));
    this.#asked.clear();
    this.onFailure();
  }
}

/** Waits on, and says so where there is something to wait for. */
function late<T>(onLate: () => void, coming: Promise<T>): Promise<T> {
  // What has failed already is known before the timer ends.
  const timer = setTimeout(onLate);
  return coming.finally(() => clearTimeout(timer));
}

/** What comes within so many ms; else it fails, and what comes later is not waited for. */
async function within<T>(ms: number, coming: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
