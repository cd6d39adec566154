import type { Metadata } from 'next';
import { Frame } from '@/components/layout/frame';

export const metadata: Metadata = { title: 'Không có trang này', robots: { index: false } };

export default function NotFound() {
  return (
    <Frame>
      <div className="max-w-prose py-10">
        <h1 className="text-2xl font-semibold">Không có trang này</h1>
        <p className="mt-3">
          Địa chỉ có thể đã gõ nhầm, hoặc báo cáo đã được đổi tên. Thử tìm bằng vài chữ trong tiêu đề, hoặc mở{' '}
          <a href="/">danh sách báo cáo mới nhất</a>.
        </p>
      </div>
    </Frame>
  );
}
