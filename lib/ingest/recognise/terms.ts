/** Phrases of a page that others of the catalogue use too: by them reports about one matter are found together. */
import { bare } from '../page/text';

/** In how many reports of the catalogue each phrase stands among the terms, by the phrase in bare form. */
export type Phrases = Map<string, number>;

/** A phrase of one report alone joins nothing. */
const LEAST_REPORTS = 2;
/** As many as most reports have that were described by hand. */
const MOST_TERMS = 6;
/** Of one syllable it says too little; who was there is told by other fields. */
const PHRASE = /^(?!(?:pho )?truong ban |ban (?:tuyen giao|thuong vu) )[a-z0-9]\S*(?: \S+)+$/;

/** Takes in the terms of a report. */
export function addPhrases(terms: readonly string[], phrases: Phrases): void {
  for (const phrase of new Set(terms.map((term) => bare(term.normalize('NFC').trim()))))
    if (PHRASE.test(phrase)) phrases.set(phrase, (phrases.get(phrase) ?? 0) + 1);
}

/**
 * The longest phrases that stand in a text, the rarer first among equals, at most six, none inside another; as the
 * text writes them where they first stand, in its order.
 */
export function termsIn(text: string, phrases: Phrases): string[] {
  const composed = text.normalize('NFC');
  const words = bare(composed);
  const found = [...phrases].flatMap(([phrase, reports]) => {
    const at = reports < LEAST_REPORTS ? -1 : wordsAt(words, phrase);
    return at < 0 ? [] : [{ phrase, reports, at }];
  });
  found.sort((a, b) => syllables(b.phrase) - syllables(a.phrase) || a.reports - b.reports || a.at - b.at);
  const kept: typeof found = [];
  for (const one of found) {
    if (kept.length === MOST_TERMS) break;
    if (!kept.some(({ phrase }) => wordsAt(phrase, one.phrase) >= 0)) kept.push(one);
  }
  return kept
    .sort((a, b) => a.at - b.at)
    .map(({ phrase, at }) => composed.slice(at, at + phrase.length).replace(/\s+/g, ' '));
}

/** Where a phrase first stands as whole words, or -1. */
function wordsAt(words: string, phrase: string): number {
  for (let at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1))
    if (!/[a-z0-9]/.test(`${words[at - 1] ?? ' '}${words[at + phrase.length] ?? ' '}`)) return at;
  return -1;
}

function syllables(phrase: string): number {
  return phrase.split(' ').length;
}
