import { encode, encodingFor } from '@/lib/search/encoding';
import { suggestions } from '@/lib/search/store';

/** `GET /api/suggest?<query string>`: what the text of a search might become, as JSON. */
export async function GET(request: Request): Promise<Response> {
  const result = await suggestions(new URL(request.url).searchParams);
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
  return new Response(await encode(JSON.stringify(result), encoding), {
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Encoding',
      'X-Robots-Tag': 'noindex',
    },
  });
}
