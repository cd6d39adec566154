import type { Corpus } from '../domain/report';
import { dataDirectory } from './directory';
import { loadCorpusOrThrow } from './load';

/** On `globalThis`, because a bundler may give each page its own copy of this module within one process. */
const memory = globalThis as { tcbcCorpus?: Promise<Corpus> };

/**
 * The catalogue of `dataDirectory()`, read once a process: what pages show is as of the build, or of the start
 * of the server. Published and withdrawn reports alike.
 *
 * @throws NoDataFolder or CorpusError; a failed load is tried again at the next call.
 */
export function currentCorpus(): Promise<Corpus> {
  if (!memory.tcbcCorpus) {
    const loading = loadCorpusOrThrow(dataDirectory());
    memory.tcbcCorpus = loading;
    loading.catch(() => {
      if (memory.tcbcCorpus === loading) memory.tcbcCorpus = undefined;
    });
  }
  return memory.tcbcCorpus;
}
