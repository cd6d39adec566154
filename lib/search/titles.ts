/** Who types a whole title wants that report: it comes before everything that merely ranks well. */
import { tokenize } from '../vietnamese/tokenize';
import type { Catalogue } from './catalogue';

const byTitle = new WeakMap<Catalogue, Map<string, number[]>>();
/** What a site puts behind its titles: `… - Báo Hải Phòng`, `… | baonghean.vn`. */
const SITE = /\s+[-–—|]\s+[^-–—|]+$/u;

/** Documents whose title is the text, marks, punctuation and the site's name aside; equals newest first. */
export function documentsTitled(text: string, catalogue: Catalogue): readonly number[] {
  let titles = byTitle.get(catalogue);
  if (!titles) {
    titles = new Map();
    for (const [doc, { title }] of catalogue.entries.entries()) {
      const key = keyOf(title);
      const known = titles.get(key);
      if (known) known.push(doc);
      else titles.set(key, [doc]);
    }
    byTitle.set(catalogue, titles);
  }
  return (
    titles.get(keyOf(text)) ?? (SITE.test(text) ? titles.get(keyOf(text.replace(SITE, ''))) : null) ?? []
  );
}

/** Keys of the titles that a text may be the whole of: itself, and without a site's name behind it. */
export function titleKeys(text: string): string[] {
  return SITE.test(text) ? [keyOf(text), keyOf(text.replace(SITE, ''))] : [keyOf(text)];
}

/** A title without marks, punctuation and capitals. */
export function keyOf(text: string): string {
  return tokenize(text)
    .map((token) => token.folded)
    .join(' ');
}
