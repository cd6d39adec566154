import type { Metadata } from 'next';
import { Frame } from '@/components/layout/frame';
import { Kept } from '@/components/outputs/kept';

export const metadata: Metadata = {
  title: 'Đã lưu',
  description: 'Lượt tìm đã lưu và báo cáo xem gần đây, chỉ nằm trên máy này.',
  alternates: { canonical: '/cua-toi' },
  // Empty for everyone but the person whose device it is.
  robots: { index: false, follow: true },
};

export default function KeptPage() {
  return (
    <Frame>
      <div className="max-w-results py-8">
        <h1 className="text-2xl font-semibold">Đã lưu</h1>
        <p className="mt-2 text-soft">
          Danh sách này chỉ nằm trong trình duyệt trên máy này: không gửi đi đâu, và mất nếu xóa dữ liệu của
          trình duyệt.
        </p>
        <p className="mt-6 hidden noscript:block">
          Trang này cần JavaScript. Không có JavaScript, hãy đánh dấu trang (bookmark) của lượt tìm: địa chỉ
          của nó giữ đủ chữ tìm và bộ lọc.
        </p>
        <Kept />
      </div>
    </Frame>
  );
}
