import { catalogueFile } from '@/lib/search/store';

/** The packed index, compressed beforehand, cacheable for ever: its address names its content. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ hash: string }> },
): Promise<Response> {
  const { hash } = await params;
  const found = await catalogueFile(hash, request.headers.get('accept-encoding') ?? '');
  if (!found) return new Response('Không có chỉ mục này.\n', { status: 404 });
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(found.encoding ? { 'Content-Encoding': found.encoding } : {}),
    },
  });
}
