import type { MetadataRoute } from 'next';
import { at } from '@/lib/domain/edition';
import { GROUNDS } from '@/lib/site/colour';
import { siteSettings } from '@/lib/site/settings';

/** Drawn from `icon.svg`, for systems that take no SVG; the last fills the square, so that any mask may cut it. */
const ICONS = [
  { path: '/bieu-tuong/192.png', size: 192, purpose: 'any' },
  { path: '/bieu-tuong/512.png', size: 512, purpose: 'any' },
  { path: '/bieu-tuong/512-mat-na.png', size: 512, purpose: 'maskable' },
] as const;

/** `/manifest.webmanifest`: how the site is installed on a device. */
export default function manifest(): MetadataRoute.Manifest {
  const { name, purpose } = siteSettings();
  return {
    name,
    short_name: name,
    description: purpose,
    lang: 'vi',
    start_url: at('/'),
    scope: at('/'),
    display: 'minimal-ui',
    background_color: GROUNDS.light.paper,
    theme_color: GROUNDS.light.paper,
    icons: [
      { src: at('/icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ...ICONS.map(({ path, size, purpose: use }) => ({
        src: at(path),
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: use,
      })),
    ],
  };
}
