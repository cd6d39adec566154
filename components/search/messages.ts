/**
 * What the page and its worker say to each other. Each question has a number, and its reply the same one.
 */
import type { SearchResult } from '@/lib/search/result';
import type { Suggestion } from '@/lib/search/suggest';

interface Questions {
  /** Fetch and open the index at this address; true when it is ready. */
  open: { asked: string; reply: true };
  /** Answer a query string. */
  search: { asked: string; reply: SearchResult };
  /** What the text of a query string might become. */
  suggest: { asked: string; reply: Suggestion[] };
}

export type Kind = keyof Questions;
export type ReplyTo<K extends Kind> = Questions[K]['reply'];

export interface Question {
  number: number;
  kind: Kind;
  asked: string;
}

export type Reply = { number: number; value: ReplyTo<Kind> } | { number: number; error: string };
