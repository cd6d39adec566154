import { type RefObject, useEffect, useRef, useState } from 'react';
import { formatCount } from '@/lib/search/describe';
import type { Suggestion } from '@/lib/search/suggest';
import { isTyping } from './keys';
import { SUGGESTION_LIST } from './search-box';

const KIND_LABELS: Record<Suggestion['kind'], string> = {
  phrase: '',
  directive: 'Văn bản',
  place: 'Địa phương',
  period: 'Kỳ báo cáo',
  title: 'Báo cáo',
  person: 'Chủ trì',
};

interface SuggestionsProps {
  field: RefObject<HTMLInputElement | null>;
  /** A letter was typed: the text as it stands now. */
  onType?(text: string): void;
  /** What the text typed last might become. */
  suggest(text: string): Promise<Suggestion[]>;
  onChoose(suggestion: Suggestion): void;
}

/**
 * The suggestions of the search field (WAI-ARIA APG, combobox with list autocomplete, manual selection). The focus stays
 * in the field; arrows move a pointer in the list; keys that belong to an input method are left alone. The list closes
 * with Enter, Esc, when the field is left, and when a mouse turns to the page below, which it covers.
 */
export function Suggestions({ field, onType, suggest, onChoose }: SuggestionsProps) {
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [pointed, setPointed] = useState(-1);
  const open = suggestions.length > 0;
  const asked = useRef(0);

  function close() {
    asked.current++;
    setSuggestions([]);
    setPointed(-1);
  }

  async function onInput(text: string) {
    onType?.(text);
    const number = ++asked.current;
    const found = text.trim() === '' ? [] : await suggest(text);
    if (number !== asked.current) return;
    setSuggestions(found);
    setPointed(-1);
  }

  function choose(suggestion: Suggestion) {
    close();
    onChoose(suggestion);
  }

  function onKeyDown(event: KeyboardEvent) {
    // 229: the key is an input method's.
    if (event.isComposing || event.keyCode === 229) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && open) {
      event.preventDefault();
      // Past either end lies the field itself, at -1.
      const places = suggestions.length + 1;
      setPointed(((pointed + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter') {
      const suggestion = suggestions[pointed];
      if (suggestion) {
        event.preventDefault();
        choose(suggestion);
      }
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (open) close();
      else field.current?.blur();
    }
  }

  const handlers = useRef({ onInput, onKeyDown, close });
  handlers.current = { onInput, onKeyDown, close };
  useEffect(() => {
    const { current: input } = field;
    if (!input) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    input.addEventListener('input', () => handlers.current.onInput(input.value), { signal });
    input.addEventListener('keydown', (event) => handlers.current.onKeyDown(event), { signal });
    input.addEventListener('blur', () => handlers.current.close(), { signal });
    input.form?.addEventListener(
      'submit',
      () => {
        handlers.current.close();
        // On a phone the keyboard makes room for the results.
        if (matchMedia('(pointer: coarse)').matches) input.blur();
      },
      { signal },
    );
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== '/' || isTyping(event)) return;
        event.preventDefault();
        input.focus();
        input.select();
      },
      { signal },
    );
    return () => leaving.abort();
  }, [field]);

  useEffect(() => {
    const input = field.current;
    input?.setAttribute('aria-expanded', String(open));
    if (pointed >= 0) input?.setAttribute('aria-activedescendant', `${SUGGESTION_LIST}-${pointed}`);
    else input?.removeAttribute('aria-activedescendant');
  }, [field, open, pointed]);

  useEffect(() => {
    if (!open) return;
    const onMove = ({ target, pointerType }: PointerEvent) => {
      if (pointerType === 'mouse' && target instanceof Element && target.closest('main'))
        handlers.current.close();
    };
    document.addEventListener('pointermove', onMove);
    return () => document.removeEventListener('pointermove', onMove);
  }, [open]);

  return (
    <div
      id={SUGGESTION_LIST}
      role="listbox"
      aria-label="Gợi ý"
      hidden={!open}
      className="absolute inset-x-0 top-full z-30 mt-1 overflow-hidden rounded-md border border-line-strong bg-raised py-1"
    >
      {suggestions.map((suggestion, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field chooses
        <div
          // By place: a suggestion that comes again at another one would be seen to move.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said
          key={at}
          id={`${SUGGESTION_LIST}-${at}`}
          role="option"
          aria-selected={at === pointed}
          // The field must not lose the focus before the click comes.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(suggestion)}
          className="flex min-h-10 items-baseline gap-3 px-3 py-1.5 hover:bg-wash aria-selected:bg-accent-wash"
        >
          <span className="min-w-0 flex-1">
            {suggestion.label}
            {suggestion.detail && <span className="line-clamp-1 text-xs text-soft">{suggestion.detail}</span>}
          </span>
          <span className="text-xs text-soft">
            {[KIND_LABELS[suggestion.kind], formatCount(suggestion.count)].filter(Boolean).join(' · ')}
          </span>
        </div>
      ))}
    </div>
  );
}
