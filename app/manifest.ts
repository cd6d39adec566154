import type { MetadataRoute } from 'next';
import { at } from '@/lib/domain/edition';
import { GROUNDS } from '@/lib/site/colour';
import { siteSettings } from '@/lib/site/settings';

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
    icons: [{ src: at('/icon.svg'), sizes: 'any', type: 'image/svg+xml' }],
  };
}
