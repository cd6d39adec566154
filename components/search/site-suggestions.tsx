import type { RefObject } from 'react';
import { at, isServed } from '@/lib/domain/edition';
import type { Suggestion } from '@/lib/search/suggest';
import { KeysDialog } from './keys-dialog';
import { hrefOf } from './search-link';
import { Suggestions } from './suggestions';

/** Suggestions and keys on a page that is not the search: the server knows what might be meant. */
export function SiteSuggestions({ field }: { field: RefObject<HTMLInputElement | null> }) {
  return (
    <>
      <Suggestions
        field={field}
        suggest={suggest}
        onChoose={({ query }) => window.location.assign(at(hrefOf(query)))}
      />
      <KeysDialog />
    </>
  );
}

async function suggest(text: string): Promise<Suggestion[]> {
  const path = `/api/suggest?${new URLSearchParams({ q: text })}`;
  const response = isServed(path) ? await fetch(at(path)).catch(() => null) : null;
  return response?.ok ? response.json().catch(() => []) : [];
}
