/** Searches in the browser, off the main thread, with the code and the index that the server uses. */
import { parseQuery } from '@/lib/search/query';
import { openRemote } from '@/lib/search/remote';
import { type SearchContext, search } from '@/lib/search/search';
import { suggest } from '@/lib/search/suggest';
import type { Kind, Question, Reply, ReplyTo } from './messages';

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
    context = await openRemote(asked);
    return true;
  }
  if (!context) throw new Error('the index is not open');
  const { catalogue } = context;
  const parsed = parseQuery(asked, catalogue.vocabulary);
  return kind === 'suggest' ? suggest(parsed.query, catalogue) : search(parsed, context);
}
