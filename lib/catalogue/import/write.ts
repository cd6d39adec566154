/** The tables of a data folder as text: fixed order, one thing a line, so that a change shows as a small diff. */
import { Document, isCollection, isMap, isNode, isSeq, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { partsOfId } from '../../domain/directive';
import type { Plenum } from '../../domain/report';
import { DIRECTIVE_TYPES } from '../../domain/vocabulary';
import { withoutDefaults } from '../defaults';
import { type DirectiveEntry, directiveEntrySchema, provinceEntrySchema } from '../schema';

const TERMS = ['IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV'];

/** `directives.yaml`: by type, then term, then number; what is at its default left out. */
export function formatDirectives(entries: readonly DirectiveEntry[]): string {
  const order = ({ id, type }: DirectiveEntry): readonly [number, number, number] => {
    const { number, term } = partsOfId(id);
    return [DIRECTIVE_TYPES.findIndex(({ value }) => value === type), TERMS.indexOf(term ?? ''), number ?? 0];
  };
  const sorted = [...entries].sort((a, b) => {
    const [left, right] = [order(a), order(b)];
    return left[0] - right[0] || left[1] - right[1] || left[2] - right[2] || (a.id < b.id ? -1 : 1);
  });
  return formatEntries(
    sorted.map((entry) => withoutDefaults(entry, directiveEntrySchema.shape)),
    { oneLine: [], oneLineItems: ['relations'] },
  );
}

/** `plenums.yaml`: by term, then number. */
export function formatPlenums(plenums: readonly Plenum[]): string {
  const sorted = [...plenums].sort(
    (a, b) => TERMS.indexOf(a.term) - TERMS.indexOf(b.term) || a.number - b.number,
  );
  return sorted.map(({ id, documents }) => `${id}: [${documents.join(', ')}]\n`).join('');
}

/** `places/provinces.yaml`, in the order given. */
export function formatProvinces(entries: readonly z.output<typeof provinceEntrySchema>[]): string {
  const { shape } = provinceEntrySchema;
  const plain = entries.map(({ formerly, ...province }) => ({
    ...withoutDefaults(province, shape),
    ...(formerly ? { formerly: formerly.map((former) => withoutDefaults(former, shape)) } : {}),
  }));
  return formatEntries(plain, { oneLine: ['aliases', 'weakAliases'], oneLineItems: [] });
}

/** A list of JSON rows, one a line. */
export function formatRows(rows: readonly unknown[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

/** An object of lists, one row a line. */
export function formatTables(tables: Record<string, readonly unknown[]>): string {
  const parts = Object.entries(tables).map(
    ([name, rows]) => `${JSON.stringify(name)}: ${formatRows(rows).trimEnd()}`,
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

function formatEntries(
  entries: readonly object[],
  { oneLine, oneLineItems }: { oneLine: readonly string[]; oneLineItems: readonly string[] },
): string {
  const document = new Document(entries, { aliasDuplicateObjects: false });
  if (!isSeq(document.contents)) return '';
  document.contents.items.forEach((entry, index) => {
    if (!isMap(entry)) return;
    entry.spaceBefore = index > 0;
    layOut(entry);
  });
  return document.toString({ lineWidth: 0 });

  function layOut(entry: YAMLMap): void {
    for (const { key, value } of entry.items) {
      const field = isNode(key) ? String(key) : '';
      if (isCollection(value) && oneLine.includes(field)) value.flow = true;
      if (!isSeq(value)) continue;
      for (const item of value.items) {
        if (!isMap(item)) continue;
        if (oneLineItems.includes(field)) item.flow = true;
        else layOut(item);
      }
    }
  }
}
