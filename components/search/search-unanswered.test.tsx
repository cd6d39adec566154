import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { EMPTY_QUERY, withText } from '@/lib/search/query';
import { siteFace } from '@/lib/site/settings';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test('the way to try again leads to the same search, under the path of the site once', async () => {
  vi.stubEnv('BASE_PATH', '/bao-cao-tg');
  vi.resetModules();
  const { SearchUnanswered } = await import('./search-unanswered');
  const { SiteProvider } = await import('@/components/layout/site-face');
  const html = renderToStaticMarkup(
    <SiteProvider face={siteFace()}>
      <SearchUnanswered query={withText(EMPTY_QUERY, 'du luan')} words="" />
    </SiteProvider>,
  );
  expect(/<a\b[^>]*\bhref="([^"]*)"[^>]*>Thử lại</.exec(html)?.[1]).toBe('/bao-cao-tg?q=du+luan');
});
