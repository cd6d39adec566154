import { type FormEvent, useState } from 'react';
import { Dialog } from '@/components/search/dialog';
import type { FormFault } from '@/lib/desk/save';
import { DIRECTIVE_TYPES } from '@/lib/domain/vocabulary';
import { call, hasFailed } from './call';

interface DocumentDialogProps {
  /** The words of the page: its number begins the form. */
  asWritten: string;
  onClose(): void;
  onAdded(): void;
}

const FIELDS = [
  { name: 'id', label: 'Số, ký hiệu và khóa', hint: '05-CT/TW@XII', type: 'text', required: true },
  { name: 'issuer', label: 'Cơ quan ban hành', hint: 'Bộ Chính trị', type: 'text', required: true },
  { name: 'date', label: 'Ngày ban hành', hint: '', type: 'date', required: false },
  { name: 'title', label: 'Trích yếu', hint: 'về …', type: 'text', required: true },
  { name: 'topic', label: 'Chủ đề, không dấu', hint: 'khac', type: 'text', required: true },
  { name: 'evidenceUrl', label: 'Địa chỉ có văn bản này', hint: 'https://', type: 'url', required: false },
] as const;

/** Adds a document to the registry. */
export function DocumentDialog({ asWritten, onClose, onAdded }: DocumentDialogProps) {
  const [faults, setFaults] = useState<FormFault[]>([]);
  const given: Record<string, string> = {
    id: /\d+[-/][\p{Lu}Đ]+(?:[-/][\p{L}]+)*/u.exec(asWritten)?.[0] ?? '',
    topic: 'khac',
  };
  const type = DIRECTIVE_TYPES.find(({ label }) => asWritten.toLowerCase().startsWith(label.toLowerCase()));

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
    const answer = await call<{ faults: FormFault[] }>('document', Object.fromEntries(values));
    if (hasFailed(answer)) setFaults([{ field: '', reason: answer.failure }]);
    else if (answer.faults.length > 0) setFaults(answer.faults);
    else onAdded();
  }

  return (
    <Dialog title="Thêm văn bản vào sổ" shape="box" onClose={onClose}>
      <form onSubmit={onSubmit} className="grid w-96 max-w-full gap-3 py-3 text-sm">
        <label className="grid gap-1">
          Loại
          <select name="type" defaultValue={type?.value} className="control px-2.5">
            {DIRECTIVE_TYPES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {FIELDS.map(({ name, label, hint, type, required }) => {
          const fault = faults.find(({ field }) => field === name);
          return (
            <label key={name} className="grid gap-1">
              {label}
              <input
                name={name}
                type={type}
                required={required}
                placeholder={hint}
                defaultValue={given[name]}
                aria-describedby={fault ? `${name}-loi` : undefined}
                className="control px-2.5"
              />
              {fault && (
                <span id={`${name}-loi`} className="text-alert">
                  {fault.reason}
                </span>
              )}
            </label>
          );
        })}
        {faults
          .filter(({ field }) => !FIELDS.some(({ name }) => name === field))
          .map(({ field, reason }) => (
            <p key={field} role="alert" className="text-alert">
              {reason}
            </p>
          ))}
        <button type="submit" className="control-primary px-4">
          Thêm vào sổ
        </button>
      </form>
    </Dialog>
  );
}
