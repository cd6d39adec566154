/** The OpenAPI 3.1 description of `/api/v1`, made from the schemas that check its answers. */

import { z } from 'zod';
import { FACETS } from '../../search/facets';
import { SORTS } from '../../search/query';
import { addressOf } from '../outputs/site';
import { siteSettings } from '../settings';
import {
  countsSchema,
  directiveSchema,
  directivesSchema,
  facetSchema,
  placeSchema,
  placesSchema,
  problemSchema,
  reportSchema,
  searchSchema,
  valueCountSchema,
} from './schemas';

export const API_VERSION = '1.0.0';
/** Reports on a page of the API: unless asked for otherwise, and at most. */
export const DEFAULT_SIZE = 20;
export const MAX_SIZE = 100;

type Json = Record<string, unknown>;

/** Parameters of a search: those of the search page. */
const SEARCH_PARAMETERS: Json[] = [
  query('q', 'Text; marks may be missing. "…" for a phrase, -word to leave out.', {
    type: 'string',
    maxLength: 500,
  }),
  // A list in one parameter, commas between: `style` and `explode` say so.
  ...FACETS.map(({ name, label, vocabulary }) => ({
    ...query(name, `${label}: any of the values, and all of the filters.`, {
      type: 'array',
      items: vocabulary ? { type: 'string', enum: vocabulary } : { type: 'string' },
    }),
    style: 'form',
    explode: false,
  })),
  query('ke-thua', 'With the documents of the same lineage.', { type: 'string', enum: ['1'] }),
  query('sap-xep', 'Order.', { type: 'string', enum: SORTS.map(({ value }) => value) }),
  query('nguyen-van', 'Search to the letter: repair no typing.', { type: 'string', enum: ['1'] }),
];

/** The description, as a JSON document; its server is where the site lies. */
export function openApi(site: URL): Json {
  const { name, purpose, licence, contact } = siteSettings();
  const schemas = {
    reportSchema,
    directiveSchema,
    countsSchema,
    placeSchema,
    searchSchema,
    directivesSchema,
    placesSchema,
    problemSchema,
    valueCountSchema,
  };
  const registry = z.registry<{ id: string; description?: string }>();
  for (const schema of Object.values(schemas)) {
    const { id, description } = schema.meta() ?? {};
    if (id) registry.add(schema, { id, ...(description ? { description } : {}) });
  }
  const { schemas: described } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return {
    openapi: '3.1.0',
    info: {
      title: name,
      summary: purpose,
      version: API_VERSION,
      license: licence.url ? { name: licence.name, url: licence.url } : { name: licence.name },
      ...(contact
        ? { contact: contact.startsWith('mailto:') ? { email: contact.slice(7) } : { url: contact } }
        : {}),
    },
    servers: [{ url: addressOf('/api/v1', site) }],
    paths: {
      '/search': {
        get: operation('search', 'Searches reports', 'SearchAnswer', [
          ...SEARCH_PARAMETERS,
          query('trang', 'Page, from 1.', { type: 'integer', minimum: 1 }),
          query('size', 'Reports on a page.', {
            type: 'integer',
            minimum: 1,
            maximum: MAX_SIZE,
            default: DEFAULT_SIZE,
          }),
        ]),
      },
      '/reports/{id}': {
        get: operation(
          'report',
          'One report',
          'Report',
          [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          { 404: 'There never was such a report', 410: 'The report was withdrawn; detail says why' },
        ),
      },
      '/directives': {
        get: operation('directives', 'The registry of Party documents', 'DirectivesAnswer', []),
      },
      '/places': {
        get: operation('places', 'Provinces of today and of before 2025-07-01', 'PlacesAnswer', []),
      },
      '/counts': {
        get: operation('counts', 'Reports found by a search, counted by two facets', 'CountsAnswer', [
          { ...query('rows', 'Facet of the rows.', schemaOf(facetSchema)), required: true },
          { ...query('columns', 'Facet of the columns.', schemaOf(facetSchema)), required: true },
          ...SEARCH_PARAMETERS,
        ]),
      },
    },
    components: {
      schemas: Object.fromEntries(Object.entries(described).map(([id, schema]) => [id, bare(schema)])),
    },
  };
}

function query(name: string, description: string, schema: Json = { type: 'string' }): Json {
  return { name, in: 'query', description, schema };
}

function operation(
  id: string,
  summary: string,
  schema: string,
  parameters: Json[],
  problems: Record<number, string> = {},
): Json {
  const answer = (description: string, type: string, name: string) => ({
    description,
    content: { [type]: { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  return {
    operationId: id,
    summary,
    parameters,
    responses: {
      200: answer('The answer; its ETag can be sent back as If-None-Match', 'application/json', schema),
      304: { description: 'Nothing has changed' },
      400: answer('A parameter of the API itself is wrong', 'application/problem+json', 'Problem'),
      ...Object.fromEntries(
        Object.entries(problems).map(([status, text]) => [
          status,
          answer(text, 'application/problem+json', 'Problem'),
        ]),
      ),
    },
  };
}

function schemaOf(schema: z.ZodType): Json {
  return bare(z.toJSONSchema(schema));
}

/** Without what only a schema file of its own needs. */
function bare({ $schema, $id, id, ...schema }: Json): Json {
  return schema;
}
