/**
 * Which reports a search finds, in their order, and which come near.
 *
 *   text ─ readQuestion ─ understand ─ engine ─> holds every thing │ lacks something
 *                              │                        │                │
 *                    nothing but facts? ─> filters ─> found ─ filters ─ near
 */

import { whenOf } from '../domain/period';
import { type Matcher, type NearHit, type Question, readQuestion, type SearchOutcome } from '../engine';
import { FEW_FOUND, MOST_NEAR } from '../engine/rank';
import { withDigits } from '../vietnamese/numbers';
import type { Catalogue, Entry } from './catalogue';
import { documentsUnder, type Filtered, filterAndCount, passing } from './facet-counts';
import { FACET_NAMES } from './facets';
import { pastedReport, sourceNamed } from './pasted';
import type { Filters, Query } from './query';
import { documentsTitled } from './titles';
import { type Fact, understand } from './understand';
import type { Vocabulary } from './vocabulary';

/** Scores this close are as good as equal: the newer report comes first. */
const NEARLY_EQUAL = 0.03;
/** Words joined by OR are read as so many searches at most. */
const MOST_SIDES = 4;
/** `a OR b`, `a HOẶC b`: capitals only, for `hoặc` is a word. */
const OR = /\s+(?:OR|HOẶC)\s+/u;

/** A thing that was asked for, as the page names it. */
export interface Wanted {
  text: string;
  /** The facts that it says, if any. */
  facts: readonly Fact[];
  /** The text without it. */
  without: string;
  /** How many reports lack it alone, filters aside. */
  lackOnly: number;
  /** With nothing found: no report has it, filters aside. */
  nowhere: boolean;
}

export interface NearReport {
  doc: number;
  score: number;
  /** What it lacks, as typed. */
  missing: string[];
}

export interface Found extends Filtered {
  /** Reports that come near, best first. */
  near: NearReport[];
  /** Of what is found or near, by its number; 0 or nothing where nobody asked for words. */
  scores: Float32Array;
  /** What counts as found, to mark and to explain; null where no words were asked for. */
  match: Matcher | null;
  repaired: SearchOutcome['repaired'];
  /** The question as it was understood; null without words, and for several joined by OR. */
  question: Question | null;
  facts: readonly Fact[];
  /** The facts that stand as filters, for the text is nothing else. */
  applied: readonly Fact[];
  wanted: readonly Wanted[];
  /** What was looked up: the questions that any of suffices (none: all reports), and the filters that decide. */
  sought: { questions: readonly Question[]; filters: Filters; id?: string };
}

/**
 * Every report that a search finds, in its order, and what was counted on the way.
 * @param counting only how many there are is asked: they are in no order, and what comes near is not looked for
 */
export function find(query: Query, catalogue: Catalogue, counting = false): Found {
  const filters = withLineage(query, catalogue.vocabulary);
  if (query.text === '') {
    return { ...NOTHING_ASKED, ...all(query, catalogue, filters), sought: { questions: [], filters } };
  }
  const pasted = pastedReport(query.text, catalogue);
  if (pasted !== null) {
    const sought = { questions: [], filters, id: catalogue.entries[pasted]?.id ?? '' };
    return { ...NOTHING_ASKED, ...filterAndCount(catalogue, filters, [pasted]), sought };
  }
  const sides = sidesOf(query.text);
  return sides.length > 1
    ? findAny(sides, query, catalogue, filters)
    : findOne(query, catalogue, filters, counting);
}

const NOTHING_ASKED = {
  near: [],
  scores: new Float32Array(0),
  match: null,
  repaired: null,
  question: null,
  facts: [],
  applied: [],
  wanted: [],
};

function all(query: Query, catalogue: Catalogue, filters: Filters): Filtered {
  const filtered = filterAndCount(catalogue, filters);
  return { ...filtered, documents: inOrder(filtered.documents, query, catalogue.entries) };
}

/** The sides of `a OR b`; one for a text without it, or with quotes around it. */
function sidesOf(text: string): string[] {
  const sides = text.split(OR).filter((side) => /[\p{L}\p{N}]/u.test(side));
  const whole = sides.every((side) => (side.match(/["“”]/g)?.length ?? 0) % 2 === 0);
  return whole && sides.length <= MOST_SIDES ? sides : [text];
}

function ask(text: string, verbatim: boolean, catalogue: Catalogue, counting = false): SearchOutcome {
  const read = verbatim ? text : (sourceNamed(text, catalogue) ?? inVietnamese(withDigits(text)));
  const outcome = catalogue.engine.search(readQuestion(read), {
    literal: verbatim,
    counting,
    ...(verbatim ? {} : { know: (question) => understand(question, catalogue).given }),
  });
  if (read !== text) outcome.repaired ??= { from: text, to: read };
  return outcome;
}

const DOCUMENTS: Readonly<Record<string, string>> = {
  directive: 'chỉ thị',
  resolution: 'nghị quyết',
  conclusion: 'kết luận',
  regulation: 'quy định',
};

/** `Directive 05` is `chỉ thị 05`: a number after the English name of a kind. */
function inVietnamese(text: string): string {
  return text.replace(
    /\b(directive|resolution|conclusion|regulation) (?:no\.? ?)?(?=\d)/giu,
    (_, kind: string) => `${DOCUMENTS[kind.toLowerCase()]} `,
  );
}

/** Found by any side; near what is near to one and found by none. */
function findAny(sides: string[], query: Query, catalogue: Catalogue, filters: Filters): Found {
  const outcomes = sides.map((side) => ask(side, query.verbatim, catalogue));
  const scores = new Float32Array(catalogue.entries.length);
  for (const outcome of outcomes) {
    for (const doc of outcome.documents) {
      scores[doc] = Math.max(scores[doc] as number, outcome.scores[doc] as number);
    }
  }
  const found = new Set(outcomes.flatMap(({ documents }) => documents));
  const documents = [...found].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const near = new Map<number, NearReport>();
  for (const outcome of outcomes) {
    for (const one of outcome.near) {
      const known = near.get(one.doc);
      if (found.has(one.doc) || (known && known.score >= one.score)) continue;
      near.set(one.doc, { ...one, missing: missingOf(one, outcome) });
    }
  }
  const filtered = filterAndCount(catalogue, filters, documents);
  return {
    ...NOTHING_ASKED,
    ...filtered,
    documents: inOrder(newerFirst(filtered.documents, scores), query, catalogue.entries),
    near: passing(
      catalogue,
      [...near.values()].sort((a, b) => b.score - a.score),
      filters,
    ),
    scores,
    match: { things: outcomes.flatMap(({ match }) => match.things) },
    sought: { questions: outcomes.map(({ question }) => question), filters },
  };
}

function findOne(query: Query, catalogue: Catalogue, filters: Filters, counting: boolean): Found {
  const outcome = ask(query.text, query.verbatim, catalogue, counting);
  const { question } = outcome;
  const facts = query.verbatim ? [] : understand(question, catalogue).facts;
  const applied =
    areAll(facts, question) && facts.every(({ facet }) => query.filters[facet].length === 0) ? facts : [];
  const common = {
    scores: outcome.scores,
    match: outcome.match,
    repaired: outcome.repaired,
    question,
    facts,
    wanted: wantedOf(outcome, facts),
  };
  if (applied.length > 0) {
    const filtered = filterAndCount(catalogue, withFacts(filters, applied));
    return {
      ...common,
      ...filtered,
      documents: inOrder(itselfFirst(filtered.documents, applied, catalogue), query, catalogue.entries),
      near:
        filtered.documents.length >= FEW_FOUND
          ? []
          : besides(filtered.documents, outcome, applied, catalogue, filters),
      applied,
      sought: { questions: [], filters: withFacts(filters, applied) },
    };
  }
  const titled = documentsTitled(query.text, catalogue);
  const inTier = counting ? outcome.documents : newerFirst(outcome.documents, outcome.scores);
  const documents = titled.length > 0 ? [...new Set([...titled, ...inTier])] : inTier;
  const filtered = filterAndCount(catalogue, filters, documents);
  const isTitled = new Set(titled);
  return {
    ...common,
    ...filtered,
    documents: inOrder(filtered.documents, query, catalogue.entries),
    near: passing(
      catalogue,
      outcome.near
        .filter(({ doc }) => !isTitled.has(doc))
        .map((one) => ({ ...one, missing: missingOf(one, outcome) })),
      filters,
    ),
    applied: [],
    sought: { questions: [question], filters },
  };
}

function missingOf({ missing }: NearHit, { things }: SearchOutcome): string[] {
  return missing.map((place) => things[place]?.text ?? '');
}

/** What the words find, or come near, and the facts that they are do not: with what each lacks of these. */
function besides(
  found: readonly number[],
  { documents, scores, near }: SearchOutcome,
  applied: readonly Fact[],
  catalogue: Catalogue,
  filters: Filters,
): NearReport[] {
  const held = documents
    .filter((doc) => !found.includes(doc))
    .slice(0, MOST_NEAR)
    .map((doc): NearHit => ({ doc, score: scores[doc] as number, missing: [] }));
  const rest = [...held, ...near.filter(({ doc }) => !found.includes(doc))].slice(0, MOST_NEAR);
  return passing(
    catalogue,
    rest.map((one) => lacking(one, applied, catalogue)),
    filters,
  );
}

/** Which of the applied facts a report lacks. */
function lacking(
  { doc, score, missing: lacks }: NearHit,
  applied: readonly Fact[],
  catalogue: Catalogue,
): NearReport {
  const missing = applied.filter(
    ({ facet, values }) => documentsUnder(catalogue, facet, values).documents[doc] !== 1,
  );
  // The words stand in it, and it is another place's or year's report: it does not lack the name.
  const named = lacks.length === 0 ? ' (chỉ nhắc tới)' : '';
  return { doc, score, missing: missing.map(({ label }) => `${label}${named}`) };
}

/** Words that mean nothing once what they joined is gone. */
const JOINING =
  /^(?:ở|o|tại|tai|của|cua|về|ve|theo|và|va|với|voi|trong|năm|nam|tỉnh|tinh|so|hoặc|hoac|hay)$/u;

/** True when a question is its facts and words that join them, and there are any. */
function areAll(facts: readonly Fact[], { tokens, phrases }: Question): boolean {
  const read = new Set(facts.flatMap((one) => one.tokens));
  return (
    facts.length > 0 &&
    phrases.length === 0 &&
    tokens.every((token, i) => read.has(i) || token.idle || (!token.negated && JOINING.test(token.spelling)))
  );
}

/** The filters with facts as further ones. */
export function withFacts(filters: Filters, facts: readonly Fact[]): Filters {
  const widened: Record<string, readonly string[]> = { ...filters };
  for (const { facet, values } of facts) {
    widened[facet] = [...new Set([...(widened[facet] ?? []), ...values])].sort();
  }
  return widened as Filters;
}

/** Of a province that others were united with, the reports of that name's own territory first; else newest first, as given. */
function itselfFirst(documents: number[], applied: readonly Fact[], { entries }: Catalogue): number[] {
  const named = new Set(applied.filter(({ facet }) => facet === 'tinh').flatMap(({ values }) => values));
  if (named.size === 0) return documents;
  // 0: its own, or asked for by name; 1: of the united province, which part is not known; 2: of another part.
  const distance = (doc: number): number => {
    const { province, currentProvince } = entries[doc] as Entry;
    if (province === currentProvince || !named.has(currentProvince ?? '')) return 0;
    if (province === null) return 1;
    return named.has(`${currentProvince}.${province}`) ? 0 : 2;
  };
  const distances = documents.map(distance);
  return [0, 1, 2].flatMap((wanted) => documents.filter((_, i) => distances[i] === wanted));
}

/** Each thing asked for, with the text that is left without it. */
function wantedOf({ question, things }: SearchOutcome, facts: readonly Fact[]): Wanted[] {
  return things.map(({ text, first, after, lackOnly, nowhere }) => {
    const said = facts.filter(({ tokens }) => tokens.some((token) => token >= first && token < after));
    const gone = said.length > 0 ? said.flatMap(({ tokens }) => tokens) : range(first, after);
    return { text, facts: said, without: withoutTokens(question, gone), lackOnly, nowhere };
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** A question's text without some of its tokens; when only joining words would remain, nothing does. */
export function withoutTokens({ text, tokens }: Question, gone: readonly number[]): string {
  const lost = new Set(gone);
  let rest = '';
  let at = 0;
  tokens.forEach((token, i) => {
    if (!lost.has(i)) return;
    rest += `${text.slice(at, token.start)} `;
    at = token.end;
  });
  // Quotes and signs that stood about what is gone.
  rest = `${rest}${text.slice(at)}`
    .replace(/["“”]\s*["“”]/gu, ' ')
    .replace(/(?<!\S)[,;:–-]+(?!\S)|[\s,;:–-]+$/gu, '');
  const left = tokens.filter((token, i) => !lost.has(i) && !token.idle);
  return left.every((token) => JOINING.test(token.spelling)) ? '' : rest.replace(/\s+/g, ' ').trim();
}

/** Newer first among reports that score nearly as high as the best of them; documents are numbered newest first. */
function newerFirst(documents: readonly number[], scores: Float32Array): number[] {
  // The group of each, counted from 1, and where in the order its next one stands: a sort in one pass.
  const groupOf = new Uint32Array(scores.length);
  const next = [0];
  let least = 0;
  documents.forEach((doc, i) => {
    const score = scores[doc] as number;
    if (i === 0 || score < least) {
      next.push(i);
      least = score * (1 - NEARLY_EQUAL);
    }
    groupOf[doc] = next.length - 1;
  });
  const ordered = documents.slice();
  for (let doc = 0; doc < groupOf.length; doc++) {
    const group = groupOf[doc] as number;
    if (group > 0) ordered[(next[group] as number)++] = doc;
  }
  return ordered;
}

/** The filters that decide: with `lineage`, each directive stands for all of its line. */
export function withLineage({ filters, lineage }: Query, { directives }: Vocabulary): Filters {
  if (!lineage) return filters;
  const vb = directives
    .filter((one) => filters.vb.includes(one.slug))
    .flatMap((one) => [one.slug, ...one.lineage]);
  return { ...filters, vb };
}

/** Relevance is the order given; without words the catalogue's own order is newest first. */
function inOrder(documents: number[], query: Query, entries: readonly Entry[]): number[] {
  if (query.sort === 'lien-quan') return documents;
  const newest = [...Uint32Array.from(documents).sort()];
  if (query.sort === 'moi-nhat') return newest;
  // The oldest first, and those without any date still last.
  const dated = (doc: number) => {
    const entry = entries[doc];
    return entry !== undefined && whenOf(entry) !== null;
  };
  return [...newest.filter(dated).reverse(), ...newest.filter((doc) => !dated(doc))];
}

/** True where a search has any filter set. */
export function hasFilters({ filters }: Query): boolean {
  return FACET_NAMES.some((name) => filters[name].length > 0);
}
