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
  /** Nothing else near comes into question for the headline that `lines` name. */
  headlineClear: boolean;
  /** Other lines that may be the headline, the likelier ones first. */
  headlines: Line[];
  metadata: Metadata;
  /** Address of the page, where it is known. */
  url: string | null;
}

/** So much of a page is read for its facts: a report of a hundred printed pages is within it. */
const READ_LIMIT = 400_000;

/** The lines of these roles, in order, as far as they are read for facts. */
export function linesOf(page: Page, ...roles: Role[]): Line[] {
  let left = READ_LIMIT;
  return page.lines.filter((line) => {
    if (left <= 0 || !roles.includes(line.role)) return false;
    left -= line.text.length;
    return true;
  });
}

/** The whole article. */
export function bodyOf(page: Page): string {
  return page.lines
    .filter(({ role }) => role === 'body')
    .map(({ text }) => text)
    .join('\n\n');
}
