import { picksPath } from '@/lib/domain/paths';
import { currentBackend, reportsFound } from '@/lib/search/backend';
import { parseQuery, searchHref } from '@/lib/search/query';
import { orSentence } from '@/lib/search/store';
import { parseComparison } from '@/lib/site/browse/comparison';
import { MOST } from '@/lib/site/outputs/device';
import { contentDisposition, EXPORTS, exportText } from '@/lib/site/outputs/export';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/site/outputs/links';
import { keptUnder, SITE_HEADERS, siteAddress } from '@/lib/site/outputs/site';

/** `GET /xuat/bao-cao.<format>?<query string>`: the whole result of a search in its order, or the reports named by `bc`, streamed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  const format = EXPORT_FORMATS.find((one) => file === `bao-cao.${one.format}`)?.format;
  if (!format) {
    const names = EXPORT_FORMATS.map((one) => `bao-cao.${one.format}`).join(', ');
    return new Response(`Không có tệp này. Có thể tải: ${names}.\n`, {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
  return orSentence(fileFor(request, format));
}

async function fileFor(request: Request, format: ExportFormat): Promise<Response> {
  const backend = await currentBackend();
  const { vocabulary } = backend;
  const { searchParams } = new URL(request.url);
  const asked = parseQuery(searchParams, vocabulary);
  const found = await backend.answer(asked);
  // Reports named one by one are carried away as the result of a search that found them.
  const ids = parseComparison(searchParams.getAll('bc')).slice(0, MOST.picks);
  const named = await backend.reports(ids);
  const reports = ids.length > 0 ? [named] : reportsFound(backend, asked);
  const search =
    ids.length > 0
      ? { path: picksPath(named.map(({ id }) => id)), total: named.length, words: 'Báo cáo đã chọn' }
      : { path: searchHref({ ...found.state, page: 1 }), total: found.total, words: found.words };
  const pieces = exportText(EXPORTS[format], search, reports, vocabulary, siteAddress(request.headers));
  return new Response(streamOf(pieces), {
    headers: {
      'Content-Type': EXPORTS[format].contentType,
      'Content-Disposition': contentDisposition(format, search.words),
      'Cache-Control': keptUnder('no-cache'),
      'X-Robots-Tag': 'noindex',
      Vary: SITE_HEADERS,
    },
  });
}

/** Text made as fast as it is read. */
function streamOf(pieces: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
