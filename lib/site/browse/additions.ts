/** What came into the catalogue last. */
import { groupBy } from './group';
import type { Holding, Holdings } from './holdings';

/** A day and the reports that were added on it. */
export interface Additions {
  /** ISO date. */
  day: string;
  /** In the order of the catalogue: newest first. */
  those: Holding[];
}

/** The days on which reports were added, newest first; reports whose day was not kept are left out. */
export function additionsByDay({ all }: Pick<Holdings, 'all'>): Additions[] {
  const dated = all.filter(({ report }) => report.addedOn !== null);
  return [...groupBy(dated, ({ report }) => report.addedOn ?? '')]
    .map(([day, those]) => ({ day, those }))
    .sort((a, b) => b.day.localeCompare(a.day));
}
