/** What holds for any documents and any text, checked on made-up ones. */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { fold, spelling } from '../vietnamese/fold';
import { tokenize } from '../vietnamese/tokenize';
import { buildMiniSearch, miniSearchOptions, packIndex, type SourceDocument } from './build';
import { FIELDS, MARKS } from './format';
import { IndexDamaged, marks, openIndex, snippet } from './index';
import { PackedIndex, readPacked } from './packed';

const word = fc.constantFrom(
  ...'tuyên tuyển tuyen giáo giao giảo hưng yên bình hòa hoà kỹ kĩ năng đường dương 2020 05-CT/TW 57-KH/TU của'.split(
    ' ',
  ),
);
const words = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { maxLength: most }).map((all) => all.join(' '));
const documents: fc.Arbitrary<SourceDocument[]> = fc
  .array(fc.record({ title: words(5), body: words(40), place: words(2) }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((document, i) => ({ id: `d${i}`, ...document })));
const pack = (all: SourceDocument[]): Uint8Array => packIndex(buildMiniSearch(all), all);
/** Searched to the letter, the last word finished. */
const found = (all: SourceDocument[], text: string): number[] =>
  openIndex(pack(all))
    .search(`${text} `, { literal: true })
    .found.map(({ doc }) => doc)
    .sort((a, b) => a - b);

describe('the packed index', () => {
  it('holds MiniSearch’s own postings: terms, documents, fields and frequencies', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const index = buildMiniSearch(all);
        const { index: entries, fieldIds, documentIds } = index.toJSON();
        const theirs = new Map<string, number>();
        for (const [term, fields] of entries) {
          for (const [field, frequencies] of Object.entries(fields)) {
            for (const [short, frequency] of Object.entries(frequencies)) {
              theirs.set(`${term} ${field} ${documentIds[short]}`, frequency as number);
            }
          }
        }
        const packed = new PackedIndex(readPacked(packIndex(index, all)));
        const ours = new Map<string, number>();
        const postings: string[] = [];
        for (let doc = 0; doc < packed.documents; doc++) {
          let field = '';
          for (let at = packed.docStart[doc] ?? 0; at < (packed.docStart[doc + 1] ?? 0); at++) {
            const token = packed.tokens[at] ?? 0;
            if (token < MARKS) {
              field = String(fieldIds[FIELDS[token - 1]?.name ?? '']);
              continue;
            }
            const term = packed.termText(packed.termOf[token - MARKS] ?? 0);
            const key = `${term} ${field} d${doc}`;
            ours.set(key, (ours.get(key) ?? 0) + 1);
          }
        }
        expect(ours).toEqual(theirs);
        for (const [term] of entries) {
          for (const doc of packed.postings(packed.term(term)).docs) postings.push(`${term} d${doc}`);
        }
        expect(postings.sort()).toEqual(
          [...new Set([...theirs.keys()].map((key) => key.replace(/ \d+ /, ' ')))].sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('finds for a few words what stock MiniSearch finds with its own JSON', () => {
    fc.assert(
      fc.property(documents, fc.array(word, { minLength: 1, maxLength: 3 }), (all, some) => {
        // Typed without marks: with them, only that spelling counts.
        const content = some.filter((one) => one !== 'của').map((one) => fold(one));
        fc.pre(content.length > 0);
        const stock = MiniSearch.loadJSON(JSON.stringify(buildMiniSearch(all)), miniSearchOptions);
        const theirs = stock.search(content.join(' . ')).map(({ id }) => Number(String(id).slice(1)));
        expect(found(all, content.join(' . '))).toEqual(theirs.sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when any byte is altered or any are missing', () => {
    const bytes = pack([
      { id: 'd', title: 'Tuyên giáo', body: 'Hưng Yên tổng kết công tác tuyên giáo năm 2020' },
    ]);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = bytes.slice();
        altered[at] = (altered[at] ?? 0) ^ change;
        expect(() => openIndex(altered)).toThrow(IndexDamaged);
        expect(() => openIndex(bytes.subarray(0, at))).toThrow(IndexDamaged);
      }),
    );
  });
});

describe('a search', () => {
  it('finds by a phrase only what it finds by the words of it', () => {
    fc.assert(
      fc.property(documents, fc.array(word, { minLength: 2, maxLength: 3 }), (all, some) => {
        const plain = new Set(found(all, some.join(' ')));
        for (const doc of found(all, `"${some.join(' ')}"`)) expect(plain).toContain(doc);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out exactly the documents that hold an excluded word', () => {
    fc.assert(
      fc.property(documents, word, word, (all, wanted, unwanted) => {
        const folded = fold(unwanted);
        fc.pre(unwanted === folded);
        const holds = (doc: number): boolean => {
          const { title = '', body = '', place = '' } = all[doc] ?? {};
          return tokenize(`${title} . ${body} . ${place}`).some((token) => token.folded === folded);
        };
        expect(found(all, `${wanted} -${unwanted}`)).toEqual(found(all, wanted).filter((doc) => !holds(doc)));
      }),
      { numRuns: 100 },
    );
  });

  it('does not care how its text is composed', () => {
    fc.assert(
      fc.property(documents, words(4), (all, text) => {
        const engine = openIndex(pack(all));
        expect(engine.search(text.normalize('NFD')).found).toEqual(
          engine.search(text.normalize('NFC')).found,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('answers any text, reading no more than so much of it', () => {
    const engine = openIndex(pack([{ id: 'd', title: 'Tuyên giáo', body: 'Hưng Yên tổng kết 05-CT/TW' }]));
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom('"', '-', '“', ' ', 'tuyeen', "gia'o", '😀', 'T.Ư', '05', 'CT/', '\0', 'y\u0301'),
          { maxLength: 60 },
        )
        .map((all) => all.join('')),
      fc
        .tuple(fc.string({ maxLength: 4 }), fc.integer({ min: 1, max: 20_000 }))
        .map(([text, times]) => text.repeat(times)),
    );
    fc.assert(
      fc.property(odd, fc.boolean(), (text, literal) => {
        const { match, found: hits } = engine.search(text, { literal });
        expect(match.things.length).toBeLessThanOrEqual(96);
        expect(hits.length).toBeLessThanOrEqual(1);
        engine.suggestPhrases(text, 5);
        snippet('Ban Tuyên giáo Tỉnh ủy', match, 12);
      }),
      { numRuns: 400 },
    );
  });
});

describe('things', () => {
  it('a thing typed with marks is found in that spelling only, and so marked', () => {
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom('tuyên', 'tuyển', 'giáo', 'giảo', 'hòa', 'đường', 'dương'),
        (all, asked) => {
          const { found: hits, match } = openIndex(pack(all)).search(`${asked} `, { literal: true });
          const holds = (doc: number): boolean => {
            const { title = '', body = '', place = '' } = all[doc] ?? {};
            return tokenize(`${title} . ${body} . ${place}`).some(
              (token) => token.spelling === spelling(asked),
            );
          };
          expect(hits.map(({ doc }) => doc).sort((a, b) => a - b)).toEqual(
            all.flatMap((_, doc) => (holds(doc) ? [doc] : [])),
          );
          for (const { body } of all) {
            for (const [start, end] of marks(body, match))
              expect(spelling(body.slice(start, end))).toBe(spelling(asked));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('found and near share no document, and what is near lacks something or is spelled otherwise', () => {
    fc.assert(
      fc.property(documents, fc.array(word, { minLength: 1, maxLength: 5 }), (all, asked) => {
        const {
          found: hits,
          near,
          things,
        } = openIndex(pack(all)).search(`${asked.join(' ')} `, { literal: true });
        const whole = new Set(hits.map(({ doc }) => doc));
        for (const { doc, missing } of near) {
          expect(whole).not.toContain(doc);
          expect(missing.length).toBeGreaterThan(0);
          for (const place of missing) expect(things[place]).toBeDefined();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a quoted phrase runs across no punctuation', () => {
    fc.assert(
      fc.property(fc.constantFrom(',', ';', '.', ':', ' (', '!'), (sign) => {
        const all = [
          { id: 'd', title: 'x', body: `trật tự xã hội${sign} an ninh` },
          { id: 'e', title: 'x', body: 'thành phố Hội An' },
        ];
        expect(found(all, '"hội an"')).toEqual([1]);
      }),
    );
  });
});

describe('marks', () => {
  it('cover exactly the syllables that match, whatever their spelling', () => {
    const pieces = fc.array(fc.oneof(word, fc.constantFrom('😀', ',', '\u200b', '…')), { maxLength: 30 });
    fc.assert(
      fc.property(documents, fc.array(word, { minLength: 1, maxLength: 4 }), pieces, (all, asked, text) => {
        const query = asked.filter((one) => one !== 'của').map((one) => fold(one));
        fc.pre(query.length > 0);
        const { match } = openIndex(pack(all)).search(`${query.join(' , ')} `, { literal: true });
        const known = new Set(
          match.things.flatMap(({ wordings }) =>
            wordings.flatMap(({ parts }) => parts.flatMap(({ folded }) => folded)),
          ),
        );
        for (const form of ['NFC', 'NFD'] as const) {
          const body = text.join(' ').normalize(form);
          const expected = tokenize(body).filter((token) => known.has(token.folded));
          expect(marks(body, match)).toEqual(expected.map(({ start, end }) => [start, end]));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('stay within a snippet no longer than asked, on whole syllables', () => {
    fc.assert(
      fc.property(
        documents,
        words(3),
        words(80),
        fc.integer({ min: 20, max: 200 }),
        (all, query, text, most) => {
          const { match } = openIndex(pack(all)).search(query);
          const part = snippet(text, match, most);
          expect(part.text.length).toBeLessThanOrEqual(most);
          const inside = part.text.replace(/^…|…$/g, '');
          expect(text).toContain(inside);
          for (const [start, end] of part.marks) {
            expect(part.text.slice(start, end)).toMatch(/^\S+$/);
            expect(part.text.charAt(start - 1)).not.toMatch(/[\p{L}\p{N}]/u);
            expect(part.text.charAt(end)).not.toMatch(/[\p{L}\p{N}]/u);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
