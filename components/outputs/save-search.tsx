'use client';

import { useEffect, useState } from 'react';
import type { SearchResult } from '@/lib/search/result';
import { type SavedSearch, withoutSearch, withSearch, withVisit } from '@/lib/site/outputs/device';
import { searchKey } from '@/lib/site/outputs/search-key';
import { changeDevice, useDevice } from './use-device';

type Found = Pick<SearchResult, 'state' | 'words' | 'total' | 'page' | 'results'>;

/**
 * Saves a search on this device, or takes it away again. To open a saved search is to visit it: what it finds now
 * is no longer new.
 */
export function SaveSearch({ result }: { result: Found }) {
  const device = useDevice();
  const [failed, setFailed] = useState(false);
  const key = searchKey(result.state);
  const saved = device?.searches.some((one) => one.query === key) ?? false;

  useEffect(() => {
    if (saved) changeDevice((now) => withVisit(now, key, stateOf(result)));
  }, [saved, key, result]);

  function toggle() {
    const search = {
      query: key,
      words: result.words,
      savedAt: new Date().toISOString(),
      ...stateOf(result),
    };
    setFailed(!changeDevice((now) => (saved ? withoutSearch(now, key) : withSearch(now, search))));
  }

  return (
    <>
      <button type="button" onClick={toggle} className="link-button py-1">
        {saved ? 'Bỏ lưu lượt tìm này' : 'Lưu lượt tìm này'}
      </button>
      {failed && (
        <span role="alert" className="py-1 text-alert">
          Trình duyệt này không cho lưu.
        </span>
      )}
    </>
  );
}

/** What the search finds now; its newest reports only where the page shows them. */
function stateOf({ state, total, page, results }: Found): Pick<SavedSearch, 'total' | 'newest'> {
  const shown = state.sort === 'moi-nhat' && page === 1;
  return { total, newest: shown ? results.map(({ id }) => id) : [] };
}
