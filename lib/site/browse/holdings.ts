/**
 * The catalogue as pages browse it: published reports only, each with the values of the search facets it falls
 * under, so that every count on a page equals the count of the search it links to.
 */
import { currentCorpus } from '../../catalogue/current';
import { whenOf } from '../../domain/period';
import type { Corpus, Report } from '../../domain/report';
import { UNKNOWN } from '../../domain/vocabulary';
import { entryOf, searchedReports, vocabularyOf } from '../../search/documents';
import { facetNamed } from '../../search/facets';
import type { Vocabulary } from '../../search/vocabulary';

/** One published report on the shelf. */
export interface Holding {
  report: Report;
  /** The year it counts under, as the facet `ky` has it; null where unknown. */
  year: number | null;
  /** Values of the facet `tinh`: today's province, then the former one; or `trung-uong`, or `khong-ro`. */
  places: readonly string[];
  /** Values of the facet `vb`: slugs of the directives it cites, without repeats. */
  directives: readonly string[];
}

export interface Holdings {
  corpus: Corpus;
  vocabulary: Vocabulary;
  /** Newest first, as a search without words lists them. */
  all: readonly Holding[];
  byId: ReadonlyMap<string, Holding>;
}

/** Puts the published reports of a corpus on the shelf. */
export function holdingsOf(corpus: Corpus): Holdings {
  const vocabulary = vocabularyOf(corpus);
  const parts = new Map(vocabulary.places.map((place) => [place.slug, place.formerly.length]));
  const all = searchedReports(corpus.reports).map((report): Holding => {
    const entry = { ...entryOf(report, vocabulary), parts: parts.get(report.currentProvince ?? '') ?? 0 };
    return {
      report,
      year: whenOf(report)?.year ?? null,
      places: facetNamed('tinh').valuesOf(entry),
      directives: facetNamed('vb').valuesOf(entry),
    };
  });
  return { corpus, vocabulary, all, byId: new Map(all.map((holding) => [holding.report.id, holding])) };
}

const memory = globalThis as { tcbcHoldings?: { corpus: Corpus; holdings: Holdings } };

/**
 * The holdings of the current catalogue, made once a process.
 * @throws what `currentCorpus` throws
 */
export async function currentHoldings(): Promise<Holdings> {
  const corpus = await currentCorpus();
  if (memory.tcbcHoldings?.corpus !== corpus) {
    memory.tcbcHoldings = { corpus, holdings: holdingsOf(corpus) };
  }
  return memory.tcbcHoldings.holdings;
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
