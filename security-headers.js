/**
 * The headers that tell a browser what a page of this site may do. Everything comes from the site itself.
 *
 *   search page    scripts by a nonce, new for each answer: its address may hold any text (`proxy.ts`)
 *   other pages    written once, at the build, so that no nonce can be in them: inline scripts are allowed, and
 *                  nothing that a visitor sends is ever in their HTML
 */

/**
 * @param {string} inlineScripts the source expression under which inline scripts run
 * @returns {string} a Content-Security-Policy
 */
export function contentSecurityPolicy(inlineScripts) {
  return [
    "default-src 'self'",
    `script-src 'self' ${inlineScripts}`,
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
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];
