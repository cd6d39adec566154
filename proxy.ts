import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './security-headers';

/** Answers of the search page carry a policy with a nonce; Next reads it from the request and signs its scripts. */
export function proxy(request: NextRequest): NextResponse {
  // The development server evaluates code and writes styles inline.
  if (process.env.NODE_ENV !== 'production') return NextResponse.next();
  const policy = contentSecurityPolicy(`'nonce-${btoa(crypto.randomUUID())}'`);
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = { matcher: '/' };
