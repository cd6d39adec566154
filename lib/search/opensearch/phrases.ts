/** What the engine looks for, as queries of the cluster. */
import type { PackedIndex } from '../../engine/packed';
import { CLOSE } from '../../engine/rank';
import type { Part } from '../../engine/runs';
import type { Thing } from '../../engine/things';
import { FUNCTIONAL_WEIGHT, type Unit } from '../../engine/units';
import { spelling } from '../../vietnamese/fold';
import { FACETS, type FacetName, facetNamed } from '../facets';
import type { Filters } from '../query';
import { asTerm, PAIR } from './layout';

export type Clause = Record<string, unknown>;

type Words = Pick<PackedIndex, 'termText' | 'spellingText'>;

/** Every report, and nothing that is none. */
export const REPORTS: Clause = { exists: { field: 'ord' } };
const NOTHING: Clause = { match_none: {} };

/** Reports in which the parts stand side by side, in this order. */
export function runClause(words: Words, run: readonly Part[]): Clause {
  if (run.length === 0 || run.some(({ terms }) => terms.length === 0)) return NOTHING;
  const [first, second] = run as [Part, Part?];
  if (!second) {
    if (first.spelling >= 0) return { term: { spelled: spellingOf(words, first) } };
    return { terms: { folded: first.terms.map((term) => termOf(words, term)) } };
  }
  const plain = run.every((part) => part.spelling < 0 && part.terms.length === 1);
  const texts = run.map(({ terms }) => termOf(words, terms[0] as number));
  if (plain && run.length === 2) return { term: { pairs: texts.join(PAIR) } };
  if (plain) return { match_phrase: { folded: texts.join(' ') } };
  if (run.every((part) => part.spelling >= 0))
    return { match_phrase: { spelled: run.map((part) => spellingOf(words, part)).join(' ') } };
  return { span_near: { slop: 0, in_order: true, clauses: run.map((part) => spanOf(words, part)) } };
}

function termOf(words: Words, term: number): string {
  return asTerm(words.termText(term));
}

function spellingOf(words: Words, { spelling: number }: Part): string {
  return asTerm(spelling(words.spellingText(number)));
}

function spanOf(words: Words, part: Part): Clause {
  if (part.spelling >= 0)
    return {
      field_masking_span: { query: { span_term: { spelled: spellingOf(words, part) } }, field: 'folded' },
    };
  const terms = part.terms.map((term) => ({ span_term: { folded: termOf(words, term) } }));
  return terms.length === 1 ? (terms[0] as Clause) : { span_or: { clauses: terms } };
}

/** Reports in which a run begins within CLOSE tokens of where the other thing does, before it or after it. */
function closeClauses(words: Words, run: readonly Part[], { wordings }: Thing): Clause[] {
  return wordings.flatMap(({ parts }) => {
    if ([run, parts].some((one) => one.length === 0 || one.some(({ terms }) => terms.length === 0)))
      return [];
    const before = (first: readonly Part[], second: readonly Part[]): Clause => ({
      span_near: {
        // Between the end of one and the begin of the other.
        slop: CLOSE - first.length,
        in_order: true,
        clauses: [spanOfRun(words, first), spanOfRun(words, second)],
      },
    });
    return [before(run, parts), before(parts, run)];
  });
}

function spanOfRun(words: Words, run: readonly Part[]): Clause {
  const clauses = run.map((part) => spanOf(words, part));
  return clauses.length === 1 ? (clauses[0] as Clause) : { span_near: { slop: 0, in_order: true, clauses } };
}

/** Reports under one of the values of a facet. */
export function facetClause(name: FacetName, values: readonly string[]): Clause {
  return { terms: { [`facets.${name}`]: values.flatMap(facetNamed(name).partsOf) } };
}

/** What each facet that is set asks for. */
export function filterClauses(filters: Filters): Map<FacetName, Clause> {
  return new Map(
    FACETS.flatMap(({ name }) =>
      filters[name].length > 0 ? [[name, facetClause(name, filters[name])] as const] : [],
    ),
  );
}

/** Reports that have a thing: in one of its wordings (near another thing where it must stand so), or by their facts. */
export function thingClause(words: Words, { wordings, fact, close }: Thing): Clause {
  const ways = wordings.flatMap(({ parts }) =>
    close ? closeClauses(words, parts, close) : [runClause(words, parts)],
  );
  if (fact !== null) ways.push(facetClause(...(JSON.parse(fact) as [FacetName, string[]])));
  return anyOf(ways);
}

export function anyOf(clauses: readonly Clause[]): Clause {
  const [only] = clauses;
  if (only === undefined) return NOTHING;
  return clauses.length === 1 ? only : { bool: { should: clauses, minimum_should_match: 1 } };
}

export function unwantedClauses(words: Words, things: readonly Thing[]): Clause[] {
  return things
    .filter(({ negated }) => negated)
    .flatMap(({ wordings }) => wordings.map(({ parts }) => runClause(words, parts)));
}

/** Reports that hold every thing that was asked for, and none that must not occur. */
export function foundClause(words: Words, things: readonly Thing[]): Clause {
  const wanted = things.filter(({ negated }) => !negated).map((thing) => thingClause(words, thing));
  return { bool: { filter: [REPORTS, ...wanted], must_not: unwantedClauses(words, things) } };
}

/** Reports that hold anything of it, as it was asked for, in kindred words or spelled otherwise. */
export function nearClause(words: Words, things: readonly Thing[]): Clause {
  const wanted = things.filter(({ negated }) => !negated);
  const ways = wanted.flatMap((thing) => [
    thingClause(words, thing),
    ...[...thing.kindred, ...(thing.loose ? [thing.loose] : [])].map((parts) => runClause(words, parts)),
  ]);
  return { bool: { filter: [REPORTS, anyOf(ways)], must_not: unwantedClauses(words, things) } };
}

/** A side of a pair counts so much of one word as rare, as in the engine (`scan.ts`). */
const ADJACENT_WEIGHT = 0.55;
const FACT_WEIGHT = 1.5;

/** The engine's order as the cluster can tell it, to choose whom the engine scores. */
export function rankClauses(words: Words, things: readonly Thing[], units: readonly Unit[]): Clause[] {
  const term = (field: string, value: string, boost: number): Clause => ({
    term: { [field]: { value, boost } },
  });
  const single = units.flatMap(({ token, terms, runs, prefix }) => [
    ...terms
      .slice(0, MOST_RANKED)
      .map(({ term: one, weight }) =>
        term('ranked', termOf(words, one), weight * (token.functional && !prefix ? FUNCTIONAL_WEIGHT : 1)),
      ),
    ...runs.map((run) => ({
      constant_score: {
        filter: runClause(
          words,
          run.map((one) => ({ terms: [one], spelling: -1 })),
        ),
        boost: 1,
      },
    })),
  ]);
  const pairs = units.slice(1).flatMap((unit, i) => {
    const [left, right] = [units[i]?.terms[0], unit.terms[0]];
    if (!left || !right) return [];
    return [term('pairs', termOf(words, left.term) + PAIR + termOf(words, right.term), ADJACENT_WEIGHT)];
  });
  const facts = things.flatMap(({ fact, weight }) =>
    fact === null
      ? []
      : [
          {
            constant_score: {
              filter: facetClause(...(JSON.parse(fact) as [FacetName, string[]])),
              boost: Math.max(0, FACT_WEIGHT * weight),
            },
          },
        ],
  );
  return [...single, ...pairs, ...facts];
}

/** Words that one unfinished word is ranked by, at most. */
const MOST_RANKED = 50;

/** A key by which a run is known among others. */
export function runKey(run: readonly Part[]): string {
  return run.map(({ terms, spelling: number }) => `${number}:${terms.join(',')}`).join(' ');
}
