/**
 * What a file of the catalogue may hold: one zod schema for each shape of `model.ts`, with the rules that a value
 * can break on its own. Rules that need a second file (does this directive exist?) are in `check.ts`.
 *
 * Every object is strict: a key that is not in the model is a fault, so a misspelt one cannot pass unseen.
 */
import { z } from 'zod';
import { PERIOD_KINDS } from '../domain/period';
import type { Citation, District, Evidence, Figure, FormerProvince, Period, Report } from '../domain/report';
import { DIRECTIVE_RELATIONS, DIRECTIVE_TYPES, LEVELS, REPORT_KINDS, TOPICS } from '../domain/vocabulary';

/** The line of a report's body after which its full text stands. */
export const FULL_TEXT_HEADING = '## Toàn văn';

/** Reports older than this are taken for a misprint. */
const EARLIEST_YEAR = 1945;
/** A plan may look this far ahead; a page dated later than a year from now is taken for a misprint. */
const YEARS_AHEAD = 10;
const DAYS_AHEAD = 366;

const oneOf = <T extends string>(terms: readonly { value: T }[]) => z.enum(terms.map((term) => term.value));

/** Characters of a value other than the two texts; the longest title in use has about two hundred. */
const LONGEST = 2000;
/** Entries of a list. */
const MOST = 1000;

const visible = z
  .string()
  .max(LONGEST, `is longer than ${LONGEST} characters`)
  .refine((value) => !/(?![\t\n\r])\p{Cc}/u.test(value), 'has control characters');
const text = visible
  .min(1, 'is empty')
  .refine((value) => value === value.trim(), 'has spaces at its beginning or end');
const listOf = <T extends z.ZodType>(entry: T) => z.array(entry).max(MOST, `has more than ${MOST} entries`);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug (a-z, 0-9 and single hyphens)');

const webAddress = visible.refine((value) => {
  if (!/^https?:\/\/[^\s]+$/i.test(value)) return false;
  return URL.canParse(value);
}, 'is not an http or https address');

const isoDate = z
  .string('must be a day, written YYYY-MM-DD')
  .refine(isRealDay, { error: 'is not a real day, written YYYY-MM-DD', abort: true });

/** An ISO date of a page or a conference: a real day, neither long ago nor far ahead. */
const pageDate = isoDate
  .refine((day) => Number(day.slice(0, 4)) >= EARLIEST_YEAR, `is before ${EARLIEST_YEAR}`)
  .refine((day) => Date.parse(day) <= Date.now() + DAYS_AHEAD * 86_400_000, 'lies more than a year ahead');

const year = z
  .int()
  .min(EARLIEST_YEAR, `is before ${EARLIEST_YEAR}`)
  .refine((value) => value <= new Date().getUTCFullYear() + YEARS_AHEAD, 'lies too far ahead');

function isRealDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

export const periodSchema = z
  .strictObject({
    kind: oneOf(PERIOD_KINDS).optional(),
    year: year.optional(),
    toYear: year.optional(),
    month: z.int().min(1).max(12).optional(),
  })
  .superRefine((period, context) => {
    const fault = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (Object.values(period).every((part) => part === undefined))
      fault('kind', 'the period is empty: leave it out');
    if (period.month !== undefined && period.kind !== 'thang') fault('month', 'goes with kind thang only');
    if (period.toYear === undefined) return;
    if (period.kind !== 'nhieu-nam') fault('toYear', 'goes with kind nhieu-nam only');
    if (period.year !== undefined && period.toYear < period.year)
      fault('toYear', `is before year ${period.year}`);
  });

export const citationSchema = z.strictObject({
  asWritten: text,
  id: text.nullable().default(null),
  certain: z.boolean().default(true),
  date: isoDate.optional(),
});

export const figureSchema = z.strictObject({
  value: z.number(),
  unit: text,
  what: text.optional(),
  qualifier: text.optional(),
});

export const evidenceSchema = z
  .strictObject({ text: visible, start: z.int().min(0), end: z.int().min(0) })
  .refine(({ start, end }) => start <= end, { path: ['end'], message: 'is before start' });

const body = z.string().refine((value) => !value.includes('\r'), 'has carriage returns');

/**
 * The fields of a report in the order they stand in its file; the two texts come last, as the file's body. A field
 * with a default may be left out.
 */
export const reportShape = {
  id: slug,
  url: webAddress.nullable().default(null),
  alsoAt: z.array(webAddress).default([]),
  title: text,
  titleIs: z.enum(['page', 'composed']).default('page'),
  source: text,
  publishedOn: pageDate.nullable().default(null),
  heldOn: pageDate.nullable().default(null),
  province: slug.nullable().default(null),
  currentProvince: slug.nullable().default(null),
  district: text.nullable().default(null),
  districtCode: z.string('must be in quotes').nullable().default(null),
  level: oneOf(LEVELS),
  organization: text.nullable().default(null),
  kind: oneOf(REPORT_KINDS),
  conference: slug.nullable().default(null),
  period: periodSchema.nullable().default(null),
  nextPeriod: periodSchema.nullable().default(null),
  directives: listOf(citationSchema).default([]),
  localDocuments: listOf(text).default([]),
  figures: listOf(figureSchema).default([]),
  chair: text.nullable().default(null),
  author: text.nullable().default(null),
  topics: z.array(oneOf(TOPICS)).default([]),
  terms: listOf(text).default([]),
  seen: z.enum(['whole', 'part']),
  rights: z.enum(['open', 'reserved']).default('reserved'),
  status: z.enum(['published', 'withdrawn']).default('published'),
  withdrawnReason: text.nullable().default(null),
  addedOn: pageDate.nullable().default(null),
  modifiedOn: pageDate.nullable().default(null),
  evidence: z.record(z.string(), evidenceSchema).default({}),
  ingest: z
    .strictObject({ from: text, wrote: text, format: text, encoding: text.nullable() })
    .nullable()
    .default(null),
  abstract: body
    .refine((value) => value === value.trim(), 'has blank lines at its beginning or end')
    .refine(
      (value) => !value.split('\n').includes(FULL_TEXT_HEADING),
      `contains the line ${FULL_TEXT_HEADING}`,
    ),
  fullText: z.string().nullable().default(null),
};

export const reportSchema = z.strictObject(reportShape).superRefine((report, context) => {
  const fault = (field: keyof Report, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  if (report.heldOn && report.publishedOn && report.heldOn > report.publishedOn)
    fault('heldOn', `is after publishedOn ${report.publishedOn}`);
  if (report.status === 'withdrawn' && !report.withdrawnReason) fault('withdrawnReason', 'is missing');
  if (report.status === 'published' && report.withdrawnReason)
    fault('withdrawnReason', 'goes with status withdrawn only');
  if (report.districtCode && !report.district) fault('district', 'is missing beside districtCode');
  if (report.alsoAt.length > 0 && !report.url) fault('url', 'is missing beside alsoAt');
  if (report.modifiedOn && !report.addedOn) fault('addedOn', 'is missing beside modifiedOn');
  else if (report.modifiedOn && report.addedOn && report.modifiedOn < report.addedOn)
    fault('modifiedOn', `is before addedOn ${report.addedOn}`);
  if (report.province && !report.currentProvince) fault('currentProvince', 'is missing beside province');
});

/** A directive as the file has it: what the id says (number, suffix, term) is not said again. */
export const directiveEntrySchema = z.strictObject({
  id: text,
  type: oneOf(DIRECTIVE_TYPES),
  issuer: text,
  date: isoDate.nullable().default(null),
  title: text.or(z.literal('')).default(''),
  shortName: text.optional(),
  aliases: z.array(text).default([]),
  relations: z.array(z.strictObject({ rel: oneOf(DIRECTIVE_RELATIONS), to: text })).default([]),
  topic: slug,
  evidenceUrl: webAddress.nullable().default(null),
  verified: z.boolean().default(true),
  dateVerified: z.boolean().default(true),
  note: text.nullable().default(null),
});
export type DirectiveEntry = z.output<typeof directiveEntrySchema>;

/** Plenums as the file has them: id to the ids of the documents it stands for. */
export const plenumFileSchema = z.record(
  z.string().regex(/^NQTW\d+-[IVXL]+$/, 'is not of the form NQTW4-XII'),
  z.array(text),
);

const formerProvinceShape = {
  slug,
  name: text,
  fullName: text,
  code: z.string('must be in quotes').regex(/^\d{2}$/, 'is not a code of two digits'),
  region: text,
  capital: text.optional(),
  aliases: z.array(text).default([]),
  weakAliases: z.array(text).default([]),
};
export const formerProvinceSchema = z.strictObject(formerProvinceShape);
/** A province as the file has it: `formerly` is left out where the merger of 2025-07-01 changed nothing. */
export const provinceEntrySchema = z.strictObject({
  ...formerProvinceShape,
  formerly: z.array(formerProvinceSchema).optional(),
});

export const districtSchema = z.strictObject({
  name: text,
  fullName: text,
  province: slug,
  code: z.string('must be in quotes').regex(/^\d{3}$/, 'is not a code of three digits'),
  aliases: z.array(text).optional(),
});

/** True where two types are one: a field added to the model and not here (or the reverse) stops the type check. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Output<Schema extends z.ZodType> = { [Key in keyof z.output<Schema>]: z.output<Schema>[Key] };
type Plain<T> = { [Key in keyof T]: T[Key] };
true satisfies Same<Output<typeof periodSchema>, Plain<Period>>;
true satisfies Same<Output<typeof citationSchema>, Plain<Citation>>;
true satisfies Same<Output<typeof figureSchema>, Plain<Figure>>;
true satisfies Same<Output<typeof evidenceSchema>, Plain<Evidence>>;
true satisfies Same<Output<typeof reportSchema>, Plain<Report>>;
true satisfies Same<Output<typeof formerProvinceSchema>, Plain<FormerProvince>>;
true satisfies Same<Output<typeof districtSchema>, Plain<District>>;
