import { contentSecurityPolicy, SECURITY_HEADERS } from './security-headers.js';

const INDEX = '/chi-muc/:hash/catalogue.bin';
const acceptsBrotli = { type: 'header', key: 'accept-encoding', value: '.*\\bbr\\b.*' };
const acceptsGzip = { type: 'header', key: 'accept-encoding', value: '.*\\bgzip\\b.*' };

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Every crawler gets complete metadata before </head>: the default list lacks Zalo, Telegram and Viber.
  htmlLimitedBots: /.*/,
  async headers() {
    return [
      { source: '/:path*', headers: SECURITY_HEADERS },
      // The route of the index answers with bytes compressed at its build, by the same two rules. Next strips the
      // header that says so from what a route gives, and keeps it from here.
      { source: INDEX, has: [acceptsBrotli], headers: [{ key: 'Content-Encoding', value: 'br' }] },
      {
        source: INDEX,
        has: [acceptsGzip],
        missing: [acceptsBrotli],
        headers: [{ key: 'Content-Encoding', value: 'gzip' }],
      },
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
