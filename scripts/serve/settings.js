/** What the environment says of the server's surroundings. */

/**
 * @typedef {object} Settings
 * @property {ReadonlySet<string>} proxies addresses whose X-Forwarded-… headers count
 * @property {number | null} rate requests a second of one address; 0 no limit; null: RATE_LIMIT is not set
 * @property {boolean} https browsers are told to come by https alone
 */

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Settings}
 */
export function settingsFrom({ TRUSTED_PROXIES = '', RATE_LIMIT, HSTS }) {
  const rate = Number(RATE_LIMIT);
  return {
    proxies: new Set(
      TRUSTED_PROXIES.split(/[\s,]+/)
        .filter(Boolean)
        .map(plainAddress),
    ),
    rate: RATE_LIMIT && rate >= 0 && Number.isFinite(rate) ? rate : null,
    https: HSTS === '1',
  };
}

/**
 * An address as it is written, an IPv4 one in IPv6 form included.
 *
 * @param {string | undefined} address
 * @returns {string}
 */
export function plainAddress(address = '') {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
