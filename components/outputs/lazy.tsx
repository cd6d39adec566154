'use client';

import { type ComponentType, useEffect, useState } from 'react';

/*
 * What a page keeps on the device, in scripts of their own: they come once the page can be read, and a page without
 * them lacks nothing that is read.
 */

interface PickProps {
  id: string;
  title: string;
  label: string;
}

/** `PickBar` of picks.tsx. */
export const PickBar = later(() => import('./picks').then((module) => module.PickBar), nothing);

/** `RememberReport` of remember-report.tsx. */
export const RememberReport = later(
  () => import('./remember-report').then((module) => module.RememberReport),
  nothing,
);

/** `PickBox` of picks.tsx; its place is held by a box that cannot be ticked yet. */
export const PickBox = later<PickProps>(
  () => import('./picks').then((module) => module.PickBox),
  ({ label }) => (
    <label className="inline-flex min-h-6 items-center gap-2 noscript:hidden print:hidden">
      <input type="checkbox" disabled className="size-6" />
      <span>{label}</span>
    </label>
  ),
);

function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props>,
): ComponentType<Props> {
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(null);
    useEffect(() => {
      // Offline before the first visit is over: the page stays as it is.
      load().then((component) => setLoaded(() => component), nothing);
    }, []);
    return Loaded ? <Loaded {...props} /> : <Meanwhile {...props} />;
  };
}

function nothing(): null {
  return null;
}
