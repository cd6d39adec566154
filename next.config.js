import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy, SECURITY_HEADERS } from './security-headers.js';

/**
 * The desk's pages are files `*.desk.ts(x)`: only a build for editing takes them for pages, so that no other has them.
 * It lies in a folder of its own.
 */
const EDITING = process.env.EDIT === '1';
const FOR_EDITING = { distDir: '.next-desk', pageExtensions: ['desk.tsx', 'desk.ts', 'tsx', 'ts'] };

/** Routes that compress what they answer. */
const COMPRESSED = [
  '/chi-muc/:hash/:file(catalogue\\.bin|texts\\.json)',
  '/chi-muc/:hash/texts/:part',
  '/api/search',
];
const acceptsBrotli = { type: 'header', key: 'accept-encoding', value: '.*\\bbr\\b.*' };
const acceptsGzip = { type: 'header', key: 'accept-encoding', value: '.*\\bgzip\\b.*' };

/** @type {import('next').NextConfig} */
export default {
  ...(EDITING ? FOR_EDITING : { pageExtensions: ['tsx', 'ts'] }),
  cacheHandler: fileURLToPath(new URL('./page-cache.js', import.meta.url)),
  cacheMaxMemorySize: 0,
  // Shared caches may hold a page for minutes: a report withdrawn is gone everywhere within five.
  expireTime: 300,
  basePath: process.env.BASE_PATH || undefined,
  trailingSlash: process.env.EDITION === 'static',
  // Known to the browser too: lib/domain/edition.ts.
  env: { BASE_PATH: process.env.BASE_PATH ?? '', EDITION: process.env.EDITION ?? 'server' },
  poweredByHeader: false,
  // Loading every page before the first is asked for took a sixth of a start.
  experimental: { preloadEntriesOnStart: false },
  // They load parts of themselves by name: WebAssembly, readers of raw pages.
  serverExternalPackages: [
    'node-sqlite3-wasm',
    'linkedom',
    '@mozilla/readability',
    'mammoth',
    'unpdf',
    '@opensearch-project/opensearch',
  ],
  // The guard compresses (scripts/serve/guard.js): it has to see a page before it is sent.
  compress: false,
  // No page has a picture that wants it, and it is a way to make the server work.
  images: { unoptimized: true },
  // Every crawler gets complete metadata before </head>: the default list lacks Zalo, Telegram and Viber.
  htmlLimitedBots: /.*/,
  async headers() {
    return [
      { source: '/:path*', headers: SECURITY_HEADERS },
      // They choose by the same two rules (lib/search/encoding.ts). Next strips the header that says so from what a
      // route gives, and keeps it from here; the guard leaves them as they are.
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
              // The frame for other sites has a policy of its own, stricter but for who may frame it (lib/site/outputs/embed.ts).
              source: '/:path((?!nhung$).+)',
              headers: [{ key: 'Content-Security-Policy', value: contentSecurityPolicy('') }],
            },
          ]
        : []),
    ];
  },
};
