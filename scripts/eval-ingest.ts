/** `npm run eval-ingest -- [--gold DIR] [--json] [--misses]`: how well ingest reads pages with known facts. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { accuracy, f1, goldSchema, judge, LIST_FIELDS, newEvaluation } from '../lib/ingest/evaluate';
import { ingestBytes } from '../lib/ingest/ingest';
import { loadIngestRegistry } from '../lib/ingest/recognise/registry';

interface Options {
  gold: string;
  json?: boolean;
  misses?: boolean;
  half?: string;
}

async function main({ gold: folder, json, misses, half }: Options): Promise<void> {
  const registry = await loadIngestRegistry(dataDirectory());
  const entries = goldSchema.parse(JSON.parse(await readFile(join(folder, 'gold.json'), 'utf8')));
  const files = new Set(await readdir(folder));
  const chosen =
    half === undefined
      ? entries
      : entries.slice(
          ...(half === 'first' ? [0, Math.ceil(entries.length / 2)] : [Math.ceil(entries.length / 2)]),
        );
  const evaluation = newEvaluation();
  const today = new Date().toISOString().slice(0, 10);
  const pages = await Promise.all(
    chosen
      .filter(({ file }) => files.has(file))
      .map(async (gold) => ({ gold, bytes: await readFile(join(folder, gold.file)) })),
  );
  for (const gold of chosen)
    if (!files.has(gold.file)) evaluation.failed.push({ file: gold.file, reason: 'there is no such file' });
  const started = performance.now();
  for (const { gold, bytes } of pages) {
    try {
      judge(evaluation, gold, await ingestBytes(bytes, gold.file, registry, {}, today));
    } catch (error) {
      evaluation.failed.push({
        file: gold.file,
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  }
  const seconds = (performance.now() - started) / 1000;
  if (json) console.log(JSON.stringify({ ...evaluation, seconds }, null, 1));
  else print(evaluation, seconds, misses ?? false);
  if (evaluation.failed.length > 0) process.exitCode = 1;
}

function print(evaluation: ReturnType<typeof newEvaluation>, seconds: number, misses: boolean): void {
  const lists: readonly string[] = LIST_FIELDS;
  console.log(`${evaluation.pages} pages in ${seconds.toFixed(2)} s\n`);
  console.log('| field | right | wrong | missing | invented | share right | F1 |');
  console.log('|---|---|---|---|---|---|---|');
  for (const [field, tally] of Object.entries(evaluation.fields)) {
    const { right, wrong, missing, invented } = tally;
    const score = lists.includes(field) ? f1(tally).toFixed(3) : '';
    console.log(
      `| ${field} | ${right} | ${wrong} | ${missing} | ${invented} | ${(accuracy(tally) * 100).toFixed(1)} % | ${score} |`,
    );
  }
  for (const { file, reason } of evaluation.failed) console.log(`\nfailed: ${file}: ${reason}`);
  if (!misses) return;
  console.log('');
  for (const { file, field, gold, got } of evaluation.misses)
    console.log(`${file}  ${field}: gold ${JSON.stringify(gold)}, got ${JSON.stringify(got)}`);
}

await new Command('eval-ingest')
  .description('Measure ingest against a folder of pages with a gold.json')
  .option('--gold <dir>', 'folder with the pages and gold.json', 'data/ingest-gold')
  .option('--half <which>', 'first or second half of the pages only')
  .option('--misses', 'list every disagreement')
  .option('--json', 'print everything as JSON')
  .action(main)
  .parseAsync();
