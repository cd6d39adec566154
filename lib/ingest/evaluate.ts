/** Measuring ingest against pages whose facts a person wrote down (`gold.json`). */
import { z } from 'zod';
import { figureSchema, periodSchema } from '../catalogue/schema';
import type { Figure, Period } from '../domain/report';
import { readDocumentNumbers } from '../vietnamese/document-number';
import { spelling } from '../vietnamese/fold';
import type { Extraction } from './recognise/extract';

/** One page's facts. A field that is absent is not judged; null means that nothing may be extracted. */
export const goldSchema = z.array(
  z.looseObject({
    file: z.string(),
    title: z.string().nullable().optional(),
    publishedOn: z.string().nullable().optional(),
    heldOn: z.string().nullable().optional(),
    province: z.string().nullable().optional(),
    currentProvince: z.string().nullable().optional(),
    district: z.string().nullable().optional(),
    level: z.string().optional(),
    organization: z.string().nullable().optional(),
    kind: z.string().optional(),
    kindAlso: z.array(z.string()).optional(),
    levelAlso: z.array(z.string()).optional(),
    period: periodSchema.nullable().optional(),
    nextPeriod: periodSchema.nullable().optional(),
    directives: z.array(z.string()).optional(),
    directiveDates: z.record(z.string(), z.string()).optional(),
    localDocuments: z.array(z.string()).optional(),
    figures: z.array(figureSchema).optional(),
    chair: z.string().nullable().optional(),
    author: z.string().nullable().optional(),
    source: z.string().nullable().optional(),
    captions: z.array(z.string()).optional(),
    /** Strings that no body may hold. */
    notInBody: z.array(z.string()).optional(),
    /** Strings that the body must hold. */
    inBody: z.array(z.string()).optional(),
  }),
);
export type Gold = z.output<typeof goldSchema>[number];

/** right: as gold; wrong: another value; missing: gold has one, the page none; invented: the reverse. */
export interface Tally {
  right: number;
  wrong: number;
  missing: number;
  invented: number;
}

/** One disagreement. */
export interface Miss {
  file: string;
  field: string;
  gold: unknown;
  got: unknown;
}

export interface Evaluation {
  pages: number;
  /** Files that could not be read. */
  failed: { file: string; reason: string }[];
  fields: Record<string, Tally>;
  misses: Miss[];
}

export const LIST_FIELDS = [
  'directives',
  'figures',
  'figures, unit exact',
  'localDocuments',
  'captions',
  'directiveDates',
] as const;

export function newEvaluation(): Evaluation {
  return { pages: 0, failed: [], fields: {}, misses: [] };
}

const SCALARS = [
  'title',
  'publishedOn',
  'heldOn',
  'province',
  'currentProvince',
  'district',
  'level',
  'organization',
  'kind',
  'period',
  'nextPeriod',
  'chair',
  'author',
  'source',
] as const;

/** Judges one page; adds to the tallies. */
export function judge(evaluation: Evaluation, gold: Gold, extraction: Extraction): void {
  const { report } = extraction;
  const { file } = gold;
  evaluation.pages++;
  const count = (field: string, verdict: keyof Tally, expected: unknown, got: unknown) => {
    const tally = evaluation.fields[field] ?? { right: 0, wrong: 0, missing: 0, invented: 0 };
    evaluation.fields[field] = { ...tally, [verdict]: tally[verdict] + 1 };
    if (verdict !== 'right') evaluation.misses.push({ file, field, gold: expected, got });
  };
  for (const field of SCALARS) {
    const expected = gold[field];
    if (expected === undefined) continue;
    const got = report[field];
    const same =
      sameValue(expected, got) ||
      (field === 'kind' && gold.kindAlso?.includes(report.kind)) ||
      (field === 'level' && gold.levelAlso?.includes(report.level)) ||
      (field === 'title' && expected === null && extraction.titleIs === 'composed') ||
      (field === 'source' &&
        canonical(String(expected)).replace(/^www\./, '') === canonical(String(got)).replace(/^www\./, ''));
    count(
      field,
      same ? 'right' : expected === null ? 'invented' : got === null ? 'missing' : 'wrong',
      expected,
      got,
    );
  }
  const lists = (
    field: string,
    expected: readonly unknown[],
    got: readonly unknown[],
    same: (a: unknown, b: unknown) => boolean,
  ) => {
    const left = [...got];
    for (const value of expected) {
      const at = left.findIndex((other) => same(value, other));
      count(field, at < 0 ? 'missing' : 'right', value, null);
      if (at >= 0) left.splice(at, 1);
    }
    for (const value of left) count(field, 'invented', null, value);
  };
  if (gold.directives) lists('directives', gold.directives, report.directives, (a, b) => a === b);
  if (gold.directiveDates) {
    const dates = Object.fromEntries(
      extraction.citations.flatMap(({ id, date }) => (id && date ? [[id, date]] : [])),
    );
    for (const [id, date] of Object.entries(gold.directiveDates))
      count(
        'directiveDates',
        dates[id] === date ? 'right' : dates[id] ? 'wrong' : 'missing',
        `${id} ${date}`,
        dates[id] ?? null,
      );
  }
  if (gold.figures) {
    lists('figures', gold.figures, report.figures, (a, b) => sameFigure(a as Figure, b as Figure));
    lists(
      'figures, unit exact',
      gold.figures,
      report.figures,
      (a, b) =>
        (a as Figure).value === (b as Figure).value &&
        (a as Figure).unit.toLowerCase() === (b as Figure).unit.toLowerCase(),
    );
  }
  if (gold.localDocuments)
    lists(
      'localDocuments',
      gold.localDocuments,
      report.localDocuments,
      (a, b) => documentOf(a as string) === documentOf(b as string),
    );
  if (gold.captions)
    for (const caption of gold.captions)
      count(
        'captions',
        extraction.captions.some((got) => canonical(got) === canonical(caption)) &&
          !inBody(extraction, caption)
          ? 'right'
          : 'missing',
        caption,
        extraction.captions,
      );
  for (const noise of gold.notInBody ?? [])
    count('noise kept out', inBody(extraction, noise) ? 'wrong' : 'right', noise, 'in the body');
  for (const words of gold.inBody ?? [])
    count('body kept', inBody(extraction, words) ? 'right' : 'missing', words, null);
}

function canonical(text: string): string {
  return spelling(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
}

function inBody(extraction: Extraction, words: string): boolean {
  const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');
  return flat(extraction.body).includes(flat(words));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return canonical(a) === canonical(b);
  if (a && b && typeof a === 'object') return periodKey(a as Period) === periodKey(b as Period);
  return a === b;
}

function periodKey({ kind, year, toYear, month }: Period): string {
  return [kind, year, toYear, month].join(' ');
}

/** Same value, and units of which one begins with the other: where a unit ends is a matter of taste. */
function sameFigure(a: Figure, b: Figure): boolean {
  const [one, other] = [canonical(a.unit), canonical(b.unit)];
  return a.value === b.value && (one.startsWith(other) || other.startsWith(one));
}

function documentOf(written: string): string {
  const [number] = readDocumentNumbers(written);
  return number ? `${number.number}-${number.type}/${number.organ}` : canonical(written);
}

/** Harmonic mean of precision and recall; 1 where nothing was to be found and nothing was. */
export function f1({ right, wrong, missing, invented }: Tally): number {
  const all = 2 * right + 2 * wrong + missing + invented;
  return all === 0 ? 1 : (2 * right) / all;
}

/** Share of the values judged that are right. */
export function accuracy({ right, wrong, missing, invented }: Tally): number {
  const all = right + wrong + missing + invented;
  return all === 0 ? 1 : right / all;
}
