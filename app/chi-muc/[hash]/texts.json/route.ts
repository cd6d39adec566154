import { answerWithTexts } from '@/app/chi-muc/texts';
import { textsOf } from '@/lib/search/store';

/** `?d=3,17,20`: addresses, texts and figures of these documents of the index, in that order. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ hash: string }> },
): Promise<Response> {
  const texts = await textsOf((await params).hash, new URL(request.url).searchParams.get('d') ?? '');
  return answerWithTexts(request, texts, 'Không có nội dung này trong chỉ mục.');
}
