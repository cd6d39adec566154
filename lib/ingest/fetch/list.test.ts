import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { send, serve, visitorHere } from './fixtures';
import { addressesOf, readFeed, withWords } from './list';

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Tin</title><link>https://example.vn/</link>
<item><title><![CDATA[Giao ban báo chí & xuất bản]]></title><link>https://example.vn/1.html?a=1&amp;b=2</link></item>
<item><title>Hội nghị tuyên giáo</title><guid>/2.html</guid></item>
<item><title>Lạ</title><link>javascript:alert(1)</link></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title><link href="https://example.vn/"/>
<entry><title>Một</title><link rel="edit" href="/sua/1"/><link rel="alternate" href="/1.html"/></entry></feed>`;
const urlset = (...urls: string[]) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`;

async function read(paths: Parameters<typeof serve>[0]) {
  const { origin } = await serve(paths);
  const links = await readFeed(`${origin}/feed`, visitorHere());
  return links.map(({ url, title }) => [url.replace(origin, ''), title]);
}

describe('readFeed', () => {
  it('reads RSS', async () => {
    expect(await read({ '/feed': send('application/rss+xml', RSS) })).toEqual([
      ['https://example.vn/1.html?a=1&b=2', 'Giao ban báo chí & xuất bản'],
      ['/2.html', 'Hội nghị tuyên giáo'],
    ]);
  });

  it('reads Atom', async () => {
    expect(await read({ '/feed': send('application/atom+xml', ATOM) })).toEqual([['/1.html', 'Một']]);
  });

  it('reads an index of sitemaps, the compressed ones too, each address once', async () => {
    const index = `<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap><sitemap><loc>/s2.xml.gz</loc></sitemap></sitemapindex>`;
    expect(
      await read({
        '/feed': send('text/xml', index),
        '/s1.xml': send('text/xml', urlset('https://example.vn/a', 'https://example.vn/b')),
        '/s2.xml.gz': send(
          'application/gzip',
          gzipSync(urlset('https://example.vn/b', 'https://example.vn/c')),
        ),
      }),
    ).toEqual([
      ['https://example.vn/a', ''],
      ['https://example.vn/b', ''],
      ['https://example.vn/c', ''],
    ]);
  });

  it.each([
    ['a feed of nothing', send('text/xml', '<rss><channel><title>Tin</title></channel></rss>'), 'no-links'],
    ['a page', send('text/html', '<html><body>Tin</body></html>'), 'unreadable'],
    ['nothing', send('text/xml', ''), 'unreadable'],
    ['a bomb', send('application/gzip', gzipSync(Buffer.alloc(20 << 20))), 'too-large'],
    ['a damaged archive', send('application/gzip', gzipSync(RSS).subarray(0, 60)), 'broken'],
  ])('refuses %s', async (_, answer, code) => {
    await expect(read({ '/feed': answer })).rejects.toMatchObject({ code });
  });
});

describe('withWords', () => {
  const links = [
    { url: 'https://example.vn/hoi-nghi-tuyen-giao-1.html', title: '' },
    { url: 'https://example.vn/2', title: 'Ban TUYÊN GIÁO họp' },
    { url: 'https://example.vn/3', title: 'Tuyên truyền giáo dục' },
    { url: 'https://example.vn/4', title: 'Giao ban báo chí' },
  ];
  it.each([
    ['tuyên giáo', [0, 1]],
    ['tuyen giao', [0, 1]],
    ['tuyên giáo, báo chí', [0, 1, 3]],
    ['yên giáo', []],
    [' , ', []],
  ])('%s', (words, kept) => {
    expect(withWords(links, words)).toEqual(kept.map((index) => links[index]));
  });
});

describe('addressesOf', () => {
  it('takes a line an address, without remarks, blanks and repeats', () => {
    expect(addressesOf('# tin\r\nhttps://a.vn/1#b\n\nhttps://a.vn/2 # xem lại\nhttps://a.vn/1#b\n')).toEqual([
      'https://a.vn/1#b',
      'https://a.vn/2',
    ]);
  });
});
