/**
 * Which documents a directive comes from and which come of it, laid out as a graph of lanes:
 *
 *   row 0   o        06-CT/TW (X)
 *           |\
 *   row 1   | o      08-TB/BTGTW (X)     thực hiện 06-CT/TW
 *           |
 *   row 2   o        03-CT/TW (XI)       tiếp tục 06-CT/TW
 */
import type { Directive } from '../corpus/model';
import type { DirectiveRelation } from '../corpus/vocabulary';
import { romanValue } from '../vietnamese/roman';

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

/** Relations by which one document takes the place of another. */
const SUCCESSION: readonly DirectiveRelation[] = ['continues', 'replaces'];

/** The lineage a directive stands in; null where the registry relates it to none. */
export function lineageOf(id: string, directives: readonly Directive[]): Lineage | null {
  const family = familyOf(id, directives);
  const self = family.find((one) => one.id === id);
  if (!self || family.length < 2) return null;
  const succession = successionOf(self, family);
  const nodes: LineageNode[] = [];
  const placed = new Map<string, LineageNode>();
  const edges: LineageEdge[] = [];
  /** The last row with something in each lane: below it the lane is free. */
  const lastRow: number[] = [];

  inOrder(family).forEach((directive, row) => {
    const parents = directive.relations.flatMap(({ rel, to }) => {
      const node = placed.get(to);
      return node ? [{ rel, node }] : [];
    });
    const heir = parents.find(({ rel }) => SUCCESSION.includes(rel)) ?? parents[0];
    const oldest = parents.reduce((least, { node }) => Math.min(least, node.row), row);
    const isFree = (lane: number) => (lastRow[lane] ?? -1) <= (parents.length > 0 ? oldest : row - 1);
    const besideHeir = heir && isFree(heir.node.lane) ? heir.node.lane : undefined;
    const lane = besideHeir ?? firstFree(isFree, heir !== undefined ? heir.node.lane : 0);
    lastRow[lane] = row;
    const node = { directive, row, lane, direct: succession.includes(directive) };
    nodes.push(node);
    placed.set(directive.id, node);
    for (const { rel, node: from } of parents) edges.push({ from, to: node, rel });
  });
  return { nodes, edges, lanes: lastRow.length, succession };
}

/** Ids of every document that relations join to the given one, itself among them; just itself without any. */
export function lineageIds(id: string, directives: readonly Directive[]): string[] {
  return familyOf(id, directives).map((one) => one.id);
}

/** Everything joined to a document by relations in either direction, itself among them, in the given order. */
function familyOf(id: string, directives: readonly Directive[]): Directive[] {
  const joined = new Map<string, string[]>();
  const join = (a: string, b: string) => joined.set(a, [...(joined.get(a) ?? []), b]);
  for (const { id: from, relations } of directives) {
    for (const { to } of relations) {
      join(from, to);
      join(to, from);
    }
  }
  const family = new Set([id]);
  for (const member of family) for (const other of joined.get(member) ?? []) family.add(other);
  return directives.filter((one) => family.has(one.id));
}

/** Back along what each continues or replaces, then on; where the line parts, the first by date. */
function successionOf(self: Directive, family: readonly Directive[]): Directive[] {
  const ordered = inOrder(family);
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

/** Something to order by: the date, else the end of the term (a congress every five years, the XII in 2016). */
function age({ term, date }: Directive): string {
  return date ?? (term ? `${1960 + 5 * romanValue(term)}-99` : '9999');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstFree(isFree: (lane: number) => boolean, from: number): number {
  let lane = from;
  while (!isFree(lane)) lane++;
  return lane;
}
