/** The catalogue in the memory of this process: the packed index of one snapshot. */
import type { ReportFacts } from '../domain/report';
import type { SearchBackend } from './backend';
import { tallyOf } from './cross-counts';
import { type Asked, searchWhole } from './search';
import type { Snapshot } from './snapshot';
import { suggest } from './suggest';

const made = new WeakMap<Snapshot, SearchBackend>();

/** The backend of a snapshot, made once for each. */
export function localBackend(snapshot: Snapshot): SearchBackend {
  const known = made.get(snapshot);
  if (known) return known;
  const backend = backendOf(snapshot);
  made.set(snapshot, backend);
  return backend;
}

function backendOf(snapshot: Snapshot): SearchBackend {
  const { catalogue, corpus } = snapshot;
  let byId: ReadonlyMap<string, ReportFacts> | null = null;
  // Who asks for the answer and then for its ids asks with the same object: found once.
  const asked = new WeakMap<Asked, ReturnType<typeof searchWhole>>();
  const whole = (search: Asked) => {
    const answering = asked.get(search) ?? searchWhole(search, snapshot);
    asked.set(search, answering);
    return answering;
  };
  return {
    version: snapshot.hash,
    vocabulary: catalogue.vocabulary,
    answer: async (search) => (await whole(search)).result,
    suggest: async (query) => suggest(query, catalogue),
    async *ids(search, from = 0) {
      const { documents } = await whole(search);
      for (const doc of documents.slice(from)) yield catalogue.entries[doc]?.id ?? '';
    },
    async reports(ids) {
      byId ??= new Map(
        corpus.reports.slice(0, catalogue.entries.length).map((report) => [report.id, report]),
      );
      return ids.flatMap((id) => byId?.get(id) ?? []);
    },
    tally: async (search, rowFacet, columnFacet) =>
      tallyOf((await whole(search)).documents, rowFacet, columnFacet, catalogue),
  };
}
