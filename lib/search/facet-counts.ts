/**
 * Filtering and counting in one pass over the hits of the words.
 *
 * OR inside a facet, AND across facets; the counts of a facet leave its own selection out, so that they say what
 * choosing one more value would give:
 *
 *   hit ── which facets reject it? ── none      -> found, counts in every facet
 *                                  ── only `ky` -> counts in `ky` alone
 *                                  ── two       -> counts nowhere
 */

import type { Catalogue } from './catalogue';
import { FACETS, type Facet, type FacetName, facetNamed, facetRecord } from './facets';
import type { Filters } from './query';
import type { FacetValue } from './result';
import type { Vocabulary } from './vocabulary';

/**
 * Every value of one facet that occurs in the catalogue, and which of them each report falls under. All reports lie in one
 * row of numbers: counting ten thousand reports took three times as long over a small array for each.
 *
 *   places   3 0 | 5 | | 3 1 …     those of document d are places[start[d]] to places[start[d + 1]], in `values`
 */
interface Column {
  values: string[];
  places: Uint16Array;
  start: Uint32Array;
}

const columnsOf = new WeakMap<Catalogue, Record<FacetName, Column>>();

/** The columns of a catalogue, made on first use. */
function columns(catalogue: Catalogue): Record<FacetName, Column> {
  const known = columnsOf.get(catalogue);
  if (known) return known;
  const made = facetRecord((facet) => column(facet, catalogue));
  columnsOf.set(catalogue, made);
  return made;
}

function column(facet: Facet, { entries }: Catalogue): Column {
  const placeOf = new Map<string, number>();
  const places: number[] = [];
  const start = new Uint32Array(entries.length + 1);
  entries.forEach((entry, doc) => {
    for (const value of facet.valuesOf(entry)) {
      const place = placeOf.get(value) ?? placeOf.size;
      placeOf.set(value, place);
      places.push(place);
    }
    start[doc + 1] = places.length;
  });
  return { values: [...placeOf.keys()], places: Uint16Array.from(places), start };
}

/** True where a document falls under one of the values at which `wanted` is 1. */
function isUnder({ places, start }: Column, doc: number, wanted: Uint8Array): boolean {
  const end = start[doc + 1] ?? 0;
  for (let at = start[doc] ?? 0; at < end; at++) if (wanted[places[at] as number] === 1) return true;
  return false;
}

/** 1 at the place of every value that one of the given values, or a part of it, is. */
function placesWanted({ values }: Column, facet: Facet, wanted: readonly string[]): Uint8Array {
  const parts = new Set(wanted.flatMap((value) => facet.partsOf(value)));
  return Uint8Array.from(values, (value) => (parts.has(value) ? 1 : 0));
}

/** 1 at the number of every document that falls under one of the values of a facet. */
export function documentsUnder(catalogue: Catalogue, name: FacetName, values: readonly string[]): Uint8Array {
  const column = columns(catalogue)[name];
  const wanted = placesWanted(column, facetNamed(name), values);
  return Uint8Array.from(catalogue.entries, (_, doc) => (isUnder(column, doc, wanted) ? 1 : 0));
}

/** First and last year that any report falls under; null without any. */
export function spanOfYears(catalogue: Catalogue): { first: number; last: number } | null {
  const years = columns(catalogue)
    .ky.values.filter((value) => /^\d{4}$/.test(value))
    .map(Number);
  if (years.length === 0) return null;
  return { first: Math.min(...years), last: Math.max(...years) };
}

export interface Filtered {
  /** Documents that pass every filter, in the order given. */
  documents: number[];
  /** By facet and value: how many documents, the facet's own selection left out. */
  counts: Record<FacetName, ReadonlyMap<string, number>>;
  /** By facet: how many documents would pass if this facet's selection were dropped. */
  without: Record<FacetName, number>;
}

/**
 * Filters documents and counts the values of every facet.
 * @param documents document numbers, in the order in which they should come out
 */
export function filterAndCount(
  catalogue: Catalogue,
  documents: Iterable<number>,
  filters: Filters,
): Filtered {
  const all = columns(catalogue);
  const facets = FACETS.map((facet, i) => {
    const column = all[facet.name];
    return {
      bit: 1 << i,
      column,
      wanted: filters[facet.name].length > 0 ? placesWanted(column, facet, filters[facet.name]) : null,
      tally: new Uint32Array(column.values.length),
    };
  });
  const filtering = facets.filter(({ wanted }) => wanted !== null);

  const passed: number[] = [];
  const rejectedOnlyBy = new Map<number, number>();
  for (const doc of documents) {
    let rejected = 0;
    for (const { bit, column, wanted } of filtering)
      if (wanted && !isUnder(column, doc, wanted)) rejected |= bit;
    if (rejected === 0) passed.push(doc);
    else if ((rejected & (rejected - 1)) === 0) {
      rejectedOnlyBy.set(rejected, (rejectedOnlyBy.get(rejected) ?? 0) + 1);
    } else continue;
    for (const { bit, column, tally } of facets) {
      if ((rejected & ~bit) !== 0) continue;
      const end = column.start[doc + 1] ?? 0;
      for (let at = column.start[doc] ?? 0; at < end; at++) (tally[column.places[at] as number] as number)++;
    }
  }

  return {
    documents: passed,
    counts: facetRecord(({ name }, i) => {
      const tally = facets[i]?.tally ?? [];
      return new Map(
        all[name].values.map((value, at) => [value, tally[at] ?? 0] as const).filter(([, n]) => n > 0),
      );
    }),
    without: facetRecord((_, i) => passed.length + (rejectedOnlyBy.get(1 << i) ?? 0)),
  };
}

/**
 * The values of each facet as a list to show: those that would find something, and those selected even at zero,
 * children under their parents, in the order people look for them.
 */
export function facetLists(
  counts: Filtered['counts'],
  filters: Filters,
  vocabulary: Vocabulary,
): Record<FacetName, FacetValue[]> {
  return facetRecord((facet) => {
    const { name } = facet;
    const nodes = new Map<string, FacetValue>();
    const add = (value: string): FacetValue => {
      const known = nodes.get(value);
      if (known) return known;
      const node: FacetValue = {
        value,
        label: facet.labelOf(value, vocabulary),
        count: facet.partsOf(value).reduce((sum, part) => sum + (counts[name].get(part) ?? 0), 0),
        selected: filters[name].includes(value),
        ...facet.describe(value, vocabulary),
      };
      nodes.set(value, node);
      const parent = facet.parentOf(value);
      if (parent !== null) {
        const above = add(parent);
        above.children = [...(above.children ?? []), node];
      }
      return node;
    };
    for (const value of [...counts[name].keys(), ...filters[name]]) add(value);
    const order = facet.order(vocabulary);
    for (const node of nodes.values()) node.children?.sort(order);
    return [...nodes.values()].filter((node) => facet.parentOf(node.value) === null).sort(order);
  });
}
