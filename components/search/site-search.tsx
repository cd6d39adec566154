'use client';

import { useRef } from 'react';
import { later, nothing } from '@/components/layout/later';
import { SearchBox } from './search-box';

const SiteSuggestions = later(
  () => import('./site-suggestions').then((module) => module.SiteSuggestions),
  nothing,
);

/** The search box of a page that does not answer searches itself: it leads to the one that does. */
export function SiteSearch({ text = '' }: { text?: string }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <SearchBox field={field} text={text}>
      <SiteSuggestions field={field} />
    </SearchBox>
  );
}
