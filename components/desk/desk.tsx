'use client';

import { type DragEvent, useCallback, useEffect, useState } from 'react';
import type { Failed, Found } from '@/lib/desk/actions';
import type { DeskDraft } from '@/lib/desk/form';
import type { DeskLists } from '@/lib/desk/lists';
import type { DeskFeed } from '@/lib/desk/read';
import { call, hasFailed } from './call';
import { Editor } from './editor';
import { FeedLinks } from './feed-links';
import { type Item, type ItemState, newItem, useQueue } from './queue';
import './desk.css';

const STATES: Record<ItemState, string> = {
  waiting: 'đang chờ',
  reading: 'đang đọc',
  ready: 'chưa lưu',
  saved: 'đã lưu',
  failed: 'không đọc được',
};

/** The desk: what is to be read, and the report at hand. */
export function Desk() {
  const { queue, move, kept, restored } = useQueue();
  const [lists, setLists] = useState<DeskLists | null>(null);
  const [failure, setFailure] = useState('');
  const [feed, setFeed] = useState<DeskFeed | null>(null);

  const readLists = useCallback(async () => {
    const answer = await call<DeskLists>('lists', {});
    if (hasFailed(answer)) setFailure(answer.failure);
    else setLists(answer);
  }, []);
  useEffect(() => {
    readLists();
  }, [readLists]);

  // One page at a time, in order.
  const waiting = restored ? queue.items.find(({ state }) => state === 'waiting') : undefined;
  const reading = queue.items.some(({ state }) => state === 'reading');
  useEffect(() => {
    if (!waiting || reading) return;
    move({ do: 'set', key: waiting.key, change: { state: 'reading' } });
    readSource(waiting).then((answer) => {
      if ('links' in answer) {
        setFeed(answer);
        return move({ do: 'remove', key: waiting.key });
      }
      move({
        do: 'set',
        key: waiting.key,
        change: hasFailed(answer)
          ? { state: 'failed', failure: answer.failure }
          : { state: 'ready', draft: answer, name: answer.report.title, source: null },
      });
    });
  }, [waiting, reading, move]);

  const add = (items: Item[]) => move({ do: 'add', items });
  const addFiles = (files: Iterable<File>) => add([...files].map((file) => newItem(file.name, { file })));

  function onDrop(event: DragEvent) {
    event.preventDefault();
    addFiles(event.dataTransfer.files);
  }

  async function openReport(id: string, title: string) {
    const already = queue.items.find(({ draft, state }) => state !== 'saved' && draft?.report.id === id);
    if (already) return move({ do: 'show', key: already.key });
    const item = newItem(title, { id });
    add([item]);
    move({ do: 'show', key: item.key });
  }

  const read = queue.items.filter(({ state }) => state !== 'waiting' && state !== 'reading').length;
  const current = queue.items.find(({ key }) => key === queue.current);
  const showNext = () => {
    const place = queue.items.findIndex(({ key }) => key === queue.current);
    const after = [...queue.items.slice(place + 1), ...queue.items.slice(0, place + 1)];
    const next = after.find(({ state, key }) => state === 'ready' && key !== queue.current);
    if (next) move({ do: 'show', key: next.key });
  };

  return (
    <main
      id="noi-dung"
      onDrop={onDrop}
      onDragOver={(event) => event.preventDefault()}
      className="desk mx-auto max-w-[100rem] px-4 pb-6 sm:px-6"
    >
      <div className="flex flex-wrap items-baseline gap-x-6 border-b border-line py-3">
        <h1 className="text-xl font-semibold">Bàn biên tập</h1>
        <p className="text-sm text-soft">Chỉ chạy trên máy này.</p>
        <a href="/" target="_blank" rel="noopener" className="ml-auto text-sm">
          Xem trang tra cứu
        </a>
      </div>
      {failure && (
        <p role="alert" className="mt-3 text-alert">
          {failure}
        </p>
      )}
      {!kept && (
        <p role="alert" className="mt-3 text-alert">
          Trình duyệt hết chỗ giữ bản nháp: hãy lưu hoặc bỏ bớt trang trước khi đóng.
        </p>
      )}
      <div className="mt-4 grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <AddPages onFiles={addFiles} onItems={add} onOpen={openReport} />
        <section aria-label="Hàng đợi" className="min-w-0">
          {queue.items.length > 0 && (
            <>
              <div className="flex items-center gap-3 text-sm">
                <label htmlFor="tien-do">
                  Đã đọc {read}/{queue.items.length}
                </label>
                <progress id="tien-do" value={read} max={queue.items.length} className="h-2 flex-1" />
              </div>
              <ol className="mt-2 max-h-44 overflow-y-auto text-sm">
                {queue.items.map((item) => (
                  <li
                    key={item.key}
                    className="flex flex-wrap items-baseline gap-x-3 border-b border-line/60 py-1"
                  >
                    <button
                      type="button"
                      disabled={!item.draft}
                      aria-current={item.key === queue.current || undefined}
                      onClick={() => move({ do: 'show', key: item.key })}
                      className="min-h-7 min-w-0 flex-1 basis-40 truncate text-left aria-[current]:font-semibold enabled:underline"
                    >
                      {item.name}
                    </button>
                    <span className="shrink-0 text-soft">{STATES[item.state]}</span>
                    <button
                      type="button"
                      aria-label={`Bỏ khỏi hàng đợi: ${item.name}`}
                      onClick={() => move({ do: 'remove', key: item.key })}
                      className="link-button min-h-7 shrink-0"
                    >
                      Bỏ
                    </button>
                    {item.failure && item.state === 'failed' && (
                      <span className="basis-full">{item.failure}</span>
                    )}
                  </li>
                ))}
              </ol>
            </>
          )}
        </section>
      </div>
      {feed && (
        <FeedLinks
          feed={feed}
          onRead={(addresses) => {
            add(addresses.map((address) => newItem(address, { address })));
            setFeed(null);
          }}
          onClose={() => setFeed(null)}
        />
      )}
      {current?.draft && lists && (
        <Editor
          key={current.key}
          item={{ ...current, draft: current.draft }}
          lists={lists}
          move={move}
          onNext={showNext}
          onListed={readLists}
        />
      )}
    </main>
  );
}

async function readSource({ source }: Item): Promise<DeskDraft | DeskFeed | Failed> {
  if (!source) return { failure: 'Không có gì để đọc.' };
  if ('file' in source)
    return call<DeskDraft>('read', source.file, { 'x-name': encodeURIComponent(source.file.name) });
  if ('text' in source) return call<DeskDraft>('read', new Blob([source.text]), { 'x-name': 'van-ban.txt' });
  if ('id' in source) return call<DeskDraft>('open', source);
  return call<DeskDraft | DeskFeed>('address', source);
}

interface AddPagesProps {
  onFiles(files: Iterable<File>): void;
  onItems(items: Item[]): void;
  onOpen(id: string, title: string): void;
}

/** The way in: files, a pasted text, addresses; or a report that the catalogue holds. */
function AddPages({ onFiles, onItems, onOpen }: AddPagesProps) {
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<Found[] | null>(null);

  function take() {
    const lines = text.trim().split(/\s*\n\s*/);
    const addresses = lines.every((line) => /^https?:\/\/\S+$/i.test(line));
    const items = addresses
      ? [...new Set(lines)].map((address) => newItem(address, { address }))
      : [newItem(lines[0] ?? '', { text })];
    if (text.trim() !== '') onItems(items);
    setText('');
  }

  async function find() {
    const answer = await call<Found[]>('find', { text: wanted });
    setFound(hasFailed(answer) ? [] : answer);
  }

  return (
    <section aria-label="Thêm trang" className="grid min-w-0 gap-2 text-sm">
      <label className="grid gap-1">
        Thả tệp vào đây, dán văn bản, hoặc dán địa chỉ (mỗi dòng một địa chỉ: của bài viết, của nguồn tin RSS,
        của sơ đồ trang)
        <textarea
          rows={3}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          className="control w-full px-2.5 py-1.5"
        />
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" onClick={take} className="control-primary px-4">
          Đọc
        </button>
        <label className="control flex items-center px-3 focus-within:outline-2 focus-within:outline-accent">
          Chọn tệp…
          <input
            type="file"
            multiple
            accept=".txt,.html,.htm,.docx,.pdf"
            onChange={(event) => {
              onFiles(event.currentTarget.files ?? []);
              event.currentTarget.value = '';
            }}
            className="sr-only"
          />
        </label>
      </div>
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <input
          type="search"
          aria-label="Sửa báo cáo đã có trong kho"
          placeholder="Sửa báo cáo đã có: tìm theo tên, nơi, kỳ"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          className="control min-w-0 flex-1 px-2.5"
        />
        <button type="submit" className="control px-3">
          Tìm
        </button>
      </form>
      {found && (
        <ul aria-label="Báo cáo tìm thấy">
          {found.length === 0 && <li>Không tìm thấy báo cáo nào.</li>}
          {found.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  onOpen(id, title);
                  setFound(null);
                }}
                className="link-button min-h-8 text-left"
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
