/** A report as the form holds it, and what a change of one value does to it. Runs in the browser: types and functions. */
import type { Evidence, Report } from '../domain/report';

/**
 * How a value came to be: read from the page (`sure`, `likely`, `guess`), not settled by it (`empty`), kept from the
 * file (`kept`), put there by the person (`typed`).
 */
export type Sureness = 'sure' | 'likely' | 'guess' | 'empty' | 'kept' | 'typed';

/** Another value, one tap away. */
export interface Choice {
  label: string;
  change: Partial<Report>;
  evidence: Evidence | null;
}

/** A file as it was read: saving asks whether it still is. */
export interface Base {
  path: string;
  digest: string;
}

export interface DeskDraft {
  report: Report;
  /** What evidence points into: the page's text, or the full text that the file keeps. */
  text: string;
  /** By key: a field, or an entry of a list (`directives[1]`). */
  sureness: Record<string, Sureness>;
  /** By key. */
  choices: Record<string, Choice[]>;
  /** By field, sentences in Vietnamese. */
  doubts: Record<string, string[]>;
  /** Null for a report that no file holds yet. */
  base: Base | null;
  /** Where it was read from a page: what `ingest` of the report will say. */
  record: { from: string; format: string; encoding: string | null } | null;
  /** Said of the page as a whole. */
  notes: string[];
  /** The report that this page seems to repeat. */
  repeats: { id: string; title: string } | null;
}

/** Fields that hold lists; their entries have keys of their own. */
export const LIST_FIELDS = ['directives', 'localDocuments', 'figures'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Key of an entry, as evidence has it: `directives` for the first, `directives[1]` for the second. */
export function entryKey(field: string, index: number): string {
  return index === 0 ? field : `${field}[${index}]`;
}

/** The field of a key. */
export function fieldOf(key: string): string {
  return key.replace(/\[.*$/, '');
}

/** The draft with values changed by the person; what was read for them is theirs no more. */
export function changed(
  draft: DeskDraft,
  key: string,
  change: Partial<Report>,
  evidence: Evidence | null = null,
): DeskDraft {
  const report = { ...draft.report, ...change };
  const sureness = { ...draft.sureness };
  const kept = { ...report.evidence };
  for (const one of new Set([key, ...Object.keys(change).filter((field) => !isListField(field))])) {
    sureness[one] = 'typed';
    delete kept[one];
  }
  if (evidence) kept[key] = evidence;
  return { ...draft, report: { ...report, evidence: kept }, sureness };
}

/** The draft with one of its choices taken; of a list only the entry that the choice is about. */
export function chosen(draft: DeskDraft, key: string, { change, evidence }: Choice): DeskDraft {
  const field = fieldOf(key);
  if (!isListField(field)) return changed(draft, key, change, evidence);
  const index = Number(/\[(\d+)\]/.exec(key)?.[1] ?? 0);
  const entries = draft.report[field].map((entry, at) =>
    at === index ? (change[field]?.[at] ?? entry) : entry,
  );
  return changed(draft, key, { [field]: entries }, evidence ?? draft.report.evidence[key]);
}

/** The draft without one entry of a list: the entries after it move up, and what is known of them with them. */
export function withoutEntry(draft: DeskDraft, field: ListField, index: number): DeskDraft {
  const last = draft.report[field].length - 1;
  const moved = <T>(record: Record<string, T>): Record<string, T> => {
    const next = { ...record };
    for (let at = index; at <= last; at++) {
      const from = record[entryKey(field, at + 1)];
      if (at < last && from !== undefined) next[entryKey(field, at)] = from;
      else delete next[entryKey(field, at)];
    }
    return next;
  };
  return {
    ...draft,
    report: {
      ...draft.report,
      [field]: draft.report[field].filter((_, at) => at !== index),
      evidence: moved(draft.report.evidence),
    },
    sureness: moved(draft.sureness),
    choices: moved(draft.choices),
  };
}

function isListField(field: string): field is ListField {
  return (LIST_FIELDS as readonly string[]).includes(field);
}

/** Where the words of a value stand in the text: where evidence says, else where they first occur; null if nowhere. */
export function placeOf(
  { text, start, end }: Evidence,
  within: string,
): { start: number; end: number } | null {
  if (text === '') return null;
  if (within.slice(start, end) === text) return { start, end };
  const at = within.indexOf(text);
  return at < 0 ? null : { start: at, end: at + text.length };
}
