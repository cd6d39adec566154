import { hasMarks } from '../vietnamese/fold';
import { tokenize } from '../vietnamese/tokenize';
import type { PackedIndex } from './packed';
import type { Question } from './question';
import type { Part, Runs } from './runs';
import { type AliasSpan, idf, type Unit } from './units';

/** Two syllables are of one word when the rarer stands in this pair so often, against all its occurrences … */
const BOUND = 0.25;
/** … or, one of them being a function word (`sự kiện`, `việc làm`), so often. */
const BOUND_FUNCTIONAL = 0.5;
/** A link this much weaker than the one beside it is where two words meet: `tỉnh | hưng yên`. */
const WEAKER = 0.5;
/** Syllables of the longest word. */
const LONGEST = 4;
/** A question of at most this many words may be one word as a whole: `người có công`, `tin giả`. */
const WHOLE = 3;
/** Things told apart; what a question holds beyond them ranks, and is not required. One bit each. */
const MAX_THINGS = 30;

/** What the caller knows about a stretch of the question: the words are one thing, and what else stands for it. */
export interface Given {
  /** Tokens of the question, [first, after). */
  first: number;
  after: number;
  /** 1 at the number of every document whose facts say it. */
  documents?: Uint8Array;
  /** How many do: of the collection, where the index holds an excerpt of it. */
  frequency?: number;
  /** Names the facts, for those who look them up elsewhere. */
  fact?: string;
  /** It gives way where the whole question is one word of the documents: `193 điểm cầu`. */
  yields?: boolean;
  /**
   * Other wordings; `same` counts as having it (`instead`: only where nothing holds the words as typed), the rest only
   * bring a document near.
   */
  others?: readonly { text: string; same: boolean; instead?: boolean }[];
}

/** One way in which a thing stands in a text. */
export interface Wording {
  kind: 'word' | 'beginning' | 'number' | 'alias' | 'other';
  parts: Part[];
}

/** One thing that a question asks for: a word of one or several syllables, a number, a phrase, a fact. */
export interface Thing {
  /** Tokens of the question, [first, after). */
  first: number;
  after: number;
  /** As typed. */
  text: string;
  /** Must not occur. */
  negated: boolean;
  /** Any of these is the thing. */
  wordings: Wording[];
  /** Kindred wordings, and the words themselves in another spelling: these only bring a document near. */
  kindred: Part[][];
  loose: Part[] | null;
  facts: Uint8Array | null;
  /** The thing before it, near which it must stand; null for most. */
  close: Thing | null;
  /** The caller's name for the facts. */
  fact: string | null;
  /** How rare it is: what it weighs. */
  weight: number;
}

/** Cuts a question into its things. Function words and what only asks are none, unless nothing else is there. */
export function thingsOf(
  index: PackedIndex,
  runs: Runs,
  question: Question,
  units: readonly Unit[],
  spans: readonly AliasSpan[],
  given: readonly Given[],
): Thing[] {
  const { tokens } = question;
  const stretches = cut(index, runs, question, units, [...given, ...question.phrases], spans);
  const saying = ({ first, after }: Stretch) =>
    given.find((one) => one.documents && one.first === first && one.after === after);
  const empty = (stretch: Stretch): boolean =>
    !saying(stretch) &&
    !question.phrases.some(({ first }) => first === stretch.first) &&
    tokens.slice(stretch.first, stretch.after).every((token) => token.idle || token.functional);
  const excluded = ({ first }: Stretch): boolean =>
    tokens[first]?.negated === true || question.phrases.some((one) => one.negated && one.first === first);
  const full = stretches.filter((stretch) => !empty(stretch));
  // What says nothing is not looked up either: it stands in nearly every document.
  const asked = (full.some((stretch) => !excluded(stretch)) ? full : stretches).slice(0, MAX_THINGS);
  const things = asked.map((stretch): Thing => {
    const { first, after } = stretch;
    const inside = given.filter((one) => one.first === first && one.after === after);
    // What a fact says is not what an abbreviation of its name stands for elsewhere: `HCM`.
    const said = saying(stretch);
    const aliases = said ? [] : spans.filter((one) => one.first === first && one.after === after);
    const others = inside.flatMap((one) => one.others ?? []);
    const own = ownParts(index, runs, units, first, after);
    const stands = runs.holding(own) > 0;
    const wordings: Wording[] = [
      { kind: kindOf(units, first, after), parts: own },
      ...aliases.map(({ run }): Wording => ({ kind: 'alias', parts: anySpelling(run) })),
      ...others
        .filter(({ same, instead }) => same && !(instead && stands))
        .map(({ text }): Wording => ({ kind: 'other', parts: partsOfText(index, text) })),
    ].filter(({ parts }) => parts.length > 0 && parts.every(({ terms }) => terms.length > 0));
    const facts = said?.documents ?? null;
    return {
      first,
      after,
      text: question.text.slice(tokens[first]?.start ?? 0, tokens[after - 1]?.end ?? 0),
      negated: excluded(stretch),
      wordings,
      kindred: others
        .filter(({ same, instead }) => !same || (instead && stands))
        .map(({ text }) => partsOfText(index, text)),
      loose: tokens.slice(first, after).some(({ marked }) => marked)
        ? units.slice(first, after).map(anyPart)
        : null,
      facts,
      close: null,
      fact: said?.fact ?? null,
      weight: idf(index.size, frequency(runs, wordings, said)),
    };
  });
  things.forEach((thing, i) => {
    const before = things[i - 1];
    // Near what stands nowhere it need not stand.
    const near = asked[i]?.close && before?.wordings.some(({ parts }) => runs.holding(parts) > 0);
    if (near && before) thing.close = before;
  });
  return things;
}

/** In how many documents it stands, one of its wordings at least, or the facts say it. */
function frequency(runs: Runs, wordings: readonly Wording[], said: Given | undefined): number {
  const most = Math.max(0, ...wordings.map(({ parts }) => runs.holding(parts)));
  if (!said?.documents) return most;
  return Math.max(most, said.frequency ?? said.documents.reduce((sum, one) => sum + one, 0));
}

interface Stretch {
  first: number;
  after: number;
  /** One syllable beside another that it stands beside nowhere: the two must at least stand near each other. */
  close?: boolean;
}

/** Where one thing ends and the next begins. */
function cut(
  index: PackedIndex,
  runs: Runs,
  question: Question,
  units: readonly Unit[],
  given: readonly (Stretch & Pick<Given, 'yields'>)[],
  spans: readonly AliasSpan[],
): Stretch[] {
  const { tokens } = question;
  const owner = new Array<Stretch | null>(tokens.length).fill(null);
  // What the caller knows comes first, then the longest abbreviation.
  const bySize = spans.toSorted((a, b) => b.after - b.first - (a.after - a.first));
  for (const stretch of [...given, ...bySize]) {
    if (owner.slice(stretch.first, stretch.after).some(Boolean)) continue;
    owner.fill(stretch, stretch.first, stretch.after);
  }
  if (tokens.length <= WHOLE && given.every(({ yields }) => yields) && isWhole(runs, units)) {
    return [{ first: 0, after: tokens.length }];
  }
  const stretches: Stretch[] = [];
  for (let at = 0; at < tokens.length; ) {
    const known = owner[at];
    if (known) {
      stretches.push({ first: known.first, after: known.after });
      at = known.after;
      continue;
    }
    let end = at + 1;
    while (end < tokens.length && !owner[end] && !tokens[end]?.apart && !tokens[end]?.negated) end++;
    stretches.push(...words(index, runs, units, at, end, tokens.length <= WHOLE));
    at = end;
  }
  return stretches;
}

/** Two or three words that nothing parts, and that stand so in some document; two that stand so nowhere, too. */
function isWhole(runs: Runs, units: readonly Unit[]): boolean {
  const plain = units.every(
    ({ token }, i) => !token.idle && !token.negated && !token.document && !(i > 0 && token.apart),
  );
  if (!plain || units.length < 2 || !units.some(({ token }) => !token.functional)) return false;
  if (units.length === 2 && units.every(({ token }) => /^\p{L}+$/u.test(token.folded))) return true;
  return runs.holding(units.map(anyPart)) > 0;
}

/** The words in a stretch that nothing else is known about, by how its syllables stand together in the documents. */
function words(
  index: PackedIndex,
  runs: Runs,
  units: readonly Unit[],
  from: number,
  to: number,
  short: boolean,
): Stretch[] {
  const count = to - from;
  const unit = (i: number): Unit => units[from + i] as Unit;
  const pair = (i: number) =>
    runs.pair(unit(i).terms[0]?.term ?? -1, units[from + i + 1]?.terms[0]?.term ?? -1);
  const link = Array.from({ length: Math.max(0, count - 1) }, (_, i) => {
    const [left, right] = [unit(i).token, unit(i + 1).token];
    if (left.idle || right.idle) return 0;
    const { share, count: often } = pair(i);
    if (left.functional || right.functional) return often > 1 && share >= BOUND_FUNCTIONAL ? share : 0;
    return Math.max(share, spelledShare(index, runs, unit(i), unit(i + 1)));
  });
  const bound = link.map((share, i) => {
    const beside = Math.max(link[i - 1] ?? 0, link[i + 1] ?? 0);
    return share >= BOUND && (share >= WEAKER || share >= WEAKER * beside);
  });
  for (let i = 0; i < bound.length; ) {
    let end = i;
    while (bound[end]) end++;
    if (end - i + 1 > LONGEST) {
      const weakest = link.slice(i, end).reduce((at, share, k, all) => (share < (all[at] ?? 1) ? k : at), 0);
      bound[i + weakest] = false;
    } else i = end + 1;
  }
  // Syllables left over side by side are a word that the documents hold seldom or never: `tin giả`.
  const single = (i: number): boolean => !bound[i - 1] && !bound[i];
  const content = (i: number): boolean =>
    [unit(i).token, unit(i + 1).token].every(
      ({ idle, functional, folded }) => !idle && !functional && /^\p{L}+$/u.test(folded),
    );
  for (let i = bound.length - 1; i >= 0; i--) {
    if (content(i) && single(i) && single(i + 1) && (pair(i).count > 0 || short)) bound[i] = true;
  }
  // … or at least stand near each other where they are: `tự tử` is not `tự` here and `tử` there.
  const parted = (i: number): boolean =>
    i > 0 && single(i - 1) && single(i) && content(i - 1) && pair(i - 1).count === 0;
  // What is still being typed goes on from the word before it.
  const last = units[to - 1];
  if (last?.prefix && count > 1) {
    let first = count - 2;
    while (bound[first - 1]) first--;
    const run = Array.from({ length: count - first }, (_, i) => anyPart(unit(first + i)));
    if (!unit(count - 2).token.idle && runs.holding(run) > 0) bound[count - 2] = true;
  }
  const stretches: Stretch[] = [];
  for (let i = 0; i < count; i++) {
    const previous = stretches.at(-1);
    if (i > 0 && bound[i - 1] && previous) previous.after = from + i + 1;
    else stretches.push({ first: from + i, after: from + i + 1, close: parted(i) });
  }
  return stretches;
}

/**
 * How two syllables typed with marks stand together in these spellings, by documents: `mặt bằng` is a word although its
 * letters alone (`mat bang`) stand apart as often. 0 without marks, and where the documents spell them otherwise.
 */
function spelledShare(index: PackedIndex, runs: Runs, left: Unit, right: Unit): number {
  const [a, b] = [spelledPart(index, left), spelledPart(index, right)];
  if (!a || !b) return 0;
  const rarer = Math.min(index.spellingFrequency(a.spelling), index.spellingFrequency(b.spelling));
  return rarer === 0 ? 0 : runs.holding([a, b]) / rarer;
}

function spelledPart(index: PackedIndex, { token, terms, prefix }: Unit): Part | null {
  const [literal] = terms;
  if (!literal || terms.length > 1 || prefix || token.document || !(token.marked || token.bare)) return null;
  const spelling = index.spelling(literal.term, token.spelling);
  return spelling < 0 ? null : { terms: [literal.term], spelling };
}

function kindOf(units: readonly Unit[], first: number, after: number): Wording['kind'] {
  if (units[after - 1]?.prefix) return 'beginning';
  return after === first + 1 && units[first]?.token.document ? 'number' : 'word';
}

function anyPart({ terms }: Unit): Part {
  return { terms: terms.map(({ term }) => term), spelling: -1 };
}

function anySpelling(run: readonly number[]): Part[] {
  return run.map((term) => ({ terms: [term], spelling: -1 }));
}

/**
 * The words as they were typed. One typed with marks stands in that spelling: the whole of it where the documents
 * hold it so, else (`hải phong`) those of its syllables that bear marks. One without marks stands in any; but a
 * syllable alone among others with marks (`voi rừng`) stands as typed, unless the documents hold it beside one of its
 * neighbours in another spelling only (`hội nghị va tổng kết`).
 */
function ownParts(
  index: PackedIndex,
  runs: Runs,
  units: readonly Unit[],
  first: number,
  after: number,
): Part[] {
  const own = units.slice(first, after).filter(({ token }) => !token.idle);
  const folded = own.map(anyPart);
  const [alone] = own;
  if (own.length === 1 && alone?.token.bare && !alone.prefix && units.length > 1) {
    const term = alone.terms[0]?.term ?? -1;
    const spelling = term < 0 ? -1 : index.spelling(term, alone.token.spelling);
    const typed: Part = { terms: spelling < 0 ? [] : [term], spelling };
    const [before, behind] = [units[first - 1], units[after]];
    const beside = (part: Part): boolean =>
      (before !== undefined && runs.holding([anyPart(before), part]) > 0) ||
      (behind !== undefined && runs.holding([part, anyPart(behind)]) > 0);
    return beside(anyPart(alone)) && !beside(typed) ? folded : [typed];
  }
  if (!own.some(({ token }) => token.marked)) return folded;
  const spelled = (wanted: (unit: Unit) => boolean): Part[] =>
    own.map((unit) => {
      const [literal] = unit.terms;
      if (!literal || unit.prefix || !wanted(unit)) return anyPart(unit);
      const spelling = index.spelling(literal.term, unit.token.spelling);
      return spelling < 0 ? { terms: [], spelling: -1 } : { terms: [literal.term], spelling };
    });
  const word = ({ token, terms }: Unit): boolean => terms.length === 1 && !token.document;
  const exact = spelled(word);
  if (runs.holding(exact) > 0) return exact;
  return spelled((unit) => word(unit) && unit.token.marked);
}

/** A text of the caller's own: with marks it stands in that spelling. Empty when the documents do not know a word. */
function partsOfText(index: PackedIndex, text: string): Part[] {
  const tokens = tokenize(text);
  const marked = hasMarks(text);
  const parts = tokens.map((token): Part => {
    const term = index.term(token.folded);
    const spelling = marked && term >= 0 && !token.document ? index.spelling(term, token.spelling) : -1;
    const known = term >= 0 && (spelling >= 0 || !marked || token.document !== undefined);
    return { terms: known ? [term] : [], spelling };
  });
  return parts.every(({ terms }) => terms.length > 0) ? parts : [];
}
