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

import { DIRECTIVE_TYPES, NATIONAL, PERIOD_KINDS, UNKNOWN } from '../domain/vocabulary';
import { compareVietnamese } from '../vietnamese/collate';
import type { Catalogue } from './catalogue';
import { FACET_NAMES, FACETS, type Facet, type FacetName } from './facets';
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
  const made = Object.fromEntries(FACETS.map((facet) => [facet.name, column(facet, catalogue)])) as Record<
    FacetName,
    Column
  >;
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
    counts: record((name, i) => {
      const tally = facets[i]?.tally ?? [];
      return new Map(
        all[name].values.map((value, at) => [value, tally[at] ?? 0] as const).filter(([, n]) => n > 0),
      );
    }),
    without: record((_, i) => passed.length + (rejectedOnlyBy.get(1 << i) ?? 0)),
  };
}

function record<T>(make: (name: FacetName, i: number) => T): Record<FacetName, T> {
  return Object.fromEntries(FACET_NAMES.map((name, i) => [name, make(name, i)])) as Record<FacetName, T>;
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
  return record((name) => {
    const facet = FACETS[FACET_NAMES.indexOf(name)] as Facet;
    const nodes = new Map<string, FacetValue>();
    const add = (value: string): FacetValue => {
      const known = nodes.get(value);
      if (known) return known;
      const node: FacetValue = {
        value,
        label: facet.labelOf(value, vocabulary),
        count: facet.partsOf(value).reduce((sum, part) => sum + (counts[name].get(part) ?? 0), 0),
        selected: filters[name].includes(value),
        ...describe(name, value, vocabulary),
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
    const top = [...nodes.values()].filter((node) => facet.parentOf(node.value) === null);
    return sortList(name, top, vocabulary);
  });
}

/** Heading and further words of a value, where its facet has such. */
function describe(
  name: FacetName,
  value: string,
  vocabulary: Vocabulary,
): Pick<FacetValue, 'group' | 'detail'> {
  if (name === 'ky') return { group: /^\d{4}|^khong/.test(value) ? 'Theo năm' : 'Theo loại kỳ' };
  if (name !== 'vb') return {};
  const directive = vocabulary.directives.find((one) => one.slug === value);
  if (!directive) return {};
  return {
    group: DIRECTIVE_TYPES.find((type) => type.value === directive.type)?.label ?? 'Văn bản khác',
    ...(directive.title === '' ? {} : { detail: directive.title }),
  };
}

function sortList(name: FacetName, list: FacetValue[], vocabulary: Vocabulary): FacetValue[] {
  const order = orderOf(name, vocabulary);
  for (const value of list) if (value.children) value.children = sortList(name, value.children, vocabulary);
  return list.sort(order);
}

/** Names by the Vietnamese alphabet, years newest first, the rest in the order of its table. */
function orderOf(name: FacetName, vocabulary: Vocabulary): (a: FacetValue, b: FacetValue) => number {
  switch (name) {
    case 'tinh':
      return (a, b) =>
        edge(a.value) - edge(b.value) || compareVietnamese(plainName(a.label), plainName(b.label));
    case 'ky':
      return (a, b) => periodRank(a.value) - periodRank(b.value);
    case 'vb': {
      const rank = new Map(vocabulary.directives.map((one, i) => [one.slug, i]));
      return (a, b) => (rank.get(a.value) ?? 0) - (rank.get(b.value) ?? 0);
    }
    default:
      return (a, b) => b.count - a.count || compareVietnamese(a.label, b.label);
  }
}

/** The whole country stands first and the unknown last. */
function edge(value: string): number {
  if (value === NATIONAL.value) return -1;
  return value === UNKNOWN.value ? 1 : 0;
}

/** `TP. Hồ Chí Minh` is looked for under H. */
function plainName(label: string): string {
  return label.replace(/^TP\.?\s+/, '');
}

/** Years newest first, the unknown after them, then kinds in the order of their table; months in order. */
function periodRank(value: string): number {
  if (value === UNKNOWN.value) return 9000;
  const [, year, rest = ''] = /^(\d{4})?-?(.*)$/.exec(value) ?? [];
  const [, kind = '', month = '0'] = /^(.*?)(?:-(\d+))?$/.exec(rest.startsWith('thang') ? rest : '') ?? [];
  const at = PERIOD_KINDS.findIndex((one) => one.value === (kind || rest));
  if (year === undefined) return 10_000 + at;
  return rest === '' ? 3000 - Number(year) : at * 100 + Number(month);
}
