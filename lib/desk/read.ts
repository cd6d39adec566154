/** A page, or a report of the catalogue, laid out for the form. */
import { CorpusError } from '../catalogue/fault';
import { findReport } from '../catalogue/load';
import { parseReport } from '../catalogue/report-file';
import { periodLabel } from '../domain/period';
import type { Period, Report } from '../domain/report';
import { LEVELS, labelOf, REPORT_KINDS } from '../domain/vocabulary';
import { isFeed, type Link, linksOfFeed } from '../ingest/fetch/list';
import { pageOf } from '../ingest/fetch/page';
import type { Ingested } from '../ingest/ingest';
import type { Alternative } from '../ingest/recognise/readings';
import { digest, MACHINE_MADE } from '../ingest/write/compose';
import { draftReport } from '../ingest/write/draft';
import { formatDate } from '../search/describe';
import { type Choice, type DeskDraft, entryKey, fieldOf, LIST_FIELDS, type Sureness } from './form';
import type { DeskRoom } from './room';
import { doubtWords } from './words';

/** Reads a file or a pasted text. @throws IngestFailure */
export async function readFileDraft(bytes: Uint8Array, name: string, room: DeskRoom): Promise<DeskDraft> {
  return draftOf(bytes, name, undefined, room);
}

/** The pages of a feed or a sitemap: those that the catalogue does not hold yet, as the feed orders them. */
export interface DeskFeed {
  links: Link[];
  /** How many more of its pages the catalogue holds. */
  held: number;
}

/** Longer lists are cut: nobody looks through more. */
const MOST_LINKS = 500;

/** Fetches an address: a page is read, a feed or a sitemap listed. @throws IngestFailure */
export async function readAddress(address: string, room: DeskRoom): Promise<DeskDraft | DeskFeed> {
  const fetched = await room.visitor.fetch(address);
  if (isFeed(fetched)) {
    const links = await linksOfFeed(fetched, room.visitor);
    const unread = links.filter(({ url }) => !room.store.duplicates.find('', url, ''));
    return { links: unread.slice(0, MOST_LINKS), held: links.length - unread.length };
  }
  const page = pageOf(fetched, address);
  return draftOf(page.bytes, page.name, page.url, room);
}

/** A report of the catalogue; null where there is none. @throws CorpusError where its file is unsound. */
export async function openDraft(id: string, { dataDir }: DeskRoom): Promise<DeskDraft | null> {
  const found = await findReport(dataDir, id);
  if (!found) return null;
  const { report, faults } = parseReport(found.text, found.file);
  if (!report) throw new CorpusError(faults);
  const sureness: Record<string, Sureness> = {};
  for (const key of keysOf(report)) sureness[key] = 'kept';
  return {
    report: { ...report, abstract: ownWords(report.abstract) },
    text: report.fullText ?? '',
    sureness,
    choices: {},
    doubts: {},
    base: { path: found.file, digest: digest(found.text) },
    record: null,
    notes: [],
    repeats: null,
  };
}

async function draftOf(
  bytes: Uint8Array,
  name: string,
  url: string | undefined,
  room: DeskRoom,
): Promise<DeskDraft> {
  const { ingested, report, record, duplicate } = await draftReport(bytes, name, room, { url }, { url });
  // The same bytes were read before: it is that report which is edited.
  const file = await findReport(room.dataDir, report.id);
  const other = duplicate && (await findReport(room.dataDir, duplicate.of));
  return {
    report: { ...report, abstract: ownWords(report.abstract) },
    text: ingested.raw,
    sureness: surenessOf(report, ingested),
    choices: choicesOf(ingested, room),
    doubts: doubtsOf(ingested),
    base: file && { path: file.file, digest: digest(file.text) },
    record,
    notes: [
      ...(file ? ['Trang này đã có trong kho; lưu là ghi đè lên báo cáo đó.'] : []),
      ...ingested.warnings
        .filter(({ field, code }) => field === 'file' && code !== 'duplicate')
        .map(doubtWords),
    ],
    repeats: duplicate && {
      id: duplicate.of,
      title: (other && parseReport(other.text, other.file).report?.title) ?? duplicate.of,
    },
  };
}

/** The line of the machine goes when a person takes the summary over; saving it unchanged brings it back. */
function ownWords(abstract: string): string {
  return abstract.endsWith(MACHINE_MADE) ? abstract.slice(0, -MACHINE_MADE.length).trim() : abstract;
}

/** Every field and entry of a report that holds something. */
function keysOf(report: Report): string[] {
  return Object.entries(report).flatMap(([field, value]) => {
    if ((LIST_FIELDS as readonly string[]).includes(field))
      return (value as unknown[]).map((_, index) => entryKey(field, index));
    return value === null || value === '' || (Array.isArray(value) && value.length === 0) ? [] : [field];
  });
}

function surenessOf(report: Report, { certainty, report: read }: Ingested): Record<string, Sureness> {
  const sureness: Record<string, Sureness> = {};
  for (const field of Object.keys(read)) sureness[field] = 'empty';
  for (const key of keysOf(report)) sureness[key] = certainty[key] ?? 'likely';
  if (read.source === null) sureness.source = 'empty';
  return sureness;
}

function doubtsOf({ warnings }: Ingested): Record<string, string[]> {
  const doubts: Record<string, string[]> = {};
  for (const warning of warnings) {
    const words = doubtWords(warning);
    const said = doubts[warning.field];
    if (!said) doubts[warning.field] = [words];
    else if (!said.includes(words)) said.push(words);
  }
  return doubts;
}

function choicesOf(ingested: Ingested, room: DeskRoom): Record<string, Choice[]> {
  const choices: Record<string, Choice[]> = {};
  for (const [key, alternatives] of Object.entries(ingested.candidates)) {
    const offered = alternatives.flatMap((one) => choiceOf(key, one, ingested, room) ?? []);
    if (offered.length > 0) choices[key] = offered;
  }
  return choices;
}

function choiceOf(
  key: string,
  { value, evidence }: Alternative,
  { citations, report }: Ingested,
  { registry: { places } }: DeskRoom,
): Choice | null {
  const field = fieldOf(key);
  const choice = (label: string, change: Partial<Report>): Choice => ({ label, change, evidence });
  if (field === 'directives') {
    const index = Number(/\[(\d+)\]/.exec(key)?.[1] ?? 0);
    const id = typeof value === 'string' ? value : null;
    if (!id || !citations[index]) return null;
    const directives = citations.map((citation, at) =>
      at === index ? { ...citation, id, certain: true } : citation,
    );
    return choice(id, { directives });
  }
  if (field === 'period' || field === 'nextPeriod')
    return choice(periodLabel(value as Period), { [field]: value as Period });
  if (typeof value !== 'string') return null;
  switch (field) {
    case 'province':
      return choice(places.names.get(value) ?? value, {
        province: value,
        currentProvince: places.currentOf.get(value) ?? null,
      });
    case 'heldOn':
    case 'publishedOn':
      return choice(formatDate(value), { [field]: value });
    case 'kind':
      return choice(labelOf(value, REPORT_KINDS), { kind: value as Report['kind'] });
    case 'level':
      return choice(labelOf(value, LEVELS), { level: value as Report['level'] });
    case 'currentProvince':
      return choice(places.names.get(value) ?? value, { currentProvince: value });
    case 'district': {
      // Of the report's own province; where it has none of that name, of the only one that has: its province comes along.
      const named = [...places.districts].filter(([, unit]) => unit.name === value);
      const here = named.filter(([, unit]) => unit.province === report.province);
      const [known] = here.length > 0 ? here : named.length === 1 ? named : [];
      if (!known) return choice(value, { district: value, districtCode: null });
      const [districtCode, { fullName, province }] = known;
      const currentProvince = places.currentOf.get(province) ?? null;
      return here.length > 0
        ? choice(fullName, { district: fullName, districtCode })
        : choice(`${fullName} (${places.names.get(province)})`, {
            district: fullName,
            districtCode,
            province,
            currentProvince,
          });
    }
    case 'title':
    case 'organization':
    case 'chair':
    case 'author':
    case 'source':
      return choice(value, { [field]: value });
    default:
      return null;
  }
}
