/**
 * The shapes that the whole project speaks of. `schema.ts` checks that files hold them; this file has types
 * only, so that code for the browser can name a Report without loading a validator.
 */
import type { PeriodKind } from './period';
import type { DirectiveRelation, DirectiveType, Level, ReportKind, Topic } from './vocabulary';

/** The span of time a conference looked back on. A part that the page does not settle is absent. */
export interface Period {
  kind?: PeriodKind;
  year?: number;
  /** Last year of a span of several years (kind `nhieu-nam`). */
  toYear?: number;
  /** 1-12, kind `thang` only. */
  month?: number;
}

/** A Party document as one report cites it. */
export interface Citation {
  /** The words of the page. */
  asWritten: string;
  /** Id in the registry of directives or plenums; null where it could not be resolved. */
  id: string | null;
  /** False where the report's year alone chose among documents of one number. */
  certain: boolean;
  /** ISO date the page gives to the document. */
  date?: string;
}

/** A number worth a table cell. */
export interface Figure {
  value: number;
  unit: string;
  /** What was counted. */
  what?: string;
  /** As the page has it: `trên`, `gần`, `hơn`, `109/109`. */
  qualifier?: string;
}

/** Where in the full text an extracted value was read. */
export interface Evidence {
  text: string;
  /** Offsets (UTF-16 units) into the raw page's text. */
  start: number;
  end: number;
}

/** How a report came to be, where ingest wrote it: tells a file nobody touched from one edited by hand. */
export interface IngestRecord {
  /** Digest of the file's bytes: the same input is the same report. */
  from: string;
  /** Digest of the report as ingest wrote it, this record left out. */
  wrote: string;
  /** `txt`, `html`, `docx`, `pdf`. */
  format: string;
  /** How its text was encoded; null where the format says. */
  encoding: string | null;
}

/** One report: the facts of a public page about a conference, and what we wrote or kept of its text. */
export interface Report {
  id: string;
  /** Address of the page; null when a file was ingested without one. */
  url: string | null;
  /** Other addresses of the same text: print views, mobile views, reposts. */
  alsoAt: string[];
  title: string;
  /** `composed`: the page showed no title and ours stands in. */
  titleIs: 'page' | 'composed';
  source: string;
  /** ISO dates. */
  publishedOn: string | null;
  heldOn: string | null;
  /** Slug among the 63 provinces before 2025-07-01. */
  province: string | null;
  /** Slug among today's 34. */
  currentProvince: string | null;
  district: string | null;
  districtCode: string | null;
  level: Level;
  organization: string | null;
  kind: ReportKind;
  /** Names the conference where place, day, kind and district do not tell it: see `conferenceOf`. */
  conference: string | null;
  period: Period | null;
  nextPeriod: Period | null;
  directives: Citation[];
  localDocuments: string[];
  figures: Figure[];
  chair: string | null;
  author: string | null;
  topics: Topic[];
  /** Phrases the page really uses. */
  terms: string[];
  /** How much of the page was read. */
  seen: 'whole' | 'part';
  /** `open` allows the full text to be shown; otherwise it is only indexed. */
  rights: 'open' | 'reserved';
  /** `withdrawn` takes the report out of search; `withdrawnReason` says why. */
  status: 'published' | 'withdrawn';
  withdrawnReason: string | null;
  /** Days on which the record came into the catalogue and was last changed; null where that was not kept. */
  addedOn: string | null;
  modifiedOn: string | null;
  /** Our own summary: Markdown-free paragraphs. */
  abstract: string;
  /** Full text of the page, when it was ingested. */
  fullText: string | null;
  /** Where each extracted field was read; empty for reports typed in by hand. */
  evidence: Record<string, Evidence>;
  /** Null for reports that were typed in. */
  ingest: IngestRecord | null;
}

/** What lists, pages and outputs tell of a report: all but its long parts. */
export type ReportFacts = Omit<Report, keyof ReportDetails>;
/** The long parts, which only the report's own page shows. The full text is there where its rights are open. */
export type ReportDetails = Pick<Report, 'fullText' | 'evidence'>;

export interface DirectiveLink {
  rel: DirectiveRelation;
  to: string;
}

/** A Party document of the registry. Numbering restarts each term, so the id is number + term. */
export interface Directive {
  /** `05-CT/TW@XII` */
  id: string;
  /** `05-CT/TW` */
  key: string;
  type: DirectiveType;
  number: number | null;
  suffix: string | null;
  issuer: string;
  term: string | null;
  date: string | null;
  /** Subject, as it follows the number: `về đẩy mạnh học tập …`; empty where it is not known. */
  title: string;
  shortName: string;
  /** Other written forms, those that cannot be derived from the number. */
  aliases: string[];
  relations: DirectiveLink[];
  topic: string;
  evidenceUrl: string | null;
  verified: boolean;
  dateVerified: boolean;
  note: string | null;
}

/** A plenum whose resolutions are cited together: `NQTW4-XII`. */
export interface Plenum {
  /** `NQTW4-XII` */
  id: string;
  /** 4 */
  number: number;
  /** `XII` */
  term: string;
  /** Ids of the documents that the name stands for; empty where none is in the registry. */
  documents: string[];
}

/** A province as it was before 2025-07-01. */
export interface FormerProvince {
  slug: string;
  name: string;
  fullName: string;
  code: string;
  region: string;
  capital?: string;
  /** Safe alone. */
  aliases: string[];
  /** Need a second signal. */
  weakAliases: string[];
}

/** One of today's 34 provinces and cities. Old and new slugs are two namespaces. */
export interface Province extends FormerProvince {
  formerly: FormerProvince[];
}

export interface District {
  name: string;
  fullName: string;
  /** Slug among the 63. */
  province: string;
  code: string;
  /** Other written forms. */
  aliases?: string[];
}

/** Everything the catalogue holds, loaded and checked. */
export interface Corpus {
  reports: Report[];
  directives: Directive[];
  plenums: Plenum[];
  provinces: Province[];
}
