import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decode } from '../read/decode';
import { ARTICLE, redirect, send, serve, visitorHere } from './fixtures';
import { fetchPage } from './page';
import { Visitor } from './visitor';

const html = (body: string | Uint8Array, headers = {}) => send('text/html; charset=utf-8', body, headers);

describe('fetchPage', () => {
  it('gives the page, after redirects, as a file would hold it', async () => {
    const { origin } = await serve({ '/cu': redirect('/tin/1.html'), '/tin/1.html': html(ARTICLE) });
    const page = await fetchPage(`${origin}/cu`, visitorHere());
    expect(page.url).toBe(`${origin}/tin/1.html`);
    expect(page.name).toMatch(/^127\.0\.0\.1-\d+-tin-1\.html$/);
    expect(Buffer.from(page.bytes).toString()).toBe(ARTICLE);
  });

  it('unpacks what is sent compressed', async () => {
    const { origin } = await serve({ '/a': html(gzipSync(ARTICLE), { 'Content-Encoding': 'gzip' }) });
    expect(Buffer.from((await fetchPage(`${origin}/a`, visitorHere())).bytes).toString()).toBe(ARTICLE);
  });

  it.each([
    ['the header', 'text/html; charset=utf-16le', ''],
    ['a meta element', 'text/html', '<meta charset="utf-16">'],
  ])('believes the charset of %s where the bytes are not UTF-8', async (_, type, meta) => {
    const bytes = Buffer.from(`${meta}${ARTICLE}`, 'utf16le');
    const { origin } = await serve({ '/a': send(type, bytes) });
    const page = await fetchPage(`${origin}/a`, visitorHere());
    expect(decode(page.bytes).text).toContain('Ban Tuyên giáo Tỉnh ủy Hưng Yên');
  });

  it('does not believe a charset that cannot write Vietnamese', async () => {
    const { origin } = await serve({ '/a': send('text/html; charset=iso-8859-1', ARTICLE) });
    const page = await fetchPage(`${origin}/a`, visitorHere());
    expect(decode(page.bytes)).toMatchObject({ encoding: 'utf-8', text: ARTICLE });
  });

  it('takes an article with a login box for an article', async () => {
    const { origin } = await serve({
      '/a': html(ARTICLE.replace('<h1>', '<form><input type="password" name="p"></form><h1>')),
    });
    await expect(fetchPage(`${origin}/a`, visitorHere())).resolves.toBeTruthy();
  });

  const form =
    '<html><body><h1>Đăng nhập</h1><form><input name="u"><input type=password></form></body></html>';
  const endless = (encoding: string | null) => (response: import('node:http').ServerResponse) => {
    response.writeHead(200, {
      'Content-Type': 'text/html',
      ...(encoding && { 'Content-Encoding': encoding }),
    });
    const body = encoding ? createGzip() : response;
    if (body !== response) body.pipe(response);
    const more = () => {
      while (!response.destroyed && body.write(Buffer.alloc(1 << 16)));
      if (!response.destroyed) body.once('drain', more);
    };
    more();
  };
  it.each([
    ['a form for a password', { '/a': html(form) }, 'login'],
    ['a redirect to one', { '/a': redirect('/dang-nhap?ve=a'), '/dang-nhap?ve=a': html(ARTICLE) }, 'login'],
    ['a picture', { '/a': send('image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47])) }, 'unreadable'],
    ['a declared 200 MB', { '/a': html('x', { 'Content-Length': String(200 << 20) }) }, 'too-large'],
    ['a page that never ends', { '/a': endless(null) }, 'too-large'],
    ['a bomb', { '/a': endless('gzip') }, 'too-large'],
    ['a page that is not there', {}, 'refused'],
    ['a broken site', { '/a': (response) => response.writeHead(500).end() }, 'refused'],
    ['a redirect to a private address', { '/a': redirect('http://10.0.0.1/') }, 'private'],
    ['a redirect to this machine by another name', { '/a': redirect('http://[::1]/') }, 'private'],
    ['a redirect to a file', { '/a': redirect('file:///etc/hosts') }, 'address'],
    ['redirects without end', { '/a': redirect('/a') }, 'refused'],
    ['a connection that is cut', { '/a': (response) => response.destroy() }, 'unreachable'],
  ] as [string, Parameters<typeof serve>[0], string][])('refuses %s', async (_, paths, code) => {
    const { origin } = await serve(paths);
    await expect(fetchPage(`${origin}/a`, visitorHere())).rejects.toMatchObject({ code });
  });

  it.each([
    ['never answers', () => {}],
    ['never ends', (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).write('<p>')],
  ] as [string, (response: import('node:http').ServerResponse) => void][])(
    'gives up on a page that %s',
    async (_, answer) => {
      const { origin } = await serve({ '/a': answer });
      await expect(fetchPage(`${origin}/a`, visitorHere(0, 300))).rejects.toMatchObject({ code: 'timeout' });
    },
  );

  it.each([
    'http://127.0.0.1:9/a',
    'http://localhost:9/a',
    'http://[::ffff:127.0.0.1]/',
    'http://2130706433/',
  ])('asks nothing of %s, nor of its robots.txt', async (address) => {
    await expect(fetchPage(address, new Visitor())).rejects.toMatchObject({ code: 'private' });
  });

  it.each(['ftp://example.vn/a', 'javascript:alert(1)', 'http://a:b@example.vn/', 'tin tuc', ''])(
    'refuses %s as no address',
    async (address) => {
      await expect(fetchPage(address, new Visitor())).rejects.toMatchObject({ code: 'address' });
    },
  );
});

describe('robots.txt', () => {
  const paths = (robots: Parameters<typeof serve>[0]['x']) => ({
    '/robots.txt': robots ?? (() => {}),
    '/a': html(ARTICLE),
    '/b': redirect('/a'),
  });

  it('is asked for once, and kept on redirects too', async () => {
    const site = await serve(paths(send('text/plain', 'User-agent: *\nDisallow: /a\n')));
    const visitor = visitorHere();
    for (const path of ['/a', '/b'])
      await expect(fetchPage(site.origin + path, visitor)).rejects.toMatchObject({ code: 'robots' });
    expect(site.asked).toEqual(['/robots.txt', '/b']);
  });

  it('may name this robot', async () => {
    const site = await serve(paths(send('text/plain', 'User-agent: tra-cuu-bao-cao\nDisallow: /\n')));
    await expect(fetchPage(`${site.origin}/a`, visitorHere())).rejects.toMatchObject({ code: 'robots' });
  });

  it('forbids nothing where there is none', async () => {
    const { origin } = await serve({ '/a': html(ARTICLE) });
    await expect(fetchPage(`${origin}/a`, visitorHere())).resolves.toBeTruthy();
  });

  it('forbids everything where it fails', async () => {
    const { origin } = await serve(paths((response) => response.writeHead(503).end()));
    await expect(fetchPage(`${origin}/a`, visitorHere())).rejects.toMatchObject({ code: 'robots' });
  });

  it('that never comes ends the visit', async () => {
    const { origin } = await serve(paths(() => {}));
    await expect(fetchPage(`${origin}/a`, visitorHere(0, 300))).rejects.toMatchObject({ code: 'timeout' });
  });
});
