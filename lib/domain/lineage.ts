import type { Directive } from './report';
import { DIRECTIVE_RELATIONS, type DirectiveRelation } from './vocabulary';

/** Relations by which one document takes the place of another. */
export const SUCCESSION: readonly DirectiveRelation[] = ['continues', 'replaces'];

const EVERY_RELATION: readonly DirectiveRelation[] = DIRECTIVE_RELATIONS.map(({ value }) => value);

/** Everything joined to a document by relations in either direction, all the way, itself among them, in the given order. */
export function familyOf(
  id: string,
  directives: readonly Directive[],
  relations: readonly DirectiveRelation[] = EVERY_RELATION,
): Directive[] {
  const joined = new Map<string, string[]>();
  const join = (a: string, b: string) => joined.set(a, [...(joined.get(a) ?? []), b]);
  for (const { id: from, relations: own } of directives) {
    for (const { rel, to } of own) {
      if (!relations.includes(rel)) continue;
      join(from, to);
      join(to, from);
    }
  }
  const family = new Set([id]);
  for (const member of family) for (const other of joined.get(member) ?? []) family.add(other);
  return directives.filter((one) => family.has(one.id));
}
