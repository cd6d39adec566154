/** Addresses that a mistyped one may have meant. */
import { slugify } from '../../vietnamese/fold';

/** Farthest that a near match may lie: this share of the longer of the two. */
const FARTHEST = 0.45;

/**
 * The slugs nearest to a mistyped one, nearest first: by the fewest letters added, taken away or changed, and by
 * the words the two share, so that a title in another order is near too.
 */
export function nearest(asked: string, slugs: Iterable<string>, limit = 5): string[] {
  const wanted = slugify(asked);
  if (wanted === '') return [];
  const words = new Set(wanted.split('-'));
  const near: { slug: string; distance: number }[] = [];
  for (const slug of slugs) {
    const parts = slug.split(/[-.]/);
    const shared = parts.filter((part) => words.has(part)).length / Math.max(words.size, parts.length);
    const bound = Math.floor(FARTHEST * Math.max(wanted.length, slug.length));
    const apart = editDistance(wanted, slug, bound) / Math.max(wanted.length, slug.length);
    const distance = Math.min(apart, 1 - shared);
    if (distance <= FARTHEST) near.push({ slug, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.slug < b.slug ? -1 : 1))
    .slice(0, limit)
    .map(({ slug }) => slug);
}

/** Fewest letters added, taken away or changed to turn `a` into `b`; `bound + 1` stands for any number above `bound`. */
export function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > bound) return bound + 1;
    previous = row;
  }
  return Math.min(previous[b.length] ?? 0, bound + 1);
}
