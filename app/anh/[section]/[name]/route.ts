import { SECTIONS, type Section } from '@/lib/domain/paths';
import { standingOf } from '@/lib/site/browse/address';
import { documentPage } from '@/lib/site/browse/documents';
import { currentHoldings, type Holdings } from '@/lib/site/browse/holdings';
import { placePages } from '@/lib/site/browse/place-pages';
import {
  type Picture,
  pictureOfDocument,
  pictureOfPlace,
  pictureOfReport,
  pictureOfSite,
} from '@/lib/site/outputs/picture';
import { pictureResponse } from '../../draw';

/** `GET /anh/<section>/<name>`: the picture of the page `/<section>/<name>`. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ section: string; name: string }> },
): Promise<Response> {
  const { section: asked, name } = await params;
  const section = SECTIONS.find((one) => one === asked);
  if (!section) return new Response(null, { status: 404 });
  const holdings = await currentHoldings();
  const standing = standingOf(section, name, holdings);
  switch (standing.is) {
    case 'here':
      return pictureResponse(pictureOf(section, name, holdings));
    case 'moved':
      return new Response(null, { status: 308, headers: { Location: `/anh${standing.to}` } });
    case 'missing':
      return new Response(null, { status: 404 });
    case 'withdrawn':
      return new Response(null, { status: 410 });
  }
}

/** Pages that are lists, not documents, have the picture of the site. */
function pictureOf(section: Section, name: string, holdings: Holdings): Picture {
  switch (section) {
    case 'bao-cao': {
      const holding = holdings.byId.get(name);
      return holding ? pictureOfReport(holding.report, holdings.vocabulary) : pictureOfSite();
    }
    case 'van-ban': {
      const page = documentPage(name, holdings);
      return page ? pictureOfDocument(page, holdings) : pictureOfSite();
    }
    case 'dia-phuong': {
      const page = placePages(holdings).find(({ value }) => value === name);
      return page ? pictureOfPlace(page, holdings) : pictureOfSite();
    }
  }
}
