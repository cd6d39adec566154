/**
 * The documents that have a page: those of the registry, plenums, and numbers that reports cite but that no one
 * document of the registry settles.
 *
 *   /van-ban/05-ct-tw-xii   a document       (slug of the registry's id)
 *   /van-ban/nqtw4-xii      a plenum
 *   /van-ban/43-nq-tw       a number: shared by several documents, or cited and not resolved
 */
import type { Citation, Directive, Plenum } from '../../domain/report';
import { DIRECTIVE_TYPES, TOPICS } from '../../domain/vocabulary';
import type { DirectiveName } from '../../search/vocabulary';
import { type DocumentNumber, readDocumentNumbers } from '../../vietnamese/document-number';
import { fold, slugify } from '../../vietnamese/fold';
import { romanValue } from '../../vietnamese/roman';
import { groupBy } from './group';
import type { Holding, Holdings } from './holdings';

/** A number as reports cite it where it could not be resolved. */
export interface OpenCitation {
  citation: Citation;
  holding: Holding;
}

export type DocumentPage =
  | { kind: 'directive'; name: DirectiveName; directive: Directive }
  | { kind: 'plenum'; name: DirectiveName; plenum: Plenum; documents: DirectiveName[] }
  | {
      kind: 'number';
      slug: string;
      /** `43-NQ/TW` */
      number: string;
      /** Documents of the registry that bear the number. */
      documents: DirectiveName[];
      citations: OpenCitation[];
    };

/** The page of a slug; null where there is none. */
export function documentPage(slug: string, holdings: Holdings): DocumentPage | null {
  const { vocabulary, corpus } = holdings;
  const name = vocabulary.directives.find((one) => one.slug === slug);
  if (name) {
    const directive = corpus.directives.find(({ id }) => id === name.id);
    if (directive) return { kind: 'directive', name, directive };
    const plenum = corpus.plenums.find(({ id }) => id === name.id);
    if (!plenum) return null;
    const documents = plenum.documents.flatMap(
      (id) => vocabulary.directives.find((one) => one.id === id) ?? [],
    );
    return { kind: 'plenum', name, plenum, documents };
  }
  return numberPages(holdings).get(slug) ?? null;
}

/** Slugs of every document page, registry first. */
export function documentSlugs(holdings: Holdings): string[] {
  return [...holdings.vocabulary.directives.map(({ slug }) => slug), ...numberPages(holdings).keys()];
}

type NumberPage = Extract<DocumentPage, { kind: 'number' }>;
const made = new WeakMap<Holdings, Map<string, NumberPage>>();

/** Pages of numbers: those that several documents share and those that some report cites unresolved. */
export function numberPages(holdings: Holdings): Map<string, NumberPage> {
  const known = made.get(holdings);
  if (known) return known;
  const { directives } = holdings.vocabulary;
  const slugs = new Set(directives.map(({ slug }) => slug));
  const pages = new Map<string, NumberPage>();
  const open = (slug: string, number: string): NumberPage => {
    const documents = directives.filter((one) => one.number !== null && one.keySlug === slug);
    const page = pages.get(slug) ?? { kind: 'number', slug, number, documents, citations: [] };
    pages.set(slug, page);
    return page;
  };
  for (const [keySlug, sharing] of groupBy(directives, (one) => one.keySlug)) {
    if (sharing.length > 1 && !slugs.has(keySlug)) open(keySlug, sharing[0]?.key ?? keySlug);
  }
  for (const holding of holdings.all) {
    for (const citation of holding.report.directives) {
      if (citation.id !== null) continue;
      for (const number of citedNumbers(citation)) {
        const slug = slugify(number);
        if (!slugs.has(slug)) open(slug, number).citations.push({ citation, holding });
      }
    }
  }
  made.set(holdings, pages);
  return pages;
}

/** The slug of the page about an unresolved citation; null where its words hold no number of the centre's. */
export function slugOfOpenCitation(citation: Citation): string | null {
  const number = citedNumbers(citation)[0];
  return number ? slugify(number) : null;
}

/** The centre, in words, where only a bare number stands before it. */
const CENTRE = /bo chinh tri|ban bi thu|trung uong|(?<![a-z])tw(?![a-z])/;

/** Numbers in the words of a citation, in one written form: `10-CT/TW`; those of provinces are left out. */
function citedNumbers({ asWritten }: Citation): string[] {
  return readDocumentNumbers(asWritten).flatMap((number) => {
    const organ = number.organ ?? (CENTRE.test(fold(asWritten)) ? 'TW' : null);
    return organ && !/TU$/.test(organ) ? [writtenNumber(number, organ)] : [];
  });
}

function writtenNumber({ number, type }: DocumentNumber, organ: string): string {
  return `${/^\d$/.test(number) ? `0${number}` : number}-${type}/${organ}`;
}

/** One heading of the list of documents. */
export interface DocumentGroup {
  value: string;
  label: string;
  documents: DirectiveName[];
}

/** The ways the list of documents is arranged; `path` is where each stands. */
export const ARRANGEMENTS = [
  { value: 'nhac-toi', label: 'Theo số báo cáo nhắc tới', path: '/van-ban' },
  { value: 'loai', label: 'Theo loại', path: '/van-ban/theo-loai' },
  { value: 'khoa', label: 'Theo khóa', path: '/van-ban/theo-khoa' },
  { value: 'chu-de', label: 'Theo chủ đề', path: '/van-ban/theo-chu-de' },
] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number]['value'];

/** Subjects that the registry has and reports have not. */
const FURTHER_TOPICS = [
  { value: 'xay-dung-dang', label: 'Xây dựng Đảng' },
  { value: 'to-chuc-bo-may', label: 'Tổ chức bộ máy' },
  { value: 'kinh-te', label: 'Kinh tế' },
  { value: 'an-ninh-mang', label: 'An ninh mạng' },
] as const;

const CITED = 'duoc-nhac-toi';
const UNCITED = 'chua-duoc-nhac-toi';
const OTHER = 'khac';
const PLENUM = 'hoi-nghi-trung-uong';

/** How many reports cite each document, by slug; those that none cites are left out. */
export function citationCounts({ all }: Pick<Holdings, 'all'>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { directives } of all) {
    for (const slug of directives) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return counts;
}

/**
 * Every document of the registry and every plenum, arranged under headings, in order; no heading is empty. Under each
 * those that most reports cite come first, equal ones in the order of the registry.
 */
export function arrangedDocuments(holdings: Holdings, by: Arrangement): DocumentGroup[] {
  const { vocabulary, corpus } = holdings;
  const counts = citationCounts(holdings);
  const cited = (one: DirectiveName) => counts.get(one.slug) ?? 0;
  const topics = new Map(corpus.directives.map(({ id, topic }) => [id, topic]));
  const plenums = new Set(corpus.plenums.map(({ id }) => id));
  const known = [...TOPICS, ...FURTHER_TOPICS];
  const headingOf = (one: DirectiveName): string => {
    if (by === 'nhac-toi') return cited(one) > 0 ? CITED : UNCITED;
    if (by === 'khoa') return one.term ?? OTHER;
    if (plenums.has(one.id)) return PLENUM;
    if (by === 'loai') return one.type;
    const topic = topics.get(one.id);
    return known.some(({ value }) => value === topic) ? (topic ?? OTHER) : OTHER;
  };
  const groups = groupBy(vocabulary.directives, headingOf);
  const headings: { value: string; label: string }[] = [
    ...(by === 'khoa'
      ? [...groups.keys()]
          .filter((term) => term !== OTHER)
          .sort((a, b) => romanValue(b) - romanValue(a))
          .map((term) => ({ value: term, label: `Khóa ${term}` }))
      : by === 'loai'
        ? DIRECTIVE_TYPES
        : known),
    { value: CITED, label: 'Được nhắc tới' },
    { value: UNCITED, label: 'Chưa được nhắc tới' },
    { value: PLENUM, label: 'Nghị quyết các hội nghị Trung ương' },
    { value: OTHER, label: by === 'khoa' ? 'Không theo khóa Đảng' : 'Chủ đề khác' },
  ];
  return headings.flatMap(({ value, label }) => {
    const documents = groups.get(value);
    return documents ? [{ value, label, documents: [...documents].sort((a, b) => cited(b) - cited(a)) }] : [];
  });
}

/** The subject of a directive in words; empty where it falls under none. */
export function topicLabel({ topic }: Directive): string {
  return [...TOPICS, ...FURTHER_TOPICS].find(({ value }) => value === topic)?.label ?? '';
}
