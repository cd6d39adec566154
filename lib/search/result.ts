/** The answer to a search, as page, API and command line get it: plain data, ready for JSON. */
import type { When } from '../domain/period';
import type { Period } from '../domain/report';
import type { CrossCounts } from './cross-counts';
import type { FacetName } from './facets';
import type { Notice } from './notice';
import type { Query } from './query';

/** [start, end) in UTF-16 units of the text they belong to. */
export type Mark = readonly [number, number];

export interface MarkedText {
  text: string;
  marks: readonly Mark[];
}

export interface ResultDirective {
  /** Registry id; null where the citation is not resolved. */
  id: string | null;
  /** Value of the facet `vb`; null where the citation is not resolved. */
  slug: string | null;
  label: string;
  /** Subject; empty where unknown. */
  title: string;
}

export interface Result {
  id: string;
  title: string;
  titleMarks: readonly Mark[];
  /** Address of the source page; null where there is none. */
  url: string | null;
  source: string;
  organization: string | null;
  /** ISO dates. */
  heldOn: string | null;
  publishedOn: string | null;
  place: {
    /** Canonical value of the facet `tinh`. */
    value: string;
    /** `huyện Tuy Phước, Bình Định (nay thuộc Gia Lai)` */
    label: string;
    province: string | null;
    currentProvince: string | null;
  };
  period: { label: string; value: Period | null };
  /** The year it counts under, and which of its dates gave it; null for a report without any date. */
  when: When | null;
  directives: readonly ResultDirective[];
  /** Relevance; 0 without words. Comparable within one search only. */
  score: number;
  snippet: MarkedText;
  /** What of its facts answers a question outright: who chaired, the figures that were asked for. */
  told: readonly { label: string; text: string }[];
  /** What answers each thing of the search: as it stands in the report, and in which of its parts. */
  why: readonly { word: string; found: string; where: readonly string[] }[];
  /**
   * The conference that it reports: reports of one have one id. `others` are the ids of further reports of it that
   * were found and stand folded under this one, `titles` what they are called.
   */
  conference: { id: string; others: readonly string[]; titles: readonly string[] };
}

/** A report that lacks something of what was asked for: never counted. */
export interface NearResult extends Result {
  /** What it lacks, as typed; empty where all is there, but spelled otherwise. */
  missing: readonly string[];
}

/** A fact read in the text that stands as a filter, for the text is nothing else. */
export interface Applied {
  facet: FacetName;
  value: string;
  label: string;
  /** The search to the letter, without it. */
  query: string;
}

export interface FacetValue {
  /** Canonical value in the address. */
  value: string;
  label: string;
  /** Reports that would be found with this value, the other facets' selections kept. */
  count: number;
  selected: boolean;
  /** Heading under which the value stands, where a facet has such. */
  group?: string;
  /** Further words: the subject of a directive. */
  detail?: string;
  /** Other names, to find it in its list by. */
  also?: readonly string[];
  children?: FacetValue[];
}

/** A step that the page offers: `query` is a canonical query string. */
export interface Offer {
  label: string;
  query: string;
  /** Reports it would find, where counted. */
  count?: number;
}

export interface SearchResult {
  /** Canonical query string, without `?`. */
  query: string;
  state: Query;
  /** The search in words: `“tuyên giáo” · Hải Phòng · 6 tháng đầu năm 2020`; empty for the empty search. */
  words: string;
  total: number;
  page: number;
  pageSize: number;
  pages: number;
  /** Reports that hold everything that was asked for, one line a conference. */
  results: Result[];
  /** How many conferences those found make up: lines of the whole list. */
  conferences: number;
  /** Reports that lack something, best first, at most twenty; none where a page or more was found. */
  near: NearResult[];
  applied: Applied[];
  facets: Record<FacetName, FacetValue[]>;
  /** What is set, in words, each with the search without it. */
  chips: { facet: FacetName; value: string; label: string; query: string }[];
  /** First and last year of the whole catalogue, whatever was found: the axis of the timeline. */
  span: { first: number; last: number } | null;
  /** The found reports by place and year, for the views that show them so; null for the list. */
  cross: CrossCounts | null;
  notices: Notice[];
  /**
   * Broken typing that was repaired: results are those of `text`; `query` searches to the letter instead.
   */
  suggestion: { text: string; query: string } | null;
  /** Filters read out of the words and not applied: `Lọc theo: Hải Phòng (12)`; none that would find nothing. */
  understood: (Offer & { total: number })[];
  /** With nothing found: what of the text no report has at all, as typed. */
  nowhere: string[];
  /** With nothing found: which thing or filter to drop to get how many. */
  onward: Offer[];
}
