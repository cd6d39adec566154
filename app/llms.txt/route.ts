import { currentHoldings } from '@/lib/site/browse/holdings';
import { llmsText } from '@/lib/site/open/markdown';
import { keptUnder, SITE_HEADERS, siteAddress } from '@/lib/site/outputs/site';

/** `GET /llms.txt`: the site in short, for programs that read. */
export async function GET(request: Request): Promise<Response> {
  return new Response(llmsText(await currentHoldings(), siteAddress(request.headers)), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': keptUnder('public, max-age=300'),
      Vary: SITE_HEADERS,
    },
  });
}
