'use client';

import type { ReactNode, RefObject } from 'react';
import { SearchIcon } from '@/components/layout/icons';
import { FORM } from './form';

/** Far more than is searched (`MAX_TEXT`), which is said there; what is longer still makes no address. */
const LONGEST = 2000;
/** Id of the list of suggestions. */
export const SUGGESTION_LIST = 'goi-y';

interface SearchBoxProps {
  field: RefObject<HTMLInputElement | null>;
  /** Text of the first render; later the field keeps its own. */
  text: string;
  /** The person means to search. */
  onIntent?(): void;
  /** In place of loading the page of the search. */
  onCommit?(): void;
  /** `Suggestions`. */
  children: ReactNode;
}

/**
 * The search field: a plain GET form, which suggestions join once scripts run. Its value is the person's own: nothing
 * rewrites it while it is typed.
 */
export function SearchBox({ field, text, onIntent, onCommit, children }: SearchBoxProps) {
  return (
    <search>
      <form
        id={FORM}
        action="/"
        autoComplete="off"
        className="relative flex gap-2"
        onSubmit={(event) => {
          if (!onCommit) return;
          event.preventDefault();
          onCommit();
        }}
      >
        <input
          id="o-tim"
          ref={field}
          type="search"
          name="q"
          defaultValue={text}
          maxLength={LONGEST}
          role="combobox"
          aria-label="Tìm báo cáo"
          aria-autocomplete="list"
          aria-expanded={false}
          aria-controls={SUGGESTION_LIST}
          placeholder="Từ khóa, văn bản, nơi"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          onFocus={onIntent}
          className="control h-11 w-full min-w-0 px-3 text-ellipsis"
        />
        <button type="submit" className="control-primary flex h-11 shrink-0 items-center gap-2 px-4">
          <SearchIcon />
          <span className="max-sm:sr-only">Tìm</span>
        </button>
        {children}
      </form>
    </search>
  );
}
