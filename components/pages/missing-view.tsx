import type { Section as SiteSection } from '@/lib/domain/paths';
import type { NearMatch } from '@/lib/site/browse/address';
import { Page, Section } from './page';

const WORDS: Record<SiteSection, { label: string; path: string; missing: string; onward: string }> = {
  'bao-cao': {
    label: 'Báo cáo',
    path: '/',
    missing: 'Không có báo cáo này',
    onward: 'Thử tìm bằng vài chữ trong tiêu đề ở ô phía trên',
  },
  'van-ban': {
    label: 'Văn bản',
    path: '/van-ban',
    missing: 'Không có văn bản này trong danh mục',
    onward: 'Xem danh mục văn bản',
  },
  'dia-phuong': {
    label: 'Địa phương',
    path: '/dia-phuong',
    missing: 'Không có địa phương này',
    onward: 'Xem danh sách địa phương',
  },
};

/** The page of an address that leads nowhere: what it may have meant; of a withdrawn report, why it is gone. */
export function MissingView({
  section,
  reason,
  near,
}: {
  section: SiteSection;
  /** Why the report was withdrawn; null where it was not. */
  reason: string | null;
  near: readonly NearMatch[];
}) {
  const { label, path, missing, onward } = WORDS[section];
  return (
    <Page
      steps={[{ label, path }]}
      title={reason === null ? missing : 'Báo cáo này đã được rút'}
      lead={reason === null ? 'Địa chỉ có thể đã gõ nhầm hoặc đã đổi.' : reason}
    >
      {near.length > 0 && (
        <Section title={reason === null ? 'Có phải ý bạn là' : 'Báo cáo gần giống'}>
          <ul className="mt-2 max-w-results">
            {near.map((one) => (
              <li key={one.path} className="border-b border-line/60 py-1.5">
                <a href={one.path}>{one.label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p className="mt-6">
        <a href={path}>{path === '/' ? 'Xem báo cáo mới nhất' : onward}</a>
        {path === '/' && `. ${onward}.`}
      </p>
    </Page>
  );
}
