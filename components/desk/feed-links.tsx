'use client';

import { useState } from 'react';
import type { DeskFeed } from '@/lib/desk/read';
import { fold } from '@/lib/vietnamese/fold';

interface Props {
  feed: DeskFeed;
  onRead(addresses: string[]): void;
  onClose(): void;
}

/** The pages that a feed or a sitemap names, to choose those to read. */
export function FeedLinks({ feed: { links, held }, onRead, onClose }: Props) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const wanted = fold(words).trim();
  const shown = links.filter(({ url, title }) =>
    fold(`${title} ${url.replaceAll('-', ' ')}`).includes(wanted),
  );
  const toggle = (url: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(url);
    else next.delete(url);
    setChosen(next);
  };
  return (
    <section aria-label="Trang trong nguồn tin" className="mt-4 grid gap-2 border border-line p-3 text-sm">
      <p>
        Nguồn tin nêu {links.length} trang chưa có trong kho
        {held > 0 && `, ${held} trang đã có`}. Chọn những trang cần đọc.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <input
          type="search"
          aria-label="Lọc theo chữ trong tên hoặc địa chỉ"
          placeholder="Lọc: tuyên giáo, giao ban…"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          className="control min-w-0 flex-1 px-2.5"
        />
        <button
          type="button"
          className="control px-3"
          onClick={() => setChosen(new Set([...chosen, ...shown.map(({ url }) => url)]))}
        >
          Chọn cả {shown.length}
        </button>
        <button
          type="button"
          className="control-primary px-4"
          disabled={chosen.size === 0}
          onClick={() => onRead(links.flatMap(({ url }) => (chosen.has(url) ? [url] : [])))}
        >
          Đọc {chosen.size} trang
        </button>
        <button type="button" className="link-button min-h-7" onClick={onClose}>
          Đóng
        </button>
      </div>
      <ul className="max-h-60 overflow-y-auto">
        {shown.map(({ url, title }) => (
          <li key={url}>
            <label className="flex min-h-7 items-baseline gap-2">
              <input
                type="checkbox"
                checked={chosen.has(url)}
                onChange={(event) => toggle(url, event.currentTarget.checked)}
              />
              <span className="min-w-0 break-words">{title || url}</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
