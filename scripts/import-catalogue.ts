/**
 * npm run import-catalogue -- --from DIR [--to DIR] [--force]
 *
 * Makes the data folder from a shared catalogue: DIR holds `catalogue/`, `registry/` and `gazetteer/`. A file that
 * is there and differs (it may hold an edit made by hand) is left alone and named, unless --force is given.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { dataDirectory } from '../lib/corpus/directory';
import { importCatalogue } from '../lib/corpus/import/import';

const program = new Command('import-catalogue')
  .description('Make the data folder from a shared catalogue, registry and gazetteer.')
  .requiredOption('--from <dir>', 'folder with catalogue/, registry/ and gazetteer/')
  .option('--to <dir>', 'data folder to write', dataDirectory())
  .option('--force', 'overwrite files that differ', false)
  .parse();
const { from, to, force } = program.opts<{ from: string; to: string; force: boolean }>();

const done = { written: 0, unchanged: 0, kept: 0 };
for (const [file, text] of await importCatalogue(from).catch(fail)) {
  const path = join(to, file);
  const present = await readFile(path, 'utf8').catch(() => null);
  if (present === text) {
    done.unchanged++;
  } else if (present !== null && !force) {
    done.kept++;
    console.log(`kept ${path}: it differs from the import (--force overwrites it)`);
  } else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    done.written++;
  }
}
console.log(`${to}: ${done.written} written, ${done.unchanged} unchanged, ${done.kept} kept as they are`);

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
