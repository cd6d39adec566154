/**
 * Who may come to the desk: the person at this machine who holds the address that `npm run desk` printed.
 *
 *   EDIT=1 and DESK_TOKEN   else there is no desk (a public build has not even its pages: `next.config.js`)
 *   Host                    a loopback name: no other site's name may be pointed at this machine
 *   cookie                  the token; set by the printed address, sent by this site's pages alone
 *   Origin, Sec-Fetch-Site  of whatever changes something: this site
 */
import { timingSafeEqual } from 'node:crypto';

export const DESK_PATH = '/ban-bien-tap';
export const DESK_COOKIE = 'ban-bien-tap';

/** `off`: as if there were no desk. `locked`: the token is missing or wrong. `foreign`: another site asks. */
export type Standing = 'open' | 'off' | 'locked' | 'foreign';

/** How a request stands. `token`: what it shows as its token, from the cookie unless given. */
export function standingOf(
  { method, headers }: Pick<Request, 'method' | 'headers'>,
  token = cookieOf(headers),
): Standing {
  const { EDIT, DESK_TOKEN } = process.env;
  if (EDIT !== '1' || !DESK_TOKEN) return 'off';
  const host = headers.get('host') ?? '';
  if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host)) return 'foreign';
  if (method !== 'GET' && method !== 'HEAD') {
    const origin = headers.get('origin');
    const site = headers.get('sec-fetch-site');
    if (origin !== `http://${host}` || (site !== null && site !== 'same-origin')) return 'foreign';
  }
  return isSame(token, DESK_TOKEN) ? 'open' : 'locked';
}

function cookieOf(headers: Headers): string {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return cookies.find(([name]) => name === DESK_COOKIE)?.[1] ?? '';
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
