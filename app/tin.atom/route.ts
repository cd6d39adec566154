import { createHash } from 'node:crypto';
import { parseQuery } from '@/lib/search/query';
import { searchWhole } from '@/lib/search/search';
import { currentSnapshot } from '@/lib/search/snapshot';
import { atomFeed, FEED_LENGTH, feedQuery } from '@/lib/site/outputs/atom';
import { keptUnder, SITE_HEADERS, siteAddress } from '@/lib/site/outputs/site';

/** `GET /tin.atom?<query string>`: the newest reports of a search as an Atom feed. */
export async function GET(request: Request): Promise<Response> {
  const snapshot = await currentSnapshot();
  const { query } = parseQuery(new URL(request.url).searchParams, snapshot.catalogue.vocabulary);
  const { result, documents } = await searchWhole({ query: feedQuery(query), notices: [] }, snapshot);
  const reports = documents.slice(0, FEED_LENGTH).flatMap((doc) => snapshot.corpus.reports[doc] ?? []);
  const feed = atomFeed(result, reports, siteAddress(request.headers));

  // Readers ask again and again: most times nothing has changed.
  const tag = `"${createHash('sha256').update(feed).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'Content-Type': 'application/atom+xml; charset=utf-8',
    'Cache-Control': keptUnder('public, max-age=900'),
    ETag: tag,
    Vary: SITE_HEADERS,
  };
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  return known?.includes(tag)
    ? new Response(null, { status: 304, headers })
    : new Response(feed, { headers });
}
