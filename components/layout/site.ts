/** What the header links to; what the site is called and where it lies is said in `lib/outputs/site.ts`. */
export { SITE_DESCRIPTION, SITE_NAME, siteAddress } from '@/lib/outputs/site';

/** Links of the header, in order. */
export const NAVIGATION = [{ href: '/tro-giup', label: 'Trợ giúp' }] as const;
