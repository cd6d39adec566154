'use client';

import { useState } from 'react';
import { useSite } from '@/components/layout/site-face';
import { Dialog } from '@/components/search/dialog';
import { at } from '@/lib/domain/edition';
import type { Query } from '@/lib/search/query';
import { embedCode, embedPath } from '@/lib/site/outputs/links';
import { CopyButton } from './copy-button';

/** A dialog with what another site writes to show this search in a frame. */
export function EmbedCode({ query, title }: { query: Query; title: string }) {
  const { name } = useSite();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} className="link-button py-1">
        Lấy mã nhúng
      </button>
      {open && <CodeDialog query={query} title={title || name} onClose={() => setOpen(false)} />}
    </>
  );
}

function CodeDialog({ query, title, onClose }: { query: Query; title: string; onClose: () => void }) {
  const code = embedCode(location.origin + at(embedPath(query)), title);
  return (
    <Dialog title="Nhúng lượt tìm này" shape="box" onClose={onClose}>
      <p className="mt-2 text-sm">
        Dán đoạn mã này vào trang của bạn: một khung có ô tìm, bộ lọc và kết quả, không có mã chạy.
      </p>
      <textarea
        readOnly
        rows={4}
        value={code}
        aria-label="Mã nhúng"
        onFocus={(event) => event.target.select()}
        className="control mt-2 w-full p-2 text-sm"
      />
      <div className="my-3">
        <CopyButton text={code} label="Sao chép mã" />
      </div>
    </Dialog>
  );
}
