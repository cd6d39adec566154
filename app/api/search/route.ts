import { currentBackend } from '@/lib/search/backend';
import { encode, encodingFor } from '@/lib/search/encoding';
import { answer, keptFor, unanswered } from '@/lib/search/store';

/** `GET /api/search?<query string>`: the result of a search as JSON. */
export async function GET(request: Request): Promise<Response> {
  try {
    const backend = await currentBackend();
    const result = await answer(new URL(request.url).searchParams, backend);
    const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
    return new Response(await encode(JSON.stringify(result), encoding), {
      headers: {
        'Content-Type': 'application/json',
        'Cache-Control': keptFor(backend),
        Vary: 'Accept-Encoding',
        'X-Robots-Tag': 'noindex',
      },
    });
  } catch (error) {
    const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
    const { body, status, headers } = unanswered(error);
    return new Response(await encode(body, encoding), { status, headers });
  }
}
