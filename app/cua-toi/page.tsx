import type { Metadata } from 'next';
import { Kept } from '@/components/outputs/lazy';
import { Page, pageMetadata } from '@/components/pages/page';
import { currentHoldings } from '@/lib/site/browse/holdings';

const PATH = '/cua-toi';

export const metadata: Metadata = {
  ...pageMetadata({
    title: 'Đã lưu',
    description: 'Lượt tìm đã lưu và báo cáo xem gần đây, chỉ nằm trên máy này.',
    path: PATH,
  }),
  // Empty for everyone but the person whose device it is.
  robots: { index: false, follow: true },
};

export default async function KeptPage() {
  const { hash } = await currentHoldings();
  return (
    <Page
      steps={[{ label: 'Đã lưu', path: PATH }]}
      title="Đã lưu"
      lead="Danh sách này chỉ nằm trong trình duyệt trên máy này: không gửi đi đâu, và mất nếu xóa dữ liệu của trình duyệt."
    >
      <div className="max-w-results pb-8">
        <p className="mt-6 hidden noscript:block">
          Trang này cần JavaScript. Không có JavaScript, hãy đánh dấu trang của lượt tìm: địa chỉ của nó giữ
          đủ chữ tìm và bộ lọc.
        </p>
        <Kept indexAddress={`/chi-muc/${hash}/`} />
      </div>
    </Page>
  );
}
