import { useSyncExternalStore } from 'react';
import { type Device, EMPTY_DEVICE, isNewer, parseDevice } from '@/lib/site/outputs/device';

const KEY = 'tra-cuu-bao-cao';

const listeners = new Set<() => void>();
let read: { json: string | null; device: Device } = { json: null, device: EMPTY_DEVICE };

/** What this device keeps; null until the browser has been asked. */
export function useDevice(): Device | null {
  return useSyncExternalStore(subscribe, currentDevice, () => null);
}

/** Whether this device keeps a report picked; not so until the browser has been asked. Changes with nothing else. */
export function usePicked(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => currentDevice().picks.some((one) => one.id === id),
    () => false,
  );
}

/** What this device keeps now; empty where storage is closed. */
export function currentDevice(): Device {
  let json: string | null = null;
  try {
    json = localStorage.getItem(KEY);
  } catch {
    // Closed by the person's settings.
  }
  if (json !== read.json) read = { json, device: (json && parseDevice(json)) || EMPTY_DEVICE };
  return read.device;
}

/**
 * Changes what is kept. False where nothing is kept: storage is full or closed, or a newer version of the site, in another
 * tab, keeps what this one cannot read.
 */
export function changeDevice(change: (device: Device) => Device): boolean {
  const before = currentDevice();
  const after = change(before);
  if (after === before) return true;
  if (read.json !== null && isNewer(read.json)) return false;
  try {
    localStorage.setItem(KEY, JSON.stringify(after));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

/** Hears of changes here and in other tabs. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
