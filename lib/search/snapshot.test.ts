/** What a running server knows, over folders that are built, swapped, damaged and taken away. */
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Corpus, Report } from '../domain/report';
import { IndexDamaged } from '../engine';
import { CORPUS } from '../site/browse/fixtures';
import { indexFiles, writeIndex } from './build';
import { readBuiltIndex } from './index-folder';
import { currentSnapshot, openSnapshot, snapshotHealth, snapshotOf } from './snapshot';
import { answer, catalogueFile, textsOf, textsOfPart } from './store';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
  vi.stubEnv('INDEX_DIR', folder);
  vi.stubGlobal('snapshotLive', undefined);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(async () => {
  const { timer } = (globalThis as { snapshotLive?: { timer: NodeJS.Timeout } }).snapshotLive ?? {};
  clearInterval(timer);
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** The corpus with the title of one of its reports changed: another index. */
function retitled(title: string): Corpus {
  const [first, ...rest] = CORPUS.reports as [Report, ...Report[]];
  return { ...CORPUS, reports: [{ ...first, title }, ...rest] };
}

const seen = () => vi.waitFor(async () => (await currentSnapshot()).hash, { timeout: 5000 });
const until = (hash: string) =>
  vi.waitFor(async () => expect((await currentSnapshot()).hash).toBe(hash), { timeout: 5000, interval: 50 });

test('without an index it says what to do, and opens the one that comes', async () => {
  await expect(currentSnapshot()).rejects.toThrow(/npm run index/);
  const { hash } = await writeIndex(CORPUS);
  expect(await seen()).toBe(hash);
});

test('answers, facts and details are of one index, and another takes their place whole', async () => {
  const before = await writeIndex(CORPUS);
  expect((await currentSnapshot()).hash).toBe(before.hash);
  const after = await writeIndex(retitled('Hội nghị xập xình'));
  await until(after.hash);
  const snapshot = await currentSnapshot();
  expect((await answer('q=xap+xinh')).results[0]?.title).toBe('Hội nghị xập xình');
  expect(snapshot.corpus.reports.map(({ title }) => title)).toContain('Hội nghị xập xình');
  expect(snapshotHealth()).toMatchObject({ hash: after.hash, age: expect.any(Number), trouble: null });
});

test('the one before stays readable, in memory and from the folder; one long gone does not', async () => {
  const hashes: string[] = [];
  for (let i = 0; i < 7; i++) hashes.push((await writeIndex(retitled(`Báo cáo số ${i}`))).hash);
  const [oldest = '', , kept = ''] = hashes;
  expect((await currentSnapshot()).hash).toBe(hashes[6]);
  expect(await textsOf(kept, '0,1')).toHaveLength(2);
  expect(await catalogueFile(kept, 'br')).not.toBeNull();
  expect(await textsOf(oldest, '0')).toBeNull();
  expect(await catalogueFile(oldest, null)).toBeNull();
  const next = await writeIndex(CORPUS);
  await until(next.hash);
  expect((await snapshotOf(hashes[6] ?? ''))?.hash).toBe(hashes[6]);
});

test('texts are of the index that was asked for, never of another', async () => {
  const { hash } = await writeIndex(CORPUS);
  await currentSnapshot();
  expect(await textsOf('0123456789abcdef', '0')).toBeNull();
  expect(await textsOf('../../etc', '0')).toBeNull();
  expect(await textsOf(hash, '0')).toHaveLength(1);
  expect(await textsOf(hash, String(CORPUS.reports.length))).toBeNull();
  expect(await textsOf(hash, '-1')).toBeNull();
  expect(await textsOfPart(hash, 0)).toEqual(await textsOf(hash, '0,1,2,3,4'));
  expect(await textsOfPart(hash, 1)).toBeNull();
  expect(await textsOfPart('0123456789abcdef', 0)).toBeNull();
  expect(await textsOf(hash, '0.5')).toBeNull();
});

test('one changed byte in any file of an index is noticed', async () => {
  const { hash } = await writeIndex(CORPUS);
  for (const name of await readdir(join(folder, hash))) {
    const file = join(folder, hash, name);
    const whole = await readFile(file);
    if (whole.length === 0) continue;
    const changed = Buffer.from(whole);
    const at = Math.floor(whole.length / 2);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    await writeFile(file, changed);
    await expect(openSnapshot(hash), name).rejects.toThrow(IndexDamaged);
    await writeFile(file, whole);
  }
  await expect(openSnapshot(hash)).resolves.toMatchObject({ hash });
});

test('a damaged index does not take the place of a good one, and mending it is enough', async () => {
  const { hash } = await writeIndex(CORPUS);
  await currentSnapshot();
  const other = await writeIndex(retitled('Khác'));
  const texts = join(folder, other.hash, 'texts.jsonl');
  // The server may have opened it already; then there is nothing to refuse.
  const whole = await readFile(texts);
  await writeFile(texts, whole.subarray(0, 10));
  vi.stubGlobal('snapshotLive', undefined);
  await expect(currentSnapshot()).rejects.toThrow(/texts\.jsonl/);
  // Built again, the damaged folder makes way for a whole one of the same name.
  expect((await writeIndex(retitled('Khác'))).hash).toBe(other.hash);
  expect((await currentSnapshot()).hash).toBe(other.hash);
  expect(hash).not.toBe(other.hash);
});

test('a folder that goes stops nothing', async () => {
  const { hash } = await writeIndex(CORPUS);
  const { corpus } = await currentSnapshot();
  await rename(folder, `${folder}-away`);
  await vi.waitFor(() => expect(snapshotHealth().trouble).toMatch(/no search index/), { timeout: 5000 });
  expect((await currentSnapshot()).hash).toBe(hash);
  expect((await answer('')).total).toBe(corpus.reports.filter(({ status }) => status === 'published').length);
  await rename(`${folder}-away`, folder);
  await vi.waitFor(() => expect(snapshotHealth().trouble).toBeNull(), { timeout: 5000 });
});

test('a build that dies leaves everything as it was, and what it left is not taken for an index', async () => {
  const { hash } = await writeIndex(CORPUS);
  await writeFile(join(folder, '.current.json.dead'), '{"hash":');
  expect(await readBuiltIndex()).toMatchObject({ hash });
  expect((await readdir(folder)).filter((name) => name.startsWith('.new-'))).toEqual([]);
});

test('no file stays open, however often it is swapped', async () => {
  const open = async () => (await readdir('/proc/self/fd')).length;
  await writeIndex(CORPUS);
  await currentSnapshot();
  const before = await open();
  for (let i = 0; i < 5; i++) await until((await writeIndex(retitled(`Lần ${i}`))).hash);
  await textsOf((await readBuiltIndex())?.previous[0] ?? '', '0');
  expect(await open()).toBeLessThanOrEqual(before + 1);
});

test('a full text leaves the index only where its rights are open; evidence stays with its report', async () => {
  const text = 'Toàn văn của trang nguồn.';
  const evidence = { kind: { text: 'sơ kết', start: 0, end: 6 } };
  const [first, second] = CORPUS.reports as [Report, Report];
  const { hash } = await writeIndex({
    ...CORPUS,
    reports: [
      { ...first, id: 'mo', rights: 'open', fullText: text, evidence },
      { ...second, id: 'giu', rights: 'reserved', fullText: text },
    ],
  });
  const snapshot = await openSnapshot(hash);
  const details = (id: string) =>
    snapshot.details(snapshot.corpus.reports.findIndex((report) => report.id === id));
  expect(details('mo')).toEqual({ fullText: text, evidence });
  expect(details('giu').fullText).toBeNull();
  const facts = JSON.stringify([snapshot.corpus, snapshot.report(0), snapshot.report(1)]);
  expect(facts).not.toContain(text);
  expect(facts).not.toContain('"evidence"');
});

test('the same reports give the same bytes', () => {
  expect(
    [...indexFiles(CORPUS)].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
  ).toEqual([...indexFiles(CORPUS)].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
});
