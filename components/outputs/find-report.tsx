'use client';

import { useEffect, useState } from 'react';
import { at } from '@/lib/domain/edition';
import { comparisonPath } from '@/lib/domain/paths';
import type { SearchResult } from '@/lib/search/result';
import { useDevice } from './use-device';

/** Wait before what is typed is asked for, ms. */
const ASK_AFTER = 180;
/** Reports offered at once. */
const OFFERED = 8;

interface Offered {
  id: string;
  title: string;
  /** Where and when. */
  detail: string;
}

interface FindReportProps {
  /** The reports that are compared already. */
  ids: readonly string[];
  /** What was asked for without scripts. */
  text: string;
}

/**
 * The field that finds a report to be compared, of all there are, as it is typed; before anything is typed the reports
 * picked on this device. Each is a link to the comparison with it. Without scripts the form asks the server for the same.
 */
export function FindReport({ ids, text }: FindReportProps) {
  const picks = useDevice()?.picks ?? [];
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Offered[] | null>(null);

  useEffect(() => {
    if (typed.trim() === '') {
      setFound(null);
      return;
    }
    const newer = new AbortController();
    const { signal } = newer;
    const timer = setTimeout(
      () =>
        find(typed, signal).then(
          (reports) => !signal.aborted && setFound(reports),
          // Without an answer the button asks the same of the server.
          () => {},
        ),
      ASK_AFTER,
    );
    return () => {
      clearTimeout(timer);
      newer.abort();
    };
  }, [typed]);

  const offered = (found ?? picks.map(({ id, title }) => ({ id, title, detail: 'đã chọn' })))
    .filter(({ id }) => !ids.includes(id))
    .slice(0, OFFERED);
  return (
    <>
      <div className="mt-2 flex gap-2">
        <input
          id="them"
          name="tim"
          type="search"
          defaultValue={text}
          required
          aria-describedby="them-cach"
          autoComplete="off"
          onInput={(event) => setTyped(event.currentTarget.value)}
          className="control w-full min-w-0 px-3"
        />
        <button type="submit" className="control-primary px-4">
          Thêm
        </button>
      </div>
      <p role="status" className="mt-2 text-sm text-soft">
        {found && (offered.length === 0 ? 'Không thấy báo cáo nào nữa.' : `${offered.length} báo cáo:`)}
      </p>
      <ul>
        {offered.map(({ id, title, detail }) => (
          <li key={id} className="border-b border-line/60 py-1.5">
            <a href={comparisonPath([...ids, id])} className="inline-block min-h-6">
              {title}
            </a>
            {detail && <p className="text-sm text-soft">{detail}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The reports that a search finds, then those that come near. */
async function find(text: string, signal: AbortSignal): Promise<Offered[]> {
  const answer = await fetch(at(`/api/search?${new URLSearchParams({ q: text })}`), { signal });
  if (!answer.ok) throw new Error(`search answered ${answer.status}`);
  const { results, near }: SearchResult = await answer.json();
  return [...results, ...near].map(({ id, title, place, period }) => ({
    id,
    title,
    detail: [place.label, period.label].filter(Boolean).join(' · '),
  }));
}
