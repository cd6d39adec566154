import { rowOfText } from '@/lib/search/catalogue';
import { encode, encodingFor } from '@/lib/search/encoding';
import { textsOf } from '@/lib/search/store';

/** `?d=3,17,20`: addresses, texts and figures of these documents of the index, `[[url, text, figures], …]` in that order. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ hash: string }> },
): Promise<Response> {
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
  const texts = await textsOf((await params).hash, new URL(request.url).searchParams.get('d') ?? '');
  if (!texts) {
    return new Response(await encode('Không có nội dung này trong chỉ mục.\n', encoding), { status: 404 });
  }
  return new Response(await encode(JSON.stringify(texts.map(rowOfText)), encoding), {
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    },
  });
}
