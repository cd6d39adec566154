/**
 * Reads filters out of the words of a search: `chỉ thị 05 hải phòng 6 tháng đầu năm 2020` names a directive, a
 * place and a period. What is read is offered, never applied: `hòa bình` may be peace.
 */
import { formatPeriodValue, PERIOD_WRITINGS } from '../domain/period';
import { DIRECTIVE_WORDS } from '../vietnamese/document-kinds';
import { documentKey, readDocumentNumbers } from '../vietnamese/document-number';
import { hasMarks, spelling } from '../vietnamese/fold';
import { numberValue } from '../vietnamese/numbers';
import { romanNumeral } from '../vietnamese/roman';
import { type Token, tokenize } from '../vietnamese/tokenize';
import { type FacetName, facetNamed } from './facets';
import { type Query, serialiseQuery, withFilter, withText } from './query';
import type { Offer } from './result';
import { type DirectiveName, placeNames, type Vocabulary } from './vocabulary';

/** Something read in a text: filter values, and the tokens that said so. */
export interface Reading {
  facet: FacetName;
  /** Canonical values; several when the words leave it open. */
  values: string[];
  label: string;
  tokens: readonly number[];
}

/** The filters that the words of a search name and that are not set yet; all together first, where several. */
export function understand(query: Query, vocabulary: Vocabulary): Offer[] {
  if (query.text === '' || query.verbatim) return [];
  const tokens = tokenize(query.text);
  const readings = readFilters(tokens, vocabulary).filter(
    ({ facet, values }) => !values.every((value) => query.filters[facet].includes(value)),
  );
  const offer = (some: readonly Reading[]): Offer => {
    const rest = withText(
      query,
      withoutTokens(
        query.text,
        tokens,
        some.flatMap((one) => one.tokens),
      ),
    );
    const filtered = some.reduce(
      (search, { facet, values }) => withFilter(search, facet, [...search.filters[facet], ...values]),
      rest,
    );
    return { label: some.map((one) => one.label).join(' · '), query: serialiseQuery(filtered) };
  };
  return [...(readings.length > 1 ? [offer(readings)] : []), ...readings.map((one) => offer([one]))];
}

/** Everything that a tokenised text names; no token is read twice. */
export function readFilters(tokens: readonly Token[], vocabulary: Vocabulary): Reading[] {
  const text = new FoldedText(tokens);
  const period = readPeriod(text);
  const year = Number(/^\d{4}/.exec(period?.values[0] ?? '')?.[0] ?? Number.NaN);
  const directives = [...readNumbered(text, vocabulary, year), ...readNamed(text, vocabulary)];
  return [...directives, ...readPlaces(text, vocabulary), ...(period ? [period] : [])];
}

/** The folded tokens as one string, so that patterns can be matched, with the way back; each token is read once. */
class FoldedText {
  readonly joined: string;
  private readonly starts: number[] = [];
  private readonly taken = new Set<number>();

  constructor(readonly tokens: readonly Token[]) {
    let joined = '';
    for (const token of tokens) {
      this.starts.push(joined.length);
      joined += `${token.document ? '#' : token.folded} `;
    }
    this.joined = joined;
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

  isTaken(token: number): boolean {
    return this.taken.has(token);
  }
}

/** The period that a text names. A kind and a year that stand apart belong together: `quý 1 hải phòng 2019`. */
function readPeriod(text: FoldedText): Reading | null {
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
function readNumbered(text: FoldedText, vocabulary: Vocabulary, year: number): Reading[] {
  const keys = numberKeys(vocabulary);
  const readings: Reading[] = [];
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

/** Resolutions of plenums and congresses, which go by name. */
function readNamed(text: FoldedText, { directives }: Vocabulary): Reading[] {
  const readings: Reading[] = [];
  const read = (id: string, tokens: number[]) => {
    const directive = directives.find((one) => one.slug === id);
    if (!directive) return;
    text.take(tokens);
    readings.push({ facet: 'vb', values: [directive.slug], label: directive.label, tokens });
  };
  for (const { groups, tokens } of text.match(
    /(?:(?:nghi quyet|nq) )?(?:hoi nghi )?(?:lan thu )?(?:trung uong|tw|tu|t u) (\d{1,2}|[ivx]+) (?:khoa )?([ivx]+|\d{1,2})/,
  )) {
    read(
      `nqtw${numberValue(groups[0] ?? '')}-${romanNumeral(numberValue(groups[1] ?? '')).toLowerCase()}`,
      tokens,
    );
  }
  for (const { groups, tokens } of text.match(/nqtw(\d{1,2}) (?:khoa )?([ivx]+|\d{1,2})/)) {
    read(`nqtw${groups[0]}-${romanNumeral(numberValue(groups[1] ?? '')).toLowerCase()}`, tokens);
  }
  for (const { groups, tokens } of text.match(
    /(?:(?:nghi quyet|nq) )?(?:dai hoi|dh)(?: dai bieu)?(?: toan quoc)?(?: dang)?(?: toan quoc)?(?: lan thu)? ([ivx]+|\d{1,2})(?: cua dang)?/,
  )) {
    read(`nqdh-${romanNumeral(numberValue(groups[0] ?? '')).toLowerCase()}`, tokens);
  }
  return readings;
}

/** A name of a place, ready to be compared. */
export interface PlaceForm {
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
function readPlaces(text: FoldedText, vocabulary: Vocabulary): Reading[] {
  const facet = facetNamed('tinh');
  const readings: Reading[] = [];
  for (const form of placeForms(vocabulary)) {
    if (!text.joined.includes(form.folded)) continue;
    for (const { groups, tokens } of text.match(
      new RegExp(`(?:(?:tinh|thanh pho|tp) )?${form.folded}( cu)?`),
    )) {
      const names = tokens.slice(groups[0] ? -1 - form.spelled.length : -form.spelled.length);
      if (groups[0]) names.pop();
      const agrees = names.every((token, i) => {
        const written = text.tokens[token]?.spelling ?? '';
        return !hasMarks(written) || written === spelling(form.spelled[i] ?? '');
      });
      if (!agrees) continue;
      const former = groups[0]
        ? facet.canonical(`${form.value}.${form.value}`, vocabulary).values[0]
        : undefined;
      const value = former ?? form.value;
      text.take(tokens);
      readings.push({ facet: 'tinh', values: [value], label: facet.labelOf(value, vocabulary), tokens });
    }
  }
  return readings;
}

/** Words that mean nothing once what they joined is gone. */
const JOINING = /^(?:ở|o|tại|tai|của|cua|về|ve|theo|và|va|trong|năm|nam)$/iu;

/** A text without some of its tokens; when only joining words would remain, nothing does. */
function withoutTokens(text: string, tokens: readonly Token[], gone: readonly number[]): string {
  const lost = new Set(gone);
  let rest = '';
  let at = 0;
  tokens.forEach((token, i) => {
    if (!lost.has(i)) return;
    rest += `${text.slice(at, token.start)} `;
    at = token.end;
  });
  rest += text.slice(at);
  const words = tokenize(rest);
  return words.every((word) => JOINING.test(rest.slice(word.start, word.end)))
    ? ''
    : rest.replace(/[\s,;:–-]+$/u, '');
}
