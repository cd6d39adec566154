/** `npm run --silent ingest -- [options] FILE|DIR…`: from raw pages to reports. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { type Ingested, ingestBytes } from '../lib/ingest/ingest';
import { IngestFailure } from '../lib/ingest/read/failure';
import { LARGEST_FILE, tooLarge } from '../lib/ingest/read/read';
import { isoDate } from '../lib/ingest/recognise/dates';
import type { Known } from '../lib/ingest/recognise/extract';
import { loadIngestRegistry, type Registry } from '../lib/ingest/recognise/registry';
import { composeReport, digest } from '../lib/ingest/write/compose';
import { openReports, type Store, writeReport } from '../lib/ingest/write/store';
import { progressBar, table } from '../lib/ingest/write/terminal';

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
}

const READABLE = new Set(['.txt', '.html', '.htm', '.docx', '.pdf']);
/** Up to so many files, each gets a table of what was found. */
const TABLES = 12;

type Outcome = 'written' | 'rewritten' | 'unchanged' | 'edited-by-hand' | 'duplicate' | 'read' | 'failed';

async function main(paths: string[], options: Options): Promise<void> {
  const dataDir = options.out ?? dataDirectory();
  const files = await listFiles(paths);
  const [registry, store] = await Promise.all([loadIngestRegistry(dataDir), openReports(dataDir)]);
  const known = knownFrom(options, registry);
  const run: Run = {
    options,
    registry,
    store,
    known,
    today: new Date().toISOString().slice(0, 10),
    counts: new Map(),
  };
  const many = files.length > TABLES;
  const bar = progressBar(files.length, many && !options.json);
  const print = options.json ? jsonPrinter() : (result: Result) => many || printTable(result);

  for (const file of files) {
    const result = await ingestFile(file, run);
    run.counts.set(result.outcome, (run.counts.get(result.outcome) ?? 0) + 1);
    if (result.problem) bar.above(`${file}: ${result.problem}`);
    print(result);
    bar.advance();
  }
  bar.end();
  if (options.json) process.stdout.write(printedAny ? '\n]\n' : '[]\n');
  if (many || files.length === 0 || run.counts.size > 1) console.error(summaryOf(run.counts, files.length));
  if (run.counts.has('failed') || files.length === 0) process.exitCode = 1;
}

interface Run {
  options: Options;
  registry: Registry;
  store: Store;
  known: Known;
  today: string;
  counts: Map<Outcome, number>;
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
    const { size } = await stat(file);
    if (size > LARGEST_FILE) throw tooLarge(size);
    const bytes = await readFile(file);
    const ingested = await ingestBytes(bytes, basename(file), run.registry, run.known, run.today);
    const from = digest(bytes);
    const earlier = run.store.earlier.get(from);
    const report = composeReport(
      ingested,
      from,
      { url: run.options.source, rights: run.options.rights },
      run.registry,
      earlier?.id ?? null,
    );
    const duplicate = run.store.duplicates.find(report.id, report.url, ingested.body);
    if (duplicate) {
      const why = duplicate.why === 'address' ? 'has the same address' : 'has nearly the same text';
      ingested.warnings.push({ code: 'duplicate', field: 'file', text: `${duplicate.of} ${why}.` });
      if (!run.options.force)
        return {
          file,
          outcome: 'duplicate',
          ingested,
          problem: `skipped: ${duplicate.of} ${why}; use --force to keep both`,
        };
    }
    if (run.options.dryRun) {
      run.store.duplicates.add(report.id, report.url, ingested.body);
      return { file, outcome: 'read', ingested };
    }
    const { outcome, path } = await writeReport(
      run.store,
      report,
      { from, format: ingested.format, encoding: ingested.encoding },
      run.options.force ?? false,
    );
    const problem =
      outcome === 'edited-by-hand'
        ? `kept: ${path} was edited by hand; use --force to write over it`
        : undefined;
    return { file, outcome, ingested, path, problem };
  } catch (error) {
    return { file, outcome: 'failed', problem: explain(error) };
  }
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

function knownFrom({ source, province, date, published }: Options, { places }: Registry): Known {
  if (province && !places.currentOf.has(province) && !places.formerOf.has(province)) {
    console.error(`--province ${province}: there is no such province; give a slug such as hai-phong`);
    process.exit(2);
  }
  return { url: source, province, heldOn: date, publishedOn: published };
}

let printedAny = false;

/** One entry at a time, so that a run over thousands holds none of them. */
function jsonPrinter(): (result: Result) => void {
  return ({ file, ingested }) => {
    if (!ingested) return;
    const { report, body, captions, evidence, warnings } = ingested;
    process.stdout.write(
      `${printedAny ? ',' : '['}\n${JSON.stringify({ file, report, body, captions, evidence, warnings })}`,
    );
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
  console.log(`\n${file} → ${path ?? outcome}`);
  console.log(table(['field', 'value (~ likely, ? guess)', 'read from'], rows));
  for (const { field, text } of warnings) console.log(`! ${field}: ${text}`);
}

function summaryOf(counts: Map<Outcome, number>, files: number): string {
  if (files === 0) return 'no file to read: give .txt, .html, .docx or .pdf files, or folders of them';
  return `${files} files: ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`;
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
  .description('Turns saved pages (.txt, .html, .docx, .pdf) into reports of the catalogue')
  .argument('<files...>', 'files, or folders of them')
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
  .option('--force', 'write over files edited by hand, keep duplicates')
  .action(main)
  .parseAsync();
