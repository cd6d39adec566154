import { at, IS_STATIC } from '@/lib/domain/edition';
import type { SearchResult } from '@/lib/search/result';
import type { Suggestion } from '@/lib/search/suggest';
import type { Kind, Question, Reply, ReplyTo } from './messages';

/** Wait before typing is sent to the server, while the browser's own index is not there, ms. */
export const ASK_SERVER_AFTER = 180;
/** The worker has so long, and the server where the worker could answer instead, ms. */
const ANSWER_WITHIN = 3_000;
/** The last way there is has so long: a slow connection is no broken one. */
const LAST_WITHIN = 10_000;
/**
 * Who answers a search: the worker once its index is open, the server until then and whenever the worker fails.
 *
 *   idle ── prepare() ──> opening ──> ready      the worker answers
 *                            └──────> failed     the server answers; the person is told once
 *
 * Neither is waited for longer than its time; then the other is asked. Where there is no server (the static edition, no
 * network), the worker is the only way: it has longer, and another search tries to open its index anew. A catalogue too
 * large for a phone is never loaded: then the server alone answers.
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
   * @throws Error when neither the worker nor the server can, or not in time.
   */
  async search(query: string, signal: AbortSignal): Promise<SearchResult> {
    // A text that does not come, for one: the server has it. Addresses are looked for among all texts, which it has.
    const address = /^q=https?%3A/i.test(query);
    if (IS_STATIC) return this.#onDevice(query);
    const local = this.local && !address ? await this.#inTime(query).catch(() => null) : null;
    if (local) return local;
    const asked = this.#server(query, signal);
    try {
      return await within(ANSWER_WITHIN, asked);
    } catch {
      // Opened meanwhile, or only slow a moment ago.
      if (!signal.aborted && this.local) return this.#inTime(query).catch(() => asked);
      // No server: the index may be on this device.
      return asked.catch((error: unknown) => {
        if (signal.aborted) throw error;
        return this.#onDevice(query);
      });
    }
  }

  /** The answer of the worker where there is no other way, once it has opened the index: tried anew where it had failed. */
  async #onDevice(query: string): Promise<SearchResult> {
    if (this.#state === 'failed') this.#state = 'idle';
    this.prepare();
    await this.#opened;
    if (!this.local) throw new Error('neither the server nor the index answers');
    return within(LAST_WITHIN, this.#ask('search', query));
  }

  #inTime(query: string): Promise<SearchResult> {
    return within(ANSWER_WITHIN, this.#ask('search', query));
  }

  async #server(query: string, signal: AbortSignal): Promise<SearchResult> {
    const response = await fetch(at(`/api/search?${query}`), {
      signal: AbortSignal.any([signal, AbortSignal.timeout(LAST_WITHIN)]),
      headers: { Accept: 'application/json' },
    });
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
