import { answer } from '@/lib/search/store';

/** `GET /api/search?<query string>`: the result of a search as JSON. */
export async function GET(request: Request): Promise<Response> {
  return Response.json(await answer(new URL(request.url).searchParams), {
    headers: { 'Cache-Control': 'no-cache', 'X-Robots-Tag': 'noindex' },
  });
}
