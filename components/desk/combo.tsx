import { type KeyboardEvent, useId, useState } from 'react';
import { entriesFor, type ListEntry } from '@/lib/desk/lists';

interface ComboProps<T extends ListEntry> {
  label: string;
  entries: readonly T[];
  /** What is chosen now, in words. */
  shown: string;
  onChoose(entry: T): void;
  /** A text that is in no list; without it the field falls back to what is chosen. An empty one clears. */
  onText?(text: string): void;
}

/** A field to type a name into, with the entries it may mean (WAI-ARIA APG, combobox with list autocomplete). */
export function Combo<T extends ListEntry>({ label, entries, shown, onChoose, onText }: ComboProps<T>) {
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [pointed, setPointed] = useState(0);
  const offered = typed === null ? [] : entriesFor(entries, typed);
  const open = typed !== null && offered.length > 0;

  function close() {
    setTyped(null);
    setPointed(0);
  }

  function settle() {
    if (typed !== null && (onText || typed.trim() === '')) onText?.(typed.trim());
    close();
  }

  function choose(entry: T) {
    close();
    onChoose(entry);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // 229: the key is an input method's.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (!open) setTyped('');
      else setPointed((pointed + step + offered.length) % offered.length);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      const entry = offered[pointed];
      if (entry) choose(entry);
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault();
      close();
    }
  }

  return (
    <div className="relative">
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open ? `${list}-${pointed}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? shown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPointed(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={settle}
        className="control w-full min-w-0 px-2.5"
      />
      <div
        id={list}
        role="listbox"
        aria-label={label}
        hidden={!open}
        className="absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-auto rounded-md border border-line-strong bg-raised py-1"
      >
        {offered.map((entry, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field chooses
          <div
            key={entry.value}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === pointed}
            // The field must not lose the focus before the click comes.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(entry)}
            className="cursor-pointer px-2.5 py-1.5 text-sm aria-selected:bg-accent-wash"
          >
            <span className="font-semibold">{entry.label}</span>
            {entry.detail && <span className="text-soft"> · {entry.detail}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
