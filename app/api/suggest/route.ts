import { currentBackend } from '@/lib/search/backend';
import { keptFor, suggestions, unanswered } from '@/lib/search/store';

/** `GET /api/suggest?<query string>`: what the text of a search might become, as JSON; too short to compress. */
export async function GET(request: Request): Promise<Response> {
  try {
    const backend = await currentBackend();
    return Response.json(await suggestions(new URL(request.url).searchParams, backend), {
      headers: { 'Cache-Control': keptFor(backend), 'X-Robots-Tag': 'noindex' },
    });
  } catch (error) {
    const { body, status, headers } = unanswered(error);
    return new Response(body, { status, headers });
  }
}
