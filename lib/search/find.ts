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
import { documentsUnder, type Filtered, filterAndCount } from './facet-counts';
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
  scores: ReadonlyMap<number, number>;
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

/** Every report that a search finds, in its order, and what was counted on the way. */
export function find(query: Query, catalogue: Catalogue): Found {
  const filters = withLineage(query, catalogue.vocabulary);
  if (query.text === '') {
    return { ...NOTHING_ASKED, ...all(query, catalogue, filters), sought: { questions: [], filters } };
  }
  const pasted = pastedReport(query.text, catalogue);
  if (pasted !== null) {
    const sought = { questions: [], filters, id: catalogue.entries[pasted]?.id ?? '' };
    return { ...NOTHING_ASKED, ...filterAndCount(catalogue, [pasted], filters), sought };
  }
  const sides = sidesOf(query.text);
  return sides.length > 1 ? findAny(sides, query, catalogue, filters) : findOne(query, catalogue, filters);
}

const NOTHING_ASKED = {
  near: [],
  scores: new Map<number, number>(),
  match: null,
  repaired: null,
  question: null,
  facts: [],
  applied: [],
  wanted: [],
};

function all(query: Query, catalogue: Catalogue, filters: Filters): Filtered {
  const filtered = filterAndCount(catalogue, catalogue.entries.keys(), filters);
  return { ...filtered, documents: inOrder(filtered.documents, query, catalogue.entries) };
}

/** The sides of `a OR b`; one for a text without it, or with quotes around it. */
function sidesOf(text: string): string[] {
  const sides = text.split(OR).filter((side) => /[\p{L}\p{N}]/u.test(side));
  const whole = sides.every((side) => (side.match(/["“”]/g)?.length ?? 0) % 2 === 0);
  return whole && sides.length <= MOST_SIDES ? sides : [text];
}

function ask(text: string, verbatim: boolean, catalogue: Catalogue): SearchOutcome {
  const read = verbatim ? text : (sourceNamed(text, catalogue) ?? inVietnamese(withDigits(text)));
  const outcome = catalogue.engine.search(readQuestion(read), {
    literal: verbatim,
    ...(verbatim ? {} : { know: (question) => understand(question, catalogue).given }),
  });
  return read === text || outcome.repaired ? outcome : { ...outcome, repaired: { from: text, to: read } };
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
  const scores = new Map<number, number>();
  for (const { doc, score } of outcomes.flatMap(({ found }) => found)) {
    scores.set(doc, Math.max(score, scores.get(doc) ?? 0));
  }
  const documents = [...scores.keys()].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
  const near = new Map<number, NearReport>();
  for (const outcome of outcomes) {
    for (const one of outcome.near) {
      const known = near.get(one.doc);
      if (scores.has(one.doc) || (known && known.score >= one.score)) continue;
      near.set(one.doc, { ...one, missing: missingOf(one, outcome) });
    }
  }
  const filtered = filterAndCount(catalogue, documents, filters);
  return {
    ...NOTHING_ASKED,
    ...filtered,
    documents: inOrder(newerFirst(filtered.documents, scores), query, catalogue.entries),
    near: passing(
      [...near.values()].sort((a, b) => b.score - a.score),
      catalogue,
      filters,
    ),
    scores,
    match: { things: outcomes.flatMap(({ match }) => match.things) },
    sought: { questions: outcomes.map(({ question }) => question), filters },
  };
}

function findOne(query: Query, catalogue: Catalogue, filters: Filters): Found {
  const outcome = ask(query.text, query.verbatim, catalogue);
  const { question } = outcome;
  const facts = query.verbatim ? [] : understand(question, catalogue).facts;
  const applied =
    areAll(facts, question) && facts.every(({ facet }) => query.filters[facet].length === 0) ? facts : [];
  const scores = new Map([...outcome.found, ...outcome.near].map((hit) => [hit.doc, hit.score]));
  const common = {
    scores,
    match: outcome.match,
    repaired: outcome.repaired,
    question,
    facts,
    wanted: wantedOf(outcome, facts),
  };
  if (applied.length > 0) {
    const filtered = filterAndCount(catalogue, catalogue.entries.keys(), withFacts(filters, applied));
    const found = new Set(filtered.documents);
    const rest = [...outcome.found.map((hit): NearHit => ({ ...hit, missing: [] })), ...outcome.near].filter(
      ({ doc }) => !found.has(doc),
    );
    return {
      ...common,
      ...filtered,
      documents: inOrder(itselfFirst(filtered.documents, applied, catalogue), query, catalogue.entries),
      near:
        found.size >= FEW_FOUND
          ? []
          : passing(
              rest.slice(0, MOST_NEAR).map((one) => lacking(one, applied, catalogue)),
              catalogue,
              filters,
            ),
      applied,
      sought: { questions: [], filters: withFacts(filters, applied) },
    };
  }
  const titled = documentsTitled(query.text, catalogue);
  const inTier = outcome.found.map(({ doc }) => doc);
  const documents = [...new Set([...titled, ...newerFirst(inTier, scores)])];
  const filtered = filterAndCount(catalogue, documents, filters);
  const isTitled = new Set(titled);
  return {
    ...common,
    ...filtered,
    documents: inOrder(filtered.documents, query, catalogue.entries),
    near: passing(
      outcome.near
        .filter(({ doc }) => !isTitled.has(doc))
        .map((one) => ({ ...one, missing: missingOf(one, outcome) })),
      catalogue,
      filters,
    ),
    applied: [],
    sought: { questions: [question], filters },
  };
}

function missingOf({ missing }: NearHit, { things }: SearchOutcome): string[] {
  return missing.map((place) => things[place]?.text ?? '');
}

/** Which of the applied facts a report lacks. */
function lacking(
  { doc, score, missing: lacks }: NearHit,
  applied: readonly Fact[],
  catalogue: Catalogue,
): NearReport {
  const missing = applied.filter(({ facet, values }) => documentsUnder(catalogue, facet, values)[doc] !== 1);
  // The words stand in it, and it is another place's or year's report: it does not lack the name.
  const named = lacks.length === 0 ? ' (chỉ nhắc tới)' : '';
  return { doc, score, missing: missing.map(({ label }) => `${label}${named}`) };
}

function passing(near: readonly NearReport[], catalogue: Catalogue, filters: Filters): NearReport[] {
  const { documents } = filterAndCount(
    catalogue,
    near.map(({ doc }) => doc),
    filters,
  );
  const passed = new Set(documents);
  return near.filter(({ doc }) => passed.has(doc));
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

/** Of a province that others were united with, the reports of that name's own territory first. */
function itselfFirst(
  documents: readonly number[],
  applied: readonly Fact[],
  { entries }: Catalogue,
): number[] {
  const named = new Set(applied.filter(({ facet }) => facet === 'tinh').flatMap(({ values }) => values));
  // 0: its own, or asked for by name; 1: of the united province, which part is not known; 2: of another part.
  const distance = (doc: number): number => {
    const { province, currentProvince } = entries[doc] as Entry;
    if (province === currentProvince || !named.has(currentProvince ?? '')) return 0;
    if (province === null) return 1;
    return named.has(`${currentProvince}.${province}`) ? 0 : 2;
  };
  return documents.toSorted((a, b) => distance(a) - distance(b) || a - b);
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
function newerFirst(documents: readonly number[], scores: ReadonlyMap<number, number>): number[] {
  const ordered: number[] = [];
  let group: number[] = [];
  let least = 0;
  for (const doc of documents) {
    const score = scores.get(doc) ?? 0;
    if (group.length > 0 && score < least) {
      ordered.push(...group.sort((a, b) => a - b));
      group = [];
    }
    if (group.length === 0) least = score * (1 - NEARLY_EQUAL);
    group.push(doc);
  }
  return [...ordered, ...group.sort((a, b) => a - b)];
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
  const newest = documents.toSorted((a, b) => a - b);
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
