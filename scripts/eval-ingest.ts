/**
 * `npm run eval-ingest -- [FOLDER…] [--misses] [--only rules] [--json]`: how well ingest reads pages with known facts, the
 * thirds of `data/ingest-gold` and any other folder with a `gold.json`, and how true its certainty is.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import {
  accuracy,
  type Evaluation,
  f1,
  goldSchema,
  judge,
  LIST_FIELDS,
  newEvaluation,
} from '../lib/ingest/evaluate';
import { ingestBytes } from '../lib/ingest/ingest';
import { loadIngestRegistry, type Registry } from '../lib/ingest/recognise/registry';

interface Options {
  json?: boolean;
  misses?: boolean;
  only?: string;
  files?: string;
}

/** Rules are written with the first; the second is looked at once in the end; the third is only scored. */
const THIRDS = ['rules', 'once', 'never'];

async function main(folders: string[], { json, misses, only, files }: Options): Promise<void> {
  const registry = await loadIngestRegistry(dataDirectory());
  const thirds = (only === undefined ? THIRDS : only.split(',').filter(Boolean)).map((name) =>
    join(dataDirectory(), 'ingest-gold', name),
  );
  const measured: [string, Evaluation][] = [];
  let seconds = 0;
  for (const folder of [...thirds, ...folders]) {
    const started = performance.now();
    measured.push([basename(folder), await measure(folder, registry, files ? new RegExp(files) : /^/)]);
    seconds += (performance.now() - started) / 1000;
  }
  if (json) console.log(JSON.stringify(Object.fromEntries(measured), null, 1));
  else print(measured, seconds, misses ?? false);
  if (measured.some(([, { failed }]) => failed.length > 0)) process.exitCode = 1;
}

async function measure(folder: string, registry: Registry, files: RegExp): Promise<Evaluation> {
  const evaluation = newEvaluation();
  const today = new Date().toISOString().slice(0, 10);
  const entries = goldSchema.parse(JSON.parse(await readFile(join(folder, 'gold.json'), 'utf8')));
  for (const gold of entries.filter(({ file }) => files.test(file))) {
    try {
      const bytes = await readFile(join(folder, gold.file));
      judge(evaluation, gold, await ingestBytes(bytes, gold.file, registry, {}, today), registry);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      evaluation.failed.push({ file: join(folder, gold.file), reason });
    }
  }
  return evaluation;
}

function print(measured: [string, Evaluation][], seconds: number, misses: boolean): void {
  const lists: readonly string[] = LIST_FIELDS;
  const row = (cells: string[]) => console.log(`| ${cells.join(' | ')} |`);
  const pages = measured.reduce((sum, [, evaluation]) => sum + evaluation.pages, 0);
  console.log(`${pages} pages in ${seconds.toFixed(2)} s\n`);
  row(['field', ...measured.map(([name, evaluation]) => `${name} (${evaluation.pages})`)]);
  row(['---', ...measured.map(() => '---')]);
  for (const field of new Set(measured.flatMap(([, { fields }]) => Object.keys(fields)))) {
    const cells = measured.map(([, { fields }]) => {
      const tally = fields[field];
      if (!tally) return '';
      const { right, wrong, missing, invented } = tally;
      const share = lists.includes(field) ? `F1 ${f1(tally).toFixed(3)}` : accuracy(tally).toFixed(3);
      const faults = [
        wrong && `${wrong} wrong`,
        missing && `${missing} missing`,
        invented && `${invented} invented`,
      ].filter(Boolean);
      return `${share}, ${right} right${faults.length > 0 ? `, ${faults.join(', ')}` : ''}`;
    });
    row([field, ...cells]);
  }
  console.log('\nOf the values given, right:\n');
  row(['certainty', ...measured.map(([name]) => name)]);
  row(['---', ...measured.map(() => '---')]);
  for (const certainty of ['sure', 'likely', 'guess'] as const)
    row([
      certainty,
      ...measured.map(([, { calibration }]) => {
        const { right, all } = calibration[certainty];
        return all === 0 ? '' : `${((right / all) * 100).toFixed(1)} % (${right} of ${all})`;
      }),
    ]);
  for (const [, { failed }] of measured)
    for (const { file, reason } of failed) console.log(`\nfailed: ${file}: ${reason}`);
  if (!misses) return;
  for (const [name, evaluation] of measured)
    for (const { file, field, gold, got, certainty } of evaluation.misses)
      console.log(
        `${name}/${file}  ${field}: gold ${JSON.stringify(gold)}, got ${JSON.stringify(got)} ${certainty ?? ''}`,
      );
}

await new Command('eval-ingest')
  .description('Measure ingest against pages with known facts')
  .argument('[folder...]', 'more folders with pages and a gold.json')
  .option('--only <thirds>', 'only these thirds of data/ingest-gold, by commas')
  .option('--files <pattern>', 'only files whose name matches')
  .option('--misses', 'list every disagreement')
  .option('--json', 'print everything as JSON')
  .action(main)
  .parseAsync();
