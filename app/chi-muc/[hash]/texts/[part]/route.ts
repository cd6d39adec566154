import { rowOfText } from '@/lib/search/catalogue';
import { encode, encodingFor } from '@/lib/search/encoding';
import { TEXTS_IN_PART } from '@/lib/search/remote';
import { textsOf } from '@/lib/search/store';

/** `texts/<n>.json`: the n-th part of all texts, `[[url, text, figures], …]`: for a static host, and to keep for offline use. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ hash: string; part: string }> },
): Promise<Response> {
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
  const { hash, part } = await params;
  const number = /^(\d{1,6})\.json$/.exec(part)?.[1];
  const texts = number === undefined ? null : await textsOfPart(hash, Number(number));
  if (!texts) {
    return new Response(await encode('Không có phần này trong chỉ mục.\n', encoding), { status: 404 });
  }
  return new Response(await encode(JSON.stringify(texts.map(rowOfText)), encoding), {
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    },
  });
}

/** The last part is shorter: its end is where no report is any more. */
async function textsOfPart(hash: string, part: number) {
  const numbers = Array.from({ length: TEXTS_IN_PART }, (_, i) => part * TEXTS_IN_PART + i);
  for (let count = TEXTS_IN_PART; count > 0; count--) {
    const texts = await textsOf(hash, numbers.slice(0, count).join(','));
    if (texts) return texts;
  }
  return null;
}
