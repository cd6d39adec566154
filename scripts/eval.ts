/**
 * `npm run --silent eval`: how well the app ranks.
 *
 *   npm run --silent eval                                   our judged queries over the shipped catalogue
 *   npm run --silent eval -- --corpus FILE --queries FILE   any judged set (see scripts/judged.ts)
 *     --condition no-marks    the queries typed another way; --condition all for every way
 *     --half tune|report      one half of our own queries
 *   npm run --silent eval -- --people FILE                  queries judged over the whole catalogue, tiers and offers too
 *   npm run --silent eval -- --headlines FILE               titles of a corpus as queries, titles not indexed
 *   npm run --silent eval -- --fragments FILE               four neighbouring syllables of its texts as queries
 *   npm run --silent eval -- --words                        words typed with marks: found against holding; marks on others
 *     --misses                also the queries whose first hit is not relevant
 *     --json                  JSON instead of a table
 *
 * The ranking is the app's own, with the app's own constants: nothing can be set for a corpus.
 */
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { dataDirectory } from '../lib/catalogue/directory';
import { loadCorpusOrThrow } from '../lib/catalogue/load';
import { type Engine, type Hit, openIndex } from '../lib/engine';
import { type Alias, buildMiniSearch, packIndex, type SourceDocument } from '../lib/engine/build';
import { contextOf } from '../lib/search/build';
import { documentOf, placeAliases, searchedReports, vocabularyOf } from '../lib/search/documents';
import {
  CONDITIONS,
  type Condition,
  type JudgedQuery,
  readCorpus,
  readQueries,
  type Scores,
  score,
  typeAs,
} from './judged';
import {
  foreignMarks,
  fragmentQueries,
  headlineQueries,
  openBodies,
  ranked,
  spread,
  wordRatios,
} from './measures';
import { answerPeople, peopleTable } from './people';

const options = new Command('eval')
  .description('Scores the ranking on judged queries')
  .option('--corpus <file>', 'documents: { id, title?, text } a line, plain or .gz')
  .option('--queries <file>', 'queries: { id, text, relevant: [id] } a line, plain or .gz')
  .addOption(
    new Option('--condition <way>', 'how queries are typed')
      .choices([...CONDITIONS, 'all'])
      .default('as-typed'),
  )
  .addOption(new Option('--half <half>', 'of our own queries').choices(['tune', 'report']))
  .option('--people <file>', 'queries judged by reading every report: { q, type, relevant, complete } a line')
  .option('--headlines <file>', 'a corpus; its titles are the queries')
  .option('--fragments <file>', 'a corpus; pieces of its texts are the queries')
  .option('--words', 'words of the catalogue, typed with marks')
  .option('--docs <n>', 'only so many documents of a corpus', Number)
  .option('--misses', 'print queries whose first hit is not relevant')
  .option('--json', 'print JSON')
  .parse()
  .opts<{
    corpus?: string;
    queries?: string;
    condition: Condition | 'all';
    half?: string;
    people?: string;
    headlines?: string;
    fragments?: string;
    words?: boolean;
    docs?: number;
    misses?: boolean;
    json?: boolean;
  }>();

interface JudgedSet {
  documents: SourceDocument[];
  aliases: Alias[];
  queries: JudgedQuery[];
}

/** Found against holding: so much is as good as equal. */
const MOST_SURPLUS = 1.1;
/** Words whose marks are looked at. */
const MARKED_WORDS = 100;

try {
  if (options.people) await scorePeople(options.people);
  else if (options.headlines) scoreCut(options.headlines, headlineQueries);
  else if (options.fragments) scoreCut(options.fragments, fragmentQueries);
  else if (options.words) await scoreWords();
  else await scoreJudged();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Queries cut from the texts of a corpus, whose titles are not indexed. */
function scoreCut(file: string, cut: (documents: readonly SourceDocument[]) => JudgedQuery[]): void {
  const documents = readCorpus(file).slice(0, options.docs);
  const engine = openBodies(documents);
  const queries = cut(documents);
  const rows = (['as-typed', 'no-marks'] as const).map(
    (condition) =>
      [condition, score(queries, (text) => ranked(engine, documents, typeAs(condition, text)))] as const,
  );
  if (options.json) console.log(JSON.stringify(Object.fromEntries(rows)));
  else printTable(rows);
}

async function scoreWords(): Promise<void> {
  const corpus = await loadCorpusOrThrow(dataDirectory());
  const context = contextOf(corpus);
  const vocabulary = vocabularyOf(corpus);
  const texts = searchedReports(corpus.reports).map((report) => {
    const { title, body, terms, organization, place } = documentOf(report, corpus, vocabulary);
    return [title, body, terms, organization, place].join('\n');
  });
  const ratios = wordRatios(context, texts);
  const within = ratios.filter(({ ratio }) => ratio <= MOST_SURPLUS).length / ratios.length;
  const exact = ratios.filter(({ ratio }) => ratio === 1).length / ratios.length;
  console.log(
    `${ratios.length} words: found ÷ holding at most ${MOST_SURPLUS} for ${percent(within)}, exactly 1 for ${percent(exact)}`,
  );
  const wrong = await foreignMarks(
    context,
    spread(
      ratios.map(({ word }) => word),
      MARKED_WORDS,
    ),
  );
  console.log(`syllables marked that are other words: ${percent(wrong)}`);
  if (options.misses)
    for (const { word, ratio } of ratios) if (ratio !== 1) console.log(`${word}: ${ratio.toFixed(2)}`);
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
async function scorePeople(file: string): Promise<void> {
  const rows = await answerPeople(file, contextOf(await loadCorpusOrThrow(dataDirectory())));
  console.log(options.json ? JSON.stringify(rows) : peopleTable(rows));
  if (!options.misses) return;
  for (const { query, rank, found, near } of rows) {
    const wanted = new Set(query.relevant);
    const right = found.filter((id) => wanted.has(id)).length;
    const close = near.filter((id) => wanted.has(id)).length;
    const whole = found.length === right && right + close >= query.relevant.length;
    if (rank === 0 && (whole || !query.complete)) continue;
    if (query.relevant.length === 0 && found.length === 0) continue;
    console.log(
      `${query.type} | ${query.q} | first right at ${rank + 1} | found ${right} right of ${found.length}, near ${close} of ${near.length}, wanted ${query.relevant.length}${query.complete ? '' : ' and more'}`,
    );
  }
}

async function scoreJudged(): Promise<void> {
  const set = await readSet();
  const engine = openIndex(packIndex(buildMiniSearch(set.documents), set.documents, set.aliases));
  const conditions = options.condition === 'all' ? CONDITIONS : [options.condition];
  const rows = conditions.map((condition) => [condition, scoreAs(engine, set, condition)] as const);
  if (options.json) {
    console.log(JSON.stringify(options.condition === 'all' ? Object.fromEntries(rows) : rows[0]?.[1]));
  } else {
    printTable(rows);
    if (!options.corpus) printKinds(engine, set);
  }
  if (options.misses) for (const condition of conditions) printMisses(engine, set, condition);
}

async function readSet(): Promise<JudgedSet> {
  if (options.corpus || options.queries) {
    if (!options.corpus || !options.queries) throw new Error('eval: --corpus and --queries go together');
    return { documents: readCorpus(options.corpus), aliases: [], queries: readQueries(options.queries) };
  }
  const corpus = await loadCorpusOrThrow(dataDirectory());
  const vocabulary = vocabularyOf(corpus);
  const queries = readQueries(join(dataDirectory(), 'judged', 'queries.jsonl'));
  return {
    documents: searchedReports(corpus.reports).map((report) => documentOf(report, corpus, vocabulary)),
    aliases: placeAliases(corpus),
    queries: queries.filter((query) => !options.half || query.half === options.half),
  };
}

/** Queries that nothing answers are judged by finding nothing, apart from the means. */
function scoreAs(engine: Engine, set: JudgedSet, condition: Condition): Scores {
  const answered = set.queries.filter((query) => query.relevant.length > 0);
  return score(answered, (text) => idsFound(engine, set, typeAs(condition, text)));
}

function idsFound(engine: Engine, { documents }: JudgedSet, text: string): string[] {
  const { found, near } = engine.search(text);
  const ids = (hits: readonly Hit[]) => hits.map(({ doc }) => documents[doc]?.id ?? '');
  // Of passages that answer a question none need hold all of its words: what is judged is the order by score.
  return ids(options.corpus ? [...found, ...near].sort((a, b) => b.score - a.score) : [...found, ...near]);
}

function printTable(rows: readonly (readonly [string, Scores])[]): void {
  const names = ['queries', 'mrr10', 'recall1', 'recall5', 'recall10', 'ndcg10', 'zeroHits'] as const;
  console.log(`| | ${names.join(' | ')} |\n|---|${'---|'.repeat(names.length)}`);
  for (const [label, scores] of rows) {
    console.log(`| ${label} | ${names.map((name) => scores[name]).join(' | ')} |`);
  }
}

/** Our own queries by kind, with the share of known items that come first and among the first three. */
function printKinds(engine: Engine, set: JudgedSet): void {
  const kinds = [...new Set(set.queries.map((query) => query.kind ?? ''))];
  console.log('');
  printTable(
    kinds.map((kind) => {
      const queries = set.queries.filter((query) => query.kind === kind);
      return [kind, scoreAs(engine, { ...set, queries }, 'as-typed')];
    }),
  );
  const ranks = set.queries
    .filter((query) => query.known)
    .map((query) => idsFound(engine, set, query.text).findIndex((id) => query.relevant.includes(id)));
  const share = (depth: number): string =>
    `${((100 * ranks.filter((rank) => rank >= 0 && rank < depth).length) / ranks.length).toFixed(1)} %`;
  const nothing = set.queries.filter((query) => query.relevant.length === 0);
  const kept = nothing.filter((query) => engine.search(query.text).found.length === 0);
  console.log(`\nknown items (${ranks.length}): first ${share(1)}, among three ${share(3)}`);
  console.log(`queries that nothing answers: ${kept.length} of ${nothing.length} find nothing`);
}

function printMisses(engine: Engine, set: JudgedSet, condition: Condition): void {
  for (const query of set.queries) {
    const text = typeAs(condition, query.text);
    const { found, near, repaired } = engine.search(text);
    const ids = [...found, ...near].map(({ doc }) => set.documents[doc]?.id ?? '');
    const rank = ids.findIndex((id) => query.relevant.includes(id));
    if (query.relevant.length ? rank === 0 : ids.length === 0) continue;
    const how = [`${found.length} found`, repaired && `repaired: ${repaired.to}`].filter(Boolean).join(', ');
    console.log(
      `${condition} ${query.id} ${query.kind ?? ''} | ${text} | ${rank < 0 ? 'not found' : `rank ${rank + 1}`} of ${ids.length} | wanted ${query.relevant[0] ?? 'nothing'}, got ${ids[0] ?? 'nothing'} ${how}`,
    );
  }
}
