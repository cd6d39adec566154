/** What the desk's page asks of its server, one action a name. Every answer is JSON; what went wrong is a sentence. */
import { z } from 'zod';
import { CorpusError, formatFault } from '../catalogue/fault';
import { loadGazetteer } from '../catalogue/gazetteer';
import { DataFolderBusy } from '../catalogue/write';
import { conferenceOf } from '../domain/conference';
import type { Report } from '../domain/report';
import { IngestFailure } from '../ingest/read/failure';
import { LARGEST_FILE } from '../ingest/read/read';
import { summaryOf } from '../ingest/write/compose';
import { localBackend } from '../search/local-backend';
import { currentSnapshot } from '../search/snapshot';
import { answer } from '../search/store';
import { fold } from '../vietnamese/fold';
import { addDirective } from './directive';
import type { DeskDraft } from './form';
import { deskLists } from './lists';
import { openDraft, readAddress, readFileDraft } from './read';
import { deskRoom } from './room';
import { saveDraft, undoSave } from './save';
import { failureWords } from './words';

/** What an action answers when it did not work. */
export interface Failed {
  failure: string;
}

/** A report in the list of those to edit. */
export interface Found {
  id: string;
  title: string;
  /** Name of the conference it tells of. */
  conference: string;
}

const MOST_FOUND = 8;

const withId = z.object({ id: z.string() });
/** The report itself is checked where it is saved. */
const withReport = z.object({ report: z.looseObject({ id: z.string() }) });
const base = z.object({ path: z.string(), digest: z.string() }).nullable();
const record = z.object({ from: z.string(), format: z.string(), encoding: z.string().nullable() }).nullable();

const ACTIONS = {
  /** The body is the file; its name in `x-name`. */
  read: async (request: Request) => {
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length > LARGEST_FILE) return failed(failureWords('too-large'));
    const name = decodeURIComponent(request.headers.get('x-name') ?? '');
    return readFileDraft(bytes, name, await deskRoom());
  },
  address: async (request: Request) => {
    const { address } = z.object({ address: z.string() }).parse(await request.json());
    return readAddress(address, await deskRoom());
  },
  open: async (request: Request) => {
    const { id } = withId.parse(await request.json());
    return (await openDraft(id, await deskRoom())) ?? failed('Không có báo cáo này trong kho.');
  },
  save: async (request: Request) => {
    const draft = withReport.extend({ base, record }).parse(await request.json());
    return saveDraft(draft as unknown as DeskDraft, await deskRoom());
  },
  undo: async (request: Request) => {
    const { id } = withId.parse(await request.json());
    const undone = await undoSave(id, await deskRoom());
    return undone ?? failed('Không có lần lưu nào để hoàn tác, hoặc tệp đã bị sửa ở nơi khác.');
  },
  summary: async (request: Request) => {
    const { report } = withReport.parse(await request.json());
    return { abstract: summaryOf(report as unknown as Report, (await deskRoom()).registry) };
  },
  document: async (request: Request) => ({
    faults: await addDirective(await request.json(), await deskRoom()),
  }),
  lists: async () => {
    const { registry, dataDir } = await deskRoom();
    const { gazetteer } = await loadGazetteer(dataDir);
    return deskLists(gazetteer, registry.directives, [...registry.plenums.values()]);
  },
  find: async (request: Request) => {
    const { text } = z.object({ text: z.string() }).parse(await request.json());
    const snapshot = await currentSnapshot();
    const { reports } = snapshot.corpus;
    const { results } = await answer(new URLSearchParams({ q: text }), localBackend(snapshot));
    const byId = new Map(reports.map((report) => [report.id, report]));
    // A report may be named by its address; one that was withdrawn is in no search.
    const named = byId.get(text.trim().replace(/^.*\//, ''));
    const withdrawn = reports.filter(
      ({ status, title }) => status === 'withdrawn' && fold(title).includes(fold(text).trim()),
    );
    const found = [named, ...withdrawn, ...results.map(({ id }) => byId.get(id))];
    return [...new Set(found)]
      .flatMap((report): Found[] =>
        report ? [{ id: report.id, title: report.title, conference: conferenceOf(report) }] : [],
      )
      .slice(0, MOST_FOUND);
  },
};
export type ActionName = keyof typeof ACTIONS;

/** The answer to an action; null where there is none of that name. Never throws. */
export async function act(name: string, request: Request): Promise<object | null> {
  if (!Object.hasOwn(ACTIONS, name)) return null;
  try {
    return await ACTIONS[name as ActionName](request);
  } catch (error) {
    return failed(sentenceOf(error));
  }
}

function failed(failure: string): Failed {
  return { failure };
}

const SYSTEM: Record<string, string> = {
  ENOSPC: 'Đĩa đầy: chưa ghi gì. Hãy giải phóng chỗ rồi lưu lại; nội dung trong biểu mẫu còn nguyên.',
  EDQUOT: 'Hết hạn mức đĩa: chưa ghi gì. Nội dung trong biểu mẫu còn nguyên.',
  EACCES: 'Không có quyền ghi vào kho: chưa ghi gì.',
  EPERM: 'Không có quyền ghi vào kho: chưa ghi gì.',
  EROFS: 'Kho nằm trên đĩa chỉ đọc: chưa ghi gì.',
};

function sentenceOf(error: unknown): string {
  if (error instanceof IngestFailure) return failureWords(error.code);
  if (error instanceof CorpusError)
    return `Kho có lỗi: ${error.faults[0] ? formatFault(error.faults[0]) : error.message}`;
  if (error instanceof DataFolderBusy)
    return 'Kho đang được một lần chạy khác ghi vào: chưa ghi gì. Hãy lưu lại sau ít phút.';
  const { code, message } = error as NodeJS.ErrnoException;
  return SYSTEM[code ?? ''] ?? `Có lỗi, chưa ghi gì: ${message?.split('\n')[0]}`;
}
