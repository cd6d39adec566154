import { encode, encodingFor } from '@/lib/search/encoding';
import { answer } from '@/lib/search/store';

/** `GET /api/search?<query string>`: the result of a search as JSON. */
export async function GET(request: Request): Promise<Response> {
  const result = await answer(new URL(request.url).searchParams);
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
