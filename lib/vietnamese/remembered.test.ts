import { expect, test } from 'vitest';
import { remembered } from './remembered';

test('short texts are worked out once, long ones anew, and a full memory begins again', () => {
  const worked: string[] = [];
  const upper = remembered(
    (text) => {
      worked.push(text);
      return text.toUpperCase();
    },
    3,
    2,
  );
  expect(['ab', 'ab', 'abcd', 'abcd'].map(upper)).toEqual(['AB', 'AB', 'ABCD', 'ABCD']);
  expect(worked).toEqual(['ab', 'abcd', 'abcd']);
  // `c` finds the memory full with `ab` and `b`: `ab` is forgotten.
  for (const text of ['b', 'c', 'ab']) upper(text);
  expect(worked.slice(3)).toEqual(['b', 'c', 'ab']);
});

test('what is false is remembered too', () => {
  let calls = 0;
  const isEmpty = remembered(
    () => {
      calls++;
      return false;
    },
    3,
    2,
  );
  expect([isEmpty('a'), isEmpty('a'), calls]).toEqual([false, false, 1]);
});
