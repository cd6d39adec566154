'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { SiteFace } from '@/lib/site/settings';

const Face = createContext<SiteFace | null>(null);

/** Tells the components below what the site says of itself: the settings are read on the server only. */
export function SiteProvider({ face, children }: { face: SiteFace; children: ReactNode }) {
  return <Face value={face}>{children}</Face>;
}

/** What the site says of itself. */
export function useSite(): SiteFace {
  const face = useContext(Face);
  if (!face) throw new Error('useSite outside of SiteProvider');
  return face;
}

/** The name of the site, in components of the server too. */
export function SiteName() {
  return useSite().name;
}
