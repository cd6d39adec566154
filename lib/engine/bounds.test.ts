import { expect, test } from 'vitest';
import { buildMiniSearch, packIndex, type SourceDocument } from './build';
import { openIndex } from './index';

/** An engine over texts, each a body under a title that says nothing. */
function engineOf(bodies: readonly string[]) {
  const documents = bodies.map((body, i): SourceDocument => ({ id: String(i), title: 'x', body }));
  return openIndex(packIndex(buildMiniSearch(documents), documents));
}

const filler = (from: number, words: number) =>
  Array.from({ length: words }, (_, i) => `z${from + i}z`).join(' ');

test('a word counts double in the first sixteen tokens of a text, and in no later one', () => {
  const at = (place: number) => `${filler(0, place)} rừng ${filler(place, 40 - place)}`;
  const twiceLate = `${filler(0, 20)} rừng ${filler(20, 10)} rừng ${filler(30, 9)}`;
  const bodies = [at(0), at(15), at(16), at(30), twiceLate];
  const scores = new Map(
    engineOf(bodies)
      .search('rừng')
      .found.map(({ doc, score }) => [doc, score]),
  );
  const of = (doc: number) => scores.get(doc) ?? Number.NaN;
  expect(of(1)).toBeCloseTo(of(0), 6);
  expect(of(2)).toBeCloseTo(of(3), 6);
  expect(of(0)).toBeGreaterThan(of(2));
  expect(of(0)).toBeCloseTo(of(4), 6);
});

test('fewer than a page found are followed by what comes near, at most twenty; a page is not', () => {
  const both = (found: number) => [
    ...Array.from({ length: found }, (_, i) => `rừng xanh bên biển bạc ${filler(i, 3)}`),
    ...Array.from({ length: 30 }, (_, i) => `rừng xanh bên đồi ${filler(i, 3)}`),
  ];
  const few = engineOf(both(19)).search('rừng xanh biển bạc');
  expect(few.found).toHaveLength(19);
  expect(few.near).toHaveLength(20);
  const page = engineOf(both(20)).search('rừng xanh biển bạc');
  expect(page.found).toHaveLength(20);
  expect(page.near).toEqual([]);
});

test('of two slips in a word alone, swapped letters are likelier than a wrong or a missing one', () => {
  const holding = (word: string, documents: number) => Array.from({ length: documents }, () => word);
  // `canh` by swapping, `cahm` by another letter, `can` by leaving one out.
  const meant = (...bodies: string[][]) => engineOf(bodies.flat()).search('cahn').repaired?.to;
  expect(meant(holding('canh', 3), holding('can', 3))).toBe('canh');
  expect(meant(holding('canh', 3), holding('cahm', 4))).toBe('canh');
  expect(meant(holding('canh', 3), holding('cahm', 9))).toBe('cahm');
});

test('among other words a slip is mended only to what stands beside them', () => {
  const bodies = ['thi đua và tuần canh', 'canh gác'];
  expect(engineOf(bodies).search('cahn gác').repaired?.to).toBe('canh gác');
  // A text holds both, apart.
  expect(engineOf(bodies).search('cahn thi').repaired).toBeNull();
});

test('a word of more than eight letters is left as it was typed', () => {
  const mend = (word: string, typed: string) => engineOf([word, word]).search(typed).repaired?.to ?? null;
  expect(mend('nghiengs', 'nghiegns')).toBe('nghiengs');
  expect(mend('nghiengsa', 'nghiegnsa')).toBeNull();
});
