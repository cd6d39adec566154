import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from './marks';

describe('piecesOf', () => {
  it('cuts overlapping marks apart', () => {
    const marks = [
      { key: 'a', start: 1, end: 4 },
      { key: 'b', start: 3, end: 5 },
    ];
    expect(piecesOf('012345', marks).map(({ text, keys }) => [text, keys])).toEqual([
      ['0', []],
      ['12', ['a']],
      ['3', ['a', 'b']],
      ['4', ['b']],
      ['5', []],
    ]);
  });

  it('gives the text back, and each sound mark its own words', () => {
    const mark = fc.record({
      key: fc.uuid(),
      start: fc.integer({ min: -2, max: 20 }),
      end: fc.integer({ min: 0, max: 22 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(mark), (text, marks) => {
        const pieces = piecesOf(text, marks);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { key, start, end } of marks) {
          const own = pieces.filter(({ keys }) => keys.includes(key)).map((piece) => piece.text);
          const sound = start >= 0 && start < end && end <= text.length;
          expect(own.join('')).toBe(sound ? text.slice(start, end) : '');
        }
      }),
    );
  });
});
