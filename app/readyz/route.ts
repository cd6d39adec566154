import { answer } from '@/lib/search/store';

export const dynamic = 'force-dynamic';

/** `GET /readyz`: 200 once a search can be answered, 503 before. */
export async function GET(): Promise<Response> {
  const ready = await answer('').then(
    () => true,
    () => false,
  );
  return new Response(ready ? 'ready\n' : 'not ready\n', {
    status: ready ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
