import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { changedOn, sitePages } from '@/lib/site/outputs/pages';
import { addressOf, siteAddress } from '@/lib/site/outputs/site';

/** `/sitemap.xml`: every page that stands still; searches are not listed. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const site = siteAddress(await headers());
  const holdings = await currentHoldings();
  return sitePages(holdings).map((path) => {
    const changed = changedOn(path, holdings);
    return { url: addressOf(path, site), ...(changed ? { lastModified: changed } : {}) };
  });
}
