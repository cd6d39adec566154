/** Puts a catalogue before the searchers: the index anew, what pages remember forgotten. */
import type { Corpus } from '../domain/report';
import { BROTLI_QUICK, writeIndex } from '../search/build';
import { INDEX_DIRECTORY } from '../search/built-index';

const memory = globalThis as { tcbcCorpus?: Promise<Corpus> };

export async function publish(corpus: Corpus): Promise<void> {
  await writeIndex(corpus, INDEX_DIRECTORY, BROTLI_QUICK);
  memory.tcbcCorpus = Promise.resolve(corpus);
}
