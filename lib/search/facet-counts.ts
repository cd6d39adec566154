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

/** Every value of one facet that occurs in the catalogue, and which of them each report falls under. */
interface Column {
  values: string[];
  /** Places in `values`, by document. */
  ofDocument: Uint16Array[];
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
  const place = new Map<string, number>();
  const ofDocument = entries.map((entry) =>
    Uint16Array.from(facet.valuesOf(entry), (value) => {
      const known = place.get(value);
      if (known !== undefined) return known;
      place.set(value, place.size);
      return place.size - 1;
    }),
  );
  return { values: [...place.keys()], ofDocument };
}

/** 1 at the number of every document that falls under one of the values of a facet. */
export function documentsUnder(catalogue: Catalogue, name: FacetName, values: readonly string[]): Uint8Array {
  const { values: all, ofDocument } = columns(catalogue)[name];
  const parts = values.flatMap((value) => facetNamed(name).partsOf(value));
  const wanted = new Set(parts.map((value) => all.indexOf(value)));
  return Uint8Array.from(ofDocument, (places) => (places.some((place) => wanted.has(place)) ? 1 : 0));
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
  const facets = FACETS.map(({ name, partsOf }, i) => {
    const { values, ofDocument } = all[name];
    const wanted = new Uint8Array(values.length);
    for (const value of filters[name].flatMap(partsOf)) {
      const at = values.indexOf(value);
      if (at >= 0) wanted[at] = 1;
    }
    return {
      bit: 1 << i,
      ofDocument,
      wanted,
      filters: filters[name].length > 0,
      tally: new Uint32Array(values.length),
    };
  });

  const passed: number[] = [];
  const rejectedOnlyBy = new Map<number, number>();
  for (const doc of documents) {
    let rejected = 0;
    for (const facet of facets) {
      if (facet.filters && !facet.ofDocument[doc]?.some((value) => facet.wanted[value] === 1))
        rejected |= facet.bit;
    }
    if (rejected === 0) passed.push(doc);
    else if ((rejected & (rejected - 1)) === 0) {
      rejectedOnlyBy.set(rejected, (rejectedOnlyBy.get(rejected) ?? 0) + 1);
    } else continue;
    for (const facet of facets) {
      if ((rejected & ~facet.bit) !== 0) continue;
      for (const value of facet.ofDocument[doc] ?? []) facet.tally[value] = (facet.tally[value] ?? 0) + 1;
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
