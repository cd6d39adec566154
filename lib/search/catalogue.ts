/**
 * What is loaded to answer a search, the same bytes in the browser and on the server:
 *
 *   catalogue.bin   [ "TCDM" | version u8 | 3 x 0 | meta length u32 | meta checksum u32 | meta JSON | engine index ]
 *   texts.jsonl     addresses and texts, a line a report: those of the results on screen are fetched by number
 *
 * The meta JSON holds, column by column, what filters, order and the three lines of a result need. The engine
 * index guards itself by its own checksum.
 */
import type { Period } from '../domain/report';
import type { DirectiveType, Level, ReportKind, Topic } from '../domain/vocabulary';
import { type Engine, IndexDamaged, openIndex } from '../engine';
import { slugify } from '../vietnamese/fold';
import type { FacetName } from './facets';
import { nameDirective, type Vocabulary, withTitlesOf } from './vocabulary';

/** A directive as a result shows it; `slug` is null where the citation is not resolved. */
export interface EntryDirective {
  id: string | null;
  slug: string | null;
  label: string;
}

/** What search knows of a report, all but its text. */
export interface Entry {
  id: string;
  title: string;
  source: string;
  organization: string | null;
  heldOn: string | null;
  publishedOn: string | null;
  province: string | null;
  currentProvince: string | null;
  /** How many former provinces today's province unites: 1 where it kept its borders, 0 without a province. */
  parts: number;
  district: string | null;
  level: Level;
  kind: ReportKind;
  /** Where the report says it; see `conferenceOf`. */
  conference: string | null;
  chair: string | null;
  period: Period | null;
  directives: readonly EntryDirective[];
  topics: readonly Topic[];
}

/** What the meta JSON says, row by row; it is stored column by column (`Columns`). */
export interface CatalogueMeta {
  vocabulary: Vocabulary;
  entries: Omit<Entry, 'parts'>[];
}

export interface Catalogue {
  /** Newest first: the number of an entry is its document number in the engine. */
  entries: readonly Entry[];
  vocabulary: Vocabulary;
  engine: Engine;
  /** Set where the entries are some of a collection that lies elsewhere. */
  elsewhere?: Elsewhere;
}

/** What a catalogue of some reports is told of all. */
export interface Elsewhere {
  /** How many reports fall under one of the values of a facet. */
  frequencyUnder(facet: FacetName, values: readonly string[]): number;
  /** Titles that begin so, folded, are looked for. */
  titlesBegun(begun: string): void;
}

/** A report's address and searchable text. */
export interface ReportText {
  url: string | null;
  text: string;
  /** Its figures in words. */
  figures: readonly string[];
}

/** The same as files and answers of the server hold it. */
export type TextRow = [url: string | null, text: string, figures: readonly string[]];

export function rowOfText({ url, text, figures }: ReportText): TextRow {
  return [url, text, figures];
}

export function textOfRow([url, text, figures]: TextRow): ReportText {
  return { url, text, figures };
}

const MAGIC = 'TCDM';
const FORMAT = 2;
const HEADER = 16;
const ALIGNMENT = 8;

/** Joins the meta data and the engine's index into the bytes that `openCatalogue` reads. */
export function packCatalogue(meta: CatalogueMeta, index: Uint8Array): Uint8Array {
  const text = JSON.stringify(toColumns(meta));
  const length = new TextEncoder().encode(text).length;
  // Spaces fill it up, so that the index lies even and is read in place.
  const json = new TextEncoder().encode(text + ' '.repeat((ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT));
  const bytes = new Uint8Array(HEADER + json.length + index.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  bytes[4] = FORMAT;
  view.setUint32(8, json.length, true);
  view.setUint32(12, checksum(json), true);
  bytes.set(json, HEADER);
  bytes.set(index, HEADER + json.length);
  return bytes;
}

/**
 * Opens what `packCatalogue` made.
 * @throws IndexDamaged when the bytes are cut short, changed or of another version.
 */
export function openCatalogue(bytes: Uint8Array): Catalogue {
  if (bytes.length < HEADER || String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC) {
    throw new IndexDamaged('catalogue: this is not a search index');
  }
  if (bytes[4] !== FORMAT) throw new IndexDamaged(`catalogue: version ${bytes[4]}, expected ${FORMAT}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = HEADER + view.getUint32(8, true);
  const json = bytes.subarray(HEADER, end);
  if (bytes[5] || bytes[6] || bytes[7] || end > bytes.length || checksum(json) !== view.getUint32(12, true)) {
    throw new IndexDamaged('catalogue: checksum differs, the file is cut short or changed');
  }
  const meta = fromColumns(JSON.parse(new TextDecoder().decode(json)));
  const parts = new Map(meta.vocabulary.places.map((place) => [place.slug, place.formerly.length]));
  return {
    entries: meta.entries.map((entry) => ({ ...entry, parts: parts.get(entry.currentProvince ?? '') ?? 0 })),
    vocabulary: meta.vocabulary,
    engine: openIndex(bytes.subarray(end)),
  };
}

/** FNV-1a, 32 bits: tells damage in transit, not malice. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

type Stored = CatalogueMeta['entries'][number];

/** Fields stored as the place of their string in a table of distinct ones: they repeat from report to report. */
const TABLED = ['source', 'organization', 'province', 'currentProvince', 'level', 'kind', 'chair'] as const;
const PLAIN = ['id', 'title', 'heldOn', 'publishedOn', 'district', 'conference', 'period', 'topics'] as const;

/** A directive without what follows from its id: number, term, slugs; and mostly its label. */
type DirectiveRow = [
  id: string,
  type: DirectiveType,
  date: string | 0,
  verified: 0 | 1,
  title: string,
  /** Places of its lineage in the list. */
  lineage: number[],
  /** 0 where it is type and number. */
  label: string | 0,
];

interface Columns {
  places: Vocabulary['places'];
  directives: DirectiveRow[];
  /** Distinct values of each tabled field. */
  names: Record<string, (string | null)[]>;
  columns: Record<string, unknown[]>;
  /** For each report its citations: place in `directives`, or the words of an unresolved one. */
  citations: (number | string)[][];
}

/** One column a field: like stands beside like, which compresses to about two thirds of the row form. */
function toColumns({ vocabulary, entries }: CatalogueMeta): Columns {
  const names: Columns['names'] = {};
  const columns: Columns['columns'] = {};
  for (const field of TABLED) {
    const table = [...new Set(entries.map((entry) => entry[field]))];
    const place = new Map(table.map((name, i) => [name, i]));
    names[field] = table;
    columns[field] = entries.map((entry) => place.get(entry[field]));
  }
  for (const field of PLAIN) columns[field] = entries.map((entry) => entry[field] ?? 0);
  const number = new Map(vocabulary.directives.map((one, i) => [one.id, i]));
  const { directives } = withTitlesOf(
    new Set(entries.flatMap((entry) => entry.directives.map((one) => one.id))),
    vocabulary,
  );
  const bySlug = new Map(vocabulary.directives.map((one, i) => [one.slug, i]));
  return {
    places: vocabulary.places,
    directives: directives.map((one): DirectiveRow => {
      return [
        one.id,
        one.type,
        one.date ?? 0,
        one.verified ? 1 : 0,
        one.title,
        one.lineage.flatMap((slug) => bySlug.get(slug) ?? []),
        nameDirective(one).label === one.label ? 0 : one.label,
      ];
    }),
    names,
    columns,
    citations: entries.map((entry) =>
      entry.directives.map((one) => (one.id === null ? one.label : (number.get(one.id) ?? one.label))),
    ),
  };
}

function fromColumns({ places, directives, names, columns, citations }: Columns): CatalogueMeta {
  const slugs = directives.map(([id]) => slugify(id));
  const vocabulary: Vocabulary = {
    places,
    directives: directives.map(([id, type, date, verified, title, lineage, label]) => ({
      ...nameDirective({ id, type }),
      ...(label === 0 ? {} : { label }),
      title,
      date: date || null,
      verified: verified === 1,
      lineage: lineage.flatMap((place) => slugs[place] ?? []),
    })),
  };
  const count = citations.length;
  const entries = Array.from({ length: count }, (_, doc) => {
    const entry: Record<string, unknown> = {};
    for (const field of TABLED) entry[field] = names[field]?.[columns[field]?.[doc] as number] ?? null;
    for (const field of PLAIN) entry[field] = columns[field]?.[doc] || null;
    entry.directives = (citations[doc] ?? []).map((one): EntryDirective => {
      if (typeof one === 'string') return { id: null, slug: null, label: one };
      const name = vocabulary.directives[one];
      return { id: name?.id ?? null, slug: name?.slug ?? null, label: name?.label ?? '' };
    });
    return entry as unknown as Stored;
  });
  return { vocabulary, entries };
}
