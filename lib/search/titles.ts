/** Who types a whole title wants that report: it comes before everything that merely ranks well. */
import { tokenize } from '../vietnamese/tokenize';
import type { Catalogue } from './catalogue';

const byTitle = new WeakMap<Catalogue, Map<string, number[]>>();

/** Documents whose title is the text, marks and punctuation aside; equals newest first. */
export function documentsTitled(text: string, catalogue: Catalogue): readonly number[] {
  let titles = byTitle.get(catalogue);
  if (!titles) {
    titles = new Map();
    for (const [doc, { title }] of catalogue.entries.entries()) {
      const key = keyOf(title);
      titles.set(key, [...(titles.get(key) ?? []), doc]);
    }
    byTitle.set(catalogue, titles);
  }
  return titles.get(keyOf(text)) ?? [];
}

function keyOf(text: string): string {
  return tokenize(text)
    .map((token) => token.folded)
    .join(' ');
}
