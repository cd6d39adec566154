import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptUnder, siteAddress } from './site';

// Settings are read once a process: here, once a test.
beforeEach(() => vi.stubGlobal('tcbcSettings', undefined));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const of = (headers: Record<string, string>) => siteAddress(new Headers(headers)).origin;

test('the host of the request, as the nearest proxy passes it on', () => {
  expect(of({ host: 'bao-cao.example' })).toBe('http://bao-cao.example');
  expect(of({ host: 'localhost:3131' })).toBe('http://localhost:3131');
  expect(of({ host: '[::1]:3000' })).toBe('http://[::1]:3000');
  expect(
    of({ host: 'inner:3000', 'x-forwarded-host': 'a.example, b.example', 'x-forwarded-proto': 'https,http' }),
  ).toBe('https://a.example');
});

test('SITE_URL settles it', () => {
  vi.stubEnv('SITE_URL', 'https://bao-cao.example/');
  expect(of({ host: 'other.example' })).toBe('https://bao-cao.example');
  expect(siteAddress().origin).toBe('https://bao-cao.example');
});

test('a strange host or scheme is not believed', () => {
  expect(siteAddress().origin).toBe('http://localhost:3000');
  expect(of({ host: 'a.example/evil?x=' })).toBe('http://localhost:3000');
  expect(of({ host: 'user@evil.example' })).toBe('http://localhost:3000');
  expect(of({ host: 'a.example', 'x-forwarded-proto': 'javascript' })).toBe('http://a.example');
  expect(of({ host: 'a.example:99999' })).toBe('http://localhost:3000');
});

test('a setting that is no address stops the start', () => {
  vi.stubEnv('SITE_URL', 'bao-cao');
  expect(() => siteAddress()).toThrow(/SITE_URL "bao-cao": is not an http or https address/);
});

test('an answer that holds an address out of the request is kept by nobody', () => {
  expect(keptUnder('public, max-age=900')).toBe('no-store');
  vi.stubGlobal('tcbcSettings', undefined);
  vi.stubEnv('SITE_URL', 'https://bao-cao.example');
  expect(keptUnder('public, max-age=900')).toBe('public, max-age=900');
});
