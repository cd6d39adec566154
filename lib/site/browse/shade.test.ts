import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shade, shadeRanges } from './shade';

describe('shades', () => {
  it('grow with the count, from none for nothing to the darkest for the most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(1000), fc.nat(1000), (max, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(shade(low, max)).toBeLessThanOrEqual(shade(high, max));
        expect(shade(0, max)).toBe(0);
        expect(shade(max, max)).toBe(4);
      }),
    );
  });

  it('have a legend that agrees and covers every count once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (max) => {
        const ranges = shadeRanges(max);
        const covered = ranges.flatMap(({ shade: level, from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => {
            expect(shade(from + i, max)).toBe(level);
            return from + i;
          }),
        );
        expect(covered).toEqual(Array.from({ length: max }, (_, i) => i + 1));
      }),
    );
  });
});
