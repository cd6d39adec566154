/** What is sent when a page is shared: a short text and its address. */

/** `mailto:` with subject and text; line breaks as RFC 6068 asks. */
export function mailtoHref(text: string, address: string): string {
  return `mailto:?subject=${encodeURIComponent(text)}&body=${encodeURIComponent(`${text}\r\n${address}`)}`;
}

/** The picture of the QR code of a page of this site, by its path and query. */
export function qrHref(path: string): string {
  return `/anh/qr.svg?trang=${encodeURIComponent(path)}`;
}
