/** Measures of the ranking that need no judging: what was cut from a text should find it. */
import { type Engine, openIndex } from '../lib/engine';
import { buildMiniSearch, packIndex, type SourceDocument } from '../lib/engine/build';
import { find } from '../lib/search/find';
import { parseQuery } from '../lib/search/query';
import { type SearchContext, search } from '../lib/search/search';
import { hasMarks, spelling } from '../lib/vietnamese/fold';
import { isSyllable } from '../lib/vietnamese/syllable';
import { tokenize } from '../lib/vietnamese/tokenize';
import type { JudgedQuery } from './judged';

/** Queries cut from a corpus: so many at most, evenly spread. */
const QUERIES = 400;
const FRAGMENT = 4;

/** Ids that an engine ranks for a text, by score over both tiers. */
export function ranked(engine: Engine, documents: readonly SourceDocument[], text: string): string[] {
  const { found, near } = engine.search(text);
  return [...found, ...near].sort((a, b) => b.score - a.score).map(({ doc }) => documents[doc]?.id ?? '');
}

/** Opens a corpus with its titles left out. */
export function openBodies(documents: readonly SourceDocument[]): Engine {
  const bodies = documents.map((one) => ({ ...one, title: '' }));
  return openIndex(packIndex(buildMiniSearch(bodies), bodies));
}

/** Each title as a query for its own text. */
export function headlineQueries(documents: readonly SourceDocument[]): JudgedQuery[] {
  return spread(
    documents.filter(({ title }) => tokenize(title).length > 3),
    QUERIES,
  ).map(({ id, title }) => ({ id, text: title, relevant: [id] }));
}

/** Four neighbouring syllables of each text as a query for it, every second one without marks. */
export function fragmentQueries(documents: readonly SourceDocument[]): JudgedQuery[] {
  return spread(documents, QUERIES).flatMap(({ id, body }, i) => {
    const tokens = tokenize(body);
    const first = (i * 13) % Math.max(1, tokens.length - FRAGMENT);
    const [from, to] = [tokens[first]?.start, tokens[first + FRAGMENT - 1]?.end];
    return from === undefined || to === undefined ? [] : [{ id, text: body.slice(from, to), relevant: [id] }];
  });
}

/**
 * Words of two and three syllables that reports hold, typed with marks: how many are found against how many hold them
 * to the letter, in title, text, keywords, body that acts or place.
 * @returns the ratios, ascending
 */
export function wordRatios(
  context: SearchContext,
  texts: readonly string[],
): { word: string; ratio: number }[] {
  const holding = new Map<string, Set<number>>();
  texts.forEach((text, doc) => {
    const tokens = tokenize(text);
    for (const size of [2, 3]) {
      for (let at = 0; at + size <= tokens.length; at++) {
        const run = tokens.slice(at, at + size);
        if (run.some((token, i) => token.document || (i > 0 && token.apart) || !isSyllable(token.spelling)))
          continue;
        const word = run.map((token) => token.spelling).join(' ');
        if (!hasMarks(word)) continue;
        const holders = holding.get(word) ?? new Set();
        holders.add(doc);
        holding.set(word, holders);
      }
    }
  });
  const often = [...holding].filter(([, holders]) => holders.size > 1);
  return spread(often, QUERIES)
    .map(([word, holders]) => {
      const { query } = parseQuery(new URLSearchParams({ q: word }), context.catalogue.vocabulary);
      return { word, ratio: find(query, context.catalogue).documents.length / holders.size };
    })
    .sort((a, b) => a.ratio - b.ratio);
}

/** Of the syllables marked in the answers to words typed with marks, the share that is spelled otherwise. */
export async function foreignMarks(context: SearchContext, words: readonly string[]): Promise<number> {
  let marked = 0;
  let other = 0;
  for (const word of words) {
    const parsed = parseQuery(new URLSearchParams({ q: word }), context.catalogue.vocabulary);
    const typed = new Set(tokenize(word).map((token) => token.spelling));
    const result = await search(parsed, context);
    for (const { title, titleMarks, snippet } of [...result.results, ...result.near]) {
      for (const { text, marks: all } of [{ text: title, marks: titleMarks }, snippet]) {
        for (const [start, end] of all) {
          marked++;
          if (!typed.has(spelling(text.slice(start, end)))) other++;
        }
      }
    }
  }
  return marked === 0 ? 0 : other / marked;
}

export function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)] as T);
}
