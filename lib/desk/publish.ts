/** Puts a catalogue before the searchers: the index anew, what pages remember forgotten. */
import type { Corpus } from '../domain/report';
import { writeIndex } from '../search/build';

const memory = globalThis as { tcbcCorpus?: Promise<Corpus> };

export async function publish(corpus: Corpus): Promise<void> {
  await writeIndex(corpus);
  memory.tcbcCorpus = Promise.resolve(corpus);
}
