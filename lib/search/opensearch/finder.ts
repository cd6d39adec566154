/**
 * Looks a search up in the cluster. The search itself is that of one process (`find`), run over an excerpt: the reports
 * that may matter, with what is known of all. What it would have to know and does not is fetched, and it runs again:
 *
 *   find(query, excerpt) ─┬─ in how many reports does this phrase stand? ──┐
 *            ▲            ├─ which reports hold these things, how many? ────┤ one request each
 *            └────────────┴─ nothing more to ask ─> page, counts            │
 *            └───────────────────────────────────────────────────────────────┘
 *
 * So reading, repair, tiers and scores are one code. The cluster chooses whom the engine scores (the best by its own
 * order), filters, and counts.
 */
import { conferenceOf } from '../../domain/conference';
import { Engine, type Question } from '../../engine';
import type { OpenCollection } from '../../engine/collection';
import type { Collection } from '../../engine/packed';
import { FEW_FOUND } from '../../engine/rank';
import type { Part } from '../../engine/runs';
import type { Thing } from '../../engine/things';
import type { Unit } from '../../engine/units';
import type { Catalogue, Entry, ReportText } from '../catalogue';
import type { Tally } from '../cross-counts';
import { type FacetName, facetRecord } from '../facets';
import { type Found, find, withLineage } from '../find';
import { bareAddress, pastedId } from '../pasted';
import type { Filters, Query } from '../query';
import { byConference, type Finder, type Line, type Look, PAGE_SIZE, pageOf } from '../search';
import { candidates } from '../suggest';
import { titleKeys } from '../titles';
import { factName } from '../understand';
import type { Vocabulary } from '../vocabulary';
import { type Aggregation, type Cluster, ClusterTrouble, type Hit, type SearchBody } from './cluster';
import { asTerm, type Candidate, MOST_LINES } from './layout';
import {
  anyOf,
  type Clause,
  facetClause,
  filterClauses,
  foundClause,
  nearClause,
  REPORTS,
  rankClauses,
  runClause,
  runKey,
  thingClause,
  unwantedClauses,
} from './phrases';

/** An index of the cluster, opened: what is known of all its reports. */
export interface OpenedIndex {
  name: string;
  collection: OpenCollection;
  vocabulary: Vocabulary;
  span: Finder['span'];
  /** Counts of phrases and facts that were asked for, for the next search. */
  counts: Map<string, number>;
}

/** Tokens of the reports that the engine scores for one search: as many as it reads again in one process. */
const SCORED_TOKENS = 60_000;
/** Reports scored at least, and at most. */
const SCORED = { least: 200, most: 400 };
/** Times that one search is run: it asks for a few things in turn, never for so many. */
const MOST_ROUNDS = 16;
const MOST_COUNTS = 50_000;
/** Reports in which phrases to suggest are looked for. */
const SAMPLE = 300;
/** Values of one facet at most. */
const MOST_VALUES = 10_000;
const SOURCE = ['ord', 'stream', 'entry'];

type Sort = Query['sort'];

/** Reports to choose from, and in which order. */
interface Selection {
  clause: Clause;
  rank: readonly Clause[];
  /** Count these, too: the reports that hold everything, titles aside. */
  found?: Clause;
}

interface Retrieved {
  ids: string[];
  total: number;
  found: number;
  counts: Found['counts'];
  without: Found['without'];
}

interface Needs {
  counts: Map<string, Clause>;
  question: { key: string; things: readonly Thing[]; units: readonly Unit[]; question: Question } | null;
  samples: Map<string, Clause>;
}

/** One search under way. */
class Session {
  private readonly atHand = new Map<string, Candidate>();
  private readonly answers = new Map<string, ReturnType<Collection['answered']>>();
  private readonly retrieved = new Map<string, Retrieved>();
  private readonly sampled = new Set<string>();
  private keys = new Map<Question, { things: readonly Thing[]; units: readonly Unit[] }>();
  private readonly filters: Filters;
  private readonly size: number;

  constructor(
    private readonly cluster: Cluster,
    private readonly index: OpenedIndex,
    private readonly query: Query,
    /** Only how many there are is asked. */
    private readonly countOnly: boolean,
  ) {
    const scored = Math.ceil(SCORED_TOKENS / Math.max(1, index.collection.averageLength));
    this.filters = withLineage(query, index.vocabulary);
    this.size = countOnly ? 0 : Math.min(SCORED.most, Math.max(SCORED.least, scored));
  }

  /** Runs until nothing is left to ask. */
  async settle<T>(run: (catalogue: Catalogue) => T): Promise<{ value: T; catalogue: Catalogue }> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const needs: Needs = { counts: new Map(), question: null, samples: new Map() };
      const catalogue = this.excerpt(needs);
      const value = run(catalogue);
      if (needs.counts.size > 0) await this.fetchCounts(needs.counts);
      else if (needs.question) await this.fetchAnswer(needs.question);
      else if (needs.samples.size > 0) await this.fetchSamples(needs.samples);
      else return { value, catalogue };
    }
    throw new ClusterTrouble('a search asked on and on');
  }

  private excerpt(needs: Needs): Catalogue {
    const { collection, vocabulary, counts } = this.index;
    const reports = [...this.atHand.values()].sort((a, b) => a.ord - b.ord);
    const count = (key: string, clause: () => Clause): number => {
      const known = counts.get(key);
      if (known === undefined) needs.counts.set(key, clause());
      return known ?? 0;
    };
    this.keys = new Map();
    const packed = collection.excerpt(
      reports.map(({ stream }) => Buffer.from(stream, 'base64')),
      {
        holding: (run) => this.knownHolding(run) ?? count(`r ${runKey(run)}`, () => runClause(packed, run)),
        holdingAny: (runs) => {
          const known = runs.filter((run) => run.length > 0);
          if (known.length === 0) return 0;
          return count(`r ${known.map(runKey).join(' | ')}`, () =>
            anyOf(known.map((run) => runClause(packed, run))),
          );
        },
        answered: (question, things, units) => {
          const key = JSON.stringify(foundClause(packed, things));
          this.keys.set(question, { things, units });
          const known = this.answers.get(key);
          if (!known) needs.question ??= { key, things, units, question };
          return known ?? { found: 0, lackOnly: [], held: [] };
        },
        sampled: (terms) => {
          const clause = { terms: { folded: terms.map((term) => asTerm(packed.termText(term))) } };
          this.sample(needs, clause);
        },
      },
    );
    this.words = packed;
    return {
      entries: reports.map(({ entry }) => entry),
      vocabulary,
      engine: new Engine(packed),
      elsewhere: {
        frequencyUnder: (facet, values) =>
          count(`f ${factName(facet, values)}`, () => facetClause(facet, values)),
        titlesBegun: (begun) => this.sample(needs, { prefix: { title: { value: begun } } }),
      },
    };
  }

  private words: ReturnType<OpenCollection['excerpt']> | null = null;

  private sample(needs: Needs, clause: Clause): void {
    const key = JSON.stringify(clause);
    if (!this.sampled.has(key)) needs.samples.set(key, clause);
  }

  /** What the dictionary itself tells of a run. */
  private knownHolding(run: readonly Part[]): number | null {
    const { collection } = this.index;
    if (run.length === 0 || run.some(({ terms }) => terms.length === 0)) return 0;
    if (run.length > 2 || run.some(({ terms, spelling }) => spelling < 0 && terms.length > 1)) return null;
    const [first, second] = run as [Part, Part?];
    const [left, right] = [first.terms[0] as number, second?.terms[0]];
    if (right === undefined) {
      return first.spelling < 0
        ? (collection.dictionary.frequencyOf[left] as number)
        : (collection.spellingFrequencies[first.spelling] as number);
    }
    return first.spelling < 0 && second && second.spelling < 0
      ? collection.pair(left, right).documents
      : null;
  }

  private async fetchCounts(wanted: ReadonlyMap<string, Clause>): Promise<void> {
    const { counts, name } = this.index;
    const bodies = [...wanted.values()].map((clause) => ({
      size: 0,
      track_total_hits: true,
      query: { bool: { filter: [REPORTS, clause] } },
    }));
    const answers = await this.cluster.searches(name, bodies);
    if (counts.size > MOST_COUNTS) counts.clear();
    [...wanted.keys()].forEach((key, i) => {
      counts.set(key, totalOf(answers[i]));
    });
  }

  private async fetchSamples(wanted: ReadonlyMap<string, Clause>): Promise<void> {
    const bodies = [...wanted.values()].map((clause) => ({
      size: SAMPLE,
      query: { bool: { filter: [REPORTS, clause] } },
      sort: [{ ord: 'asc' }],
      _source: SOURCE,
    }));
    for (const { hits } of await this.cluster.searches<Candidate>(this.index.name, bodies))
      this.keep(hits.hits);
    for (const key of wanted.keys()) this.sampled.add(key);
  }

  private keep(hits: readonly Hit<Candidate>[]): void {
    for (const { _id, _source } of hits) this.atHand.set(_id, _source);
  }

  /** The reports that hold all that a question asks for; where they are few, those that come near, too. */
  private async fetchAnswer({ key, things, units, question }: NonNullable<Needs['question']>): Promise<void> {
    const words = this.words as NonNullable<typeof this.words>;
    const { found } = await this.retrieve(this.selectionOf([question]), this.filters);
    const wanted = things.filter(({ negated }) => !negated);
    let lackOnly: readonly number[] = wanted.map(() => 0);
    let held: readonly boolean[] = wanted.map(() => true);
    const few = this.countOnly ? found === 0 : found < FEW_FOUND;
    if (few && wanted.length > 0) {
      const alone = found === 0 && wanted.length > 1 ? wanted : [];
      const must_not = unwantedClauses(words, things);
      const [near, ...counted] = await this.cluster.searches<Candidate>(this.index.name, [
        {
          size: Math.max(this.size, FEW_FOUND),
          query: { bool: { must: [nearClause(words, things)], should: rankClauses(words, things, units) } },
          _source: SOURCE,
        },
        ...(found === 0 ? wanted : []).map((thing) => ({
          size: 0,
          track_total_hits: true,
          query: { bool: { filter: [REPORTS, thingClause(words, thing)], must_not } },
        })),
        ...alone.map((thing) => ({
          size: 0,
          track_total_hits: true,
          query: {
            bool: {
              filter: [
                REPORTS,
                ...wanted.filter((one) => one !== thing).map((one) => thingClause(words, one)),
              ],
              must_not: [...must_not, thingClause(words, thing)],
            },
          },
        })),
      ]);
      this.keep(near?.hits.hits ?? []);
      const totals = counted.map(totalOf);
      if (found === 0) held = totals.slice(0, wanted.length).map((total) => total > 0);
      if (alone.length > 0) lackOnly = totals.slice(wanted.length);
    }
    this.answers.set(key, { found, lackOnly, held });
  }

  /** Reports that any of the questions finds; those titled so come with a single one. All, without questions. */
  private selectionOf(questions: readonly Question[]): Selection {
    const words = this.words as NonNullable<typeof this.words>;
    const asked = questions.flatMap((question) => this.keys.get(question) ?? []);
    if (questions.length === 0) return { clause: REPORTS, rank: [] };
    const found = anyOf(asked.map(({ things }) => foundClause(words, things)));
    const rank = asked.flatMap(({ things, units }) => rankClauses(words, things, units));
    if (asked.length > 1) return { clause: found, rank, found };
    const titled = { terms: { titleKey: titleKeys(this.query.text) } };
    // A whole title stands before all that merely ranks well.
    const first = { constant_score: { filter: titled, boost: TITLED_BOOST } };
    return { clause: anyOf([found, titled]), rank: [...rank, first], found };
  }

  /** The first reports of a selection in the order of the search, and the counts of all of them. */
  private async retrieve(
    { clause, rank, found }: Selection,
    filters: Filters,
    byPlace: Clause[] = [],
  ): Promise<Retrieved> {
    const key = JSON.stringify([clause, filters, byPlace]);
    const known = this.retrieved.get(key);
    if (known) return known;
    const passing = filterClauses(filters);
    const query = { bool: { filter: [clause], should: [...rank, ...byPlace] } };
    const [answer, unfiltered] = await this.cluster.searches<Candidate>(this.index.name, [
      {
        size: this.size,
        track_total_hits: true,
        query,
        post_filter: { bool: { filter: [...passing.values()] } },
        sort: sortOf(this.query.sort),
        _source: SOURCE,
        aggs: {
          ...(found ? { found: { filter: found } } : {}),
          ...(this.countOnly ? {} : facetCounts(passing)),
        },
      },
      // Only the best of all are read again by the engine, whether filters keep them out or not.
      ...(found && passing.size > 0 && !this.countOnly ? [{ size: this.size, query, _source: SOURCE }] : []),
    ]);
    this.keep(unfiltered?.hits.hits ?? []);
    const { hits, aggregations = {} } = answer as SearchBody<Candidate>;
    this.keep(hits.hits);
    const made: Retrieved = {
      ids: hits.hits.map(({ _id }) => _id),
      total: totalOf(answer),
      found: aggregations.found?.doc_count ?? totalOf(answer),
      counts: facetRecord(({ name }) => countsOf(aggregations[name]?.values)),
      without: facetRecord(({ name }) => aggregations[name]?.doc_count ?? 0),
    };
    this.retrieved.set(key, made);
    return made;
  }

  /** What the search finds: the reports at hand, and how many there are in all. */
  async find(): Promise<{ found: Found; catalogue: Catalogue; answer: Retrieved | null }> {
    const id = pastedId(this.query.text);
    if (id !== null) await this.fetchById(id);
    const run = (catalogue: Catalogue) => find(this.query, catalogue);
    const { value } = await this.settle(run);
    if (value.sought.id !== undefined) return { ...(await this.again(run)), answer: null };
    const answer = await this.retrieve(...this.soughtOf(value));
    return { ...(await this.again(run)), answer };
  }

  private async again(run: (catalogue: Catalogue) => Found) {
    const { value, catalogue } = await this.settle(run);
    return { found: value, catalogue };
  }

  private soughtOf({ sought, applied }: Found): [Selection, Filters, Clause[]] {
    const byPlace = applied.length > 0 && this.query.sort === 'lien-quan' ? ownFirst(applied) : [];
    return [this.selectionOf(sought.questions), sought.filters, byPlace];
  }

  private async fetchById(id: string): Promise<void> {
    const [answer] = await this.cluster.searches<Candidate>(this.index.name, [
      { size: 1, query: { bool: { filter: [REPORTS, { ids: { values: [id] } }] } }, _source: SOURCE },
    ]);
    this.keep(answer?.hits.hits ?? []);
  }

  /** The page of the list that the search asks for. */
  async look(): Promise<Look> {
    let { found, catalogue, answer } = await this.find();
    const texts = (documents: readonly number[]) =>
      this.texts(documents.map((doc) => catalogue.entries[doc]?.id ?? ''));
    if (!answer || answer.total <= answer.ids.length) {
      // All that is found is at hand: the list is that of one process.
      const among = answer ? new Set(answer.ids) : null;
      const documents = found.documents.filter(
        (doc) => !among || among.has(catalogue.entries[doc]?.id ?? ''),
      );
      const lines = byConference(documents, catalogue.entries);
      return {
        catalogue,
        found: answer ? { ...found, counts: answer.counts, without: answer.without } : found,
        total: documents.length,
        conferences: lines.length,
        ...pageOf(lines, this.query.page),
        texts,
        tally: (row, column) => this.tally(found, row, column),
      };
    }
    const [selection, filters, byPlace] = this.soughtOf(found);
    const chosen: Clause = {
      bool: {
        filter: [selection.clause, ...filterClauses(filters).values()],
        should: [...selection.rank, ...byPlace],
      },
    };
    const [counted] = await this.cluster.searches(this.index.name, [
      {
        size: 0,
        query: chosen,
        aggs: { n: { cardinality: { field: 'conference', precision_threshold: 40_000 } } },
      },
    ]);
    const conferences = counted?.aggregations?.n?.value ?? 0;
    const pages = Math.min(Math.ceil(conferences / PAGE_SIZE), Math.floor(MOST_LINES / PAGE_SIZE));
    const page = Math.min(this.query.page, pages);
    const scored = byConference(this.firstOf(found, catalogue, answer), catalogue.entries);
    const start = (page - 1) * PAGE_SIZE;
    const ids = scored.slice(start, start + PAGE_SIZE).map(({ doc }) => catalogue.entries[doc]?.id ?? '');
    if (ids.length < PAGE_SIZE) {
      // Behind those that the engine scored the cluster's own order stands, of the conferences that are left.
      const told = scored.map(({ doc }) => conferenceOf(catalogue.entries[doc] as Entry));
      const [deep] = await this.cluster.searches<Candidate>(this.index.name, [
        {
          from: Math.max(0, start - scored.length),
          size: PAGE_SIZE - ids.length,
          query: { bool: { must: [chosen], must_not: [{ terms: { conference: told } }] } },
          sort: sortOf(this.query.sort),
          collapse: { field: 'conference' },
          _source: SOURCE,
        },
      ]);
      this.keep(deep?.hits.hits ?? []);
      ids.push(...(deep?.hits.hits ?? []).map(({ _id }) => _id));
      ({ found, catalogue } = await this.again((one) => find(this.query, one)));
    }
    return {
      catalogue,
      found: { ...found, counts: answer.counts, without: answer.without },
      total: answer.total,
      conferences,
      page,
      pages,
      shown: await this.withOthers(ids, chosen, catalogue.entries),
      texts,
      tally: (row, column) => this.tally(found, row, column),
    };
  }

  /** The reports that come first, in the order of the search: by relevance all that were scored. */
  firstOf({ documents, sought }: Found, { entries }: Catalogue, { ids }: Retrieved): number[] {
    if (sought.questions.length > 0 && this.query.sort === 'lien-quan') return documents;
    const first = new Set(ids);
    return documents.filter((doc) => first.has(entries[doc]?.id ?? ''));
  }

  /** Lines of the list: with each report the ids of further ones of its conference that are found. */
  private async withOthers(
    ids: readonly string[],
    chosen: Clause,
    entries: readonly Entry[],
  ): Promise<Line[]> {
    const docs = ids.map((id) => entries.findIndex((entry) => entry.id === id));
    const [answer] = await this.cluster.searches<{ conference: string; entry: Pick<Entry, 'id' | 'title'> }>(
      this.index.name,
      [
        {
          size: MOST_OTHERS,
          query: { bool: { filter: [chosen, { terms: { conference: await this.conferences(ids) } }] } },
          sort: [{ ord: 'asc' }],
          _source: ['conference', 'entry.id', 'entry.title'],
        },
      ],
    );
    const folded = (answer?.hits.hits ?? []).map(({ _source }) => _source);
    return docs.map((doc, i) => {
      const own = folded.find(({ entry }) => entry.id === ids[i])?.conference;
      const others = folded.flatMap(({ entry, conference }) =>
        conference === own && entry.id !== ids[i] ? [entry] : [],
      );
      return { doc, others };
    });
  }

  private async conferences(ids: readonly string[]): Promise<string[]> {
    const [answer] = await this.cluster.searches<{ conference: string }>(this.index.name, [
      { size: ids.length, query: { ids: { values: ids } }, _source: ['conference'] },
    ]);
    return (answer?.hits.hits ?? []).map(({ _source }) => _source.conference);
  }

  private async texts(ids: readonly string[]): Promise<ReportText[]> {
    if (ids.length === 0) return [];
    const [answer] = await this.cluster.searches<{ text: ReportText }>(this.index.name, [
      { size: ids.length, query: { ids: { values: ids } }, _source: ['text'] },
    ]);
    const texts = new Map((answer?.hits.hits ?? []).map(({ _id, _source }) => [_id, _source.text]));
    return ids.map((id) => texts.get(id) ?? { url: null, text: '', figures: [] });
  }

  /** All that is found, counted by every value of two facets. */
  async tally(found: Found, rowFacet: FacetName, columnFacet: FacetName): Promise<Tally> {
    const columns = { terms: { field: `facets.${columnFacet}`, size: MOST_VALUES } };
    const [answer] = await this.cluster.searches(this.index.name, [
      {
        size: 0,
        track_total_hits: true,
        query: this.chosen(found),
        aggs: {
          columns,
          rows: { terms: { field: `facets.${rowFacet}`, size: MOST_VALUES }, aggs: { columns } },
        },
      },
    ]);
    const { rows, columns: all } = answer?.aggregations ?? {};
    return {
      rows: countsOf(rows),
      columns: countsOf(all),
      cells: new Map(
        (rows?.buckets ?? []).map((row) => [row.key, countsOf(row.columns as Aggregation | undefined)]),
      ),
      total: totalOf(answer),
    };
  }

  /** All that is found, as one query. */
  chosen(found: Found): Clause {
    const { id } = found.sought;
    const [{ clause, rank }, filters, byPlace] = this.soughtOf(found);
    const only = id === undefined ? clause : { ids: { values: [id] } };
    return {
      bool: { filter: [only, ...filterClauses(filters).values()], should: [...rank, ...byPlace] },
    };
  }
}

/** A title that is the whole text counts more than any words. */
const TITLED_BOOST = 10_000;
/** Reports folded under the lines of one page, at most. */
const MOST_OTHERS = 1000;

/** In which order the cluster gives reports. */
export function sortOf(sort: Sort): object[] {
  if (sort === 'moi-nhat') return [{ ord: 'asc' }];
  if (sort === 'cu-nhat') return [{ oldest: 'asc' }];
  return [{ _score: 'desc' }, { ord: 'asc' }];
}

/** Of a province that others were united with, its own reports first: the order of `itselfFirst` (find.ts). */
function ownFirst(applied: Found['applied']): Clause[] {
  const named = applied.filter(({ facet }) => facet === 'tinh').flatMap(({ values }) => values);
  return named
    .filter((value) => !value.includes('.'))
    .flatMap((value) => {
      const within: Clause = { term: { 'facets.tinh': value } };
      const parts = named.filter((one) => one.startsWith(`${value}.`));
      const own = {
        bool: {
          should: [
            { term: { province: value } },
            ...(parts.length > 0 ? [{ terms: { 'facets.tinh': parts } }] : []),
          ],
        },
      };
      return [
        { constant_score: { filter: { bool: { filter: [within, own] } }, boost: 2 } },
        {
          constant_score: {
            filter: { bool: { filter: [within], must_not: [{ exists: { field: 'province' } }] } },
            boost: 1,
          },
        },
      ];
    });
}

function facetCounts(passing: ReadonlyMap<FacetName, Clause>): Record<string, object> {
  return facetRecord(({ name }) => ({
    filter: {
      bool: {
        filter: [REPORTS, ...[...passing].flatMap(([other, clause]) => (other === name ? [] : [clause]))],
      },
    },
    aggs: { values: { terms: { field: `facets.${name}`, size: MOST_VALUES } } },
  }));
}

function countsOf(aggregation: unknown): Map<string, number> {
  const { buckets = [] } = (aggregation ?? {}) as Aggregation;
  return new Map(buckets.map(({ key, doc_count }) => [key, doc_count]));
}

function totalOf(answer: SearchBody<unknown> | undefined): number {
  return answer?.hits.total?.value ?? 0;
}

/** Looks searches up in an index of the cluster. */
export function clusterFinder(cluster: Cluster, index: OpenedIndex): Finder {
  const one = async (clause: Clause): Promise<string | null> => {
    const [answer] = await cluster.searches(index.name, [
      { size: 1, query: { bool: { filter: [REPORTS, clause] } }, sort: [{ ord: 'asc' }], _source: false },
    ]);
    return answer?.hits.hits[0]?._id ?? null;
  };
  return {
    vocabulary: index.vocabulary,
    span: index.span,
    look: (query) => new Session(cluster, index, query, false).look(),
    async count(query) {
      const { found, answer } = await new Session(cluster, index, query, true).find();
      return answer?.total ?? found.documents.length;
    },
    has: async (id) => (await one({ ids: { values: [id] } })) !== null,
    idAt: (address) => one({ term: { address: bareAddress(address) } }),
  };
}

/** What might be suggested for a text, best first: what each finds is to be counted. */
export async function clusterCandidates(cluster: Cluster, index: OpenedIndex, query: Query) {
  const session = new Session(cluster, index, query, false);
  return (await session.settle((catalogue) => candidates(query, catalogue))).value;
}

/** All that a search finds as one query of the cluster, and those whom the engine scored, in its order. */
export async function clusterChoice(cluster: Cluster, index: OpenedIndex, query: Query) {
  const session = new Session(cluster, index, query, false);
  const { found, catalogue, answer } = await session.find();
  const first = answer ? session.firstOf(found, catalogue, answer) : found.documents;
  const scored = first.map((doc) => catalogue.entries[doc]?.id ?? '');
  return { found, session, clause: session.chosen(found), scored, total: answer?.total ?? scored.length };
}
