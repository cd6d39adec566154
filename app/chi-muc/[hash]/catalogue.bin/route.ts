import { encode, encodingFor } from '@/lib/search/encoding';
import { catalogueFile } from '@/lib/search/store';

/** The packed index, compressed beforehand, cacheable for ever: its address names its content. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ hash: string }> },
): Promise<Response> {
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
  const bytes = await catalogueFile((await params).hash, encoding);
  if (!bytes) return new Response(await encode('Không có chỉ mục này.\n', encoding), { status: 404 });
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    },
  });
}
