import { type NextRequest, NextResponse } from 'next/server';
import { isSection, type Section } from './lib/domain/paths';
import { standingOf } from './lib/site/browse/address';
import { currentHoldings, type Holdings } from './lib/site/browse/holdings';
import { contentSecurityPolicy } from './security-headers';

/** Everything but the files of the build and what says how the server stands. */
export const config = {
  matcher: '/((?!_next/|bieu-tuong/|icon.svg$|apple-icon.png$|favicon.ico$|healthz$).*)',
};

/** Signs the scripts of the search page; says of a named page that it has moved, is gone or never was. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl;
  // Next fails on a route whose address is not in UTF-8; there is none of that name.
  if (!isEncoded(pathname)) return plain(404, 'Không có trang này.');
  let holdings: Holdings;
  try {
    holdings = await currentHoldings();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return plain(503, 'Trang đang được cập nhật. Xin thử lại sau ít phút.', { 'Retry-After': '10' });
  }
  const [, section = '', name = '', rest] = pathname.split('/');
  if (ON_DEMAND.has(pathname)) return signed(request, 200);
  if (isSection(section) && name !== '' && rest === undefined)
    return namedPage(section, decodeURIComponent(name), holdings, request);
  return NextResponse.next();
}

/** Pages written for each request, of what is in its address. */
const ON_DEMAND: ReadonlySet<string> = new Set(['/', '/so-sanh', '/so-lieu', '/da-chon']);

/**
 * A page written on demand, the one asked for or another in its place, carries a policy with a nonce; Next reads it from
 * the request and signs its scripts, and the guard puts their hashes in its place (scripts/serve/guard.js).
 */
function signed(request: NextRequest, status: number, instead?: URL): Response {
  const go = (init: { request?: { headers: Headers } }) =>
    instead ? NextResponse.rewrite(instead, { ...init, status }) : NextResponse.next(init);
  // The development server evaluates code and writes styles inline.
  if (process.env.NODE_ENV !== 'production') return go({});
  const policy = contentSecurityPolicy(`'nonce-${btoa(crypto.randomUUID())}'`);
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = go({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/**
 * A page of Next cannot answer 410, and its 404 is blank until scripts run. So another page, the one about missing
 * ones, is written in its place, under the right status.
 */
function namedPage(section: Section, name: string, holdings: Holdings, request: NextRequest): Response {
  const standing = standingOf(section, name, holdings);
  if (standing.is === 'here') return NextResponse.next();
  const url = request.nextUrl.clone();
  if (standing.is === 'moved') {
    url.pathname = standing.to;
    return NextResponse.redirect(url, 308);
  }
  url.pathname = `/khong-co/${section}/${encodeURIComponent(name)}`;
  return signed(request, standing.is === 'withdrawn' ? 410 : 404, url);
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new NextResponse(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  });
}

function isEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
