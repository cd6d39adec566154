import { defineConfig } from '@playwright/test';
import { ensureBrowser } from './scripts/ensure-browser';

const PORT = Number(process.env.PORT ?? 3111);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DESKTOP = { viewport: { width: 1280, height: 800 } };

/**
 * The folder of a static edition made with BASE_PATH=/bao-cao-tg: where it is set, that is tested, on a file server of
 * the tests' own, and the site's server is not needed.
 */
const { STATIC_OUT } = process.env;
/** Its first answer waits for the whole index, also on a busy machine: no server answers meanwhile. */
const STATIC_EDITION = { testMatch: /static-edition\.spec/, expect: { timeout: 20_000 } };
const STATIC = [
  { name: 'static edition, phone', use: PHONE, ...STATIC_EDITION },
  { name: 'static edition, desktop', use: DESKTOP, ...STATIC_EDITION },
];

/** Browser tests, on the pages that `npm run build` made. */
export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'vi-VN',
    // What a test sends in place of an answer must reach the page: its own copy would. Tests of offline use allow them.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: ensureBrowser(),
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: STATIC_OUT
    ? undefined
    : {
        command: `node scripts/serve/index.js -p ${PORT}`,
        port: PORT,
        reuseExistingServer: true,
        // The tests stand where a proxy would: they may say under which host the site is reached.
        env: { TRUSTED_PROXIES: '127.0.0.1,::1' },
      },
  projects: STATIC_OUT
    ? STATIC
    : [
        { name: 'phone', use: PHONE, testIgnore: /(no-script|served|desk|static-edition)\.spec/ },
        { name: 'desktop', use: DESKTOP, testIgnore: /(no-script|served|desk|static-edition)\.spec/ },
        { name: 'no script', use: { ...PHONE, javaScriptEnabled: false }, testMatch: /no-script\.spec/ },
        // It has a server of its own.
        { name: 'desk', use: DESKTOP, testMatch: /desk\.spec/ },
        // What the server sends: no page is opened.
        { name: 'served', testMatch: /served\.spec/ },
      ],
});
