/** What goes between the command and a reader, its child process. */
import type { Ingested } from '../ingest';
import type { FailureCode } from '../read/failure';
import type { Known } from '../recognise/extract';

export interface Job {
  bytes: Uint8Array;
  name: string;
  known: Known;
  today: string;
}

export type Answer =
  | { is: 'ready' }
  | { is: 'read'; ingested: Ingested }
  | { is: 'refused'; code: FailureCode; what: string; remedy: string }
  /** A fault of ours. */
  | { is: 'broken'; reason: string };
