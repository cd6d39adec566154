/** Where the site lies: outputs that leave it say so. What it is called is in `../settings.ts`. */
import { at } from '../../domain/edition';
import { siteSettings } from '../settings';

const LOCAL = 'http://localhost:3000';

/**
 * The origin under which the site is reached, for links that must be absolute. The settings (or
 * SITE_URL) settle it; without them the request's own host does, as the nearest proxy passes it on, or localhost where there is no request.
 * A host that is no plain name and port, or a scheme other than http and https, is not believed.
 */
export function siteAddress(headers?: Headers): URL {
  const { address: set } = siteSettings();
  if (set) return new URL(new URL(set).origin);
  const host = first(headers?.get('x-forwarded-host')) ?? first(headers?.get('host'));
  if (!host || !/^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/i.test(host)) {
    return new URL(LOCAL);
  }
  const scheme = first(headers?.get('x-forwarded-proto'))?.toLowerCase() === 'https' ? 'https' : 'http';
  const address = `${scheme}://${host}`;
  return new URL(URL.canParse(address) ? address : LOCAL);
}

/** The whole address of a path of this site. */
export function addressOf(path: string, site: URL): string {
  return new URL(at(path), site).href;
}

/** What an answer that carries absolute links depends on besides its address, for `Vary`. */
export const SITE_HEADERS = 'Host, X-Forwarded-Host, X-Forwarded-Proto';

/** How long an answer with absolute links may be kept: not at all where its address came from the request. */
export function keptUnder(caching: string): string {
  return siteSettings().address ? caching : 'no-store';
}

/** The first value of a header that proxies append to. */
function first(header: string | null | undefined): string | undefined {
  return header?.split(',')[0]?.trim() || undefined;
}
