/** Search over a catalogue small enough to count by hand. */
import { expect, test } from 'vitest';
import type { Corpus } from '../domain/report';
import { CORPUS } from '../site/browse/fixtures';
import { contextOf, indexFiles } from './build';
import { openCatalogue } from './catalogue';
import { vocabularyOf } from './documents';
import { parseQuery } from './query';
import { search } from './search';
import { suggest } from './suggest';

const CONTEXT = contextOf(CORPUS);
const { vocabulary } = CONTEXT.catalogue;
const ask = (string: string) => search(parseQuery(string, vocabulary), CONTEXT);
const idsOf = async (string: string) => (await ask(string)).results.map(({ id }) => id).sort();

test('ke-thua brings the whole line of succession along, and nothing else does', async () => {
  const citing = await idsOf('vb=05-ct-tw-xii');
  expect(citing.length).toBeGreaterThan(0);
  expect(await idsOf('vb=06-ct-tw-x')).toEqual([]);
  expect(await idsOf('vb=06-ct-tw-x&ke-thua=1')).toEqual(citing);
  for (const other of ['0', 'true', '2', '', '1,1']) {
    expect(await idsOf(`vb=06-ct-tw-x&ke-thua=${other}`), other).toEqual([]);
  }
  // What only carries it out is no successor.
  expect(await idsOf('vb=03-kh-tw-xii&ke-thua=1')).toEqual([]);
  expect(parseQuery('ke-thua=1', vocabulary).query.lineage).toBe(false);
});

test('names of documents come through the packed form as they were: labels with a term, those without a number', () => {
  const { vocabulary: packed } = openCatalogue(indexFiles(CORPUS).get('catalogue.bin') as Uint8Array);
  const plain = vocabularyOf(CORPUS).directives.map(({ title, ...one }) => one);
  expect(packed.directives.map(({ title, ...one }) => one)).toEqual(plain);
  expect(plain.map(({ label }) => label)).toContain('Nghị quyết 18-NQ/TW (khóa XIII)');
  expect(plain.map(({ label }) => label)).toContain('Nghị quyết Trung ương 6 khóa XII');
});

test('a subject that a report leads to stays, one that none does is left out', () => {
  const title = (slug: string) => vocabulary.directives.find((one) => one.slug === slug)?.title;
  expect(title('05-ct-tw-xii')).toBe('về 05-CT/TW@XII');
  expect(title('06-ct-tw-x')).toBe('');
});

test('while a period is typed it is offered, its words taken out of the text', () => {
  const offered = (text: string) =>
    suggest(parseQuery(new URLSearchParams({ q: text }), vocabulary).query, CONTEXT.catalogue, 8);
  expect(offered('ban tin nam 2020')).toContainEqual({
    kind: 'period',
    label: 'Năm 2020',
    query: 'q=ban+tin&ky=2020',
    count: 1,
  });
  // Nothing here is of a third quarter, nor of the first half of 2020: what finds nothing is not offered.
  expect(offered('quy 3').filter(({ kind }) => kind === 'period')).toEqual([]);
  expect(offered('6 thang dau nam 2020').filter(({ kind }) => kind === 'period')).toEqual([]);
  expect(offered('ban tin').filter(({ kind }) => kind === 'period')).toEqual([]);
});

test('a withdrawn report is not found by anything', async () => {
  expect(await idsOf('')).not.toContain('rut-f');
  expect((await ask('q=rut-f')).results).toEqual([]);
});

test('reports without a day stand by the end of their period: a quarter before the year it is in', async () => {
  const [model] = CORPUS.reports;
  const undated = (id: string, period: NonNullable<Corpus['reports'][number]['period']>) => ({
    ...(model as Corpus['reports'][number]),
    id,
    conference: id,
    heldOn: null,
    publishedOn: null,
    period,
  });
  const corpus: Corpus = {
    ...CORPUS,
    reports: [
      undated('quy', { kind: 'quy-1', year: 2020 }),
      undated('nam', { kind: 'nam', year: 2020 }),
      undated('nua', { kind: '6-thang-dau-nam', year: 2020 }),
      undated('chin', { kind: '9-thang', year: 2020 }),
      undated('truoc', { kind: 'nam', year: 2019 }),
    ],
  };
  const context = contextOf(corpus);
  const { results } = await search(parseQuery('', context.catalogue.vocabulary), context);
  expect(results.map(({ id }) => id)).toEqual(['nam', 'chin', 'nua', 'quy', 'truoc']);
});

test('of a text whose names became filters no comma is left over', async () => {
  const { understood } = await ask('q=đội ngũ, Hà Nội, bản tin, 05-CT/TW');
  expect(understood.map(({ query }) => new URLSearchParams(query).get('q'))).toContain(
    'đội ngũ, bản tin, 05-CT/TW',
  );
});
