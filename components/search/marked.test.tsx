import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Mark } from '@/lib/search/result';
import { Marked } from './marked';

const html = (text: string, marks: readonly Mark[]) =>
  renderToStaticMarkup(<Marked text={text} marks={marks} />);

test('words side by side are one mark, words apart are two', () => {
  const text = 'Ban Tuyên giáo Tỉnh ủy giao ban';
  const marks: Mark[] = [
    [4, 9],
    [10, 14],
    [23, 27],
  ];
  expect(html(text, marks)).toBe('Ban <mark>Tuyên giáo</mark> Tỉnh ủy <mark>giao</mark> ban');
});

test('marks never add, lose or move a letter', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'ế', 'đ', ' ', '😀'), maxLength: 40 });
  fc.assert(
    fc.property(letters, fc.array(fc.nat(80), { maxLength: 8 }), (text, cuts) => {
      const ends = [...new Set(cuts.filter((cut) => cut <= text.length))].sort((a, b) => a - b);
      const marks = ends.flatMap((end, at): Mark[] => {
        const start = ends[at - 1];
        return at % 2 === 1 && start !== undefined ? [[start, end]] : [];
      });
      // A mark may split a pair of surrogates here, which rendering would spoil: real marks cover syllables.
      fc.pre(marks.flat().every((at) => !/[\udc00-\udfff]/.test(text.charAt(at))));
      expect(html(text, marks).replace(/<\/?mark>/g, '')).toBe(text);
    }),
  );
});
