'use client';

import { useEffect, useState } from 'react';
import { isServed } from '@/lib/domain/edition';
import { picksPath } from '@/lib/domain/paths';
import { withPick } from '@/lib/site/outputs/device';
import { PickLabel } from './pick-label';
import { changeDevice, useDevice, usePicked } from './use-device';

/** What can be done with picked reports only a server does. */
const PICKING = isServed('/da-chon');

/**
 * Picks a report, or puts it back. Kept on this device; not there without scripts.
 *
 * @param alone on the report's own page, where its title goes without saying
 */
export function PickBox({ id, title, alone = false }: { id: string; title: string; alone?: boolean }) {
  const box = `chon-${id}`;
  const [early] = useState(() => isTicked(box));
  const picked = usePicked(id);
  useEffect(() => {
    if (early) changeDevice((now) => withPick(now, { id, title }, true));
  }, [early, id, title]);
  if (!PICKING) return null;
  return (
    <PickLabel
      id={box}
      aria-label={alone ? undefined : `Chọn: ${title}`}
      checked={picked}
      onChange={({ target }) => changeDevice((now) => withPick(now, { id, title }, target.checked))}
    />
  );
}

/** Whether a box of the page, or what held its place until this code came, was ticked already. */
function isTicked(id: string): boolean {
  if (typeof document === 'undefined') return false;
  const box = document.getElementById(id);
  return box instanceof HTMLInputElement && box.checked;
}

/** How many are picked, and the way to what can be done with them; nothing while there are none. */
export function PickBar() {
  const picks = useDevice()?.picks ?? [];
  if (picks.length === 0 || !PICKING) return null;
  return (
    <section
      aria-label="Báo cáo đã chọn"
      className="pick-bar fixed right-4 bottom-4 z-20 flex items-center gap-4 rounded-md border border-line-strong bg-raised px-4 text-sm print:hidden"
    >
      <a
        href={picksPath(picks.map(({ id }) => id))}
        className="inline-flex min-h-11 items-center font-semibold"
      >
        {picks.length} đã chọn: so sánh, trích dẫn, tải
      </a>
      <button
        type="button"
        onClick={() => changeDevice((now) => ({ ...now, picks: [] }))}
        className="link-button min-h-11"
      >
        Bỏ chọn
      </button>
    </section>
  );
}
