/** Laws of the counts by two facets, over a frozen catalogue. */
import { beforeAll, expect, test } from 'vitest';
import { loadCorpusOrThrow } from '../catalogue/load';
import { indexFiles } from './build';
import { type Catalogue, openCatalogue } from './catalogue';
import { type CrossCounts, cellQuery, crossCountsOf, tallyOf } from './cross-counts';
import type { FacetName } from './facets';
import { find } from './find';
import { parseQuery, type Query } from './query';

let catalogue: Catalogue;

beforeAll(async () => {
  catalogue = openCatalogue(
    indexFiles(await loadCorpusOrThrow('data/judged/frozen')).get('catalogue.bin') as Uint8Array,
  );
});

const read = (string: string) => parseQuery(string, catalogue.vocabulary).query;
const totalOf = (string: string) => find(read(string), catalogue).documents.length;

function crossCounts(
  query: Query,
  row: FacetName,
  column: FacetName,
  options?: { fine?: boolean },
): CrossCounts {
  const tally = tallyOf(find(query, catalogue).documents, row, column, catalogue);
  return crossCountsOf(tally, row, column, catalogue.vocabulary, options);
}

/** Every count with the search it links to. */
function cells(table: CrossCounts, string: string): [query: string | null, count: number][] {
  const query = read(string);
  return [
    ...table.rows.map((row): [string | null, number] => [cellQuery(query, table, row, null), row.total]),
    ...table.columns.map((column): [string | null, number] => [
      cellQuery(query, table, null, column),
      column.total,
    ]),
    ...table.rows.flatMap((row, y) =>
      table.columns.flatMap((column, x): [string | null, number][] => {
        const count = table.counts[y]?.[x] ?? 0;
        return count === 0 ? [] : [[cellQuery(query, table, row, column), count]];
      }),
    ),
  ];
}

test.each([
  '',
  'q=tuyen+giao',
  'ky=2018..2020',
  'ky=nam,2019-thang',
  'ky=2018..2020,6-thang-dau-nam&tinh=gia-lai.binh-dinh,ha-noi',
  'tinh=gia-lai,gia-lai.binh-dinh&loai=tong-ket',
  'vb=05-ct-tw-xii&ke-thua=1',
])('each count of "%s" is the total of the search it links to', (string) => {
  for (const fine of [false, true]) {
    const table = crossCounts(read(string), 'tinh', 'ky', { fine });
    const asked = cells(table, string);
    expect(asked.length).toBeGreaterThan(0);
    for (const [query, count] of asked) {
      if (query !== null) expect(totalOf(query), query).toBe(count);
    }
  }
});

test('rows and columns add up to what was found, none of them empty', () => {
  for (const fine of [false, true]) {
    const table = crossCounts(read('q=bao+chi'), 'tinh', 'ky', { fine });
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(table.total).toBe(totalOf('q=bao+chi'));
    expect(sum(table.rows.map(({ total }) => total))).toBe(table.total);
    expect(sum(table.columns.map(({ total }) => total))).toBe(table.total);
    expect(table.counts.map(sum)).toEqual(table.rows.map(({ total }) => total));
    for (const { total } of [...table.rows, ...table.columns]) expect(total).toBeGreaterThan(0);
  }
});

test('documents that were chosen together are told apart only where a search can say so', () => {
  const query = read('vb=05-ct-tw-xii');
  const table = crossCounts(query, 'vb', 'ky');
  const [chosen, other] = table.rows;
  expect(chosen?.value).toBe('05-ct-tw-xii');
  expect(cellQuery(query, table, chosen ?? null, null)).toBe('vb=05-ct-tw-xii');
  expect(other).toBeDefined();
  expect(cellQuery(query, table, other ?? null, null)).toBeNull();
});

test('a search without any report has no rows', () => {
  expect(crossCounts(read('q=zzzzzz'), 'tinh', 'ky')).toMatchObject({
    rows: [],
    columns: [],
    counts: [],
    total: 0,
  });
});
