/** How the open API replies: JSON for any origin, an ETag, problems as RFC 9457 has them. */
import { createHash } from 'node:crypto';
import { keptUnder, SITE_HEADERS, siteAddress } from '../outputs/site';
import { ProblemError } from './answers';

/** Any page may read; nothing is kept of who does. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag',
};

/** The reply to `GET`: what `answer` gives, or 304, or the problem it throws. */
export async function reply(
  request: Request,
  answer: (params: URLSearchParams, site: URL) => Promise<object>,
): Promise<Response> {
  const headers = {
    ...CORS,
    'Cache-Control': keptUnder('public, max-age=60'),
    Vary: SITE_HEADERS,
    'X-Robots-Tag': 'noindex',
  };
  try {
    const body = JSON.stringify(
      await answer(new URL(request.url).searchParams, siteAddress(request.headers)),
    );
    return withTag(request, body, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return new Response(JSON.stringify(error.problem), {
      status: error.problem.status,
      headers: { ...headers, 'Content-Type': 'application/problem+json; charset=utf-8' },
    });
  }
}

/** The body under its ETag; 304 without it where the reader has that one. */
export function withTag(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  const all = { ...headers, ETag: tag };
  return known?.includes(tag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { headers: all });
}

/** The reply to `OPTIONS`, which browsers send ahead of a request with headers of its own. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match, Accept',
      'Access-Control-Max-Age': '86400',
    },
  });
}
