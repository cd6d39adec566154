import { useEffect, useMemo, useRef, useState } from 'react';
import { type Base, chosen, type DeskDraft, type Sureness } from '@/lib/desk/form';
import type { DeskLists } from '@/lib/desk/lists';
import type { FormFault, Saved } from '@/lib/desk/save';
import { reportPath } from '@/lib/domain/paths';
import type { Report } from '@/lib/domain/report';
import { blockOf, type FormBlock, orderedBlocks, readingOf, SURENESS } from './blocks';
import { call, hasFailed } from './call';
import { Fields } from './fields';
import { PageText } from './page-text';
import type { Item, Move } from './queue';

interface EditorProps {
  item: Item & { draft: DeskDraft };
  lists: DeskLists;
  move(move: Move): void;
  /** Shows the next page of the queue that is not saved yet. */
  onNext(): void;
  onListed(): void;
}

/** Keys of the form, as its last line lists them. */
const KEYS = [
  ['F8', 'mục cần xem kế tiếp'],
  ['Shift+F8', 'mục trước'],
  ['Ctrl+Enter', 'đúng rồi, tới mục kế tiếp'],
  ['Alt+1…9', 'chọn gợi ý'],
  ['Ctrl+S', 'lưu'],
  ['F9', 'trang kế tiếp'],
] as const;

type Outcome =
  | { is: 'saved'; report: Report; held: string | null; seconds: number }
  | { is: 'undone'; gone: boolean }
  | { is: 'changed'; theirs: { report: Report; base: Base } | null }
  | { is: 'failed'; failure: string };

/** One report: the form, doubts first, beside the text it was read from. */
export function Editor({ item, lists, move, onNext, onListed }: EditorProps) {
  const { draft, reviewed, key } = item;
  const [at, setAt] = useState<FormBlock | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is that of the page as it was read
  const { doubtful, rest } = useMemo(() => orderedBlocks(draft), [key]);
  const open = doubtful.filter((block) => !reviewed.includes(block.key));

  const edit = (next: DeskDraft) => move({ do: 'edit', key, draft: next });

  function goTo(block: FormBlock | undefined) {
    const section = block && form.current?.querySelector<HTMLElement>(`[data-block="${block.key}"]`);
    if (!section) return;
    section.scrollIntoView({ block: 'center' });
    section.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true });
  }

  function step(by: 1 | -1, from: readonly FormBlock[] = open) {
    const order = [...doubtful, ...rest];
    const place = at ? order.findIndex((block) => block.key === at.key) : by === 1 ? -1 : order.length;
    const ahead = from.filter((block) => {
      const other = order.findIndex((one) => one.key === block.key);
      return by === 1 ? other > place : other < place;
    });
    const next = by === 1 ? (ahead[0] ?? from[0]) : (ahead.at(-1) ?? from.at(-1));
    if (next) goTo(next);
    else form.current?.querySelector<HTMLElement>('[data-save]')?.focus();
  }

  function accept(block: FormBlock) {
    const all = [...new Set([...reviewed, block.key])];
    move({ do: 'set', key, change: { reviewed: all } });
    step(
      1,
      open.filter((one) => one.key !== block.key),
    );
  }

  function choose(block: FormBlock, index: number) {
    const choice = readingOf(draft, block).choices[index];
    if (choice) edit(chosen(draft, choice.key, choice.choice));
  }

  async function save() {
    if (saving) return;
    setSaving(true);
    const started = performance.now();
    const { report, base, record } = draft;
    const answer = await call<Saved>('save', { report, base, record });
    setSaving(false);
    setFaults([]);
    if (hasFailed(answer)) setOutcome({ is: 'failed', failure: answer.failure });
    else if (answer.is === 'faulty') {
      setFaults(answer.faults);
      setOutcome(null);
      goTo(blockOf(answer.faults[0]?.field ?? ''));
    } else if (answer.is === 'changed') setOutcome(answer);
    else {
      const seconds = (performance.now() - started) / 1000;
      setOutcome({ is: 'saved', report: answer.report, held: answer.held, seconds });
      const { id, addedOn, modifiedOn } = answer.report;
      const saved = { ...draft, report: { ...report, id, addedOn, modifiedOn }, repeats: null };
      move({ do: 'saved', key, draft: saved, base: answer.base });
    }
  }

  async function undo(id: string) {
    const answer = await call<{ report: Report | null; base: Base | null }>('undo', { id });
    if (hasFailed(answer)) return setOutcome({ is: 'failed', failure: answer.failure });
    setOutcome({ is: 'undone', gone: answer.report === null });
    // A report that is gone stays in the form, to be saved again or not.
    if (answer.report)
      move({ do: 'edit', key, draft: { ...draft, report: answer.report, base: answer.base } });
    else move({ do: 'edit', key, draft: { ...draft, base: null } });
  }

  /** Takes what the other wrote into the form, or saves over it knowingly: undo brings theirs back. */
  function settle({ report, base }: { report: Report; base: Base }, whose: 'theirs' | 'mine') {
    move({ do: 'edit', key, draft: { ...draft, base, report: whose === 'theirs' ? report : draft.report } });
    setOutcome(null);
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      const command = event.ctrlKey || event.metaKey;
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (event.key === 'F8') step(event.shiftKey ? -1 : 1);
      else if (event.key === 'F9') onNext();
      else if (command && event.key.toLowerCase() === 's') save();
      else if (command && event.key === 'Enter' && at) accept(at);
      else if (event.altKey && digit && at) choose(at, Number(digit) - 1);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  const blockView = (block: FormBlock) => (
    <BlockView
      key={block.key}
      block={block}
      draft={draft}
      lists={lists}
      reviewed={reviewed.includes(block.key)}
      faults={faults.filter(({ field }) => blockOf(field)?.key === block.key)}
      onFocus={() => setAt(block)}
      onAccept={() => accept(block)}
      onChoose={(index) => choose(block, index)}
      onChange={edit}
      onListed={onListed}
    />
  );

  return (
    <div className="mt-4 grid gap-6 lg:grid-cols-2">
      <div ref={form} className="min-w-0">
        <h2 className="text-lg font-semibold">{draft.report.title || item.name}</h2>
        {draft.repeats && (
          <p className="mt-1 text-sm">
            <strong>Có thể đã có trong kho:</strong>{' '}
            <a href={reportPath(draft.repeats.id)} target="_blank" rel="noopener">
              {draft.repeats.title}
            </a>
          </p>
        )}
        {draft.notes.map((note) => (
          <p key={note} className="mt-1 text-sm">
            {note}
          </p>
        ))}
        {doubtful.length > 0 && (
          <>
            <h3 className="mt-4 font-semibold">
              {open.length > 0 ? `Cần xem: còn ${open.length} mục` : 'Đã xem hết các mục cần xem'}
            </h3>
            {doubtful.map(blockView)}
            <h3 className="mt-6 font-semibold">Các mục khác</h3>
          </>
        )}
        {rest.map(blockView)}
        <div className="sticky bottom-0 z-10 mt-4 border-t border-line bg-paper py-3">
          <div className="flex flex-wrap items-center gap-3">
            <button
              type="button"
              data-save=""
              onClick={save}
              disabled={saving}
              className="control-primary px-5"
            >
              {saving ? 'Đang lưu…' : 'Lưu'}
            </button>
            <div role="status" className="min-w-0 flex-1 text-sm">
              <OutcomeView outcome={outcome} faults={faults} onUndo={undo} />
            </div>
          </div>
          {outcome?.is === 'changed' && (
            <Conflict
              theirs={outcome.theirs}
              mine={draft}
              onSettle={settle}
              onAnew={() => edit({ ...draft, base: null })}
            />
          )}
          <p className="mt-2 text-xs text-soft max-sm:hidden">
            {KEYS.map(([name, meaning], index) => (
              <span key={name}>
                {index > 0 && ' · '}
                <kbd className="font-sans font-semibold">{name}</kbd> {meaning}
              </span>
            ))}
          </p>
        </div>
      </div>
      <div className="min-w-0 lg:sticky lg:top-4 lg:self-start">
        <PageText draft={draft} fields={at?.fields ?? []} onPick={(field) => goTo(blockOf(field))} />
      </div>
    </div>
  );
}

interface BlockViewProps {
  block: FormBlock;
  draft: DeskDraft;
  lists: DeskLists;
  reviewed: boolean;
  faults: readonly FormFault[];
  onFocus(): void;
  onAccept(): void;
  onChoose(index: number): void;
  onChange(draft: DeskDraft): void;
  onListed(): void;
}

function BlockView(props: BlockViewProps) {
  const { block, draft, lists, reviewed, faults, onFocus, onAccept, onChoose, onChange, onListed } = props;
  const { sureness, keys, choices, doubts } = readingOf(draft, block);
  const words = keys.flatMap((key) => draft.report.evidence[key]?.text ?? []);
  return (
    <fieldset
      data-block={block.key}
      onFocus={onFocus}
      className="mt-3 border-l-2 border-line pl-3 focus-within:border-accent"
    >
      <legend className="float-left mb-1 flex w-full flex-wrap items-center gap-x-2 text-sm">
        <span className="font-semibold">{block.label}</span>
        {sureness && <SurenessTag sureness={sureness} />}
        {reviewed && <span className="text-soft">đã xem</span>}
      </legend>
      <div className="clear-both">
        <Fields
          block={block.key}
          label={block.label}
          draft={draft}
          lists={lists}
          onChange={onChange}
          onListed={onListed}
        />
        {faults.map(({ field, reason }) => (
          <p key={`${field} ${reason}`} role="alert" className="mt-1 text-sm text-alert">
            {block.label} {reason}.
          </p>
        ))}
        {doubts.map((doubt) => (
          <p key={doubt} className="mt-1 text-sm">
            {doubt}
          </p>
        ))}
        {choices.length > 0 && (
          <div className="mt-1.5 flex flex-wrap gap-2">
            {choices.map(({ key, choice }, index) => (
              <button
                key={`${key} ${choice.label}`}
                type="button"
                onClick={() => onChoose(index)}
                className="min-h-8 rounded-full border border-line-strong px-3 text-sm hover:text-accent"
              >
                <span className="text-soft">{index + 1}.</span> {choice.label}
              </button>
            ))}
          </div>
        )}
        {words.length > 0 && (
          <p className="mt-1 line-clamp-2 text-xs text-soft">
            Từ: {[...new Set(words.map((one) => `“${one.replace(/\s+/g, ' ')}”`))].join(', ')}
          </p>
        )}
        {sureness !== null && sureness !== 'sure' && sureness !== 'kept' && !reviewed && (
          <button type="button" onClick={onAccept} className="link-button block min-h-8 text-sm">
            Đúng rồi
          </button>
        )}
      </div>
    </fieldset>
  );
}

function SurenessTag({ sureness }: { sureness: Sureness }) {
  return (
    <span className="desk-sureness" data-sureness={sureness}>
      {SURENESS[sureness]}
    </span>
  );
}

function OutcomeView({
  outcome,
  faults,
  onUndo,
}: {
  outcome: Outcome | null;
  faults: readonly FormFault[];
  onUndo(id: string): void;
}) {
  if (faults.length > 0)
    return (
      <>
        Chưa lưu:{' '}
        {faults.map(({ field, reason }) => `${blockOf(field)?.label ?? field} ${reason}`).join('; ')}.
      </>
    );
  switch (outcome?.is) {
    case 'saved':
      return (
        <>
          {savedWords(outcome)}{' '}
          <a href={reportPath(outcome.report.id)} target="_blank" rel="noopener">
            Xem báo cáo
          </a>{' '}
          <button type="button" onClick={() => onUndo(outcome.report.id)} className="link-button min-h-8">
            Hoàn tác
          </button>
        </>
      );
    case 'undone':
      return outcome.gone
        ? 'Đã hoàn tác: báo cáo không còn trong kho.'
        : 'Đã hoàn tác: tệp như trước lần lưu.';
    case 'changed':
      return 'Chưa lưu: báo cáo này đã bị sửa ở nơi khác.';
    case 'failed':
      return outcome.failure;
    default:
      return null;
  }
}

function savedWords({ report, held, seconds }: Extract<Outcome, { is: 'saved' }>): string {
  if (held) return `Đã lưu. ${held}`;
  const shown = report.status === 'published' ? 'tìm thấy trên trang' : 'không còn trên trang';
  return `Đã lưu, ${shown} sau ${seconds.toFixed(1).replace('.', ',')} giây.`;
}

/** What the other wrote beside what stands in the form, field by field. */
function Conflict({
  theirs,
  mine,
  onSettle,
  onAnew,
}: {
  theirs: { report: Report; base: Base } | null;
  mine: DeskDraft;
  onSettle(theirs: { report: Report; base: Base }, whose: 'theirs' | 'mine'): void;
  onAnew(): void;
}) {
  if (!theirs)
    return (
      <p className="mt-2 text-sm">
        Tệp của báo cáo không còn trong kho.{' '}
        <button type="button" onClick={onAnew} className="link-button min-h-8">
          Ghi thành tệp mới
        </button>
      </p>
    );
  const fields = (Object.keys(theirs.report) as (keyof Report)[]).filter(
    (field) =>
      !['evidence', 'ingest', 'id'].includes(field) &&
      JSON.stringify(theirs.report[field]) !== JSON.stringify(mine.report[field]),
  );
  const shown = (value: unknown) =>
    typeof value === 'string' ? value : value === null ? '–' : JSON.stringify(value);
  return (
    <div className="mt-2 max-h-56 overflow-auto text-sm">
      <table className="w-full">
        <caption className="sr-only">Hai bản khác nhau</caption>
        <thead>
          <tr className="text-left">
            <th scope="col">Mục</th>
            <th scope="col">Bản trong kho</th>
            <th scope="col">Bản của bạn</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field} className="border-t border-line align-top">
              <th scope="row" className="pr-3 text-left font-normal text-soft">
                {blockOf(field)?.label ?? field}
              </th>
              <td className="pr-3">{shown(theirs.report[field]).slice(0, 300)}</td>
              <td>{shown(mine.report[field]).slice(0, 300)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-2 flex flex-wrap gap-3">
        <button type="button" onClick={() => onSettle(theirs, 'theirs')} className="control px-3">
          Lấy bản trong kho
        </button>
        <button type="button" onClick={() => onSettle(theirs, 'mine')} className="control px-3">
          Giữ bản của tôi, rồi lưu lại
        </button>
      </div>
    </div>
  );
}
