/**
 * What to offer while a person types: directives by number or subject, places by any name, phrases that the
 * reports use, with their marks. Each carries the search that choosing it makes.
 */
import { type Question, readQuestion } from '../engine';
import { fold } from '../vietnamese/fold';
import { type Token, tokenize } from '../vietnamese/tokenize';
import type { Catalogue } from './catalogue';
import type { FacetName } from './facets';
import { facetNamed } from './facets';
import { find } from './find';
import { parseQuery, type Query, serialiseQuery, withFilter, withText } from './query';
import { FoldedText, placeForms, readFacts } from './understand';
import type { DirectiveName, Vocabulary } from './vocabulary';

export interface Suggestion {
  kind: 'phrase' | 'directive' | 'place' | 'period' | 'title' | 'person';
  label: string;
  /** Further words: the subject of a directive. */
  detail?: string;
  /** Canonical query string of the search when chosen. */
  query: string;
  /** Reports that it finds: never none. */
  count: number;
}

/** Suggestions shown at once: what fits above a phone's keyboard. */
export const SUGGESTIONS = 6;
/** Candidates counted, at most: each is a search of its own. */
const MOST_COUNTED = 10;
/** Words typed before titles are looked through. */
const TITLE_WORDS = 3;

/** Most suggestions of one kind other than phrases. */
const PER_KIND = 3;
/** A place's name is recognised from its first letters, at least so many. */
const LEAST_LETTERS = 2;
/** After other words, so many letters make a place likely. */
const TELLING_LETTERS = 4;

/**
 * Suggestions for a text that is being typed, best first; those that would find nothing are none.
 * @param query the search as it stands; its text is what was typed, its filters are kept
 */
export function suggest(query: Query, catalogue: Catalogue, limit = SUGGESTIONS): Suggestion[] {
  const suggestions: Suggestion[] = [];
  for (const candidate of candidates(query, catalogue)) {
    if (suggestions.length === limit) break;
    const asked = parseQuery(candidate.query, catalogue.vocabulary).query;
    const count = find(asked, catalogue, true).documents.length;
    if (count > 0) suggestions.push({ ...candidate, count });
  }
  return suggestions;
}

type Candidate = Omit<Suggestion, 'count'>;

/** What might be suggested, best first: what each finds is to be counted. */
export function candidates(query: Query, catalogue: Catalogue, limit = MOST_COUNTED): Candidate[] {
  const { engine, vocabulary } = catalogue;
  const question = readQuestion(query.text);
  const { tokens } = question;
  if (tokens.length === 0) return [];
  const text = query.text;
  const chosen = (facet: FacetName, values: readonly string[], rest: string): string =>
    serialiseQuery(withFilter(withText(query, rest), facet, [...query.filters[facet], ...values]));

  const suggestions: Candidate[] = [];
  for (const reading of readFacts(new FoldedText(question), vocabulary)) {
    if (reading.facet !== 'vb' && reading.facet !== 'ky') continue;
    const slug = reading.values[0] ?? '';
    const detail =
      reading.facet === 'vb' ? vocabulary.directives.find((one) => one.slug === slug)?.title : undefined;
    suggestions.push({
      kind: reading.facet === 'vb' ? 'directive' : 'period',
      label: reading.label,
      ...(detail && reading.values.length === 1 ? { detail } : {}),
      query: chosen(reading.facet, reading.values, before(text, tokens, Math.min(...reading.tokens))),
    });
  }

  // One unfinished syllable after others says little: `tuyen gi` means tuyên giáo sooner than Gia Lai.
  const places = placesBegun(tokens, vocabulary);
  const likely = places.filter(({ from, letters }) => from === 0 || letters >= TELLING_LETTERS);
  const placeSuggestion = ({ value, from }: (typeof places)[number]): Candidate => ({
    kind: 'place',
    label: facetNamed('tinh').labelOf(value, vocabulary),
    query: chosen('tinh', [value], before(text, tokens, from)),
  });
  suggestions.push(...likely.slice(0, PER_KIND).map(placeSuggestion));

  suggestions.push(
    ...numberedFrom(question, vocabulary).map(
      (directive): Candidate => ({
        kind: 'directive',
        label: directive.label,
        ...(directive.title ? { detail: directive.title } : {}),
        query: chosen('vb', [directive.slug], ''),
      }),
    ),
  );

  if (tokens.length > 1) {
    const wanted = tokens.map((token) => token.folded).join(' ');
    for (const directive of vocabulary.directives) {
      if (suggestions.filter((one) => one.kind === 'directive').length >= PER_KIND) break;
      if (!subjectOf(directive).includes(` ${wanted}`)) continue;
      suggestions.push({
        kind: 'directive',
        label: directive.label,
        detail: directive.title,
        query: chosen('vb', [directive.slug], ''),
      });
    }
  }

  suggestions.push(
    ...chairsBegun(tokens, catalogue).map(
      (name): Candidate => ({ kind: 'person', label: name, query: serialiseQuery(withText(query, name)) }),
    ),
  );
  for (const phrase of engine.suggestPhrases(text, limit)) {
    suggestions.push({ kind: 'phrase', label: phrase, query: serialiseQuery(withText(query, phrase)) });
  }
  if (tokens.length >= TITLE_WORDS) {
    for (const title of titlesBegun(text, catalogue).slice(0, PER_KIND)) {
      suggestions.push({ kind: 'title', label: title, query: serialiseQuery(withText(query, title)) });
    }
  }
  suggestions.push(...places.slice(0, PER_KIND).map(placeSuggestion));
  const seen = new Set<string>();
  return suggestions.filter(({ query: made }) => !seen.has(made) && seen.add(made)).slice(0, limit);
}

/** Documents whose number begins with the digits typed last, after words of a kind or alone: `chỉ thị 0`, `33`. */
function numberedFrom({ tokens, text }: Question, { directives }: Vocabulary): DirectiveName[] {
  const digits = /(?:^|\s)0?(\d{1,3})$/.exec(text)?.[1];
  if (digits === undefined) return [];
  const kind = tokens
    .slice(0, tokens.at(-1)?.document ? undefined : -1)
    .filter((token) => !token.document)
    .map((token) => token.folded)
    .join(' ');
  return directives
    .filter((one) => one.number !== null && String(one.number).startsWith(digits))
    .filter((one) => kind === '' || fold(one.label).startsWith(kind))
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .slice(0, PER_KIND);
}

/** Titles that begin with the text, marks aside; newest first, each once. */
function titlesBegun(text: string, catalogue: Catalogue): string[] {
  const begun = fold(text).trim();
  catalogue.elsewhere?.titlesBegun(begun);
  return namesOf(catalogue).titles.flatMap(({ name, folded }) => (folded.startsWith(begun) ? [name] : []));
}

/** People who chaired whose name, or a later part of it, the text begins; those who chaired most first. */
function chairsBegun(tokens: readonly Token[], catalogue: Catalogue): string[] {
  const begun = tokens.map((token) => token.folded).join(' ');
  if (begun.length < TELLING_LETTERS) return [];
  return namesOf(catalogue)
    .chairs.filter(({ folded }) => ` ${folded}`.includes(` ${begun}`))
    .slice(0, PER_KIND)
    .map(({ name }) => name);
}

interface Name {
  name: string;
  folded: string;
}
const names = new WeakMap<Catalogue, { titles: Name[]; chairs: Name[] }>();

/** Titles and chairs of a catalogue, folded once: every keystroke looks through them. */
function namesOf(catalogue: Catalogue): { titles: Name[]; chairs: Name[] } {
  const known = names.get(catalogue);
  if (known) return known;
  const { entries } = catalogue;
  const titles = [...new Set(entries.map(({ title }) => title))].map((name) => ({
    name,
    folded: fold(name),
  }));
  const often = new Map<string, number>();
  for (const { chair } of entries) if (chair) often.set(chair, (often.get(chair) ?? 0) + 1);
  const chairs = [...often]
    .sort(([, a], [, b]) => b - a)
    .map(([name]) => ({ name, folded: foldedWords(name) }));
  const made = { titles, chairs };
  names.set(catalogue, made);
  return made;
}

const subjects = new WeakMap<DirectiveName, string>();

/** The folded words of a document's subject, a space before each. */
function subjectOf(directive: DirectiveName): string {
  const known = subjects.get(directive) ?? ` ${foldedWords(directive.title)}`;
  subjects.set(directive, known);
  return known;
}

function foldedWords(text: string): string {
  return tokenize(text)
    .map((token) => token.folded)
    .join(' ');
}

/** The text before a token, without the space that led to it. */
function before(text: string, tokens: readonly Token[], token: number): string {
  return text.slice(0, tokens[token]?.start ?? text.length).trimEnd();
}

/** Places whose name the end of the text begins, the longest beginnings first. */
function placesBegun(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
): { value: string; from: number; letters: number }[] {
  const found: { value: string; from: number; letters: number }[] = [];
  for (let from = Math.max(0, tokens.length - 5); from < tokens.length; from++) {
    const end = tokens
      .slice(from)
      .map((token) => token.folded)
      .join(' ');
    if (end.length < LEAST_LETTERS) continue;
    for (const { folded, value } of placeForms(vocabulary)) {
      const begun = folded.startsWith(end) || folded.replace(/^tp /, '').startsWith(end);
      if (begun && !found.some((one) => one.value === value))
        found.push({ value, from, letters: end.length });
    }
  }
  return found;
}
