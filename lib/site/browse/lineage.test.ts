import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORPUS, directive } from './fixtures';
import { type Lineage, lineageOf } from './lineage';

const { directives } = CORPUS;

describe('lineageOf', () => {
  it('is null for a document that none is related to', () => {
    expect(lineageOf('43-NQ/TW@XIII', directives)).toBeNull();
    expect(lineageOf('99-CT/TW@XIII', directives)).toBeNull();
  });

  it('is the same family whichever member is asked, oldest first', () => {
    const ids = ['06-CT/TW@X', '03-CT/TW@XI', '05-CT/TW@XII', '03-KH/TW@XII'];
    for (const id of ids) {
      expect(lineageOf(id, directives)?.nodes.map((node) => node.directive.id)).toEqual(ids);
    }
  });

  it('draws succession straight down and other documents beside it', () => {
    const lanes = lineageOf('05-CT/TW@XII', directives)?.nodes.map(({ lane }) => lane);
    expect(lanes).toEqual([0, 0, 0, 1]);
  });

  it('tells the succession through a document; one beside it has only itself', () => {
    const succession = (id: string) => lineageOf(id, directives)?.succession.map((one) => one.id);
    expect(succession('03-CT/TW@XI')).toEqual(['06-CT/TW@X', '03-CT/TW@XI', '05-CT/TW@XII']);
    expect(succession('03-KH/TW@XII')).toEqual(['03-KH/TW@XII']);
  });

  it('puts what is spoken of first, even where its date is not known', () => {
    const undated = [
      directive('1-CT/TW@XIII'),
      directive('2-CT/TW@XI', { date: '2012-01-01', relations: [{ rel: 'amends', to: '1-CT/TW@XIII' }] }),
    ];
    expect(lineageOf('2-CT/TW@XI', undated)?.nodes.map((node) => node.directive.id)).toEqual([
      '1-CT/TW@XIII',
      '2-CT/TW@XI',
    ]);
  });

  it('ends for a ring of relations', () => {
    const ring = [
      directive('1-CT/TW@XI', { relations: [{ rel: 'continues', to: '2-CT/TW@XI' }] }),
      directive('2-CT/TW@XI', { relations: [{ rel: 'continues', to: '1-CT/TW@XI' }] }),
    ];
    expect(lineageOf('1-CT/TW@XI', ring)?.nodes).toHaveLength(2);
  });

  it('gives every dot a place of its own, and no line down a lane runs through another’s dot', () => {
    const rel = fc.constantFrom('continues', 'replaces', 'implements', 'amends', 'reviews');
    const family = fc.array(fc.tuple(fc.nat(), rel), { minLength: 1, maxLength: 12 }).map((parents) => [
      directive('0-CT/TW@XI', { date: '2011-01-01' }),
      ...parents.map(([parent, kind], i) =>
        directive(`${i + 1}-CT/TW@XI`, {
          date: `2011-01-${String(i + 2).padStart(2, '0')}`,
          relations: [{ rel: kind as 'continues', to: `${parent % (i + 1)}-CT/TW@XI` }],
        }),
      ),
    ]);
    fc.assert(
      fc.property(family, (all) => {
        const lineage = lineageOf('0-CT/TW@XI', all) as Lineage;
        const places = lineage.nodes.map(({ row, lane }) => `${row} ${lane}`);
        expect(new Set(places).size).toBe(all.length);
        for (const { from, to } of lineage.edges) {
          const inTheWay = lineage.nodes.filter(
            ({ row, lane }) => lane === to.lane && row > from.row && row < to.row,
          );
          expect(inTheWay).toEqual([]);
        }
      }),
    );
  });
});
