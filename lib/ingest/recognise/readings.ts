/**
 * An extraction field by field, as a form shows it: the value, the words it came from, how sure it is, what else it
 * might be, what is in doubt.
 */
import type { Evidence } from '../../domain/report';
import type { ExtractedReport, Extraction } from './extract';
import type { Certainty, Warning } from './finding';

export type Field = keyof ExtractedReport;

/** A value that the page might mean instead. */
export interface Alternative {
  value: unknown;
  evidence: Evidence | null;
}

/** One field, or one entry of a list field (`directives[2]`). */
export interface Reading {
  field: Field;
  /** Place in a list field; 0 for every other. */
  index: number;
  /** In the report's own shape; null where the page does not settle it. */
  value: unknown;
  /** `empty`: there is no value. */
  certainty: Certainty | 'empty';
  /** The words, with their offsets into the page's `raw` text; null where no words say it. */
  evidence: Evidence | null;
  /** Best first, without the value itself. */
  candidates: Alternative[];
  doubts: Warning[];
}

/** Fields in the order of a form. */
export const FIELDS: readonly Field[] = [
  'title',
  'organization',
  'kind',
  'period',
  'nextPeriod',
  'heldOn',
  'publishedOn',
  'province',
  'currentProvince',
  'district',
  'level',
  'chair',
  'author',
  'source',
  'directives',
  'localDocuments',
  'figures',
  'topics',
];

/** Key of `evidence`, `certainty` and `candidates`: `directives` for a list's first entry, `directives[1]` for its second. */
export function readingKey(field: string, index: number): string {
  return index === 0 ? field : `${field}[${index}]`;
}

/** Every field in the order of `FIELDS`; a list field gives one reading an entry, or one empty reading. */
export function readingsOf({ report, evidence, certainty, candidates, warnings }: Extraction): Reading[] {
  return FIELDS.flatMap((field) => {
    const value = report[field];
    const entries: unknown[] = Array.isArray(value) ? (value.length > 0 ? value : [null]) : [value];
    return entries.map((entry, index): Reading => {
      const key = readingKey(field, index);
      return {
        field,
        index,
        value: entry,
        certainty: entry === null ? 'empty' : (certainty[key] ?? 'likely'),
        evidence: evidence[key] ?? null,
        candidates: candidates[key] ?? [],
        doubts: index === 0 ? warnings.filter((warning) => warning.field === field) : [],
      };
    });
  });
}
