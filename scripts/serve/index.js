/**
 * The server: Next behind a guard (guard.js). `node scripts/serve/index.js [-p PORT] [-H HOST]`
 *
 *   TRUSTED_PROXIES   addresses whose X-Forwarded-… headers count, comma between
 *   RATE_LIMIT        requests a second of one address, 0: no limit (see limit.js)
 *   HSTS=1            tells browsers to come by https alone
 */
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import next from 'next';
import { guarded } from './guard.js';
import { settingsFrom } from './settings.js';

/** Requests under way may end within so long after the signal to stop, ms. */
const DRAIN = 10_000;

const { values } = parseArgs({
  options: { port: { type: 'string', short: 'p' }, hostname: { type: 'string', short: 'H' } },
});
const port = Number(values.port ?? process.env.PORT ?? 3000);
const hostname = values.hostname ?? process.env.HOST;

// The name under which Next thinks of itself, whatever is listened on: it writes `localhost` for 127.0.0.1 in the address
// of a rewrite, takes another name for another server, and would lose the status of a missing or withdrawn page.
const app = next({ dev: false, hostname: 'localhost', port });
await app.prepare();
const server = createServer(
  { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 },
  guarded(app.getRequestHandler(), settingsFrom(process.env)),
);
server.on('error', (error) => {
  console.error(`serve: ${error.message}`);
  process.exit(1);
});
server.listen(port, hostname, () => console.log(`serve: http://${hostname ?? 'localhost'}:${port}`));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    // Idle connections go at once, those with a request under way after their answer.
    server.close(() => process.exit(0));
    setTimeout(() => {
      server.closeAllConnections();
      process.exit(0);
    }, DRAIN).unref();
  });
