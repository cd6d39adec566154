/** Links of the header, in order. */
export const NAVIGATION = [
  { href: '/van-ban', label: 'Văn bản' },
  { href: '/dia-phuong', label: 'Địa phương' },
  { href: '/tong-quan', label: 'Tổng quan' },
  { href: '/cua-toi', label: 'Đã lưu' },
  { href: '/tro-giup', label: 'Trợ giúp' },
] as const;
