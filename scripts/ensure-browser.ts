/**
 * Finds a Chromium for the browser tests, or installs one: CHROMIUM_PATH, Playwright's own, the system's, else
 * Playwright's installer, else the system's package (as root, where apt is there).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Path of a browser that is there.
 * @throws Error when there is none and none could be installed.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  spawnSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' });
  const installed = findBrowser();
  if (installed) return installed;
  if (process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
  }
  const packaged = findBrowser();
  if (packaged) return packaged;
  throw new Error('no Chromium found and none could be installed: set CHROMIUM_PATH to one');
}

function findBrowser(): string | undefined {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is ${asked}, and nothing is there`);
  }
  return [chromium.executablePath(), ...SYSTEM].find((path) => existsSync(path));
}
