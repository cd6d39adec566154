/** Many addresses, one after another, each host at its pace: while one host rests, another is asked. */
import { IngestFailure } from '../read/failure';
import { type FetchedPage, fetchPage } from './page';
import type { Visitor } from './visitor';

export type Visit =
  | { address: string; page: FetchedPage; failure: null }
  | { address: string; page: null; failure: IngestFailure };

/**
 * Fetches pages, those of one host in the order given. What fails is an answer like any other: the rest goes on.
 */
export async function* fetchPages(addresses: readonly string[], visitor: Visitor): AsyncGenerator<Visit> {
  const byHost = new Map<string, string[]>();
  for (const address of addresses) {
    const host = URL.canParse(address) ? new URL(address).host : '';
    const queue = byHost.get(host);
    if (queue) queue.push(address);
    else byHost.set(host, [address]);
  }
  const rest = ([address]: string[]) => visitor.wait(address ?? '');
  while (byHost.size > 0) {
    const [host, queue] = [...byHost].reduce((best, next) => (rest(next[1]) < rest(best[1]) ? next : best));
    const address = queue.shift() as string;
    if (queue.length === 0) byHost.delete(host);
    try {
      yield { address, page: await fetchPage(address, visitor), failure: null };
    } catch (error) {
      if (!(error instanceof IngestFailure)) throw error;
      yield { address, page: null, failure: error };
    }
  }
}
