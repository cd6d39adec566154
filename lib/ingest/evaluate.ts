/** Measuring ingest against pages whose facts a person wrote down (`gold.json`). */
import { z } from 'zod';
import { figureSchema, periodSchema } from '../catalogue/schema';
import type { Figure, Period } from '../domain/report';
import { readDocumentNumbers } from '../vietnamese/document-number';
import { spelling } from '../vietnamese/fold';
import type { Extraction } from './recognise/extract';
import type { Certainty } from './recognise/finding';
import type { Registry } from './recognise/registry';

const goldPeriod = z.preprocess(withoutNulls, periodSchema.nullable()).optional();
const text = z.string().nullable().optional();
const texts = z.array(z.string()).optional();
const answers = z.array(z.string().nullable()).optional();

/**
 * One page's facts. A field that is absent is not judged; null means that nothing may be extracted. `…Also` are
 * other answers that a fair reader may give; what is `…Optional` is right if given and no fault if not.
 */
export const goldSchema = z.array(
  z.looseObject({
    file: z.string(),
    title: text,
    titleAlso: answers,
    publishedOn: text,
    publishedOnAlso: answers,
    heldOn: text,
    heldOnAlso: answers,
    province: text,
    provinceAlso: answers,
    currentProvince: text,
    currentProvinceAlso: answers,
    district: text,
    districtAlso: answers,
    level: z.string().optional(),
    levelAlso: answers,
    organization: text,
    organizationAlso: answers,
    kind: z.string().optional(),
    kindAlso: answers,
    period: goldPeriod,
    periodAlso: z.preprocess(
      (list) => (Array.isArray(list) ? list.map(withoutNulls) : list),
      z.array(periodSchema.nullable()).optional(),
    ),
    nextPeriod: goldPeriod,
    directives: texts,
    directivesOptional: texts,
    directiveDates: z.record(z.string(), z.string()).optional(),
    localDocuments: texts,
    figures: z.array(figureSchema).optional(),
    figuresOptional: z.array(figureSchema).optional(),
    chair: text,
    chairAlso: answers,
    author: text,
    authorAlso: answers,
    source: text,
    captions: texts,
    /** Strings that no body may hold. */
    notInBody: texts,
    /** Strings that the body must hold. */
    inBody: texts,
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
  certainty?: Certainty;
}

export interface Evaluation {
  pages: number;
  /** Files that could not be read. */
  failed: { file: string; reason: string }[];
  fields: Record<string, Tally>;
  /** Of the values given with each certainty: how many were right. */
  calibration: Record<Certainty, { right: number; all: number }>;
  misses: Miss[];
}

/** Fields that are lists: F1 counts, not the share right. */
export const LIST_FIELDS = [
  'directives',
  'figures',
  'figures, unit exact',
  'localDocuments',
  'captions',
  'directiveDates',
] as const;

export function newEvaluation(): Evaluation {
  const none = () => ({ right: 0, all: 0 });
  return {
    pages: 0,
    failed: [],
    fields: {},
    calibration: { sure: none(), likely: none(), guess: none() },
    misses: [],
  };
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
export function judge(evaluation: Evaluation, gold: Gold, extraction: Extraction, registry: Registry): void {
  const { report, certainty } = extraction;
  const { file } = gold;
  evaluation.pages++;
  const count = (
    field: string,
    verdict: keyof Tally,
    expected: unknown,
    got: unknown,
    sureness?: Certainty,
  ) => {
    const tally = evaluation.fields[field] ?? { right: 0, wrong: 0, missing: 0, invented: 0 };
    evaluation.fields[field] = { ...tally, [verdict]: tally[verdict] + 1 };
    if (sureness && verdict !== 'missing') {
      evaluation.calibration[sureness].all++;
      if (verdict === 'right') evaluation.calibration[sureness].right++;
    }
    if (verdict !== 'right')
      evaluation.misses.push({ file, field, gold: expected, got, certainty: sureness });
  };
  for (const field of SCALARS) {
    const expected = gold[field];
    if (expected === undefined) continue;
    const got = report[field];
    const accepted: unknown[] = [expected, ...((gold[`${field}Also`] as unknown[] | undefined) ?? [])];
    const same =
      accepted.some((answer) => sameValue(field, answer, got)) ||
      (field === 'title' && expected === null && extraction.titleIs === 'composed');
    count(
      field,
      same ? 'right' : expected === null ? 'invented' : got === null ? 'missing' : 'wrong',
      expected,
      got,
      got === null ? undefined : certainty[field],
    );
  }
  if (gold.directives) {
    const optional = expanded(gold.directivesOptional ?? [], registry);
    const wanted = gold.directives.map((id) => expanded([id], registry));
    const got = report.directives.map((id, index) => ({
      ids: expanded([id], registry),
      id,
      sureness: certainty[index === 0 ? 'directives' : `directives[${index}]`],
    }));
    // A plenum and the full list of its documents are equal.
    const given = new Set(got.flatMap(({ ids }) => ids));
    for (const [index, ids] of wanted.entries()) {
      const there = ids.every((id) => given.has(id));
      count('directives', there ? 'right' : 'missing', gold.directives[index], null);
    }
    const allowed = new Set([...wanted.flat(), ...optional]);
    for (const { ids, id, sureness } of got) {
      const right = ids.every((one) => allowed.has(one));
      if (!right) count('directives', 'invented', null, id, sureness);
      else if (sureness) {
        evaluation.calibration[sureness].all++;
        evaluation.calibration[sureness].right++;
      }
    }
  }
  const lists = (
    field: string,
    expected: readonly unknown[],
    optional: readonly unknown[],
    got: readonly unknown[],
    same: (a: unknown, b: unknown) => boolean,
  ) => {
    const left = [...got];
    const take = (value: unknown): boolean => {
      const at = left.findIndex((other) => same(value, other));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    };
    for (const value of expected) count(field, take(value) ? 'right' : 'missing', value, null);
    for (const value of optional) take(value);
    for (const value of left) count(field, 'invented', null, value);
  };
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
    const optional = gold.figuresOptional ?? [];
    lists('figures', gold.figures, optional, report.figures, (a, b) => sameFigure(a as Figure, b as Figure));
    lists(
      'figures, unit exact',
      gold.figures,
      optional,
      report.figures,
      (a, b) => (a as Figure).value === (b as Figure).value && sameUnit(a as Figure, b as Figure),
    );
  }
  if (gold.localDocuments)
    lists(
      'localDocuments',
      gold.localDocuments,
      [],
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

/** Ids, a plenum as the documents it stands for. */
function expanded(ids: readonly string[], { plenums }: Registry): string[] {
  return ids.flatMap((id) => {
    const documents = plenums.get(id)?.documents ?? [];
    return documents.length > 0 ? documents : [id];
  });
}

function withoutNulls(value: unknown): unknown {
  return value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))
    : value;
}

function canonical(written: string): string {
  return spelling(written.normalize('NFC')).replace(/\s+/g, ' ').trim();
}

/** A body's name in any order of its words, case, dashes and short forms (`TP. Hồ Chí Minh`, `TPHCM`). */
function canonicalBody(written: string): string {
  return canonical(written)
    .replace(/\b(?:tp|t\.p)\b\.? ?|thành phố(?: |$)/g, 'tp ')
    .replace(/tphcm|tp hcm|tp\.hcm/g, 'tp hồ chí minh')
    .replace(/ ?[-–] ?/g, ' ')
    .replace(/[,.]/g, '')
    .trim()
    .split(/\s+/)
    .sort()
    .join(' ');
}

function inBody(extraction: Extraction, words: string): boolean {
  const flat = (written: string) => written.normalize('NFC').replace(/Ð/g, 'Đ').replace(/\s+/g, ' ');
  return flat(extraction.body).includes(flat(words));
}

function sameValue(field: (typeof SCALARS)[number], a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    if (field === 'organization') return canonicalBody(a) === canonicalBody(b);
    if (field === 'source') return canonical(a).replace(/^www\./, '') === canonical(b).replace(/^www\./, '');
    return canonical(a) === canonical(b);
  }
  if (a && b && typeof a === 'object') return periodKey(a as Period) === periodKey(b as Period);
  return a === b;
}

function periodKey({ kind, year, toYear, month }: Period): string {
  return [kind, year, toYear, month].join(' ');
}

/** The same unit, or the same words where gold takes what is said of the counted into the unit. */
function sameUnit(gold: Figure, { unit, what }: Figure): boolean {
  return [unit, `${unit} ${what ?? ''}`, `${unit}, ${what ?? ''}`].some(
    (written) => canonical(written) === canonical(gold.unit),
  );
}

/** Same value, and units of which one begins with the other: where a unit ends is a matter of taste. */
function sameFigure(a: Figure, b: Figure): boolean {
  const whole = ({ unit, what }: Figure) => canonical(`${unit} ${what ?? ''}`).replace(/,/g, '');
  const [one, other] = [whole(a), whole(b)];
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
