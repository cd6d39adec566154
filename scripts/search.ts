/**
 * `npm run --silent search -- "q=tuyen giao&tinh=hung-yen"`: a search on the command line. Takes a query string or
 * a whole share link; plain words are searched as they are.
 */
import { Command, InvalidArgumentError } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { loadCorpusOrThrow } from '../lib/catalogue/load';
import { writeIndex } from '../lib/search/build';
import { formatDate, searchTitle } from '../lib/search/describe';
import type { SearchResult } from '../lib/search/result';
import { answer, openStore } from '../lib/search/store';

const program = new Command('search')
  .description('Searches the reports')
  .argument('<search>', 'query string, share link or words')
  .option('--json', 'print the same JSON as /api/search')
  .option('--limit <n>', 'print at most n results', (value) => {
    const limit = Number(value);
    if (!Number.isInteger(limit) || limit < 0) throw new InvalidArgumentError('a whole number, 0 or more');
    return limit;
  })
  .parse();
const { json, limit } = program.opts<{ json?: boolean; limit?: number }>();
const input = program.args[0] ?? '';

await openStore().catch(async () => writeIndex(await loadCorpusOrThrow(dataDirectory())));
const result = await answer(/[?=]/.test(input) ? input : new URLSearchParams({ q: input }));
const results = result.results.slice(0, limit);
console.log(json ? JSON.stringify({ ...result, results }, null, 2) : readable({ ...result, results }));

function readable({ total, words, results, notices, page, pages }: SearchResult): string {
  const list = results.map((one, i) => {
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
  });
  return [
    searchTitle(total, words),
    ...notices.map((notice) => `! ${notice.text}`),
    ...list,
    ...(pages > 1 ? [`Trang ${page}/${pages}`] : []),
  ].join('\n\n');
}
