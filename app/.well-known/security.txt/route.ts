import { siteSettings } from '@/lib/site/settings';

/** How long what it says may be believed (RFC 9116 wants less than a year), ms. */
const VALID = 180 * 24 * 3600 * 1000;

/** `GET /.well-known/security.txt` (RFC 9116): whom to tell of a hole; 404 where the settings name nobody. */
export function GET(): Response {
  const { contact, address } = siteSettings();
  if (!contact) return new Response(null, { status: 404 });
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${new Date(Date.now() + VALID).toISOString()}`,
    'Preferred-Languages: vi, en',
    ...(address ? [`Canonical: ${new URL('/.well-known/security.txt', address)}`] : []),
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
}
