import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from './near';

describe('editDistance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 8 });

  it('is nothing for equal words only, the same both ways, and no more than through a third word', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const to = (x: string, y: string) => editDistance(x, y, 99);
        expect(to(a, b) === 0).toBe(a === b);
        expect(to(a, b)).toBe(to(b, a));
        expect(to(a, c)).toBeLessThanOrEqual(to(a, b) + to(b, c));
      }),
    );
  });

  it('only says so beyond the bound', () => {
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, bound) => {
        expect(editDistance(a, b, bound)).toBe(Math.min(editDistance(a, b, 99), bound + 1));
      }),
    );
  });
});

describe('nearest', () => {
  const slugs = ['gia-lai', 'gia-lai.binh-dinh', 'ninh-binh', 'ha-noi'];

  it('finds what was mistyped, with marks or without', () => {
    expect(nearest('gia-lia', slugs)[0]).toBe('gia-lai');
    expect(nearest('Hà Nộii', slugs)[0]).toBe('ha-noi');
  });

  it('finds words in another order', () => {
    expect(nearest('binh-ninh', slugs)[0]).toBe('ninh-binh');
  });

  it('finds nothing for what is like none, or is nothing', () => {
    expect(nearest('zzzzzzzz', slugs)).toEqual([]);
    expect(nearest('///', slugs)).toEqual([]);
  });
});
