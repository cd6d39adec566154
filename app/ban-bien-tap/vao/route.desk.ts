import { DESK_COOKIE, DESK_PATH, standingOf } from '@/lib/desk/gate';

/** The address that `npm run desk` prints: its token becomes a cookie, so that no address bar keeps it. */
export function GET(request: Request): Response {
  const token = new URL(request.url).searchParams.get('khoa') ?? '';
  if (standingOf(request, token) !== 'open') return new Response(null, { status: 404 });
  return new Response(null, {
    status: 303,
    headers: {
      Location: DESK_PATH,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'Set-Cookie': `${DESK_COOKIE}=${token}; Path=${DESK_PATH}; HttpOnly; SameSite=Strict`,
    },
  });
}
