import { expect, it } from 'vitest';
import type { Report } from '../../domain/report';
import { CORPUS, cites, report } from './fixtures';
import { type Holding, holdingsOf } from './holdings';
import { relatedTo } from './related';

const ids = (list: Holding[]) => list.map((one) => one.report.id);

function related(reports: Report[], id: string) {
  const holdings = holdingsOf({ ...CORPUS, reports });
  return relatedTo(holdings.byId.get(id) as Holding, holdings, []);
}

it('finds the same place and the same period, and never the report itself', () => {
  const { text, place, directive, period } = related(CORPUS.reports, 'ha-noi-nam-2020-a');
  const all = [...text, ...place, ...directive, ...period];
  expect(ids(all)).not.toContain('ha-noi-nam-2020-a');
  expect(new Set(ids(all)).size).toBe(all.length);
  expect(ids(all).sort()).toEqual(['binh-dinh-nam-2020-c', 'ha-noi-nam-2018-b']);
});

it('has the most alike first, and none of them again under another heading', () => {
  const holdings = holdingsOf(CORPUS);
  const holding = holdings.byId.get('ha-noi-nam-2020-a') as Holding;
  const alike = holdings.byId.get('ha-noi-nam-2018-b') as Holding;
  const { text, place, directive, period } = relatedTo(holding, holdings, [alike.doc, holding.doc]);
  expect(text).toEqual([alike]);
  expect([...place, ...directive, ...period]).not.toContain(alike);
});

it('puts those nearest in time first among those of a place, and most documents in common first', () => {
  const at = (id: string, heldOn: string, documents: string[]) =>
    report(id, { currentProvince: 'ha-noi', province: 'ha-noi', heldOn, directives: cites(...documents) });
  const elsewhere = (id: string, documents: string[]) => report(id, { directives: cites(...documents) });
  const two = ['05-CT/TW@XII', '18-NQ/TW@XII'];
  const found = related(
    [
      at('mot', '2020-01-01', two),
      at('xa', '2010-01-01', []),
      at('gan', '2020-02-01', []),
      elsewhere('it', ['05-CT/TW@XII']),
      elsewhere('nhieu', two),
    ],
    'mot',
  );
  expect(ids(found.place)).toEqual(['gan', 'xa']);
  expect(ids(found.directive)).toEqual(['nhieu', 'it']);
});

it('offers no place for a report without one', () => {
  expect(related(CORPUS.reports, 'khong-ro-e').place).toEqual([]);
});
