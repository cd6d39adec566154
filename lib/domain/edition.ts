/**
 * What differs between the two editions of the site and where they lie. Both settings are of the build: Next writes
 * them into the code of the browser (`next.config.js`).
 *
 *   server   `npm start`: answers any search, exports any result
 *   static   `npm run export`: files for any web host; a search is answered in the browser
 */

/** The path under which the site lies, `''` at the top of its host: `/bao-cao-tg`. */
export const BASE_PATH: string = process.env.BASE_PATH ?? '';
export const IS_STATIC: boolean = process.env.EDITION === 'static';

/** What only a server can answer: the static edition has none of it, and shows no link to it. */
const NEEDS_SERVER = ['/api', '/xuat', '/so-sanh', '/so-lieu', '/da-chon', '/anh/qr.svg', '/nhung'];

/** True where a path of this site leads somewhere in this edition. */
export function isServed(path: string): boolean {
  return !IS_STATIC || !NEEDS_SERVER.some((one) => path === one || new RegExp(`^${one}[/?]`).test(path));
}

/** Names of files; any other path is a page. */
const FILE = /\.(?:atom|bin|css|csv|ico|js|json|jsonl|md|png|sqlite|svg|txt|webmanifest|woff2|xml)$/;

/**
 * A path of this site as addresses have it: `/van-ban` is `/bao-cao-tg/van-ban` where the site lies there. Pages of the
 * static edition are folders, whose addresses end with a slash; a server knows even its top without one.
 */
export function at(path: string): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  const [page = '', rest = ''] = path.split(/(?=[?#])(.*)/s);
  if (!IS_STATIC) return BASE_PATH === '' ? path : BASE_PATH + (page === '/' ? '' : page) + rest;
  return BASE_PATH + (page.endsWith('/') || FILE.test(page) ? page : `${page}/`) + rest;
}

/** The path of this site that an address's path names; as it is where it lies elsewhere. */
export function pathWithin(pathname: string): string {
  if (BASE_PATH === '' || !pathname.startsWith(BASE_PATH)) return pathname;
  const rest = pathname.slice(BASE_PATH.length);
  return rest === '' ? '/' : rest.startsWith('/') ? rest : pathname;
}
