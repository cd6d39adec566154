import { parseQuery } from '@/lib/search/query';
import { searchWhole } from '@/lib/search/search';
import { currentSnapshot } from '@/lib/search/snapshot';
import { contentDisposition, EXPORTS, exportText } from '@/lib/site/outputs/export';
import { EXPORT_FORMATS } from '@/lib/site/outputs/links';
import { keptUnder, SITE_HEADERS, siteAddress } from '@/lib/site/outputs/site';

/** `GET /xuat/bao-cao.<format>?<query string>`: the whole result of a search, in its order, streamed. */
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
  const snapshot = await currentSnapshot();
  const { vocabulary } = snapshot.catalogue;
  const asked = parseQuery(new URL(request.url).searchParams, vocabulary);
  const { result, documents } = await searchWhole(asked, snapshot);
  const reports = documents.flatMap((doc) => snapshot.corpus.reports[doc] ?? []);
  const pieces = exportText(EXPORTS[format], result, reports, vocabulary, siteAddress(request.headers));
  return new Response(streamOf(pieces), {
    headers: {
      'Content-Type': EXPORTS[format].contentType,
      'Content-Disposition': contentDisposition(format, result.words),
      'Cache-Control': keptUnder('no-cache'),
      'X-Robots-Tag': 'noindex',
      Vary: SITE_HEADERS,
    },
  });
}

/** Text made as fast as it is read. */
function streamOf(pieces: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
