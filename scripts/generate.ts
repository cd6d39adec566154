/**
 * `npm run generate -- --reports 10000 --out DIR`: a data folder of made-up reports (lib/catalogue/generate.ts) beside
 * the registry and gazetteer of the data folder it was made from, for measuring at other sizes.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { loadGazetteer } from '../lib/catalogue/gazetteer';
import { generateReports } from '../lib/catalogue/generate';
import { loadCorpusOrThrow } from '../lib/catalogue/load';
import { formatReport, reportFile } from '../lib/catalogue/report-file';

const { reports, out, seed } = new Command('generate')
  .description('Makes a data folder of made-up reports, for measuring')
  .requiredOption('--reports <count>', 'how many', wholeNumber)
  .requiredOption('--out <folder>', 'where to: a new or empty folder')
  .option('--seed <number>', 'another number makes other reports', wholeNumber, 1)
  .parse()
  .opts<{ reports: number; out: string; seed: number }>();

if (existsSync(out) && (await readdir(out)).length > 0) {
  console.error(`generate: ${out} is not empty`);
  process.exit(1);
}
const from = dataDirectory();
const corpus = await loadCorpusOrThrow(from);
const { gazetteer } = await loadGazetteer(from);
const stock = {
  reports: corpus.reports,
  provinces: corpus.provinces,
  districts: gazetteer.districts,
  documentDays: new Map(corpus.directives.map(({ id, date }) => [id, date])),
};
await mkdir(out, { recursive: true });
for (const name of ['directives.yaml', 'plenums.yaml', 'places']) {
  await cp(join(from, name), join(out, name), { recursive: true });
}
const folders = new Set<string>();
for (const report of generateReports(stock, reports, seed)) {
  const file = join(out, reportFile(report));
  if (!folders.has(dirname(file))) {
    await mkdir(dirname(file), { recursive: true });
    folders.add(dirname(file));
  }
  await writeFile(file, formatReport(report));
}
console.log(`${out}: ${reports} made-up reports`);

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 to 9999999.');
  return Number(text);
}
