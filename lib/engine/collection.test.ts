/** An excerpt of a collection answers as the whole index does, as far as its documents go. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMiniSearch, packIndex, type SourceDocument } from './build';
import { CollectionBuilder, OpenCollection } from './collection';
import { IndexDamaged } from './format';
import { Engine, openIndex } from './index';
import { PackedIndex, readPacked } from './packed';
import { rank } from './rank';
import { Runs } from './runs';

const ALIASES = [{ from: 'TPHCM', to: 'Hồ Chí Minh' }];
const WORDS =
  'công tác tuyên giáo hưng yên hải phòng tin giả, đánh giá; nghị quyết 35-NQ/TW của và báo cáo'.split(' ');
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 })
  .map((words) => words.join(' '));
const documents = fc
  .array(fc.record({ title: text, body: text, place: text }), { minLength: 1, maxLength: 12 })
  .map((list) => list.map((one, i): SourceDocument => ({ id: `d-${i}`, ...one })));
const questions = fc.oneof(
  text,
  text.map((one) => `"${one}" -giả`),
  fc.constant('tuyen gi'),
);

/** The collection of the documents, with what only the whole index knows read from there. */
function collected(all: readonly SourceDocument[]) {
  const builder = new CollectionBuilder();
  const streams = all.map((one) => builder.add(one));
  const collection = new OpenCollection(builder.finish(ALIASES));
  const whole = new PackedIndex(readPacked(packIndex(buildMiniSearch(all), all, ALIASES)));
  const runs = new Runs(whole);
  const excerpt = (docs: readonly number[]) =>
    collection.excerpt(
      docs.map((doc) => streams[doc] as Uint8Array),
      {
        holding: (run) => runs.docs(run).length,
        holdingAny: (several) => new Set(several.flatMap((run) => [...runs.docs(run)])).size,
        answered: (_, things) => {
          // The things alone: what ranks beside them does not matter to the counts.
          const question = {
            blank: false,
            tokens: [],
            phrases: [],
            text: '',
            open: false,
            unfinished: false,
          };
          const { total, lackOnly, held } = rank(whole, runs, question, [], things);
          return { found: total, lackOnly, held };
        },
        sampled: () => {},
      },
    );
  return { whole: new Engine(whole), excerpt };
}

test('an excerpt of all documents is the index', () => {
  fc.assert(
    fc.property(documents, questions, (all, question) => {
      const { whole, excerpt } = collected(all);
      const engine = new Engine(excerpt([...all.keys()]));
      const { found, near, total, things, repaired } = engine.search(question);
      expect({ found, near, total, things, repaired }).toEqual(
        (({ found, near, total, things, repaired }) => ({ found, near, total, things, repaired }))(
          whole.search(question),
        ),
      );
      expect(engine.suggestPhrases(question, 5)).toEqual(whole.suggestPhrases(question, 5));
    }),
    { numRuns: 60 },
  );
});

test('the documents of an excerpt are scored as among all, in the same order', () => {
  fc.assert(
    fc.property(documents, questions, fc.infiniteStream(fc.boolean()), (all, question, chance) => {
      const { whole, excerpt } = collected(all);
      const docs = [...all.keys()].filter(() => chance.next().value);
      const { found, total } = new Engine(excerpt(docs)).search(question);
      const asked = whole.search(question);
      expect(total).toBe(asked.total);
      expect(found.map(({ doc, score }) => ({ doc: docs[doc], score }))).toEqual(
        asked.found.filter(({ doc }) => docs.includes(doc)),
      );
    }),
    { numRuns: 60 },
  );
});

test('what is known of a collection is checked before it is believed', () => {
  const builder = new CollectionBuilder();
  builder.add({ id: 'a', title: 'công tác tuyên giáo', body: '' });
  const bytes = builder.finish();
  expect(new OpenCollection(bytes).documents).toBe(1);
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
  expect(() => new OpenCollection(bytes)).toThrow(IndexDamaged);
  expect(() => openIndex(bytes)).toThrow(IndexDamaged);
});

test('syllables that must stand near each other may do so in every document', () => {
  const all = ['a', 'b'].map((id) => ({ id, title: 'công', body: 'công', place: 'công' }));
  const { whole } = collected(all);
  expect(whole.search('công công công công').found).toHaveLength(2);
});
