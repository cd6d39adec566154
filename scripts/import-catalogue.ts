/**
 * npm run import-catalogue -- --from DIR [--to DIR] [--force]
 *
 * Makes the data folder from a shared catalogue: DIR holds `catalogue/`, `registry/` and `gazetteer/`. A file that
 * is there and differs (it may hold an edit made by hand) is left alone and named, unless --force is given.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Command } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { importCatalogue } from '../lib/catalogue/import/import';

const program = new Command('import-catalogue')
  .description('Make the data folder from a shared catalogue, registry and gazetteer.')
  .requiredOption('--from <dir>', 'folder with catalogue/, registry/ and gazetteer/')
  .option('--to <dir>', 'data folder to write', dataDirectory())
  .option('--force', 'overwrite files that differ', false)
  .showHelpAfterError()
  .parse();
const { from, to, force } = program.opts<{ from: string; to: string; force: boolean }>();

const done = { written: 0, unchanged: 0, kept: 0 };
const placed = await reportFiles(to);
for (const [file, text] of await importCatalogue(from).catch(fail)) {
  // A report whose year was corrected, here or by hand, lies in another folder.
  const present = placed.get(basename(file)) ?? file;
  const held = await readFile(join(to, present), 'utf8').catch(() => null);
  if (present === file && held === text) {
    done.unchanged++;
  } else if (held !== null && !force) {
    done.kept++;
    console.log(`kept ${join(to, present)}: it differs from the import (--force overwrites it)`);
  } else {
    if (present !== file) await rm(join(to, present));
    await mkdir(dirname(join(to, file)), { recursive: true });
    await writeFile(join(to, file), text);
    done.written++;
  }
}
console.log(`${to}: ${done.written} written, ${done.unchanged} unchanged, ${done.kept} kept as they are`);

/** Name → path within the data folder of each report that lies there. */
async function reportFiles(dataDir: string): Promise<Map<string, string>> {
  const paths = await readdir(join(dataDir, 'reports'), { recursive: true }).catch(() => []);
  return new Map(
    paths.filter((path) => path.endsWith('.md')).map((path) => [basename(path), join('reports', path)]),
  );
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
