import type { Span } from '../page/text';

/** How a value was come by: `sure` the page says it; `likely` one step of inference; `guess` wants a look. */
export type Certainty = 'sure' | 'likely' | 'guess';

/** One doubt, for a person: a stable code, the field it is about, a sentence. */
export interface Warning {
  code: string;
  field: string;
  text: string;
}

/** Another value that the page might mean, and the words that say so (null where none do). */
export interface Candidate<T> {
  value: T;
  span: Span | null;
}

/** A form offers so many at most. */
export const MOST_CANDIDATES = 4;

/** Of all that came up, what a form offers: each value once, without the one taken. */
export function candidatesBeside<T extends string>(
  taken: T | null,
  all: readonly Candidate<T>[],
): Candidate<T>[] {
  const seen = new Set([taken]);
  return all.filter(({ value }) => !seen.has(value) && seen.add(value)).slice(0, MOST_CANDIDATES);
}

/** What a recogniser answers. A value it could not settle is null (or empty), with the reason in `warnings`. */
export interface Finding<T> {
  value: T;
  /** The words it was read from; null where no words say it. */
  span: Span | null;
  certainty: Certainty;
  warnings: Warning[];
  /** Other readings, the better ones first; without `value` itself. */
  candidates?: Candidate<NonNullable<T>>[];
}

export function found<T>(
  value: T,
  span: Span | null,
  certainty: Certainty = 'sure',
  warnings: Warning[] = [],
  candidates: Candidate<NonNullable<T>>[] = [],
): Finding<T> {
  return { value, span, certainty, warnings, candidates };
}
