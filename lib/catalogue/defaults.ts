import type { z } from 'zod';

/** An object without the fields at their schema's default, in the order of the schema. */
export function withoutDefaults(value: object, shape: Record<string, z.ZodType>): Record<string, unknown> {
  const given = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(shape)) {
    const absent = schema.safeParse(undefined);
    if (given[field] === undefined) continue;
    if (absent.success && JSON.stringify(absent.data) === JSON.stringify(given[field])) continue;
    kept[field] = given[field];
  }
  return kept;
}
