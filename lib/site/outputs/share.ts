/** What is sent when a page is shared: a short text and its address. */

/** `mailto:` with subject and text; line breaks as RFC 6068 asks. */
export function mailtoHref(text: string, address: string): string {
  return `mailto:?subject=${encodeURIComponent(text)}&body=${encodeURIComponent(`${text}\r\n${address}`)}`;
}

/** The picture of the QR code of a page of this site, by its path and query. */
export function qrHref(path: string): string {
  return `/anh/qr.svg?trang=${encodeURIComponent(path)}`;
}

/** Bytes that the largest code of error correction level L holds. */
const CAPACITY = 2953;

/** True when an address is short enough for a QR code. */
export function fitsQr(address: string): boolean {
  return new TextEncoder().encode(address).length <= CAPACITY;
}
