/** Who types a whole title wants that report: it comes before everything that merely ranks well. */
import { tokenize } from '../vietnamese/tokenize';
import type { Catalogue } from './catalogue';

/** What a site puts behind its titles: `… - Báo Hải Phòng`, `… | baonghean.vn`. */
const SITE = /\s+[-–—|]\s+[^-–—|]+$/u;

/** Documents whose title is the text, marks, punctuation and the site's name aside; equals newest first. */
export function documentsTitled(text: string, { engine }: Catalogue): readonly number[] {
  for (const words of readings(text)) {
    const titled = engine.titled(words);
    if (titled.length > 0) return titled;
  }
  return [];
}

/** Keys of the titles that a text may be the whole of. */
export function titleKeys(text: string): string[] {
  return readings(text).map((words) => words.join(' '));
}

/** A title without marks, punctuation and capitals. */
export function keyOf(text: string): string {
  return foldedWords(text).join(' ');
}

/** The text itself, and without a site's name behind it. */
function readings(text: string): string[][] {
  return SITE.test(text) ? [foldedWords(text), foldedWords(text.replace(SITE, ''))] : [foldedWords(text)];
}

function foldedWords(text: string): string[] {
  return tokenize(text).map((token) => token.folded);
}
