import localFont from 'next/font/local';

/**
 * Source Sans 3, variable, in two files that share one face: a page without Vietnamese letters outside Latin-1
 * loads one of them. The Vietnamese one comes first in the stack, so that the Latin face's system fallback can
 * never take its letters. A face that is not there at once is kept for the next page: nothing moves under the reader's
 * eyes, whatever fonts the device has of its own.
 */
const vietnamese = localFont({
  src: './source-sans-3-vietnamese-wght-normal.woff2',
  variable: '--font-vietnamese',
  weight: '200 900',
  adjustFontFallback: false,
  display: 'optional',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
    },
  ],
});

const latin = localFont({
  src: './source-sans-3-latin-wght-normal.woff2',
  variable: '--font-latin',
  weight: '200 900',
  display: 'optional',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
});

/** Class names that define the font variables read by `--font-sans`. */
export const fontVariables = `${vietnamese.variable} ${latin.variable}`;
