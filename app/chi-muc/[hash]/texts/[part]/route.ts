import { answerWithTexts } from '@/app/chi-muc/texts';
import { textsOfPart } from '@/lib/search/store';

/** `texts/<n>.json`: the n-th part of all texts: for a static host, and to keep for offline use. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ hash: string; part: string }> },
): Promise<Response> {
  const { hash, part } = await params;
  const number = /^(\d{1,6})\.json$/.exec(part)?.[1];
  const texts = number === undefined ? null : await textsOfPart(hash, Number(number));
  return answerWithTexts(request, texts, 'Không có phần này trong chỉ mục.');
}
