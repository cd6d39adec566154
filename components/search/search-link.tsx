'use client';

import { type AnchorHTMLAttributes, createContext, useContext } from 'react';

/** Goes to a query string without loading the page anew; the server's page does the same by loading it. */
export const GoContext = createContext<(query: string) => void>(() => {});

interface SearchLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** Canonical query string. */
  query: string;
}

/** A link to a search. With a modifier key or another button it is a plain link: a new tab, say. */
export function SearchLink({ query, ...rest }: SearchLinkProps) {
  const go = useContext(GoContext);
  return (
    <a
      {...rest}
      href={query === '' ? '/' : `/?${query}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        go(query);
      }}
    />
  );
}
