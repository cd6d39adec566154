import type { Directive } from '@/lib/domain/report';

/** `05-CT/TW (XII)`; for documents without a number, what they are called. */
export function shortNumber({ key, number, term, shortName }: Directive): string {
  if (number === null) return shortName;
  return term ? `${key} (${term})` : key;
}

/** Marks what is known only from general knowledge and not confirmed on any page. */
export function Unverified({ children = 'chưa kiểm chứng' }: { children?: string }) {
  return (
    <span className="whitespace-nowrap rounded border border-dashed border-line-strong px-1.5 text-xs text-soft">
      {children}
    </span>
  );
}
