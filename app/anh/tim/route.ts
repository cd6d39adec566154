import { parseQuery } from '@/lib/search/query';
import { answer, orSentence } from '@/lib/search/store';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { pictureOfSearch, pictureOfSite } from '@/lib/site/outputs/picture';
import { searchKey } from '@/lib/site/outputs/search-key';
import { pictureResponse } from '../draw';

/**
 * `GET /anh/tim?<canonical query string>`: the picture of a search. Words that find nothing are not drawn: the
 * picture of the site stands for them, so that nobody can have a text of his own set under our name.
 */
export function GET(request: Request): Promise<Response> {
  return orSentence(pictureFor(request));
}

async function pictureFor(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const { vocabulary } = await currentHoldings();
  const canonical = searchKey(parseQuery(asked, vocabulary).query);
  // Compared as parameters: on its way here an address may have been encoded in another manner.
  if (asked.toString() !== new URLSearchParams(canonical).toString()) {
    const location = canonical === '' ? '/anh/tim' : `/anh/tim?${canonical}`;
    return new Response(null, { status: 308, headers: { Location: location } });
  }
  const result = await answer(canonical);
  return pictureResponse(result.total === 0 ? pictureOfSite() : pictureOfSearch(result));
}
