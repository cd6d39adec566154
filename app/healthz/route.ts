import { currentSnapshot, snapshotHealth } from '@/lib/search/snapshot';

export const dynamic = 'force-dynamic';

/** `GET /healthz`: which index the server answers from, since when, and what keeps it from a newer one. 503 without any. */
export async function GET(): Promise<Response> {
  const failure = await currentSnapshot().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const health = { ...snapshotHealth(), ...(failure ? { trouble: failure } : {}) };
  return Response.json(health, { status: failure ? 503 : 200, headers: { 'Cache-Control': 'no-store' } });
}
