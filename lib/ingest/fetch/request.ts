/**
 * One polite request for one address, bounded in every way. A host is looked up once, and the address that was
 * checked is the one connected to: no name can point elsewhere in between.
 *
 *   address ─ scheme, credentials ─ look up, public? ─ connect ─ redirect? ─ again from the start
 *                                                        └ status, type, bytes up to the limit
 */
import { lookup as lookUp } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { IngestFailure } from '../read/failure';
import { isPublicIp } from './public';

/** Who asks. Sites that do not want it can name it in robots.txt. */
export const USER_AGENT = 'tra-cuu-bao-cao/1.0 (reads one page at a time for a catalogue of reports)';
/** The name that robots.txt is read for. */
export const ROBOT_NAME = 'tra-cuu-bao-cao';
/** Milliseconds for the whole of one request, redirects and body included. */
const TIME_LIMIT = 10_000;
/** Bytes of a body, as sent and as unpacked. */
export const SIZE_LIMIT = 10 * 1024 * 1024;
/** Redirects followed; browsers follow twenty, a page of a newspaper needs two. */
const MOST_REDIRECTS = 5;

export interface Fetched {
  /** The address that answered, after redirects. */
  url: string;
  bytes: Uint8Array;
  /** Media type in lower case without parameters; empty where none is said. */
  type: string;
  /** Charset of the header in lower case; null where none is said. */
  charset: string | null;
}

/** How requests are made; tests serve pages on this machine and say so. */
export interface Reach {
  /** Whether an IP address may be connected to. */
  allowed(ip: string): boolean;
  /** Milliseconds for one request. */
  timeLimit: number;
}

/** The server answered, but with no page. */
export class Refused extends IngestFailure {
  /** `status`: 0 where it was not the status that refused. */
  constructor(
    readonly status: number,
    what: string,
  ) {
    super('refused', `the server gave no page: ${what}`, 'open the address in a browser first');
  }
}

export const PUBLIC_REACH: Reach = { allowed: isPublicIp, timeLimit: TIME_LIMIT };

/**
 * Fetches one address.
 * @param allows asked of every address on the way, redirects too: robots.txt speaks for a host, not for a link
 * @throws IngestFailure `address`, `private`, `timeout`, `unreachable`, `refused` (a status that is no page), `robots`,
 *   `too-large`.
 */
export async function fetchAddress(
  address: string,
  reach: Reach = PUBLIC_REACH,
  allows: (url: URL) => Promise<boolean> = async () => true,
): Promise<Fetched> {
  const deadline = AbortSignal.timeout(reach.timeLimit);
  let url = checkedAddress(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!(await allows(url)))
      throw new IngestFailure(
        'robots',
        `${url.host} asks robots not to read this page`,
        'save the page by hand',
      );
    const response = await send(url, reach, deadline);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      if (!URL.canParse(headers.location, url)) throw new Refused(0, 'a redirect to no address');
      url = checkedAddress(new URL(headers.location, url).href);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new Refused(statusCode, `status ${statusCode}`);
    }
    const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
    const charset = /charset\s*=\s*"?([\w.:-]+)/.exec(parameters.join(';'))?.[1] ?? null;
    return { url: url.href, bytes: await bodyOf(response, deadline), type: type.trim(), charset };
  }
  throw new Refused(0, `more than ${MOST_REDIRECTS} redirects`);
}

/** @throws IngestFailure `address` for anything but a plain http or https address */
export function checkedAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new IngestFailure(
      'address',
      `${address.slice(0, 200)} is not the address of a page`,
      'give an http or https address',
    );
  return url;
}

function send(url: URL, reach: Reach, deadline: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Node looks no name up where the host is an IP address already.
  if (isIP(host) !== 0 && !reach.allowed(host)) throw notPublic(url);
  const lookup: LookupFunction = (name, options, done) =>
    lookUp(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      const fit = found.filter(({ address }) => reach.allowed(address));
      const [first] = fit;
      if (!first) return done(notPublic(url), '');
      return options.all ? done(null, fit) : done(null, first.address, first.family);
    });
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((done, failed) => {
    const asked = send(
      url,
      {
        lookup,
        signal: deadline,
        agent: false,
        headers: {
          'User-Agent': USER_AGENT,
          Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
          'Accept-Language': 'vi',
          'Accept-Encoding': 'gzip, deflate, br',
        },
      },
      done,
    );
    asked.on('error', (error) => failed(asFailure(error, url)));
    asked.end();
  });
}

async function bodyOf(response: IncomingMessage, deadline: AbortSignal): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > SIZE_LIMIT) {
    response.destroy();
    throw overSize();
  }
  const unpack = { gzip: createGunzip, br: createBrotliDecompress, deflate: createInflate }[
    (response.headers['content-encoding'] ?? '').toLowerCase().trim()
  ];
  const body: Readable = unpack ? pipeline(response, unpack(), () => {}) : response;
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > SIZE_LIMIT) throw overSize();
      parts.push(part);
    }
  } catch (error) {
    response.destroy();
    throw deadline.aborted ? tooSlow() : asFailure(error as NodeJS.ErrnoException);
  }
  return Buffer.concat(parts);
}

function asFailure(error: NodeJS.ErrnoException, url?: URL): IngestFailure {
  if (error instanceof IngestFailure) return error;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return tooSlow();
  return new IngestFailure(
    'unreachable',
    `${url?.host ?? 'the server'} cannot be reached (${error.code ?? error.message})`,
    'try again later, or save the page by hand',
  );
}

function tooSlow(): IngestFailure {
  return new IngestFailure(
    'timeout',
    'the page did not come in time',
    'try again later, or save the page by hand',
  );
}

function notPublic({ host }: URL): IngestFailure {
  return new IngestFailure('private', `${host} is not on the public internet`, 'save the page to a file');
}

function overSize(): IngestFailure {
  return new IngestFailure(
    'too-large',
    `the page has more than ${SIZE_LIMIT / 1024 / 1024} MB`,
    'save the article alone',
  );
}
