import { suggestions } from '@/lib/search/store';

/** `GET /api/suggest?<query string>`: what the text of a search might become, as JSON; too short to compress. */
export async function GET(request: Request): Promise<Response> {
  return Response.json(await suggestions(new URL(request.url).searchParams), {
    headers: { 'Cache-Control': 'no-cache', 'X-Robots-Tag': 'noindex' },
  });
}
