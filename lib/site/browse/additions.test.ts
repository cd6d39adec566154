import { expect, test } from 'vitest';
import { additionsByDay } from './additions';
import type { Holding } from './holdings';

const holding = (id: string, addedOn: string | null) => ({ report: { id, addedOn } }) as Holding;

test('days newest first, their reports in the order of the catalogue; undated ones are left out', () => {
  const all = [
    holding('a', '2026-01-02'),
    holding('b', null),
    holding('c', '2026-03-01'),
    holding('d', '2026-01-02'),
  ];
  expect(
    additionsByDay({ all }).map(({ day, those }) => [day, those.map(({ report }) => report.id)]),
  ).toEqual([
    ['2026-03-01', ['c']],
    ['2026-01-02', ['a', 'd']],
  ]);
});
