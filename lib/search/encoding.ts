/**
 * How answers of the search travel. Next drops the header that says so from a route's answer and keeps it from
 * `next.config.js`, where the same two rules stand.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | null;

/** The best encoding that an Accept-Encoding header takes; null for none. */
export function encodingFor(accepted: string): Encoding {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

/** A text in an encoding, compressed as hard as an answer on demand can wait for. */
export async function encode(text: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(text);
  if (encoding === 'br') {
    return new Uint8Array(
      await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
    );
  }
  return new Uint8Array(encoding === 'gzip' ? await promisify(gzip)(bytes) : bytes);
}
