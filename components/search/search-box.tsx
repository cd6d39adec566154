import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { SearchIcon } from '@/components/layout/icons';
import { formatCount } from '@/lib/search/describe';
import { MAX_TEXT } from '@/lib/search/query';
import type { Suggestion } from '@/lib/search/suggest';
import { FORM } from './facets';

const KIND_LABELS: Record<Suggestion['kind'], string> = {
  phrase: '',
  directive: 'Văn bản',
  place: 'Địa phương',
  period: 'Kỳ báo cáo',
  title: 'Báo cáo',
  person: 'Chủ trì',
};

interface SearchBoxProps {
  field: RefObject<HTMLInputElement | null>;
  /** Text of the first render; later the field keeps its own. */
  text: string;
  onType(text: string): void;
  /** The person means to search: time to load the index. */
  onIntent(): void;
  /** What the text typed last might become. */
  suggest(): Promise<Suggestion[]>;
  onChoose(suggestion: Suggestion): void;
  /** The text is what the person meant: Enter, "Tìm". */
  onCommit(): void;
}

/**
 * The search field: a combobox with a list of suggestions (WAI-ARIA APG, list autocomplete, manual selection).
 * The focus stays in the field; arrows move a pointer in the list. The field's value is the person's own: nothing
 * rewrites it while it is typed, and keys that belong to an input method are left alone.
 */
export function SearchBox({ field, text, onType, onIntent, suggest, onChoose, onCommit }: SearchBoxProps) {
  const list = useId();
  const asked = useRef(0);
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [pointed, setPointed] = useState(-1);
  const open = suggestions.length > 0;

  function close() {
    asked.current++;
    setSuggestions([]);
    setPointed(-1);
  }

  async function typed(value: string) {
    onType(value);
    const number = ++asked.current;
    const found = value.trim() === '' ? [] : await suggest();
    if (number !== asked.current) return;
    setSuggestions(found);
    setPointed(-1);
  }

  function choose(suggestion: Suggestion) {
    close();
    onChoose(suggestion);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // 229: the key is an input method's.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && open) {
      event.preventDefault();
      // Past either end lies the field itself, at -1.
      const places = suggestions.length + 1;
      setPointed(((pointed + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const suggestion = suggestions[pointed];
      if (suggestion) choose(suggestion);
      else {
        close();
        onCommit();
        // On a phone the keyboard makes room for the results.
        if (matchMedia('(pointer: coarse)').matches) event.currentTarget.blur();
      }
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (open) close();
      else event.currentTarget.blur();
    }
  }

  useEffect(() => {
    const onSlash = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onSlash);
    return () => document.removeEventListener('keydown', onSlash);
  }, [field]);

  return (
    <search>
      <form
        id={FORM}
        action="/"
        autoComplete="off"
        className="relative flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          close();
          onCommit();
        }}
      >
        <input
          id="o-tim"
          ref={field}
          type="search"
          name="q"
          defaultValue={text}
          maxLength={MAX_TEXT * 4}
          role="combobox"
          aria-label="Tìm báo cáo"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={list}
          aria-activedescendant={pointed >= 0 ? `${list}-${pointed}` : undefined}
          placeholder="Tìm báo cáo, văn bản, địa phương"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          onFocus={onIntent}
          onInput={(event) => typed(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={close}
          className="control h-11 w-full min-w-0 px-3"
        />
        <button type="submit" className="control-primary flex h-11 shrink-0 items-center gap-2 px-4">
          <SearchIcon />
          <span className="max-sm:sr-only">Tìm</span>
        </button>
        <div
          id={list}
          role="listbox"
          aria-label="Gợi ý"
          hidden={!open}
          className="absolute inset-x-0 top-full z-30 mt-1 overflow-hidden rounded-md border border-line-strong bg-raised py-1"
        >
          {suggestions.map((suggestion, at) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field chooses
            <div
              key={`${suggestion.kind} ${suggestion.query}`}
              id={`${list}-${at}`}
              role="option"
              aria-selected={at === pointed}
              // The field must not lose the focus before the click comes.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(suggestion)}
              className="flex min-h-10 items-baseline gap-3 px-3 py-1.5 hover:bg-wash aria-selected:bg-accent-wash"
            >
              <span className="min-w-0 flex-1">
                {suggestion.label}
                {suggestion.detail && (
                  <span className="line-clamp-1 text-xs text-soft">{suggestion.detail}</span>
                )}
              </span>
              <span className="text-xs text-soft">
                {[KIND_LABELS[suggestion.kind], formatCount(suggestion.count)].filter(Boolean).join(' · ')}
              </span>
            </div>
          ))}
        </div>
      </form>
    </search>
  );
}

/** True for a key that goes into a field, or belongs to a shortcut of the browser. */
export function isTyping(event: globalThis.KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  return (
    event.target instanceof HTMLElement &&
    event.target.matches('input:not([type=checkbox]), textarea, select')
  );
}
