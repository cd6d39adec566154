/**
 * The engines that are compared, each behind the same four steps: build, save, load, search. All get the same
 * analysis of Vietnamese (whole syllables, folded) where they let one be given; what differs is how they store
 * and rank.
 */
import { createRequire } from 'node:module';
import MiniSearch, { type Options } from 'minisearch';
import { openIndex } from '../lib/engine';
import { buildMiniSearch, packIndex, type SourceDocument } from '../lib/engine/build';
import { tokenize } from '../lib/vietnamese/tokenize';

/** Finds documents for a text, best first: at least the first ten ids, where there are so many. */
export type Search = (text: string) => string[] | Promise<string[]>;

export interface Contender {
  name: string;
  /** Builds the index and saves it to the bytes that would be shipped. */
  build(documents: readonly SourceDocument[]): Promise<Uint8Array>;
  /** From those bytes to an index that can be searched. */
  load(bytes: Uint8Array, documents: readonly SourceDocument[]): Promise<Search>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const json = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));
const folded = (text: string): string[] => tokenize(text).map((token) => token.folded);

export const ours: Contender = {
  name: 'this engine',
  build: async (documents) => packIndex(buildMiniSearch(documents), documents),
  load: async (bytes, documents) => {
    const engine = openIndex(bytes);
    return (text) => {
      const { found, near } = engine.search(text);
      return [...found, ...near].map(({ doc }) => documents[doc]?.id ?? '');
    };
  },
};

function miniSearch(name: string, analysis: Partial<Options<SourceDocument>>): Contender {
  const options: Options<SourceDocument> = { idField: 'id', fields: ['title', 'body'], ...analysis };
  return {
    name,
    build: async (documents) => {
      const index = new MiniSearch(options);
      index.addAll(documents);
      return json(index);
    },
    load: async (bytes) => {
      const index = MiniSearch.loadJSON(decoder.decode(bytes), options);
      return (text) => index.search(text).map(({ id }) => String(id));
    },
  };
}

const miniSearchFolded = miniSearch('MiniSearch, folded', {
  tokenize: folded,
  processTerm: (term) => term,
  searchOptions: { boost: { title: 2 } },
});

/** Terms carry spelling and folded form in one string, parted by a tab, until they are split here. */
const miniSearchBoth = miniSearch('MiniSearch, exact + folded', {
  tokenize: (text) => tokenize(text).map((token) => `${token.spelling}\t${token.folded}`),
  processTerm: (term) => {
    const [exact = '', plain = ''] = term.split('\t');
    return exact === plain ? exact : [exact, plain];
  },
  searchOptions: { boost: { title: 2 }, boostTerm: (term) => (/^[\x20-\x7e]*$/.test(term) ? 0.5 : 1) },
});

// The peers are installed beside this file and not known to the app's own resolution.
const require = createRequire(import.meta.url);

interface FlexIndex {
  add(id: number, text: string): void;
  search(text: string, options: object): number[];
  export(save: (key: string, data: string) => void): Promise<void> | undefined;
  import(key: string, data: string): void;
}

function flexSearch(): Contender {
  const { Index } = require('flexsearch') as { Index: new (options: object) => FlexIndex };
  const make = (): FlexIndex =>
    new Index({
      tokenize: 'strict',
      encode: folded,
      resolution: 9,
      context: { depth: 1, resolution: 3, bidirectional: true },
    });
  return {
    name: 'FlexSearch',
    build: async (documents) => {
      const index = make();
      documents.forEach((document, i) => {
        index.add(i, `${document.title} ${document.body}`);
      });
      const parts: [string, string][] = [];
      await index.export((key, data) => {
        parts.push([key, data]);
      });
      return json(parts);
    },
    load: async (bytes, documents) => {
      const index = make();
      for (const [key, data] of JSON.parse(decoder.decode(bytes)) as [string, string][])
        index.import(key, data);
      return (text) => index.search(text, { limit: 10, suggest: true }).map((i) => documents[i]?.id ?? '');
    },
  };
}

interface LunrIndex {
  query(build: (query: { term(term: string, options: object): void }) => void): { ref: string }[];
}

interface LunrBuilder {
  tokenizer: (text: unknown) => unknown[];
  pipeline: { reset(): void };
  searchPipeline: { reset(): void };
  ref(name: string): void;
  field(name: string, options?: object): void;
  add(document: object): void;
}

function lunrPeer(): Contender {
  const lunr = require('lunr') as {
    (configure: (this: LunrBuilder) => void): object;
    Token: new (text: string, metadata: object) => unknown;
    Index: { load(data: unknown): LunrIndex };
  };
  return {
    name: 'Lunr',
    build: async (documents) =>
      json(
        lunr(function () {
          this.tokenizer = (text) => folded(String(text ?? '')).map((term) => new lunr.Token(term, {}));
          this.pipeline.reset();
          this.searchPipeline.reset();
          this.ref('id');
          this.field('title', { boost: 2 });
          this.field('body');
          for (const document of documents) this.add(document);
        }),
      ),
    load: async (bytes) => {
      const index = lunr.Index.load(JSON.parse(decoder.decode(bytes)));
      return (text) =>
        index
          .query((query) => {
            for (const term of new Set(folded(text))) query.term(term, { usePipeline: false });
          })
          .map(({ ref }) => ref);
    },
  };
}

interface Orama {
  create(options: object): unknown;
  insertMultiple(db: unknown, documents: readonly object[], batch?: number): unknown;
  save(db: unknown): unknown;
  load(db: unknown, data: unknown): void;
  search(
    db: unknown,
    options: object,
  ): { hits: { document: { id: string } }[] } | Promise<{ hits: { document: { id: string } }[] }>;
}

function oramaPeer(): Contender {
  const orama = require('@orama/orama') as Orama;
  const make = (): unknown =>
    orama.create({
      schema: { id: 'string', title: 'string', body: 'string' },
      components: {
        tokenizer: {
          language: 'english',
          normalizationCache: new Map(),
          tokenize: (text: string) => [...new Set(folded(text))],
        },
      },
    });
  return {
    name: 'Orama',
    build: async (documents) => {
      const db = make();
      await orama.insertMultiple(
        db,
        documents.map(({ id, title, body }) => ({ id, title, body })),
        1000,
      );
      return json(await orama.save(db));
    },
    load: async (bytes) => {
      const db = make();
      orama.load(db, JSON.parse(decoder.decode(bytes)));
      return async (text) => {
        const { hits } = await orama.search(db, {
          term: text,
          limit: 10,
          properties: ['title', 'body'],
          boost: { title: 2 },
        });
        return hits.map(({ document }) => document.id);
      };
    },
  };
}

interface Sqlite {
  exec(sql: string): void;
  prepare(sql: string): { run(...values: unknown[]): void; all(...values: unknown[]): { id: string }[] };
  serialize(): Buffer;
}

function sqlitePeer(): Contender {
  const Database = require('better-sqlite3') as new (source: string | Buffer) => Sqlite;
  return {
    name: 'SQLite FTS5',
    build: async (documents) => {
      const db = new Database(':memory:');
      db.exec(
        "CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, body, content='', contentless_unindexed=1, tokenize='unicode61 remove_diacritics 2')",
      );
      const insert = db.prepare('INSERT INTO docs (id, title, body) VALUES (?, ?, ?)');
      db.exec('BEGIN');
      for (const { id, title, body } of documents) insert.run(id, title, body);
      db.exec('COMMIT');
      db.exec("INSERT INTO docs (docs) VALUES ('optimize')");
      return new Uint8Array(db.serialize());
    },
    load: async (bytes) => {
      const db = new Database(Buffer.from(bytes));
      const select = db.prepare(
        'SELECT id FROM docs WHERE docs MATCH ? ORDER BY bm25(docs, 0, 2, 1) LIMIT 10',
      );
      return (text) => {
        const terms = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
        return terms.length
          ? select.all(terms.map((term) => `"${term}"`).join(' OR ')).map(({ id }) => id)
          : [];
      };
    },
  };
}

/** Our engine and every peer that is installed; `missing` names those that are not, with the reason. */
export function contenders(): { present: Contender[]; missing: string[] } {
  const present = [ours, miniSearchFolded, miniSearchBoth];
  const missing: string[] = [];
  for (const [name, make] of [
    ['FlexSearch', flexSearch],
    ['Lunr', lunrPeer],
    ['Orama', oramaPeer],
    ['SQLite FTS5', sqlitePeer],
  ] as const) {
    try {
      present.push(make());
    } catch (error) {
      missing.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  return { present, missing };
}
