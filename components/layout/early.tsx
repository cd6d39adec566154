'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';

declare global {
  interface Window {
    /** Taps since the page was painted, noted by `EarlyTaps`. */
    earlyTaps?: Event[] & { note(event: Event): void };
  }
}

/** What does nothing of its own, or less than it will: buttons, and links that become one (`data-early`). */
const DEAD = 'button[type=button]:not([popovertarget]), [data-early]';

/**
 * Does again, once the page is listened to, what a person did before: taps, as `EarlyTaps` noted them; texts, what was
 * opened, and ticks outside the search form, which reads its own (`useSearch`), as the controls still show them. Stands
 * after everything else, whose effects must have run.
 */
export function Early() {
  const taps = useRef<Event[]>([]);
  useLayoutEffect(() => {
    const { earlyTaps } = window;
    if (!earlyTaps) return;
    removeEventListener('click', earlyTaps.note, true);
    // The tap by which React came to run, if one did, React hands on by itself.
    taps.current = earlyTaps.splice(0).filter(({ eventPhase }) => eventPhase === Event.NONE);
  }, []);
  useEffect(() => {
    for (const control of document.querySelectorAll<Control>('input, textarea')) doAgain(control);
    for (const opened of document.querySelectorAll('details[open]'))
      opened.dispatchEvent(new Event('toggle'));
    for (const { target } of taps.current.splice(0)) {
      const tapped = target instanceof Element ? target.closest<HTMLElement>(DEAD) : null;
      tapped?.click();
    }
  }, []);
  return null;
}

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Tells of a control that is no longer as the page was sent. */
function doAgain(control: Control): void {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    if (control.checked === control.defaultChecked || control.form) return;
    control.checked = control.defaultChecked;
    control.click();
  } else if (control.value !== control.defaultValue) {
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
