/** Reports that belong with a given one. */
import type { ReportFacts } from '../../domain/report';
import { UNKNOWN } from '../../domain/vocabulary';
import { fold } from '../../vietnamese/fold';
import { type Holding, type Holdings, placeValue } from './holdings';

export interface Related {
  /** Nearest in text, nearest first. */
  text: Holding[];
  /** Of the same place, nearest in time first; none for reports without a place. */
  place: Holding[];
  /** Citing the same directives, those with most in common first. */
  directive: Holding[];
  /** Of the same year and kind of period, those of the same level first. */
  period: Holding[];
}

/** How many of each. */
const EACH = 4;

/** The reports related to one that is on the shelf; each stands under the first heading that fits. */
export function relatedTo(holding: Holding, holdings: Holdings): Related {
  const { report } = holding;
  const taken = new Set([report.id]);
  const take = (candidates: Holding[]): Holding[] => {
    const chosen = candidates.filter((one) => !taken.has(one.report.id)).slice(0, EACH);
    for (const one of chosen) taken.add(one.report.id);
    return chosen;
  };
  const place = placeValue(holding);
  const shared = (other: Holding) =>
    other.directives.filter((slug) => holding.directives.includes(slug)).length;
  return {
    text: take(nearestInText(holding, holdings)),
    place:
      place === UNKNOWN.value
        ? []
        : take(
            holdings.all
              .filter((other) => placeValue(other) === place)
              .sort((a, b) => daysApart(a.report, report) - daysApart(b.report, report)),
          ),
    directive: take(holdings.all.filter((other) => shared(other) > 0).sort((a, b) => shared(b) - shared(a))),
    period: report.period?.kind && holding.year !== null ? take(samePeriod(holding, holdings)) : [],
  };
}

function samePeriod(holding: Holding, { all }: Holdings): Holding[] {
  const { period, level } = holding.report;
  const unlike = (other: Holding) =>
    (other.report.level === level ? 0 : 1) + (other.report.period?.month === period?.month ? 0 : 2);
  return all
    .filter((other) => other.year === holding.year && other.report.period?.kind === period?.kind)
    .sort((a, b) => unlike(a) - unlike(b));
}

const DAY = 24 * 60 * 60 * 1000;

function daysApart(a: ReportFacts, b: ReportFacts): number {
  const [one, other] = [a, b].map(({ heldOn, publishedOn }) => heldOn ?? publishedOn);
  return one && other ? Math.abs(Date.parse(one) - Date.parse(other)) / DAY : Number.MAX_SAFE_INTEGER;
}

/** Pairs of neighbouring syllables, with the reports each occurs in; made once for each set of holdings. */
interface Bigrams {
  of: ReadonlyMap<string, ReadonlySet<string>>;
  /** Reports of each pair that is in at least two. */
  holding: ReadonlyMap<string, Holding[]>;
  count: number;
}

const made = new WeakMap<Holdings, Bigrams>();

/** A pair in more than this share of all reports says nothing of what one is about. */
const COMMON = 0.2;
/** Least similarity (cosine) that is worth showing. */
const LEAST_SIMILAR = 0.04;

/**
 * By the cosine of their pairs of syllables, each weighed by its inverse document frequency: a Vietnamese word is
 * most often two syllables, so pairs are nearer to words than single syllables are.
 */
function nearestInText(holding: Holding, holdings: Holdings): Holding[] {
  const bigrams = bigramsOf(holdings);
  const weight = (pair: string) =>
    Math.log(bigrams.count / (bigrams.holding.get(pair)?.length ?? bigrams.count));
  const length = (id: string) =>
    Math.sqrt([...(bigrams.of.get(id) ?? [])].reduce((sum, pair) => sum + weight(pair) ** 2, 0));
  const dot = new Map<Holding, number>();
  for (const pair of bigrams.of.get(holding.report.id) ?? []) {
    const others = bigrams.holding.get(pair) ?? [];
    if (others.length > COMMON * bigrams.count) continue;
    for (const other of others) dot.set(other, (dot.get(other) ?? 0) + weight(pair) ** 2);
  }
  dot.delete(holding);
  const own = length(holding.report.id);
  return [...dot]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 10 * EACH)
    .map(([other, product]) => ({ other, similarity: product / (own * length(other.report.id)) }))
    .filter(({ similarity }) => similarity >= LEAST_SIMILAR)
    .sort((a, b) => b.similarity - a.similarity)
    .map(({ other }) => other);
}

function bigramsOf(holdings: Holdings): Bigrams {
  const known = made.get(holdings);
  if (known) return known;
  const of = new Map<string, Set<string>>();
  const holding = new Map<string, Holding[]>();
  for (const one of holdings.all) {
    const { id, title, abstract } = one.report;
    const syllables = fold(`${title}. ${abstract}`).match(/[\p{L}\p{N}]+/gu) ?? [];
    const pairs = new Set(syllables.slice(1).map((syllable, i) => `${syllables[i]} ${syllable}`));
    of.set(id, pairs);
    for (const pair of pairs) {
      const list = holding.get(pair);
      if (list) list.push(one);
      else holding.set(pair, [one]);
    }
  }
  const bigrams = { of, holding, count: holdings.all.length };
  made.set(holdings, bigrams);
  return bigrams;
}
