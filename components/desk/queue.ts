/** The pages at the desk, kept on this device so that a reload loses nothing that was typed. */
import { type Dispatch, useEffect, useReducer, useState } from 'react';
import type { Base, DeskDraft } from '@/lib/desk/form';

export type ItemState = 'waiting' | 'reading' | 'ready' | 'saved' | 'failed';

export interface Item {
  key: string;
  name: string;
  state: ItemState;
  /** What went wrong. */
  failure: string;
  draft: DeskDraft | null;
  /** Blocks that the person has looked at. */
  reviewed: string[];
  /** What is still to be read. A file cannot be kept over a reload. */
  source: { text: string } | { address: string } | { id: string } | { file: File } | null;
}

export interface Queue {
  items: Item[];
  /** Key of the item on the desk. */
  current: string | null;
}

export type Move =
  | { do: 'restore'; queue: Queue }
  | { do: 'add'; items: Item[] }
  | { do: 'set'; key: string; change: Partial<Item> }
  | { do: 'edit'; key: string; draft: DeskDraft }
  | { do: 'saved'; key: string; draft: DeskDraft; base: Base | null }
  | { do: 'show'; key: string | null }
  | { do: 'remove'; key: string };

const STORED = 'ban-bien-tap';

export function newItem(name: string, source: Item['source']): Item {
  return { key: crypto.randomUUID(), name, state: 'waiting', failure: '', draft: null, reviewed: [], source };
}

function moved(queue: Queue, move: Move): Queue {
  const set = (key: string, change: (item: Item) => Partial<Item>): Queue => ({
    ...queue,
    items: queue.items.map((item) => (item.key === key ? { ...item, ...change(item) } : item)),
  });
  switch (move.do) {
    case 'restore':
      return move.queue;
    case 'add':
      return { ...queue, items: [...queue.items, ...move.items] };
    case 'set': {
      const next = set(move.key, () => move.change);
      // The first page that is read comes onto the desk by itself.
      const first = next.current === null && next.items.some(({ key }) => key === move.key);
      return move.change.state === 'ready' && first ? { ...next, current: move.key } : next;
    }
    case 'edit':
      return set(move.key, () => ({ draft: move.draft, state: 'ready' }));
    case 'saved':
      return set(move.key, () => ({ draft: { ...move.draft, base: move.base }, state: 'saved' }));
    case 'show':
      return { ...queue, current: move.key };
    case 'remove':
      return {
        items: queue.items.filter(({ key }) => key !== move.key),
        current: queue.current === move.key ? null : queue.current,
      };
  }
}

/** @returns the queue, what changes it, and whether the device has room to keep it */
export function useQueue(): { queue: Queue; move: Dispatch<Move>; kept: boolean; restored: boolean } {
  const [queue, move] = useReducer(moved, { items: [], current: null });
  const [restored, setRestored] = useState(false);
  const [kept, setKept] = useState(true);
  useEffect(() => {
    const stored = localStorage.getItem(STORED);
    if (stored) move({ do: 'restore', queue: afterReload(JSON.parse(stored) as Queue) });
    setRestored(true);
  }, []);
  useEffect(() => {
    if (!restored) return;
    try {
      localStorage.setItem(STORED, JSON.stringify(queue));
      setKept(true);
    } catch {
      setKept(false);
    }
  }, [queue, restored]);
  return { queue, move, kept, restored };
}

/** What was being read when the page went away is read again, a file only if it is given again. */
function afterReload({ items, current }: Queue): Queue {
  return {
    current,
    items: items.map((item) => {
      if (item.state !== 'waiting' && item.state !== 'reading') return item;
      return item.source && !('file' in item.source)
        ? { ...item, state: 'waiting' }
        : { ...item, state: 'failed', failure: 'Chưa đọc xong khi trang tải lại: hãy thả lại tệp.' };
    }),
  };
}
