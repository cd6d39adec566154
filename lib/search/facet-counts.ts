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
import { FACETS, type FacetName, facetNamed, facetRecord } from './facets';
import type { Filters } from './query';
import type { FacetValue } from './result';
import type { Vocabulary } from './vocabulary';

/**
 * Every value of a facet that occurs in the catalogue, and which of them each report falls under. All reports lie in one
 * row of numbers, each with its values of all facets: counting ten thousand reports took three times as long over a
 * small array for each.
 *
 *   places   3 0 9 | 5 9 12 | 3 1 …     those of document d are places[start[d]] to places[start[d + 1]], in `values`
 */
interface Table {
  values: string[];
  /** The facet of each value, by its place in FACETS. */
  facetOf: number[];
  places: Uint16Array;
  start: Uint32Array;
  /** The numbers of all documents. */
  all: Uint32Array;
  /** What was asked for lately, by facet and values. */
  under: Map<string, Under>;
}

/** Reports that fall under one of some values of a facet: 1 at the number of each, and how many they are. */
export interface Under {
  documents: Uint8Array;
  count: number;
}

/** Remembered of these, of one byte a report each. */
const MOST_UNDER = 64;

const tables = new WeakMap<Catalogue, Table>();

/** The table of a catalogue, made on first use. */
function tableOf(catalogue: Catalogue): Table {
  const known = tables.get(catalogue);
  if (known) return known;
  const { entries } = catalogue;
  const values: string[] = [];
  const facetOf: number[] = [];
  const placeOf = FACETS.map(() => new Map<string, number>());
  const places: number[] = [];
  const start = new Uint32Array(entries.length + 1);
  entries.forEach((entry, doc) => {
    FACETS.forEach((facet, i) => {
      for (const value of facet.valuesOf(entry)) {
        let place = placeOf[i]?.get(value);
        if (place === undefined) {
          place = values.push(value) - 1;
          facetOf.push(i);
          placeOf[i]?.set(value, place);
        }
        places.push(place);
      }
    });
    start[doc + 1] = places.length;
  });
  const all = Uint32Array.from(entries.keys());
  const table = { values, facetOf, places: Uint16Array.from(places), start, all, under: new Map() };
  tables.set(catalogue, table);
  return table;
}

/** The documents that fall under one of the values of a facet, or a part of one. */
export function documentsUnder(catalogue: Catalogue, name: FacetName, wanted: readonly string[]): Under {
  const { values, facetOf, places, start, under } = tableOf(catalogue);
  const key = `${name} ${wanted.join(' ')}`;
  const known = under.get(key);
  if (known) return known;
  const facet = FACETS.findIndex((one) => one.name === name);
  const parts = new Set(wanted.flatMap((value) => facetNamed(name).partsOf(value)));
  const isWanted = Uint8Array.from(values, (value, at) =>
    facetOf[at] === facet && parts.has(value) ? 1 : 0,
  );
  const documents = new Uint8Array(catalogue.entries.length);
  let count = 0;
  for (let doc = 0; doc < documents.length; doc++) {
    let any = 0;
    const end = start[doc + 1] as number;
    for (let at = start[doc] as number; at < end; at++) any |= isWanted[places[at] as number] as number;
    documents[doc] = any;
    count += any;
  }
  if (under.size >= MOST_UNDER) under.clear();
  under.set(key, { documents, count });
  return { documents, count };
}

/** First and last year that any report falls under; null without any. */
export function spanOfYears(catalogue: Catalogue): { first: number; last: number } | null {
  const { values, facetOf } = tableOf(catalogue);
  const ky = FACETS.findIndex(({ name }) => name === 'ky');
  const years = values.filter((value, at) => facetOf[at] === ky && /^\d{4}$/.test(value)).map(Number);
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

/** What the filters set ask for, with the facet of each by its place in FACETS. */
function filtering(catalogue: Catalogue, filters: Filters): { facet: number; documents: Uint8Array }[] {
  return FACETS.flatMap(({ name }, facet) =>
    filters[name].length > 0
      ? [{ facet, documents: documentsUnder(catalogue, name, filters[name]).documents }]
      : [],
  );
}

/** Which of some reports pass every filter. */
export function passing<T extends { doc: number }>(
  catalogue: Catalogue,
  reports: readonly T[],
  filters: Filters,
): T[] {
  const rows = filtering(catalogue, filters);
  return reports.filter(({ doc }) => rows.every(({ documents }) => documents[doc] === 1));
}

/**
 * Filters documents and counts the values of every facet.
 * @param documents document numbers, in the order in which they should come out; all where left out
 */
export function filterAndCount(
  catalogue: Catalogue,
  filters: Filters,
  documents: Iterable<number> = tableOf(catalogue).all,
): Filtered {
  const { values, facetOf, places, start } = tableOf(catalogue);
  const tally = new Uint32Array(values.length);
  const rejectedOnlyBy = FACETS.map(() => 0);
  const rows = filtering(catalogue, filters);
  const passed: number[] = [];
  for (const doc of documents) {
    let rejections = 0;
    let by = 0;
    for (const row of rows) {
      if (row.documents[doc] === 1) continue;
      rejections++;
      by = row.facet;
    }
    if (rejections > 1) continue;
    const end = start[doc + 1] as number;
    if (rejections === 0) {
      passed.push(doc);
      for (let at = start[doc] as number; at < end; at++) (tally[places[at] as number] as number)++;
      continue;
    }
    (rejectedOnlyBy[by] as number)++;
    for (let at = start[doc] as number; at < end; at++) {
      const place = places[at] as number;
      if (facetOf[place] === by) (tally[place] as number)++;
    }
  }
  const counts = FACETS.map(() => new Map<string, number>());
  tally.forEach((count, place) => {
    if (count > 0) counts[facetOf[place] as number]?.set(values[place] as string, count);
  });
  return {
    documents: passed,
    counts: facetRecord((_, i) => counts[i] as Map<string, number>),
    without: facetRecord((_, i) => passed.length + (rejectedOnlyBy[i] as number)),
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
