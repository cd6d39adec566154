import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, GROUNDS, mixed } from './colour';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast as WCAG has it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  fc.assert(
    fc.property(colour, colour, (a, b) => {
      expect(contrast(a, b)).toBe(contrast(b, a));
      expect(contrast(a, b)).toBeGreaterThanOrEqual(1);
      expect(contrast(a, a)).toBe(1);
    }),
  );
});

test('a mix lies between its two colours, and at its ends is one of them', () => {
  fc.assert(
    fc.property(colour, colour, (a, b) => {
      expect(mixed(a, b, 1)).toBe(a);
      expect(mixed(a, b, 0)).toBe(b);
    }),
  );
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
});

test('the grounds are those of the style sheet', () => {
  const css = readFileSync('app/globals.css', 'utf8');
  const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
  for (const [part, grounds] of [
    [light, GROUNDS.light],
    [dark, GROUNDS.dark],
  ] as const) {
    for (const [name, token] of Object.entries({ ...grounds, ink: undefined, 'accent-ink': grounds.ink }))
      if (token) expect(part).toContain(`--color-${name}: ${token};`);
  }
});
