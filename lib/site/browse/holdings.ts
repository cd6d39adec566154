/**
 * The catalogue as pages browse it: published reports only, each with the values of the search facets it falls
 * under, so that every count on a page equals the count of the search it links to.
 */
import { whenOf } from '../../domain/period';
import type { ReportDetails, ReportFacts } from '../../domain/report';
import { UNKNOWN } from '../../domain/vocabulary';
import { entryOf, searchedReports, vocabularyOf } from '../../search/documents';
import { facetNamed } from '../../search/facets';
import { type CorpusFacts, currentSnapshot, type Snapshot, snapshotOf } from '../../search/snapshot';
import type { Vocabulary } from '../../search/vocabulary';

/** One published report on the shelf. */
export interface Holding {
  report: ReportFacts;
  /** Its number in the index. */
  doc: number;
  /** The year it counts under, as the facet `ky` has it; null where unknown. */
  year: number | null;
  /** Values of the facet `tinh`: today's province, then the former one; or `trung-uong`, or `khong-ro`. */
  places: readonly string[];
  /** Values of the facet `vb`: slugs of the directives it cites, without repeats. */
  directives: readonly string[];
}

export interface Holdings {
  /** Of the snapshot that they are of. */
  hash: string;
  corpus: CorpusFacts;
  vocabulary: Vocabulary;
  /** Newest first, as a search without words lists them. */
  all: readonly Holding[];
  byId: ReadonlyMap<string, Holding>;
  withdrawn: ReadonlyMap<string, ReportFacts>;
}

/** Puts the published reports of a corpus on the shelf. */
export function holdingsOf(corpus: CorpusFacts, hash = ''): Holdings {
  const vocabulary = vocabularyOf(corpus);
  const parts = new Map(vocabulary.places.map((place) => [place.slug, place.formerly.length]));
  const [place, directive] = [facetNamed('tinh'), facetNamed('vb')];
  const all = searchedReports(corpus.reports).map((report, doc): Holding => {
    const entry = { ...entryOf(report, vocabulary), parts: parts.get(report.currentProvince ?? '') ?? 0 };
    return {
      report,
      doc,
      year: whenOf(report)?.year ?? null,
      places: place.valuesOf(entry),
      directives: directive.valuesOf(entry),
    };
  });
  return {
    hash,
    corpus,
    vocabulary,
    all,
    byId: new Map(all.map((holding) => [holding.report.id, holding])),
    withdrawn: new Map(
      corpus.reports.flatMap((report) => (report.status === 'withdrawn' ? [[report.id, report]] : [])),
    ),
  };
}

const made = new WeakMap<Snapshot, Holdings>();

/** What a snapshot holds, made once for each. */
export function holdingsIn(snapshot: Snapshot): Holdings {
  const known = made.get(snapshot);
  if (known) return known;
  const holdings = holdingsOf(snapshot.corpus, snapshot.hash);
  made.set(snapshot, holdings);
  return holdings;
}

/**
 * The holdings of the current snapshot.
 * @throws what `currentSnapshot` throws
 */
export async function currentHoldings(): Promise<Holdings> {
  return holdingsIn(await currentSnapshot());
}

export interface HoldingDetails extends ReportDetails {
  /** Numbers of the reports most like it, nearest first. */
  similar: readonly number[];
}

/** What a report's own page shows besides its facts. */
export async function detailsOf({ doc }: Holding, { hash }: Holdings): Promise<HoldingDetails> {
  const snapshot = await snapshotOf(hash);
  if (!snapshot) return { fullText: null, evidence: {}, similar: [] };
  return { ...snapshot.details(doc), similar: snapshot.similar(doc) };
}

/** The most exact value of the facet `tinh` that a report falls under. */
export function placeValue(holding: Holding): string {
  return holding.places.at(-1) ?? UNKNOWN.value;
}

/** The name of a place in a list: `Bình Định (nay thuộc Gia Lai)`, `Hải Phòng`, `Trung ương`; empty if unknown. */
export function placeName(holding: Holding, vocabulary: Vocabulary): string {
  const value = placeValue(holding);
  if (value === UNKNOWN.value) return '';
  const [today = '', former] = value.split('.');
  if (former === undefined || former === today)
    return facetNamed('tinh').labelOf(former === undefined ? value : today, vocabulary);
  const name = vocabulary.places
    .find((place) => place.slug === today)
    ?.formerly.find((one) => one.slug === former)?.name;
  return `${name ?? former} (nay thuộc ${facetNamed('tinh').labelOf(today, vocabulary)})`;
}
