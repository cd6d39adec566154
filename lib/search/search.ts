/**
 * One search, answered: words to hits, hits through the filters, counts, one page of results with snippets.
 * The same code answers in the browser's worker and on the server.
 *
 *   Query ─ engine ─> hits ─ filterAndCount ─> documents ─ order, page ─> results with texts and marks
 */
import { conferenceOf } from '../domain/conference';
import { periodLabel, whenOf } from '../domain/period';
import { UNKNOWN } from '../domain/vocabulary';
import { type FieldName, type Matcher, marks, snippet } from '../engine';
import type { Catalogue, Entry, ReportText } from './catalogue';
import { facetLists, filterAndCount } from './facet-counts';
import { FACET_NAMES, FACETS, facetNamed } from './facets';
import { searchInWords } from './in-words';
import type { Notice } from './notice';
import {
  type Filters,
  NO_FILTERS,
  type Query,
  serialiseQuery,
  toggleFilter,
  withFilter,
  withText,
} from './query';
import type { Offer, Result, SearchResult } from './result';
import { documentsTitled } from './titles';
import { understand } from './understand';
import type { Vocabulary } from './vocabulary';

/** Results on one page. */
export const PAGE_SIZE = 20;
/** Longest snippet, in UTF-16 units: three lines on a phone. */
const SNIPPET_LENGTH = 220;

/** What a search needs: the catalogue, and a way to the texts of a few reports. */
export interface SearchContext {
  catalogue: Catalogue;
  /** Texts of the given documents, in the same order. */
  texts(documents: readonly number[]): Promise<ReportText[]>;
}

/** Every document that a search finds, in its order, and what was counted on the way. */
export function find(query: Query, catalogue: Catalogue) {
  const words = query.text === '' ? null : catalogue.engine.search(query.text, { literal: query.verbatim });
  const titled = words ? documentsTitled(query.text, catalogue) : [];
  const candidates = words
    ? new Set([...titled, ...words.hits.map((hit) => hit.doc)])
    : catalogue.entries.keys();
  const filtered = filterAndCount(catalogue, candidates, withLineage(query, catalogue.vocabulary));
  return { ...filtered, words, documents: inOrder(filtered.documents, query, catalogue.entries) };
}

/**
 * Answers a parsed search.
 * @throws what `context.texts` throws; the rest cannot fail.
 */
export async function search(
  { query, notices }: { query: Query; notices: readonly Notice[] },
  context: SearchContext,
): Promise<SearchResult> {
  const { catalogue } = context;
  const { vocabulary } = catalogue;
  const { words: found, documents, counts, without } = find(query, catalogue);
  const scores = new Map(found?.hits.map((hit) => [hit.doc, hit.score]));
  const pages = Math.max(1, Math.ceil(documents.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const shown = documents.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const texts = await context.texts(shown);
  const state = { ...query, page };

  return {
    query: serialiseQuery(state),
    state,
    words: searchInWords(query, vocabulary),
    total: documents.length,
    page,
    pageSize: PAGE_SIZE,
    pages,
    results: shown.map((doc, i) =>
      resultOf(
        catalogue,
        doc,
        texts[i] ?? { url: null, text: '' },
        found?.match ?? null,
        scores.get(doc) ?? 0,
      ),
    ),
    facets: facetLists(counts, query.filters, vocabulary),
    chips: FACETS.flatMap((facet) =>
      query.filters[facet.name].map((value) => ({
        facet: facet.name,
        value,
        label: facet.labelOf(value, vocabulary),
        query: serialiseQuery(toggleFilter(query, facet.name, value)),
      })),
    ),
    notices: [...notices, ...ownNotices(query, page, pages, found?.relaxed ?? false)],
    suggestion: found?.repaired
      ? { text: found.repaired.to, query: serialiseQuery({ ...withText(query, query.text), verbatim: true }) }
      : null,
    understood: understand(query, vocabulary),
    onward: documents.length === 0 ? onward(query, without) : [],
  };
}

/** The filters that decide: with `lineage`, each directive stands for all of its line. */
function withLineage({ filters, lineage }: Query, { directives }: Vocabulary): Filters {
  if (!lineage) return filters;
  const vb = directives
    .filter((one) => filters.vb.includes(one.slug))
    .flatMap((one) => [one.slug, ...one.lineage]);
  return { ...filters, vb };
}

/** Relevance is the order of the hits; without words the catalogue's own order is newest first. */
function inOrder(documents: number[], query: Query, entries: readonly Entry[]): number[] {
  if (query.sort === 'lien-quan') return documents;
  const newest = documents.toSorted((a, b) => a - b);
  if (query.sort === 'moi-nhat') return newest;
  // The oldest first, and those without any date still last.
  const dated = (doc: number) => {
    const entry = entries[doc];
    return entry !== undefined && whenOf(entry) !== null;
  };
  return [...newest.filter(dated).reverse(), ...newest.filter((doc) => !dated(doc))];
}

function resultOf(
  { engine, entries, vocabulary }: Catalogue,
  doc: number,
  { url, text }: ReportText,
  match: Matcher | null,
  score: number,
): Result {
  const entry = entries[doc] as Entry;
  return {
    id: entry.id,
    title: entry.title,
    titleMarks: match ? marks(entry.title, match) : [],
    url,
    source: entry.source,
    organization: entry.organization,
    heldOn: entry.heldOn,
    publishedOn: entry.publishedOn,
    place: {
      value: facetNamed('tinh').valuesOf(entry).at(-1) ?? UNKNOWN.value,
      label: placeLabel(entry, vocabulary),
      province: entry.province,
      currentProvince: entry.currentProvince,
    },
    period: { label: periodLabel(entry.period), value: entry.period },
    when: whenOf(entry),
    conference: conferenceOf(entry),
    directives: entry.directives.map((one) => ({
      id: one.id,
      slug: one.slug,
      label: one.asWritten,
      title: vocabulary.directives.find((name) => name.slug === one.slug)?.title ?? '',
    })),
    score,
    snippet: match ? snippet(text, match, SNIPPET_LENGTH) : opening(text),
    why: match
      ? engine.explain(doc, match).map((reason) => ({
          word: reason.word,
          found: reason.found,
          where: reason.fields.map((field) => FIELD_LABELS[field]),
        }))
      : [],
  };
}

/** Where a word was found, as people would say it. */
const FIELD_LABELS: Record<FieldName, string> = {
  title: 'tên báo cáo',
  organization: 'cơ quan',
  place: 'địa phương',
  period: 'kỳ báo cáo',
  directives: 'văn bản',
  terms: 'từ khóa',
  body: 'nội dung',
};

/** The first words of a text, for a list that no words were asked of. */
function opening(text: string): Result['snippet'] {
  if (text.length <= SNIPPET_LENGTH) return { text, marks: [] };
  const cut = text.lastIndexOf(' ', SNIPPET_LENGTH);
  return { text: `${text.slice(0, cut > 0 ? cut : SNIPPET_LENGTH).toWellFormed()}…`, marks: [] };
}

/** `huyện Bảo Lâm, Lâm Đồng`, `Bình Định (nay thuộc Gia Lai)`, `Trung ương`; empty where nothing is known. */
export function placeLabel(
  entry: Pick<Entry, 'district' | 'province' | 'currentProvince' | 'level'>,
  { places }: Catalogue['vocabulary'],
): string {
  const today = places.find((place) => place.slug === entry.currentProvince);
  if (!today) return entry.level === 'trung-uong' ? 'Trung ương' : '';
  const former = today.formerly.find((one) => one.slug === entry.province);
  const province =
    former && former.slug !== today.slug ? `${former.name} (nay thuộc ${today.name})` : today.name;
  return entry.district ? `${entry.district}, ${province}` : province;
}

function ownNotices(query: Query, page: number, pages: number, relaxed: boolean): Notice[] {
  const notices: Notice[] = [];
  if (relaxed) {
    notices.push({
      code: 'relaxed',
      text: 'Không báo cáo nào có đủ mọi từ: đang hiển thị những báo cáo có phần lớn các từ.',
    });
  }
  if (page !== query.page) {
    notices.push({
      code: 'page-past-end',
      text: `Không có trang ${query.page}: kết quả chỉ có ${pages} trang, đang hiển thị trang cuối.`,
    });
  }
  return notices;
}

/** With nothing found: each facet whose selection, dropped, gives something; the words without any filter. */
function onward(query: Query, without: Record<string, number>): Offer[] {
  const offers: Offer[] = FACET_NAMES.filter(
    (name) => query.filters[name].length > 0 && (without[name] ?? 0) > 0,
  ).map((name) => ({
    label: `Bỏ lọc ${facetNamed(name).label}`,
    query: serialiseQuery(withFilter(query, name, [])),
    count: without[name] ?? 0,
  }));
  const set = FACET_NAMES.some((name) => query.filters[name].length > 0);
  if (set && query.text !== '') {
    offers.push({
      label: 'Bỏ mọi bộ lọc',
      query: serialiseQuery({ ...query, filters: NO_FILTERS, page: 1 }),
    });
  }
  if (set && offers.length === 0 && query.text === '') offers.push({ label: 'Xóa tất cả', query: '' });
  return offers;
}
