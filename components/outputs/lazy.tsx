'use client';

import { later, nothing } from '@/components/layout/later';
import { PickLabel } from './pick-label';

/* What a page keeps on the device, in scripts of their own: a page without them lacks nothing that is read. */

interface PickProps {
  id: string;
  title: string;
  alone: true;
}

/** `PickBar` of picks.tsx. */
export const PickBar = later(() => import('./picks').then((module) => module.PickBar), nothing);

/** `RememberReport` of remember-report.tsx. */
export const RememberReport = later(
  () => import('./remember-report').then((module) => module.RememberReport),
  nothing,
);

/** `PickBox` of picks.tsx; a box holds its place, which tells it whether it was ticked meanwhile. */
export const PickBox = later<PickProps>(
  () => import('./picks').then((module) => module.PickBox),
  ({ id }) => <PickLabel id={`chon-${id}`} />,
);

/** `Kept` of kept.tsx. */
export const Kept = later(
  () => import('./kept').then((module) => module.Kept),
  () => <p className="mt-6 text-soft noscript:hidden">Đang mở…</p>,
);
