/**
 * What the open API and the bulk files hold: one zod schema for each shape. The OpenAPI description is made from them,
 * the tests check every answer against them, and the types of `records.ts` are theirs.
 *
 * Version 1 may gain fields and parameters; none goes or changes its meaning (`/du-lieu-mo` tells the rule).
 */
import { z } from 'zod';
import { PERIOD_KINDS } from '../../domain/period';
import { DIRECTIVE_RELATIONS, DIRECTIVE_TYPES, LEVELS, REPORT_KINDS, TOPICS } from '../../domain/vocabulary';
import { FACET_NAMES, type FacetName } from '../../search/facets';

const oneOf = <T extends string>(terms: readonly { value: T }[]) => z.enum(terms.map((term) => term.value));
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('ISO 8601 calendar date');
const count = z.int().min(0);
export const facetSchema = z.enum(FACET_NAMES as [FacetName, ...FacetName[]]);

const periodSchema = z
  .object({
    kind: oneOf(PERIOD_KINDS).optional(),
    year: z.int().optional(),
    toYear: z.int().optional().describe('last year of a span of several years'),
    month: z.int().min(1).max(12).optional(),
  })
  .describe('The span of time looked back on; a part that is not known is absent.');

export const reportSchema = z
  .object({
    id: z.string(),
    address: z.url().describe('its page on this site'),
    url: z.string().nullable().describe('the page it was read from'),
    alsoAt: z.array(z.string()).describe('other addresses of the same page'),
    conference: z.string().describe('reports of one conference have one value'),
    title: z.string(),
    titleIs: z.enum(['page', 'composed']).describe('composed: the page showed no title and ours stands in'),
    source: z.string(),
    author: z.string().nullable(),
    publishedOn: day.nullable(),
    heldOn: day.nullable(),
    addedOn: day.nullable().describe('the day it came into the catalogue'),
    modifiedOn: day.nullable().describe('the day it was last changed there'),
    year: z.int().nullable().describe('the year it counts under; null where unknown'),
    yearFrom: z.enum(['period', 'held', 'published']).nullable().describe('which of its dates gave the year'),
    period: periodSchema.nullable(),
    nextPeriod: periodSchema.nullable(),
    periodInWords: z.string(),
    currentProvince: z.string().nullable().describe('slug among the 34 provinces of today'),
    province: z.string().nullable().describe('slug among the 63 provinces before 2025-07-01'),
    provinceNames: z.object({ today: z.string(), former: z.string() }),
    district: z.string().nullable(),
    districtCode: z.string().nullable(),
    placeInWords: z.string(),
    level: oneOf(LEVELS),
    kind: oneOf(REPORT_KINDS),
    organization: z.string().nullable(),
    chair: z.string().nullable(),
    topics: z.array(oneOf(TOPICS)),
    terms: z.array(z.string()),
    directives: z.array(
      z.object({
        id: z.string().nullable().describe('id in the registry; null where it could not be resolved'),
        label: z.string(),
        asWritten: z.string(),
        certain: z.boolean(),
        date: day.optional(),
      }),
    ),
    localDocuments: z.array(z.string()),
    figures: z.array(
      z.object({
        value: z.number(),
        unit: z.string(),
        what: z.string().optional(),
        qualifier: z.string().optional(),
      }),
    ),
    abstract: z.string().describe('our own summary'),
  })
  .meta({
    id: 'Report',
    description: 'Facts about one public page on one conference, with our own summary.',
  });

export const directiveSchema = z
  .object({
    id: z.string().describe('number and term: 05-CT/TW@XII; NQTW4-XII for a plenum'),
    slug: z.string().describe('value of the filter vb'),
    address: z.url(),
    label: z.string(),
    type: oneOf(DIRECTIVE_TYPES),
    number: z.int().nullable(),
    term: z.string().nullable().describe('Roman numeral of the Party term'),
    issuer: z.string().nullable(),
    date: day.nullable(),
    title: z.string().describe('its subject; empty where unknown'),
    verified: z.boolean().describe('false: from general knowledge, not yet checked against a source'),
    relations: z.array(z.object({ rel: oneOf(DIRECTIVE_RELATIONS), to: z.string() })),
    documents: z.array(z.string()).describe('of a plenum: ids of the documents that it stands for'),
    reports: count.describe('how many reports cite it'),
  })
  .meta({ id: 'Directive', description: 'A Party document of the registry.' });

export const placeSchema = z
  .object({
    value: z.string().describe('value of the filter tinh: gia-lai, gia-lai.binh-dinh, trung-uong'),
    address: z.url(),
    kind: z.enum(['today', 'former', 'national']),
    name: z.string(),
    fullName: z.string(),
    code: z.string().nullable().describe('two digits; codes moved between names in 2025: never join on them'),
    region: z.string().nullable(),
    partOf: z.string().nullable().describe('of a former province: the value of today’s'),
    reports: count,
  })
  .meta({ id: 'Place', description: 'A province of today, one of before 2025-07-01, or the whole country.' });

export const valueCountSchema = z
  .object({ value: z.string(), label: z.string(), count, parent: z.string().nullable() })
  .meta({ id: 'ValueCount', description: 'A value of a facet, and how many reports it would find.' });

export const searchSchema = z
  .object({
    query: z.string().describe('the search in canonical form; the same string after /? is its page'),
    address: z.url(),
    words: z.string().describe('the search in Vietnamese words'),
    notices: z
      .array(z.object({ code: z.string(), text: z.string() }))
      .describe('what of the search was ignored or changed'),
    total: count,
    page: z.int().min(1),
    size: z.int().min(1).max(100),
    pages: z.int().min(1),
    reports: z.array(reportSchema),
    near: z
      .array(reportSchema.extend({ missing: z.array(z.string()).describe('words of the search it lacks') }))
      .describe('where few are found: at most 20 reports that lack something of the search; not in total'),
    applied: z
      .array(z.object({ facet: facetSchema, value: z.string(), label: z.string() }))
      .describe('filters that the words were read as'),
    facets: z.record(facetSchema, z.array(valueCountSchema)),
  })
  .meta({ id: 'SearchAnswer' });

export const directivesSchema = z
  .object({ total: count, directives: z.array(directiveSchema) })
  .meta({ id: 'DirectivesAnswer' });

export const placesSchema = z
  .object({ total: count, places: z.array(placeSchema) })
  .meta({ id: 'PlacesAnswer' });

const head = z.object({ value: z.string(), label: z.string(), total: count });
export const countsSchema = z
  .object({
    query: z.string(),
    rowFacet: facetSchema,
    columnFacet: facetSchema,
    total: count,
    rows: z.array(head),
    columns: z.array(head),
    counts: z.array(z.array(count)).describe('reports by row and column, in the order of rows and columns'),
  })
  .meta({ id: 'CountsAnswer' });

export const problemSchema = z
  .object({
    type: z.string().describe('stable; one of the fragments of /du-lieu-mo'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

export type ReportRecord = z.output<typeof reportSchema>;
export type DirectiveRecord = z.output<typeof directiveSchema>;
export type PlaceRecord = z.output<typeof placeSchema>;
export type SearchAnswer = z.output<typeof searchSchema>;
export type CountsAnswer = z.output<typeof countsSchema>;
export type Problem = z.output<typeof problemSchema>;
