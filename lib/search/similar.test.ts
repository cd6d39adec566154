import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_SIMILAR, packSimilar, similarAt, similarTexts } from './similar';

const own = (name: string, words: number) => Array.from({ length: words }, (_, i) => `${name}${i}`).join(' ');

test('the nearest is the one alike in rare words, whatever words all share', () => {
  const common = 'Hội nghị tổng kết công tác';
  const texts = [
    `${common} đội ngũ báo cáo viên và bản tin nội bộ`,
    `${common} bản tin nội bộ cho đội ngũ báo cáo viên`,
    ...Array.from({ length: 20 }, (_, i) => `${common} x${i} y${i} z${i}`),
  ];
  expect(similarTexts(texts)[0]).toEqual([1]);
  expect(similarTexts(texts)[1]).toEqual([0]);
});

test('marks and case are no difference', () => {
  const texts = [
    'Bản tin NỘI BỘ',
    'ban tin noi bo',
    ...Array.from({ length: 8 }, (_, i) => own(`k${i}z`, 4)),
  ];
  expect(similarTexts(texts)[0]).toEqual([1]);
});

test('a pair that more than a fifth of the texts share is not counted', () => {
  const all = (sharing: number) =>
    Array.from({ length: 20 }, (_, i) => (i < sharing ? `t${i} bản tin v${i}` : `t${i} u${i} w${i}`));
  expect(similarTexts(all(4))[0]).toHaveLength(3);
  expect(similarTexts(all(5))[0]).toEqual([]);
});

test('nor is one that more than five hundred share, in a catalogue of thousands', () => {
  const all = (sharing: number) =>
    Array.from({ length: 3000 }, (_, i) =>
      i < sharing ? `t${i} đội ngũ báo cáo viên và bản tin nội bộ v${i}` : `t${i} u${i} w${i}`,
    );
  expect(similarTexts(all(500))[0]).toHaveLength(MOST_SIMILAR);
  expect(similarTexts(all(501))[0]).toEqual([]);
});

test('what is hardly alike is not named', () => {
  const pair = (words: number) => [
    `a bản tin ${own('x', words)}`,
    `b ${own('y', words)} bản tin`,
    ...Array.from({ length: 20 }, (_, i) => `k${i} ${own(`z${i}z`, 5)}`),
  ];
  // One pair in common among so many: a cosine of .046 and of .035, on either side of the bound.
  expect(similarTexts(pair(11))[0]).toEqual([1]);
  expect(similarTexts(pair(16))[0]).toEqual([]);
});

test('what is packed is read back', () => {
  const numbers = fc.array(fc.nat(0xfffffffe), { maxLength: MOST_SIMILAR });
  fc.assert(
    fc.property(fc.array(numbers), (similar) => {
      const bytes = Buffer.from(packSimilar(similar));
      expect(similar.map((_, doc) => similarAt(bytes, doc))).toEqual(similar);
    }),
  );
});
