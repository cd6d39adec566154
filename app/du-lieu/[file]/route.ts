import { currentHoldings } from '@/lib/site/browse/holdings';
import { BULK_NAMES, bulkFiles } from '@/lib/site/open/bulk';
import { withTag } from '@/lib/site/open/reply';

/** `GET /du-lieu/<file>`: the whole catalogue in one form. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  const found = (await bulkFiles(await currentHoldings())).find(({ name }) => name === file);
  if (!found) {
    return new Response(`Không có tệp này. Có thể tải: ${BULK_NAMES.join(', ')}.\n`, {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
  return withTag(request, found.bytes, {
    'Content-Type': found.mediaType,
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
  });
}
