import type { Hints } from '../page/clean';
import type { Metadata } from '../page/page';
import type { Encoding } from './decode';

/** What a reader of one format hands on: text whose lines are the page's, and what it knows of them. */
export interface RawPage {
  text: string;
  metadata: Metadata;
  hints?: Hints;
  encoding: Encoding | null;
}
