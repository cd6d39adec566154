import { useState } from 'react';
import type { Found } from '@/lib/desk/actions';
import { changed, type DeskDraft, entryKey, type ListField, withoutEntry } from '@/lib/desk/form';
import { type DeskLists, TODAY_ONLY } from '@/lib/desk/lists';
import { COPIED_WORDS, copiedStretches } from '@/lib/desk/runs';
import { PERIOD_KINDS, type PeriodKind } from '@/lib/domain/period';
import type { Citation, Figure, Period, Report } from '@/lib/domain/report';
import { LEVELS, REPORT_KINDS, type Term, TOPICS } from '@/lib/domain/vocabulary';
import type { BlockKey } from './blocks';
import { call, hasFailed } from './call';
import { Combo } from './combo';
import { DocumentDialog } from './document-dialog';

export interface FieldsProps {
  draft: DeskDraft;
  lists: DeskLists;
  onChange(draft: DeskDraft): void;
  /** A document was added to the registry: the lists are to be read again. */
  onListed(): void;
}

const INPUT = 'control w-full min-w-0 px-2.5';
const AREA = 'control w-full min-w-0 px-2.5 py-1.5 leading-snug';

/** The controls of one block. */
export function Fields({ block, ...props }: FieldsProps & { block: BlockKey; label: string }) {
  const { draft, onChange, label } = props;
  const { report } = draft;
  const set = (change: Partial<Report>) => onChange(changed(draft, block, change));
  switch (block) {
    case 'title':
      return (
        <textarea
          aria-label={label}
          rows={2}
          value={report.title}
          onChange={(event) => set({ title: event.currentTarget.value.replace(/\n/g, ' ') })}
          className={AREA}
        />
      );
    case 'organization':
    case 'chair':
    case 'author':
    case 'source':
      return (
        <input
          type="text"
          aria-label={label}
          value={report[block] ?? ''}
          onChange={(event) => set({ [block]: event.currentTarget.value })}
          className={INPUT}
        />
      );
    case 'url':
      return (
        <div className="grid gap-2">
          <input
            type="text"
            inputMode="url"
            aria-label={label}
            value={report.url ?? ''}
            onChange={(event) => set({ url: event.currentTarget.value })}
            className={INPUT}
          />
          <textarea
            aria-label="Các địa chỉ khác của cùng bài này, mỗi dòng một địa chỉ"
            placeholder="các địa chỉ khác của cùng bài này, mỗi dòng một địa chỉ"
            rows={1}
            value={report.alsoAt.join('\n')}
            onChange={(event) => set({ alsoAt: event.currentTarget.value.split('\n') })}
            className={AREA}
          />
        </div>
      );
    case 'conference':
      return <Conference {...props} />;
    case 'heldOn':
    case 'publishedOn':
      return (
        <input
          type="date"
          aria-label={label}
          value={report[block] ?? ''}
          onChange={(event) => set({ [block]: event.currentTarget.value || null })}
          className={INPUT}
        />
      );
    case 'kind':
      return (
        <Select label={label} terms={REPORT_KINDS} value={report.kind} onChange={(kind) => set({ kind })} />
      );
    case 'level':
      return (
        <Select label={label} terms={LEVELS} value={report.level} onChange={(level) => set({ level })} />
      );
    case 'period':
    case 'nextPeriod':
      return (
        <PeriodFields label={label} value={report[block]} onChange={(value) => set({ [block]: value })} />
      );
    case 'province':
      return <PlaceFields {...props} />;
    case 'topics':
      return <Topics value={report.topics} onChange={(topics) => set({ topics })} />;
    case 'directives':
      return <Citations {...props} />;
    case 'figures':
      return <Figures {...props} />;
    case 'localDocuments':
      return (
        <Entries
          {...props}
          field="localDocuments"
          empty=""
          add="Thêm văn bản"
          render={(value, index, setEntry) => (
            <input
              type="text"
              aria-label={`${label} ${index + 1}`}
              value={value}
              onChange={(event) => setEntry(event.currentTarget.value)}
              className={INPUT}
            />
          )}
        />
      );
    case 'terms':
      return (
        <textarea
          aria-label={`${label}, mỗi dòng một cụm`}
          rows={3}
          value={report.terms.join('\n')}
          onChange={(event) => set({ terms: event.currentTarget.value.split('\n') })}
          className={AREA}
        />
      );
    case 'abstract':
      return <Abstract {...props} />;
    case 'status':
      return <Publication {...props} />;
  }
}

function Select<T extends string>({
  label,
  terms,
  value,
  onChange,
}: {
  label: string;
  terms: readonly (Term & { value: T })[];
  value: T;
  onChange(value: T): void;
}) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as T)}
      className={INPUT}
    >
      {terms.map((term) => (
        <option key={term.value} value={term.value}>
          {term.label}
        </option>
      ))}
    </select>
  );
}

function PeriodFields({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Period | null;
  onChange(value: Period | null): void;
}) {
  const { kind, year, toYear, month } = value ?? {};
  function set(change: Partial<Period>) {
    const next = { ...value, ...change };
    if (next.kind !== 'thang') delete next.month;
    if (next.kind !== 'nhieu-nam') delete next.toYear;
    for (const part of ['kind', 'year', 'toYear', 'month'] as const)
      if (next[part] === undefined) delete next[part];
    onChange(Object.keys(next).length > 0 ? next : null);
  }
  const number = (text: string) => (text === '' ? undefined : Number(text));
  return (
    <div className="flex flex-wrap gap-2">
      <select
        aria-label={label}
        value={kind ?? ''}
        onChange={(event) =>
          set({ kind: (event.currentTarget.value || undefined) as PeriodKind | undefined })
        }
        className="control min-w-44 flex-1 px-2.5"
      >
        <option value="">Không rõ</option>
        {PERIOD_KINDS.map((term) => (
          <option key={term.value} value={term.value}>
            {term.label}
          </option>
        ))}
      </select>
      {kind === 'thang' && (
        <input
          type="number"
          min={1}
          max={12}
          aria-label={`${label}, tháng`}
          placeholder="tháng"
          value={month ?? ''}
          onChange={(event) => set({ month: number(event.currentTarget.value) })}
          className="control w-20 px-2.5"
        />
      )}
      <input
        type="number"
        aria-label={kind === 'nhieu-nam' ? `${label}, từ năm` : `${label}, năm`}
        placeholder="năm"
        value={year ?? ''}
        onChange={(event) => set({ year: number(event.currentTarget.value) })}
        className="control w-24 px-2.5"
      />
      {kind === 'nhieu-nam' && (
        <input
          type="number"
          aria-label={`${label}, đến năm`}
          placeholder="đến năm"
          value={toYear ?? ''}
          onChange={(event) => set({ toYear: number(event.currentTarget.value) })}
          className="control w-24 px-2.5"
        />
      )}
    </div>
  );
}

function PlaceFields({ draft, lists, onChange }: FieldsProps) {
  const { province, currentProvince, district } = draft.report;
  const value = province ?? (currentProvince && TODAY_ONLY + currentProvince);
  const entry =
    lists.provinces.find((one) => one.value === value) ??
    lists.provinces.find((one) => one.value === currentProvince);
  const shown = entry ? [entry.label, entry.detail && `(${entry.detail})`].filter(Boolean).join(' ') : '';
  const setProvince = (chosen: string | null) => {
    const today = chosen?.startsWith(TODAY_ONLY);
    onChange(
      changed(draft, 'province', {
        province: today ? null : chosen,
        currentProvince: today
          ? (chosen?.slice(TODAY_ONLY.length) ?? null)
          : chosen && (lists.currentOf[chosen] ?? null),
        ...(chosen === value ? {} : { district: null, districtCode: null }),
      }),
    );
  };
  const districts = lists.districts.filter((one) => province === null || one.province === province);
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Combo
        label="Tỉnh, thành phố"
        entries={lists.provinces}
        shown={shown}
        onChoose={({ value: chosen }) => setProvince(chosen)}
        onText={(text) => text === '' && setProvince(null)}
      />
      <Combo
        label="Quận, huyện"
        entries={districts}
        shown={district ?? ''}
        onChoose={(one) =>
          onChange(
            changed(draft, 'district', {
              district: one.label,
              districtCode: one.value,
              province: one.province,
              currentProvince: lists.currentOf[one.province] ?? null,
            }),
          )
        }
        onText={(text) =>
          onChange(changed(draft, 'district', { district: text || null, districtCode: null }))
        }
      />
    </div>
  );
}

function Topics({ value, onChange }: { value: Report['topics']; onChange(value: Report['topics']): void }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      {TOPICS.map((topic) => (
        <label key={topic.value} className="flex min-h-8 items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={value.includes(topic.value)}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              onChange(on ? [...value, topic.value] : value.filter((one) => one !== topic.value));
            }}
          />
          {topic.label}
        </label>
      ))}
    </div>
  );
}

interface EntriesProps<F extends ListField> extends FieldsProps {
  field: F;
  empty: Report[F][number];
  add: string;
  render(value: Report[F][number], index: number, set: (value: Report[F][number]) => void): React.ReactNode;
}

/** A list, an entry a row; each can be taken away. */
function Entries<F extends ListField>({ draft, onChange, field, empty, add, render }: EntriesProps<F>) {
  const entries = draft.report[field] as Report[F][number][];
  const set = (index: number, value: Report[F][number]) =>
    onChange(
      changed(draft, entryKey(field, index), {
        [field]: entries.map((one, at) => (at === index ? value : one)),
      }),
    );
  return (
    <>
      <ol className="grid gap-2">
        {entries.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is known by its place, as its evidence is
          <li key={index} className="flex gap-2">
            <div className="min-w-0 flex-1">{render(value, index, (next) => set(index, next))}</div>
            <button
              type="button"
              aria-label={`Bỏ mục ${index + 1}`}
              onClick={() => onChange(withoutEntry(draft, field, index))}
              className="control self-start px-2.5 text-sm"
            >
              Bỏ
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        onClick={() =>
          onChange(changed(draft, entryKey(field, entries.length), { [field]: [...entries, empty] }))
        }
        className="link-button mt-1.5 min-h-8 text-sm"
      >
        {add}
      </button>
    </>
  );
}

function Citations(props: FieldsProps) {
  const { lists, onListed } = props;
  const [adding, setAdding] = useState<string | null>(null);
  const empty: Citation = { asWritten: '', id: null, certain: true };
  const labelOf = (id: string | null) => lists.documents.find(({ value }) => value === id)?.label ?? id ?? '';
  return (
    <>
      <Entries
        {...props}
        field="directives"
        empty={empty}
        add="Thêm văn bản"
        render={(citation, index, set) => (
          <div className="grid gap-2 sm:grid-cols-2">
            <input
              type="text"
              aria-label={`Văn bản ${index + 1}, như trang viết`}
              placeholder="như trang viết"
              value={citation.asWritten}
              onChange={(event) => set({ ...citation, asWritten: event.currentTarget.value })}
              className={INPUT}
            />
            <div>
              <Combo
                label={`Văn bản ${index + 1}, trong sổ`}
                entries={lists.documents}
                shown={labelOf(citation.id)}
                onChoose={({ value, label }) =>
                  set({ ...citation, id: value, certain: true, asWritten: citation.asWritten || label })
                }
                // What no list has is kept as the page's words, and may be added to the registry.
                onText={(text) =>
                  set(
                    text === ''
                      ? { ...citation, id: null }
                      : { ...citation, asWritten: citation.asWritten || text },
                  )
                }
              />
              {citation.id === null && citation.asWritten !== '' && (
                <button
                  type="button"
                  onClick={() => setAdding(citation.asWritten)}
                  className="link-button min-h-8 text-sm"
                >
                  Chưa có trong sổ: thêm vào
                </button>
              )}
              {citation.id !== null && !citation.certain && (
                <button
                  type="button"
                  onClick={() => set({ ...citation, certain: true })}
                  className="link-button min-h-8 text-sm"
                >
                  Chọn theo năm của báo cáo: xác nhận
                </button>
              )}
            </div>
          </div>
        )}
      />
      {adding !== null && (
        <DocumentDialog
          asWritten={adding}
          onClose={() => setAdding(null)}
          onAdded={() => {
            setAdding(null);
            onListed();
          }}
        />
      )}
    </>
  );
}

function Figures(props: FieldsProps) {
  const empty: Figure = { value: 0, unit: '' };
  const optional = (text: string) => (text === '' ? undefined : text);
  return (
    <Entries
      {...props}
      field="figures"
      empty={empty}
      add="Thêm số liệu"
      render={(figure, index, set) => (
        <div className="grid grid-cols-[4.5rem_6.5rem_minmax(0,1fr)] gap-1.5">
          <input
            type="text"
            aria-label={`Số liệu ${index + 1}, từ đi trước`}
            placeholder="trên, gần"
            value={figure.qualifier ?? ''}
            onChange={(event) => set({ ...figure, qualifier: optional(event.currentTarget.value) })}
            className={INPUT}
          />
          <input
            type="number"
            step="any"
            aria-label={`Số liệu ${index + 1}, giá trị`}
            value={figure.value}
            onChange={(event) => set({ ...figure, value: Number(event.currentTarget.value) })}
            className={INPUT}
          />
          <input
            type="text"
            aria-label={`Số liệu ${index + 1}, đơn vị`}
            placeholder="đơn vị"
            value={figure.unit}
            onChange={(event) => set({ ...figure, unit: event.currentTarget.value })}
            className={INPUT}
          />
        </div>
      )}
    />
  );
}

function Abstract({ draft, lists, onChange }: FieldsProps) {
  const { report, text } = draft;
  const cited = new Set(report.directives.map(({ id }) => id));
  const names = [
    report.organization ?? '',
    report.chair ?? '',
    ...report.directives.map(({ asWritten }) => asWritten),
    ...lists.documents.filter(({ value }) => cited.has(value)).map(({ label }) => label),
  ];
  const copied = copiedStretches(report.abstract, text, names);
  async function compose() {
    const answer = await call<{ abstract: string }>('summary', { report });
    if (!hasFailed(answer)) onChange(changed(draft, 'abstract', { abstract: answer.abstract }));
  }
  return (
    <>
      <textarea
        aria-label="Tóm tắt"
        rows={6}
        value={report.abstract}
        onChange={(event) => onChange(changed(draft, 'abstract', { abstract: event.currentTarget.value }))}
        className={AREA}
      />
      <button type="button" onClick={compose} className="link-button min-h-8 text-sm">
        Soạn lại từ các dữ kiện ở trên
      </button>
      {copied.length > 0 && (
        <div role="status" className="mt-1 text-sm text-alert">
          <p>Trùng nguyên văn với trang từ {COPIED_WORDS} từ liền nhau trở lên; hãy viết bằng lời khác:</p>
          <ul className="list-disc pl-5">
            {copied.map(({ start, end }) => (
              <li key={start}>“{report.abstract.slice(start, end)}”</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Two reports of one conference bear its name: this one takes the name of the other. */
function Conference({ draft, onChange }: FieldsProps) {
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<Found[] | null>(null);
  const { conference, id } = draft.report;
  const set = (name: string | null) => onChange(changed(draft, 'conference', { conference: name }));

  async function find() {
    const answer = await call<Found[]>('find', { text: wanted });
    setFound(hasFailed(answer) ? [] : answer.filter((one) => one.id !== id));
  }

  return (
    <>
      {conference && (
        <p className="mb-2 text-sm">
          Hội nghị <strong className="break-all">{conference}</strong>{' '}
          <button type="button" onClick={() => set(null)} className="link-button min-h-8">
            Bỏ
          </button>
        </p>
      )}
      <div className="flex gap-2">
        <input
          type="search"
          aria-label="Tìm báo cáo của cùng hội nghị"
          placeholder="tìm báo cáo của cùng hội nghị; để trống nếu nơi và ngày đã đủ phân biệt"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            find();
          }}
          className={INPUT}
        />
        <button type="button" onClick={find} className="control px-3 text-sm">
          Tìm
        </button>
      </div>
      {found && (
        <ul aria-label="Báo cáo có thể cùng hội nghị" className="text-sm">
          {found.length === 0 && <li>Không tìm thấy báo cáo nào.</li>}
          {found.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => {
                  set(one.conference);
                  setFound(null);
                }}
                className="link-button min-h-8 text-left"
              >
                {one.title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Publication({ draft, onChange }: FieldsProps) {
  const { status, withdrawnReason, rights, seen } = draft.report;
  const set = (change: Partial<Report>) => onChange(changed(draft, 'status', change));
  const box = (label: string, checked: boolean, change: (on: boolean) => Partial<Report>) => (
    <label className="flex min-h-8 items-center gap-2 text-sm">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => set(change(event.currentTarget.checked))}
      />
      {label}
    </label>
  );
  return (
    <>
      {box('Được phép hiện toàn văn', rights === 'open', (on) => ({ rights: on ? 'open' : 'reserved' }))}
      {box('Chỉ đọc được một phần của bài', seen === 'part', (on) => ({ seen: on ? 'part' : 'whole' }))}
      {box('Rút khỏi trang', status === 'withdrawn', (on) => ({
        status: on ? 'withdrawn' : 'published',
        withdrawnReason: on ? (withdrawnReason ?? '') : null,
      }))}
      {status === 'withdrawn' && (
        <input
          type="text"
          aria-label="Lý do rút"
          placeholder="Lý do rút"
          value={withdrawnReason ?? ''}
          onChange={(event) => set({ withdrawnReason: event.currentTarget.value })}
          className={INPUT}
        />
      )}
    </>
  );
}
