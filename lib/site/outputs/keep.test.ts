import { expect, test } from 'vitest';
import { Busy, Keep } from './keep';

test('each key is made once, and kept while it is asked for', async () => {
  const keep = new Keep<string>(2, 10);
  const made: string[] = [];
  const get = (key: string) =>
    keep.get(key, async () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(await Promise.all(['a', 'a', 'b', 'a'].map(get))).toEqual(['A', 'A', 'B', 'A']);
  await get('c');
  await get('a');
  expect(made).toEqual(['a', 'b', 'c']);
  await get('b');
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('one at a time, and no more waiting than allowed', async () => {
  const keep = new Keep<number>(10, 2);
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((done) => setImmediate(done));
    return running--;
  };
  const asked = ['a', 'b', 'c'].map((key) => keep.get(key, work));
  const settled = await Promise.allSettled(asked);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(settled[2]).toMatchObject({ reason: expect.any(Busy) });
  expect(most).toBe(1);
  // The turned away may come again.
  await keep.get('c', work);
});

test('a failure is tried again', async () => {
  const keep = new Keep<string>(10, 10);
  await expect(keep.get('a', () => Promise.reject(new Error('once')))).rejects.toThrow('once');
  expect(await keep.get('a', async () => 'a')).toBe('a');
});
