'use client';

import { Frame } from '@/components/layout/frame';

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <Frame>
      <div className="max-w-prose py-10" role="alert">
        <h1 className="text-2xl font-semibold">Trang này gặp lỗi</h1>
        <p className="mt-3">
          Lỗi nằm ở phía trang, không phải do câu tìm. Thử lại, hoặc bắt đầu từ trang đầu.
        </p>
        <p className="mt-5 flex flex-wrap items-center gap-4">
          <button type="button" onClick={reset} className="control-primary px-4">
            Thử lại
          </button>
          <a href="/">Về trang đầu</a>
        </p>
      </div>
    </Frame>
  );
}
