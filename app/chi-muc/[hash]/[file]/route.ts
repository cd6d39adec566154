import { indexFile } from '@/lib/search/store';

/** One file of the built index, compressed beforehand, cacheable for ever: its address names its content. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ hash: string; file: string }> },
): Promise<Response> {
  const { hash, file } = await params;
  const found = await indexFile(hash, file, request.headers.get('accept-encoding') ?? '');
  if (!found) return new Response('Không có tệp chỉ mục này.\n', { status: 404 });
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'Content-Type': file.endsWith('.json') ? 'application/json' : 'application/octet-stream',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(found.encoding ? { 'Content-Encoding': found.encoding } : {}),
    },
  });
}
