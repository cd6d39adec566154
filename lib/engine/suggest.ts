/**
 * Phrases of the documents that go on from what is being typed, with their marks: `tuyen gi` gives `tuyên giáo`,
 * `tuyên giáo tỉnh ủy`. They are read out of the token streams when asked for; none are stored.
 */
import { hasMarks, spelling, splitTone } from '../vietnamese/fold';
import { type Token, tokenize } from '../vietnamese/tokenize';
import { FIELDS, type FieldName, MARKS as FORMAT_MARKS } from './format';
import type { PackedIndex } from './packed';
import { isFunctional } from './question';

/** Read in the innermost loops, where bundlers make an imported name a call. */
const MARKS = FORMAT_MARKS;

/** Finished words before the unfinished one that a phrase is looked up by, at most. */
const CONTEXT = 3;
/** Words that a phrase may go on after what was typed. */
const ONWARD = 4;
/** Documents read for one list of suggestions. */
const SAMPLE = 600;
/** Unfinished words taken when nothing stands before them. */
const BEGINNINGS = 12;
/** A phrase of one document is chance. */
const LEAST = 2;
/** A phrase that goes on must be this frequent against what it goes on from; at SWALLOWED it takes its place. */
const GOES_ON = 0.2;
const SWALLOWED = 0.7;
const MAX_LENGTH = 200;
/** Fields that list things side by side: no phrase runs from one to the next. */
const LISTS: ReadonlySet<FieldName> = new Set(['directives', 'terms', 'place', 'period']);

interface Phrase {
  spellings: number[];
  documents: number;
  lastDocument: number;
}

/**
 * At most `limit` texts, best first: what was typed with its last words replaced by a phrase of the documents.
 * Nothing for a text that no document goes on from.
 */
export function suggestPhrases(index: PackedIndex, text: string, limit: number): string[] {
  const typed = text.slice(0, MAX_LENGTH);
  const tokens = tokenize(typed);
  const last = tokens.at(-1);
  if (!last || last.document || limit < 1) return [];
  const finished = last.end < typed.length;
  const context = finished ? tokens : tokens.slice(0, -1);
  const prefix = finished ? null : last;
  for (let words = Math.min(CONTEXT, context.length); words >= 0; words--) {
    if (words === 0 && (finished || last.folded.length < 2)) return [];
    const before = words ? context.slice(-words) : [];
    const phrases = phrasesAfter(index, before, prefix, limit);
    if (!phrases.length) continue;
    const head = typed.slice(0, (before[0] ?? prefix ?? last).start);
    return phrases.map((phrase) => head + phrase);
  }
  return [];
}

function phrasesAfter(index: PackedIndex, context: Token[], prefix: Token | null, limit: number): string[] {
  const terms = context.map((token) => index.term(token.folded));
  if (terms.includes(-1)) return [];
  const [first, after] = prefix ? index.range(prefix.folded) : [0, index.terms];
  const phrases = new Map<string, Phrase>();
  // What was typed with marks stands in that spelling.
  const typed = context.map((token, i) =>
    hasMarks(token.spelling) ? index.spelling(terms[i] as number, token.spelling) : null,
  );
  const begun = new Map<number, boolean>();
  const begins = (number: number): boolean => {
    let fits = begun.get(number);
    if (fits === undefined) {
      fits = !prefix || beginsWith(index.spellingText(number), prefix);
      begun.set(number, fits);
    }
    return fits;
  };
  // A phrase is what was typed and at least one word of its own.
  const least = context.length + 1 + (context.length === 0 ? 1 : 0);
  for (const doc of sample(index, terms, first, after)) {
    collect(index, doc, terms, typed, first, after, begins, least, phrases);
  }
  const list = [...phrases.values()].filter(({ documents }) => documents >= Math.min(LEAST, index.size));
  list.sort((a, b) => worth(b) - worth(a) || a.spellings.length - b.spellings.length);
  const whole = list.filter((phrase) => {
    const shorter = phrases.get(phrase.spellings.slice(0, -1).join(' '));
    const usual = !shorter || phrase.documents >= GOES_ON * shorter.documents;
    return usual && !list.some((other) => swallows(other, phrase));
  });
  return whole
    .slice(0, limit)
    .map(({ spellings }) => spellings.map((number) => index.spellingText(number)).join(' '));
}

/** A longer phrase says more, as long as it is not much rarer. */
function worth({ documents, spellings }: Phrase): number {
  return documents * Math.sqrt(spellings.length);
}

/** `tuyên giáo tỉnh ủy` in place of `tuyên giáo tỉnh`, which hardly ever stands without it. */
function swallows(longer: Phrase, phrase: Phrase): boolean {
  return (
    longer.spellings.length > phrase.spellings.length &&
    longer.documents >= SWALLOWED * phrase.documents &&
    phrase.spellings.every((number, i) => longer.spellings[i] === number)
  );
}

/** Documents that hold the rarest of the terms or, without any, the most frequent of the words begun. */
function sample(index: PackedIndex, terms: number[], first: number, after: number): Set<number> {
  const documents = new Set<number>();
  const take = (term: number, most: number): void => {
    const { docs } = index.postings(term);
    const step = Math.max(1, Math.floor(docs.length / most));
    for (let i = 0; i < docs.length; i += step) documents.add(docs[i] as number);
  };
  if (terms.length) {
    const rarest = terms.reduce((a, b) => (index.documentFrequency(b) < index.documentFrequency(a) ? b : a));
    index.collection?.sampled([rarest]);
    take(rarest, SAMPLE);
  } else {
    const begun = Array.from({ length: after - first }, (_, i) => first + i);
    begun.sort((a, b) => index.documentFrequency(b) - index.documentFrequency(a) || a - b);
    const most = begun.slice(0, BEGINNINGS);
    index.collection?.sampled(most);
    index.gather(most);
    for (const term of most) take(term, SAMPLE / BEGINNINGS);
  }
  return documents;
}

function collect(
  index: PackedIndex,
  doc: number,
  terms: number[],
  typed: readonly (number | null)[],
  first: number,
  after: number,
  begins: (spelling: number) => boolean,
  least: number,
  phrases: Map<string, Phrase>,
): void {
  const { tokens, docStart, termOf } = index;
  const end = docStart[doc + 1] as number;
  const size = terms.length + 1;
  let listed = false;
  for (let at = docStart[doc] as number; at + size <= end; at++) {
    const mark = tokens[at] as number;
    if (mark < MARKS) listed = LISTS.has(FIELDS[mark - 1]?.name ?? 'body');
    if (listed || mark < MARKS) continue;
    const opens = termOf[mark - MARKS] as number;
    if (terms.length > 0 ? opens !== terms[0] : opens < first || opens >= after) continue;
    const spellings: number[] = [];
    for (let i = 0; i < size + ONWARD && at + i < end; i++) {
      const token = tokens[at + i] as number;
      if (token < MARKS) break;
      const number = token - MARKS;
      const term = termOf[number] as number;
      if (i < terms.length) {
        if (term !== terms[i] || (typed[i] !== null && typed[i] !== number)) break;
      } else if (i === terms.length && (term < first || term >= after)) break;
      if (i === terms.length && !begins(number)) break;
      const word = index.spellingText(number);
      if (i >= terms.length && !/^\p{L}+$/u.test(word)) break;
      spellings.push(number);
      if (spellings.length >= least && !isFunctional(word)) count(phrases, spellings, doc);
    }
  }
}

/** Honours the marks typed so far: `đư` begins đường, not dưỡng; `tuyê` begins tuyên and tuyển. */
function beginsWith(word: string, prefix: Token): boolean {
  if (!hasMarks(prefix.spelling)) return true;
  const whole = splitTone(spelling(word));
  const begun = splitTone(prefix.spelling);
  if (!whole || !begun) return false;
  return whole.letters.startsWith(begun.letters) && (!begun.tone || whole.tone === begun.tone);
}

function count(phrases: Map<string, Phrase>, spellings: number[], doc: number): void {
  const key = spellings.join(' ');
  const phrase = phrases.get(key) ?? { spellings: [...spellings], documents: 0, lastDocument: -1 };
  if (phrase.lastDocument !== doc) phrase.documents++;
  phrase.lastDocument = doc;
  phrases.set(key, phrase);
}
