/** The index as the browser fetches it: what failed is asked for again, what came is not. */
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { CORPUS } from '../site/browse/fixtures';
import { indexFiles } from './build';
import { searchedReports, textOf } from './documents';
import { openRemote } from './remote';
import { openRows, sealRows } from './text-rows';

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
    return Response.json(sealRows(list.split(',').map((doc) => [null, texts[Number(doc)]?.text ?? '', []])));
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
  vi.stubGlobal('fetch', async () => Response.json(sealRows([[null, 'một', []]])));
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

test('texts that lie damaged in the cache are fetched once more, past the cache; damaged again they are refused', async () => {
  serve(0);
  const context = await openRemote('/chi-muc/x/');
  const sealed = JSON.stringify(sealRows([[null, 'một báo cáo', ['30 %']]]));
  const asked: (string | undefined)[] = [];
  const answerWith = (body: (cache?: string) => string) =>
    vi.stubGlobal('fetch', async (_: string, { cache }: RequestInit) => {
      asked.push(cache);
      return new Response(body(cache));
    });
  answerWith((cache) => (cache === 'reload' ? sealed : sealed.replace('một', 'mốt')));
  expect((await context.texts([0]))[0]?.text).toBe('một báo cáo');
  expect(asked.slice(0, 2)).toEqual(['default', 'reload']);
  answerWith(() => sealed.replace('một', 'mốt'));
  await expect(context.texts([1])).rejects.toThrow(/checksum/);
});

test('any byte of sealed texts that changes is noticed', () => {
  const rows: [string | null, string, string[]][] = [
    ['https://a.vn/1', 'Hội nghị “giao ban”\nquý 3', ['12 %']],
    [null, '', []],
  ];
  const bytes = Buffer.from(JSON.stringify(sealRows(rows)));
  expect(openRows(bytes.toString())).toEqual(rows);
  for (let at = 0; at < bytes.length; at++)
    for (const bit of [1, 2, 64, 128]) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(at) ^ bit, at);
      expect(() => openRows(damaged.toString()), `byte ${at}`).toThrow();
    }
});
