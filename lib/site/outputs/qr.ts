import { encode } from 'uqr';

/** White modules around the code: readers need four (ISO/IEC 18004). */
const QUIET = 4;

/**
 * The QR code of an address as an SVG document, one unit a module; black on white in either theme, as readers need
 * it. The correction level rises as far as the size it has anyway allows.
 * @throws where `fitsQr` is false
 */
export function qrSvg(address: string): string {
  const { size, data } = encode(address, { ecc: 'L', boostEcc: true, border: QUIET });
  // One path; a run of dark modules is one bar.
  const bars = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${bars.join('')}"/></svg>\n`;
}
