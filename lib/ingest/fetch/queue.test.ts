import { describe, expect, it } from 'vitest';
import { ARTICLE, send, serve, visitorHere } from './fixtures';
import { fetchPages } from './queue';

const page = send('text/html', ARTICLE);

async function all(addresses: string[], pause: number) {
  const visits = [];
  for await (const visit of fetchPages(addresses, visitorHere(pause))) visits.push(visit);
  return visits;
}

describe('fetchPages', () => {
  it('goes on past what fails', async () => {
    const { origin } = await serve({ '/a': page, '/c': page });
    const visits = await all([`${origin}/a`, `${origin}/b`, 'no address', `${origin}/c`], 0);
    expect(visits.map(({ failure }) => failure?.code ?? 'page').sort()).toEqual(
      ['page', 'refused', 'address', 'page'].sort(),
    );
  });

  it('lets a host rest between two requests, and asks another meanwhile', async () => {
    const times: [string, number][] = [];
    const noting = (name: string) => ({
      '/robots.txt': send('text/plain', ''),
      '/1': (response: import('node:http').ServerResponse) => {
        times.push([name, performance.now()]);
        page(response, {} as never);
      },
      '/2': (response: import('node:http').ServerResponse) => {
        times.push([name, performance.now()]);
        page(response, {} as never);
      },
    });
    const [a, b] = await Promise.all([serve(noting('a')), serve(noting('b'))]);
    await all([`${a.origin}/1`, `${a.origin}/2`, `${b.origin}/1`, `${b.origin}/2`], 200);
    expect(times.map(([name]) => name)).toEqual(['a', 'b', 'a', 'b']);
    const [first, , second] = times as [[string, number], unknown, [string, number]];
    // Timers may fire a moment early.
    expect(second[1] - first[1]).toBeGreaterThan(190);
  });

  it('keeps the delay that a site asks for', async () => {
    const site = await serve({
      '/robots.txt': send('text/plain', 'User-agent: *\nCrawl-delay: 0.3\n'),
      '/a': page,
      '/b': page,
    });
    const visitor = visitorHere(0);
    await visitor.fetch(`${site.origin}/a`);
    expect(visitor.wait(`${site.origin}/b`)).toBeGreaterThan(100);
    expect(visitor.wait(`${site.origin}/b`)).toBeLessThanOrEqual(300);
  });
});
