import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { sitePages } from '@/lib/site/outputs/pages';
import { siteAddress } from '@/lib/site/outputs/site';

/** `/sitemap.xml`: every page that stands still; searches are not listed. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const site = siteAddress(await headers());
  return sitePages(await currentHoldings()).map((path) => ({ url: new URL(path, site).href }));
}
