/**
 * The names a search can use: places and directives. Small enough to travel with the index, so that the browser
 * and the server read an address alike.
 */
import { numberedLabel, partsOfId } from '../domain/directive';
import type { DirectiveType } from '../domain/vocabulary';
import { slugify } from '../vietnamese/fold';

/** Today's province, with the provinces it was before 2025-07-01. */
export interface PlaceName {
  slug: string;
  name: string;
  formerly: readonly { slug: string; name: string }[];
  /** Other names, safe alone, of the province and its former parts: [alias, canonical facet value]. */
  aliases: readonly (readonly [string, string])[];
}

/** A directive or plenum as the search names it. */
export interface DirectiveName {
  /** `05-CT/TW@XII`, `NQTW4-XII` */
  id: string;
  /** `05-ct-tw-xii`, the value in an address */
  slug: string;
  /** `05-CT/TW`; equal to the id for plenums and congresses */
  key: string;
  /** Slug of the key: `05-ct-tw`; several documents may share it. */
  keySlug: string;
  /** `Chỉ thị 05-CT/TW`; with the term in brackets where several documents share the number. */
  label: string;
  /** Subject; empty where unknown. */
  title: string;
  type: DirectiveType;
  number: number | null;
  /** Roman numeral of the Party term. */
  term: string | null;
  /** ISO date, null where unknown. */
  date: string | null;
  verified: boolean;
  /** Slugs of the documents it continues or replaces, and of those that continue or replace it, all the way. */
  lineage: readonly string[];
}

export interface Vocabulary {
  places: readonly PlaceName[];
  directives: readonly DirectiveName[];
}

/**
 * The names that travel with an index: a subject that no report leads to is never shown, and nothing is read as it; half
 * of what travels would be such.
 */
export function withTitlesOf(cited: ReadonlySet<string | null>, vocabulary: Vocabulary): Vocabulary {
  return {
    ...vocabulary,
    directives: vocabulary.directives.map((one) => (cited.has(one.id) ? one : { ...one, title: '' })),
  };
}

/** What follows from a directive's id (`05-CT/TW@XII`) and type: slugs, number, term, and a label of the two. */
export function nameDirective({
  id,
  type,
}: Pick<DirectiveName, 'id' | 'type'>): Pick<
  DirectiveName,
  'id' | 'type' | 'slug' | 'key' | 'keySlug' | 'label' | 'number' | 'term'
> {
  const { key, number, term } = partsOfId(id);
  return {
    id,
    type,
    slug: slugify(id),
    key,
    keySlug: slugify(key),
    label: numberedLabel(type, key),
    number,
    term,
  };
}

/** Every safe name of every place, today's, former and other, with the value it stands for in an address. */
export function placeNames({ places }: Vocabulary): (readonly [name: string, value: string])[] {
  return places.flatMap((place) => [
    [place.name, place.slug] as const,
    ...place.formerly
      .filter((former) => former.slug !== place.slug)
      .map((former) => [former.name, `${place.slug}.${former.slug}`] as const),
    ...place.aliases,
  ]);
}
