/** `npm run --silent ingest -- [options] FILE|DIR|ADDRESS…`: from raw pages to reports. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { printable } from '../lib/catalogue/fault';
import { DataFolderBusy } from '../lib/catalogue/write';
import { Readers } from '../lib/ingest/apart/readers';
import { addressesOf, readFeed, withWords } from '../lib/ingest/fetch/list';
import { fetchPages, type Visit } from '../lib/ingest/fetch/queue';
import { Visitor } from '../lib/ingest/fetch/visitor';
import type { Ingested } from '../lib/ingest/ingest';
import { IngestFailure } from '../lib/ingest/read/failure';
import { LARGEST_FILE, tooLarge } from '../lib/ingest/read/read';
import { isoDate } from '../lib/ingest/recognise/dates';
import type { Known } from '../lib/ingest/recognise/extract';
import { loadIngestRegistry, type Registry } from '../lib/ingest/recognise/registry';
import { draftReport, duplicateWords, type Room } from '../lib/ingest/write/draft';
import { beginWriting, openReports, writeReport } from '../lib/ingest/write/store';
import { type ProgressBar, progressBar, table } from '../lib/ingest/write/terminal';

interface Options {
  dryRun?: boolean;
  json?: boolean;
  source?: string;
  province?: string;
  date?: string;
  published?: string;
  rights?: 'open' | 'reserved';
  out?: string;
  force?: boolean;
  list?: string;
  feed?: string;
  words?: string;
  keep?: string;
}

const READABLE = new Set(['.txt', '.html', '.htm', '.docx', '.pdf']);
/** Up to so many files, each gets a table of what was found. */
const TABLES = 12;

type Outcome =
  | 'written'
  | 'rewritten'
  | 'unchanged'
  | 'edited-by-hand'
  | 'duplicate'
  | 'held'
  | 'read'
  | 'failed';

async function main(inputs: string[], options: Options): Promise<void> {
  const dataDir = options.out ?? dataDirectory();
  const visitor = new Visitor();
  const named = inputs.filter(isAddress);
  const files = await listFiles(inputs.filter((input) => !isAddress(input)));
  const listed = await listAddresses(options, visitor);
  const registry = await loadIngestRegistry(dataDir);
  const end = options.dryRun ? null : await beginOrExit(dataDir);
  const store = await openReports(dataDir);
  const readers = new Readers(dataDir);
  const addresses = [...new Set([...named, ...listed])];
  const total = files.length + addresses.length;
  const many = total > TABLES;
  const run: Run = {
    options,
    readers,
    registry,
    store,
    known: knownFrom(options, registry),
    today: new Date().toISOString().slice(0, 10),
    counts: new Map(),
    bar: progressBar(total, (many || addresses.length > 1) && !options.json),
    print: options.json ? jsonPrinter() : (result) => many || printTable(result),
  };

  for (const file of files) report(await ingestFile(file, run), run);
  // What the catalogue holds is not asked for again: a run that was cut short goes on where it stopped.
  const held = addresses.filter((address) => !options.force && store.duplicates.find('', address, ''));
  if (held.length > 0) run.counts.set('held', held.length);
  for (const _ of held) run.bar.advance();
  const unread = addresses.filter((address) => !held.includes(address));
  for await (const visit of fetchPages(unread, visitor)) report(await ingestVisit(visit, run), run);
  run.bar.end();
  readers.close();
  await end?.();
  if (options.json) process.stdout.write(printedAny ? '\n]\n' : '[]\n');
  if (many || total === 0 || held.length > 0 || run.counts.size > 1)
    console.error(summaryOf(run.counts, total));
  if (run.counts.has('failed') || total === 0) process.exitCode = 1;
}

/** Ends the run where another one is writing to the same folder. */
async function beginOrExit(dataDir: string): Promise<() => Promise<void>> {
  try {
    return await beginWriting(dataDir);
  } catch (error) {
    if (!(error instanceof DataFolderBusy)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

interface Run extends Room {
  options: Options;
  known: Known;
  counts: Map<Outcome, number>;
  bar: ProgressBar;
  print(result: Result): void;
}

function report(result: Result, run: Run): void {
  run.counts.set(result.outcome, (run.counts.get(result.outcome) ?? 0) + 1);
  if (result.problem) run.bar.above(`${result.file}: ${result.problem}`);
  run.print(result);
  run.bar.advance();
}

function isAddress(input: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(input);
}

/** Addresses of `--list` and `--feed`; ends the run where there is no list to read. */
async function listAddresses({ list, feed, words }: Options, visitor: Visitor): Promise<string[]> {
  try {
    const links = [
      ...(list ? addressesOf(await readFile(list, 'utf8')).map((url) => ({ url, title: '' })) : []),
      ...(feed ? await readFeed(feed, visitor) : []),
    ];
    const wanted = words === undefined ? links : withWords(links, words);
    if ((list || feed) && wanted.length === 0)
      console.error(`${list ?? feed}: none of its ${links.length} addresses has the words ${words}`);
    return wanted.map(({ url }) => url);
  } catch (error) {
    console.error(`${error instanceof IngestFailure ? feed : list}: ${explain(error)}`);
    process.exit(1);
  }
}

interface Result {
  file: string;
  outcome: Outcome;
  ingested?: Ingested;
  path?: string;
  /** One line: what is wrong and what to do. */
  problem?: string;
}

/** Never throws: whatever is wrong with one file is said of that file. */
async function ingestFile(file: string, run: Run): Promise<Result> {
  try {
    const entry = await stat(file);
    if (!entry.isFile())
      throw new IngestFailure('unreadable', 'is no file', 'give a file or a folder of them');
    if (entry.size > LARGEST_FILE) throw tooLarge(entry.size);
    return await ingestPage(file, basename(file), await readFile(file), run);
  } catch (error) {
    return { file, outcome: 'failed', problem: explain(error) };
  }
}

/** The page itself is not kept, unless a folder is named for it. */
async function ingestVisit({ address, page, failure }: Visit, run: Run): Promise<Result> {
  if (failure) return { file: address, outcome: 'failed', problem: explain(failure) };
  const { keep } = run.options;
  try {
    if (keep) {
      await mkdir(keep, { recursive: true });
      await writeFile(join(keep, page.name), page.bytes);
    }
    return await ingestPage(address, page.name, page.bytes, run, page.url);
  } catch (error) {
    return { file: address, outcome: 'failed', problem: explain(error) };
  }
}

async function ingestPage(
  file: string,
  name: string,
  bytes: Uint8Array,
  run: Run,
  came?: string,
): Promise<Result> {
  const { source = came, rights, force = false, dryRun } = run.options;
  const draft = await draftReport(bytes, name, run, { ...run.known, url: source }, { url: source, rights });
  const { ingested, report, record, duplicate } = draft;
  if (duplicate && !force) {
    const problem = `skipped: ${duplicate.of} ${duplicateWords(duplicate)}; use --force to keep both`;
    return { file, outcome: 'duplicate', ingested, problem };
  }
  if (dryRun) {
    run.store.duplicates.add(report.id, report.url, ingested.body);
    return { file, outcome: 'read', ingested };
  }
  const { outcome, path } = await writeReport(run.store, report, record, force);
  const problem =
    outcome === 'edited-by-hand'
      ? `kept: ${path} was edited by hand; use --force to write over it`
      : undefined;
  return { file, outcome, ingested, path, problem };
}

function explain(error: unknown): string {
  if (error instanceof IngestFailure) return `${error.message}; ${error.remedy}`;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file; check the name';
  if (code === 'EACCES') return 'may not be read; check its permissions';
  return `could not be read (${message?.split('\n')[0] ?? error}); please report this file`;
}

/** Files as given, folders with everything readable in them, sorted. */
async function listFiles(paths: string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      files.push(path);
      continue;
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    files.push(
      ...entries
        .filter((entry) => entry.isFile() && READABLE.has(extname(entry.name).toLowerCase()))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort(),
    );
  }
  return [...new Set(files)];
}

function knownFrom({ province, date, published }: Options, { places }: Registry): Known {
  if (province && !places.currentOf.has(province) && !places.formerOf.has(province)) {
    console.error(`--province ${province}: there is no such province; give a slug such as hai-phong`);
    process.exit(2);
  }
  return { province, heldOn: date, publishedOn: published };
}

let printedAny = false;

/** One entry at a time, so that a run over thousands holds none of them. */
function jsonPrinter(): (result: Result) => void {
  return ({ file, ingested }) => {
    if (!ingested) return;
    const { report, body, captions, evidence, warnings } = ingested;
    // JSON escapes the control characters below the space; those above are for us to.
    const json = JSON.stringify({ file, report, body, captions, evidence, warnings }).replace(
      /[\u007f-\u009f]/g,
      (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
    );
    process.stdout.write(`${printedAny ? ',' : '['}\n${json}`);
    printedAny = true;
  };
}

function printTable({ file, ingested, outcome, path }: Result): void {
  if (!ingested) return;
  const { report, certainty, evidence, warnings } = ingested;
  const mark = (field: string) => ({ sure: '  ', likely: '~ ', guess: '? ' })[certainty[field] ?? 'sure'];
  const rows = Object.entries(report).flatMap(([field, value]): string[][] => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return [[field, '–', '']];
    const shown =
      field === 'figures'
        ? report.figures
            .map(({ value: count, unit, qualifier }) => `${qualifier ? `${qualifier} ` : ''}${count} ${unit}`)
            .join('; ')
        : Array.isArray(value)
          ? value.join(', ')
          : typeof value === 'object'
            ? Object.values(value).join(' ')
            : String(value);
    return [[field, mark(field) + shown, evidence[field]?.text.replace(/\s+/g, ' ').slice(0, 60) ?? '']];
  });
  console.log(`\n${printable(file)} → ${path ?? outcome}`);
  console.log(table(['field', 'value (~ likely, ? guess)', 'read from'], rows));
  for (const { field, text } of warnings) console.log(printable(`! ${field}: ${text}`));
}

function summaryOf(counts: Map<Outcome, number>, files: number): string {
  if (files === 0)
    return 'nothing to read: give .txt, .html, .docx or .pdf files, folders of them, or addresses of pages';
  return `${files} pages: ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`;
}

function day(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match || !isoDate(Number(match[1]), Number(match[2]), Number(match[3])))
    throw new InvalidArgumentError('a day, written YYYY-MM-DD');
  return value;
}

function address(value: string): string {
  if (!/^https?:\/\/\S+$/i.test(value) || !URL.canParse(value))
    throw new InvalidArgumentError('an http or https address');
  return value;
}

await new Command('ingest')
  .description('Turns pages (.txt, .html, .docx, .pdf, or by their address) into reports of the catalogue')
  .argument('[pages...]', 'files, folders of them, or http and https addresses')
  .option('--dry-run', 'write nothing')
  .option('--json', 'print what was found as JSON')
  .option('--source <url>', "the page's address", address)
  .option('--province <slug>', 'the province, among the 63 or the 34', String)
  .option('--date <day>', 'day of the conference, YYYY-MM-DD', day)
  .option('--published <day>', 'day of publication, YYYY-MM-DD', day)
  .option('--rights <rights>', 'open: the full text may be shown', (value) => {
    if (value !== 'open' && value !== 'reserved') throw new InvalidArgumentError('open or reserved');
    return value;
  })
  .option('--out <dir>', 'data folder (else DATA_DIR, else data)')
  .option('--list <file>', 'a file with one address a line')
  .option('--feed <url>', 'an RSS or Atom feed, or a sitemap', address)
  .option('--words <words>', 'of --list and --feed, only what has these words (a comma between alternatives)')
  .option('--keep <dir>', 'also keep the fetched pages in this folder')
  .option('--force', 'write over files edited by hand, keep duplicates')
  .action(main)
  .parseAsync();
