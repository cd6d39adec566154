import type { ReactNode } from 'react';
import type { Mark, MarkedText } from '@/lib/search/result';

/** A text with the words that were found marked; words side by side are one mark. */
export function Marked({ text, marks }: MarkedText) {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const [start, end] of joined(text, marks)) {
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

/** Joins marks that only spaces keep apart. */
function joined(text: string, marks: readonly Mark[]): Mark[] {
  const runs: Mark[] = [];
  for (const [start, end] of marks) {
    const last = runs.at(-1);
    if (last && text.slice(last[1], start).trim() === '') runs[runs.length - 1] = [last[0], end];
    else runs.push([start, end]);
  }
  return runs;
}
