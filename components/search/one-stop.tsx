import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

interface OneStopProps {
  /** Unless what it stands in has one. */
  label?: string;
  className?: string;
  children: ReactNode;
}

/**
 * A row of links that is one stop of the keyboard, arrows leading through it (WAI-ARIA APG, toolbar). Until scripts run
 * each link is a stop of its own.
 */
export function OneStop({ label, className, children }: OneStopProps) {
  const row = useRef<HTMLDivElement>(null);
  const links = () => [...(row.current?.querySelectorAll('a') ?? [])];
  const stopAt = (stop: HTMLAnchorElement | undefined) => {
    for (const link of links()) link.tabIndex = link === stop ? 0 : -1;
  };
  // After each drawing: links may have come and gone.
  useEffect(() => {
    const all = links();
    stopAt(all.find((link) => link === document.activeElement) ?? all[0]);
  });

  function onKeyDown(event: KeyboardEvent) {
    const all = links();
    const at = event.target instanceof HTMLAnchorElement ? all.indexOf(event.target) : -1;
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    const link = next === undefined || at < 0 ? undefined : all[(next + all.length) % all.length];
    if (!link) return;
    event.preventDefault();
    stopAt(link);
    link.focus();
  }

  return (
    <div ref={row} role="toolbar" aria-label={label} onKeyDown={onKeyDown} className={className}>
      {children}
    </div>
  );
}
