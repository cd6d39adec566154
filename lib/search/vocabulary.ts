/**
 * The names a search can use: places and directives. Small enough to travel with the index, so that the browser
 * and the server read an address alike.
 */
import type { DirectiveType } from '../corpus/vocabulary';

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
