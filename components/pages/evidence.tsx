import type { ReportDetails } from '@/lib/domain/report';
import { Section } from './page';

/** Names of fields that may have been read by machine. */
const FIELDS: Record<string, string> = {
  title: 'Tiêu đề',
  publishedOn: 'Ngày đăng',
  heldOn: 'Ngày họp',
  province: 'Tỉnh',
  currentProvince: 'Tỉnh nay',
  district: 'Quận, huyện',
  level: 'Cấp',
  organization: 'Cơ quan',
  kind: 'Loại hội nghị',
  period: 'Kỳ báo cáo',
  nextPeriod: 'Kỳ tới',
  directives: 'Văn bản',
  localDocuments: 'Văn bản địa phương',
  figures: 'Số liệu',
  chair: 'Chủ trì',
  author: 'Tác giả',
  source: 'Nguồn',
};

/** The words of the page that each machine-read fact rests on, so that a person can check them. */
export function Evidence({ evidence }: Pick<ReportDetails, 'evidence'>) {
  const entries = Object.entries(evidence);
  if (entries.length === 0) return null;
  return (
    <Section title="Dữ kiện đọc từ đâu" id="bang-chung">
      <dl className="mt-2 text-sm">
        {entries.map(([field, { text }]) => (
          <div key={field} className="grid grid-cols-[8rem_1fr] gap-x-4 border-b border-line/60 py-1">
            <dt className="text-soft">{FIELDS[field.replace(/[.[].*$/, '')] ?? field}</dt>
            <dd>“{text}”</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
