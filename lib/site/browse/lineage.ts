/**
 * Which documents a directive comes from and which come of it, laid out as a graph of lanes:
 *
 *   row 0   o        06-CT/TW (X)
 *           |\
 *   row 1   | o      08-TB/BTGTW (X)     thực hiện 06-CT/TW
 *           |
 *   row 2   o        03-CT/TW (XI)       tiếp tục 06-CT/TW
 */

import { termEnds } from '../../domain/directive';
import { familyOf, SUCCESSION } from '../../domain/lineage';
import type { Directive } from '../../domain/report';
import type { DirectiveRelation } from '../../domain/vocabulary';

export interface LineageNode {
  directive: Directive;
  /** From 0, oldest first. */
  row: number;
  /** From 0, leftmost first. */
  lane: number;
  /** Whether the directive's succession runs through this one. */
  direct: boolean;
}

/** A relation drawn: from the older document down to the newer one, which says it. */
export interface LineageEdge {
  from: LineageNode;
  to: LineageNode;
  rel: DirectiveRelation;
}

export interface Lineage {
  nodes: LineageNode[];
  edges: LineageEdge[];
  lanes: number;
  /** The line of succession through the directive: what it continues or replaces, itself, what does so to it. */
  succession: Directive[];
}

/** The lineage a directive stands in; null where the registry relates it to none. */
export function lineageOf(id: string, directives: readonly Directive[]): Lineage | null {
  const family = familyOf(id, directives);
  const self = family.find((one) => one.id === id);
  if (!self || family.length < 2) return null;
  const ordered = inOrder(family);
  const succession = successionOf(self, ordered);
  const nodes: LineageNode[] = [];
  const placed = new Map<string, LineageNode>();
  const edges: LineageEdge[] = [];
  /** Rows of each lane that a dot or a line takes up. */
  const taken: [first: number, last: number][][] = [];
  const isFree = (lane: number, first: number, last: number) =>
    (taken[lane] ?? []).every(([from, to]) => last < from || first > to);
  const take = (lane: number, first: number, last: number) => {
    const rows = taken[lane] ?? [];
    rows.push([first, last]);
    taken[lane] = rows;
  };

  ordered.forEach((directive, row) => {
    const parents = directive.relations.flatMap(({ rel, to }) => {
      const node = placed.get(to);
      return node ? [{ rel, node }] : [];
    });
    const heir = heirOf(directive, ordered);
    const last = heir ? Math.max(row, ordered.indexOf(heir)) : row;
    const inherited = parents.find(({ node }) => heirOf(node.directive, ordered) === directive)?.node.lane;
    // The lines from its parents come down this lane, from the row after the oldest of them.
    const first = Math.min(row, ...parents.map(({ node }) => node.row + 1));
    let lane = inherited ?? (parents.length > 0 ? 1 : 0);
    while (inherited === undefined && !isFree(lane, first, last)) lane++;
    take(lane, inherited === undefined ? first : row, last);
    const node = { directive, row, lane, direct: succession.includes(directive) };
    nodes.push(node);
    placed.set(directive.id, node);
    for (const { rel, node: from } of parents) edges.push({ from, to: node, rel });
  });
  return { nodes, edges, lanes: taken.length, succession };
}

/** The first document that continues or replaces one: it stands in the same lane. */
function heirOf({ id }: Directive, ordered: readonly Directive[]): Directive | undefined {
  return ordered.find((other) =>
    other.relations.some(({ rel, to }) => to === id && SUCCESSION.includes(rel)),
  );
}

/** Back along what each continues or replaces, then on; where the line parts, the first by date. */
function successionOf(self: Directive, ordered: readonly Directive[]): Directive[] {
  const line = [self];
  const next = (from: Directive, forward: boolean): Directive | undefined =>
    ordered.find(
      (other) =>
        !line.includes(other) &&
        (forward ? other : from).relations.some(
          ({ rel, to }) => SUCCESSION.includes(rel) && to === (forward ? from : other).id,
        ),
    );
  for (let older = next(self, false); older; older = next(older, false)) line.unshift(older);
  for (let newer = next(self, true); newer; newer = next(newer, true)) line.push(newer);
  return line;
}

/** Oldest first; a document never before one that it speaks of, whatever the dates say. */
function inOrder(family: readonly Directive[]): Directive[] {
  const left = [...family].sort((a, b) => compare(age(a), age(b)) || compare(a.id, b.id));
  const ids = new Set(family.map(({ id }) => id));
  const ordered: Directive[] = [];
  const done = new Set<string>();
  while (left.length > 0) {
    const ready = left.findIndex(({ relations }) =>
      relations.every(({ to }) => done.has(to) || !ids.has(to)),
    );
    // A ring of relations would leave none ready: then the oldest goes first.
    const [one] = left.splice(Math.max(ready, 0), 1);
    if (!one) break;
    ordered.push(one);
    done.add(one.id);
  }
  return ordered;
}

/** Something to order by: the date, else the end of the term. */
function age({ term, date }: Directive): string {
  return date ?? (term ? termEnds(term) : '9999');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
