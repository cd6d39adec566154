/** What the header links to; what the site is called and where it lies is said in `lib/site/outputs/site.ts`. */
export { SITE_DESCRIPTION, SITE_NAME, siteAddress } from '@/lib/site/outputs/site';

/** Links of the header, in order. */
export const NAVIGATION = [
  { href: '/van-ban', label: 'Văn bản' },
  { href: '/dia-phuong', label: 'Địa phương' },
  { href: '/tong-quan', label: 'Tổng quan' },
  { href: '/cua-toi', label: 'Đã lưu' },
  { href: '/tro-giup', label: 'Trợ giúp' },
] as const;
