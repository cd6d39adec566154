import { openSearchDescription } from '@/lib/site/outputs/opensearch';
import { keptUnder, SITE_HEADERS, siteAddress } from '@/lib/site/outputs/site';

/** `GET /opensearch.xml`: how a browser's address bar searches here. */
export function GET(request: Request): Response {
  return new Response(openSearchDescription(siteAddress(request.headers)), {
    headers: {
      'Content-Type': 'application/opensearchdescription+xml; charset=utf-8',
      'Cache-Control': keptUnder('public, max-age=86400'),
      Vary: SITE_HEADERS,
    },
  });
}
