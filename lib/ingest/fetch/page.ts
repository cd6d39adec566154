/** A page by its address: fetched, told from what is no page, and given as bytes that the readers of files take. */
import { IngestFailure } from '../read/failure';
import { readHtml } from '../read/html';
import type { Fetched } from './request';
import type { Visitor } from './visitor';

export interface FetchedPage {
  /** The address that answered. */
  url: string;
  /** As a file of this page would hold them. */
  bytes: Uint8Array;
  /** What to call it where it is kept: `example.vn-tin-123.html`. */
  name: string;
}

/** Media types of pages, and the name's ending for each. What carries no type is judged by its bytes. */
const EXTENSIONS: Record<string, string> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/xml': 'html',
  'text/xml': 'html',
  'text/plain': 'txt',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/octet-stream': '',
  '': '',
};

/** A path that leads to a form for names and passwords. */
const LOGIN_PATH =
  /(?:^|[/._-])(?:log-?in|sign-?in|dang-?nhap|sso|wp-login|auth(?:enticate|orize)?)(?:[/._-]|$)/i;
/** Characters of prose below which a page with a password field is nothing but that. */
const LITTLE_PROSE = 400;
/** Lines of at least so many characters are prose; shorter ones are menus and labels. */
const PROSE = 80;

/**
 * Fetches one page.
 * @throws IngestFailure as `fetchAddress` does, and `login`, `unreadable` (a picture, a film, an archive).
 */
export async function fetchPage(address: string, visitor: Visitor): Promise<FetchedPage> {
  return pageOf(await visitor.fetch(address), address);
}

/** As `fetchPage`, of what was fetched from the address already. */
export function pageOf(fetched: Fetched, address: string): FetchedPage {
  const extension = EXTENSIONS[fetched.type];
  if (extension === undefined)
    throw new IngestFailure(
      'unreadable',
      `the address holds ${fetched.type}, not a page`,
      'give the address of the article itself',
    );
  const asked = new URL(address).pathname;
  const came = new URL(fetched.url).pathname;
  const bytes = extension === 'html' || extension === 'txt' ? inUtf8(fetched) : fetched.bytes;
  if ((came !== asked && LOGIN_PATH.test(came)) || (extension === 'html' && isLogin(bytes)))
    throw new IngestFailure(
      'login',
      'the site asks for a name and a password',
      'log in with a browser and save the page',
    );
  return { url: fetched.url, bytes, name: nameOf(fetched.url, extension) };
}

/** A password field, and nothing that anyone would read. */
function isLogin(bytes: Uint8Array): boolean {
  const html = new TextDecoder().decode(bytes);
  if (!/<input\b[^>]*\btype\s*=\s*["']?password/i.test(html)) return false;
  const prose = readHtml({ text: html, encoding: 'utf-8' })
    .text.split('\n')
    .filter((line) => line.length >= PROSE);
  return prose.join('').length < LITTLE_PROSE;
}

/**
 * A charset that is declared counts where the bytes are not sound UTF-8 and it can write Vietnamese; else the bytes
 * are left to `decode`, which judges by what comes out (`iso-8859-1` is what servers say who know nothing).
 */
function inUtf8({ bytes, charset }: { bytes: Uint8Array; charset: string | null }): Uint8Array {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const declared = charset ?? /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ?? '';
  if (!/^(?:utf-?16(?:le|be)?|(?:windows-|x-cp|cp)1258)$/i.test(declared) || isUtf8(bytes)) return bytes;
  const label = declared
    .toLowerCase()
    .replace(/^cp/, 'x-cp')
    .replace(/^utf16/, 'utf-16');
  return new TextEncoder().encode(new TextDecoder(label).decode(bytes).normalize('NFC'));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !bytes.subarray(0, 4096).includes(0);
  } catch {
    return false;
  }
}

/** A name for a file: the address in letters, digits and hyphens; its end tells pages of a site apart. */
function nameOf(url: string, extension: string): string {
  const { host, pathname, search } = new URL(url);
  const stem = `${pathname}${search}`.replace(/\.(?:html?|aspx?|php|pdf|docx|txt)$/i, '');
  const words = `${host}${stem}`.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^-+|-+$/g, '');
  const name = words.length <= 120 ? words : `${words.slice(0, 60)}-${words.slice(-59)}`;
  return extension ? `${name}.${extension}` : name;
}
