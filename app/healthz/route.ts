import { backendHealth } from '@/lib/search/backend';

export const dynamic = 'force-dynamic';

/** `GET /healthz`: which index the server answers from, since when, and what keeps it from a newer one. 503 without any. */
export async function GET(): Promise<Response> {
  const { health, failure } = await backendHealth();
  return Response.json(health, { status: failure ? 503 : 200, headers: { 'Cache-Control': 'no-store' } });
}
