import { textsOf } from '@/lib/search/store';

/** `?d=3,17,20`: addresses and texts of these documents of the index, `[[url, text], …]` in that order. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ hash: string }> },
): Promise<Response> {
  const texts = await textsOf((await params).hash, new URL(request.url).searchParams.get('d') ?? '');
  if (!texts) return new Response('Không có nội dung này trong chỉ mục.\n', { status: 404 });
  return Response.json(
    texts.map(({ url, text }) => [url, text]),
    { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  );
}
