/** Every byte of a small built index changed in turn: each must be noticed before anything is answered from it. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCorpusOrThrow } from '../../lib/catalogue/load';
import { IndexDamaged } from '../../lib/engine';
import { writeIndex } from '../../lib/search/build';
import { openCatalogue } from '../../lib/search/catalogue';
import { POINTER, readIndexFiles } from '../../lib/search/index-folder';
import { Chance } from './chance';
import type { Row } from './row';

/** Reports of the small index. */
const REPORTS = 3;

/** @param most bytes that are changed, by chance; null: every byte */
export async function flippedBytes(most: number | null, seed: number): Promise<Row[]> {
  const corpus = await loadCorpusOrThrow('data');
  const small = {
    reports: corpus.reports.slice(0, REPORTS),
    directives: corpus.directives.slice(0, 3),
    plenums: [],
    provinces: corpus.provinces.slice(0, 3),
  };
  const directory = await mkdtemp(join(tmpdir(), 'hostile-index-'));
  process.env.INDEX_DIR = directory;
  const { hash } = await writeIndex(small);
  delete process.env.INDEX_DIR;
  const names = (await readdir(join(directory, hash))).filter((name) => name !== 'manifest.json');
  const contents = await Promise.all(names.map((name) => readFile(join(directory, hash, name))));
  const places = contents.flatMap((bytes, file) => Array.from(bytes, (_, at) => ({ file, at })));
  const chance = new Chance(seed);
  const chosen = most === null ? places : Array.from({ length: most }, () => chance.of(places));
  const unseen = { server: 0, browser: 0 };
  let browser = 0;
  for (const { file, at } of chosen) {
    const name = names[file] as string;
    const bytes = Buffer.from(contents[file] as Buffer);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    await writeFile(join(directory, hash, name), bytes);
    if (!(await isRefused(() => readIndexFiles(hash, [name], directory)))) unseen.server++;
    await writeFile(join(directory, hash, name), contents[file] as Buffer);
    if (name !== 'catalogue.bin') continue;
    browser++;
    if (!(await isRefused(async () => openCatalogue(bytes)))) unseen.browser++;
  }
  await rm(directory, { recursive: true });
  return [
    {
      promise: 'a damaged index is noticed by the server',
      how: `${chosen.length} of ${places.length} bytes in ${names.length} files changed in turn (${POINTER} and the manifest name their hashes)`,
      figure: `${unseen.server} unnoticed`,
      holds: unseen.server === 0,
    },
    {
      promise: 'a damaged index is noticed by the browser',
      how: `${browser} bytes of catalogue.bin changed in turn`,
      figure: `${unseen.browser} unnoticed`,
      holds: unseen.browser === 0,
    },
  ];
}

async function isRefused(open: () => Promise<unknown>): Promise<boolean> {
  return open().then(
    () => false,
    (error) => error instanceof IndexDamaged,
  );
}
