/**
 * `npm run --silent search -- "q=tuyen giao&tinh=hung-yen"`: a search on the command line. Takes a query string or
 * a whole share link; plain words are searched as they are.
 * `npm run --silent search -- --batch FILE --json`: one search a line, one answer a line, over DATA_DIR as it stands.
 */
import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { loadCorpusOrThrow } from '../lib/catalogue/load';
import { contextOf, writeIndex } from '../lib/search/build';
import { formatDate, searchTitle } from '../lib/search/describe';
import { parseQuery } from '../lib/search/query';
import type { Result, SearchResult } from '../lib/search/result';
import { search } from '../lib/search/search';
import { currentSnapshot } from '../lib/search/snapshot';
import { answer } from '../lib/search/store';

const program = new Command('search')
  .description('Searches the reports')
  .argument('[search]', 'query string, share link or words')
  .option('--batch <file>', 'one search a line; one answer a line of JSON, read from the data folder itself')
  .option('--json', 'print the same JSON as /api/search')
  .option('--limit <n>', 'print at most n results', (value) => {
    const limit = Number(value);
    if (!Number.isInteger(limit) || limit < 0) throw new InvalidArgumentError('a whole number, 0 or more');
    return limit;
  })
  .parse();
const { batch, json, limit } = program.opts<{ batch?: string; json?: boolean; limit?: number }>();
if (batch !== undefined) await answerEach(batch);
else if (program.args[0] === undefined) program.help({ error: true });
else await answerOne(program.args[0]);

/** A query string or link as it is, anything else as words. */
function asked(input: string): string | URLSearchParams {
  const string = /^[?]?(?:[a-z-]+=[^&]*)(?:&[a-z-]+=[^&]*)*$/.test(input) || /^https?:\/\/\S+[?]/.test(input);
  return string ? input : new URLSearchParams({ q: input });
}

async function answerOne(input: string): Promise<void> {
  await currentSnapshot().catch(async () => writeIndex(await loadCorpusOrThrow(dataDirectory())));
  const result = await answer(asked(input));
  const shown = { ...result, results: result.results.slice(0, limit) };
  console.log(json ? JSON.stringify(shown, null, 2) : readable(shown));
}

async function answerEach(file: string): Promise<void> {
  const context = contextOf(await loadCorpusOrThrow(dataDirectory()));
  for (const line of (await readFile(file, 'utf8')).replace(/\n$/, '').split('\n')) {
    const result = await search(parseQuery(asked(line), context.catalogue.vocabulary), context);
    const shown = { ...result, results: result.results.slice(0, limit) };
    console.log(json ? JSON.stringify(shown) : `${line}\t${result.total}\t${shown.results[0]?.title ?? ''}`);
  }
}

function readable({ total, words, results, near, notices, page, pages }: SearchResult): string {
  const entry = (one: Result, i: number): string => {
    const facts = [one.organization, one.place.label, one.heldOn && formatDate(one.heldOn), one.period.label];
    return [
      `${i + 1}. ${one.title}`,
      `   ${facts.filter(Boolean).join(' · ')}`,
      `   ${one.snippet.text}`,
      ...(one.directives.length > 0
        ? [`   ${one.directives.map((directive) => directive.label).join('; ')}`]
        : []),
      `   ${one.url ?? one.source}`,
    ].join('\n');
  };
  return [
    searchTitle(total, words),
    ...notices.map((notice) => `! ${notice.text}`),
    ...results.map(entry),
    ...(near.length > 0 ? ['Gần đúng, thiếu một phần:'] : []),
    ...near.map((one, i) => `${entry(one, i)}\n   thiếu: ${one.missing.join(', ') || 'chữ viết khác'}`),
    ...(pages > 1 ? [`Trang ${page}/${pages}`] : []),
  ].join('\n\n');
}
