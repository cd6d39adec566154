/** Puts a catalogue before the searchers: its index built, and seen by this server. */
import type { Corpus } from '../domain/report';
import { BROTLI_QUICK, writeIndex } from '../search/build';
import { indexDirectory } from '../search/index-folder';
import { snapshotHealth } from '../search/snapshot';

/** The server looks for a new index by itself; so long it may take, in milliseconds, before we no longer wait. */
const SEEN_WITHIN = 5_000;
const LOOK_EVERY = 50;

export async function publish(corpus: Corpus): Promise<void> {
  const { hash } = await writeIndex(corpus, indexDirectory(), BROTLI_QUICK);
  for (let waited = 0; waited < SEEN_WITHIN; waited += LOOK_EVERY) {
    const seen = snapshotHealth().hash;
    if (seen === hash || seen === null) return;
    await new Promise((done) => setTimeout(done, LOOK_EVERY));
  }
}
