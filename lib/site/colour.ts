/** Colours as `#rrggbb`: contrast, mixing, and the grounds of the two themes. */

/**
 * What the accent stands on: the tokens of `app/globals.css` (a test holds the two together). `ink` is what buttons of
 * the accent's colour are lettered in.
 */
export const GROUNDS = {
  light: { paper: '#fcfbf8', raised: '#ffffff', wash: '#f2f0ea', ink: '#ffffff' },
  dark: { paper: '#14181b', raised: '#1b2125', wash: '#20272b', ink: '#0c1c21' },
} as const;

/** Contrast ratio of two colours, 1 to 21: WCAG 2.2, "contrast ratio" and "relative luminance". */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** `colour` laid over `ground` with an opacity from 0 to 1, as `color-mix(in srgb, …)` does. */
export function mixed(colour: string, ground: string, opacity: number): string {
  const under = channels(ground);
  const over = channels(colour).map((value, i) => value * opacity + (under[i] ?? 0) * (1 - opacity));
  return `#${over.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
}
