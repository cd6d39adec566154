'use client';

import { later, nothing } from '@/components/layout/later';

/** `SearchContext` of search-context.tsx, which comes after the page can be read: it asks the server anyway. */
export const SearchContext = later(
  () => import('./search-context').then((module) => module.SearchContext),
  nothing,
);
