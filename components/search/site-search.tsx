'use client';

import { useRef } from 'react';
import { later, nothing } from '@/components/layout/later';
import { SearchBox } from './search-box';

const SiteSuggestions = later(
  () => import('./site-suggestions').then((module) => module.SiteSuggestions),
  nothing,
);

/** The search box of a page that is not the search: it leads there. */
export function SiteSearch() {
  const field = useRef<HTMLInputElement>(null);
  return (
    <SearchBox field={field} text="">
      <SiteSuggestions field={field} />
    </SearchBox>
  );
}
