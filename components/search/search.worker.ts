/** Searches in the browser, off the main thread, with the code and the index that the server uses. */
import { openCatalogue, type ReportText, TEXTS_PER_SHARD } from '@/lib/search/catalogue';
import { parseQuery } from '@/lib/search/query';
import { type SearchContext, search } from '@/lib/search/search';
import { suggest } from '@/lib/search/suggest';
import type { Kind, Question, Reply, ReplyTo } from './messages';

/** Suggestions shown at once: what fits above a phone's keyboard. */
const SUGGESTIONS = 6;

let context: SearchContext | null = null;

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const { number, kind, asked } = data;
  let reply: Reply;
  try {
    reply = { number, value: await answer(kind, asked) };
  } catch (error) {
    reply = { number, error: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
});

async function answer(kind: Kind, asked: string): Promise<ReplyTo<Kind>> {
  if (kind === 'open') {
    context = await openContext(asked);
    return true;
  }
  if (!context) throw new Error('the index is not open');
  const { catalogue } = context;
  const parsed = parseQuery(asked, catalogue.vocabulary);
  return kind === 'suggest' ? suggest(parsed.query, catalogue, SUGGESTIONS) : search(parsed, context);
}

/** @throws Error when the index cannot be fetched, IndexDamaged when what came is not whole. */
async function openContext(address: string): Promise<SearchContext> {
  const catalogue = openCatalogue(new Uint8Array(await (await get(`${address}catalogue.bin`)).arrayBuffer()));
  const shards = new Map<number, Promise<ReportText[]>>();

  const shard = (number: number): Promise<ReportText[]> => {
    const known = shards.get(number);
    if (known) return known;
    const coming = get(`${address}texts-${number}.json`)
      .then((response) => response.json() as Promise<[string | null, string][]>)
      .then((rows) => rows.map(([url, text]) => ({ url, text })));
    shards.set(number, coming);
    // What failed is asked for again next time.
    coming.catch(() => shards.delete(number));
    return coming;
  };

  const textOf = async (doc: number): Promise<ReportText> => {
    const text = (await shard(Math.floor(doc / TEXTS_PER_SHARD)))[doc % TEXTS_PER_SHARD];
    if (!text) throw new Error(`the index has no text of report ${doc}`);
    return text;
  };
  return { catalogue, texts: (documents) => Promise.all(documents.map(textOf)) };
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
