import type { Period, Report } from './report';

/** The year a period belongs to: the last one of a span of several years. Undefined where it has no year. */
export function periodYear(period: Period | null): number | undefined {
  return period?.toYear ?? period?.year;
}

/** The year a report is filed under: the year its period ends, else it was held, else published; else undefined. */
export function reportYear(report: Pick<Report, 'period' | 'heldOn' | 'publishedOn'>): number | undefined {
  const day = report.heldOn ?? report.publishedOn;
  return periodYear(report.period) ?? (day ? Number(day.slice(0, 4)) : undefined);
}
