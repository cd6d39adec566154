import { isSection } from '@/lib/domain/paths';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { markdownOf } from '@/lib/site/open/markdown';
import { withTag } from '@/lib/site/open/reply';
import { keptUnder, SITE_HEADERS, siteAddress } from '@/lib/site/outputs/site';

/** `GET /md/bao-cao/<id>.md`, likewise `van-ban` and `dia-phuong`: the Markdown twin of a page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ section: string; file: string }> },
): Promise<Response> {
  const { section, file } = await params;
  const name = /^(.+)\.md$/.exec(file)?.[1];
  const text =
    name && isSection(section)
      ? markdownOf(section, name, await currentHoldings(), siteAddress(request.headers))
      : null;
  if (text === null) return new Response('Không có trang này.\n', { status: 404, headers: TYPE });
  return withTag(request, text, {
    ...TYPE,
    'Cache-Control': keptUnder('public, max-age=300'),
    Vary: SITE_HEADERS,
  });
}

const TYPE = { 'Content-Type': 'text/markdown; charset=utf-8', 'X-Robots-Tag': 'noindex' };
