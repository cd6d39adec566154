import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { standingOf } from './gate';

const TOKEN = 'a'.repeat(32);
beforeEach(() => {
  vi.stubEnv('EDIT', '1');
  vi.stubEnv('DESK_TOKEN', TOKEN);
});
afterEach(() => vi.unstubAllEnvs());

const asked = (headers: Record<string, string>, method = 'GET') => ({
  method,
  headers: new Headers({ host: '127.0.0.1:3000', cookie: `x=1; ban-bien-tap=${TOKEN}`, ...headers }),
});
const here = { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' };

describe('standingOf', () => {
  it('lets in who holds the token, at this machine', () => {
    for (const host of ['127.0.0.1:3000', 'localhost', '[::1]:80'])
      expect(standingOf(asked({ host }))).toBe('open');
    expect(standingOf(asked(here, 'POST'))).toBe('open');
  });

  it.each([{ EDIT: '' }, { EDIT: '0' }, { DESK_TOKEN: '' }])('is off with %o', (env) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(standingOf(asked({ cookie: 'ban-bien-tap=' }))).toBe('off');
  });

  it.each(['', `ban-bien-tap=${TOKEN}x`, 'ban-bien-tap=', `bien-tap=${TOKEN}`])(
    'stays locked for %s',
    (cookie) => {
      expect(standingOf(asked({ cookie }))).toBe('locked');
    },
  );

  it.each(['example.vn', 'localhost.example.vn', '127.0.0.1.example.vn', '192.168.1.2:3000', ''])(
    'is not reached by the name %s',
    (host) => expect(standingOf(asked({ host }))).toBe('foreign'),
  );

  it.each([
    {},
    { origin: 'http://example.vn' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:4000' },
    { ...here, 'sec-fetch-site': 'same-site' },
    { ...here, 'sec-fetch-site': 'cross-site' },
    { ...here, 'sec-fetch-site': 'none' },
  ])('takes no post with %o', (headers) => {
    expect(standingOf(asked(headers as Record<string, string>, 'POST'))).toBe('foreign');
  });
});
