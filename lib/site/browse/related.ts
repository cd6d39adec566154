/** Reports that belong with a given one. */
import type { ReportFacts } from '../../domain/report';
import { UNKNOWN } from '../../domain/vocabulary';
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

/**
 * The reports related to one that is on the shelf; each stands under the first heading that fits.
 * @param similar numbers of those most like it, as the index has them (lib/search/similar.ts)
 */
export function relatedTo(holding: Holding, holdings: Holdings, similar: readonly number[]): Related {
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
    text: take(similar.flatMap((doc) => holdings.all[doc] ?? [])),
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
