/** A page whose lines have been told apart: what every recogniser reads. */
import type { SourceText } from './text';

/**
 *   title    stamp    body    caption    author    source    aside (seen, not the article: menus, other news)
 */
export type Role = 'title' | 'stamp' | 'body' | 'caption' | 'author' | 'source' | 'aside';

/** One line of the page without the blanks around it; offsets in `SourceText.text`. */
export interface Line {
  start: number;
  end: number;
  text: string;
  bare: string;
  role: Role;
}

/** What a file says of itself beside its text: HTML metadata, Word properties. */
export interface Metadata {
  title?: string;
  author?: string;
  siteName?: string;
  url?: string;
  /** As written, any form. */
  published?: string;
}

export interface Page {
  source: SourceText;
  lines: Line[];
  metadata: Metadata;
  /** Address of the page, where it is known. */
  url: string | null;
}

export function linesOf(page: Page, ...roles: Role[]): Line[] {
  return page.lines.filter((line) => roles.includes(line.role));
}
