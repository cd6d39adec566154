'use client';

import { type AnchorHTMLAttributes, createContext, type MouseEvent, useCallback, useContext } from 'react';
import { at, pathWithin } from '@/lib/domain/edition';
import { searchPath } from '@/lib/domain/paths';

type Go = (query: string) => void;

/** Goes to a query string without loading the page anew. Null outside the search page: links load theirs. */
export const GoContext = createContext<Go | null>(null);

interface SearchLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** Canonical query string. */
  query: string;
}

/** A link to a search. With a modifier key or another button it is a plain link: a new tab, say. */
export function SearchLink({ query, ...rest }: SearchLinkProps) {
  return <a {...rest} href={searchPath(query)} onClick={useLinkClicks()} />;
}

/** Goes to a query string from anywhere: on the search page without loading, elsewhere by its address. */
export function useGo(): Go {
  const go = useContext(GoContext);
  return go ?? ((query) => window.location.assign(at(searchPath(query))));
}

/** Handles clicks on links to searches, on the link itself or on what holds many of them. */
export function useLinkClicks(): (event: MouseEvent<HTMLElement>) => void {
  const go = useContext(GoContext);
  return useCallback(
    (event) => {
      if (!go || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0)
        return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || link.origin !== location.origin || pathWithin(link.pathname) !== '/') return;
      event.preventDefault();
      go(link.search.slice(1));
    },
    [go],
  );
}
