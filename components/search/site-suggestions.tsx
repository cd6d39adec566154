import { type RefObject, useEffect } from 'react';
import { at, isServed } from '@/lib/domain/edition';
import { searchPath } from '@/lib/domain/paths';
import type { Suggestion } from '@/lib/search/suggest';
import { ASK_SERVER_AFTER } from './answers';
import { KeysDialog } from './keys-dialog';
import { Suggestions } from './suggestions';

/** Suggestions and keys on a page that is not the search: the server knows what might be meant. */
export function SiteSuggestions({ field }: { field: RefObject<HTMLInputElement | null> }) {
  useEffect(() => {
    // Typed before this code came.
    const { current: input } = field;
    if (input && input === document.activeElement && input.value !== input.defaultValue) {
      input.dispatchEvent(new Event('input'));
    }
  }, [field]);
  return (
    <>
      <Suggestions
        field={field}
        suggest={suggest}
        onChoose={({ query }) => window.location.assign(at(searchPath(query)))}
      />
      <KeysDialog />
    </>
  );
}

let asking = new AbortController();

/** Asked once a pause: only the newest question is of use. */
async function suggest(text: string): Promise<Suggestion[]> {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  await new Promise((resolve) => setTimeout(resolve, ASK_SERVER_AFTER));
  const path = `/api/suggest?${new URLSearchParams({ q: text })}`;
  if (signal.aborted || !isServed(path)) return [];
  const response = await fetch(at(path), { signal }).catch(() => null);
  return response?.ok ? response.json().catch(() => []) : [];
}
