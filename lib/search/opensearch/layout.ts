/**
 * How a report lies in the cluster. All analysis is ours: what is sent are terms, and the cluster's analyzer only cuts
 * at spaces.
 *
 *   folded    cong tac tuyen giao | …     what phrases are looked up in; `|` where punctuation or a field parts
 *   spelled   công tác tuyên giáo | …     the same, place by place, as it is spelled
 *   pairs     cong_tac tac_tuyen …        neighbours, one term each
 *   ranked    cong cong cong tac …        as often as each counts, for the cluster's own first order
 *   facets    what the facet table says   one keyword each, parents included
 *   stream    the engine's tokens         from which the best are scored by the engine itself
 */
import { createHash } from 'node:crypto';
import { conferenceOf } from '../../domain/conference';
import { whenOf } from '../../domain/period';
import type { Corpus, Report, ReportDetails, ReportFacts } from '../../domain/report';
import { type SourceDocument, tokensByField } from '../../engine/build';
import type { CollectionBuilder } from '../../engine/collection';
import { FIELDS, OPENING } from '../../engine/format';
import { fold } from '../../vietnamese/fold';
import type { Entry, ReportText } from '../catalogue';
import { documentOf, entryOf, textOf } from '../documents';
import { FACETS, facetRecord } from '../facets';
import { bareAddress } from '../pasted';
import { keyOf } from '../titles';
import type { Vocabulary } from '../vocabulary';
import type { ClusterSettings } from './cluster';

/** Of the mapping and of what stands in a document: an index of another format is loaded anew. */
export const FORMAT = 1;
/** Stands between what is no neighbour. */
const PARTED = '|';
/** Between the two terms of a pair. */
export const PAIR = '_';
/** The cluster's analyzer cuts what is longer than 255 into several terms; nobody looks for it whole. */
const LONGEST_TERM = 120;

/** A term as it stands in the cluster. */
export function asTerm(text: string): string {
  return text.length > LONGEST_TERM ? text.slice(0, LONGEST_TERM).toWellFormed() : text;
}

/** Pages beyond this many lines cannot be turned to. */
export const MOST_LINES = 10_000;

/** The index template: settings and mapping of every index of the catalogue. */
export function templateOf({ alias, shards, replicas, refresh }: ClusterSettings): object {
  const words = { type: 'text', analyzer: 'whitespace', norms: false };
  const counted = { type: 'text', analyzer: 'whitespace', index_options: 'freqs', similarity: 'ours' };
  const kept = { type: 'object', enabled: false };
  return {
    index_patterns: [`${alias}-*`],
    template: {
      settings: {
        number_of_shards: shards,
        number_of_replicas: replicas,
        refresh_interval: refresh,
        max_result_window: MOST_LINES,
        similarity: { ours: { type: 'BM25', k1: 1.2, b: 0.75 } },
      },
      mappings: {
        dynamic: 'strict',
        properties: {
          /** The report's number, newest first. */
          ord: { type: 'integer' },
          /** Its place where the oldest come first, those without any date last. */
          oldest: { type: 'integer' },
          folded: words,
          spelled: words,
          pairs: counted,
          ranked: counted,
          facets: { properties: facetRecord(() => ({ type: 'keyword' })) },
          province: { type: 'keyword' },
          conference: { type: 'keyword' },
          title: { type: 'keyword', ignore_above: 8000 },
          titleKey: { type: 'keyword', ignore_above: 8000 },
          address: { type: 'keyword', ignore_above: 8000 },
          digest: { type: 'keyword' },
          stream: { type: 'binary' },
          entry: kept,
          text: kept,
          report: kept,
          details: kept,
          /** Pieces of what is known of all reports: no report. */
          piece: { type: 'keyword' },
          bytes: { type: 'binary' },
        },
      },
    },
  };
}

/** What a search reads of a report that might be shown. */
export interface Candidate {
  ord: number;
  stream: string;
  entry: Entry;
}

export interface ReportDocument extends Candidate {
  oldest: number;
  folded: string;
  spelled: string;
  pairs: string;
  ranked: string;
  facets: Record<string, string[]>;
  province?: string;
  conference: string;
  title: string;
  titleKey: string;
  address?: string;
  /** Of all the rest: tells whether it was loaded as it stands now. */
  digest: string;
  text: ReportText;
  report: ReportFacts;
  details: ReportDetails;
}

/** What makes documents of the reports of a corpus, to be asked in the order of the list. */
export function documentMaker(
  corpus: Corpus,
  vocabulary: Vocabulary,
  builder: CollectionBuilder,
  count: number,
) {
  const parts = new Map(vocabulary.places.map((place) => [place.slug, place.formerly.length]));
  return (report: Report, ord: number): ReportDocument => {
    const entry: Entry = {
      ...entryOf(report, vocabulary),
      parts: parts.get(report.currentProvince ?? '') ?? 0,
    };
    const source = documentOf(report, corpus, vocabulary);
    const { fullText, evidence, ...facts } = report;
    const document = {
      ord,
      oldest: whenOf(entry) === null ? count + ord : count - ord,
      ...termsOf(source),
      facets: Object.fromEntries(FACETS.map(({ name, valuesOf }) => [name, valuesOf(entry)])),
      ...(report.province === null ? {} : { province: report.province }),
      conference: conferenceOf(entry),
      title: fold(report.title),
      titleKey: keyOf(report.title),
      ...(report.url === null ? {} : { address: bareAddress(report.url) }),
      stream: Buffer.from(builder.add(source)).toString('base64'),
      entry,
      text: textOf(report),
      report: facts,
      details: { fullText: report.rights === 'open' ? fullText : null, evidence },
    };
    return { ...document, digest: createHash('sha256').update(JSON.stringify(document)).digest('base64url') };
  };
}

function termsOf(source: SourceDocument): Pick<ReportDocument, 'folded' | 'spelled' | 'pairs' | 'ranked'> {
  const folded: string[] = [];
  const spelled: string[] = [];
  const pairs: string[] = [];
  const ranked: string[] = [];
  for (const { mark, tokens } of tokensByField(source)) {
    const field = mark - 1;
    folded.push(PARTED);
    spelled.push(PARTED);
    tokens.forEach((token, i) => {
      const before = tokens[i - 1];
      if (token.apart) {
        folded.push(PARTED);
        spelled.push(PARTED);
      } else if (before) pairs.push(asTerm(before.folded) + PAIR + asTerm(token.folded));
      const term = asTerm(token.folded);
      folded.push(term);
      spelled.push(asTerm(token.spelling));
      const opens = field === OPENING.field && i < OPENING.tokens;
      const weight = opens ? OPENING.weight : (FIELDS[field]?.weight ?? 1);
      for (let time = 0; time < weight; time++) ranked.push(term);
    });
  }
  return {
    folded: folded.join(' '),
    spelled: spelled.join(' '),
    pairs: pairs.join(' '),
    ranked: ranked.join(' '),
  };
}
