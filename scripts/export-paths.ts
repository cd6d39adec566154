/** What the static edition holds besides the pages that its first page leads to. */

import { EMPTY_QUERY } from '../lib/search/query';
import { TEXTS_IN_PART } from '../lib/search/remote';
import { currentHoldings } from '../lib/site/browse/holdings';
import { filteredBy } from '../lib/site/browse/links';
import { BULK_NAMES, bulkPath } from '../lib/site/open/bulk';
import { markdownPath, twinNames } from '../lib/site/open/markdown';
import { FEED_FACETS, feedHref } from '../lib/site/outputs/links';
import { openGraphImage, openGraphImageOfSearch } from '../lib/site/outputs/open-graph';
import { sitePages } from '../lib/site/outputs/pages';

/** Paths of the static edition. */
export async function seeds(): Promise<string[]> {
  const holdings = await currentHoldings();
  const { hash, vocabulary } = holdings;
  const twins = twinNames(holdings);
  const parts = Math.ceil(holdings.all.length / TEXTS_IN_PART);
  const values = { tinh: ['dia-phuong'], vb: ['van-ban'] } as const;
  return [
    ...sitePages(holdings),
    '/cua-toi',
    '/sitemap.xml',
    '/robots.txt',
    '/opensearch.xml',
    '/llms.txt',
    '/mau.css',
    '/sw.js',
    '/tin.atom',
    ...FEED_FACETS.flatMap((facet) =>
      twins
        .filter(({ section }) => values[facet].some((one) => one === section))
        .filter(({ name }) => facet !== 'vb' || vocabulary.directives.some(({ slug }) => slug === name))
        .map(({ name }) => feedHref(filteredBy({ [facet]: name }))),
    ),
    openGraphImageOfSearch(EMPTY_QUERY, '').url,
    ...twins
      .filter(({ section }) => section === 'dia-phuong')
      .map(({ section, name }) => openGraphImage(section, name, '').url),
    ...twins.map(({ section, name }) => markdownPath(`/${section}/${name}`)),
    ...BULK_NAMES.map(bulkPath),
    `/chi-muc/${hash}/catalogue.bin`,
    ...Array.from({ length: parts }, (_, part) => `/chi-muc/${hash}/texts/${part}.json`),
  ];
}

/** What the server is asked for in place of a path of the static edition: there a file's name cannot hold a query. */
export function serverPath(path: string): string {
  const feed = /^\/tin\/([a-z]+)\/(.+)\.atom$/.exec(path);
  if (feed) return `/tin.atom?${feed[1]}=${feed[2]}`;
  return path.startsWith('/anh/') ? path.replace(/\.png$/, '') : path;
}
