/** The index as the browser fetches it: what failed is asked for again, what came is not. */
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { CORPUS } from '../site/browse/fixtures';
import { indexFiles } from './build';
import { searchedReports, textOf } from './documents';
import { openRemote } from './remote';

let catalogue: Uint8Array<ArrayBuffer>;
const texts = searchedReports(CORPUS.reports).map(textOf);

beforeAll(() => {
  catalogue = new Uint8Array(indexFiles(CORPUS).get('catalogue.bin') as Uint8Array);
});
afterEach(() => vi.unstubAllGlobals());

/** A server of the index whose answers for texts fail so many times; it notes what it was asked for. */
function serve(failures: number): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    if (address.endsWith('catalogue.bin')) return new Response(catalogue);
    const list = new URL(address, 'http://this.invalid').searchParams.get('d') ?? '';
    asked.push(list);
    if (asked.length <= failures) return new Response('', { status: 503 });
    return Response.json(list.split(',').map((doc) => [null, texts[Number(doc)]?.text ?? '']));
  });
  return asked;
}

test('texts that failed are asked for again, and only those that never came', async () => {
  const asked = serve(1);
  const context = await openRemote('/chi-muc/x/');
  await expect(context.texts([0, 1])).rejects.toThrow(/503/);
  expect((await context.texts([0, 1])).map(({ text }) => text)).toEqual([texts[0]?.text, texts[1]?.text]);
  await context.texts([1, 2]);
  expect(asked.slice(0, 3)).toEqual(['0,1', '0,1', '2']);
});

test('an answer with fewer texts than were asked for is a failure, not an empty text', async () => {
  serve(0);
  const context = await openRemote('/chi-muc/x/');
  vi.stubGlobal('fetch', async () => Response.json([[null, 'một']]));
  await expect(context.texts([0, 1])).rejects.toThrow(/no text of report 1/);
});

test('an index that is cut short is refused', async () => {
  vi.stubGlobal('fetch', async () => new Response(catalogue.subarray(0, catalogue.length - 9)));
  await expect(openRemote('/chi-muc/x/')).rejects.toThrow();
});

test('an index that lies damaged in the cache is fetched once more, past the cache', async () => {
  const asked: (string | undefined)[] = [];
  vi.stubGlobal('fetch', async (_: string, { cache }: RequestInit) => {
    asked.push(cache);
    return new Response(cache === 'reload' ? catalogue : catalogue.subarray(0, catalogue.length - 9));
  });
  const { catalogue: opened } = await openRemote('/chi-muc/x/');
  expect(opened.entries).toHaveLength(texts.length);
  expect(asked).toEqual(['default', 'reload']);
});
