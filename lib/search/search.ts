/**
 * One search, answered: words to hits, hits through the filters, counts, one page of results with snippets.
 * The same code answers in the browser's worker and on the server.
 *
 *   Query ─ find ─> documents, near ─ page ─> results with texts and marks
 */
import { conferenceOf } from '../domain/conference';
import { periodLabel, whenOf } from '../domain/period';
import { UNKNOWN } from '../domain/vocabulary';
import { type FieldName, marks, snippet } from '../engine';
import type { Catalogue, Entry, ReportText } from './catalogue';
import { crossCountsOf, type Tally, tallyOf } from './cross-counts';
import { facetLists, spanOfYears } from './facet-counts';
import { FACETS, type FacetName, facetNamed } from './facets';
import { type Found, find, hasFilters, withFacts, withoutTokens } from './find';
import { searchInWords } from './in-words';
import type { Notice } from './notice';
import { pastedId, pastedSearch, wordsOfAddress } from './pasted';
import { NO_FILTERS, type Query, serialiseQuery, toggleFilter, withFilter, withText } from './query';
import type { Applied, Offer, Result, SearchResult } from './result';
import { told } from './told';
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
  /** The document of a source address, where the texts can be gone through: on the server. */
  documentAt?(address: string): Promise<number | null>;
}

/**
 * Answers a parsed search.
 * @throws what `context.texts` throws; the rest cannot fail.
 */
export async function search(parsed: Asked, context: SearchContext): Promise<SearchResult> {
  return (await searchWhole(parsed, context)).result;
}

/** The answer to a search, and every document it found, in its order: for exports, feeds and the open API. */
export async function searchWhole(
  parsed: Asked,
  context: SearchContext,
): Promise<{ result: SearchResult; documents: readonly number[] }> {
  let documents: readonly number[] = [];
  const finder = finderIn(context, (found) => {
    documents = found;
  });
  return { result: await answerFrom(parsed, finder), documents };
}

/** What a search finds, the reports of the page asked for at hand. */
export interface Look {
  /** The reports at hand: all of them, or some of many. */
  catalogue: Catalogue;
  /** Its counts are of all that is found, its documents of those at hand. */
  found: Found;
  total: number;
  /** Lines of the whole list. */
  conferences: number;
  /** The page shown: the last one where the search asks for one behind it. */
  page: number;
  pages: number;
  shown: readonly Line[];
  texts(documents: readonly number[]): Promise<ReportText[]>;
  tally(rowFacet: FacetName, columnFacet: FacetName): Promise<Tally>;
}

/** Looks searches up, in the memory of this process or elsewhere. */
export interface Finder {
  vocabulary: Vocabulary;
  span: SearchResult['span'];
  look(query: Query): Promise<Look>;
  /** How many reports a search finds. */
  count(query: Query): Promise<number>;
  /** True for the id of a report that can be found. */
  has(id: string): Promise<boolean>;
  /** The id of the report with a source address, where addresses can be gone through. */
  idAt(address: string): Promise<string | null>;
}

function finderIn(context: SearchContext, onFound: (documents: readonly number[]) => void): Finder {
  const { catalogue } = context;
  const { entries, vocabulary } = catalogue;
  return {
    vocabulary,
    span: spanOfYears(catalogue),
    async look(query) {
      const found = find(query, catalogue);
      const { documents } = found;
      onFound(documents);
      const lines = byConference(documents, entries);
      return {
        catalogue,
        found,
        total: documents.length,
        conferences: lines.length,
        ...pageOf(lines, query.page),
        texts: (wanted) => context.texts(wanted),
        tally: async (rowFacet, columnFacet) => tallyOf(documents, rowFacet, columnFacet, catalogue),
      };
    },
    count: async (query) => find(query, catalogue, true).documents.length,
    has: async (id) => entries.some((entry) => entry.id === id),
    async idAt(address) {
      const doc = await context.documentAt?.(address);
      return doc === undefined || doc === null ? null : (entries[doc]?.id ?? null);
    },
  };
}

/** The page of a list that is asked for, or its last. */
export function pageOf(lines: readonly Line[], asked: number): Pick<Look, 'page' | 'pages' | 'shown'> {
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_SIZE));
  const page = Math.min(asked, pages);
  return { page, pages, shown: lines.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE) };
}

/** The answer to a search, wherever it is looked up. */
export async function answerFrom(parsed: Asked, finder: Finder): Promise<SearchResult> {
  const { vocabulary } = finder;
  const { query, asked, notices } = await withoutAddress(parsed, finder);
  const look = await finder.look(asked);
  const { catalogue, found, total, conferences, page, pages, shown } = look;
  const near = total < PAGE_SIZE ? found.near : [];
  const texts = await look.texts([...shown, ...near].map(({ doc }) => doc));
  const state = { ...query, page };
  const result = (line: Line, i: number): Result =>
    resultOf(catalogue, line, texts[i] ?? { url: null, text: '', figures: [] }, found);

  return {
    query: serialiseQuery(state),
    state,
    words: searchInWords(query, vocabulary),
    total,
    page,
    pageSize: PAGE_SIZE,
    pages,
    results: shown.map(result),
    conferences,
    near: near.map(({ doc, missing }, i) => ({ ...result({ doc, others: [] }, shown.length + i), missing })),
    applied: appliedChips(query, found, vocabulary),
    facets: facetLists(found.counts, withFacts(query.filters, found.applied), vocabulary),
    chips: FACETS.flatMap((facet) =>
      query.filters[facet.name].map((value) => ({
        facet: facet.name,
        value,
        label: facet.labelOf(value, vocabulary),
        query: serialiseQuery(toggleFilter(query, facet.name, value)),
      })),
    ),
    span: finder.span,
    cross:
      query.view === 'danh-sach'
        ? null
        : crossCountsOf(await look.tally('tinh', 'ky'), 'tinh', 'ky', vocabulary, {
            fine: query.view === 'bang-tinh-cu',
            every: query.view === 'ban-do',
          }),
    notices: [...notices, ...ownNotices(query, page, pages)],
    suggestion: found.repaired ? { text: found.repaired.to, query: toTheLetter(query) } : null,
    understood: await understoodOffers(query, found, finder),
    nowhere: total === 0 ? found.wanted.flatMap(({ nowhere, text }) => (nowhere ? [text] : [])) : [],
    onward: total === 0 ? await onward(query, found, finder) : [],
  };
}

/** One line of the list: a report, and further ones of the same conference that are folded under it. */
export interface Line {
  doc: number;
  others: readonly Pick<Entry, 'id' | 'title'>[];
}

/** One line a conference, in the order of its first report. */
export function byConference(documents: readonly number[], entries: readonly Entry[]): Line[] {
  const { numbers, count } = conferencesOf(entries);
  const lines: { doc: number; others: Entry[] }[] = [];
  // The line of each conference, counted from 1.
  const lineOf = new Uint32Array(count);
  for (const doc of documents) {
    const conference = numbers[doc] as number;
    const line = lines[(lineOf[conference] as number) - 1];
    if (line) line.others.push(entries[doc] as Entry);
    else lineOf[conference] = lines.push({ doc, others: [] });
  }
  return lines;
}

const conferences = new WeakMap<readonly Entry[], { numbers: Uint32Array; count: number }>();

/** The conferences of a catalogue, numbered, by its reports. */
function conferencesOf(entries: readonly Entry[]): { numbers: Uint32Array; count: number } {
  const known = conferences.get(entries);
  if (known) return known;
  const numberOf = new Map<string, number>();
  const numbers = Uint32Array.from(entries, (entry) => {
    const conference = conferenceOf(entry);
    const number = numberOf.get(conference) ?? numberOf.size;
    numberOf.set(conference, number);
    return number;
  });
  const made = { numbers, count: numberOf.size };
  conferences.set(entries, made);
  return made;
}

/** A search as it was parsed. */
export interface Asked {
  query: Query;
  notices: readonly Notice[];
}

/**
 * A pasted address: the search that a share link names stands in place of it; the page of a report opens it; of any
 * other the words in it are searched, and that is said. `asked` is what is searched, `query` what the page shows.
 */
export async function withoutAddress(
  { query, notices }: Asked,
  finder: Pick<Finder, 'vocabulary' | 'has' | 'idAt'>,
): Promise<Asked & { asked: Query }> {
  const named = pastedSearch(query.text, finder.vocabulary);
  if (named) return { query: named, asked: named, notices };
  const words = wordsOfAddress(query.text);
  if (words === null) return { query, asked: query, notices };
  const reportId = pastedId(query.text);
  if (reportId !== null && (await finder.has(reportId))) return { query, asked: query, notices };
  const id = await finder.idAt(query.text);
  if (id !== null) return { query, asked: { ...query, text: id }, notices };
  const notice: Notice = {
    code: 'foreign-link',
    text: 'Không báo cáo nào có đường dẫn này: đang tìm theo các từ trong đường dẫn.',
  };
  return { query, asked: { ...query, text: words }, notices: [...notices, notice] };
}

/** The facts that stand as filters, each with the search that takes the text to the letter. */
function appliedChips(query: Query, { applied }: Found, vocabulary: Vocabulary): Applied[] {
  return applied.flatMap(({ facet, values }) =>
    values.map((value) => ({
      facet,
      value,
      label: facetNamed(facet).labelOf(value, vocabulary),
      query: toTheLetter(query),
    })),
  );
}

function toTheLetter(query: Query): string {
  return serialiseQuery({ ...query, page: 1, verbatim: true });
}

/** Facts of the text as filters to take: all together first, where several; each with what it would find. */
async function understoodOffers(query: Query, { facts, question, applied }: Found, finder: Finder) {
  if (!question || applied.length > 0) return [];
  const open = facts.filter(
    ({ facet, values }) => !values.every((value) => query.filters[facet].includes(value)),
  );
  const choices = open.length > 1 ? [open, ...open.map((one) => [one])] : open.map((one) => [one]);
  const counting = choices.slice(0, MOST_OFFERS).map(async (some) => {
    const text = withoutTokens(
      question,
      some.flatMap(({ tokens }) => tokens),
    );
    const rest = withText(query, text);
    const offered = { ...rest, filters: withFacts(rest.filters, some) };
    const total = await finder.count(offered);
    const label = some.map((one) => one.label).join(' · ');
    return total === 0 ? [] : [{ label, query: serialiseQuery(offered), total, count: total }];
  });
  const offers = (await Promise.all(counting)).flat();
  const seen = new Set<string>();
  return offers.filter((offer) => !seen.has(offer.query) && seen.add(offer.query));
}

/** Offers of filters counted at most: each is a search of its own. */
const MOST_OFFERS = 4;

function resultOf(
  { engine, entries, vocabulary }: Catalogue,
  { doc, others }: Line,
  { url, text, figures }: ReportText,
  { match, scores, facts, question }: Found,
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
    conference: {
      id: conferenceOf(entry),
      others: others.map(({ id }) => id),
      titles: others.map(({ title }) => title),
    },
    directives: entry.directives.map((one) => ({
      id: one.id,
      slug: one.slug,
      label: one.label,
      title: vocabulary.directives.find((name) => name.slug === one.slug)?.title ?? '',
    })),
    score: scores[doc] ?? 0,
    snippet: match ? snippet(text, match, SNIPPET_LENGTH) : opening(text),
    told: question ? told(question, entry, figures) : [],
    why: match
      ? [
          ...engine.explain(doc, match).map((reason) => ({
            word: reason.word,
            found: reason.found,
            where: reason.fields.map((field) => FIELD_LABELS[field]),
          })),
          ...facts.flatMap(({ facet, values, label }) => {
            const { valuesOf, label: name, labelOf } = facetNamed(facet);
            const own = valuesOf(entry).find((value) => values.includes(value));
            return own === undefined
              ? []
              : [{ word: label, found: labelOf(own, vocabulary), where: [name.toLowerCase()] }];
          }),
        ]
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

function ownNotices(query: Query, page: number, pages: number): Notice[] {
  if (page === query.page) return [];
  return [
    {
      code: 'page-past-end',
      text: `Không có trang ${query.page}: kết quả chỉ có ${pages} trang, đang hiển thị trang cuối.`,
    },
  ];
}

/**
 * With nothing found: each thing of the text and each facet whose selection, dropped, gives something; the words
 * without any filter.
 */
async function onward(query: Query, { without, wanted, applied }: Found, finder: Finder): Promise<Offer[]> {
  const offers: Offer[] = FACETS.filter(
    ({ name }) => query.filters[name].length > 0 && (without[name] ?? 0) > 0,
  ).map(({ name, label }) => ({
    label: `Bỏ lọc ${label}`,
    query: serialiseQuery(withFilter(query, name, [])),
    count: without[name] ?? 0,
  }));
  for (const thing of wanted.length > 1 ? wanted.slice(0, MOST_DROPPED) : []) {
    if (thing.without === '' || (thing.lackOnly === 0 && applied.length === 0)) continue;
    const rest = withText(query, thing.without);
    const count = await finder.count(rest);
    const name = thing.facts[0]?.label ?? `“${thing.text}”`;
    const offer = { label: `Bỏ ${name}`, query: serialiseQuery(rest), count };
    if (count > 0 && !offers.some((one) => one.query === offer.query)) offers.push(offer);
  }
  const set = hasFilters(query);
  if (set && query.text !== '') {
    const free = { ...query, filters: NO_FILTERS, page: 1 };
    const count = await finder.count(free);
    if (count > 0) offers.push({ label: 'Bỏ mọi bộ lọc', query: serialiseQuery(free), count });
  }
  if (set && offers.length === 0 && query.text === '') offers.push({ label: 'Xóa tất cả', query: '' });
  return offers;
}

/** Things that are dropped in turn, at most: each is a search of its own. */
const MOST_DROPPED = 6;
