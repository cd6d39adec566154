import { createHash } from 'node:crypto';
import { currentBackend, someReports } from '@/lib/search/backend';
import { parseQuery } from '@/lib/search/query';
import { orSentence } from '@/lib/search/store';
import { atomFeed, FEED_LENGTH, feedQuery } from '@/lib/site/outputs/atom';
import { keptUnder, SITE_HEADERS, siteAddress } from '@/lib/site/outputs/site';

/** `GET /tin.atom?<query string>`: the newest reports of a search as an Atom feed. */
export function GET(request: Request): Promise<Response> {
  return orSentence(feedFor(request));
}

async function feedFor(request: Request): Promise<Response> {
  const backend = await currentBackend();
  const { query } = parseQuery(new URL(request.url).searchParams, backend.vocabulary);
  const asked = { query: feedQuery(query), notices: [] };
  const result = await backend.answer(asked);
  const reports = await someReports(backend, asked, { most: FEED_LENGTH });
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
