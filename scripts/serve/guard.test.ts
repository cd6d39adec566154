import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import {
  request as ask,
  createServer,
  type IncomingHttpHeaders,
  IncomingMessage,
  type RequestListener,
  ServerResponse,
} from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ClusterTrouble } from '../../lib/search/opensearch/cluster';
import { encodingOf, guarded, hashesOf } from './guard.js';
import { Kept } from './kept.js';
import { rateLimit } from './limit.js';
import { settingsFrom } from './settings.js';
import { Turns } from './turns.js';

/** A real server behind the guard, and what it saw; without a version nothing is kept. */
async function serve(
  handle: RequestListener,
  env: Record<string, string> = {},
  version: () => string | null = () => null,
) {
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer(
    guarded(
      async (request, response) => {
        seen.push({ ...request.headers });
        await handle(request, response);
      },
      settingsFrom(env),
      version,
    ),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const sent = ask({ host: '127.0.0.1', port, path, headers, method }).end();
    const [response] = await once(sent, 'response');
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part);
    return { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) };
  };
  return { get, seen };
}

const html =
  (text: string): RequestListener =>
  (_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(text);
  };
const PAGE = `<!doctype html><script>start(1)</script><script src="/a.js"></script><script type="application/ld+json">{}</script><p>${'chữ '.repeat(500)}</p>`;

describe('what Next would fail on', () => {
  it.each([
    ['TRACE', '/', {}, 405],
    ['GET', '/khong-co/%', {}, 400],
    ['GET', '/%ff', {}, 400],
    ['GET', '/', { RSC: '2' }, 400],
    ['GET', '/', { RSC: '1', 'Next-Router-State-Tree': '%5B%22' }, 400],
    ['GET', '/?q=%', {}, 200],
  ])('%s %s %o is answered %d', async (method, path, headers, status) => {
    const { get } = await serve(html(PAGE));
    expect((await get(path, headers as Record<string, string>, method)).status).toBe(status);
  });

  it('has words and no encoding that is not its own', async () => {
    const { get } = await serve((_, response) => {
      response.writeHead(500, { 'Content-Type': 'application/json', 'Content-Encoding': 'br' });
      response.end('half an ans');
    });
    const { status, headers, body } = await get('/api/search', { 'Accept-Encoding': 'br' });
    expect(status).toBe(500);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toMatch(/^Máy chủ gặp lỗi/);
  });

  it('is not redirected to an address that is more than headers hold', async () => {
    const { get } = await serve((request, response) => {
      const to = `${request.url?.replace('/?', '?')}`;
      response.writeHead(308, { Location: to, Refresh: `0;url=${to}` });
      response.end(to);
    });
    const short = await get('/xuat/?q=a');
    expect([short.status, short.headers.location, short.headers.refresh]).toEqual([
      308,
      '/xuat?q=a',
      undefined,
    ]);
    const long = await get(`/xuat/?q=${'a'.repeat(12_000)}`);
    expect([long.status, long.headers.location]).toEqual([414, undefined]);
    expect(long.body.toString()).toMatch(/quá dài/);
  });

  it('for want of the cluster says that, under 503', async () => {
    vi.stubGlobal('clusterTroubleAt', undefined);
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const { get } = await serve((_, response) => {
      new ClusterTrouble('no cluster');
      response.writeHead(500).end();
    });
    const { status, headers, body } = await get('/tong-quan');
    expect([status, headers['retry-after']]).toEqual([503, '30']);
    expect(body.toString()).toMatch(/^Máy tìm kiếm đang không trả lời/);
  });

  it('that throws is answered too', async () => {
    const { get } = await serve(() => {
      throw new Error('a fault made by this test');
    });
    expect((await get('/')).body.toString()).toMatch(/^Máy chủ gặp lỗi/);
  });
});

describe('headers that anybody can write', () => {
  const forged = {
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-For': '1.2.3.4',
    'x-middleware-subrequest': 'proxy',
  };
  it('never arrive', async () => {
    const { get, seen } = await serve(html(PAGE));
    await get('/', forged);
    expect(Object.keys(seen[0] ?? {}).filter((name) => name.startsWith('x-'))).toEqual([]);
  });

  it('count where the proxy that sent them is named', async () => {
    const { get, seen } = await serve(html(PAGE), { TRUSTED_PROXIES: '10.0.0.1, 127.0.0.1' });
    await get('/', forged);
    expect(seen[0]).toMatchObject({ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' });
    expect(seen[0]).not.toHaveProperty('x-middleware-subrequest');
  });
});

describe('one client', () => {
  it('is told to wait when it asks for too much', async () => {
    const { get } = await serve(html(PAGE), { RATE_LIMIT: '1' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => get('/')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(3);
    expect(refused[0]?.headers['retry-after']).toBe('1');
    expect(refused[0]?.body.toString()).toMatch(/Xin đợi/);
    expect((await get('/_next/static/a.js')).status).toBe(200);
  });

  it('behind a named proxy has a share of its own', async () => {
    const { get } = await serve(html(PAGE), { RATE_LIMIT: '1', TRUSTED_PROXIES: '127.0.0.1' });
    const from = (address: string) => get('/', { 'X-Forwarded-For': `6.6.6.6, ${address}` });
    await Promise.all(Array.from({ length: 10 }, () => from('1.1.1.1')));
    expect((await from('1.1.1.1')).status).toBe(429);
    expect((await from('2.2.2.2')).status).toBe(200);
  });

  it('gets its tokens back with time, and never more than its burst', () => {
    const waitOf = rateLimit(2);
    const tries = (now: number, count: number) =>
      Array.from({ length: count }, () => waitOf('1.2.3.4', now)).filter((wait) => wait === 0).length;
    expect(tries(0, 20)).toBe(12);
    expect(tries(1000, 20)).toBe(2);
    expect(tries(1_000_000, 20)).toBe(12);
  });

  it('of the network around is let be where nothing is set, one of the open network is not', () => {
    const waitOf = rateLimit(null);
    const refused = (address: string) =>
      Array.from({ length: 1000 }, () => waitOf(address, 0)).some((wait) => wait > 0);
    expect(['127.0.0.1', '10.1.2.3', '192.168.0.9', '::1'].filter(refused)).toEqual([]);
    expect(refused('203.0.113.5')).toBe(true);
  });
});

describe('a page', () => {
  it('names its inline scripts by their hashes and allows no other', async () => {
    const { get } = await serve(html(PAGE));
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy).toContain(`script-src 'self' 'sha256-`);
    expect(policy.match(/'sha256-/g)).toHaveLength(1);
    expect(policy).not.toContain('unsafe-inline');
    expect(hashesOf('<script>start(1)</script>')).toBe(hashesOf(PAGE));
  });

  it('signed by a nonce names the scripts that bear it, and none that came with the address', async () => {
    const own = '<script nonce="abc">start(2)</script>';
    const { get } = await serve((_, response) => {
      response.setHeader('Content-Security-Policy', "script-src 'self' 'nonce-abc'");
      html(`${own}<script>brought(1)</script><script nonce="ab">brought(2)</script>`)(_, response);
    });
    expect((await get('/')).headers['content-security-policy']).toBe(`script-src 'self' ${hashesOf(own)}`);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['gzip, br', brotliDecompressSync],
  ])('is sent as %s, the second time too', async (accepted, unpack) => {
    const { get } = await serve(html(PAGE));
    for (let time = 0; time < 2; time++)
      expect(unpack((await get('/', { 'Accept-Encoding': accepted })).body).toString()).toBe(PAGE);
  });

  it('streamed data are compressed as they come', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => `${row},một dòng\n`);
    const { get } = await serve(async (_, response) => {
      response.setHeader('Content-Type', 'text/csv; charset=utf-8');
      for (const row of rows) if (!response.write(row)) await once(response, 'drain');
      response.end();
    });
    const { body, headers } = await get('/xuat/bao-cao.csv', { 'Accept-Encoding': 'br' });
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(body).toString()).toBe(rows.join(''));
  });

  it('that has not changed keeps the policy it came with', async () => {
    const { get } = await serve((_, response) => {
      response.setHeader('Content-Security-Policy', "script-src 'self'");
      response.writeHead(304).end();
    });
    expect((await get('/')).headers).not.toHaveProperty('content-security-policy');
  });
});

describe('what was answered already', () => {
  const numbered = (type = 'text/html; charset=utf-8', status = 200, text = ''): RequestListener => {
    let count = 0;
    return (_, response) => {
      response.statusCode = status;
      response.setHeader('Content-Type', type);
      response.end(`${++count} ${text}`);
    };
  };
  const number = async (asked: Promise<{ body: Buffer }>) =>
    Number.parseInt((await asked).body.toString(), 10);

  it('is given again, with its headers, until there is another catalogue', async () => {
    let version = 'one';
    const { get, seen } = await serve(html(PAGE), {}, () => version);
    const first = await get('/?q=a', { 'Accept-Encoding': 'br' });
    const second = await get('/?q=a', { 'Accept-Encoding': 'br' });
    expect(seen).toHaveLength(1);
    const { date: _, ...headers } = first.headers;
    expect(second).toMatchObject({ status: 200, headers, body: first.body });
    version = 'two';
    await get('/?q=a', { 'Accept-Encoding': 'br' });
    expect(seen).toHaveLength(2);
  });

  it('is of one address, encoding, host and scheme, and of the whole answer', async () => {
    const { get } = await serve(numbered(), { TRUSTED_PROXIES: '127.0.0.1' }, () => 'one');
    const asked: [string, Record<string, string>][] = [
      ['/?q=a', {}],
      ['/?q=b', {}],
      ['/?q=a', { 'Accept-Encoding': 'gzip' }],
      ['/?q=a', { Host: 'bao-cao.example' }],
      ['/?q=a', { 'X-Forwarded-Host': 'bao-cao.example' }],
      ['/?q=a', { 'X-Forwarded-Proto': 'https' }],
      ['/?q=a', { RSC: '1' }],
      ['/?q=a', { 'If-None-Match': '"a"' }],
      ['/?q=a', { Range: 'bytes=0-1' }],
    ];
    for (const [at, [path, headers]] of asked.entries())
      expect(await number(get(path, headers))).toBe(at + 1);
    expect(await number(get('/?q=a'))).toBe(1);
  });

  it('is data of an API, and no other data', async () => {
    for (const [path, again] of [
      ['/api/search?q=a', 1],
      ['/goc/api/suggest?q=a', 1],
      ['/healthz', 2],
      ['/xuat/bao-cao.json?q=/api/', 2],
    ] as const) {
      const { get } = await serve(numbered('application/json'), {}, () => 'one');
      await get(path);
      expect(await number(get(path)), path).toBe(again);
    }
  });

  it('is none that failed, in whole or in part, nor one made while the catalogue changed', async () => {
    for (const listener of [
      numbered('text/html', 404),
      numbered('application/json', 503),
      numbered('text/html', 200, '<template data-dgst="1"></template>'),
    ]) {
      const { get } = await serve(listener, {}, () => 'one');
      await get('/api/x');
      expect(await number(get('/api/x'))).toBe(2);
    }
    let count = 0;
    const { get, seen } = await serve(html(PAGE), {}, () => String(count++));
    await get('/');
    await get('/');
    expect(seen).toHaveLength(2);
  });

  it('is nothing where files are edited', async () => {
    const { get } = await serve(numbered(), { EDIT: '1' }, () => 'one');
    await get('/');
    expect(await number(get('/'))).toBe(2);
  });

  it('takes no more than its share of memory, and what was asked for last stays', () => {
    const kept = new Kept(60_000, () => 'one');
    const body = Buffer.alloc(390_000);
    for (let at = 0; at < 200; at++) {
      kept.put(String(at), 'one', {}, body, 0);
      kept.get('0', 0);
    }
    const there = Array.from({ length: 200 }, (_, at) => at).filter((at) => kept.get(String(at), 0));
    expect(there.length).toBe(Math.floor((32 * 1024 * 1024) / (390_000 + 3_000 + 2)));
    expect(there.includes(0) && there.includes(199) && !there.includes(1)).toBe(true);
    expect(kept.get('0', 60_001)).toBeNull();
  });
});

describe('an address that sends many', () => {
  /** Requests in the order in which their turn came, each with its end. */
  function queue() {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const turns = new Turns(8);
    const begun: { name: string; response: ServerResponse }[] = [];
    const gone: string[] = [];
    const ask = (address: string, name: string) => {
      const response = new ServerResponse(new IncomingMessage(new Socket()));
      void turns.take(address, response).then((leave) => {
        if (leave) begun.push({ name, response });
        else gone.push(name);
      });
      return response;
    };
    const settled = () => vi.advanceTimersByTimeAsync(0);
    return { ask, begun, gone, settled, names: () => begun.map(({ name }) => name) };
  }

  it('does not keep another waiting', async () => {
    const { ask, begun, settled, names } = queue();
    for (let at = 0; at < 20; at++) ask('1.1.1.1', `many ${at}`);
    ask('2.2.2.2', 'other');
    await settled();
    expect(begun).toHaveLength(8);
    for (let at = 0; at < 21; at++) {
      begun[at]?.response.emit('close');
      await settled();
    }
    expect(begun).toHaveLength(21);
    expect(names().indexOf('other')).toBe(9);
    expect(names().filter((name) => name !== 'other')).toEqual(
      Array.from({ length: 20 }, (_, at) => `many ${at}`),
    );
  });

  it('is not worked for once its reader has gone', async () => {
    const { ask, begun, gone, settled, names } = queue();
    for (let at = 0; at < 8; at++) ask('1.1.1.1', String(at));
    const typed = ask('1.1.1.1', 'typed on');
    ask('1.1.1.1', 'last');
    await settled();
    typed.destroy();
    begun[0]?.response.emit('close');
    await settled();
    expect(gone).toEqual(['typed on']);
    expect(names().at(-1)).toBe('last');
  });

  it('gets its turn in its own name, and so keeps nothing of the request before it', async () => {
    const { begun, settled } = queue();
    const turns = new Turns(1);
    const asking = new AsyncLocalStorage<string>();
    const names: (string | undefined)[] = [];
    for (const name of ['first', 'second', 'third'])
      asking.run(name, () => {
        const response = new ServerResponse(new IncomingMessage(new Socket()));
        // Asked for at the start of a turn, where the timer that ends it begins.
        const once = response.once.bind(response);
        response.once = (...args) => {
          names.push(asking.getStore());
          return once(...args);
        };
        begun.push({ name, response });
        void turns.take('1.1.1.1', response);
      });
    for (const { name, response } of begun) {
      asking.run(name, () => response.emit('close'));
      await settled();
    }
    expect(names).toEqual(['first', 'second', 'third']);
  });

  it('holds no place that it does not use', async () => {
    const { ask, begun, settled } = queue();
    for (let at = 0; at < 9; at++) ask('1.1.1.1', String(at));
    await settled();
    expect(begun).toHaveLength(8);
    await vi.advanceTimersByTimeAsync(200);
    expect(begun).toHaveLength(9);
    // What ends after it has given its place up does not free another's.
    for (const { response } of begun.slice(0, 8)) response.emit('close');
    for (let at = 0; at < 9; at++) ask('1.1.1.1', String(at));
    await settled();
    expect(begun).toHaveLength(9 + 7);
  });
});

describe('encodingOf', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip;q=0.5, br;q=0', 'gzip'],
    ['br;q=0', null],
    ['BR; q=1.0', 'br'],
    ['brotli', null],
    [undefined, null],
  ])('%s: %s', (accepted, encoding) => {
    expect(encodingOf(accepted)).toBe(encoding);
  });
});
