/** The catalogue in the memory of this process: the packed index of one snapshot. */
import { IS_STATIC } from '../domain/edition';
import type { SearchBackend } from './backend';
import { tallyOf } from './cross-counts';
import { type Asked, type SearchContext, searchWhole } from './search';
import type { Snapshot } from './snapshot';
import { suggest } from './suggest';

/** What of a snapshot searches need. */
type Searched = Pick<Snapshot, 'hash' | 'report' | 'packed' | keyof SearchContext>;

const made = new WeakMap<Searched, SearchBackend>();

/** The backend of a snapshot, made once for each. */
export function localBackend(snapshot: Searched): SearchBackend {
  const known = made.get(snapshot);
  if (known) return known;
  const backend = backendOf(snapshot);
  made.set(snapshot, backend);
  return backend;
}

/** An index larger than this as brotli is not loaded by browsers, in bytes: some 8,000 reports. */
const BROWSER_LIMIT = 1_500_000;

/** The static edition has nobody else to answer; elsewhere BROWSER_INDEX_LIMIT says how much a phone may be sent. */
function isForBrowsers(snapshot: Searched): boolean {
  const limit = process.env.BROWSER_INDEX_LIMIT ? Number(process.env.BROWSER_INDEX_LIMIT) : BROWSER_LIMIT;
  if (!(limit >= 0)) throw new Error('BROWSER_INDEX_LIMIT: a number of bytes');
  return IS_STATIC || snapshot.packed('br').length <= limit;
}

function backendOf(snapshot: Searched): SearchBackend {
  const { catalogue } = snapshot;
  let byId: ReadonlyMap<string, number> | null = null;
  // Who asks for the answer and then for its ids asks with the same object: found once.
  const asked = new WeakMap<Asked, ReturnType<typeof searchWhole>>();
  const whole = (search: Asked) => {
    const answering = asked.get(search) ?? searchWhole(search, snapshot);
    asked.set(search, answering);
    return answering;
  };
  return {
    version: snapshot.hash,
    download: isForBrowsers(snapshot) ? `/chi-muc/${snapshot.hash}/` : null,
    vocabulary: catalogue.vocabulary,
    answer: async (search) => (await whole(search)).result,
    suggest: async (query) => suggest(query, catalogue),
    async *ids(search, from = 0) {
      const { documents } = await whole(search);
      for (const doc of documents.slice(from)) yield catalogue.entries[doc]?.id ?? '';
    },
    async reports(ids) {
      byId ??= new Map(catalogue.entries.map(({ id }, doc) => [id, doc]));
      return ids.flatMap((id) => byId?.get(id) ?? []).map((doc) => snapshot.report(doc));
    },
    tally: async (search, rowFacet, columnFacet) =>
      tallyOf((await whole(search)).documents, rowFacet, columnFacet, catalogue),
  };
}
