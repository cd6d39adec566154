import type { ReactNode } from 'react';
import type { MarkedText } from '@/lib/search/result';

/** A text with the words that were found marked. */
export function Marked({ text, marks }: MarkedText) {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>);
    done = end;
  }
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  );
}
