/**
 * `npm run test:hostile [-- --full] [--only ingest,index,requests,load,serving] [--seed N]`: bad files, damaged
 * indexes, hostile requests and load against a site of its own on this machine; prints the table of
 * docs/reliability.md and fails where a line of it does not hold. Without `--full` a small share of everything, without
 * the lines that only a quiet machine can hold.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { flippedBytes } from './hostile/index-bytes';
import { damagedFiles } from './hostile/ingest';
import { distinctRequests, indexWhileServing, throughput } from './hostile/load';
import { hostileRequests } from './hostile/requests';
import { printTable, type Row } from './hostile/row';
import { type Site, startSite } from './hostile/site';

interface Options {
  full?: boolean;
  only?: string;
  seed: number;
}

const PARTS = ['ingest', 'index', 'requests', 'serving', 'load'] as const;
type Part = (typeof PARTS)[number];

async function main({ full = false, only, seed }: Options): Promise<void> {
  const parts = only?.split(',') ?? PARTS;
  const wants = (part: Part) => parts.includes(part);
  console.log(`seed ${seed}`);
  const rows: Row[] = [];
  if (wants('ingest')) rows.push(...(await damagedFiles(full ? 6000 : 120, seed)));
  if (wants('index')) rows.push(...(await flippedBytes(full ? null : 1500, seed)));
  if (wants('requests') || wants('serving') || wants('load')) {
    const site = await startSite();
    try {
      rows.push(...(await againstSite(site, wants, full, seed)));
    } finally {
      await site.stop();
    }
  }
  printTable(rows);
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
}

async function againstSite(
  site: Site,
  wants: (part: Part) => boolean,
  full: boolean,
  seed: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  if (wants('requests')) {
    const found = await hostileRequests(site, full ? 100_000 : 600, seed);
    // How long an answer takes says something on a quiet machine alone.
    rows.push(...(full ? found : found.slice(0, 2)));
  }
  if (wants('serving'))
    rows.push(...(await indexWhileServing(site, full ? 600 : 15, full ? 100 : 5, full ? 20 : 6)));
  if (wants('load') && full) {
    rows.push(...(await throughput(site, 60, await anyReport(site))));
    rows.push(await distinctRequests(site, 32_000));
  }
  return rows;
}

async function anyReport({ dataDir }: Site): Promise<string> {
  const [file = ''] = (await readdir(join(dataDir, 'reports', '2020')))
    .filter((name) => name.endsWith('.md'))
    .sort();
  return file.replace('.md', '');
}

await new Command('test:hostile')
  .description('Bad files, damaged indexes, hostile requests and load, against a site of its own')
  .option('--full', 'as much as docs/reliability.md says; about half an hour')
  .option('--only <parts>', `some of ${PARTS.join(', ')}`)
  .option(
    '--seed <number>',
    'repeats a run',
    (text) => {
      if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number');
      return Number(text);
    },
    20261124,
  )
  .action(main)
  .parseAsync();
