/**
 * The facts of a report in plain Vietnamese words, as the exports and pictures name them. One place for what a
 * field is called outside the data.
 */
import type { ReportFacts } from '../../domain/report';
import { LEVELS, labelOf, REPORT_KINDS, TOPICS } from '../../domain/vocabulary';
import { formatDate } from '../../search/describe';
import type { Vocabulary } from '../../search/vocabulary';

export const levelLabel = (report: ReportFacts) => labelOf(report.level, LEVELS);
export const kindLabel = (report: ReportFacts) => labelOf(report.kind, REPORT_KINDS);
export const topicLabels = (report: ReportFacts) => report.topics.map((topic) => labelOf(topic, TOPICS));

/** Today's province, and the one of before 2025-07-01; empty where unknown. */
export function provinceNames(
  report: ReportFacts,
  { places }: Vocabulary,
): { today: string; former: string } {
  const today = places.find((place) => place.slug === report.currentProvince);
  const former = today?.formerly.find((place) => place.slug === report.province);
  return { today: today?.name ?? '', former: former?.name ?? '' };
}

/** The documents a report cites: their names where resolved, the words of the page where not. */
export function directiveLabels(report: ReportFacts, { directives }: Vocabulary): string[] {
  return report.directives.map(
    ({ id, asWritten }) => directives.find((one) => one.id === id)?.label ?? asWritten,
  );
}

/** The day held, else published, as people write it; empty where both are unknown. */
export function dayInWords({ heldOn, publishedOn }: Pick<ReportFacts, 'heldOn' | 'publishedOn'>): string {
  const day = heldOn ?? publishedOn;
  return day ? formatDate(day) : '';
}

/** The title as citations give it: one that is ours, not the page's, stands in square brackets. */
export function citedTitle({ title, titleIs }: Pick<ReportFacts, 'title' | 'titleIs'>): string {
  return titleIs === 'page' ? title : `[${title}]`;
}
