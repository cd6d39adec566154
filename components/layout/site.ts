/** What the site is called, where it lies and what its header links to. */
export const SITE_NAME = 'Tra cứu báo cáo';

export const SITE_DESCRIPTION =
  'Tìm trong báo cáo của các hội nghị về công tác tuyên giáo, theo địa phương, kỳ báo cáo và văn bản được nhắc tới.';

/** Links of the header, in order. */
export const NAVIGATION = [{ href: '/tro-giup', label: 'Trợ giúp' }] as const;

/**
 * The address under which the site is reached, as `https://host`, for links that must be absolute. `SITE_URL`
 * settles it; without it the request's own host does, or localhost where there is no request.
 */
export function siteAddress(headers?: Headers): URL {
  const set = process.env.SITE_URL;
  if (set && URL.canParse(set)) return new URL(set);
  const host = headers?.get('x-forwarded-host') ?? headers?.get('host');
  const scheme = headers?.get('x-forwarded-proto') ?? 'http';
  const asked = `${scheme}://${host}`;
  return new URL(host && URL.canParse(asked) ? asked : 'http://localhost:3000');
}
