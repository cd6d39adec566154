import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { at } from '@/lib/domain/edition';
import { addressOf, siteAddress } from '@/lib/site/outputs/site';

/** `/robots.txt`. Searches may be read, so that their `noindex` is seen; data for programs is of no use there. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/xuat/', '/chi-muc/'].map(at) },
    sitemap: addressOf('/sitemap.xml', siteAddress(await headers())),
  };
}
