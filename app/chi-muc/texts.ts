import { type ReportText, rowOfText } from '@/lib/search/catalogue';
import { encode, encodingFor } from '@/lib/search/encoding';
import { sealRows } from '@/lib/search/text-rows';

/** Texts of an index as sealed rows (lib/search/text-rows.ts), to be kept for ever; 404 in words where there are none. */
export async function answerWithTexts(
  request: Request,
  texts: readonly ReportText[] | null,
  missing: string,
): Promise<Response> {
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
  if (!texts) return new Response(await encode(`${missing}\n`, encoding), { status: 404 });
  return new Response(await encode(JSON.stringify(sealRows(texts.map(rowOfText))), encoding), {
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    },
  });
}
