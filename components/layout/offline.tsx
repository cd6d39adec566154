'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { at } from '@/lib/domain/edition';
import { formatDate } from '@/lib/search/describe';

/** Remembers on this device that nothing shall be kept for offline use. */
const OFF = 'sw-off';

/**
 * Keeps the site for use without a network, and says so: when there is none, with the day of the data; when another
 * version is there. `?sw=off` on any page takes all of it away and keeps it away, `?sw=on` brings it back.
 *
 * @param dataDay the day on which the data were last changed, ISO; null where that is not known
 */
export function Offline({ dataDay }: { dataDay: string | null }) {
  const online = useSyncExternalStore(
    onlineChange,
    () => navigator.onLine,
    () => true,
  );
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);

  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    const wish = new URLSearchParams(location.search).get('sw');
    if (wish === 'off' || (wish !== 'on' && isOff())) {
      void remove();
      return;
    }
    forgetOff();
    // Who saves data is asked for none that was not wanted.
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (connection?.saveData) return;
    // When there is time: the first visit is for reading.
    const start = () => void register(setWaiting).catch(() => {});
    if (document.readyState === 'complete') start();
    else addEventListener('load', start, { once: true });
    return () => removeEventListener('load', start);
  }, []);

  return (
    <div role="status" className="print:hidden">
      {(!online || waiting) && (
        <div className="border-b border-line bg-wash text-sm">
          <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 px-4 py-1.5 sm:px-6">
            {online ? (
              <>
                Đã có bản mới của trang.
                <button
                  type="button"
                  className="link-button min-h-6"
                  onClick={() => waiting && takeUp(waiting)}
                >
                  Dùng bản mới
                </button>
              </>
            ) : (
              <>
                Đang ngoại tuyến: tìm và đọc từ dữ liệu lưu trên máy này
                {dataDay && `, cập nhật ngày ${formatDate(dataDay)}`}.
              </>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

async function register(onWaiting: (worker: ServiceWorker) => void): Promise<void> {
  const registration = await navigator.serviceWorker.register(at('/sw.js'), { scope: at('/') });
  let replaced = navigator.serviceWorker.controller === null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first one takes over a page that is of its own version.
    if (replaced) replaced = false;
    else location.reload();
  });
  if (registration.waiting && navigator.serviceWorker.controller) onWaiting(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) onWaiting(worker);
    });
  });
}

/** A version that was asked to take over has so long, ms, before the page is opened anew. */
const TAKEN_WITHIN = 5_000;

/**
 * Lets a waiting version take over; the page is opened anew when it has. It waits until the version before it has answered
 * all that was asked of it, up to minutes: opening the page anew ends what this page asked.
 */
function takeUp(waiting: ServiceWorker): void {
  waiting.postMessage('take-over');
  setTimeout(() => location.reload(), TAKEN_WITHIN);
}

/** Takes the service worker and all it kept from this device. */
async function remove(): Promise<void> {
  try {
    localStorage.setItem(OFF, '1');
  } catch {
    // Storage closed: off for this visit.
  }
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((one) => one.unregister()));
  for (const name of await caches.keys()) await caches.delete(name);
}

function isOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function forgetOff(): void {
  try {
    localStorage.removeItem(OFF);
  } catch {
    // As above.
  }
}

function onlineChange(told: () => void): () => void {
  addEventListener('online', told);
  addEventListener('offline', told);
  return () => {
    removeEventListener('online', told);
    removeEventListener('offline', told);
  };
}
