/** What the site is called and where it lies: outputs that leave the site carry both. */

export const SITE_NAME = 'Tra cứu báo cáo';

export const SITE_DESCRIPTION =
  'Tìm trong báo cáo của các hội nghị về công tác tuyên giáo, theo địa phương, kỳ báo cáo và văn bản được nhắc tới.';

const LOCAL = 'http://localhost:3000';

/**
 * The origin under which the site is reached, for links that must be absolute. `SITE_URL` settles it; without it
 * the request's own host does, as the nearest proxy passes it on, or localhost where there is no request.
 * A host that is no plain name and port, or a scheme other than http and https, is not believed.
 */
export function siteAddress(headers?: Headers): URL {
  const set = process.env.SITE_URL;
  if (set && /^https?:\/\//i.test(set) && URL.canParse(set)) return new URL(new URL(set).origin);
  const host = first(headers?.get('x-forwarded-host')) ?? first(headers?.get('host'));
  if (!host || !/^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/i.test(host)) {
    return new URL(LOCAL);
  }
  const scheme = first(headers?.get('x-forwarded-proto'))?.toLowerCase() === 'https' ? 'https' : 'http';
  const address = `${scheme}://${host}`;
  return new URL(URL.canParse(address) ? address : LOCAL);
}

/** What an answer that carries absolute links depends on besides its address, for `Vary`. */
export const SITE_HEADERS = 'Host, X-Forwarded-Host, X-Forwarded-Proto';

/** The first value of a header that proxies append to. */
function first(header: string | null | undefined): string | undefined {
  return header?.split(',')[0]?.trim() || undefined;
}
