import { expect, it } from 'vitest';
import type { Report } from '../../domain/report';
import { CORPUS, cites, report } from './fixtures';
import { type Holding, holdingsOf } from './holdings';
import { relatedTo } from './related';

const ids = (list: Holding[]) => list.map((one) => one.report.id);

function related(reports: Report[], id: string) {
  const holdings = holdingsOf({ ...CORPUS, reports });
  return relatedTo(holdings.byId.get(id) as Holding, holdings);
}

it('finds the same place and the same period, and never the report itself', () => {
  const { text, place, directive, period } = related(CORPUS.reports, 'ha-noi-nam-2020-a');
  const all = [...text, ...place, ...directive, ...period];
  expect(ids(all)).not.toContain('ha-noi-nam-2020-a');
  expect(new Set(ids(all)).size).toBe(all.length);
  expect(ids(all).sort()).toEqual(['binh-dinh-nam-2020-c', 'ha-noi-nam-2018-b']);
});

it('finds the text nearest in rare words, whatever words all share', () => {
  const common = 'Hội nghị tổng kết công tác';
  const reports = [
    report('a', { abstract: `${common} đội ngũ báo cáo viên và bản tin nội bộ` }),
    report('b', { abstract: `${common} bản tin nội bộ cho đội ngũ báo cáo viên` }),
    ...Array.from({ length: 20 }, (_, i) => report(`khac-${i}`, { abstract: `${common} x${i} y${i} z${i}` })),
  ];
  expect(ids(related(reports, 'a').text)).toEqual(['b']);
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

it('takes no account of words that more than a fifth of the catalogue shares', () => {
  const all = (sharing: number) =>
    Array.from({ length: 20 }, (_, i) =>
      report(`r-${i}`, { title: `t${i}`, abstract: i < sharing ? `bản tin v${i}` : `u${i} w${i}` }),
    );
  expect(ids(related(all(4), 'r-0').text)).toHaveLength(3);
  expect(ids(related(all(5), 'r-0').text)).toEqual([]);
});

it('shows no text that is hardly like it', () => {
  const own = (name: string, words: number) =>
    Array.from({ length: words }, (_, i) => `${name}${i}`).join(' ');
  const pair = (words: number) => [
    report('a', { title: 'a', abstract: `bản tin ${own('x', words)}` }),
    report('b', { title: 'b', abstract: `${own('y', words)} bản tin` }),
    ...Array.from({ length: 20 }, (_, i) =>
      report(`khac-${i}`, { title: `k${i}`, abstract: own(`z${i}z`, 5) }),
    ),
  ];
  // One pair in common among so many: a cosine of .046 and of .035, on either side of the bound.
  expect(ids(related(pair(11), 'a').text)).toEqual(['b']);
  expect(ids(related(pair(16), 'a').text)).toEqual([]);
});
