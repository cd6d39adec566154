/**
 * What a person keeps on this device, nowhere else: searches saved, reports seen last, reports picked. One JSON text, read with
 * care: it may come from an older version of the site, or from a file somebody sent.
 */

/** Most searches and reports kept; the oldest go first. */
export const MOST = { searches: 100, reports: 50, picks: 100 } as const;
/** Longest text kept of anything: a search of 500 letters, percent-encoded. */
const LONGEST = 6000;

export interface SavedSearch {
  /** `searchKey` of the search; what it is known by. */
  query: string;
  words: string;
  /** ISO time. */
  savedAt: string;
  /** Reports it found at the last visit. */
  total: number;
  /** Ids of its newest reports at the last visit, newest first; empty where that visit did not show them. */
  newest: string[];
}

export interface SeenReport {
  id: string;
  title: string;
  /** Place and day, in words. */
  detail: string;
  /** ISO time. */
  seenAt: string;
}

/** A report ticked, to be compared, cited, carried away or shared with others that are. */
export interface PickedReport {
  id: string;
  title: string;
}

export interface Device {
  version: 1;
  /** Saved last first. */
  searches: SavedSearch[];
  /** Seen last first. */
  reports: SeenReport[];
  /** In the order they were picked. */
  picks: PickedReport[];
}

export const EMPTY_DEVICE: Device = { version: 1, searches: [], reports: [], picks: [] };

/** Reads what was kept or exported; null where it is nothing of ours. Items that make no sense are left out. */
export function parseDevice(json: string): Device | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(value) || value.version !== 1) return null;
  return bounded(
    list(value.searches).flatMap(searchOf),
    list(value.reports).flatMap(reportOf),
    list(value.picks).flatMap(pickOf),
  );
}

/** True for what a newer version of the site kept: this one cannot read it, and must not write over it. */
export function isNewer(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) && typeof value.version === 'number' && value.version > EMPTY_DEVICE.version;
  } catch {
    return false;
  }
}

/** With a search saved, or saved anew with what it finds now. */
export function withSearch(device: Device, search: SavedSearch): Device {
  return bounded([search, ...withoutSearch(device, search.query).searches], device.reports, device.picks);
}

export function withoutSearch(device: Device, query: string): Device {
  return { ...device, searches: device.searches.filter((one) => one.query !== query) };
}

/** With a saved search visited: what it finds now is no longer new. The same device where nothing changed. */
export function withVisit(device: Device, query: string, now: Pick<SavedSearch, 'total' | 'newest'>): Device {
  const known = device.searches.find((one) => one.query === query);
  if (!known || (known.total === now.total && known.newest.join() === now.newest.join())) return device;
  const searches = device.searches.map((one) => (one === known ? { ...one, ...now } : one));
  return { ...device, searches };
}

/** With a report seen last. */
export function withReport(device: Device, report: SeenReport): Device {
  return bounded(
    device.searches,
    [report, ...device.reports.filter((one) => one.id !== report.id)],
    device.picks,
  );
}

/** With a report picked, or no longer. */
export function withPick(device: Device, pick: PickedReport, picked: boolean): Device {
  const others = device.picks.filter(({ id }) => id !== pick.id);
  if (picked === others.length < device.picks.length) return device;
  return bounded(device.searches, device.reports, picked ? [...others, pick] : others);
}

/** Both together; what both have stays as the first has it. */
export function merged(device: Device, other: Device): Device {
  const searches = new Set(device.searches.map(({ query }) => query));
  const reports = new Set(device.reports.map(({ id }) => id));
  const picks = new Set(device.picks.map(({ id }) => id));
  return bounded(
    [...device.searches, ...other.searches.filter(({ query }) => !searches.has(query))],
    [...device.reports, ...other.reports.filter(({ id }) => !reports.has(id))],
    [...device.picks, ...other.picks.filter(({ id }) => !picks.has(id))],
  );
}

/**
 * How many reports a saved search has found since the last visit: as many as the total grew by, or as stand before
 * the first one known, where some were taken away meanwhile.
 */
export function newReports(known: SavedSearch, now: Pick<SavedSearch, 'total' | 'newest'>): number {
  const before = now.newest.findIndex((id) => known.newest.includes(id));
  return Math.max(now.total - known.total, known.newest.length > 0 ? before : 0, 0);
}

function bounded(searches: SavedSearch[], reports: SeenReport[], picks: PickedReport[]): Device {
  return {
    version: 1,
    searches: searches.slice(0, MOST.searches),
    reports: reports.slice(0, MOST.reports),
    picks: picks.slice(0, MOST.picks),
  };
}

function searchOf(value: unknown): SavedSearch[] {
  if (!isRecord(value)) return [];
  const { query, words, savedAt, total, newest } = value;
  if (!isText(query) || !isText(words) || !isTime(savedAt)) return [];
  if (typeof total !== 'number' || !Number.isSafeInteger(total) || total < 0) return [];
  return [{ query, words, savedAt, total, newest: list(newest).filter(isId).slice(0, 20) }];
}

function reportOf(value: unknown): SeenReport[] {
  if (!isRecord(value)) return [];
  const { id, title, detail, seenAt } = value;
  return isId(id) && isText(title) && isText(detail) && isTime(seenAt) ? [{ id, title, detail, seenAt }] : [];
}

function pickOf(value: unknown): PickedReport[] {
  if (!isRecord(value)) return [];
  const { id, title } = value;
  return isId(id) && isText(title) ? [{ id, title }] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,120}$/.test(value);
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
}
