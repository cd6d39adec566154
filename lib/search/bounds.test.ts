/** Bounds of a search: how many of a thing are still looked at. */
import { expect, test } from 'vitest';
import type { Corpus, Report } from '../domain/report';
import { CORPUS, cites, directive, report } from '../site/browse/fixtures';
import { contextOf } from './build';
import { parseQuery } from './query';
import { search } from './search';

function over(reports: Report[], rest: Partial<Corpus> = {}) {
  const context = contextOf({ ...CORPUS, ...rest, reports });
  return (text: string) =>
    search(parseQuery(new URLSearchParams({ q: text }), context.catalogue.vocabulary), context);
}

test('four sides of OR are searches of their own; five are one text', async () => {
  const animals = ['trâu', 'ngựa', 'vịt', 'ngan', 'lợn'];
  const ask = over(animals.map((abstract, i) => report(`r-${i}`, { abstract })));
  expect((await ask(animals.slice(0, 4).join(' OR '))).total).toBe(4);
  expect((await ask(animals.join(' OR '))).total).toBe(0);
});

test('four filters at most are offered for what a text names', async () => {
  const ask = over([
    report('a', {
      title: 'Bản tin',
      province: 'ha-noi',
      currentProvince: 'ha-noi',
      period: { kind: 'nam', year: 2020 },
      directives: cites('05-CT/TW@XII', '43-NQ/TW@XIII'),
    }),
  ]);
  const { understood } = await ask('bản tin hà nội năm 2020 theo chỉ thị 05-CT/TW, 43-NQ/TW');
  expect(understood).toHaveLength(4);
});

test('six things at most are dropped in turn', async () => {
  const things = ['rừng xanh', 'biển bạc', 'núi cao', 'sông dài', 'đồng rộng', 'mưa rào', 'nắng hạ'];
  const ask = over(
    things.map((_, i) =>
      report(`r-${i}`, { abstract: `${things.filter((_, other) => other !== i).join(', ')}.` }),
    ),
  );
  const { total, onward } = await ask(things.join(' '));
  expect(total).toBe(0);
  expect(onward).toHaveLength(6);
});

test('a subject that four documents share names them; one that five share names none', async () => {
  const sharing = (count: number) => {
    const directives = Array.from({ length: count }, (_, i) =>
      directive(`${i + 11}-CT/TW@XII`, { title: 'về sắp xếp bộ máy' }),
    );
    const all = directives.map(({ id }, i) => report(`r-${i}`, { directives: cites(id) }));
    return over(all, { directives })('chỉ thị sắp xếp bộ máy');
  };
  expect((await sharing(4)).applied).toHaveLength(4);
  expect((await sharing(5)).applied).toEqual([]);
});
