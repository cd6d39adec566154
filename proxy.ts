import { type NextRequest, NextResponse } from 'next/server';
import { isSection, type Section, standingOf } from './lib/site/browse/address';
import { contentSecurityPolicy } from './security-headers';

export const config = {
  matcher: [
    '/',
    '/bao-cao/:name',
    '/van-ban/:name',
    '/dia-phuong/:name',
    '/anh/:path*',
    '/xuat/:path*',
    '/chi-muc/:path*',
  ],
};

/** Signs the scripts of the search page; says of a named page that it has moved, is gone or never was. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl;
  const [, section = '', name = ''] = pathname.split('/');
  if (pathname === '/') return signed(request);
  if (isSection(section)) return namedPage(section, decoded(name), request);
  // Next fails on a route whose address is not in UTF-8; there is none of that name.
  return isEncoded(pathname) ? NextResponse.next() : new NextResponse(null, { status: 404 });
}

/** Answers of the search page carry a policy with a nonce; Next reads it from the request and signs its scripts. */
function signed(request: NextRequest): Response {
  // The development server evaluates code and writes styles inline.
  if (process.env.NODE_ENV !== 'production') return NextResponse.next();
  const policy = contentSecurityPolicy(`'nonce-${btoa(crypto.randomUUID())}'`);
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/**
 * A page of Next cannot answer 410, and its 404 is blank until scripts run. So the page about a missing one is
 * fetched from this server itself and sent on under the right status.
 */
async function namedPage(section: Section, name: string, request: NextRequest): Promise<Response> {
  const standing = await standingOf(section, name);
  if (standing.is === 'here') return NextResponse.next();
  if (standing.is === 'moved') {
    const { search } = request.nextUrl;
    return NextResponse.redirect(new URL(standing.to + search, request.url), 308);
  }
  const self = `http://127.0.0.1:${process.env.PORT ?? 3000}`;
  const page = await fetch(`${self}/khong-co/${section}/${encodeURIComponent(name)}`).catch(() => null);
  // Without it the page itself says 404.
  if (!page?.ok) return NextResponse.next();
  return new NextResponse(page.body, {
    status: standing.is === 'withdrawn' ? 410 : 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}

function decoded(part: string): string {
  return isEncoded(part) ? decodeURIComponent(part) : part;
}

function isEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
