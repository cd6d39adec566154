/**
 * The headers that tell a browser what a page of this site may do. Everything comes from the site itself.
 *
 *   search page    scripts by the hashes of those that bear the nonce of this page's making: its address may hold any
 *                  text (`proxy.ts`, `scripts/serve/guard.js`)
 *   other pages    scripts by the hashes of what was written, which holds nothing that a visitor sent
 */

/**
 * @param {string} inlineScripts the source expressions under which inline scripts run; empty: none does
 * @returns {string} a Content-Security-Policy
 */
export function contentSecurityPolicy(inlineScripts) {
  return [
    "default-src 'self'",
    `script-src 'self' ${inlineScripts}`.trim(),
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer, for `next.config.js`. */
export const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];
