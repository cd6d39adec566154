/** Words copied: stretches of our text that stand in the page word for word. */
import { fold } from '../vietnamese/fold';

/** So many words in a row that also stand in the page are no longer ours. */
export const COPIED_WORDS = 8;

/** UTF-16 offsets, `end` past the last unit. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * The stretches of `ours` that have at least `COPIED_WORDS` words in a row from `page`; case, marks and punctuation
 * make no difference. In order, none touching another.
 * @param names of bodies, people and documents, which nobody can put in words of his own: they end a run
 */
export function copiedStretches(ours: string, page: string, names: readonly string[] = []): Stretch[] {
  const words = withoutNames(wordsOf(ours), names);
  const theirs = wordsOf(page).map(({ word }) => word);
  const runs = new Set<string>();
  for (let at = 0; at + COPIED_WORDS <= theirs.length; at++)
    runs.add(theirs.slice(at, at + COPIED_WORDS).join(' '));
  const stretches: Stretch[] = [];
  for (let at = 0; at + COPIED_WORDS <= words.length; at++) {
    const run = words.slice(at, at + COPIED_WORDS);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || !runs.has(run.map(({ word }) => word).join(' '))) continue;
    const before = stretches.at(-1);
    if (before && first.start <= before.end) before.end = last.end;
    else stretches.push({ start: first.start, end: last.end });
  }
  return stretches;
}

/** Words of a name as what no page has. */
function withoutNames<W extends { word: string }>(words: readonly W[], names: readonly string[]): W[] {
  const marked = words.map((one) => ({ ...one }));
  for (const name of names) {
    const own = wordsOf(name).map(({ word }) => word);
    for (let at = 0; own.length > 0 && at + own.length <= words.length; at++) {
      if (!own.every((word, index) => words[at + index]?.word === word)) continue;
      for (const one of marked.slice(at, at + own.length)) one.word = '';
    }
  }
  return marked;
}

function wordsOf(text: string): (Stretch & { word: string })[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: fold(word),
    start: index,
    end: index + word.length,
  }));
}
