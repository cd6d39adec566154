/**
 * What stands before Next: refuses what Next would fail on, believes no header that anybody can forge, bounds one
 * client's share, has addresses wait in turn, signs the inline scripts of pages by their hashes, compresses, gives again
 * what was answered already, and says in plain words when something broke.
 *
 *   request ─ method, address, headers ─ share ─ kept? ─ turn ─> Next ─> policy, compression, words for a 500 ─> answer
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import { contentSecurityPolicy } from '../../security-headers.js';
import { catalogueVersion, Kept } from './kept.js';
import { rateLimit } from './limit.js';
import { plainAddress } from './settings.js';
import { Turns } from './turns.js';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
];
/** What Next's own parts say to each other; from outside it can only mislead. */
const INTERNAL = /^x-(?:middleware|nextjs|matched-path|invoke|now-route)/;
const COMPRESSIBLE =
  /^(?:text\/|application\/(?:json|javascript|xml|atom\+xml|manifest\+json|.*\+xml|.*\+json)|image\/svg)/;
/** Their answers are short: what other routes send as JSON may be a whole catalogue, and streams. */
const API = /^[^?]*\/api\//;
/** Files of the build cost nothing; pictures have a queue of their own, and one that stands in where it is full. */
const NO_TURN = /^[^?]*\/(?:_next\/static|anh)\//;
/** Smaller answers gain nothing, bytes. */
const LEAST_COMPRESSED = 1000;
/** Brotli's 0-11, for what is compressed while somebody waits. */
const QUALITY = 4;
/** Longest address that a redirect names, bytes: more headers than this are more than proxies and programs take. */
const LONGEST_LOCATION = 8_000;
const HSTS = 'max-age=63072000; includeSubDomains';

/**
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} handle Next
 * @param {import('./settings.js').Settings} settings
 * @param {() => string | null} version of the catalogue that answers are made from; null: not known, and none is kept
 * @returns {import('node:http').RequestListener}
 */
export function guarded(handle, settings, version = catalogueVersion) {
  const waitOf = rateLimit(settings.rate);
  const kept = new Kept(settings.keptFor, version);
  const turns = new Turns(settings.places);
  return async (request, response) => {
    if (settings.https) response.setHeader('Strict-Transport-Security', HSTS);
    const { method = '', url = '/' } = request;
    if (!METHODS.has(method)) return say(response, 405, 'Không nhận cách hỏi này.', { Allow: 'GET, HEAD' });
    if (!isReadable(url)) return say(response, 400, 'Địa chỉ viết sai.');
    if (!isKnownRsc(request.headers)) return say(response, 400, 'Yêu cầu viết sai.');
    const client = trustedClient(request, settings.proxies);
    for (const name of Object.keys(request.headers)) if (INTERNAL.test(name)) delete request.headers[name];
    const wait = url.startsWith('/_next/static/') ? 0 : waitOf(client, performance.now());
    if (wait > 0)
      return say(response, 429, 'Máy của bạn hỏi quá nhiều trong một lúc. Xin đợi ít giây rồi thử lại.', {
        'Retry-After': String(Math.ceil(wait)),
      });
    const encoding = encodingOf(request.headers['accept-encoding']);
    // Routes that compress by themselves read it too.
    if (encoding) request.headers['accept-encoding'] = encoding;
    else delete request.headers['accept-encoding'];
    const key = kept.keyOf(request);
    const again = () => {
      const answer = key === null ? null : kept.get(key, performance.now());
      if (answer) sayAgain(response, answer);
      return answer !== null;
    };
    if (again()) return;
    const leave = NO_TURN.test(url) ? () => {} : await turns.take(client, response);
    if (!leave) return;
    if (again()) return leave();
    const begun = version();
    finish(
      response,
      method,
      encoding,
      key === null ? null : (body) => kept.put(key, begun, response.getHeaders(), body, performance.now()),
      leave,
    );
    try {
      await handle(request, response);
    } catch (error) {
      console.error(
        `serve: ${method} ${JSON.stringify(url.slice(0, 200))}: ${error instanceof Error ? error.stack : error}`,
      );
      if (response.headersSent) response.destroy();
      else broken(response);
    }
  };
}

/**
 * Who asks: the peer, or, where the peer is a trusted proxy, the last address in X-Forwarded-For that is none. Headers
 * of a peer that is not trusted are taken away, so that nobody downstream believes them.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {ReadonlySet<string>} proxies
 */
function trustedClient(request, proxies) {
  const peer = plainAddress(request.socket.remoteAddress);
  if (!proxies.has(peer)) {
    for (const name of FORWARDED) delete request.headers[name];
    return peer;
  }
  const chain = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => plainAddress(part.trim()));
  return chain.findLast((address) => address !== '' && !proxies.has(address)) ?? peer;
}

/** @param {string} url */
function isReadable(url) {
  if (!url.startsWith('/')) return false;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/**
 * Next fails on a router state that it cannot parse.
 *
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
function isKnownRsc({ rsc, 'next-router-state-tree': tree }) {
  if (rsc !== undefined && rsc !== '1') return false;
  if (tree === undefined) return true;
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(String(tree))));
  } catch {
    return false;
  }
}

/**
 * The best encoding that an Accept-Encoding header takes; one with `q=0` it refuses.
 *
 * @param {string | string[] | undefined} accepted
 * @returns {'br' | 'gzip' | null}
 */
export function encodingOf(accepted = '') {
  const taken = new Set(
    String(accepted)
      .split(',')
      .map((part) =>
        part
          .trim()
          .toLowerCase()
          .split(/\s*;\s*q\s*=\s*/),
      )
      .filter(([, weight]) => weight === undefined || Number(weight) > 0)
      .map(([name]) => name),
  );
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : null;
}

/**
 * Makes an answer of Next whole while it is sent: pages are held until their end, so that the policy can name their
 * inline scripts, and so is what is kept; everything else goes on as it comes.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {string} method
 * @param {'br' | 'gzip' | null} encoding
 * @param {((body: Buffer) => void) | null} keep takes a page or an answer of an API as it is sent
 * @param {() => void} made is called when Next has made it
 */
function finish(response, method, encoding, keep, made) {
  const own = { writeHead: response.writeHead, write: response.write, end: response.end };
  /** @type {'page' | 'data' | 'stream' | 'plain' | 'broken' | 'too long' | null} */
  let way = null;
  /** @type {Buffer[]} */
  const held = [];
  /** @type {import('node:zlib').Gzip | import('node:zlib').BrotliCompress | null} */
  let packer = null;

  const choose = () => {
    if (way !== null) return;
    const type = String(response.getHeader('content-type') ?? '');
    const status = response.statusCode;
    // Next's, for browsers of before: the address a second time.
    response.removeHeader('refresh');
    if (status === 500) way = 'broken';
    else if (String(response.getHeader('location') ?? '').length > LONGEST_LOCATION) way = 'too long';
    else if (status === 304 || method === 'HEAD') way = 'plain';
    else if (keep && status === 200 && API.test(response.req.url ?? '') && /^application\/json/.test(type))
      way = 'data';
    else if (response.hasHeader('content-encoding')) way = 'plain';
    else if (/^text\/html/.test(type)) way = 'page';
    else if (
      encoding &&
      COMPRESSIBLE.test(type) &&
      !(Number(response.getHeader('content-length')) < LEAST_COMPRESSED)
    )
      way = 'stream';
    else way = 'plain';
    // The headers of the page that the browser has already stay with it.
    if (status === 304) response.removeHeader('content-security-policy');
    // An empty answer about the method, on a route that compresses what it has to say.
    if (status === 405) response.removeHeader('content-encoding');
    if (method === 'HEAD' && /^text\/html/.test(type) && !isSigned(response))
      response.setHeader('Content-Security-Policy', contentSecurityPolicy(''));
    // The address once more, for Next's own parts: a long one would be more than a proxy takes.
    response.removeHeader('x-middleware-rewrite');
    if (way !== 'stream') return;
    vary(response);
    response.setHeader('Content-Encoding', String(encoding));
    response.removeHeader('content-length');
    const stream =
      encoding === 'br'
        ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
        : createGzip();
    packer = stream;
    stream.on('data', (part) => {
      if (own.write.call(response, part)) return;
      stream.pause();
      response.once('drain', () => stream.resume());
    });
    stream.on('drain', () => response.emit('drain'));
    stream.on('end', () => own.end.call(response));
    response.on('close', () => stream.destroy());
  };

  response.writeHead = /** @type {any} */ (
    (/** @type {number} */ status, /** @type {unknown[]} */ ...rest) => {
      response.statusCode = status;
      const headers = rest.find((part) => typeof part === 'object' && part !== null);
      for (const [name, value] of Object.entries(headers ?? {}))
        if (value !== undefined) response.setHeader(name, /** @type {string} */ (value));
      choose();
      return way === 'plain' || way === 'stream' ? own.writeHead.call(response, status) : response;
    }
  );
  response.flushHeaders = () => {};
  response.write = /** @type {any} */ (
    (/** @type {any} */ chunk, /** @type {any} */ coding, /** @type {any} */ done) => {
      choose();
      const after = typeof coding === 'function' ? coding : done;
      if (way === 'plain') return own.write.call(response, chunk, coding, done);
      if (way === 'stream') return packer?.write(chunk, after) ?? true;
      if (way === 'page' || way === 'data') held.push(Buffer.from(chunk));
      after?.();
      return true;
    }
  );
  response.end = /** @type {any} */ (
    (/** @type {any} */ chunk, /** @type {any} */ coding, /** @type {any} */ done) => {
      made();
      choose();
      const last = typeof chunk === 'function' ? undefined : chunk;
      const after = [chunk, coding, done].find((part) => typeof part === 'function');
      if (after) response.once('finish', after);
      if (way === 'plain') return own.end.call(response, last);
      if (way === 'stream') {
        packer?.end(last);
        return response;
      }
      response.write = own.write;
      response.end = own.end;
      response.writeHead = own.writeHead;
      if (way === 'broken') broken(response);
      else if (way === 'too long') instead(response, 414, 'Địa chỉ quá dài nên không chuyển tiếp được.');
      else {
        if (last) held.push(Buffer.from(last));
        const body = Buffer.concat(held);
        if (way === 'page') sign(response, body);
        void sendWhole(response, body, encoding, isWorthKeeping(response, body) ? keep : null);
      }
      return response;
    }
  );
}

/**
 * Gives a page the policy that names its inline scripts: of a page signed by a nonce those that bear it, of one of our
 * own writing all. So a page can be kept, and what somebody put into an address still does not run.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {Buffer} html
 */
function sign(response, html) {
  const policy = String(response.getHeader('content-security-policy') ?? '');
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  if (nonce !== undefined)
    response.setHeader(
      'Content-Security-Policy',
      policy.replace(`'nonce-${nonce}'`, hashesOf(html.toString('utf8'), nonce)),
    );
  else if (!isSigned(response))
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(hashesOf(html.toString('utf8'))));
}

/**
 * Whether the same answer may be given again: found, everybody's, and without a part that failed (React marks it so).
 *
 * @param {import('node:http').ServerResponse} response
 * @param {Buffer} body
 */
function isWorthKeeping(response, body) {
  return response.statusCode === 200 && !response.hasHeader('set-cookie') && !body.includes('data-dgst="');
}

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

/**
 * Sends a whole answer, compressed where it is not yet; compressing is done beside what this process does meanwhile.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {Buffer} plain
 * @param {'br' | 'gzip' | null} encoding
 * @param {((body: Buffer) => void) | null} keep
 */
async function sendWhole(response, plain, encoding, keep) {
  let body = plain;
  vary(response);
  if (encoding && plain.length >= LEAST_COMPRESSED && !response.hasHeader('content-encoding')) {
    body =
      encoding === 'br'
        ? await brotliOf(plain, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
            },
          })
        : await gzipOf(plain);
    response.setHeader('Content-Encoding', encoding);
  }
  response.setHeader('Content-Length', body.length);
  keep?.(body);
  response.end(body);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {import('./kept.js').Answer} answer
 */
function sayAgain(response, { headers, body }) {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.end(body);
}

/**
 * Whether a page brings its policy: signed by a nonce, or without any script (the frame for other sites).
 *
 * @param {import('node:http').ServerResponse} response
 */
function isSigned(response) {
  return /'nonce-|^default-src 'none'/.test(String(response.getHeader('content-security-policy') ?? ''));
}

/**
 * Source expressions of the inline scripts of a page.
 *
 * @param {string} html
 * @param {string} [nonce] of those alone that bear it
 */
export function hashesOf(html, nonce) {
  const hashes = new Set();
  for (const [, attributes = '', script = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g))
    if (
      !/\bsrc=/.test(attributes) &&
      !/\btype="application\//.test(attributes) &&
      script !== '' &&
      (nonce === undefined || attributes.includes(`nonce="${nonce}"`))
    )
      hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [...hashes].join(' ');
}

/** @param {import('node:http').ServerResponse} response */
function vary(response) {
  const now = String(response.getHeader('vary') ?? '');
  if (!/accept-encoding/i.test(now))
    response.setHeader('Vary', now ? `${now}, Accept-Encoding` : 'Accept-Encoding');
}

/** Where a page failed so soon after the cluster did, it failed for that, ms. */
const TROUBLE_LASTS = 10_000;

/** @param {import('node:http').ServerResponse} response */
function broken(response) {
  const { clusterTroubleAt = Number.NEGATIVE_INFINITY } = /** @type {any} */ (globalThis);
  if (Date.now() - clusterTroubleAt < TROUBLE_LASTS) {
    response.setHeader('Retry-After', '30');
    return instead(
      response,
      503,
      'Máy tìm kiếm đang không trả lời, và trang này cần nó. Xin thử lại sau ít phút.',
    );
  }
  instead(response, 500, 'Máy chủ gặp lỗi nên chưa trả lời được. Xin thử lại sau ít phút.');
}

/**
 * Says something in place of the answer that was begun: its headers go.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function instead(response, status, text) {
  for (const name of ['content-encoding', 'content-length', 'etag', 'location']) response.removeHeader(name);
  say(response, status, text);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 * @param {Record<string, string>} [headers]
 */
function say(response, status, text, headers = {}) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(`${text}\n`);
}
