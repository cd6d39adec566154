import { accentStyle } from '@/lib/site/accent';
import { siteSettings } from '@/lib/site/settings';

/** `GET /mau.css`: the accent colours of the settings, over those of the style sheet; empty where they name none. */
export function GET(): Response {
  const { accent } = siteSettings();
  return new Response(accent ? accentStyle(accent) : '', {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  });
}
