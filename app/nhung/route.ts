import { answer, orSentence } from '@/lib/search/store';
import { EMBED_POLICY, embedPage } from '@/lib/site/outputs/embed';
import { SITE_HEADERS, siteAddress } from '@/lib/site/outputs/site';

/** `GET /nhung?<query string>`: a search to stand in another site's frame; the only page that may. */
export function GET(request: Request): Promise<Response> {
  return orSentence(frameFor(request));
}

async function frameFor(request: Request): Promise<Response> {
  const result = await answer(new URL(request.url).searchParams);
  return new Response(embedPage(result, siteAddress(request.headers)), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': EMBED_POLICY,
      'Cache-Control': 'public, max-age=60',
      Vary: SITE_HEADERS,
      'X-Robots-Tag': 'noindex',
    },
  });
}
