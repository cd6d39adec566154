'use client';

import { fontVariables } from './fonts';
import './globals.css';

/** Stands in for the root layout when that itself fails. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="vi" className={fontVariables}>
      <body>
        <main className="mx-auto max-w-prose px-4 py-16" role="alert">
          <title>Lỗi</title>
          <h1 className="text-2xl font-semibold">Trang gặp lỗi</h1>
          <p className="mt-3">Không hiển thị được trang. Thử lại sau ít phút.</p>
          <p className="mt-5 flex flex-wrap items-center gap-4">
            <button type="button" onClick={reset} className="control-primary px-4">
              Thử lại
            </button>
            <a href="/">Về trang đầu</a>
          </p>
        </main>
      </body>
    </html>
  );
}
