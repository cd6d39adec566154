import { currentHoldings } from '@/lib/site/browse/holdings';
import { sharedPage } from '@/lib/site/outputs/pages';
import { qrSvg } from '@/lib/site/outputs/qr';
import { fitsQr } from '@/lib/site/outputs/share';
import { addressOf, keptUnder, SITE_HEADERS, siteAddress } from '@/lib/site/outputs/site';

/** `GET /anh/qr.svg?trang=<path>`: the QR code of a page of this site, and of no other. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('trang') ?? '';
  const page = sharedPage(asked, await currentHoldings());
  const address = page === null ? null : addressOf(page, siteAddress(request.headers));
  if (address === null || !fitsQr(address)) return new Response(null, { status: 404 });
  return new Response(qrSvg(address), {
    headers: {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': keptUnder('public, max-age=86400'),
      Vary: SITE_HEADERS,
    },
  });
}
