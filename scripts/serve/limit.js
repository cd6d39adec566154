/**
 * One client's share: a token bucket for each address. Generous: a page with all its parts is some thirty requests,
 * those for files of the build do not count.
 */

/** Tokens a second where nothing is set. */
const RATE = 50;
/** Seconds' worth of tokens that an address may save. */
const BURST = 6;
/** Addresses remembered; the one not seen for longest goes first. */
const MOST = 20_000;

/**
 * @param {number | null} rate tokens a second; 0: no limit; null: `RATE`, for addresses of the open network alone,
 *   because one within may be a proxy that nobody has named, with everybody behind it
 * @returns {(address: string, now: number) => number} seconds until the address may ask again, 0 where it may now;
 *   `now` in ms
 */
export function rateLimit(rate) {
  if (rate === 0) return () => 0;
  const perSecond = rate ?? RATE;
  const full = perSecond * BURST;
  /** @type {Map<string, { tokens: number, at: number }>} */
  const buckets = new Map();
  return (address, now) => {
    if (rate === null && isWithin(address)) return 0;
    const { tokens, at } = buckets.get(address) ?? { tokens: full, at: now };
    const left = Math.min(full, tokens + ((now - at) / 1000) * perSecond);
    buckets.delete(address);
    buckets.set(address, { tokens: Math.max(0, left - 1), at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > MOST && oldest !== undefined) buckets.delete(oldest);
    return left >= 1 ? 0 : (1 - left) / perSecond;
  };
}

/**
 * An address of this machine or a private network.
 *
 * @param {string} address
 */
function isWithin(address) {
  return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd]|fe80)/i.test(address);
}
