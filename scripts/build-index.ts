/**
 * `npm run index`: builds the search index from the data folder.
 * `npm run index -- --minisearch FILE`: also writes the MiniSearch index as JSON, which stock MiniSearch loads.
 */
import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { CorpusError } from '../lib/catalogue/fault';
import { loadCorpusOrThrow, NoDataFolder } from '../lib/catalogue/load';
import { miniSearchOf, writeIndex } from '../lib/search/build';
import { indexStampFile, stampOfIndex } from './stamp';

const options = new Command('index')
  .description('Builds the search index from the data folder (DATA_DIR, else data/)')
  .option('--minisearch <file>', 'also write the MiniSearch index as JSON')
  .parse()
  .opts<{ minisearch?: string }>();

try {
  // Taken before the data are read: an edit meanwhile makes the index stale, not current.
  const stamp = stampOfIndex();
  const corpus = await loadCorpusOrThrow(dataDirectory());
  const { hash, reports, bytes } = await writeIndex(corpus);
  await writeFile(indexStampFile(), `${hash} ${stamp}`);
  console.log(
    `index ${hash}: ${reports} reports, ${bytes.catalogue} bytes, ${bytes.brotli} as brotli, ${bytes.gzip} as gzip`,
  );
  if (options.minisearch) {
    await writeFile(options.minisearch, JSON.stringify(miniSearchOf(corpus)));
    console.log(`MiniSearch index: ${options.minisearch}`);
  }
} catch (error) {
  if (!(error instanceof CorpusError || error instanceof NoDataFolder)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof NoDataFolder ? 2 : 1;
}
