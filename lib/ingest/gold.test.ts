/** The pages of `data/ingest-gold`, of our own writing in the manner of real ones: measured, and held to the targets. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  accuracy,
  type Evaluation,
  f1,
  type Gold,
  goldSchema,
  judge,
  newEvaluation,
  type Tally,
} from './evaluate';
import { dataRegistry, TODAY } from './fixtures';
import { type Ingested, ingestBytes } from './ingest';

const FOLDER = 'data/ingest-gold/rules';

const pages: { gold: Gold; ingested: Ingested }[] = [];
let evaluation: Evaluation;

beforeAll(async () => {
  const registry = await dataRegistry();
  evaluation = newEvaluation();
  for (const gold of goldSchema.parse(JSON.parse(await readFile(join(FOLDER, 'gold.json'), 'utf8')))) {
    const ingested = await ingestBytes(
      await readFile(join(FOLDER, gold.file)),
      gold.file,
      registry,
      {},
      TODAY,
    );
    pages.push({ gold, ingested });
    judge(evaluation, gold, ingested, registry);
  }
});

const tally = (field: string): Tally =>
  evaluation.fields[field] ?? { right: 0, wrong: 0, missing: 0, invented: 0 };

describe('the gold pages', () => {
  it('are thirty or more', () => {
    expect(evaluation.pages).toBeGreaterThanOrEqual(30);
  });

  it.each([
    ['province', 0.98],
    ['period', 0.96],
    ['heldOn', 0.96],
    ['noise kept out', 1],
    ['body kept', 1],
  ])('%s is right in %d of the cases or more', (field, target) => {
    expect(accuracy(tally(field))).toBeGreaterThanOrEqual(target);
  });

  it.each([
    ['directives', 0.96],
    ['figures', 0.9],
  ])('%s reach F1 %d', (field, target) => {
    expect(f1(tally(field))).toBeGreaterThanOrEqual(target);
  });
});

describe('evidence', () => {
  it('stands in the raw page where it says', () => {
    const wrong = pages.flatMap(({ gold, ingested: { raw, evidence } }) =>
      Object.entries(evidence).flatMap(([field, { text, start, end }]) =>
        text !== '' && raw.slice(start, end) === text ? [] : [`${gold.file} ${field}: ${text}`],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('is there for every day, place, period and directive', () => {
    const bare = pages.flatMap(({ gold, ingested: { report, evidence } }) => {
      const fields = ['heldOn', 'currentProvince', 'period', 'organization'] as const;
      const missing = fields.filter((field) => report[field] !== null && !evidence[field]);
      if (report.directives.length > 0 && !evidence.directives) return [`${gold.file} directives`];
      return missing.map((field) => `${gold.file} ${field}`);
    });
    expect(bare).toEqual([]);
  });
});
