'use client';

import { useEffect } from 'react';
import { withReport } from '@/lib/site/outputs/device';
import { changeDevice } from './use-device';

/** Notes on this device that a report was seen. Shows nothing. */
export function RememberReport({ id, title, detail }: { id: string; title: string; detail: string }) {
  useEffect(() => {
    changeDevice((now) => withReport(now, { id, title, detail, seenAt: new Date().toISOString() }));
  }, [id, title, detail]);
  return null;
}
