/** What the environment says of the server's surroundings. */

/**
 * @typedef {object} Settings
 * @property {ReadonlySet<string>} proxies addresses whose X-Forwarded-… headers count
 * @property {number | null} rate requests a second of one address; 0 no limit; null: RATE_LIMIT is not set
 * @property {number} keptFor how long an answer is given again, ms; 0: none is
 * @property {number} places requests worked on at a time
 * @property {boolean} https browsers are told to come by https alone
 */

/** An answer of this process is of one snapshot, and would be right however old; minutes bound what was not thought of. */
const KEPT_FOR = 5 * 60_000;
/** Another index of a cluster is seen by those who ask it, so they are let through soon. */
const KEPT_OF_CLUSTER = 5_000;

/** While a cluster searches, this process has time for others. */
const PLACES_WITH_CLUSTER = 8;

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Settings}
 */
export function settingsFrom({ TRUSTED_PROXIES = '', RATE_LIMIT, HSTS, EDIT, SEARCH_BACKEND }) {
  const rate = Number(RATE_LIMIT);
  const inCluster = SEARCH_BACKEND === 'opensearch';
  return {
    proxies: new Set(
      TRUSTED_PROXIES.split(/[\s,]+/)
        .filter(Boolean)
        .map(plainAddress),
    ),
    rate: RATE_LIMIT && rate >= 0 && Number.isFinite(rate) ? rate : null,
    // The desk shows files as they are now.
    keptFor: EDIT === '1' ? 0 : inCluster ? KEPT_OF_CLUSTER : KEPT_FOR,
    places: inCluster ? PLACES_WITH_CLUSTER : 1,
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
