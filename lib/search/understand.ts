/**
 * What a question names beyond its words: `chỉ thị 05 hải phòng 6 tháng đầu năm 2020` a directive, a place and a
 * period, `xứ Lạng` a place, `corona` a thing with another name. Nothing is read out of quotes or exclusions.
 */
import { congressId, plenumId, termBegins } from '../domain/directive';
import { formatPeriodValue } from '../domain/period';
import { PERIOD_WRITINGS } from '../domain/period-words';
import type { Given, Question, QuestionToken } from '../engine';
import { DIRECTIVE_WORDS } from '../vietnamese/document-kinds';
import { documentKey, readDocumentNumbers } from '../vietnamese/document-number';
import { hasMarks, spelling } from '../vietnamese/fold';
import { figuresIn, numberValue } from '../vietnamese/numbers';
import { romanNumeral } from '../vietnamese/roman';
import { isSyllable } from '../vietnamese/syllable';
import { tokenize } from '../vietnamese/tokenize';
import type { Catalogue } from './catalogue';
import { documentsUnder } from './facet-counts';
import { type FacetName, facetNamed } from './facets';
import { type DirectiveName, placeNames, type Vocabulary } from './vocabulary';
import { DOCUMENT_NAMES, NO_PLACES, WORD_ROWS, type WordRow } from './words';

/** A fact read in a question: filter values, and the tokens that said so. */
export interface Fact {
  facet: FacetName;
  /** Canonical values; several when the words leave it open. */
  values: string[];
  label: string;
  tokens: readonly number[];
  /** Names of it that count like its words as typed. */
  names?: readonly string[];
}

/** What a question names. */
export interface Understanding {
  facts: Fact[];
  /** The same and other words for things, as the engine takes them. */
  given: Given[];
}

const understood = new WeakMap<Catalogue, WeakMap<Question, Understanding>>();

/** Reads a question, once: asked again for the same one, it gives the same answer. */
export function understand(question: Question, catalogue: Catalogue): Understanding {
  const ofCatalogue = understood.get(catalogue) ?? new WeakMap<Question, Understanding>();
  understood.set(catalogue, ofCatalogue);
  const known = ofCatalogue.get(question);
  if (known) return known;
  const text = new FoldedText(question);
  // A nickname or a region holds words of its own (`Huế`), a place or a document those of other rows.
  const longer = readNoPlaces(text);
  const named = readRows(text, ({ facts }) => facts !== undefined);
  const read = readFacts(text, catalogue.vocabulary);
  const rows = [...named, ...readRows(text, () => true)];
  const facts = [...read, ...rows.flatMap(({ row, tokens }) => factOf(row, tokens, catalogue.vocabulary))];
  const given = facts.flatMap((fact): Given[] => {
    // Two places are asked for as one or the other.
    const values = facts.filter((one) => one.facet === fact.facet).flatMap((one) => one.values);
    const said = saidBy(catalogue, fact.facet, values);
    const others = fact.names?.map((text) => ({ text, same: true })) ?? [];
    return stretches(fact.tokens).map((stretch) => ({ ...stretch, ...said, others }));
  });
  given.push(...longer);
  for (const { row, tokens } of rows) {
    const [topic] = row.facts?.filter(([facet]) => facet === 'chu-de') ?? [];
    const said = topic && saidBy(catalogue, topic[0], [topic[1]]);
    const others = [
      ...(row.same ?? []).map((other) => ({ text: other, same: true })),
      ...(row.instead ?? []).map((other) => ({ text: other, same: true, instead: true })),
      ...(row.like ?? []).map((other) => ({ text: other, same: false })),
    ];
    if (!said && others.length === 0) continue;
    given.push({ ...(stretches(tokens)[0] as Stretch), ...said, others });
  }
  for (const { first, after, writings } of figuresIn(question.tokens)) {
    const tokens = Array.from({ length: after - first }, (_, i) => first + i);
    if (!tokens.every((token) => text.isWord(token))) continue;
    text.take(tokens);
    given.push({
      first,
      after,
      yields: true,
      others: writings.map((other) => ({ text: other, same: true })),
    });
  }
  const result = { facts, given };
  ofCatalogue.set(question, result);
  return result;
}

/** The reports whose facts say it, as the engine takes them. */
function saidBy(
  catalogue: Catalogue,
  facet: FacetName,
  values: readonly string[],
): Pick<Given, 'documents' | 'frequency' | 'fact'> {
  const { documents, count } = documentsUnder(catalogue, facet, values);
  const { elsewhere } = catalogue;
  if (!elsewhere) return { documents, frequency: count };
  return { documents, frequency: elsewhere.frequencyUnder(facet, values), fact: factName(facet, values) };
}

/** The name under which the engine hands a fact back. */
export function factName(facet: FacetName, values: readonly string[]): string {
  return JSON.stringify([facet, values]);
}

interface Stretch {
  first: number;
  after: number;
}

/** Neighbouring numbers as stretches. */
function stretches(tokens: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  for (const token of [...tokens].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last?.after === token) last.after++;
    else found.push({ first: token, after: token + 1 });
  }
  return found;
}

/** The fact that a row of the word list says, where filters can say it. */
function factOf({ facts = [] }: WordRow, tokens: readonly number[], vocabulary: Vocabulary): Fact[] {
  const [first] = facts;
  if (!first || first[0] === 'chu-de') return [];
  const facet = facetNamed(first[0]);
  const values = [...new Set(facts.flatMap(([, value]) => facet.canonical(value, vocabulary).values))];
  if (values.length === 0) return [];
  return [
    {
      facet: facet.name,
      values,
      label: values.map((value) => facet.labelOf(value, vocabulary)).join(', '),
      tokens,
    },
  ];
}

/** Every fact that a question names; no token is read twice. */
export function readFacts(text: FoldedText, vocabulary: Vocabulary): Fact[] {
  const period = readPeriod(text);
  const year = Number(/^\d{4}/.exec(period?.values[0] ?? '')?.[0] ?? Number.NaN);
  const directives = [
    ...readCalled(text, vocabulary),
    ...readNumbered(text, vocabulary, year),
    ...readNamed(text, vocabulary, year),
    ...readSubjects(text, vocabulary),
  ];
  return [...directives, ...readPlaces(text, vocabulary), ...(period ? [period] : [])];
}

/** Longer names that hold a place's, each one thing. */
function readNoPlaces(text: FoldedText): Stretch[] {
  return noPlaces().flatMap((name) =>
    [...text.match(new RegExp(name))].flatMap(({ tokens }) => {
      text.take(tokens);
      return stretches(tokens);
    }),
  );
}

let noPlacePatterns: string[] | null = null;

function noPlaces(): string[] {
  noPlacePatterns ??= NO_PLACES.map((name) => foldedWords(name).join(' '));
  return noPlacePatterns;
}

function foldedWords(text: string): string[] {
  return tokenize(text).map((token) => token.folded);
}

/** The folded tokens as one string, so that patterns can be matched, with the way back; each token is read once. */
export class FoldedText {
  readonly joined: string;
  private readonly starts: number[] = [];
  private readonly taken = new Set<number>();

  constructor(readonly question: Question) {
    let joined = '';
    question.tokens.forEach((token, i) => {
      this.starts.push(joined.length);
      // Quoted and excluded words are no words here.
      const held = token.negated || question.phrases.some(({ first, after }) => i >= first && i < after);
      joined += `${held ? '"' : token.document ? '#' : token.folded} `;
    });
    this.joined = joined;
  }

  get tokens(): readonly QuestionToken[] {
    return this.question.tokens;
  }

  /** Matches of a pattern over whole tokens that nothing has read yet; `take` them to read them. */
  *match(pattern: RegExp): Generator<{ groups: (string | undefined)[]; tokens: number[] }> {
    for (const found of this.joined.matchAll(new RegExp(`(?<=^| )(?:${pattern.source})(?= )`, 'g'))) {
      const end = found.index + found[0].length;
      const tokens = this.starts.flatMap((start, i) => (start >= found.index && start < end ? [i] : []));
      if (tokens.every((i) => !this.taken.has(i))) yield { groups: found.slice(1), tokens };
    }
  }

  take(tokens: readonly number[]): void {
    for (const i of tokens) this.taken.add(i);
  }

  isFree(token: number): boolean {
    return token < this.tokens.length && !this.taken.has(token);
  }

  /** True for a token that nothing has read, neither quoted nor excluded nor a document's number. */
  isWord(token: number): boolean {
    return this.isFree(token) && !/["#]/.test(this.joined.charAt(this.starts[token] ?? 0));
  }

  /** True when the tokens were typed as the words are written, as far as they bear marks. */
  agrees(tokens: readonly number[], spelled: readonly string[]): boolean {
    return tokens.every((token, i) => {
      const written = this.tokens[token]?.spelling ?? '';
      return !hasMarks(written) || written === spelling(spelled[i] ?? '');
    });
  }
}

interface Form {
  spelled: string[];
  folded: string[];
  /** Set when it is an abbreviation that reads like a syllable: only as written. */
  as?: string;
  row: WordRow;
}
let formsByFirst: Map<string, Form[]> | null = null;

/** The forms of the word list by their first folded word, longest first. */
function rowForms(): Map<string, Form[]> {
  if (formsByFirst) return formsByFirst;
  formsByFirst = new Map();
  const forms = WORD_ROWS.flatMap((row) =>
    row.words.map((word): Form => {
      const tokens = tokenize(word);
      const short = /^\p{Lu}{2,4}$/u.test(word) && isSyllable(word.toLowerCase());
      return {
        spelled: tokens.map((token) => token.spelling),
        folded: tokens.map((token) => token.folded),
        ...(short ? { as: word } : {}),
        row,
      };
    }),
  ).sort((a, b) => b.folded.length - a.folded.length);
  for (const form of forms) {
    const first = form.folded[0] ?? '';
    const list = formsByFirst.get(first);
    if (list) list.push(form);
    else formsByFirst.set(first, [form]);
  }
  return formsByFirst;
}

/** Rows of the word list that a question holds, the longest where several begin at one word. */
function readRows(text: FoldedText, wanted: (row: WordRow) => boolean): { row: WordRow; tokens: number[] }[] {
  const found: { row: WordRow; tokens: number[] }[] = [];
  const words = text.joined.split(' ');
  for (let at = 0; at < text.tokens.length; at++) {
    for (const { spelled, folded, as, row } of rowForms().get(words[at] ?? '') ?? []) {
      const tokens = folded.map((_, i) => at + i);
      const fits = folded.every((word, i) => words[at + i] === word) && tokens.every((i) => text.isFree(i));
      if (!fits || !wanted(row) || !text.agrees(tokens, spelled)) continue;
      if (as !== undefined && text.tokens[at]?.text !== as) continue;
      text.take(tokens);
      found.push({ row, tokens });
      break;
    }
  }
  return found;
}

/** The period that a text names. A kind and a year that stand apart belong together: `quý 1 hải phòng 2019`. */
function readPeriod(text: FoldedText): Fact | null {
  const facet = facetNamed('ky');
  const none: Vocabulary = { places: [], directives: [] };
  let value: string | null = null;
  const tokens: number[] = [];
  for (const writing of PERIOD_WRITINGS) {
    for (const match of text.match(writing.pattern)) {
      const read = facet.canonical(formatPeriodValue(writing.read(match.groups)), none).values[0];
      if (!read) continue;
      const joined: string | undefined =
        value === null ? read : !/^\d/.test(value) && /^\d{4}$/.test(read) ? `${read}-${value}` : undefined;
      if (!joined) continue;
      value = joined;
      text.take(match.tokens);
      tokens.push(...match.tokens);
    }
  }
  return value === null ? null : { facet: 'ky', values: [value], label: facet.labelOf(value, none), tokens };
}

/** Documents named by number. Where several bear it, the year of the search decides, else all are meant. */
function readNumbered(text: FoldedText, vocabulary: Vocabulary, year: number): Fact[] {
  const keys = numberKeys(vocabulary);
  const readings: Fact[] = [];
  for (const { tokens } of text.match(new RegExp(`(?:(?:${DIRECTIVE_WORDS}) (?:so )?)?#`))) {
    const document = text.tokens[tokens.at(-1) ?? -1]?.document;
    if (!document) continue;
    // TU typed without any mark may be TƯ, the centre's.
    const key = documentKey(document.ambiguous ? { ...document, organ: 'TW' } : document);
    const bearing = keys.get(key) ?? [];
    const inForce = bearing.filter((one) => Number(one.date?.slice(0, 4)) <= year);
    const latest = inForce.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))[0];
    const meant = latest ? [latest] : bearing;
    if (meant.length === 0) continue;
    text.take(tokens);
    readings.push({
      facet: 'vb',
      values: meant.map((one) => one.slug),
      label:
        meant.length === 1 ? (meant[0]?.label ?? '') : `${meant[0]?.label.replace(/ \(.*$/, '')} (mọi khóa)`,
      tokens,
    });
  }
  return readings;
}

const keysOf = new WeakMap<Vocabulary, Map<string, DirectiveName[]>>();

/** Documents by the key of their number. */
function numberKeys(vocabulary: Vocabulary): Map<string, DirectiveName[]> {
  const known = keysOf.get(vocabulary);
  if (known) return known;
  const keys = new Map<string, DirectiveName[]>();
  for (const directive of vocabulary.directives) {
    const number = readDocumentNumbers(directive.key)[0];
    if (!number) continue;
    const key = documentKey(number);
    keys.set(key, [...(keys.get(key) ?? []), directive]);
  }
  keysOf.set(vocabulary, keys);
  return keys;
}

/** The words for a plenum's resolution, its number and its term: `nghị quyết trung ương 4 khóa XII`, `nqtw4`. */
const PLENUM =
  /(?:(?:(?:nghi quyet|nq) )?(?:hoi nghi )?(?:lan thu )?(?:trung uong|tw|tu|t u) (?:lan thu )?|nqtw ?)(\d{1,2}|[ivx]+) (?:khoa )?([ivx]+|\d{1,2})/;
/** The same without a term: an abbreviation, or the word for a resolution, says that one is meant. */
const PLENUM_OF_ANY_TERM =
  /(?:(?:nghi quyet|nq) (?:hoi nghi )?(?:lan thu )?(?:trung uong|tw) (?:lan thu )?|nqtw ?)(\d{1,2}|[ivx]+)/;
const CONGRESS =
  /(?:(?:nghi quyet|nq) )?(?:dai hoi|dh)(?: dai bieu)?(?: toan quoc)?(?: dang)?(?: toan quoc)?(?: lan thu)? ([ivx]+|\d{1,2})(?: cua dang)?/;

/** Resolutions of plenums and congresses, which go by name. Without a term the year of the search decides, else all are meant. */
function readNamed(text: FoldedText, { directives }: Vocabulary, year: number): Fact[] {
  const readings: Fact[] = [];
  const read = (meant: readonly DirectiveName[], tokens: number[], label = labelOfAll(meant)) => {
    if (meant.length === 0) return;
    text.take(tokens);
    readings.push({ facet: 'vb', values: meant.map((one) => one.slug), label, tokens });
  };
  const named = (id: string) => directives.filter((one) => one.id === id);
  const roman = (written = ''): string => romanNumeral(numberValue(written));
  for (const { groups, tokens } of text.match(PLENUM)) {
    read(named(plenumId(numberValue(groups[0] ?? ''), roman(groups[1]))), tokens);
  }
  for (const { groups, tokens } of text.match(PLENUM_OF_ANY_TERM)) {
    const number = numberValue(groups[0] ?? '');
    const all = directives.filter(({ id }) => id.startsWith(plenumId(number, '')));
    // A term begins in the year of its congress: every fifth.
    const began = ({ term }: DirectiveName) => Number(termBegins(term ?? '')?.slice(0, 4));
    const inYear = all.filter((one) => year >= began(one) && year < began(one) + 5);
    const meant = inYear.length > 0 ? inYear : all;
    read(meant, tokens, meant.length > 1 ? `Nghị quyết Trung ương ${number} (mọi khóa)` : undefined);
  }
  for (const { groups, tokens } of text.match(CONGRESS)) read(named(congressId(roman(groups[0]))), tokens);
  return readings;
}

/** A name of a place, ready to be compared. */
export interface PlaceForm {
  name: string;
  /** Folded tokens, joined by spaces. */
  folded: string;
  spelled: string[];
  value: string;
}
const formsOf = new WeakMap<Vocabulary, PlaceForm[]>();

/** Every safe name of every place, longest first, so that the longest match wins. */
export function placeForms(vocabulary: Vocabulary): PlaceForm[] {
  const known = formsOf.get(vocabulary);
  if (known) return known;
  const forms = placeNames(vocabulary).map(([name, value]) => {
    const tokens = tokenize(name);
    return {
      name,
      folded: tokens.map((token) => token.folded).join(' '),
      spelled: tokens.map((token) => token.spelling),
      value,
    };
  });
  forms.sort((a, b) => b.folded.length - a.folded.length);
  formsOf.set(vocabulary, forms);
  return forms;
}

/** Provinces of today and before. Marks that were typed must be the name's own: `Nguyễn Huệ` is not Huế. */
function readPlaces(text: FoldedText, vocabulary: Vocabulary): Fact[] {
  const facet = facetNamed('tinh');
  const readings: Fact[] = [];
  for (const form of placeForms(vocabulary)) {
    if (!text.joined.includes(form.folded)) continue;
    for (const { groups, tokens } of text.match(
      new RegExp(
        `(?:(tinh|thanh pho|tp) )?${form.folded}(?: sau (?:sap nhap|hop nhat)| moi)?( cu| truoc (?:sap nhap|hop nhat))?`,
      ),
    )) {
      const before = groups[0]?.split(' ').length ?? 0;
      if (!text.agrees(tokens.slice(before, before + form.spelled.length), form.spelled)) continue;
      const former = groups[1]
        ? facet.canonical(`${form.value}.${form.value}`, vocabulary).values[0]
        : undefined;
      const value = former ?? form.value;
      text.take(tokens);
      const label = facet.labelOf(value, vocabulary);
      const names = [form.name, label.replace(/ \(cũ\)$/, '')];
      readings.push({ facet: 'tinh', values: [value], label, tokens, names });
    }
  }
  return readings;
}

/** Documents by what people call them. */
function readCalled(text: FoldedText, { directives }: Vocabulary): Fact[] {
  return calledForms().flatMap(({ folded, slugs }) =>
    [...text.match(new RegExp(folded))].flatMap(({ tokens }): Fact[] => {
      const meant = directives.filter((one) => slugs.includes(one.slug));
      const last = (tokens.at(-1) ?? 0) + 1;
      // A number or term behind it says which one is meant.
      const number = Number(text.isFree(last) ? text.tokens[last]?.folded : Number.NaN);
      const numbered = meant.filter((one) => one.number === number);
      const chosen = numbered.length > 0 ? numbered : meant;
      if (chosen.length === 0) return [];
      const read = numbered.length > 0 ? [...tokens, last] : tokens;
      text.take(read);
      return [
        { facet: 'vb', values: chosen.map((one) => one.slug), label: labelOfAll(chosen), tokens: read },
      ];
    }),
  );
}

let called: { folded: string; slugs: readonly string[] }[] | null = null;

function calledForms() {
  called ??= DOCUMENT_NAMES.flatMap(({ words, slugs }) =>
    words.map((word) => ({ folded: foldedWords(word).join(' '), slugs })),
  ).sort((a, b) => b.folded.length - a.folded.length);
  return called;
}

function labelOfAll(directives: readonly DirectiveName[]): string {
  return directives.length > 3
    ? `${directives
        .slice(0, 2)
        .map((one) => one.label)
        .join(', ')} …`
    : directives.map((one) => one.label).join(', ');
}

/** Documents whose subject the words after their kind name: at most so many, or the words say too little. */
const MOST_BY_SUBJECT = 4;
/** Words of a subject looked at. */
const SUBJECT_WORDS = 8;

/** Documents by kind and words of their title: `nghị quyết sắp xếp bộ máy`, `nghị quyết văn hóa 33`. */
function readSubjects(text: FoldedText, { directives }: Vocabulary): Fact[] {
  const facts: Fact[] = [];
  for (const { tokens } of text.match(new RegExp(`(?:${DIRECTIVE_WORDS})(?: ve)?`))) {
    const kind = tokens
      .map((i) => text.tokens[i]?.folded)
      .join(' ')
      .replace(/ ve$/, '');
    const start = (tokens.at(-1) ?? 0) + 1;
    let end = start;
    while (end < start + SUBJECT_WORDS && text.isFree(end) && !text.tokens[end]?.apart) end++;
    for (let after = end; after > start; after--) {
      const subject = text.tokens.slice(start, after);
      const last = subject.at(-1);
      const number = last && /^\d{1,3}$/.test(last.folded) ? Number(last.folded) : null;
      const words = subject.slice(0, number === null ? undefined : -1).filter((token) => !token.functional);
      if (words.length < 2) continue;
      const meant = directives.filter(
        (one) =>
          one.title !== '' &&
          (number === null || one.number === number) &&
          foldedText(one.label).startsWith(kind) &&
          holds(one, words),
      );
      if (meant.length === 0 || meant.length > MOST_BY_SUBJECT) continue;
      const read = [...tokens, ...subject.map((_, i) => start + i)];
      text.take(read);
      facts.push({
        facet: 'vb',
        values: meant.map((one) => one.slug),
        label: labelOfAll(meant),
        tokens: read,
      });
      break;
    }
  }
  return facts;
}

const titleWords = new WeakMap<DirectiveName, string>();

function foldedText(text: string): string {
  return foldedWords(text).join(' ');
}

/** True when a title holds all the words, and somewhere two of them side by side as typed. */
function holds(directive: DirectiveName, words: readonly QuestionToken[]): boolean {
  const title = titleWords.get(directive) ?? ` ${foldedText(directive.title)} `;
  titleWords.set(directive, title);
  const folded = words.map((token) => token.folded);
  return (
    folded.every((word) => title.includes(` ${word} `)) &&
    folded.some((word, i) => i > 0 && title.includes(` ${folded[i - 1]} ${word} `))
  );
}
