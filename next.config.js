import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy, SECURITY_HEADERS } from './security-headers.js';

/** Routes that compress what they answer. */
const COMPRESSED = ['/chi-muc/:hash/:file(catalogue\\.bin|texts\\.json)', '/api/search'];
const acceptsBrotli = { type: 'header', key: 'accept-encoding', value: '.*\\bbr\\b.*' };
const acceptsGzip = { type: 'header', key: 'accept-encoding', value: '.*\\bgzip\\b.*' };

/** @type {import('next').NextConfig} */
export default {
  cacheHandler: fileURLToPath(new URL('./page-cache.js', import.meta.url)),
  cacheMaxMemorySize: 0,
  // Shared caches may hold a page for minutes: a report withdrawn is gone everywhere within five.
  expireTime: 300,
  poweredByHeader: false,
  // Reads its WebAssembly from its own folder.
  serverExternalPackages: ['node-sqlite3-wasm'],
  // Every crawler gets complete metadata before </head>: the default list lacks Zalo, Telegram and Viber.
  htmlLimitedBots: /.*/,
  async headers() {
    return [
      { source: '/:path*', headers: SECURITY_HEADERS },
      // They choose by the same two rules (lib/search/encoding.ts). Next strips the header that says so from what a
      // route gives, and keeps it from here; it compresses pages by itself, routes never.
      ...COMPRESSED.flatMap((source) => [
        { source, has: [acceptsBrotli], headers: [{ key: 'Content-Encoding', value: 'br' }] },
        {
          source,
          has: [acceptsGzip],
          missing: [acceptsBrotli],
          headers: [{ key: 'Content-Encoding', value: 'gzip' }],
        },
      ]),
      ...(process.env.NODE_ENV === 'production'
        ? [
            {
              source: '/:path+',
              headers: [{ key: 'Content-Security-Policy', value: contentSecurityPolicy("'unsafe-inline'") }],
            },
          ]
        : []),
    ];
  },
};
